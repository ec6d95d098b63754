#include "tests/session/sessionfixture.h"

#include <QLocale>

#include <algorithm>

namespace latchkey::test
{

namespace
{

void stamp(HttpReply &reply, WallTime at)
{
    reply.headers.insert(
        "date",
        QLocale::c()
            .toString(toDateTime(at), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
            .toLatin1());
}

} // namespace

SessionFixture::SessionFixture()
    : SessionFixture(FakeClock().wall())
{
}

SessionFixture::SessionFixture(WallTime start)
    : clock(start)
    , preferences(folder.filePath(QStringLiteral("latchkey.ini")))
    , api(http, clock)
    , server(*ServerAddress::parse(QStringLiteral("https://api.example.com/v1")))
{
    http.setResponder([this](const HttpRequest &request) { return answer(request); });
}

void SessionFixture::start()
{
    session = std::make_unique<Session>(parts(), QStringLiteral("default"));
    session->setRenewalSettings({.usedShare = usedShare, .lead = {}});
    session->useServer(server, false);
    settle();
}

Session::Parts SessionFixture::parts()
{
    return {api, store, preferences, clock, lockFolder, unitRandom};
}

void SessionFixture::restart()
{
    session.reset();
    start();
}

void SessionFixture::signIn(bool stay)
{
    signIn(John, stay);
}

void SessionFixture::signIn(const QString &who, bool stay)
{
    session->signIn({who, Secret(QByteArrayView("changeme"))}, stay);
    settle();
}

void SessionFixture::signInAndQuit(Milliseconds ago)
{
    start();
    signIn();
    quit();
    clock.advance(ago);
}

void SessionFixture::setComputersClock(Milliseconds by)
{
    clock.jumpWall(by);
    serverOffset -= by;
}

bool SessionFixture::hasEnded() const
{
    const QList<Transition> seen = session->transitions();
    return std::any_of(seen.cbegin(), seen.cend(), [](const Transition &transition) {
        return transition.to == SessionState::Ended;
    });
}

HttpReply SessionFixture::pairReply(int status)
{
    HttpReply reply = jsonReply(
        status, tokenBody(clock.wall() + serverOffset, accessLife, refreshLife, ++serial));
    stamp(reply, clock.wall() + serverOffset);
    return reply;
}

HttpReply SessionFixture::accessReply()
{
    const QByteArray token = jwt(clock.wall() + serverOffset, accessLife, ++serial);
    HttpReply reply = jsonReply(201, R"({"access_token":")" + token + R"("})");
    stamp(reply, clock.wall() + serverOffset);
    return reply;
}

HttpReply SessionFixture::profileReply() const
{
    HttpReply reply = jsonReply(200, profileBody());
    stamp(reply, clock.wall() + serverOffset);
    return reply;
}

StoredSession SessionFixture::stored() const
{
    if (store.items.size() != 1)
        qFatal("the keychain does not hold one item");
    const auto found = decodeSession(*store.items.begin(), server);
    if (!found)
        qFatal("the keychain does not hold a session of this server");
    return *found;
}

StoredSession SessionFixture::anotherStores(const QString &who)
{
    if (store.items.size() != 1)
        qFatal("the keychain does not hold one item");
    const WallTime now = clock.wall() + serverOffset;
    const int number = ++serial;
    const Tokens tokens{Secret(QByteArrayView(jwt(now, accessLife, 1000 + number))),
                        Secret(QByteArrayView(jwt(now, refreshLife, 2000 + number)))};
    const StoredSession theirs{server, who, tokens, clock.wall()};
    store.items.begin().value() = encodeSession(theirs);
    return theirs;
}

int SessionFixture::profileCount() const
{
    return static_cast<int>(
        std::count_if(http.sent().cbegin(), http.sent().cend(), [](const HttpRequest &request) {
            return request.url.path().endsWith(u"/auth/profile") && !request.bearer.isEmpty();
        }));
}

Milliseconds SessionFixture::shortestRenewalGap() const
{
    Milliseconds shortest = std::chrono::hours(1);
    for (qsizetype i = 1; i < renewalTimes.size(); ++i)
        shortest = std::min(shortest, renewalTimes.at(i) - renewalTimes.at(i - 1));
    return shortest;
}

std::optional<HttpReply> SessionFixture::answer(const HttpRequest &request)
{
    const QString path = request.url.path();
    if (path.endsWith(u"/auth/login")) {
        if (holdLogins)
            return std::nullopt;
        return loginAnswer ? *loginAnswer : pairReply(201);
    }
    if (path.endsWith(u"/auth/refresh-token")) {
        renewalTimes.append(clock.sinceBoot());
        if (holdRenewals)
            return std::nullopt;
        if (renewalAnswer)
            return *renewalAnswer;
        return keepsRefreshToken ? accessReply() : pairReply(201);
    }
    if (request.bearer.isEmpty() && !profileAnswer) {
        HttpReply reply = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
        stamp(reply, clock.wall() + serverOffset);
        return reply;
    }
    return profileAnswer ? *profileAnswer : profileReply();
}

} // namespace latchkey::test
