#include "tests/support/rawserver.h"

#include <QPointer>
#include <QSslServer>

#include <utility>

#ifndef Q_OS_WIN
#include <sys/socket.h>
#endif

namespace latchkey::test
{

namespace
{

// One request from the start of `buffer`, or nothing while it is incomplete.
std::optional<RawRequest> takeRequest(QByteArray &buffer)
{
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    RawRequest request;
    const QByteArrayList lines = buffer.left(headEnd).replace("\r\n", "\n").split('\n');
    request.line = lines.first();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype bodyStart = headEnd + 4;
    const qsizetype length = request.header("content-length").toLongLong();
    if (buffer.size() < bodyStart + length)
        return std::nullopt;
    request.body = buffer.mid(bodyStart, length);
    buffer.remove(0, bodyStart + length);
    return request;
}

// close() alone sends FIN; with this it sends RST.
void dropOnClose(QTcpSocket &socket)
{
#ifndef Q_OS_WIN
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                 sizeof now);
#else
    Q_UNUSED(socket)
#endif
}

} // namespace

QByteArray RawRequest::header(const QByteArray &name) const
{
    QByteArrayList values;
    for (const auto &[key, value] : headers) {
        if (key == name)
            values.append(value);
    }
    return values.join('|');
}

QByteArrayList RawRequest::headerNames() const
{
    QByteArrayList names;
    for (const auto &header : headers)
        names.append(header.first);
    std::sort(names.begin(), names.end());
    return names;
}

RawServer::RawServer(const std::optional<QSslConfiguration> &tls)
    : m_tls(tls.has_value())
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost, 0))
        qFatal("RawServer cannot listen");
}

void RawServer::setReply(const QByteArray &bytes, Then then)
{
    m_handler = [bytes, then](QTcpSocket &socket, const RawRequest &) { say(socket, bytes, then); };
}

QUrl RawServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                    .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(port())
                    .arg(path));
}

int RawServer::openConnections() const
{
    int open = 0;
    for (const auto *socket : m_server->findChildren<QTcpSocket *>())
        open += socket->state() == QAbstractSocket::ConnectedState ? 1 : 0;
    return open;
}

void RawServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        const auto connection = std::make_shared<Connection>();
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, connection] { read(*socket, *connection); });
        if (m_onConnect)
            m_onConnect(*socket);
        if (socket->bytesAvailable() > 0)
            read(*socket, *connection);
    }
}

void RawServer::read(QTcpSocket &socket, Connection &connection)
{
    const QByteArray bytes = socket.readAll();
    m_bytesReceived += bytes.size();
    if (!bytes.isEmpty() && !std::exchange(connection.used, true))
        ++m_usedConnections;
    connection.buffer += bytes;
    if (!connection.headSeen && connection.buffer.contains("\r\n\r\n") && m_onHead) {
        connection.headSeen = true;
        m_onHead(socket);
    }
    while (const auto request = takeRequest(connection.buffer)) {
        m_requests.append(*request);
        connection.headSeen = false;
        answer(socket, *request);
    }
}

void RawServer::answer(QTcpSocket &socket, const RawRequest &request)
{
    if (m_handler)
        m_handler(socket, request);
}

void RawServer::say(QTcpSocket &socket, const QByteArray &bytes, Then then)
{
    if (!socket.isOpen())
        return;
    socket.write(bytes);
    socket.flush();
    switch (then) {
    case Then::Keep:
        return;
    case Then::Close:
        socket.disconnectFromHost();
        return;
    case Then::Reset:
        dropOnClose(socket);
        socket.abort();
        return;
    }
}

QByteArray httpReply(int status, const QByteArray &body, const QByteArray &extraHeaders,
                     const QByteArray &contentType)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Words\r\nContent-Type: " + contentType
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n"
        + body;
}

} // namespace latchkey::test
