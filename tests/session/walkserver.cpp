#include "tests/session/walkserver.h"

#include "tests/support/fakehttp.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace latchkey::test
{

namespace
{

using namespace std::chrono_literals;

constexpr WallTime ServerStart{std::chrono::hours(24 * 365 * 56)};

QString memberOf(const Secret &json, QStringView name)
{
    const auto bytes = json.reveal();
    return QJsonDocument::fromJson(QByteArray(bytes.data(), bytes.size()))
        .object()
        .value(name)
        .toString();
}

WalkServer::Call callOf(const QString &path)
{
    if (path.endsWith(u"/auth/login"))
        return WalkServer::Call::Login;
    return path.endsWith(u"/auth/refresh-token") ? WalkServer::Call::Renewal
                                                 : WalkServer::Call::Profile;
}

int subjectOf(const QString &user)
{
    return user == walkUser(0) ? 1 : 2;
}

} // namespace

QString walkUser(int which)
{
    return which ? QStringLiteral("maria@mail.com") : QStringLiteral("john@mail.com");
}

QString walkKey(const ServerAddress &server, const QString &user)
{
    return accountKey(QStringLiteral("default"), server, QString::number(subjectOf(user)));
}

QString walkOldKey(const ServerAddress &server)
{
    return sessionKey(QStringLiteral("default"), server, false);
}

WalkServer::WalkServer(FakeClock &clock)
    : m_clock(clock)
{
}

WallTime WalkServer::now() const
{
    return ServerStart + m_clock.sinceBoot() + offset;
}

void WalkServer::send(const HttpRequest &request, QObject *context, Callback callback)
{
    if (request.onSent)
        request.onSent();
    Exchange exchange;
    exchange.call = callOf(request.url.path());
    exchange.host = request.url.host();
    if (exchange.call == Call::Login)
        exchange.user = memberOf(request.body, u"email");
    else if (exchange.call == Call::Renewal)
        exchange.token = memberOf(request.body, u"refreshToken").toLatin1();
    else
        exchange.token = request.bearer.reveal().toByteArray();
    if (exchange.call == Call::Profile && exchange.token.isEmpty())
        exchange.call = Call::Time;
    exchange.context = context;
    exchange.callback = std::move(callback);
    exchange.arrived = now();
    exchange.sent = m_clock.sinceBoot();
    m_ears->sending(exchange);
    forgetDeserted();
    exchange.deadline = m_clock.makeTimer([this, sent = exchange.sent] {
        for (int place = 0; place < pending(); ++place) {
            if (m_pending.at(static_cast<std::size_t>(place)).sent == sent)
                return answer(place, Answer::TimedOut);
        }
    });
    exchange.deadline->start(request.deadline);
    m_pending.push_back(std::move(exchange));
    if (m_answering)
        setAnswering(true);
}

void WalkServer::setAnswering(bool byItself)
{
    m_answering = byItself;
    if (!byItself)
        return;
    const auto answerAll = [this] {
        while (m_answering && pending() > 0)
            answer(0, Answer::Honest);
    };
    QMetaObject::invokeMethod(&m_turn, answerAll, Qt::QueuedConnection);
}

void WalkServer::forgetDeserted()
{
    std::erase_if(m_pending, [](const Exchange &exchange) { return exchange.context.isNull(); });
}

int WalkServer::pending()
{
    forgetDeserted();
    return static_cast<int>(m_pending.size());
}

QSet<QByteArray> WalkServer::tokensUnderWay()
{
    forgetDeserted();
    QSet<QByteArray> tokens;
    for (const Exchange &exchange : m_pending) {
        if (exchange.call == Call::Renewal)
            tokens.insert(exchange.token);
    }
    return tokens;
}

void WalkServer::answer(int place, Answer how)
{
    forgetDeserted();
    const auto position = m_pending.begin() + place;
    const Exchange exchange = std::move(*position);
    m_pending.erase(position);
    Delivery delivery;
    const HttpReply reply = replyOf(exchange, how, delivery);
    m_ears->delivering(exchange, delivery);
    exchange.callback(reply);
}

bool WalkServer::honours(const QByteArray &token) const
{
    const Token *known = tokenOf(token);
    return known && !known->revoked && now() < known->expiry;
}

const WalkServer::Token *WalkServer::tokenOf(const QByteArray &token) const
{
    const auto found = m_tokens.constFind(token);
    return found == m_tokens.constEnd() ? nullptr : &*found;
}

std::pair<QByteArray, QByteArray> WalkServer::makePair(const QString &user, WallTime at,
                                                       Milliseconds sent)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at);
    const auto make = [&](Milliseconds life, bool isRefresh) {
        const QByteArray token = jwt(at, life, ++m_serial, subjectOf(user));
        m_tokens.insert(token, {user, isRefresh, seconds + life, sent + life, false});
        return token;
    };
    const QByteArray access = make(accessLife, false);
    return {access, refreshLife > 0ms ? make(refreshLife, true) : QByteArray()};
}

HttpReply WalkServer::pairReply(const Exchange &exchange, const QString &user, bool accessOnly,
                                Delivery &delivery)
{
    const auto [access, refresh] = makePair(user, exchange.arrived, exchange.sent);
    delivery.status = 201;
    delivery.access = access;
    QJsonObject body{{QStringLiteral("access_token"), QLatin1String(access)}};
    if (!accessOnly && !refresh.isEmpty()) {
        delivery.refresh = refresh;
        body.insert(QStringLiteral("refresh_token"), QLatin1String(refresh));
    }
    HttpReply reply = jsonReply(201, QJsonDocument(body).toJson(QJsonDocument::Compact));
    return dated(std::move(reply), exchange.arrived); // it was made when its tokens were
}

HttpReply WalkServer::honestReply(const Exchange &exchange, bool accessOnly, Delivery &delivery)
{
    if (exchange.call == Call::Login)
        return pairReply(exchange, exchange.user, accessOnly, delivery);
    const Token token = m_tokens.value(exchange.token);
    const bool good = !token.revoked && exchange.arrived < token.expiry;
    if (!good)
        return refusal(401, delivery);
    if (exchange.call == Call::Renewal) {
        m_tokens[exchange.token].revoked = rotates && !accessOnly;
        return pairReply(exchange, token.user, accessOnly, delivery);
    }
    delivery.status = 200;
    const QJsonObject body{{QStringLiteral("id"), 1},
                           {QStringLiteral("email"), token.user},
                           {QStringLiteral("name"), QStringLiteral("X")},
                           {QStringLiteral("role"), QStringLiteral("customer")},
                           {QStringLiteral("avatar"), QString()}};
    return dated(jsonReply(200, QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

HttpReply WalkServer::refusal(int status, Delivery &delivery) const
{
    delivery.status = status;
    delivery.isTheApis = true;
    return dated(jsonReply(
        status, R"({"message":"Invalid","statusCode":)" + QByteArray::number(status) + '}'));
}

HttpReply WalkServer::page(int status, Delivery &delivery) const
{
    delivery.status = status;
    HttpReply reply = jsonReply(status, "<html>");
    reply.headers.insert("content-type", "text/html");
    return reply;
}

// What no API page promises, and is met all the same.
HttpReply WalkServer::strange(Answer how, Delivery &delivery) const
{
    switch (how) {
    case Answer::Challenge: {
        HttpReply reply = refusal(401, delivery);
        reply.body.clear();
        reply.headers.insert("www-authenticate", "Bearer");
        return reply;
    }
    case Answer::Gone:
        delivery.status = 400;
        delivery.isTheApis = true;
        return dated(
            jsonReply(400, R"({"name":"EntityNotFoundError","message":"Could not find"})"));
    case Answer::PageBadRequest:
        return page(400, delivery);
    case Answer::PageUnauthorized:
        return page(401, delivery);
    case Answer::PageForbidden:
        return page(403, delivery);
    case Answer::Unsigned:
        delivery.status = 401;
        return dated(jsonReply(401, R"({"message":"Invalid"})"));
    case Answer::ErrorInside:
        delivery.status = 201;
        return dated(jsonReply(201, R"({"message":"Invalid","statusCode":401})"));
    default: // Html
        return page(200, delivery);
    }
}

HttpReply WalkServer::replyOf(const Exchange &exchange, Answer how, Delivery &delivery)
{
    switch (how) {
    case Answer::Honest:
    case Answer::AccessOnly:
        return honestReply(exchange, how == Answer::AccessOnly, delivery);
    case Answer::Lost: {
        Delivery lost;
        (void)honestReply(exchange, false, lost);
        return failedReply(TransportFailure::Interrupted);
    }
    case Answer::Unauthorized:
        return refusal(401, delivery);
    case Answer::Forbidden:
        return refusal(403, delivery);
    case Answer::BadRequest:
        return refusal(400, delivery);
    case Answer::NotFound:
        return refusal(404, delivery);
    case Answer::TooMany: {
        HttpReply reply = refusal(429, delivery);
        reply.headers.insert("retry-after", "120");
        delivery.retryAfter = 120s;
        return reply;
    }
    case Answer::Fault:
        return refusal(500, delivery);
    case Answer::Challenge:
    case Answer::Gone:
    case Answer::PageBadRequest:
    case Answer::PageUnauthorized:
    case Answer::PageForbidden:
    case Answer::Unsigned:
    case Answer::ErrorInside:
    case Answer::Html:
        return strange(how, delivery);
    case Answer::Cut:
        return failedReply(TransportFailure::Interrupted);
    case Answer::Offline:
        return failedReply(TransportFailure::HostNotFound);
    case Answer::TimedOut:
        return failedReply(TransportFailure::TimedOut);
    }
    return {};
}

HttpReply WalkServer::dated(HttpReply reply) const
{
    return dated(std::move(reply), now());
}

HttpReply WalkServer::dated(HttpReply reply, WallTime at)
{
    const QString date
        = QLocale::c().toString(toDateTime(at), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    reply.headers.insert("date", date.toLatin1());
    return reply;
}

} // namespace latchkey::test
