#include "app/endsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace latchkey
{

namespace
{

// A signal handler may do next to nothing: it writes one byte, and the event loop does the rest.
// It can reach only what has static storage.
int writeEnd = -1;

void writeByte(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
}

} // namespace

void onEndSignal(QObject *context, std::function<void()> quit)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    writeEnd = ends[1];
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context,
                     [readEnd = ends[0], quit = std::move(quit)] {
                         char bytes[64];
                         if (read(readEnd, bytes, sizeof bytes) > 0)
                             quit();
                     });
    struct sigaction action {
    };
    action.sa_handler = &writeByte;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaction(signal, &action, nullptr);
}

} // namespace latchkey
