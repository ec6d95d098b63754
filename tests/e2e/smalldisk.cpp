#include "tests/e2e/smalldisk.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>

namespace latchkey::test
{

namespace
{

constexpr int PageBytes = 4096;
constexpr int LimitBlockBytes = 512; // of the shell's ulimit -f

QString fillerName(const QString &folder, int number)
{
    return folder + QStringLiteral("/filler-%1").arg(number);
}

} // namespace

bool SmallDisk::mayMount()
{
    if (unshare(CLONE_NEWNS) != 0)
        return false;
    // Else the mounts would be seen outside.
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return false;
    const QTemporaryDir trial;
    const QByteArray path = QFile::encodeName(trial.path());
    return mount("none", path.constData(), "tmpfs", 0, "size=64k") == 0
        && umount(path.constData()) == 0;
}

SmallDisk::SmallDisk(bool mayMount)
    : m_mayMount(mayMount)
{
    const QByteArray path = QFile::encodeName(m_folder.path());
    if (mayMount
        && mount("none", path.constData(), "tmpfs", MS_NOSUID | MS_NODEV,
                 "size=64k,nr_inodes=64,mode=0700")
            != 0)
        qFatal("SmallDisk: cannot be mounted");
}

SmallDisk::~SmallDisk()
{
    empty();
    if (m_mayMount)
        umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
}

bool SmallDisk::fill(int freePages)
{
    if (!m_mayMount) {
        limit(freePages);
        return true;
    }
    struct statvfs info {
    };
    QFile file(fillerName(path(), 0));
    if (statvfs(QFile::encodeName(path()).constData(), &info) != 0
        || !file.open(QIODevice::WriteOnly))
        return false;
    const qint64 left = static_cast<qint64>(info.f_bavail * info.f_frsize) - freePages * PageBytes;
    return left >= 0 && file.write(QByteArray(left, 'x')) == left && file.flush();
}

bool SmallDisk::useUpInodes()
{
    if (!m_mayMount) {
        limit(0);
        return true;
    }
    for (int i = 1; i < 1000; ++i) {
        QFile file(fillerName(path(), i));
        if (!file.open(QIODevice::WriteOnly))
            return true;
    }
    return false;
}

void SmallDisk::empty()
{
    limit(-1);
    const QDir folder(path());
    const auto fillers = folder.entryList({QStringLiteral("filler-*")}, QDir::Files);
    for (const QString &name : fillers)
        QFile::remove(folder.filePath(name));
}

void SmallDisk::limit(int pages)
{
    m_limitPages = pages;
    rlimit limits{};
    getrlimit(RLIMIT_FSIZE, &limits);
    limits.rlim_cur = pages < 0 ? limits.rlim_max : static_cast<rlim_t>(pages * PageBytes);
    signal(SIGXFSZ, pages < 0 ? SIG_DFL : SIG_IGN); // an error, and no signal, as on a full disk
    setrlimit(RLIMIT_FSIZE, &limits);
}

QStringList SmallDisk::wrapper() const
{
    if (m_limitPages < 0)
        return {};
    return {QStringLiteral("sh"), QStringLiteral("-c"),
            QStringLiteral("trap '' XFSZ; ulimit -f %1; exec \"$@\"")
                .arg(m_limitPages * PageBytes / LimitBlockBytes),
            QStringLiteral("sh")};
}

} // namespace latchkey::test
