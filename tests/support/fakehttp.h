#pragma once

#include "app/api/httpedge.h"

#include <QJsonValue>
#include <QList>
#include <QPointer>

#include <functional>

namespace latchkey::test
{

// The network, as a test plays it: each request waits in `pending` until the test answers it,
// unless a responder is set. Knows every request that was ever sent.
class FakeHttp final : public HttpEdge
{
public:
    using Responder = std::function<std::optional<HttpReply>(const HttpRequest &)>;

    void send(const HttpRequest &request, QObject *context, Callback callback) override;

    // What is pending ends as Interrupted, after a turn of the event loop and not after the real
    // edge's second.
    void dropConnections() override;
    [[nodiscard]] int drops() const { return m_drops; }

    // False: no connection is made, so nothing of a request ever leaves.
    bool connects = true;
    // Answers each request as it comes (after a turn of the event loop); nullopt leaves it pending.
    void setResponder(Responder responder) { m_responder = std::move(responder); }

    [[nodiscard]] int sentCount(const QString &pathEnd = {}) const;
    [[nodiscard]] const HttpRequest &lastSent() const { return m_sent.last(); }
    [[nodiscard]] const QList<HttpRequest> &sent() const { return m_sent; }
    // Pending requests whose context is still there.
    [[nodiscard]] int pendingCount() const;
    void answerNext(const HttpReply &reply); // the oldest pending one
    void answerNext(const QString &pathEnd, const HttpReply &reply); // the oldest of this call

private:
    struct Exchange {
        HttpRequest request;
        QPointer<QObject> context;
        Callback callback;
    };
    QList<HttpRequest> m_sent;
    QList<Exchange> m_pending;
    Responder m_responder;
    int m_drops = 0;
};

[[nodiscard]] HttpReply jsonReply(int status, const QByteArray &body);
// An error in the API's own words (api.md, "Error bodies").
[[nodiscard]] HttpReply apiError(int status, const QByteArray &message = "no");
[[nodiscard]] HttpReply failedReply(TransportFailure failure);

// A JWT as the API makes them: HS256 header, {sub, iat, exp}, a signature of the right length. Two
// serials make two tokens.
[[nodiscard]] QByteArray jwt(WallTime issuedAt, Milliseconds lifetime, int serial = 0,
                             const QJsonValue &subject = 1);
// The body of a login or refresh reply.
[[nodiscard]] QByteArray tokenBody(WallTime issuedAt, Milliseconds access, Milliseconds refresh,
                                   int serial = 0, const QJsonValue &subject = 1);
[[nodiscard]] QByteArray profileBody(); // john@mail.com, with the password the API sends along

} // namespace latchkey::test
