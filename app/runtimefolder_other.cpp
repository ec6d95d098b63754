#include "app/runtimefolder.h"

#include <QDir>
#include <QStandardPaths>

namespace latchkey
{

QString privateRuntimeFolder()
{
    // Below the person's own profile, which the system keeps from other users.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return QDir().mkpath(folder) ? folder : QString();
}

} // namespace latchkey
