#include "tests/e2e/stillness.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <filesystem>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <string>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace latchkey::test
{

namespace
{

using std::filesystem::directory_iterator;

// False: there was nothing to do.
bool workThrough()
{
    constexpr int most = 200; // something may make itself due again and again
    QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
    int rounds = 0;
    while (rounds < most && loop->processEvents(QEventLoop::AllEvents))
        ++rounds;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return rounds > 0;
}

// How often each other thread has run so far; nothing while one of them runs or wants to.
std::optional<QByteArray> othersAsleep()
{
    const QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
    QByteArray runs;
    for (const auto &entry : directory_iterator("/proc/self/task")) {
        const auto thread = QByteArray::fromStdString(entry.path().filename().string());
        if (thread == own) // the main thread has the number of its process
            continue;
        QFile file(QStringLiteral("/proc/self/task/%1/status").arg(QLatin1String(thread)));
        if (!file.open(QIODevice::ReadOnly)) // it has just ended, which is a step of its own
            return std::nullopt;
        const QByteArray status = file.readAll();
        if (!status.contains("\nState:\tS"))
            return std::nullopt;
        runs += thread + status.mid(status.indexOf("\nvoluntary_ctxt_switches"));
    }
    return runs;
}

// Is something on the way to this socket, in it, or from it?
bool isBusy(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return false; // no TCP
    switch (info.tcpi_state) {
    case TCP_LISTEN:
        return info.tcpi_unacked > 0; // that is what wants to be accepted
    case TCP_SYN_SENT:
    case TCP_SYN_RECV:
    case TCP_FIN_WAIT1:
    case TCP_CLOSING:
    case TCP_LAST_ACK:
        return true;
    default:
        break;
    }
    int unread = 0;
    int undelivered = 0;
    return (ioctl(socket, SIOCINQ, &unread) == 0 && unread > 0)
        || (ioctl(socket, SIOCOUTQ, &undelivered) == 0 && undelivered > 0);
}

bool areSocketsIdle()
{
    return std::none_of(
        begin(directory_iterator("/proc/self/fd")), directory_iterator(),
        [](const auto &entry) { return isBusy(std::stoi(entry.path().filename().string())); });
}

} // namespace

bool isStill()
{
    (void)workThrough();
    const auto before = othersAsleep();
    // Who has slept from here to the end can have sent nothing that the event loop did not see.
    return before && areSocketsIdle() && !workThrough() && othersAsleep() == before;
}

} // namespace latchkey::test
