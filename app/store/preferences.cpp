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
    QString why;
    switch (verdict) {
    case FileVerdict::Missing:
    case FileVerdict::Good:
        return;
    case FileVerdict::Damaged:
        why = QStringLiteral("The settings file %1 could not be read.");
        break;
    case FileVerdict::Unreadable: // it may be good: it stays as it is
        m_mayReplaceFile = false;
        m_fileProblem = QStringLiteral("The settings file %1 cannot be read just now. The usual "
                                       "settings are used, and changes will not be saved.")
                            .arg(m_filePath);
        return;
    case FileVerdict::Newer:
        why = QStringLiteral("The settings file %1 was written by a newer version of Latchkey.");
        break;
    }
    m_mayReplaceFile = moveAside(m_filePath);
    m_fileProblem = why.arg(m_filePath)
        + (m_mayReplaceFile
               ? QStringLiteral(" It was kept as %1.bad and the settings start afresh.")
               : QStringLiteral(" It cannot be moved to %1.bad, so settings will not "
                                "be saved."))
              .arg(m_filePath);
}

QString Preferences::problem() const
{
    return m_saveProblem.isEmpty() ? m_fileProblem : m_saveProblem;
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

bool Preferences::staySignedIn() const
{
    return m_values.staySignedIn;
}

void Preferences::setStaySignedIn(bool stay)
{
    m_values.staySignedIn = stay;
    save();
}

bool Preferences::rememberEmail() const
{
    return m_values.rememberEmail;
}

void Preferences::setRememberEmail(bool remember)
{
    m_values.rememberEmail = remember;
    if (!remember)
        m_values.email.clear();
    save();
}

QRect Preferences::windowGeometry() const
{
    return m_values.windowGeometry;
}

void Preferences::setWindowGeometry(const QRect &geometry)
{
    m_values.windowGeometry = geometry;
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
