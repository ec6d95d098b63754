#include "app/api/apiclient.h"

#include "app/api/bearertoken.h"
#include "app/api/httpdate.h"
#include "app/api/replymapper.h"
#include "app/api/wireformat.h"
#include "app/base/logging.h"

namespace latchkey
{

namespace
{

constexpr qint64 TokenReplyCap = 64 * 1024; // N10
constexpr qint64 ProfileCap = 1024 * 1024;

using ServerBoot = std::shared_ptr<std::optional<WallTime>>;

HttpRequest postRequest(const ServerAddress &server, const QString &path, const Secret &body)
{
    HttpRequest request;
    request.verb = HttpRequest::Verb::Post;
    request.url = server.resolve(path);
    request.body = body;
    request.byteCap = TokenReplyCap;
    return request;
}

HttpRequest profileRequest(const ServerAddress &server, const Secret &accessToken)
{
    HttpRequest request;
    request.url = server.resolve(QStringLiteral("auth/profile"));
    request.byteCap = ProfileCap;
    if (server.sameOrigin(request.url)) // N1
        request.bearer = accessToken;
    return request;
}

// Sends, and hands the mapped reply on; the reply's bytes, which hold tokens or the profile's
// password, are overwritten first.
template <typename T>
void call(HttpEdge &http, const Clock &clock, const ServerBoot &serverBoot,
          const HttpRequest &request, bool login, QObject *context,
          Result<T> (*map)(const HttpReply &, const Asked &), ApiClient::Callback<T> callback)
{
    const Asked asked{request.url, login, clock.wall(), clock.sinceBoot(), {}};
    http.send(request, context,
              [&clock, serverBoot, asked, map, callback = std::move(callback)](HttpReply reply) {
                  Asked now = asked;
                  now.now = clock.wall();
                  if (const auto date = parseHttpDate(reply.headers.value("date")))
                      *serverBoot = *date - clock.sinceBoot();
                  const Result<T> result = map(reply, now);
                  wipe(reply.body);
                  if (!result)
                      qCInfo(lcApi) << asked.url.path() << errorName(result.error().code)
                                    << result.error().httpStatus;
                  callback(result);
              });
}

} // namespace

ApiClient::ApiClient(HttpEdge &http, const Clock &clock)
    : m_http(http)
    , m_clock(clock)
    , m_serverBoot(std::make_shared<std::optional<WallTime>>())
{
}

void ApiClient::setServer(const ServerAddress &server)
{
    m_server = server;
    m_serverBoot = std::make_shared<std::optional<WallTime>>();
}

ServerAddress ApiClient::server() const
{
    return m_server;
}

std::optional<WallTime> ApiClient::serverNow() const
{
    if (!*m_serverBoot)
        return std::nullopt;
    return **m_serverBoot + m_clock.sinceBoot();
}

void ApiClient::login(const Credentials &credentials, QObject *context,
                      Callback<TokenReply> callback)
{
    const auto request
        = postRequest(m_server, QStringLiteral("auth/login"), loginBody(credentials));
    call<TokenReply>(m_http, m_clock, m_serverBoot, request, true, context, &mapTokens,
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
    call<Profile>(m_http, m_clock, m_serverBoot, request, false, context, &mapProfile,
                  std::move(callback));
}

void ApiClient::refreshToken(const Secret &refreshToken, QObject *context,
                             Callback<TokenReply> callback)
{
    const auto request
        = postRequest(m_server, QStringLiteral("auth/refresh-token"), refreshBody(refreshToken));
    call<TokenReply>(m_http, m_clock, m_serverBoot, request, false, context, &mapTokens,
                     std::move(callback));
}

void ApiClient::probe(const ServerAddress &server, QObject *context, Callback<bool> callback)
{
    const auto request = profileRequest(server, Secret());
    const bool ours = server.toString() == m_server.toString();
    const ServerBoot serverBoot = ours ? m_serverBoot : std::make_shared<std::optional<WallTime>>();
    call<bool>(m_http, m_clock, serverBoot, request, false, context, &mapProbe,
               std::move(callback));
}

} // namespace latchkey
