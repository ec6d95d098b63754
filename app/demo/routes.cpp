#include "app/demo/routes.h"

#include "app/demo/avatars.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace latchkey::demo
{

namespace
{

constexpr QByteArrayView kLoginPath = "/api/v1/auth/login";
constexpr QByteArrayView kProfilePath = "/api/v1/auth/profile";
constexpr QByteArrayView kRefreshPath = "/api/v1/auth/refresh-token";
constexpr QByteArrayView kAvatarFolder = "/api/v1/avatars/";

QByteArray pathOf(const Request &request)
{
    return request.target.split('?').constFirst();
}

struct Body {
    QJsonObject object;
    std::optional<Answer> broken;
};

// As the reference server: a body of another type is not read, and an absent one is an empty
// object.
Body parsed(const Request &request)
{
    const QByteArray type = request.contentType.split(';').constFirst();
    if (request.body.isEmpty() || type.trimmed().toLower() != "application/json")
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (document.isNull()) // the one wording that api.md knows, wherever the fault is
        return {{}, badRequest(QStringLiteral("Unexpected end of JSON input"))};
    return {document.object(), std::nullopt};
}

Answer created(const TokenPair &pair)
{
    return {201,
            R"({"access_token":")" + pair.access + R"(","refresh_token":")" + pair.refresh
                + R"("})"};
}

std::optional<QByteArray> bearerToken(const QByteArray &authorization)
{
    constexpr QByteArrayView scheme = "bearer ";
    if (!authorization.left(scheme.size()).toLower().startsWith(scheme))
        return std::nullopt;
    return authorization.mid(scheme.size()).trimmed();
}

QByteArrayList hostsFor(quint16 port)
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    return {"127.0.0.1" + suffix, "localhost" + suffix};
}

} // namespace

Routes::Routes(const Accounts &accounts, TokenService &tokens, quint16 port)
    : m_accounts(accounts)
    , m_tokens(tokens)
    , m_hosts(hostsFor(port))
    , m_avatars(loadAvatars())
{
}

// A web page in the user's browser can reach loopback ports, by DNS rebinding even under a name of
// its own: such a request betrays itself by its Host or its Origin (security.md Q4).
bool Routes::isMeantForUs(const Request &request) const
{
    if (request.hosts.size() != 1 || !m_hosts.contains(request.hosts.constFirst().toLower()))
        return false;
    const QByteArray ourOrigin = "http://" + request.hosts.constFirst().toLower();
    return request.origins.isEmpty()
        || (request.origins.size() == 1 && request.origins.constFirst().toLower() == ourOrigin);
}

Endpoint Routes::endpointOf(const Request &request) const
{
    if (!isMeantForUs(request))
        return Endpoint::Refused;
    const QByteArray path = pathOf(request);
    // HEAD is answered as GET: the HTTP library leaves the body out.
    const bool get = request.method == "GET" || request.method == "HEAD";
    const bool post = request.method == "POST";
    if (post && path == kLoginPath)
        return Endpoint::Login;
    if (get && path == kProfilePath)
        return Endpoint::Profile;
    if (post && path == kRefreshPath)
        return Endpoint::Refresh;
    if (get && path.startsWith(kAvatarFolder) && m_avatars.contains(path.mid(kAvatarFolder.size())))
        return Endpoint::Avatar;
    // A wrong method on a known path too: the reference server has no 405.
    return Endpoint::Unknown;
}

Answer Routes::answer(const Request &request) const
{
    const Endpoint endpoint = endpointOf(request);
    if (endpoint == Endpoint::Refused)
        return forbidden();
    if (request.tooLarge)
        return tooLarge();
    if (request.cut)
        return badRequest(QStringLiteral("request aborted"));
    switch (endpoint) {
    case Endpoint::Login:
        return login(request);
    case Endpoint::Profile:
        return profile(request);
    case Endpoint::Refresh:
        return refresh(request);
    case Endpoint::Avatar:
        return avatar(request);
    case Endpoint::Unknown:
        return notFound(request.method, request.target);
    case Endpoint::Refused:
        break;
    }
    return forbidden();
}

Answer Routes::login(const Request &request) const
{
    const Body body = parsed(request);
    if (body.broken)
        return *body.broken;
    // toString() of a missing or non-string field is empty, and no account has an empty field.
    const auto account = m_accounts.withLogin(body.object[QLatin1String("email")].toString(),
                                              body.object[QLatin1String("password")].toString());
    return account ? created(m_tokens.issue(account->id)) : unauthorized();
}

Answer Routes::refresh(const Request &request) const
{
    const Body body = parsed(request);
    if (body.broken)
        return *body.broken;
    const QJsonValue token = body.object[QLatin1String("refreshToken")];
    QStringList complaints;
    if (token.isUndefined() || token.isNull() || token == QJsonValue(QString()))
        complaints << QStringLiteral("refreshToken should not be empty");
    if (!token.isString())
        complaints << QStringLiteral("refreshToken must be a string");
    if (!complaints.isEmpty())
        return invalidFields(complaints);
    const QByteArray given = token.toString().toUtf8();
    const auto pair = m_tokens.refresh(given);
    if (!pair && m_tokens.wasReplaced(given))
        return sessionReplaced();
    return pair ? created(*pair) : invalidRefresh();
}

Answer Routes::profile(const Request &request) const
{
    const auto token = bearerToken(request.authorization);
    const auto id = token ? m_tokens.accountOf(*token) : std::nullopt;
    if (!id)
        return token && m_tokens.wasReplaced(*token) ? sessionReplaced() : unauthorized();
    const auto account = m_accounts.withId(*id);
    if (!account)
        return entityNotFound(*id, request.target, m_tokens.now());
    const QByteArray number = QByteArray::number(account->id);
    const QByteArray avatarUrl
        = "http://" + request.hosts.constFirst() + kAvatarFolder.toByteArray() + number + ".png";
    return {200,
            R"({"id":)" + number + R"(,"email":)" + quoted(account->email) + R"(,"password":)"
                + quoted(account->password) + R"(,"name":)" + quoted(account->name) + R"(,"role":)"
                + quoted(account->role) + R"(,"avatar":)" + quoted(QString::fromLatin1(avatarUrl))
                + R"(,"creationAt":)" + quoted(account->creationAt) + R"(,"updatedAt":)"
                + quoted(account->updatedAt) + '}'};
}

Answer Routes::avatar(const Request &request) const
{
    return {200, m_avatars.value(pathOf(request).mid(kAvatarFolder.size())), "image/png"};
}

} // namespace latchkey::demo
