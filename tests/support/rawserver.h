#pragma once

#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace latchkey::test
{

struct RawRequest {
    QByteArray line; // "GET /path HTTP/1.1"
    QList<QPair<QByteArray, QByteArray>> headers; // names in lower case, in order
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const; // joined by "|" if repeated
    [[nodiscard]] QByteArrayList headerNames() const; // sorted
};

// A TCP or TLS server on 127.0.0.1 that says exactly the bytes a test wants, right or wrong, and
// remembers every request. It answers in the test's own event loop.
class RawServer final : public QObject
{
    Q_OBJECT
public:
    enum class Then { Keep, Close, Reset };
    using Handler = std::function<void(QTcpSocket &, const RawRequest &)>;
    using Hook = std::function<void(QTcpSocket &)>;

    explicit RawServer(const std::optional<QSslConfiguration> &tls = std::nullopt);

    // What every complete request gets. A handler wins over a reply; without either, silence.
    void setReply(const QByteArray &bytes, Then then = Then::Keep);
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    void onConnect(Hook hook) { m_onConnect = std::move(hook); } // before anything is read
    void onHead(Hook hook) { m_onHead = std::move(hook); } // the headers are read, the body is not

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int usedConnections() const { return m_usedConnections; } // a byte came on them
    [[nodiscard]] int openConnections() const;
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; } // decrypted
    [[nodiscard]] const QList<RawRequest> &requests() const { return m_requests; }

    static void say(QTcpSocket &socket, const QByteArray &bytes, Then then);

private:
    struct Connection {
        QByteArray buffer;
        bool headSeen = false;
        bool used = false;
    };
    void accept();
    void read(QTcpSocket &socket, Connection &connection);
    void answer(QTcpSocket &socket, const RawRequest &request);

    std::unique_ptr<QTcpServer> m_server;
    Handler m_handler;
    Hook m_onConnect;
    Hook m_onHead;
    QList<RawRequest> m_requests;
    int m_connections = 0;
    int m_usedConnections = 0;
    qint64 m_bytesReceived = 0;
    bool m_tls = false;
};

// A whole HTTP/1.1 answer with a right Content-Length.
[[nodiscard]] QByteArray httpReply(int status, const QByteArray &body,
                                   const QByteArray &extraHeaders = {},
                                   const QByteArray &contentType = "application/json");

} // namespace latchkey::test
