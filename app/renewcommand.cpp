#include "app/renewcommand.h"

#include "app/options.h"
#include "app/renewwords.h"
#include "app/store/profiles.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace latchkey
{

namespace
{

using Outcome = StoredRenewal::Outcome;

RenewCommand::Status worseOf(RenewCommand::Status one, RenewCommand::Status other)
{
    for (const auto status : {RenewCommand::CouldNot, RenewCommand::NothingStored}) {
        if (one == status || other == status)
            return status;
    }
    return RenewCommand::Fine;
}

RenewCommand::Status statusOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Renewed:
    case Outcome::RenewedByAnother:
    case Outcome::NotDue:
        return RenewCommand::Fine;
    case Outcome::NothingStored:
        return RenewCommand::NothingStored;
    case Outcome::Unread:
    case Outcome::NowhereToSave:
    case Outcome::Over:
    case Outcome::Refused:
    case Outcome::Failed:
    case Outcome::HeldByAnother:
    case Outcome::NotSaved:
    case Outcome::OutOfTime:
    case Outcome::Stopped:
        break;
    }
    return RenewCommand::CouldNot;
}

bool holds(const QList<BadSetting> &bad, const QString &key)
{
    return bad.contains({key});
}

// Its default may be against what the person wanted, who is not there to be told.
bool decides(const QList<BadSetting> &bad)
{
    return holds(bad, QStringLiteral("renewWhileClosed"))
        || holds(bad, QStringLiteral("automaticRenewal")) || holds(bad, QStringLiteral("proxy"));
}

QString fileOf(const QString &folder, const QString &profile)
{
    return QDir(folder).filePath(profile + QStringLiteral(".ini"));
}

} // namespace

QStringList profilesIn(const QString &settingsFolder)
{
    QStringList profiles;
    const QStringList files = profileFiles(settingsFolder);
    for (const QString &file : files) {
        const QString name = QFileInfo(file).completeBaseName();
        if (isProfileName(name))
            profiles.append(name);
    }
    return profiles;
}

bool wantsRenewalWhileClosed(const Preferences &preferences)
{
    return preferences.settings().renewWhileClosed;
}

RenewCommand::RenewCommand(const Parts &parts)
    : m_parts(parts)
{
}

RenewCommand::~RenewCommand() = default;

void RenewCommand::run(const QString &profile)
{
    m_begun = m_parts.clock.monotonic();
    m_isOneProfile = !profile.isEmpty();
    m_profiles = m_isOneProfile ? QStringList(profile) : profilesIn(m_parts.settingsFolder);
    QMetaObject::invokeMethod(this, &RenewCommand::goOn, Qt::QueuedConnection);
}

void RenewCommand::stop()
{
    m_isStopped = true;
    if (m_renewal)
        m_renewal->stop();
}

// Never more than one session at a time: the locks and the password store are held as shortly as
// they can be.
void RenewCommand::goOn()
{
    while (!m_renewal) {
        if (!m_entries.isEmpty()) {
            begin(m_entries.takeFirst());
            continue;
        }
        if (m_profiles.isEmpty())
            break;
        open(m_profiles.takeFirst());
    }
    if (m_renewal)
        return;
    if (!m_wasAnyWanted && !m_isOneProfile && m_worst == Fine)
        m_parts.print(QStringLiteral("No profile wants to be kept signed in while Latchkey is "
                                     "closed."));
    emit finished(m_worst);
}

void RenewCommand::open(const QString &profile)
{
    m_profile = profile;
    const QString file = fileOf(m_parts.settingsFolder, profile);
    PreferenceValues values; // looked at first: Preferences sets aside what is damaged
    QList<BadSetting> bad;
    const FileVerdict verdict = loadPreferences(file, &values, &bad);
    if (!isUsable(verdict) && verdict != FileVerdict::Missing)
        return tell(profile, QStringLiteral("its settings cannot be read."), CouldNot);
    const QString unread
        = QStringLiteral("not all of its settings can be read: %1.").arg(namesOf(bad));
    if (decides(bad))
        return tell(profile, unread, CouldNot);
    m_preferences = std::make_unique<Preferences>(file, Preferences::IfBad::LeaveFile);
    if (!wantsRenewalWhileClosed(*m_preferences)) {
        if (m_isOneProfile) {
            tell(profile,
                 QStringLiteral("does not want to be kept signed in while Latchkey is closed."),
                 Fine);
        }
        return;
    }
    m_wasAnyWanted = true;
    if (!bad.isEmpty())
        tell(profile, unread, holds(bad, QStringLiteral("storedSessions")) ? CouldNot : Fine);
    if (!m_preferences->automaticRenewal())
        return tell(profile, QStringLiteral("automatic renewal is switched off."), Fine);
    m_entries = m_preferences->storedSessions();
    if (m_entries.isEmpty())
        return tell(profile, QStringLiteral("nothing stored."), NothingStored);
    m_parts.http.useProxy(m_preferences->settings().proxy);
}

void RenewCommand::begin(const StoredSessionEntry &entry)
{
    if (m_isStopped)
        return tell(entry, renewalWords({Outcome::Stopped}, {}), CouldNot);
    if (isHeld(entry))
        return tell(entry, QStringLiteral("not due: Latchkey is running."), Fine);
    if (m_parts.clock.monotonic() - m_begun > lastBegin)
        return tell(entry, QStringLiteral("could not be renewed: no time was left."), CouldNot);
    const auto server = ServerAddress::parse(entry.server);
    if (!server)
        return tell(entry, QStringLiteral("could not be renewed: no such server."), CouldNot);
    m_api = std::make_unique<ApiClient>(m_parts.http, m_parts.clock);
    m_api->setServer(*server);
    m_renewal = std::make_unique<StoredRenewal>(
        StoredRenewal::Parts{*m_api, m_parts.store, *m_preferences, m_parts.clock,
                             m_parts.settingsFolder, m_parts.unitRandom},
        entry.key);
    // Queued: it is inside its own call then, and goes.
    m_renewal->start([this, entry](const StoredRenewal::Result &result) {
        QMetaObject::invokeMethod(
            this, [this, entry, result] { ended(entry, result); }, Qt::QueuedConnection);
    });
}

void RenewCommand::ended(const StoredSessionEntry &entry, const StoredRenewal::Result &result)
{
    m_renewal.reset();
    m_api.reset();
    tell(entry, renewalWords(result, m_parts.store.displayName()), statusOf(result.outcome));
    goOn();
}

// The program has one session at a time: of the server that it used last, whoever signed in last.
// Where that is not so, as with --demo, the lock and the look for a newer pair keep both apart. The
// accounts before this one may have taken minutes, in which it was started.
bool RenewCommand::isHeld(const StoredSessionEntry &entry) const
{
    const QString used = m_preferences->server();
    const QString server = used.isEmpty() ? FactoryServer.toString() : used;
    const auto stored = m_preferences->storedSessions();
    const auto first
        = std::find_if(stored.cbegin(), stored.cend(),
                       [&server](const StoredSessionEntry &one) { return one.server == server; });
    return first != stored.cend() && first->key == entry.key && m_parts.isRunning(m_profile);
}

void RenewCommand::tell(const StoredSessionEntry &entry, const QString &what, Status status)
{
    tell(renewalSubject(m_profile, entry), what, status);
}

void RenewCommand::tell(const QString &who, const QString &what, Status status)
{
    m_worst = worseOf(m_worst, status);
    m_parts.print(who + QStringLiteral(": ") + what);
}

} // namespace latchkey
