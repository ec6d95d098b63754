#include "app/api/replymapper.h"

#include "app/api/bearerchallenge.h"
#include "app/api/httpdate.h"
#include "app/api/retryafter.h"
#include "app/api/wireformat.h"
#include "app/base/serveraddress.h"

namespace latchkey
{

namespace
{

ErrorCode codeOf(TransportFailure failure)
{
    switch (failure) {
    case TransportFailure::None:
        return ErrorCode::UnreadableReply;
    case TransportFailure::Offline:
        return ErrorCode::Offline;
    case TransportFailure::HostNotFound:
        return ErrorCode::HostNotFound;
    case TransportFailure::ConnectionRefused:
        return ErrorCode::ConnectionRefused;
    case TransportFailure::TimedOut:
        return ErrorCode::TimedOut;
    case TransportFailure::Interrupted:
        return ErrorCode::Interrupted;
    case TransportFailure::Tls:
        return ErrorCode::Tls;
    case TransportFailure::ProxyAuthentication:
        return ErrorCode::ProxyAuthenticationRequired;
    case TransportFailure::TooLarge:
    case TransportFailure::Malformed:
        return ErrorCode::UnreadableReply;
    case TransportFailure::Refused:
        return ErrorCode::InsecureAddress;
    }
    return ErrorCode::UnreadableReply;
}

// Where a redirect points to; invalid if nowhere.
QUrl redirectTarget(const HttpReply &reply, const QUrl &asked)
{
    const QByteArray location = reply.headers.value("location");
    return location.isEmpty() ? QUrl()
                              : asked.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
}

// The host a redirect points to if it is not the one that was asked, else empty.
QString otherHost(const QUrl &target, const QUrl &asked)
{
    const QString host = target.isValid() ? target.host(QUrl::FullyEncoded) : QString();
    return host == asked.host(QUrl::FullyEncoded) ? QString() : host;
}

// The API's address if the redirect points to the same endpoint of it, else empty. From https to
// http nobody moves.
QString movedAddress(QUrl target, const QUrl &asked)
{
    const QString path = asked.path(QUrl::FullyEncoded);
    const QString endpoint = path.section(u'/', -2); // "auth/login"
    const QString there = target.path(QUrl::FullyEncoded);
    if (!target.isValid() || !there.endsWith(u'/' + endpoint)
        || (asked.scheme() == u"https" && target.scheme() != u"https"))
        return {};
    target.setPath(there.chopped(endpoint.size() + 1), QUrl::StrictMode);
    target.setQuery(QString());
    target.setFragment(QString());
    QUrl before = asked;
    before.setPath(path.chopped(endpoint.size() + 1), QUrl::StrictMode);
    const auto address = ServerAddress::parse(target.toString(QUrl::FullyEncoded));
    const auto old = ServerAddress::parse(before.toString(QUrl::FullyEncoded));
    return address && old && !(*address == *old) ? address->toString() : QString();
}

ErrorCode codeOfRedirect(int status, bool toOtherHost)
{
    if (!toOtherHost)
        return ErrorCode::NotFound;
    // 307 and 308 ask to send the same body again elsewhere: a server does that, a portal does not.
    return status == 307 || status == 308 ? ErrorCode::CrossHostRedirect : ErrorCode::CaptivePortal;
}

ErrorCode codeOf(int status, bool login)
{
    switch (status) {
    case 400:
        return ErrorCode::BadRequest;
    case 401:
        return login ? ErrorCode::InvalidCredentials : ErrorCode::Unauthorized;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
    case 405:
        return ErrorCode::NotFound;
    case 407: // a proxy in use answers CONNECT, of which no status comes here
        return ErrorCode::NotFromApi;
    case 429:
        return ErrorCode::TooManyRequests;
    case 503:
        return ErrorCode::Unavailable;
    case 511: // RFC 6585 section 6
        return ErrorCode::CaptivePortal;
    default:
        break;
    }
    if (status >= 500)
        return ErrorCode::ServerFault;
    return status >= 400 ? ErrorCode::RequestRefused : ErrorCode::UnreadableReply;
}

// Several fields are one value with commas here (RFC 9110 5.3); equal ones say no more than one.
QByteArray mediaType(const HttpReply &reply)
{
    const QByteArray value = reply.headers.value("content-type").toLower();
    QByteArrayList fields = value.split(',');
    for (QByteArray &field : fields)
        field = field.trimmed();
    const bool equal = fields.count(fields.first()) == fields.size();
    return (equal ? fields.first() : value).split(';').first().trimmed();
}

bool hasJsonType(const HttpReply &reply)
{
    const QByteArray type = mediaType(reply);
    return type == "application/json" || type == "text/json"
        || (type.startsWith("application/") && type.endsWith("+json"));
}

std::optional<QJsonObject> jsonObject(const HttpReply &reply)
{
    return hasJsonType(reply) ? parseObject(reply.body) : std::nullopt;
}

// An error's marks count also where its type is not told, or told as plain text: many servers' last
// resort does that. Nothing is taken from it but words.
std::optional<QJsonObject> errorObject(const HttpReply &reply)
{
    const QByteArray type = mediaType(reply);
    return type.isEmpty() || type == "text/plain" ? parseObject(reply.body) : jsonObject(reply);
}

std::optional<WallTime> serverTime(const HttpReply &reply)
{
    return parseHttpDate(reply.headers.value("date"));
}

// Statuses that would be verdicts on a password, a token or an account.
bool needsTheApisWord(int status)
{
    return status == 400 || status == 401 || status == 403;
}

// Success that carries a body: 204 and 205 have none, 206 is a part of one.
bool isWholeSuccess(int status)
{
    return status >= 200 && status <= 299 && status != 204 && status != 205 && status != 206;
}

// A number, and that very one: {"statusCode":"401"} is some other program's.
bool bearsStatus(const QJsonObject &body, int status)
{
    const QJsonValue value = body.value(u"statusCode");
    return value.isDouble() && value.toDouble() == status;
}

// A good token whose user is gone (api.md): the reference server lets its database library's error
// through. What it says after `matching:` differs from version to version.
bool isDeletedUser(const QJsonObject &body, int status)
{
    return status == 400 && !body.contains(u"statusCode")
        && body.value(u"name") == QLatin1String("EntityNotFoundError");
}

// Does the API itself speak? A firewall, a proxy or a portal has a status too, but not these marks.
bool isFromApi(const HttpReply &reply, const std::optional<QJsonObject> &body)
{
    if (body && (bearsStatus(*body, reply.status) || isDeletedUser(*body, reply.status)))
        return true;
    return challengesBearer(reply.headers.value("www-authenticate"));
}

// The body of a success that speaks of a failure: {"statusCode":401,"message":...}.
bool saysError(const QJsonObject &body)
{
    const double status = body.value(u"statusCode").toDouble();
    return status >= 400 && status <= 599;
}

// The one explicit code there is; any other 401 stays what it is, for X3 is never guessed.
bool saysReplaced(const QJsonObject &body)
{
    return body[QLatin1String("error")] == QLatin1String("session_replaced");
}

// What came may be enough to judge by, though the body is not here: too large, or cut. Without it
// nothing is the API's word but a challenge, and no success is one.
bool isJudgedByHead(const HttpReply &reply)
{
    if (reply.failure == TransportFailure::None)
        return true;
    if (reply.failure == TransportFailure::TooLarge)
        return reply.status >= 300;
    if (reply.failure == TransportFailure::ProxyAuthentication)
        return reply.status == 407;
    return (reply.status == 429 || reply.status == 503) && !reply.headers.isEmpty();
}

Error errorOf(const HttpReply &reply, const Asked &asked)
{
    Error error;
    error.httpStatus = reply.status;
    error.detail = reply.detail;
    if (!isJudgedByHead(reply)) {
        error.code = codeOf(reply.failure);
        error.tls = reply.tls;
        return error;
    }
    if (error.detail.isEmpty())
        error.detail = QStringLiteral("HTTP status %1").arg(reply.status);
    if (reply.status >= 300 && reply.status <= 399) {
        const QUrl target = redirectTarget(reply, asked.url);
        error.otherHost = otherHost(target, asked.url);
        if (error.otherHost.isEmpty())
            error.movedTo = movedAddress(target, asked.url);
        error.code = codeOfRedirect(reply.status, !error.otherHost.isEmpty());
        return error;
    }
    error.code = codeOf(reply.status, asked.login);
    const auto body = errorObject(reply);
    if (body)
        error.serverMessages = parseMessages(*body);
    if (reply.status >= 400) {
        error.fromApi = isFromApi(reply, body);
        if (needsTheApisWord(reply.status) && !error.fromApi) {
            error.code = ErrorCode::NotFromApi;
            error.detail = QStringLiteral("HTTP status %1, but not in the API's own words")
                               .arg(reply.status);
        }
        error.sessionReplaced
            = body && error.code == ErrorCode::Unauthorized && saysReplaced(*body);
    }
    if (reply.status == 429 || reply.status == 503)
        error.retryAfter = parseRetryAfter(reply.headers.value("retry-after"),
                                           serverTime(reply).value_or(asked.now));
    return error;
}

// A success without what was asked for. No verdict on anything, whatever its body says.
tl::unexpected<Error> unusable(ErrorCode code, const HttpReply &reply, const QString &why)
{
    Error error;
    error.code = code;
    error.httpStatus = reply.status;
    error.detail = why;
    if (const auto body = errorObject(reply))
        error.serverMessages = parseMessages(*body);
    return tl::make_unexpected(error);
}

Result<QJsonObject> pastGate(const HttpReply &reply, const Asked &asked)
{
    if (reply.failure != TransportFailure::None || !isWholeSuccess(reply.status))
        return tl::make_unexpected(errorOf(reply, asked));
    if (!hasJsonType(reply))
        return unusable(ErrorCode::UnreadableReply, reply,
                        QStringLiteral("the answer is not JSON by its type"));
    const auto object = parseObject(reply.body);
    if (!object)
        return unusable(ErrorCode::UnreadableReply, reply,
                        QStringLiteral("the answer is no JSON object"));
    return *object;
}

} // namespace

Result<TokenReply> mapTokens(const HttpReply &reply, const Asked &asked)
{
    const auto object = pastGate(reply, asked);
    if (!object)
        return tl::make_unexpected(object.error());
    if (saysError(*object))
        return unusable(ErrorCode::NoUsableTokens, reply,
                        QStringLiteral("a success whose body is an error"));
    const auto tokens = parseTokens(*object);
    if (!tokens)
        return unusable(ErrorCode::NoUsableTokens, reply,
                        QStringLiteral("no access token that can be sent"));
    return TokenReply{*tokens, asked.sentSinceBoot, serverTime(reply), parseExpiresIn(*object)};
}

Result<Profile> mapProfile(const HttpReply &reply, const Asked &asked)
{
    const auto object = pastGate(reply, asked);
    if (!object)
        return tl::make_unexpected(object.error());
    if (saysError(*object))
        return unusable(ErrorCode::UnreadableReply, reply,
                        QStringLiteral("a success whose body is an error"));
    const auto profile = parseProfile(*object);
    if (!profile)
        return unusable(ErrorCode::UnreadableReply, reply, QStringLiteral("this is no profile"));
    return *profile;
}

Result<bool> mapProbe(const HttpReply &reply, const Asked &asked)
{
    const bool answered = isJudgedByHead(reply);
    const bool wantsToken = reply.status == 401 || reply.status == 403;
    const Error error = errorOf(reply, asked);
    if (answered && wantsToken && error.fromApi)
        return true;
    const auto words = errorObject(reply);
    if (answered && reply.status < 300 && words
        && (saysError(*words) || !parseMessages(*words).isEmpty()))
        return unusable(ErrorCode::UnreadableReply, reply,
                        QStringLiteral("a success whose body is an error"));
    if (answered && reply.status < 300) {
        auto other = unusable(
            ErrorCode::NotFound, reply,
            QStringLiteral("HTTP status %1, but not as the API answers").arg(reply.status));
        const auto body = jsonObject(reply);
        other.value().fromApi = body && parseProfile(*body); // of nobody, but in its own words
        return other;
    }
    return tl::make_unexpected(error);
}

} // namespace latchkey
