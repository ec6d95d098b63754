#include "app/processhygiene.h"

#include <QDir>

namespace latchkey
{

// Windows and macOS keep the person's files private by themselves and always have a display.
void hardenProcess(Dumps) { }

QString missingDisplay(const QStringList &)
{
    return {};
}

void leaveWorkingFolder()
{
    QDir::setCurrent(QDir::rootPath());
}

} // namespace latchkey
