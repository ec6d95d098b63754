#include "app/api/apiclient.h"

#include "app/api/bearertoken.h"
#include "app/api/httpdate.h"
#include "app/api/replymapper.h"
#include "app/api/wireformat.h"
#include "app/base/logging.h"

namespace latchkey
{

struct ApiClient::Seen {
    std::optional<WallTime> boot; // its time at this computer's start
    RoundTrips renewals;
    RoundTrips questions;
};

namespace
{

constexpr qint64 TokenReplyCap = 64 * 1024; // N10
constexpr qint64 ProfileCap = 1024 * 1024;

using Seen = std::shared_ptr<ApiClient::Seen>;
using Trips = RoundTrips ApiClient::Seen::*;

HttpRequest postRequest(const ServerAddress &server, const QString &path, const Secret &body)
{
    HttpRequest request;
    request.verb = HttpRequest::Verb::Post;
    request.url = server.resolve(path);
    request.body = body;
    request.byteCap = TokenReplyCap;
    return request;
}

HttpRequest profileRequest(const ServerAddress &server, const Secret &accessToken,
                           HttpRequest::Purpose purpose = HttpRequest::Purpose::Session)
{
    HttpRequest request;
    request.url = server.resolve(QStringLiteral("auth/profile"));
    request.purpose = purpose;
    request.byteCap = ProfileCap;
    if (server.sameOrigin(request.url)) // N1
        request.bearer = accessToken;
    return request;
}

// Only an answer, or the want of one, says how long the next will take; a refusal to connect does
// not.
void note(RoundTrips &trips, TransportFailure failure, Milliseconds took)
{
    if (failure == TransportFailure::None)
        trips.answered(took);
    else if (failure == TransportFailure::TimedOut)
        trips.unanswered(took);
}

// Sends, and hands the mapped reply on; the reply's bytes, which hold tokens or the profile's
// password, are overwritten first.
template <typename T>
void call(HttpEdge &http, const Clock &clock, const Seen &seen, Trips trips,
          const HttpRequest &request, bool login, QObject *context,
          Result<T> (*map)(const HttpReply &, const Asked &), ApiClient::Callback<T> callback)
{
    const Asked asked{request.url, login, clock.sinceBoot(), {}};
    const HttpEdge::Callback answered = [&clock, seen, trips, asked, since = clock.monotonic(), map,
                                         callback = std::move(callback)](HttpReply reply) {
        Asked now = asked;
        now.now = clock.wall();
        note(*seen.*trips, reply.failure, clock.monotonic() - since);
        const Result<T> result = map(reply, now);
        const auto date = parseHttpDate(reply.headers.value("date"));
        // What stands in between has a clock of its own.
        if (date && (result || result.error().fromApi))
            seen->boot = *date - clock.sinceBoot();
        wipe(reply.body);
        if (!result)
            qCInfo(lcApi) << asked.url.path() << errorName(result.error().code)
                          << result.error().httpStatus;
        callback(result);
    };
    if (request.verb != HttpRequest::Verb::Get)
        return http.send(request, context, answered);
    http.send(request, context, [&http, request, context, answered](const HttpReply &reply) {
        if (!reply.wasStale)
            return answered(reply);
        qCInfo(lcApi) << request.url.path() << "is asked for once more: the connection was stale";
        http.send(request, context, answered);
    });
}

} // namespace

ApiClient::ApiClient(HttpEdge &http, const Clock &clock)
    : m_http(http)
    , m_clock(clock)
    , m_seen(std::make_shared<Seen>())
{
}

void ApiClient::setServer(const ServerAddress &server)
{
    m_server = server;
    m_seen = std::make_shared<Seen>();
}

ServerAddress ApiClient::server() const
{
    return m_server;
}

std::optional<WallTime> ApiClient::serverNow() const
{
    if (!m_seen->boot)
        return std::nullopt;
    return *m_seen->boot + m_clock.sinceBoot();
}

Milliseconds ApiClient::expectedRenewal() const
{
    // Not asked for one yet: it takes no less than another question.
    const Milliseconds known = m_seen->renewals.expected();
    return known > Milliseconds(0) ? known : m_seen->questions.expected();
}

Milliseconds ApiClient::expectedQuestion() const
{
    return m_seen->questions.expected();
}

void ApiClient::login(const Credentials &credentials, QObject *context,
                      Callback<TokenReply> callback)
{
    const auto request
        = postRequest(m_server, QStringLiteral("auth/login"), loginBody(credentials));
    call<TokenReply>(m_http, m_clock, m_seen, &Seen::questions, request, true, context, &mapTokens,
                     std::move(callback));
}

void ApiClient::profile(const Secret &accessToken, QObject *context, Callback<Profile> callback)
{
    // Such a token was never issued: the server would refuse it, and a renewal may bring a good
    // one.
    if (!isBearerToken(accessToken.reveal())) {
        Error error;
        error.code = ErrorCode::Unauthorized;
        error.detail = QStringLiteral("not sent: the access token is no b64token");
        QMetaObject::invokeMethod(
            context, [callback, error] { callback(tl::make_unexpected(error)); },
            Qt::QueuedConnection);
        return;
    }
    const auto request = profileRequest(m_server, accessToken);
    call<Profile>(m_http, m_clock, m_seen, &Seen::questions, request, false, context, &mapProfile,
                  std::move(callback));
}

void ApiClient::refreshToken(const Secret &refreshToken, QObject *context,
                             Callback<TokenReply> callback, std::function<void()> onSent)
{
    auto request
        = postRequest(m_server, QStringLiteral("auth/refresh-token"), refreshBody(refreshToken));
    request.onSent = std::move(onSent);
    call<TokenReply>(m_http, m_clock, m_seen, &Seen::renewals, request, false, context, &mapTokens,
                     std::move(callback));
}

void ApiClient::probe(const ServerAddress &server, QObject *context, Callback<bool> callback)
{
    const auto request = profileRequest(server, Secret(), HttpRequest::Purpose::Test);
    const bool ours = server.toString() == m_server.toString();
    call<bool>(m_http, m_clock, ours ? m_seen : std::make_shared<Seen>(), &Seen::questions, request,
               false, context, &mapProbe, std::move(callback));
}

} // namespace latchkey
