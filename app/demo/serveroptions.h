#pragma once

#include "app/demo/demoserver.h"

#include <QString>
#include <QStringList>

namespace latchkey::demo
{

// What the command line asks for.
struct CommandLine {
    enum class Action {
        Serve,
        Show, // print `text` on standard output, exit 0
        Refuse, // print `text` on standard error, exit 2
    };
    Action action = Action::Serve;
    QString text;
    DemoServer::Options server;
    bool untilStdinCloses = false;
};

// `arguments` with the program's name first, as QCoreApplication::arguments(). Never echoes a
// value: somebody may have put a secret there by mistake (security.md I4).
[[nodiscard]] CommandLine parsedCommandLine(const QStringList &arguments);

// "90", "90s", "15m", "10h", "20d", from one second to ten years; nothing otherwise.
[[nodiscard]] std::optional<std::chrono::seconds> parsedLifetime(const QString &text);

// What is printed once the server listens; the first line is
// "Latchkey demo server: http://127.0.0.1:PORT/api/v1", and programs rely on it.
[[nodiscard]] QString greeting(const DemoServer &server, const DemoServer::Options &options);

} // namespace latchkey::demo
