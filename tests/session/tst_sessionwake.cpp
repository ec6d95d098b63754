#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// What was asked before a sleep is asked of a connection that may be dead without a sign of it
// (scenario 82). The second that the real edge waits for an answer is in tests/api.
class tst_SessionWake : public QObject
{
    Q_OBJECT
private slots:
    void s82RenewalFromBeforeTheSleep_data();
    void s82RenewalFromBeforeTheSleep();
    void s82QuestionForTheTimeFromBeforeTheSleep();
    void s82ProfileFromBeforeTheSleep();
    void s82ProfileFromBeforeTheReconnection();
    void s82InterruptedAgainIsAnOutage();
    void s82SignInFromBeforeTheSleep();
    void s82OneSleepIsOneEnd();
    void s82AwakeNothingIsGivenUp();
};

void tst_SessionWake::s82RenewalFromBeforeTheSleep_data()
{
    QTest::addColumn<bool>("told"); // by the system; else the clocks are looked at
    QTest::newRow("82: the system tells") << true;
    QTest::newRow("82: by the clocks") << false;
}

void tst_SessionWake::s82RenewalFromBeforeTheSleep()
{
    QFETCH(bool, told);
    SessionFixture f;
    f.unitRandom = [] { return 0.5; };
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.holdRenewals = true;
    f.session->renewNow();
    f.clock.advance(5s);
    QCOMPARE(f.renewalCount(), 1);
    f.clock.sleep(1h);
    if (told) {
        f.session->resumed();
        settle();
    } else {
        f.clock.advance(1s); // and the edge takes another: two in all
    }
    QCOMPARE(f.http.drops(), 1);
    f.clock.advance(2ms);
    QCOMPARE(f.renewalCount(), 2); // at once, not after a backoff
    QCOMPARE(f.state(), SessionState::Renewing);
    QVERIFY(!f.session->status().renewalError);
    f.http.answerNext(f.pairReply());
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().renewals, 1);
    f.clock.advance(10min);
    QCOMPARE(f.renewalCount(), 2);
}

void tst_SessionWake::s82QuestionForTheTimeFromBeforeTheSleep()
{
    SessionFixture f;
    f.unitRandom = [] { return 0.5; };
    f.signInAndQuit(1h);
    f.http.setResponder([&f](const HttpRequest &request) -> std::optional<HttpReply> {
        if (request.url.path().endsWith(u"/auth/refresh-token"))
            return f.pairReply();
        return std::nullopt; // the profile, and the time
    });
    f.start();
    f.session->renewNow();
    f.clock.advance(5s);
    QCOMPARE(f.state(), SessionState::Restoring);
    const int sent = f.http.sentCount();
    f.clock.sleep(1h);
    f.clock.advance(1s);
    QCOMPARE(f.http.drops(), 1);
    QVERIFY(f.http.sentCount() > sent);
    QVERIFY(f.http.lastSent().bearer.isEmpty());
    while (f.http.pendingCount() > 0)
        f.http.answerNext(f.profileReply());
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionWake::s82ProfileFromBeforeTheSleep()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.http.setResponder([](const HttpRequest &) { return std::optional<HttpReply>(); });
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.session->reloadProfile();
    f.clock.advance(5s);
    const int asked = f.profileCount();
    f.clock.sleep(1h);
    f.session->resumed();
    settle();
    QCOMPARE(f.http.drops(), 1);
    f.clock.advance(2ms);
    QCOMPARE(f.profileCount(), asked + 1); // at once, not after a backoff
    QCOMPARE(failed.size(), 0);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.http.answerNext(f.profileReply());
    settle();
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionWake::s82ProfileFromBeforeTheReconnection()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.http.setResponder([](const HttpRequest &) { return std::optional<HttpReply>(); });
    f.session->reloadProfile();
    f.clock.advance(5s);
    const int asked = f.profileCount();
    f.session->reconnected(); // the old network's answer will not come
    f.http.answerNext(failedReply(TransportFailure::TimedOut));
    f.clock.advance(2ms);
    QCOMPARE(f.profileCount(), asked + 1);
    f.http.answerNext(failedReply(TransportFailure::TimedOut));
    f.clock.advance(4s);
    QCOMPARE(f.profileCount(), asked + 1); // that was the occasion
}

void tst_SessionWake::s82InterruptedAgainIsAnOutage()
{
    SessionFixture f;
    f.unitRandom = [] { return 1.0; };
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.holdARenewal();
    f.clock.sleep(1h);
    f.session->resumed();
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 2);
    f.http.answerNext(failedReply(TransportFailure::Interrupted));
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 2);
    QVERIFY(f.session->status().renewalError);
    f.clock.advance(5min);
    QVERIFY(f.renewalCount() > 2);
}

// Sent once: whether the server acted is unknown, and the person is told.
void tst_SessionWake::s82SignInFromBeforeTheSleep()
{
    SessionFixture f;
    f.unitRandom = [] { return 0.5; };
    f.start();
    f.holdLogins = true;
    QSignalSpy failed(f.session.get(), &Session::signInFailed);
    f.signIn();
    f.clock.sleep(1h);
    f.session->resumed();
    settle();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Interrupted);
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.clock.advance(10min);
    QCOMPARE(f.loginCount(), 1);
}

// The system may tell of it after the clocks did: what was sent meanwhile has a fresh connection.
void tst_SessionWake::s82OneSleepIsOneEnd()
{
    SessionFixture f;
    f.unitRandom = [] { return 0.5; };
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.clock.sleep(1h);
    f.session->clockMayHaveChanged();
    for (int i = 0; i < 3; ++i) {
        f.session->resumed();
        f.clock.advance(10s);
    }
    QCOMPARE(f.http.drops(), 1);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionWake::s82AwakeNothingIsGivenUp()
{
    SessionFixture f;
    f.unitRandom = [] { return 0.5; };
    f.start();
    f.signIn();
    f.holdRenewals = true;
    f.session->renewNow();
    f.clock.advance(29s);
    f.session->reconnected();
    f.session->activated();
    f.session->resumed(); // the clocks know of no sleep
    settle();
    QCOMPARE(f.http.drops(), 0);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.http.pendingCount(), 1);
}

LATCHKEY_TEST(tst_SessionWake, QCoreApplication)
#include "tst_sessionwake.moc"
