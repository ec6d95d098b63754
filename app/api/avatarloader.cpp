#include "app/api/avatarloader.h"

#include "app/api/avatarurl.h"

#include <QDeadlineTimer>

namespace latchkey
{

namespace
{

constexpr int MaxRedirects = 3;
constexpr qint64 PictureCap = 2 * 1024 * 1024; // N10
constexpr Milliseconds WholeDeadline = std::chrono::seconds(20); // over all redirects

struct Fetch {
    HttpEdge *http;
    QObject *context;
    std::function<void(QByteArray)> callback;
    bool loopbackAllowed;
    QDeadlineTimer deadline;
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isPicture(const HttpReply &reply)
{
    return reply.failure == TransportFailure::None && reply.status == 200
        && reply.headers.value("content-type").toLower().startsWith("image/");
}

void fetchFrom(const QUrl &url, int redirectsLeft, const Fetch &fetch)
{
    if (!isAvatarUrlAllowed(url, fetch.loopbackAllowed) || fetch.deadline.hasExpired()) {
        QMetaObject::invokeMethod(
            fetch.context, [callback = fetch.callback] { callback({}); }, Qt::QueuedConnection);
        return;
    }
    HttpRequest request; // no bearer: the token goes to the API's origin only (N1)
    request.url = url;
    request.accept = "image/*";
    request.byteCap = PictureCap;
    request.deadline = Milliseconds(fetch.deadline.remainingTime());
    fetch.http->send(request, fetch.context, [url, redirectsLeft, fetch](const HttpReply &reply) {
        const QByteArray location = reply.headers.value("location");
        const bool answered = reply.failure == TransportFailure::None;
        if (answered && isRedirect(reply.status) && !location.isEmpty() && redirectsLeft > 0)
            return fetchFrom(url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode)),
                             redirectsLeft - 1, fetch);
        fetch.callback(isPicture(reply) ? reply.body : QByteArray());
    });
}

} // namespace

AvatarLoader::AvatarLoader(HttpEdge &http)
    : m_http(http)
{
}

void AvatarLoader::load(const QUrl &url, bool loopbackAllowed, QObject *context,
                        std::function<void(QByteArray)> callback)
{
    fetchFrom(
        url, MaxRedirects,
        {&m_http, context, std::move(callback), loopbackAllowed, QDeadlineTimer(WholeDeadline)});
}

} // namespace latchkey
