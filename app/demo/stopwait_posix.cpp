#include "app/demo/stopwait.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace latchkey::demo
{

namespace
{

// A signal handler can reach nothing but globals.
std::array<int, 2> stopPipe{-1, -1};

void onSignal(int)
{
    const int saved = errno;
    const char byte = 0;
    // Full means that a stop is already on its way.
    [[maybe_unused]] const auto written = write(stopPipe[1], &byte, 1);
    errno = saved;
}

// False: it has ended.
bool readInput(const std::function<void(QByteArrayView bytes)> &onInput)
{
    std::array<char, 512> bytes{};
    const ssize_t size = read(STDIN_FILENO, bytes.data(), bytes.size());
    if (size > 0)
        onInput(QByteArrayView(bytes.data(), size));
    return size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN));
}

} // namespace

void catchStopSignals()
{
    if (pipe(stopPipe.data()) != 0)
        return; // the signals then end the program without ceremony
    for (const int end : stopPipe) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    struct sigaction action {
    };
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
}

void waitForStop(const std::function<void(QByteArrayView bytes)> &onInput)
{
    std::array<pollfd, 2> events{{{stopPipe[0], POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
    const nfds_t watched = onInput ? 2 : 1;
    while (true) {
        if (poll(events.data(), watched, -1) < 0) {
            if (errno != EINTR)
                return;
            continue; // what it says of the pipes is not of now
        }
        if (events[0].revents != 0)
            return;
        if (onInput && events[1].revents != 0 && !readInput(onInput))
            return;
    }
}

} // namespace latchkey::demo
