#include "app/base/plainlocale.h"
#include "app/demo/commands.h"
#include "app/demo/demoserver.h"
#include "app/demo/serveroptions.h"
#include "app/demo/stopwait.h"

#include <QCoreApplication>

#include <cstdio>

using namespace latchkey::demo;

namespace
{

constexpr int kCannotListen = 1;
constexpr int kWrongUsage = 2;

// Flushed, because whoever started us waits for the first line at the other end of a pipe.
void print(FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
    std::fflush(stream);
}

} // namespace

int main(int argc, char *argv[])
{
    latchkey::readPlainLocaleAsUtf8();
    const QCoreApplication app(argc, argv);
    const CommandLine command = parsedCommandLine(QCoreApplication::arguments());
    switch (command.action) {
    case CommandLine::Action::Show:
        print(stdout, command.text.trimmed() + QLatin1Char('\n'));
        return 0;
    case CommandLine::Action::Refuse:
        print(stderr, QStringLiteral("latchkey-demo-server: ") + command.text + QLatin1Char('\n'));
        return kWrongUsage;
    case CommandLine::Action::Serve:
        break;
    }

    catchStopSignals();
    DemoServer server(command.server);
    if (!server.start()) {
        print(stderr,
              QStringLiteral(
                  "latchkey-demo-server: cannot listen on 127.0.0.1, port %1: is it in use?\n")
                  .arg(command.server.port));
        return kCannotListen;
    }
    print(stdout, greeting(server, command.server));
    Commands commands({.revoke =
                           [&server] {
                               server.revokeAll();
                               print(stdout, QStringLiteral("revoked\n"));
                           },
                       .refuse =
                           [] {
                               print(stderr,
                                     QStringLiteral("latchkey-demo-server: not a command; the only "
                                                    "one is revoke\n"));
                           }});
    std::function<void(QByteArrayView)> onInput;
    if (command.untilStdinCloses)
        onInput = [&commands](QByteArrayView bytes) { commands.read(bytes); };
    waitForStop(onInput);
    server.stop();
    return 0;
}
