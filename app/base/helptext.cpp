#include "app/base/helptext.h"

#include <QCommandLineParser>

namespace latchkey
{

QString helpTextOf(const QCommandLineParser &parser, QStringView program)
{
    const QString text = parser.helpText();
    return QStringLiteral("Usage: %1 [options]").arg(program) + text.mid(text.indexOf(u'\n'));
}

} // namespace latchkey
