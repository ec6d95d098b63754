#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

const QString Login = QStringLiteral("/auth/login");
constexpr Session::EndLimits End{.usual = 800ms, .committed = 10s};

} // namespace

// What happens while a sign-in, a sleep, an end or a refusal is under way.
class TestSessionMeanwhile : public QObject
{
    Q_OBJECT
private slots:
    void s75FoundDuringASignIn();
    void s78RetryAfterDuringASignIn();
    void s72NothingHasLeft();
    void s72OnceTheSleepMayCome();
    void s72WhatIsConnectingDoesNotLeaveIntoTheSleep();
    void s72AShortSleepHoldsNothingUp();
    void s74AnotherProcessRenewedDuringASignIn();
    void s74AnotherProcessRenewedAndThatDiedToo();
    void s74TakenOverByAnEarlierLook();
    void s74DiesOfARefusalDuringASignIn();
    void s76TakenOverWithADeadAccessTokenAfterAVerdict();
    void s76OutageThatLastsIsTold_data();
    void s76OutageThatLastsIsTold();
    void s70EachComingBackAsksForTheProfile();
    void f5IsAnswered();

private:
    // John's session, renewable no more: the refresh token was too old at the start.
    static void startNotRenewable(SessionFixture &f);
};

void TestSessionMeanwhile::startNotRenewable(SessionFixture &f)
{
    f.signInAndQuit();
    f.clock.advance(11h);
    f.start();
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
}

// What could not be read at the start, for a delete that was pending, is another session after all.
void TestSessionMeanwhile::s75FoundDuringASignIn()
{
    SessionFixture f;
    f.signOutInVain();
    f.clock.advance(1min);
    f.anotherStores();
    f.quit();
    f.store.removeMode = FakeStore::Mode::Works;
    f.store.setState(KeychainState::Locked);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.holdLogins = true;
    f.signIn();
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SigningIn);
    f.http.answerNext(Login, apiError(401));
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// The old session's profile, asked for by itself, is answered while the person signs in again.
void TestSessionMeanwhile::s78RetryAfterDuringASignIn()
{
    SessionFixture f;
    startNotRenewable(f);
    f.holdLogins = true;
    f.signIn();
    HttpReply busy = apiError(429);
    busy.headers.insert("retry-after", "300");
    f.profileAnswer = busy;
    f.session->reloadProfile();
    settle();
    const int asked = f.profileCount();
    f.profileAnswer.reset();
    f.http.answerNext(Login, apiError(401));
    f.clock.advance(290s);
    QCOMPARE(f.profileCount(), asked);
    f.clock.advance(30s);
    QCOMPARE(f.profileCount(), asked + 1);
}

// The network drops every packet: there is no answer to wait for, so the end takes no ten seconds.
void TestSessionMeanwhile::s72NothingHasLeft()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.http.connects = false;
    f.holdARenewal();
    QCOMPARE(f.http.pendingCount(), 1);
    int ready = 0;
    QObject context;
    f.session->prepareForEnd(End, &context, [&] { ++ready; });
    f.clock.advance(799ms);
    QCOMPARE(ready, 0);
    f.clock.advance(2ms);
    QCOMPARE(ready, 1);
}

// Nobody holds the sleep up any longer: a try that is due now would be cut off in the middle.
void TestSessionMeanwhile::s72OnceTheSleepMayCome()
{
    SessionFixture f;
    f.unitRandom = [] { return 0.5; };
    f.start();
    f.signIn();
    f.clock.advance(1h);
    int ready = 0;
    QObject context;
    f.renewalAnswer = apiError(401); // once: to be confirmed in 5 s
    f.session->renewNow();
    f.clock.advance(3s);
    QCOMPARE(f.renewalCount(), 1);
    f.session->prepareForGap(Cause::Suspend, 4500ms, &context, [&] { ++ready; });
    settle();
    QCOMPARE(ready, 1);
    f.clock.advance(4s);
    QCOMPARE(f.renewalCount(), 1);
    f.clock.sleep(1h);
    f.session->resumed();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 2);
}

// It would be answered while the computer sleeps.
void TestSessionMeanwhile::s72WhatIsConnectingDoesNotLeaveIntoTheSleep()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.http.connects = false;
    f.holdARenewal();
    int ready = 0;
    QObject context;
    f.session->prepareForGap(Cause::Suspend, 4500ms, &context, [&] { ++ready; });
    f.clock.advance(4499ms);
    QCOMPARE(ready, 0);
    QCOMPARE(f.http.pendingCount(), 1);
    f.clock.advance(1ms);
    QCOMPARE(ready, 1);
    QCOMPARE(f.http.pendingCount(), 0);
    f.http.connects = true;
    f.holdRenewals = false;
    f.clock.sleep(1h);
    f.session->resumed();
    f.clock.advance(3s);
    QCOMPARE(f.session->status().renewals, 1);
}

// Over before the time that was left for getting ready.
void TestSessionMeanwhile::s72AShortSleepHoldsNothingUp()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(3s);
    int ready = 0;
    QObject context;
    f.session->prepareForGap(Cause::Suspend, 4500ms, &context, [&] { ++ready; });
    settle();
    QCOMPARE(ready, 1);
    f.clock.sleep(2500ms);
    f.session->resumed();
    f.session->renewNow();
    settle();
    QCOMPARE(f.renewalCount(), 1);
}

void TestSessionMeanwhile::s74AnotherProcessRenewedDuringASignIn()
{
    SessionFixture f;
    f.signInAndQuit();
    f.clock.advance(20 * 24h - 11min);
    f.start();
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.holdLogins = true;
    f.signIn();
    f.clock.sleep(2min); // the access token dies, and nobody has looked since
    f.anotherStores();
    f.http.answerNext(Login, apiError(401));
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, QStringLiteral("john@mail.com"));
}

// The other's pair is as dead as ours by the time that it is found.
void TestSessionMeanwhile::s74AnotherProcessRenewedAndThatDiedToo()
{
    SessionFixture f;
    startNotRenewable(f);
    f.holdLogins = true;
    f.signIn();
    f.clock.advance(1min);
    f.anotherStores();
    f.clock.sleep(21 * 24h);
    f.session->cancelSignIn();
    settle();
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
}

// The look that the death itself asked for is answered before that of the sign-in's end.
void TestSessionMeanwhile::s74TakenOverByAnEarlierLook()
{
    SessionFixture f;
    startNotRenewable(f);
    f.holdLogins = true;
    f.signIn();
    f.store.readMode = FakeStore::Mode::Held;
    f.clock.advance(20 * 24h);
    QCOMPARE(f.store.heldCount(), 1);
    f.anotherStores();
    QSignalSpy failed(f.session.get(), &Session::signInFailed);
    f.http.answerNext(Login, apiError(401));
    settle();
    QCOMPARE(f.store.heldCount(), 2);
    QCOMPARE(failed.size(), 0); // not while the page is still busy
    QSignalSpy cancelled(f.session.get(), &Session::signInCancelled);
    f.session->cancelSignIn(); // it is over already
    QCOMPARE(cancelled.size(), 0);
    QCOMPARE(f.store.heldCount(), 2);
    while (f.store.heldCount() > 0)
        f.store.release();
    f.store.readMode = FakeStore::Mode::Works;
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(failed.size(), 1);
}

// Whoever asked for the profile does not wait for the next look at the clock.
void TestSessionMeanwhile::s76TakenOverWithADeadAccessTokenAfterAVerdict()
{
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.clock.advance(1min);
    f.accessLife = 1min;
    f.anotherStores();
    f.clock.advance(5min); // theirs is dead, and ours is not
    f.store.readMode = FakeStore::Mode::Held;
    f.profileAnswer
        = jsonReply(401, R"({"statusCode":401,"message":"no","error":"session_replaced"})");
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    f.profileAnswer.reset();
    f.store.readMode = FakeStore::Mode::Works;
    QCOMPARE(f.store.heldCount(), 1);
    f.store.release();
    f.clock.advance(3s);
    QCOMPARE(loaded.size(), 1);
}

void TestSessionMeanwhile::s76OutageThatLastsIsTold_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<ErrorCode>("code");
    HttpReply later = apiError(503);
    later.headers.insert("retry-after", "3600");
    HttpReply page = jsonReply(403, "<h1>Blocked</h1>");
    page.headers.insert("content-type", "text/html");
    QTest::newRow("76: offline") << failedReply(TransportFailure::Offline) << ErrorCode::Offline;
    QTest::newRow("76: server fault") << apiError(500) << ErrorCode::ServerFault;
    QTest::newRow("76: in an hour") << later << ErrorCode::Unavailable;
    QTest::newRow("76: somebody's page") << page << ErrorCode::NotFromApi;
}

// Nothing is renewed by itself, and the renewal that is made for the call comes to nothing, for
// hours: each time that it is asked, the call is told why within half a minute.
void TestSessionMeanwhile::s76OutageThatLastsIsTold()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    f.clock.advance(2h);
    QCOMPARE(f.renewalCount(), 0);
    const int sent = f.profileCount();
    f.renewalAnswer = answer;
    for (int i = 0; i < 3; ++i) {
        QSignalSpy failed(f.session.get(), &Session::profileFailed);
        f.session->reloadProfile();
        f.clock.advance(29s);
        if (i == 0) // later it may join a try that the session makes by itself
            QCOMPARE(failed.size(), 0); // a short one is sat out
        f.clock.advance(1s);
        QCOMPARE(failed.size(), 1);
        QTEST(failed.first().first().value<Error>().code, "code");
        QCOMPARE(f.state(), SessionState::SignedIn);
        f.clock.advance(10min);
    }
    QCOMPARE(f.profileCount(), sent); // nothing left with the dead token
    f.renewalAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.clock.advance(1h);
    QVERIFY(!loaded.isEmpty());
}

void TestSessionMeanwhile::s74DiesOfARefusalDuringASignIn()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.renewalAnswer = apiError(401, "Revoked by somebody");
    f.session->renewNow();
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.holdLogins = true;
    f.signIn();
    f.clock.sleep(20 * 24h);
    f.http.answerNext(Login, apiError(401));
    settle();
    QCOMPARE(f.state(), SessionState::Ended);
    QVERIFY(f.session->status().endError);
    QCOMPARE(f.session->status().endError->serverMessages, {QStringLiteral("Revoked by somebody")});
}

void TestSessionMeanwhile::s70EachComingBackAsksForTheProfile()
{
    SessionFixture f;
    f.start();
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.signIn();
    f.clock.advance(3min); // its pauses are minutes by now
    f.profileAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->activated(2s);
    settle();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(f.renewalCount(), 0);
}

// Pressed while a refusal waits to be confirmed: whoever pressed it is told how that ended, also
// where it ends as before.
void TestSessionMeanwhile::f5IsAnswered()
{
    SessionFixture f;
    startNotRenewable(f);
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.session->reloadProfile();
    settle();
    f.profileAnswer = apiError(401);
    f.session->reloadProfile();
    settle();
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.session->reloadProfile(); // within the five seconds
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(6s);
    QCOMPARE(failed.size(), 1);
    f.clock.advance(10min); // by itself, and as before
    QCOMPARE(failed.size(), 1);
}

LATCHKEY_TEST(TestSessionMeanwhile, QCoreApplication)
#include "tst_sessionmeanwhile.moc"
