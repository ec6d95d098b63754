#include "app/api/exchange.h"

#include "app/api/framing.h"
#include "app/api/oneshotbody.h"
#include "app/api/requestfactory.h"
#include "app/api/tlsfaults.h"
#include "app/api/transportfailure.h"
#include "app/base/logging.h"

#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <algorithm>

namespace latchkey
{

namespace
{

// Qt holds at most this much unread; the rest waits in the kernel, or at the server.
constexpr qint64 ReadBufferSize = 64 * 1024;

QHash<QByteArray, QByteArray> headersOf(const QNetworkReply &reply)
{
    QHash<QByteArray, QByteArray> headers;
    for (const auto &[name, value] : reply.rawHeaderPairs())
        headers.insert(name.toLower(), value);
    return headers;
}

} // namespace

Exchange::Exchange(QObject *context, HttpEdge::Callback callback, QObject *parent)
    : QObject(parent)
    , m_callback(std::move(callback))
{
    connect(context, &QObject::destroyed, this, &Exchange::cancel);
}

Exchange::~Exchange()
{
    dropReply();
    wipe(m_body);
    wipe(m_answer.body);
}

void Exchange::start(QNetworkAccessManager &network, Clock &clock, const HttpRequest &request)
{
    m_byteCap = request.byteCap;
    m_deadline = clock.makeTimer(
        [this] { fail(TransportFailure::TimedOut, QStringLiteral("no answer in time")); });
    m_deadline->start(request.deadline);

    const QNetworkRequest out = makeNetworkRequest(request);
    auto *body = new OneShotBody(request.body);
    switch (request.verb) {
    case HttpRequest::Verb::Get:
        m_reply = network.sendCustomRequest(out, QByteArrayLiteral("GET"), body);
        break;
    case HttpRequest::Verb::Post:
        m_reply = network.post(out, body);
        break;
    }
    body->setParent(m_reply); // Qt reads from it for as long as the reply lives
    m_reply->setReadBufferSize(std::min(m_byteCap + 1, ReadBufferSize));
    if (request.onSent)
        connect(m_reply, &QNetworkReply::requestSent, this, request.onSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::headersCame);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::bytesCame);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::tlsFailed);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::replyFinished);
}

void Exchange::fail(TransportFailure failure, const QString &detail)
{
    HttpReply reply;
    reply.failure = failure;
    reply.detail = detail;
    if (m_reply)
        reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.reachedNobody = reply.status == 0
        && (failure == TransportFailure::TimedOut || failure == TransportFailure::HostNotFound
            || (m_reply && m_reply->error() == QNetworkReply::UnknownNetworkError));
    if (m_reply && headProblem(reply.status, m_reply->rawHeaderPairs()).isEmpty())
        reply.headers = headersOf(*m_reply);
    if (failure == TransportFailure::Tls)
        reply.tls = m_tls.value_or(TlsFault());
    answerLater(std::move(reply));
}

void Exchange::cancel()
{
    m_done = true;
    m_callback = nullptr;
    dropReply();
    deleteLater();
}

// A reply that says it is too big need not be read to find out.
void Exchange::headersCame()
{
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong();
    if (length > m_byteCap)
        fail(TransportFailure::TooLarge, QStringLiteral("%1 bytes announced").arg(length));
    else if (length > 0)
        m_body.reserve(length); // a growing array would leave copies behind
}

void Exchange::bytesCame()
{
    while (!m_done && m_reply->isOpen() && m_reply->bytesAvailable() > 0) {
        QByteArray piece = m_reply->read(std::min(m_byteCap + 1 - m_body.size(), ReadBufferSize));
        if (piece.isEmpty())
            return;
        m_body += piece;
        wipe(piece);
        if (m_body.size() > m_byteCap)
            fail(TransportFailure::TooLarge, QStringLiteral("over %1 bytes").arg(m_byteCap));
    }
}

// Only remembers: an error that nobody ignores ends the handshake (N6).
void Exchange::tlsFailed(const QList<QSslError> &errors)
{
    m_tls = tlsFault(errors, m_reply->sslConfiguration().peerCertificate());
}

void Exchange::replyFinished()
{
    bytesCame();
    if (m_done)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto failure = transportFailure(m_reply->error(), status);
    const QString malformed
        = status == 0 ? QString() : headProblem(status, m_reply->rawHeaderPairs());
    if (!malformed.isEmpty()) // waiting for what such a head promises may also have cut it
        return fail(TransportFailure::Malformed, malformed);
    if (failure != TransportFailure::None)
        return fail(failure, describeError(status));
    const QString problem = framingProblem(status, m_reply->rawHeaderPairs(), m_body.size());
    if (!problem.isEmpty())
        return fail(TransportFailure::Interrupted, problem);

    HttpReply reply;
    reply.status = status;
    reply.headers = headersOf(*m_reply);
    reply.body = std::exchange(m_body, {});
    answerLater(std::move(reply));
}

// With a status line, Qt's own text repeats the server's reason phrase, which is not ours to show.
QString Exchange::describeError(int status) const
{
    const auto names = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    const auto name = QString::fromLatin1(names.valueToKey(m_reply->error()));
    return status == 0 ? QStringLiteral("%1: %2").arg(name, m_reply->errorString())
                       : QStringLiteral("%1 after status %2").arg(name).arg(status);
}

void Exchange::answerLater(HttpReply reply)
{
    if (m_done)
        return;
    m_done = true;
    if (m_deadline)
        m_deadline->stop();
    dropReply();
    if (reply.failure != TransportFailure::None)
        qCDebug(lcApi) << "exchange failed:" << reply.detail;
    m_answer = std::move(reply);
    QMetaObject::invokeMethod(this, &Exchange::answer, Qt::QueuedConnection);
}

void Exchange::answer()
{
    if (!m_callback)
        return; // cancelled meanwhile
    const auto callback = std::exchange(m_callback, nullptr);
    deleteLater();
    callback(std::exchange(m_answer, {})); // may delete this
}

void Exchange::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this); // abort() emits finished() before it returns
    reply->abort();
    reply->deleteLater();
}

} // namespace latchkey
