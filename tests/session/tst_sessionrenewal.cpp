#include "app/session/renewer.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

class tst_SessionRenewal : public QObject
{
    Q_OBJECT
private slots:
    void s1NineHoursWithoutTheUser();
    void s2ThirtyDaysOfUptime();
    void s6ShortLivesNeverLoop();
    void outageIsRetried_data();
    void outageIsRetried();
    void s24RetryAfterIsHonoured();
    void s25RefusedTwiceIsNotRenewable();
    void s26RefusedWithADeadAccessTokenEndsOnce();
    void s42RefusedButAnotherProcessRenewed();
    void s27ReplyWithoutRefreshTokenKeepsTheOld();
    void s29ManyRequestsOneRenewal();
    void unauthorizedRenewsAndReplaysOnce();
    void secondUnauthorizedIsTheEndOfIt();
    void renewalByHandJoinsTheOneInFlight();
    void newPairIsStoredBeforeItIsTold();
};

void tst_SessionRenewal::s1NineHoursWithoutTheUser()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(9h);
    QVERIFY(f.renewalCount() >= 3);
    QVERIFY(f.renewalCount() <= 5);
    const auto stored = decodeSession(*f.store.items.begin(), f.server);
    QVERIFY(stored);
    QVERIFY(stored->issuedAt > f.clock.wall() - 3h);
    QVERIFY(*f.session->status().refreshExpiry > f.clock.wall() + 7h);
}

void tst_SessionRenewal::s2ThirtyDaysOfUptime()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(30 * 24h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
    QVERIFY(f.renewalCount() <= 30 * 24);
}

void tst_SessionRenewal::s6ShortLivesNeverLoop()
{
    SessionFixture f;
    f.refreshLife = 5s;
    f.start();
    f.signIn();
    f.clock.advance(60s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 20);
    QVERIFY(f.renewalCount() <= 30);
}

void tst_SessionRenewal::outageIsRetried_data()
{
    QTest::addColumn<int>("status"); // 0: a transport failure
    QTest::addColumn<int>("failure");
    QTest::addColumn<QByteArray>("body");
    const auto http = [](const char *name, int status, const QByteArray &body = "{}") {
        QTest::newRow(name) << status << 0 << body;
    };
    const auto transport = [](const char *name, TransportFailure failure) {
        QTest::newRow(name) << 0 << static_cast<int>(failure) << QByteArray();
    };
    http("23: 500", 500);
    http("23: 502", 502);
    http("23: 503", 503);
    http("23: 504", 504);
    http("404", 404);
    http("429 without Retry-After", 429);
    http("22: captive portal redirect", 302);
    http("22: HTML", 200, "<html>");
    http("27: 2xx without JSON", 200, "");
    http("27: 2xx without a pair", 201, R"({"message":"ok"})");
    transport("offline", TransportFailure::Offline);
    transport("20: DNS", TransportFailure::HostNotFound);
    transport("refused", TransportFailure::ConnectionRefused);
    transport("21: time-out", TransportFailure::TimedOut);
    transport("reset", TransportFailure::Interrupted);
    transport("TLS", TransportFailure::Tls);
}

void tst_SessionRenewal::outageIsRetried()
{
    QFETCH(int, status);
    QFETCH(int, failure);
    QFETCH(QByteArray, body);
    SessionFixture f;
    f.start();
    f.signIn();
    const Secret stored = *f.store.items.begin();
    f.renewalAnswer
        = status ? jsonReply(status, body) : failedReply(static_cast<TransportFailure>(failure));
    f.clock.advance(4h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.session->status().renewalError);
    QVERIFY(f.session->status().nextRenewal);
    QVERIFY(f.renewalCount() > 15);
    QVERIFY(f.renewalCount() < 200); // at most every five minutes on average half of that
    QVERIFY(f.store.items.begin()->sameAs(stored)); // 27: nothing overwritten
    f.renewalAnswer.reset();
    f.clock.advance(6min);
    QVERIFY(!f.session->status().renewalError);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionRenewal::s24RetryAfterIsHonoured()
{
    SessionFixture f;
    f.start();
    f.signIn();
    HttpReply limited = jsonReply(429, R"({"message":"slow down"})");
    limited.headers.insert("retry-after", "120");
    f.renewalAnswer = limited;
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
    f.session->renewNow(); // not even by hand
    f.clock.advance(110s);
    QCOMPARE(f.renewalCount(), 1);
    f.renewalAnswer.reset();
    f.clock.advance(15s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionRenewal::s25RefusedTwiceIsNotRenewable()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.session->status().refreshRefused);
    f.clock.advance(10s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QVERIFY(f.session->status().refreshRefused);
    f.clock.advance(2h);
    QCOMPARE(f.renewalCount(), 2);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile(); // no wall: the access token still works
    settle();
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionRenewal::s26RefusedWithADeadAccessTokenEndsOnce()
{
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(61min);
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    int endings = 0;
    connect(f.session.get(), &Session::changed, this,
            [&, last = SessionState::SignedIn](const SessionStatus &status) mutable {
                if (status.state == SessionState::Ended && last != SessionState::Ended)
                    ++endings;
                last = status.state;
            });
    f.clock.advance(10min);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(endings, 1);
    QCOMPARE(f.session->status().endReason, EndReason::Refused);
    QCOMPARE(f.session->status().email, QStringLiteral("john@mail.com"));
}

void tst_SessionRenewal::s42RefusedButAnotherProcessRenewed() // scenario 42, the adopting side
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1min);
    const Tokens newer = f.anotherStores().tokens;
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    f.session->renewNow();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.session->reloadProfile();
    settle();
    QVERIFY(f.http.lastSent().bearer.sameAs(newer.access));
}

void tst_SessionRenewal::s27ReplyWithoutRefreshTokenKeepsTheOld()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const auto before = decodeSession(*f.store.items.begin(), f.server);
    f.clock.advance(1h);
    f.renewalAnswer
        = jsonReply(201, R"({"access_token":")" + jwt(f.clock.wall(), f.accessLife, 7) + R"("})");
    f.session->renewNow();
    f.clock.advance(1s);
    const auto after = decodeSession(*f.store.items.begin(), f.server);
    QVERIFY(after->tokens.refresh.sameAs(before->tokens.refresh));
    QVERIFY(!after->tokens.access.sameAs(before->tokens.access));
    // Its life goes on from where it was, in this run and after a restart.
    QVERIFY(*f.session->status().refreshExpiry < f.clock.wall() + 9h);
    f.restart();
    QVERIFY(*f.session->status().refreshExpiry < f.clock.wall() + 9h);
}

void tst_SessionRenewal::s29ManyRequestsOneRenewal() // scenario 29, by the renewer's own door
{
    SessionFixture f;
    SessionVault vault(f.store, f.preferences, f.clock);
    Renewer renewer(f.api, vault, f.clock, {});
    f.api.setServer(f.server);
    f.accessLife = 1h;
    f.holdRenewals = true;
    TokenReply reply{{Secret(jwt(f.clock.wall(), 1h)), Secret(jwt(f.clock.wall(), 10h))},
                     f.clock.sinceBoot(),
                     {},
                     {}};
    renewer.start(pairFromReply(reply, nullptr, f.clock), QStringLiteral("a@b.c"));
    f.clock.sleep(2h);
    int answered = 0;
    int failed = 0;
    for (int i = 0; i < 50; ++i) {
        renewer.renew(Cause::Expired, this, [&](const std::optional<Error> &error) {
            ++answered;
            failed += error ? 1 : 0;
        });
    }
    settle();
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(answered, 0);
    f.http.answerNext(jsonReply(201, tokenBody(f.clock.wall(), 1h, 10h, 5)));
    f.clock.advance(0s);
    QCOMPARE(answered, 50);
    QCOMPARE(failed, 0);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionRenewal::unauthorizedRenewsAndReplaysOnce()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdRenewals = true;
    f.profileAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    f.clock.advance(0s);
    QCOMPARE(f.renewalCount(), 1);
    f.profileAnswer.reset();
    f.http.answerNext(jsonReply(201, tokenBody(f.clock.wall(), f.accessLife, f.refreshLife, 50)));
    f.clock.advance(0s);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(f.profileCount(), 3); // after sign-in, the refused one, its replay
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionRenewal::secondUnauthorizedIsTheEndOfIt() // scenario 35
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.session->reloadProfile();
    f.clock.advance(5s);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(f.profileCount(), 3);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn); // the renewal worked, so the session does
}

void tst_SessionRenewal::renewalByHandJoinsTheOneInFlight()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdRenewals = true;
    f.session->renewNow();
    f.session->renewNow();
    settle();
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::Renewing);
    f.session->reloadProfile(); // everything goes on meanwhile
    settle();
    QCOMPARE(f.profileCount(), 2);
    QSignalSpy renewed(f.session.get(), &Session::renewed);
    f.http.answerNext(jsonReply(201, tokenBody(f.clock.wall(), f.accessLife, f.refreshLife, 60)));
    f.clock.advance(0s);
    QCOMPARE(renewed.size(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().renewals, 1);
}

void tst_SessionRenewal::newPairIsStoredBeforeItIsTold()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.writeMode = FakeStore::Mode::Held;
    QSignalSpy renewed(f.session.get(), &Session::renewed);
    f.session->renewNow();
    f.clock.advance(500ms);
    QCOMPARE(renewed.size(), 0);
    f.store.release();
    settle();
    QCOMPARE(renewed.size(), 1);
    // A keychain that hangs holds nobody up for more than a second.
    f.clock.advance(5s);
    f.session->renewNow();
    f.clock.advance(2s);
    QCOMPARE(renewed.size(), 2);
    QCOMPARE(f.session->status().saving, Saving::Pending);
}

LATCHKEY_TEST(tst_SessionRenewal, QCoreApplication)
#include "tst_sessionrenewal.moc"
