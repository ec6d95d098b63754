#include "tests/session/sessionfixture.h"

#include "app/session/claims.h"

#include <QJsonDocument>
#include <QJsonObject>
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

int subjectOf(const QString &who)
{
    return who == John ? 1 : 2;
}

QString memberOf(const HttpRequest &request, const QString &name)
{
    return QJsonDocument::fromJson(request.body.reveal().toByteArray())[name].toString();
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
    SecretStore &keychain = otherStore ? *otherStore : store;
    return {api, keychain, preferences, clock, lockFolder, unitRandom};
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
    m_who = who; // a row may answer by itself
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

void SessionFixture::signInAWhileAgo(bool accessDies)
{
    if (accessDies)
        swapLives();
    start();
    signIn();
    clock.sleep(accessDies ? accessLife - std::chrono::seconds(2) : std::chrono::seconds(10));
}

void SessionFixture::startLocked()
{
    signInAndQuit(Milliseconds(0));
    store.setState(KeychainState::Locked);
    start();
}

void SessionFixture::restartWithAWorkingStore()
{
    quit();
    store.worksAgain();
    start();
}

void SessionFixture::holdARenewal()
{
    holdRenewals = true;
    session->renewNow();
    settle();
}

void SessionFixture::signOutInVain()
{
    start();
    signIn();
    store.removeMode = FakeStore::Mode::Fails;
    session->signOut();
    settle();
}

QString SessionFixture::whatASignOutLeaves()
{
    session->signOut();
    settle();
    if (!store.items.isEmpty())
        return QStringLiteral("an item is still stored");
    restart();
    return state() == SessionState::SignedOut
        ? QString()
        : QStringLiteral("the next start is not signed out, but in state %1")
              .arg(static_cast<int>(state()));
}

void SessionFixture::swapLives()
{
    accessLife = std::chrono::hours(1);
    refreshLife = std::chrono::hours(20 * 24);
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

HttpReply SessionFixture::pairReply(int status, const QString &who)
{
    HttpReply reply = jsonReply(status,
                                tokenBody(clock.wall() + serverOffset, accessLife, refreshLife,
                                          ++serial, subjectOf(who.isEmpty() ? m_who : who)));
    stamp(reply, clock.wall() + serverOffset);
    return reply;
}

HttpReply SessionFixture::accessReply()
{
    const QByteArray token
        = jwt(clock.wall() + serverOffset, accessLife, ++serial, subjectOf(m_who));
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

QString SessionFixture::keyOf(const QString &who) const
{
    return accountKey(QStringLiteral("default"), server, QString::number(subjectOf(who)));
}

QString SessionFixture::oldKey() const
{
    return sessionKey(QStringLiteral("default"), server, false);
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

StoredSession SessionFixture::stored(const QString &who) const
{
    const auto found = decodeSession(store.items.value(keyOf(who)), server);
    if (!found || found->email != who)
        qFatal("the keychain does not hold their session");
    return *found;
}

StoredSession SessionFixture::anotherStores(const QString &who)
{
    const StoredSession theirs = newSession(who);
    store.items.insert(keyOf(who), encodeSession(theirs));
    return theirs;
}

StoredSession SessionFixture::newSession(const QString &who)
{
    const WallTime now = clock.wall() + serverOffset;
    const int number = ++serial;
    const int subject = subjectOf(who);
    const Tokens tokens{Secret(QByteArrayView(jwt(now, accessLife, 1000 + number, subject))),
                        Secret(QByteArrayView(jwt(now, refreshLife, 2000 + number, subject)))};
    return {server, who, tokens, clock.wall()};
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
        m_who = memberOf(request, QStringLiteral("email"));
        if (holdLogins)
            return std::nullopt;
        return loginAnswer ? *loginAnswer : pairReply();
    }
    if (path.endsWith(u"/auth/refresh-token")) {
        renewalTimes.append(clock.sinceBoot());
        if (holdRenewals)
            return std::nullopt;
        if (renewalAnswer)
            return *renewalAnswer;
        if (keepsRefreshToken)
            return accessReply();
        const Secret token(QStringView(memberOf(request, QStringLiteral("refreshToken"))));
        return pairReply(201, readClaims(token).subject.toInt() == subjectOf(John) ? John : Maria);
    }
    if (request.bearer.isEmpty() && !profileAnswer) {
        HttpReply reply = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
        stamp(reply, clock.wall() + serverOffset);
        return reply;
    }
    return profileAnswer ? *profileAnswer : profileReply();
}

} // namespace latchkey::test
