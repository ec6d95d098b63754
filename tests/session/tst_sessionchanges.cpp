#include "app/session/renewallock.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// What changes around a session while something else is under way.
class tst_SessionChanges : public QObject
{
    Q_OBJECT
private slots:
    void s74PairTurnsOutGoodDuringASignIn_data();
    void s74PairTurnsOutGoodDuringASignIn();
    void s74PairDiesDuringASignIn();
    void s75StoreAppearsDuringASignIn_data();
    void s75StoreAppearsDuringASignIn();
    void s76AdoptedWithADeadAccessToken();
    void s76RenewalSwitchedOffWhileACallWaits();
    void s76AnotherProcessRenewsAndTheComputerSleeps();
    void s81ServerInUseIsChosenAgain_data();
    void s81ServerInUseIsChosenAgain();
    void s83ClockSetDuringAFailingRenewal_data();
    void s83ClockSetDuringAFailingRenewal();
    void s83OffsetAfterAServerSwitch();
    void s83OffsetAfterAClockJump_data();
    void s83OffsetAfterAClockJump();
    void s83OffsetAfterAClockJumpDuringACall_data();
    void s83OffsetAfterAClockJumpDuringACall();
    void s83AdoptedAfterAClockJump_data();
    void s83AdoptedAfterAClockJump();
    void s83AdoptedAfterAClockJumpAndASleep();
    void s83SamePairAnsweredAgainKeepsItsAge();
};

void tst_SessionChanges::s74PairTurnsOutGoodDuringASignIn_data()
{
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("74: refused") << false;
    QTest::newRow("74: cancelled") << true;
}

// The computer's clock was 11 h fast when the session was stored or is now: it only looks dead.
void tst_SessionChanges::s74PairTurnsOutGoodDuringASignIn()
{
    QFETCH(bool, cancelled);
    SessionFixture f;
    f.signInAndQuit(0ms);
    f.setComputersClock(11h);
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.start();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.holdLogins = true;
    f.signIn();
    QCOMPARE(f.state(), SessionState::SigningIn);
    f.profileAnswer.reset();
    f.session->reconnected(); // asks the time
    f.clock.advance(1s);
    f.holdLogins = false;
    if (cancelled)
        f.session->cancelSignIn();
    else
        f.http.answerNext(QStringLiteral("/auth/login"), apiError(401));
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionChanges::s74PairDiesDuringASignIn()
{
    SessionFixture f;
    f.signInAndQuit(20 * 24h - 1min);
    f.start();
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.holdLogins = true;
    f.signIn();
    f.clock.advance(2min);
    QCOMPARE(f.state(), SessionState::SigningIn);
    f.http.answerNext(QStringLiteral("/auth/login"), apiError(401));
    settle();
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
}

void tst_SessionChanges::s75StoreAppearsDuringASignIn_data()
{
    QTest::addColumn<int>("how"); // the sign-in ends
    QTest::newRow("75: refused") << 0;
    QTest::newRow("75: cancelled") << 1;
    QTest::newRow("75: offline") << 2;
}

void tst_SessionChanges::s75StoreAppearsDuringASignIn()
{
    QFETCH(int, how);
    SessionFixture f;
    f.signInAndQuit(0ms);
    f.store.setState(KeychainState::Absent);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.holdLogins = true;
    f.signIn();
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SigningIn);
    if (how == 1)
        f.session->cancelSignIn();
    else
        f.http.answerNext(QStringLiteral("/auth/login"),
                          how == 0 ? apiError(401) : failedReply(TransportFailure::Offline));
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, John);
    QCOMPARE(f.loginCount(), 2);
}

// Nothing is renewed by the clock alone, and another process's pair is as dead as ours: whoever
// waits has a renewal made for them.
void tst_SessionChanges::s76AdoptedWithADeadAccessToken()
{
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    f.clock.advance(1h); // another process renews now, and then does nothing
    f.anotherStores();
    f.clock.advance(2h);
    const int before = f.renewalCount();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    f.clock.advance(10s);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(f.renewalCount(), before + 1);
}

void tst_SessionChanges::s76RenewalSwitchedOffWhileACallWaits()
{
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.clock.sleep(2h);
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.session->reloadProfile();
    f.clock.advance(1s);
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    f.renewalAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.clock.advance(1min);
    QCOMPARE(loaded.size(), 1);
}

// The pair that the other process leaves is dead by the time that this one may look at it.
void tst_SessionChanges::s76AnotherProcessRenewsAndTheComputerSleeps()
{
    SessionFixture f;
    f.swapLives();
    f.lockFolder = f.folder.path();
    f.start();
    f.signIn();
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    RenewalLock rival(f.lockFolder, f.keyOf(John));
    QVERIFY(rival.tryTake());
    f.clock.advance(5s);
    f.profileAnswer = apiError(401);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    f.anotherStores();
    rival.release();
    f.profileAnswer.reset();
    f.clock.sleep(2h);
    f.session->resumed();
    f.clock.advance(1min);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionChanges::s81ServerInUseIsChosenAgain_data()
{
    QTest::addColumn<bool>("stay");
    QTest::newRow("81: stored") << true;
    QTest::newRow("81: in memory only") << false;
}

void tst_SessionChanges::s81ServerInUseIsChosenAgain()
{
    QFETCH(bool, stay);
    SessionFixture f;
    f.start();
    f.signIn(stay);
    const auto steps = f.session->transitions().size();
    const int sent = f.http.sentCount();
    f.session->useServer(f.server, false);
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->transitions().size(), steps);
    QCOMPARE(f.http.sentCount(), sent);
    QVERIFY(!f.session->history().events().isEmpty());
    f.session->useServer(f.server, true); // the demo server there is another choice
    settle();
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void tst_SessionChanges::s83ClockSetDuringAFailingRenewal_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::newRow("83: outage") << failedReply(TransportFailure::Offline);
    QTest::newRow("83: refused once") << apiError(401);
}

void tst_SessionChanges::s83ClockSetDuringAFailingRenewal()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    f.start();
    f.signIn();
    const WallTime issued = f.clock.wall();
    f.clock.advance(30min);
    f.holdRenewals = true;
    f.session->renewNow();
    f.clock.advance(1s);
    f.setComputersClock(3h);
    f.session->clockMayHaveChanged();
    f.clock.advance(1s);
    f.holdRenewals = false;
    f.renewalAnswer = answer;
    f.http.answerNext(answer);
    f.clock.advance(1s);
    QVERIFY(std::chrono::abs(f.stored().issuedAt - (issued + 3h)) < 2s);
}

void tst_SessionChanges::s83OffsetAfterAServerSwitch()
{
    SessionFixture f;
    f.serverOffset = 10min;
    f.start();
    f.signIn();
    QVERIFY(f.session->status().serverOffset > 9min);
    f.session->useServer(*ServerAddress::parse(QStringLiteral("https://b.example")), false);
    settle();
    QCOMPARE(f.session->status().serverOffset, Milliseconds(0));
}

void tst_SessionChanges::s83OffsetAfterAClockJump_data()
{
    QTest::addColumn<qint64>("minutes");
    QTest::newRow("83: set ahead") << 30LL;
    QTest::newRow("83: set back") << -30LL;
}

void tst_SessionChanges::s83OffsetAfterAClockJump()
{
    QFETCH(qint64, minutes);
    SessionFixture f;
    f.start();
    f.signIn();
    const Milliseconds jump = std::chrono::minutes(minutes);
    f.setComputersClock(jump);
    f.session->clockMayHaveChanged();
    settle();
    QVERIFY(std::chrono::abs(f.session->status().serverOffset + jump) <= 2s);
}

void tst_SessionChanges::s83OffsetAfterAClockJumpDuringACall_data()
{
    QTest::addColumn<bool>("signingIn");
    QTest::newRow("83: during a renewal") << false;
    QTest::newRow("83: during a sign-in") << true;
}

// The answer is of after the jump, and its request of before.
void tst_SessionChanges::s83OffsetAfterAClockJumpDuringACall()
{
    QFETCH(bool, signingIn);
    SessionFixture f;
    f.holdLogins = signingIn;
    f.holdRenewals = true;
    f.start();
    f.signIn();
    f.profileAnswer = failedReply(TransportFailure::Offline);
    if (!signingIn)
        f.session->renewNow();
    settle();
    f.setComputersClock(30min);
    f.session->clockMayHaveChanged();
    settle();
    f.http.answerNext(f.pairReply());
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(std::chrono::abs(f.session->status().serverOffset + 30min) <= 2s);
}

void tst_SessionChanges::s83AdoptedAfterAClockJump_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::newRow("83: set ahead") << 2LL;
    QTest::newRow("83: set back") << -2LL;
}

// The other process stored it by the clock as it was; only the server's tells how old it is.
void tst_SessionChanges::s83AdoptedAfterAClockJump()
{
    QFETCH(qint64, hours);
    SessionFixture f;
    f.accessLife = f.refreshLife = 1h;
    f.start();
    f.signIn();
    f.clock.advance(5min);
    f.anotherStores();
    f.clock.advance(1min);
    f.setComputersClock(std::chrono::hours(hours));
    f.session->renewNow();
    settle();
    QCOMPARE(f.renewalCount(), 0); // theirs is taken
    QCOMPARE(f.state(), SessionState::SignedIn);
    const Milliseconds left = *f.session->status().accessExpiry - f.clock.wall();
    QVERIFY(std::chrono::abs(left - 59min) < 10s);
}

// By the computer's clock both of its tokens are dead.
void tst_SessionChanges::s83AdoptedAfterAClockJumpAndASleep()
{
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.clock.advance(5min);
    f.anotherStores();
    f.setComputersClock(15 * 24h);
    f.clock.sleep(19 * 24h);
    f.session->resumed();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionChanges::s83SamePairAnsweredAgainKeepsItsAge()
{
    SessionFixture f;
    f.start();
    f.loginAnswer = f.pairReply();
    f.signIn();
    const WallTime access = *f.session->status().accessExpiry;
    const WallTime refresh = *f.session->status().refreshExpiry;
    f.renewalAnswer = f.loginAnswer; // a cache in between, or a server that does not slide
    f.clock.advance(1h);
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
    QVERIFY(std::chrono::abs(*f.session->status().accessExpiry - access) < 2s);
    QVERIFY(std::chrono::abs(*f.session->status().refreshExpiry - refresh) < 2s);
    f.clock.advance(2h);
    QVERIFY(f.renewalCount() < 20); // and no storm of renewals that prolong nothing
}

LATCHKEY_TEST(tst_SessionChanges, QCoreApplication)
#include "tst_sessionchanges.moc"
