#include "app/demo/tcpend.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace latchkey::demo
{

void reset(QTcpSocket &socket)
{
    socket.flush();
    // Closing without lingering is what makes the kernel send a RST.
    const linger off{1, 0};
    setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &off,
               sizeof off);
    socket.abort();
}

void endSending(QTcpSocket &socket)
{
    socket.flush();
    shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR);
}

} // namespace latchkey::demo
