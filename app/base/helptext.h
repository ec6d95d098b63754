#pragma once

#include <QString>

class QCommandLineParser;

namespace latchkey
{

// What --help prints, beginning with "Usage: PROGRAM [options]". QCommandLineParser's own first
// line names the path that the program was started by, or "<executable_name>" where there is no
// QCoreApplication yet.
[[nodiscard]] QString helpTextOf(const QCommandLineParser &parser, QStringView program);

} // namespace latchkey
