#include "tests/demo/rawclient.h"

#include <QtEndian>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey::test
{

RawClient::RawClient(quint16 port)
    : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(port);
    address.sin_addr.s_addr = qToBigEndian(quint32{INADDR_LOOPBACK});
    // The kernel completes it without the listener's help.
    if (connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("RawClient: nobody listens");
}

RawClient::~RawClient()
{
    close();
}

void RawClient::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

void RawClient::send(const QByteArray &bytes)
{
    const auto sent = ::send(m_socket, bytes.constData(), static_cast<size_t>(bytes.size()),
                             MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno == ECONNRESET)
        m_end = End::Reset; // told once, and here
}

RawClient::End RawClient::poll()
{
    char buffer[4096];
    while (m_end == End::Open && m_socket >= 0) {
        const auto count = recv(m_socket, buffer, sizeof buffer, MSG_DONTWAIT);
        if (count > 0)
            m_bytes.append(buffer, count);
        else if (count == 0)
            m_end = End::Fin;
        else if (errno == ECONNRESET)
            m_end = End::Reset;
        else
            break;
    }
    return m_end;
}

} // namespace latchkey::test
