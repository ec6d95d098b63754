#include "app/session/renewallock.h"

#include "app/base/logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <cstdlib>
#include <optional>
#include <vector>

namespace latchkey
{

namespace
{

// A step of a renewal ends within 30 s, a request's deadline; the rest is for a busy computer.
constexpr int LongestStepMs = 45 * 1000;
constexpr int LongestSigningMs = 2 * 1000; // from making the file to having written into it

// The key holds a server's address; a file name must not.
QString lockName(const QString &key, const QString &end)
{
    const QByteArray digest
        = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("renewal-%1.%2").arg(QLatin1String(digest), end);
}

// QLockFile takes over from a dead holder by itself.
std::unique_ptr<QLockFile> lockFile(const QString &path)
{
    auto file = std::make_unique<QLockFile>(path);
    file->setStaleLockTime(LongestStepMs);
    return file;
}

std::optional<qint64> holderOf(const QLockFile &file)
{
    qint64 process = 0;
    QString host;
    QString program;
    return file.getLockInfo(&process, &host, &program) ? std::optional(process) : std::nullopt;
}

// One that is alive and stopped, or that died before it wrote who it is. A date in the future is as
// wrong as an old one: it would never become old.
bool isOverdue(const QLockFile &file, RenewalLock::Ages ages)
{
    const QDateTime since = QFileInfo(file.fileName()).lastModified();
    if (!since.isValid() || ages == RenewalLock::Ages::Lie)
        return false;
    return std::abs(since.msecsTo(QDateTime::currentDateTime()))
        >= (holderOf(file) ? LongestStepMs : LongestSigningMs);
}

bool isHeldElsewhere(QLockFile &file)
{
    if (!QFileInfo::exists(file.fileName()))
        return false;
    if (!file.tryLock(0))
        return file.error() == QLockFile::LockFailedError;
    file.unlock(); // it was a dead one's
    return false;
}

// Not possible where QLockFile or another program holds it without sharing; nobody is harmed then.
void touch(const QLockFile &lock)
{
    QFile file(lock.fileName());
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

// Unlocking would remove the file by its name, whose it may be. Never freed, once in a blue moon.
void leave(std::unique_ptr<QLockFile> &lost)
{
    static auto *const left = new std::vector<std::unique_ptr<QLockFile>>;
    const QString path = lost->fileName();
    left->push_back(std::move(lost));
    lost = lockFile(path);
}

} // namespace

RenewalLock::RenewalLock(const QString &folder, const QString &key)
{
    if (folder.isEmpty())
        return;
    const QDir place(folder);
    m_file = lockFile(place.filePath(lockName(key, QStringLiteral("lock"))));
    m_second = lockFile(place.filePath(lockName(key, QStringLiteral("second"))));
}

RenewalLock::RenewalLock(RenewalLock &&other) noexcept = default;

RenewalLock::~RenewalLock()
{
    release();
}

bool RenewalLock::tryTake(Ages ages)
{
    if (!m_file || m_second->isLocked())
        return true;
    if (isHeldElsewhere(*m_second)) {
        if (!isOverdue(*m_second, ages))
            return false;
        qCWarning(lcSession) << "two holders of the renewal lock do not move; renewing without it";
        return true;
    }
    if (m_file->isLocked() && !isOurs())
        leave(m_file);
    if (m_file->isLocked() || m_file->tryLock(0))
        return true;
    if (m_file->error() != QLockFile::LockFailedError) {
        qCWarning(lcSession) << "no renewal lock can be made; renewing without one";
        return true;
    }
    if (!isOverdue(*m_file, ages))
        return false; // somebody else is at it
    qCWarning(lcSession) << "the holder of the renewal lock does not move; taking over";
    return m_second->tryLock(0) || m_second->error() != QLockFile::LockFailedError;
}

bool RenewalLock::keep()
{
    if (!m_file)
        return true;
    QLockFile &mine = m_second->isLocked() ? *m_second : *m_file;
    if (!mine.isLocked())
        return true; // none could be made
    if (&mine == m_file.get() && (!isOurs() || isHeldElsewhere(*m_second))) {
        qCWarning(lcSession) << "the renewal lock is another's by now";
        return false;
    }
    touch(mine);
    return true;
}

bool RenewalLock::isOurs() const
{
    return m_file->isLocked() && holderOf(*m_file) == QCoreApplication::applicationPid();
}

void RenewalLock::release()
{
    if (!m_file)
        return;
    if (m_file->isLocked() && !isOurs())
        leave(m_file);
    m_file->unlock();
    m_second->unlock();
}

} // namespace latchkey
