#include "app/api/avatarloader.h"

#include "app/api/avatarurl.h"

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
    const Clock *clock;
    Milliseconds end; // monotonic
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
    const Milliseconds left = fetch.end - fetch.clock->monotonic();
    if (!isAvatarUrlAllowed(url, fetch.loopbackAllowed) || left <= Milliseconds(0)) {
        QMetaObject::invokeMethod(
            fetch.context, [callback = fetch.callback] { callback({}); }, Qt::QueuedConnection);
        return;
    }
    HttpRequest request; // no bearer: the token goes to the API's origin only (N1)
    request.purpose = HttpRequest::Purpose::Picture;
    request.url = url;
    request.accept = "image/*";
    request.byteCap = PictureCap;
    request.deadline = left;
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

AvatarLoader::AvatarLoader(HttpEdge &http, const Clock &clock)
    : m_http(http)
    , m_clock(clock)
{
}

void AvatarLoader::load(const QUrl &url, bool loopbackAllowed, QObject *context,
                        std::function<void(QByteArray)> callback)
{
    fetchFrom(url, MaxRedirects,
              {&m_http, context, std::move(callback), loopbackAllowed, &m_clock,
               m_clock.monotonic() + WholeDeadline});
}

} // namespace latchkey
