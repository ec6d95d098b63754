#include "app/session/tokenpair.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

Secret opaque(const char *text)
{
    return Secret(QByteArrayView(text));
}

// A server, whose clock is a day ahead of this computer's, and its tokens and answers.
struct Server {
    FakeClock clock;
    Milliseconds offset = Day;
    int serial = 0;

    [[nodiscard]] WallTime now() const { return clock.wall() + offset; }
    // It says that it was issued `ago`, whenever that really was, and lives `left` from now on.
    [[nodiscard]] Secret token(Milliseconds ago, Milliseconds left)
    {
        return Secret(QByteArrayView(jwt(now() - ago, ago + left, ++serial)));
    }
    [[nodiscard]] TokenReply reply(const Secret &access, const Secret &refresh) const
    {
        return {{access, refresh}, clock.sinceBoot(), now(), {}};
    }
    [[nodiscard]] TokenPair pair(const TokenReply &reply, const TokenPair *previous = nullptr) const
    {
        return pairFromReply(reply, previous, clock);
    }
    // As the next start of the program reads it.
    [[nodiscard]] TokenPair restored(const TokenPair &pair) const
    {
        const auto address = *ServerAddress::parse(QStringLiteral("https://api.example.com"));
        const StoredSession session = toStore(pair, address, QStringLiteral("a@b.c"));
        const auto read = decodeSession(encodeSession(session), address);
        if (!read)
            qFatal("an item that cannot be read");
        return pairFromStored(*read, clock);
    }
    [[nodiscard]] Milliseconds accessLeft(const TokenPair &pair) const
    {
        return pair.life.access.expiry() - clock.sinceBoot();
    }
    [[nodiscard]] Milliseconds refreshLeft(const TokenPair &pair) const
    {
        return pair.life.refresh->expiry() - clock.sinceBoot();
    }
};

// Claims count whole seconds.
bool isAbout(Milliseconds one, Milliseconds other)
{
    return std::chrono::abs(one - other) <= 1s;
}

} // namespace

class tst_TokenPair : public QObject
{
    Q_OBJECT
private slots:
    void documentedPair();
    void oldIat_data();
    void oldIat();
    void s85OldIatOfAKeptRefreshToken();
    void s85DateThatIsNotSane_data();
    void s85DateThatIsNotSane();
    void s85DateByWhichTheRefreshTokenCameDead();
    void s85FactsThatNoItemCouldHold();
    void s69OpaquePair();
    void s69OpaqueRefreshTokenThatIsKept();
    void itemFromTheFuture();
    void itemAndIatDaysApart_data();
    void itemAndIatDaysApart();
    void correctedAge_data();
    void correctedAge();
    void correctedOnce();
    void anothersPairIsNotDatedByAGuess();
};

void tst_TokenPair::documentedPair()
{
    Server server;
    const TokenPair pair
        = server.pair(server.reply(server.token(0s, 20 * Day), server.token(0s, 10h)));
    QVERIFY(pair.facts == IssueFacts()); // its item is what it always was
    QVERIFY(!pair.ageIsGuessed && !pair.life.access.isGuessed && !pair.life.refresh->isGuessed);
    QCOMPARE(pair.issuedAt, server.clock.wall());
    server.clock.advance(1h);
    for (const TokenPair &each : {pair, server.restored(pair)}) {
        QVERIFY(isAbout(server.accessLeft(each), 20 * Day - 1h));
        QVERIFY(isAbout(server.refreshLeft(each), 9h));
    }
}

void tst_TokenPair::oldIat_data()
{
    QTest::addColumn<qint64>("iatAgo"); // seconds, as the access token says
    QTest::addColumn<bool>("hasDate");
    QTest::addColumn<qint64>("expiresIn"); // 0: not said
    QTest::addColumn<qint64>("life");
    QTest::newRow("85: copied 12 h ago, Date") << 43'200LL << true << 0LL << 300LL;
    QTest::newRow("85: copied 12 h ago, expires_in") << 43'200LL << false << 300LL << 300LL;
    QTest::newRow("85: copied 12 h ago, both") << 43'200LL << true << 300LL << 300LL;
    QTest::newRow("85: copied 20 s ago") << 20LL << true << 0LL << 300LL;
    QTest::newRow("85: fresh, and expires_in is less than exp") << 0LL << true << 200LL << 200LL;
    QTest::newRow("85: copied 12 h ago, nothing else said") << 43'200LL << false << 0LL << 43'500LL;
}

// The access token ends in 5 min, whatever it says of its beginning; also after restarts.
void tst_TokenPair::oldIat()
{
    QFETCH(qint64, iatAgo);
    QFETCH(bool, hasDate);
    QFETCH(qint64, expiresIn);
    QFETCH(qint64, life);
    Server server;
    const Milliseconds expected = std::chrono::seconds(life);
    TokenReply reply
        = server.reply(server.token(std::chrono::seconds(iatAgo), 5min), server.token(0s, 10h));
    if (!hasDate)
        reply.serverTime.reset();
    if (expiresIn > 0)
        reply.expiresIn = std::chrono::seconds(expiresIn);
    TokenPair pair = server.pair(reply);
    QVERIFY(isAbout(server.accessLeft(pair), expected));
    QVERIFY(isAbout(server.refreshLeft(pair), 10h)); // expires_in is not about this one
    QVERIFY(renewalMoment(pair.life, 0) > server.clock.sinceBoot()); // and not again and again
    for (int i = 0; i < 3; ++i) {
        server.clock.advance(50s);
        pair = server.restored(pair);
        QVERIFY(isAbout(server.accessLeft(pair), expected - (i + 1) * 50s));
        QVERIFY(isAbout(server.refreshLeft(pair), 10h - (i + 1) * 50s));
        if (hasDate) { // nor does the server's own clock say otherwise
            (void)correctAge(pair, server.now(), i % 2 == 0, server.clock);
            QVERIFY(isAbout(server.accessLeft(pair), expected - (i + 1) * 50s));
        }
    }
}

void tst_TokenPair::s85OldIatOfAKeptRefreshToken()
{
    Server server;
    const Secret refresh = server.token(0s, Day);
    TokenPair pair = server.pair(server.reply(server.token(0s, 5min), refresh));
    for (const Secret &again : {Secret(), refresh}) { // left out, or sent again
        server.clock.advance(6h);
        const Milliseconds age = server.clock.sinceBoot() - Milliseconds(1s); // since the sign-in
        pair = server.pair(server.reply(server.token(age, 5min), again), &pair);
        for (const TokenPair &each : {pair, server.restored(pair)}) {
            QVERIFY(isAbout(server.accessLeft(each), 5min));
            QVERIFY(isAbout(server.refreshLeft(each), Day - age));
        }
    }
}

void tst_TokenPair::s85DateThatIsNotSane_data()
{
    QTest::addColumn<qint64>("secondsAhead"); // of the server's clock
    QTest::newRow("85: access token dead") << 301LL;
    QTest::newRow("85: refresh token dead") << 10LL * 3600 + 1;
    QTest::newRow("85: years ahead") << 20LL * 365 * 24 * 3600;
    QTest::newRow("85: before the tokens were issued") << -43'300LL;
    QTest::newRow("85: 1970") << -56LL * 365 * 24 * 3600;
}

void tst_TokenPair::s85DateThatIsNotSane()
{
    QFETCH(qint64, secondsAhead);
    Server server;
    TokenReply reply = server.reply(server.token(0s, 5min), server.token(0s, 10h));
    *reply.serverTime += std::chrono::seconds(secondsAhead);
    reply.expiresIn = 240s;
    const TokenPair pair = server.pair(reply);
    QVERIFY(!pair.facts.serverTime);
    server.clock.advance(1min);
    TokenPair restored = server.restored(pair);
    (void)correctAge(restored, server.now(), false, server.clock);
    for (const TokenPair &each : {pair, restored}) {
        QVERIFY(isAbout(server.accessLeft(each), 3min));
        QVERIFY(isAbout(server.refreshLeft(each), 10h - 1min));
    }
}

// The access token alone would not contradict it.
void tst_TokenPair::s85DateByWhichTheRefreshTokenCameDead()
{
    Server server;
    TokenReply reply = server.reply(server.token(0s, 10h), server.token(0s, 5min));
    *reply.serverTime += 301s;
    const TokenPair pair = server.pair(reply);
    QVERIFY(!pair.facts.serverTime);
    QVERIFY(isAbout(server.accessLeft(pair), 10h));
    QVERIFY(isAbout(server.refreshLeft(pair), 5min));
}

void tst_TokenPair::s85FactsThatNoItemCouldHold()
{
    Server server;
    using std::chrono::seconds;
    for (const seconds expiresIn : {seconds::max(), seconds::min(), seconds(0)}) {
        TokenReply reply = server.reply(opaque("a"), opaque("r"));
        reply.serverTime = WallTime(-3650 * Day);
        reply.expiresIn = expiresIn;
        const TokenPair pair = server.pair(reply);
        const TokenPair restored = server.restored(pair); // it can be read
        QCOMPARE(server.accessLeft(restored), server.accessLeft(pair));
        QCOMPARE(server.refreshLeft(restored), FallbackLifetime);
    }
}

void tst_TokenPair::s69OpaquePair()
{
    Server server;
    const TokenPair pair = server.pair(server.reply(opaque("a"), opaque("r")));
    QVERIFY(pair.life.access.isGuessed && pair.life.refresh->isGuessed);
    QCOMPARE(server.accessLeft(pair), FallbackLifetime);
    QCOMPARE(server.refreshLeft(pair), FallbackLifetime);
    server.clock.sleep(30 * Day);
    const Milliseconds now = server.clock.sinceBoot();
    for (const TokenPair &each : {pair, server.restored(pair)}) {
        QVERIFY(!each.ageIsGuessed); // there is nothing that the server's clock could set right
        QVERIFY(isPastGuess(each.life, now));
        QCOMPARE(standingOf(each.life, now, false), Standing::NeedsRenewal);
        QCOMPARE(standingOf(each.life, now, true), Standing::NotRenewable);
    }
}

// The server has just accepted it: so it lives, and is not renewed every two seconds.
void tst_TokenPair::s69OpaqueRefreshTokenThatIsKept()
{
    Server server;
    TokenPair pair = server.pair(server.reply(server.token(0s, Day), opaque("r")));
    for (const Secret &again : {Secret(), opaque("r")}) {
        server.clock.advance(2h);
        pair = server.pair(server.reply(server.token(0s, Day), again), &pair);
        QVERIFY(pair.tokens.refresh.sameAs(opaque("r")));
        QVERIFY(pair.life.refresh->isGuessed);
        QCOMPARE(server.refreshLeft(pair), FallbackLifetime);
        QVERIFY(renewalMoment(pair.life, 0) > server.clock.sinceBoot() + 1min);
    }
}

// The clock was set back since: brand-new, and no more than that.
void tst_TokenPair::itemFromTheFuture()
{
    for (const Milliseconds back : {Milliseconds(20min), Milliseconds(5h), Milliseconds(9 * Day)}) {
        Server server;
        const TokenPair pair
            = server.pair(server.reply(server.token(0s, 20 * Day), server.token(0s, 10h)));
        server.clock.jumpWall(-back);
        server.offset = 0s;
        const TokenPair restored = server.restored(pair);
        QCOMPARE(restored.life.access.issued, server.clock.sinceBoot());
        QCOMPARE(restored.issuedAt, server.clock.wall());
        QVERIFY(isAbout(server.refreshLeft(restored), 10h));
    }
}

void tst_TokenPair::itemAndIatDaysApart_data()
{
    QTest::addColumn<qint64>("itemHours"); // how old the item says that it is
    QTest::addColumn<qint64>("iatHours");
    QTest::addColumn<qint64>("ageHours"); // what is believed
    QTest::newRow("both right") << 5LL << 5LL << 5LL;
    QTest::newRow("a time zone apart") << 5LL << 17LL << 5LL;
    QTest::newRow("days apart, iat younger") << 100LL << 5LL << 5LL;
    QTest::newRow("days apart, item younger") << 5LL << 100LL << 5LL;
    QTest::newRow("days apart, iat in the future") << 100LL << -5LL << 100LL;
    QTest::newRow("days apart, item from the future") << -100LL << 5LL << 5LL;
    QTest::newRow("both from the future") << -100LL << -5LL << 0LL;
}

void tst_TokenPair::itemAndIatDaysApart()
{
    QFETCH(qint64, itemHours);
    QFETCH(qint64, iatHours);
    QFETCH(qint64, ageHours);
    Server server;
    server.offset = 0s;
    TokenPair pair;
    pair.tokens = {server.token(std::chrono::hours(iatHours), 20 * Day), {}};
    pair.issuedAt = server.clock.wall() - std::chrono::hours(itemHours);
    const TokenPair restored = server.restored(pair);
    QVERIFY(isAbout(server.clock.sinceBoot() - restored.life.access.issued,
                    std::chrono::hours(ageHours)));
    QCOMPARE(restored.issuedAt, wallTimeOf(restored.life.access.issued, server.clock));
}

void tst_TokenPair::correctedAge_data()
{
    QTest::addColumn<qint64>("guess"); // seconds
    QTest::addColumn<qint64>("byServer"); // its Date minus iat
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<qint64>("age"); // what is believed; of an access token that lives 20 d
    const auto row
        = [](const char *name, qint64 guess, qint64 byServer, qint64 age, bool accepted = false) {
              QTest::newRow(name) << guess << byServer << accepted << age;
          };
    row("right", 3'600, 3'600, 3'600);
    row("2 s older: Date is no finer", 3'600, 3'602, 3'600);
    row("3 s older", 3'600, 3'603, 3'603);
    row("1 min younger: a slow answer", 3'600, 3'540, 3'600);
    row("61 s younger", 3'600, 3'539, 3'539);
    row("20 min younger", 3'600, 2'400, 2'400);
    row("younger than possible by 20 min", 3'600, -1'200, 0);
    row("younger than possible by years", 3'600, -2'000'000'000, 0);
    row("brand-new, and younger than possible by 20 min", 0, -1'200, 0);
    row("dead, a day after its guess", 19 * 86'400, 20 * 86'400, 20 * 86'400);
    row("dead, but accepted", 19 * 86'400, 20 * 86'400, 19 * 86'400, true);
    row("dead, and the clock wrong by days", 3'600, 20 * 86'400, 3'600);
    row("alive again, the clock wrong by days", 21 * 86'400, 3'600, 3'600);
}

void tst_TokenPair::correctedAge()
{
    QFETCH(qint64, guess);
    QFETCH(qint64, byServer);
    QFETCH(bool, accepted);
    QFETCH(qint64, age);
    Server server;
    server.offset = 0s;
    const Milliseconds guessed = std::chrono::seconds(guess);
    TokenPair pair = server.restored(
        server.pair(server.reply(server.token(0s, 20 * Day), server.token(0s, 10h))));
    const WallTime iat = server.clock.wall();
    server.clock.advance(guessed);
    QCOMPARE(server.clock.sinceBoot() - pair.life.access.issued, guessed);

    const bool changed
        = correctAge(pair, iat + std::chrono::seconds(byServer), accepted, server.clock);
    QCOMPARE(changed, age != guess);
    const Milliseconds believed = server.clock.sinceBoot() - pair.life.access.issued;
    QCOMPARE(qint64(believed / 1s), age);
    QCOMPARE(pair.life.refresh->issued, pair.life.access.issued);
    QCOMPARE(pair.issuedAt, server.clock.wall() - believed);
    QVERIFY(!pair.ageIsGuessed);
}

// What is no guess any more is not corrected again, nor is what came just now.
void tst_TokenPair::correctedOnce()
{
    Server server;
    const TokenPair fresh = server.pair(server.reply(server.token(0s, Day), opaque("r")));
    TokenPair pair = fresh;
    QVERIFY(!correctAge(pair, server.now() + 5h, false, server.clock));
    pair = server.restored(fresh);
    QVERIFY(correctAge(pair, server.now() + 5h, false, server.clock));
    QVERIFY(!correctAge(pair, server.now() + 9h, false, server.clock));
    pair = server.restored(server.pair(server.reply(opaque("a"), opaque("r"))));
    QVERIFY(!correctAge(pair, server.now() + 5h, false, server.clock));
}

// Ours was restored after the clock had been set, and seems three hours older than it is.
void tst_TokenPair::anothersPairIsNotDatedByAGuess()
{
    Server server;
    const TokenPair first = server.pair(server.reply(server.token(0s, Day), server.token(0s, 10h)));
    server.clock.jumpWall(3h);
    server.offset -= 3h;
    const TokenPair ours = server.restored(first);
    QVERIFY(ours.ageIsGuessed);
    server.clock.advance(1min);
    const TokenPair theirs
        = server.pair(server.reply(server.token(0s, Day), server.token(0s, 10h)));
    const auto address = *ServerAddress::parse(QStringLiteral("https://api.example.com"));
    const TokenPair adopted = pairFromAnother(toStore(theirs, address, {}), ours, server.clock);
    QVERIFY(isAbout(adopted.life.access.issued, server.clock.sinceBoot()));
    QVERIFY(adopted.ageIsGuessed);
}

LATCHKEY_TEST(tst_TokenPair, QCoreApplication)
#include "tst_tokenpair.moc"
