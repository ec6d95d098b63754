#include "app/session/renewalpolicy.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Wrong clocks, clocks that jump, sleep, and tokens that do not say how long they live.
class tst_SessionClock : public QObject
{
    Q_OBJECT
private slots:
    void wrongClocks_data();
    void wrongClocks();
    void s15ClockSetWhileRunning();
    void s18SleepIsNoticedWithinAMinute();
    void s10TokenWithoutExpIsBounded();
    void whatHappenedBeforeTheSignInIsNoNews();
};

void tst_SessionClock::wrongClocks_data()
{
    QTest::addColumn<qint64>("offsetMinutes");
    QTest::newRow("13: local clock 1 h fast") << -60LL;
    QTest::newRow("13: local clock 1 d fast") << -24LL * 60;
    QTest::newRow("14: local clock 3 h slow") << 180LL;
    QTest::newRow("right") << 0LL;
}

void tst_SessionClock::wrongClocks()
{
    QFETCH(qint64, offsetMinutes);
    SessionFixture f;
    f.serverOffset = std::chrono::minutes(offsetMinutes);
    f.start();
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(*f.session->status().refreshExpiry, f.clock.wall() + 10h);
    QVERIFY(std::chrono::abs(f.session->status().serverOffset - f.serverOffset) < 1s);
    f.clock.advance(10h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 3 && f.renewalCount() <= 5);
}

void tst_SessionClock::s15ClockSetWhileRunning()
{
    SessionFixture f;
    f.start();
    f.signIn();
    for (const Milliseconds jump : {Milliseconds(-3h), Milliseconds(24h), Milliseconds(-240h)}) {
        f.setComputersClock(jump);
        f.clock.advance(2min);
    }
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() <= 1);
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(11h);
    QCOMPARE(f.state(), SessionState::NotRenewable); // not longer-lived than it was
}

void tst_SessionClock::s18SleepIsNoticedWithinAMinute()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.sleep(8h);
    f.clock.advance(1min);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.sleep(11h);
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionClock::s10TokenWithoutExpIsBounded()
{
    SessionFixture f;
    f.loginAnswer = jsonReply(201, R"({"access_token":"opaque-a","refresh_token":"opaque-r"})");
    f.start();
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(*f.session->status().accessExpiry, f.clock.wall() + FallbackLifetime);
    f.clock.advance(20min);
    QCOMPARE(f.renewalCount(), 1);
}

// Else the brand-new pair's age would follow the clock.
void tst_SessionClock::whatHappenedBeforeTheSignInIsNoNews()
{
    SessionFixture f;
    f.start();
    f.clock.sleep(8h);
    f.setComputersClock(3h);
    QSignalSpy jumped(f.session.get(), &Session::clockJumped);
    f.signIn();
    const WallTime at = f.stored().issuedAt;
    f.clock.advance(2min);
    QVERIFY(jumped.isEmpty());
    QCOMPARE(f.stored().issuedAt, at);
    QCOMPARE(f.http.drops(), 0);
}

LATCHKEY_TEST(tst_SessionClock, QCoreApplication)
#include "tst_sessionclock.moc"
