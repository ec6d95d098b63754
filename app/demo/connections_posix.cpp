#include "app/demo/connections.h"

#include <QtEndian>

#include <netinet/in.h>
#include <sys/select.h>
#include <sys/socket.h>

namespace latchkey::demo
{

namespace
{

bool isAcceptedOn(int socket, quint16 port)
{
    sockaddr_in local{};
    sockaddr_in peer{};
    socklen_t localSize = sizeof local;
    socklen_t peerSize = sizeof peer;
    return getsockname(socket, reinterpret_cast<sockaddr *>(&local), &localSize) == 0
        && local.sin_family == AF_INET && local.sin_port == qToBigEndian(port)
        && getpeername(socket, reinterpret_cast<sockaddr *>(&peer), &peerSize) == 0;
}

} // namespace

// The library keeps its sockets to itself, and serves none numbered FD_SETSIZE or higher.
void closeConnections(quint16 port)
{
    for (int socket = 0; socket < FD_SETSIZE; ++socket) {
        if (isAcceptedOn(socket, port))
            shutdown(socket, SHUT_RDWR);
    }
}

} // namespace latchkey::demo
