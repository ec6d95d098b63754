#include "app/store/preferences.h"

#include "app/base/savefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace latchkey
{

namespace
{

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

} // namespace

Preferences::Preferences(const QString &filePath)
    : m_filePath(filePath)
{
    setAsideUnless(loadPreferences(m_filePath, &m_values));
}

void Preferences::setAsideUnless(FileVerdict verdict)
{
    using Kind = SettingsProblem::Kind;
    switch (verdict) {
    case FileVerdict::Missing:
    case FileVerdict::Good:
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

SettingsProblem Preferences::problem() const
{
    if (!m_saveProblem.isEmpty())
        return {SettingsProblem::Kind::NotSaved, m_filePath, m_saveProblem};
    return {m_fileProblem, m_filePath};
}

QString Preferences::server() const
{
    return m_values.server;
}

void Preferences::setServer(const QString &address)
{
    m_values.server = address;
    save();
}

QString Preferences::email() const
{
    return m_values.email;
}

void Preferences::setEmail(const QString &email)
{
    m_values.email = email;
    save();
}

void Preferences::setSettings(const Settings &settings)
{
    m_values.settings = settings;
    if (!settings.rememberEmail)
        m_values.email.clear();
    save();
}

bool Preferences::staySignedIn() const
{
    return m_values.settings.staySignedIn;
}

void Preferences::setStaySignedIn(bool stay)
{
    m_values.settings.staySignedIn = stay;
    save();
}

bool Preferences::rememberEmail() const
{
    return m_values.settings.rememberEmail;
}

void Preferences::setRememberEmail(bool remember)
{
    Settings changed = m_values.settings;
    changed.rememberEmail = remember;
    setSettings(changed);
}

void Preferences::setLastColourScheme(LastColourScheme scheme)
{
    if (scheme == m_values.lastColourScheme)
        return;
    m_values.lastColourScheme = scheme;
    save();
}

QRect Preferences::windowGeometry() const
{
    return m_values.windowGeometry;
}

void Preferences::setWindowGeometry(const QRect &geometry, bool maximised)
{
    m_values.windowGeometry = geometry;
    m_values.windowMaximised = maximised;
    save();
}

QStringList Preferences::pendingDeletes() const
{
    return m_values.pendingDeletes;
}

void Preferences::setPendingDeletes(const QStringList &keys)
{
    m_values.pendingDeletes = keys;
    save();
}

void Preferences::save()
{
    if (!m_mayReplaceFile)
        return; // problem() has said so
    makeFolder(m_filePath);
    m_saveProblem = saveFile(m_filePath, encodePreferences(m_values));
    if (m_saveProblem.isEmpty())
        QFile::setPermissions(m_filePath, ownerOnly);
}

} // namespace latchkey
