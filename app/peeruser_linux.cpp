#include "app/peeruser.h"

#include <QLocalSocket>

#include <sys/socket.h>
#include <unistd.h>

namespace latchkey
{

bool isSameUser(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    const int descriptor = static_cast<int>(socket.socketDescriptor());
    return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == geteuid();
}

} // namespace latchkey
