#include "app/runtimefolder.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace latchkey
{

namespace
{

bool isOursAlone(const QByteArray &path)
{
    struct stat info {
    };
    // lstat: a link could point anywhere.
    return lstat(path.constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid()
        && (info.st_mode & 0777) == 0700;
}

} // namespace

QString privateRuntimeFolder()
{
    const QByteArray base = qgetenv("XDG_RUNTIME_DIR");
    if (!base.startsWith('/') || !isOursAlone(base))
        return {};
    const QByteArray folder = base + "/latchkey";
    mkdir(folder.constData(), 0700); // may be there already
    return isOursAlone(folder) ? QFile::decodeName(folder) : QString();
}

} // namespace latchkey
