#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/base/secret.h"
#include "app/base/settings.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>

namespace latchkey
{

// Sent exactly once, or not at all (N3).
struct HttpRequest {
    enum class Verb { Get, Post };
    // Requests of one purpose share connections, and no others do.
    enum class Purpose { Session, Picture, Test };
    Verb verb = Verb::Get;
    Purpose purpose = Purpose::Session;
    QUrl url;
    Secret bearer; // empty: no Authorization header
    Secret body; // JSON; only for Post
    QByteArray accept = "application/json";
    qint64 byteCap = 64 * 1024; // of the decoded reply body; one byte more ends the exchange
    Milliseconds deadline = std::chrono::seconds(30); // from send() to the last byte
    // Called at most once, when all of the request has been given to a connection: from then on the
    // server may act on it. Not called once the context is gone. May be empty.
    std::function<void()> onSent = {};
};

// Why no complete HTTP answer came. None: an answer came, whatever its status.
enum class TransportFailure {
    None,
    Offline,
    HostNotFound,
    ConnectionRefused,
    TimedOut,
    Interrupted, // reset or cut short; whether the server acted is unknown
    Tls,
    ProxyAuthentication, // 407: of the proxy in use; with a status, of whoever else answered
    TooLarge, // over byteCap
    Malformed, // an answer that not one reading fits, or none; whether the server acted is unknown
    Refused, // not sent: plain http beyond loopback, or another scheme than http and https
};

struct HttpReply {
    TransportFailure failure = TransportFailure::None;
    int status = 0; // 0 if no status line came
    // Names in lower case. With a failure, what came of them, if only one reading fits.
    QHash<QByteArray, QByteArray> headers;
    QByteArray body; // empty when failure is not None
    // Interrupted without a byte, and the connection may have been an idle one of before, which the
    // server had closed meanwhile.
    bool wasStale = false;
    bool reachedNobody = false; // no name, no route, or not a byte by the deadline
    std::optional<TlsFault> tls;
    QString detail; // technical, English, no secret
};

// The edge to the network, and the only place a test replaces it. GUI thread only.
class HttpEdge
{
public:
    using Callback = std::function<void(HttpReply)>;
    virtual ~HttpEdge() = default;

    // Sends one request and answers exactly once, never from inside this call. Deleting `context`
    // aborts the exchange and silences the callback: that is how a caller cancels.
    virtual void send(const HttpRequest &request, QObject *context, Callback callback) = 0;

    // The computer slept: what was connected before may be dead without a sign of it. The next
    // request makes a connection of its own; what is under way has a second to take an answer that
    // is here already, and ends as Interrupted then. An edge without a network has no use for it.
    virtual void dropConnections() { }

    // From the next request on. An edge without a network has no use for it.
    virtual void useProxy(const ProxyChoice &choice) { Q_UNUSED(choice) }
};

} // namespace latchkey
