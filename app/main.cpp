#include "app/base/plainlocale.h"
#include "app/options.h"
#include "app/processhygiene.h"
#include "app/program.h"

#include <cstdio>

using namespace latchkey;

int main(int argc, char *argv[])
{
    hardenProcess(dumpsInThisBuild);
    readPlainLocaleAsUtf8();

    // Everything that needs no window is settled before QApplication, which aborts without a
    // display.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto parsed = parseCommandLine(arguments);
    if (const auto *exit = std::get_if<EarlyExit>(&parsed)) {
        std::fprintf(exit->exitCode == 0 ? stdout : stderr, "%s\n",
                     qPrintable(exit->text.trimmed()));
        return exit->exitCode;
    }
    const Options &options = std::get<Options>(parsed);
    leaveWorkingFolder();
    if (options.diagnostics)
        return runDiagnostics(argc, argv, options);
    if (options.renew)
        return runRenewal(argc, argv, options);

    const QString noDisplay = missingDisplay(arguments);
    if (!noDisplay.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(noDisplay));
        return 1;
    }
    return options.smokeTest ? runSmokeTest(argc, argv, options) : runWindow(argc, argv, options);
}
