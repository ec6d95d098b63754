#include "tests/support/fakehttp.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <utility>

namespace latchkey::test
{

void FakeHttp::send(const HttpRequest &request, QObject *context, Callback callback)
{
    m_sent.append(request);
    if (request.onSent && connects)
        request.onSent();
    if (m_responder) {
        if (const auto reply = m_responder(request)) {
            QMetaObject::invokeMethod(
                context, [callback = std::move(callback), reply = *reply] { callback(reply); },
                Qt::QueuedConnection);
            return;
        }
    }
    m_pending.append({request, context, std::move(callback)});
}

void FakeHttp::dropConnections()
{
    ++m_drops;
    for (const Exchange &exchange : std::exchange(m_pending, {})) {
        if (!exchange.context)
            continue;
        QMetaObject::invokeMethod(
            exchange.context,
            [exchange] { exchange.callback(failedReply(TransportFailure::Interrupted)); },
            Qt::QueuedConnection);
    }
}

int FakeHttp::sentCount(const QString &pathEnd) const
{
    int count = 0;
    for (const HttpRequest &request : m_sent)
        count += request.url.path().endsWith(pathEnd) ? 1 : 0;
    return count;
}

int FakeHttp::pendingCount() const
{
    int count = 0;
    for (const Exchange &exchange : m_pending)
        count += exchange.context ? 1 : 0;
    return count;
}

void FakeHttp::answerNext(const HttpReply &reply)
{
    answerNext({}, reply);
}

void FakeHttp::answerNext(const QString &pathEnd, const HttpReply &reply)
{
    for (qsizetype i = 0; i < m_pending.size(); ++i) {
        if (!m_pending.at(i).context || !m_pending.at(i).request.url.path().endsWith(pathEnd))
            continue;
        const Exchange exchange = m_pending.takeAt(i);
        exchange.callback(reply);
        return;
    }
    qFatal("answerNext: nothing is pending");
}

HttpReply jsonReply(int status, const QByteArray &body)
{
    HttpReply reply;
    reply.status = status;
    reply.headers.insert("content-type", "application/json; charset=utf-8");
    reply.body = body;
    return reply;
}

HttpReply apiError(int status, const QByteArray &message)
{
    return jsonReply(status,
                     R"({"message":")" + message + R"(","statusCode":)" + QByteArray::number(status)
                         + '}');
}

HttpReply failedReply(TransportFailure failure)
{
    HttpReply reply;
    reply.failure = failure;
    reply.detail = QStringLiteral("fake failure");
    return reply;
}

QByteArray jwt(WallTime issuedAt, Milliseconds lifetime, int serial, const QJsonValue &subject)
{
    constexpr int signatureSize = 32;
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const qint64 iat = issuedAt.time_since_epoch().count() / 1000;
    const QJsonObject claims{{QStringLiteral("sub"), subject},
                             {QStringLiteral("iat"), iat},
                             {QStringLiteral("exp"), iat + lifetime.count() / 1000}};
    return QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(options) + '.'
        + QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(options) + '.'
        + QByteArray::number(serial).rightJustified(signatureSize, 's').toBase64(options);
}

QByteArray tokenBody(WallTime issuedAt, Milliseconds access, Milliseconds refresh, int serial,
                     const QJsonValue &subject)
{
    return R"({"access_token":")" + jwt(issuedAt, access, serial, subject)
        + R"(","refresh_token":")" + jwt(issuedAt, refresh, serial, subject) + R"("})";
}

QByteArray profileBody()
{
    return R"({"id":1,"email":"john@mail.com","password":"changeme","name":"Jhon","role":"customer",)"
           R"("avatar":"","creationAt":"2025-03-12T08:00:00.000Z","updatedAt":"2026-11-21T08:00:00.000Z"})";
}

} // namespace latchkey::test
