#include "app/base/plainlocale.h"

#include <QByteArray>
#include <QtGlobal>

#include <clocale>
#include <string_view>

namespace latchkey
{

void readPlainLocaleAsUtf8()
{
    const char *name = std::setlocale(LC_CTYPE, "");
    if (!name || std::string_view(name) != "C")
        return;
    // LC_ALL wins over all others where it is set.
    qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
}

} // namespace latchkey
