#include "app/store/preferences.h"

#include "app/base/savefile.h"
#include "app/store/preferencescodec.h"
#include "app/store/preferencesmerge.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr int lockPatience = 100; // ms; a save takes two or three
constexpr int longestSave = 2000; // ms; who holds the lock for longer does not move any more

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

// Only a folder made here becomes private: one that was there belongs to somebody.
void makeFolder(const QString &filePath)
{
    const QString folder = QFileInfo(filePath).absolutePath();
    if (QFileInfo::exists(folder))
        return;
    QDir().mkpath(QFileInfo(folder).absolutePath());
    QDir().mkdir(folder, ownerOnly | QFile::ExeOwner);
}

// In place of an earlier one. QDir's rename, unlike QFile's, moves a folder too and never copies.
bool moveAside(const QString &path)
{
    const QString aside = path + QStringLiteral(".bad");
    QFile::remove(aside);
    return QDir().rename(path, aside);
}

// The same, as a copy.
bool copyAside(const QString &path)
{
    const QString aside = path + QStringLiteral(".bad");
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && saveFile(aside, file.readAll()).isEmpty()
        && QFile::setPermissions(aside, ownerOnly);
}

} // namespace

Preferences::Preferences(const QString &filePath, IfBad ifBad)
    : m_filePath(filePath)
    , m_ifBad(ifBad)
{
    QList<BadSetting> bad;
    const FileVerdict verdict = loadPreferences(m_filePath, &m_values, &bad);
    if (verdict == FileVerdict::BadValues)
        noteBadValues(bad);
    else
        setAsideUnless(verdict);
    m_saved = m_values;
}

void Preferences::setAsideUnless(FileVerdict verdict)
{
    using Kind = SettingsProblem::Kind;
    switch (verdict) {
    case FileVerdict::Missing:
    case FileVerdict::Good:
    case FileVerdict::BadValues:
        return;
    case FileVerdict::Damaged:
        m_mayReplaceFile = moveAside(m_filePath);
        m_fileProblem = m_mayReplaceFile ? Kind::Damaged : Kind::DamagedInPlace;
        return;
    case FileVerdict::Newer:
        m_mayReplaceFile = moveAside(m_filePath);
        m_fileProblem = m_mayReplaceFile ? Kind::Newer : Kind::NewerInPlace;
        return;
    case FileVerdict::Unreadable: // it may be good: it stays as it is
        m_mayReplaceFile = false;
        m_fileProblem = Kind::Unreadable;
        return;
    }
}

// The copy is made at once, so that it is there when the person reads of it.
void Preferences::noteBadValues(const QList<BadSetting> &bad)
{
    using Kind = SettingsProblem::Kind;
    m_mayReplaceFile = m_ifBad == IfBad::KeepCopy && copyAside(m_filePath);
    m_fileProblem = m_mayReplaceFile ? Kind::BadValues : Kind::BadValuesInPlace;
    m_bad = bad;
}

SettingsProblem Preferences::problem() const
{
    if (!m_saveProblem.isEmpty())
        return {SettingsProblem::Kind::NotSaved, m_filePath, m_saveProblem};
    return {m_fileProblem, m_filePath, {}, m_bad};
}

FileVerdict Preferences::look(PreferenceValues *theirs, QList<BadSetting> *bad) const
{
    QList<BadSetting> found;
    const FileVerdict verdict = loadPreferences(m_filePath, theirs, &found);
    for (const BadSetting &one : std::as_const(found))
        copySetting(one.key.toLatin1(), m_saved, theirs);
    if (bad)
        *bad = found;
    return verdict;
}

QString Preferences::server() const
{
    return m_values.server;
}

void Preferences::setServer(const QString &address)
{
    change([&](PreferenceValues &values) { values.server = address; });
}

QString Preferences::email() const
{
    return m_values.email;
}

void Preferences::setEmail(const QString &email)
{
    change([&](PreferenceValues &values) {
        // Another process may have been told to forget it.
        values.email = values.settings.rememberEmail ? email : QString();
    });
}

void Preferences::setSettings(const Settings &settings)
{
    change([&, before = m_values.settings](PreferenceValues &values) {
        values.settings = mergeSettings(before, settings, values.settings);
        if (values.settings.rememberEmail)
            return;
        values.email.clear();
        for (StoredSessionEntry &one : values.storedSessions)
            one.email.clear();
    });
}

bool Preferences::staySignedIn() const
{
    return m_values.settings.staySignedIn;
}

void Preferences::setStaySignedIn(bool stay)
{
    change([&](PreferenceValues &values) { values.settings.staySignedIn = stay; });
}

bool Preferences::rememberEmail() const
{
    return m_values.settings.rememberEmail;
}

void Preferences::setLastColourScheme(LastColourScheme scheme)
{
    if (scheme == m_values.lastColourScheme)
        return;
    change([&](PreferenceValues &values) { values.lastColourScheme = scheme; });
}

QRect Preferences::windowGeometry() const
{
    return m_values.windowGeometry;
}

void Preferences::setWindowGeometry(const QRect &geometry, bool maximised)
{
    change([&](PreferenceValues &values) {
        values.windowGeometry = geometry;
        values.windowMaximised = maximised;
    });
}

void Preferences::setPendingDeletes(const QList<PendingDelete> &pending)
{
    const auto newest = [](const QList<PendingDelete> &all) {
        return all.mid(std::max(qsizetype(0), all.size() - mostPendingDeletes));
    };
    change([&, before = m_values.pendingDeletes](PreferenceValues &values) {
        values.pendingDeletes
            = newest(mergePendingDeletes(before, newest(pending), values.pendingDeletes));
    });
}

void Preferences::changeOthersPendingDeletes(
    const QString &key, const std::function<PendingDelete(const PendingDelete &)> &change)
{
    const auto apply = [&](QList<PendingDelete> &pending) {
        bool changes = false;
        for (PendingDelete &one : pending) {
            if (one.key != key || m_values.pendingDeletes.contains(one))
                continue;
            const PendingDelete changed = change(one);
            changes = changes || !(changed == one);
            one = changed;
        }
        return changes;
    };
    PreferenceValues theirs;
    if (isUsable(look(&theirs)) && apply(theirs.pendingDeletes))
        save([&](PreferenceValues &values) { apply(values.pendingDeletes); });
}

void Preferences::followPendingDeletes()
{
    if (m_isUnsure)
        save([](PreferenceValues &) {});
    QList<PendingDelete> &known = m_values.pendingDeletes;
    PreferenceValues theirs;
    if (known.isEmpty() || !isUsable(look(&theirs)))
        return;
    QStringList changed;
    const auto isAnothersChange = [&](const PendingDelete &one) {
        const bool isGone
            = m_saved.pendingDeletes.contains(one) && !theirs.pendingDeletes.contains(one);
        if (isGone)
            changed.append(one.key);
        return isGone;
    };
    known.removeIf(isAnothersChange);
    for (const PendingDelete &one : std::as_const(theirs.pendingDeletes)) {
        if (!changed.contains(one.key) || known.contains(one))
            continue;
        known.append(one);
        m_saved.pendingDeletes.append(one);
    }
    m_saved.pendingDeletes.removeIf(
        [&theirs](const PendingDelete &one) { return !theirs.pendingDeletes.contains(one); });
}

void Preferences::followStoredSessions()
{
    PreferenceValues theirs;
    if (!isUsable(look(&theirs)))
        return;
    m_values.storedSessions = mergeStoredSessions(m_saved.storedSessions, m_values.storedSessions,
                                                  theirs.storedSessions);
    m_saved.storedSessions = theirs.storedSessions;
}

bool Preferences::fileLists(const QString &key) const
{
    PreferenceValues values;
    return isUsable(look(&values))
        && std::any_of(values.storedSessions.cbegin(), values.storedSessions.cend(),
                       [&key](const StoredSessionEntry &one) { return one.key == key; });
}

bool Preferences::noteStored(StoredSessionEntry entry)
{
    if (!rememberEmail())
        entry.email.clear();
    // Another process may have taken it out.
    if (m_values.storedSessions.value(0) == entry && fileLists(entry.key))
        return true;
    change([&entry](PreferenceValues &values) {
        if (!values.settings.rememberEmail) // another process may have been told to forget it
            entry.email.clear();
        values.storedSessions.removeIf(
            [&entry](const StoredSessionEntry &one) { return one.key == entry.key; });
        values.storedSessions.prepend(entry);
    });
    return fileLists(entry.key);
}

std::optional<StoredSessionEntry> Preferences::takeStored(const QString &key)
{
    const auto isIt = [&key](const StoredSessionEntry &one) { return one.key == key; };
    const auto &stored = m_values.storedSessions;
    const auto found = std::find_if(stored.cbegin(), stored.cend(), isIt);
    if (found == stored.cend())
        return std::nullopt;
    const StoredSessionEntry taken = *found;
    change([&](PreferenceValues &values) { values.storedSessions.removeIf(isIt); });
    return taken;
}

QStringList Preferences::renewalsOf(const QString &key) const
{
    for (const RenewalCount &one : m_values.renewals) {
        if (one.key == key)
            return one.moments;
    }
    return {};
}

void Preferences::setRenewals(const QString &key, const QStringList &moments)
{
    if (moments == renewalsOf(key))
        return;
    QList<RenewalCount> kept = m_values.renewals;
    kept.removeIf([&key](const RenewalCount &one) { return one.key == key; });
    if (!moments.isEmpty())
        kept.append({key, moments});
    kept = kept.mid(std::max(qsizetype(0), kept.size() - mostRenewalKeys));
    change([&, before = m_values.renewals](PreferenceValues &values) {
        values.renewals = mergeRenewals(before, kept, values.renewals);
    });
}

void Preferences::change(const Change &apply)
{
    apply(m_values);
    save(apply);
}

// `apply` is done to what the file holds now, after what could not be saved before.
void Preferences::save(const Change &apply)
{
    if (!m_mayReplaceFile)
        return; // problem() has said so
    makeFolder(m_filePath);
    // Without it, as in a folder that takes no files, a save is as good as its luck.
    QLockFile lock(m_filePath + QStringLiteral(".lock"));
    lock.setStaleLockTime(longestSave);
    const bool isHeld = !lock.tryLock(lockPatience) && lock.error() == QLockFile::LockFailedError;
    PreferenceValues values = m_values;
    PreferenceValues theirs;
    QList<BadSetting> bad;
    const FileVerdict verdict = look(&theirs, &bad);
    if (verdict == FileVerdict::Newer) {
        m_saveProblem = QStringLiteral("%1 is a newer version's by now").arg(m_filePath);
        return;
    }
    if (verdict == FileVerdict::BadValues)
        noteBadValues(bad);
    if (!m_mayReplaceFile)
        return;
    if (isUsable(verdict)) {
        values = mergePreferences(m_saved, m_values, theirs);
        apply(values); // also where it was no change to this process
    }
    const QStringList dropped = dropTooMany(&values.storedSessions);
    deleteDropped(dropped, &values.pendingDeletes);
    m_saveProblem = saveFile(m_filePath, encodePreferences(values));
    if (!m_saveProblem.isEmpty())
        return;
    QFile::setPermissions(m_filePath, ownerOnly);
    m_values.storedSessions.removeIf(
        [&dropped](const StoredSessionEntry &one) { return dropped.contains(one.key); });
    deleteDropped(dropped, &m_values.pendingDeletes);
    // Whoever holds it may have read the file before, and write over this: what became of a pending
    // delete is said again then.
    m_isUnsure = isHeld;
    const QList<PendingDelete> sure = isHeld ? m_saved.pendingDeletes : m_values.pendingDeletes;
    m_saved = m_values;
    m_saved.pendingDeletes = sure;
}

} // namespace latchkey
