#include "app/endsignals.h"

#include <QSocketNotifier>

#include <cerrno>
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
constexpr int MostTries = 3;

void writeByte(int)
{
    const int interrupted = errno; // the code that was interrupted may be about to read it
    const char byte = 1;
    // Tried again where it fails: a lost signal is a program that does not end. A full pipe has
    // told.
    for (int tries = 0; tries < MostTries && write(writeEnd, &byte, 1) != 1 && errno != EAGAIN;)
        ++tries;
    errno = interrupted;
}

// macOS has no pipe2().
bool openPipe(int (&ends)[2])
{
    if (pipe(ends) != 0)
        return false;
    for (const int end : ends) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    return true;
}

} // namespace

void onEndSignal(QObject *context, std::function<void()> quit)
{
    int ends[2];
    if (!openPipe(ends))
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
