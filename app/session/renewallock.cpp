#include "app/session/renewallock.h"

#include "app/base/logging.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <cstdlib>

namespace latchkey
{

namespace
{

// A renewal ends within 30 s, and its save within one more.
constexpr int LongestRenewalMs = 45 * 1000;
constexpr int LongestSigningMs = 2 * 1000; // from making the file to having written into it

// The key holds a server's address; a file name must not.
QString lockName(const QString &key)
{
    const QByteArray digest
        = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("renewal-%1.lock").arg(QLatin1String(digest));
}

} // namespace

RenewalLock::RenewalLock(const QString &folder, const QString &key)
{
    if (folder.isEmpty())
        return;
    m_file = std::make_unique<QLockFile>(QDir(folder).filePath(lockName(key)));
    m_file->setStaleLockTime(LongestRenewalMs);
}

RenewalLock::~RenewalLock() = default;

bool RenewalLock::tryTake()
{
    if (!m_file || m_file->isLocked() || m_file->tryLock(0))
        return true;
    if (m_file->error() == QLockFile::LockFailedError)
        return isOverdue();
    qCWarning(lcSession) << "no renewal lock can be made; renewing without one";
    return true;
}

// QLockFile takes over from a dead holder, but not from one that is alive and stopped, nor from one
// that died before it wrote who it is.
bool RenewalLock::isOverdue() const
{
    const QDateTime since = QFileInfo(m_file->fileName()).lastModified();
    if (!since.isValid())
        return false;
    qint64 process = 0;
    QString host;
    QString program;
    const bool isSigned = m_file->getLockInfo(&process, &host, &program);
    if (std::abs(since.msecsTo(QDateTime::currentDateTime()))
        < (isSigned ? LongestRenewalMs : LongestSigningMs))
        return false; // somebody else is at it
    qCWarning(lcSession) << "the holder of the renewal lock does not move; renewing without it";
    return true;
}

void RenewalLock::release()
{
    if (m_file)
        m_file->unlock();
}

} // namespace latchkey
