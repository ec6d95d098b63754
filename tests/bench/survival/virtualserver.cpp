#include "tests/bench/survival/virtualserver.h"

#include "app/session/claims.h"
#include "tests/support/fakehttp.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds AccessLife = 20 * 24h;
constexpr Milliseconds RefreshLife = 10h;

QByteArray httpDate(WallTime at)
{
    return QLocale::c()
        .toString(toDateTime(at), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toLatin1();
}

Secret refreshTokenOf(const HttpRequest &request)
{
    const auto object = QJsonDocument::fromJson(request.body.reveal().toByteArray()).object();
    return Secret(object.value(u"refreshToken").toString());
}

bool isDead(const Secret &token, WallTime at)
{
    const auto expiry = readClaims(token).expiry;
    return !expiry || at.time_since_epoch() >= *expiry;
}

HttpReply unauthorized()
{
    return test::jsonReply(401, R"({"message":"Invalid","error":"Unauthorized","statusCode":401})");
}

} // namespace

HttpReply VirtualServer::pair(WallTime at)
{
    return test::jsonReply(201, test::tokenBody(at, AccessLife, RefreshLife, ++m_serial));
}

HttpReply VirtualServer::answer(const HttpRequest &request, WallTime at)
{
    HttpReply reply;
    const QString path = request.url.path();
    if (path.endsWith(u"/auth/login")) {
        reply = pair(at);
    } else if (path.endsWith(u"/auth/refresh-token")) {
        if (isDead(refreshTokenOf(request), at)) {
            reply = unauthorized();
        } else {
            m_renewals.push_back(at);
            reply = pair(at);
        }
    } else {
        reply = request.bearer.isEmpty() || isDead(request.bearer, at)
            ? unauthorized()
            : test::jsonReply(200, test::profileBody());
    }
    reply.headers.insert("date", httpDate(at));
    return reply;
}

bool VirtualServer::bearsDeadToken(const HttpRequest &request, WallTime at)
{
    if (request.url.path().endsWith(u"/auth/refresh-token"))
        return isDead(refreshTokenOf(request), at);
    return !request.bearer.isEmpty() && isDead(request.bearer, at);
}

int VirtualServer::busiestDay() const
{
    std::ptrdiff_t most = 0;
    auto first = m_renewals.begin();
    for (auto last = m_renewals.begin(); last != m_renewals.end(); ++last) {
        while (*last - *first >= 24h)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return static_cast<int>(most);
}

} // namespace latchkey::survival
