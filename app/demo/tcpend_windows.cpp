#include "app/demo/tcpend.h"

#include <QTcpSocket>

#include <winsock2.h>

namespace latchkey::demo
{

void reset(QTcpSocket &socket)
{
    socket.flush();
    // Closing without lingering is what makes the system send a RST.
    const linger off{1, 0};
    setsockopt(static_cast<SOCKET>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&off), sizeof off);
    socket.abort();
}

void endSending(QTcpSocket &socket)
{
    socket.flush();
    shutdown(static_cast<SOCKET>(socket.socketDescriptor()), SD_SEND);
}

} // namespace latchkey::demo
