#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <functional>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds Year = 365 * Day;
constexpr Milliseconds TellsWithin = 3s; // a truthful state, after resuming (security.md)

// What is true of the pair by the server, whatever this computer's clock says: it was issued when
// the session began.
void compareExpiry(const SessionFixture &f, Milliseconds age)
{
    const Milliseconds left = *f.session->status().refreshExpiry - f.clock.wall();
    QVERIFY2(std::chrono::abs(left - (f.refreshLife - age)) < 2s,
             qPrintable(QString::number(left.count())));
}

void rowsOfJumps()
{
    QTest::addColumn<qint64>("seconds");
    const auto row
        = [](const char *name, Milliseconds by) { QTest::newRow(name) << qint64(by / 1s); };
    row("jump +1 h", 1h);
    row("jump -1 h", -1h);
    row("jump +12 h", 12h);
    row("jump -12 h", -12h);
    row("jump +1 d", Day);
    row("jump -1 d", -Day);
    row("jump +10 y", 10 * Year);
    row("jump to 1970", -56 * Year);
}

} // namespace

// security.md section 3, "Clock": no storm, no early sign-out, a truthful state soon. The server's
// clock is right throughout.
class tst_FaultsClock : public QObject
{
    Q_OBJECT
private slots:
    void jumpWhileRunning_data() { rowsOfJumps(); }
    void jumpWhileRunning();
    void jumpWhileOff_data() { rowsOfJumps(); }
    void jumpWhileOff();
    void jumpDuringARenewal_data() { rowsOfJumps(); }
    void jumpDuringARenewal();
    void aThousandJumps();
    void skewAtLogin_data();
    void skewAtLogin();
    void drift_data();
    void drift();
    void leapSecond_data();
    void leapSecond();
    void endOf32Bits_data();
    void endOf32Bits();
    void suspended_data();
    void suspended();
    void stopped_data();
    void stopped();
    void timersFireLate();
    void timersFireEarly();
};

void tst_FaultsClock::jumpWhileRunning()
{
    QFETCH(qint64, seconds);
    const Milliseconds by = std::chrono::seconds(seconds);
    SessionFixture f;
    f.start();
    QSignalSpy jumped(f.session.get(), &Session::clockJumped);
    f.signIn();
    f.clock.advance(1h);
    f.setComputersClock(by);
    f.session->clockMayHaveChanged();
    settle();
    QCOMPARE(jumped.size(), 1);
    QCOMPARE(jumped.first().first().value<Milliseconds>(), by);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.renewalCount(), 0);
    compareExpiry(f, 1h);
    // The item follows, so that the next start is not misled.
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    compareExpiry(f, 1h);
    f.clock.advance(20h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 6 && f.renewalCount() <= 10);
    QCOMPARE(f.loginCount(), 1);
}

void tst_FaultsClock::jumpWhileOff()
{
    QFETCH(qint64, seconds);
    const Milliseconds by = std::chrono::seconds(seconds);
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.quit();
    f.setComputersClock(by);
    f.start();
    if (by > f.accessLife) {
        // Nothing tells this from a computer that was off for years (scenario 5). What is stored is
        // kept, for when the clock is right again.
        QCOMPARE(f.state(), SessionState::Ended);
        QCOMPARE(f.session->status().endReason, EndReason::Expired);
        QCOMPARE(f.store.items.size(), 1);
        f.quit();
        f.setComputersClock(-by);
        f.start();
    }
    f.clock.advance(TellsWithin);
    QCOMPARE(f.state(), SessionState::SignedIn); // by the Date of the profile's answer
    compareExpiry(f, 1h + TellsWithin);
    QVERIFY(f.renewalCount() <= 1);
    f.restart(); // what was set right is stored
    compareExpiry(f, f.renewalCount() > 0 ? TellsWithin : 1h + TellsWithin);
    f.clock.advance(20h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
    QVERIFY(f.shortestRenewalGap() >= 1h);
}

void tst_FaultsClock::jumpDuringARenewal()
{
    QFETCH(qint64, seconds);
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.holdRenewals = true;
    f.session->renewNow();
    f.clock.advance(1s);
    const HttpReply reply = f.pairReply();
    f.setComputersClock(std::chrono::seconds(seconds));
    f.session->clockMayHaveChanged();
    f.clock.advance(1s);
    f.http.answerNext(reply);
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    compareExpiry(f, 3s);
    f.restart();
    compareExpiry(f, 3s);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_FaultsClock::aThousandJumps()
{
    SessionFixture f;
    f.start();
    f.signIn();
    for (int i = 1; i <= 1000; ++i) {
        f.setComputersClock((i % 2 ? 1 : -1) * i * Milliseconds(7min));
        f.session->clockMayHaveChanged();
        f.clock.advance(1s);
    }
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.renewalCount(), 0); // 17 minutes have passed
    compareExpiry(f, 1000s);
}

void tst_FaultsClock::skewAtLogin_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::newRow("skew +3 h at login") << 3LL;
    QTest::newRow("skew -3 h at login") << -3LL;
    QTest::newRow("skew +2 y at login") << 24LL * 730;
    QTest::newRow("skew to 1970 at login") << -24LL * 365 * 56;
}

void tst_FaultsClock::skewAtLogin()
{
    QFETCH(qint64, hours);
    SessionFixture f;
    f.setComputersClock(std::chrono::hours(hours));
    f.start();
    f.signIn();
    compareExpiry(f, 0s);
    f.clock.advance(9h);
    QVERIFY(f.renewalCount() >= 3 && f.renewalCount() <= 4);
    f.setComputersClock(-std::chrono::hours(hours)); // set right while the program is off
    f.restart();
    f.clock.advance(TellsWithin);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(20h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_FaultsClock::drift_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("drift +1 %") << 0.01;
    QTest::newRow("drift -1 %") << -0.01;
}

void tst_FaultsClock::drift()
{
    QFETCH(double, share);
    SessionFixture f;
    f.clock.setDrift(share);
    f.start();
    QSignalSpy jumped(f.session.get(), &Session::clockJumped);
    f.signIn();
    f.clock.advance(10 * Day);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY2(f.renewalCount() >= 85 && f.renewalCount() <= 110,
             qPrintable(QString::number(f.renewalCount())));
    QCOMPARE(jumped.size(), 0);
    f.restart();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_FaultsClock::leapSecond_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("leap second: one more") << -1000LL;
    QTest::newRow("leap second: one less") << 1000LL;
}

void tst_FaultsClock::leapSecond()
{
    QFETCH(qint64, milliseconds);
    SessionFixture f;
    f.start();
    QSignalSpy jumped(f.session.get(), &Session::clockJumped);
    f.signIn();
    f.clock.advance(1h);
    f.clock.jumpWall(Milliseconds(milliseconds)); // the server's clock does the same
    f.session->clockMayHaveChanged();
    f.clock.advance(1min);
    QCOMPARE(jumped.size(), 0);
    QCOMPARE(f.renewalCount(), 0);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    compareExpiry(f, 61min);
}

void tst_FaultsClock::endOf32Bits_data()
{
    QTest::addColumn<qint64>("second"); // since 1970, that passes an hour after the sign-in
    QTest::newRow("2038-01-19") << 2'147'483'648LL;
    QTest::newRow("2106-02-07") << 4'294'967'296LL;
}

void tst_FaultsClock::endOf32Bits()
{
    QFETCH(qint64, second);
    SessionFixture f(WallTime(std::chrono::seconds(second)) - 1h);
    f.start();
    f.signIn();
    compareExpiry(f, 0s);
    f.clock.advance(61min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    compareExpiry(f, 61min);
    f.clock.advance(30h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 10 && f.renewalCount() <= 14);
}

void tst_FaultsClock::suspended_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<bool>("told"); // the system says that it woke up
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("renewals");
    const int good = static_cast<int>(SessionState::SignedIn);
    const int ending = static_cast<int>(SessionState::NotRenewable);
    QTest::newRow("suspend 8 h") << 8LL << true << good << 1;
    QTest::newRow("suspend 2 h, nobody tells, not due by itself") << 2LL << false << good << 1;
    QTest::newRow("suspend 8 h, nobody tells") << 8LL << false << good << 1;
    QTest::newRow("suspend 11 h") << 11LL << true << ending << 0;
    QTest::newRow("suspend 11 h, nobody tells") << 11LL << false << ending << 0;
    QTest::newRow("suspend 30 min, no occasion") << 0LL << true << good << 0;
    QTest::newRow("suspend 21 d") << 24LL * 21 << true << static_cast<int>(SessionState::Ended)
                                  << 0;
}

void tst_FaultsClock::suspended()
{
    QFETCH(qint64, hours);
    QFETCH(bool, told);
    QFETCH(int, state);
    QFETCH(int, renewals);
    SessionFixture f;
    f.start();
    QSignalSpy jumped(f.session.get(), &Session::clockJumped);
    f.signIn();
    f.clock.advance(5min);
    f.clock.sleep(hours > 0 ? Milliseconds(std::chrono::hours(hours)) : Milliseconds(30min));
    if (told)
        f.session->resumed();
    f.clock.advance(told ? TellsWithin : Milliseconds(1min)); // the coarse wake-up finds out
    QCOMPARE(static_cast<int>(f.state()), state);
    QCOMPARE(f.renewalCount(), renewals);
    QCOMPARE(jumped.size(), 0); // a sleep is no set clock
    f.session->resumed(); // said twice
    f.session->activated(); // and the person comes back to the window
    f.clock.advance(1min);
    QCOMPARE(f.renewalCount(), renewals);
}

void tst_FaultsClock::stopped_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("renewing");
    QTest::addColumn<int>("state");
    const int good = static_cast<int>(SessionState::SignedIn);
    QTest::newRow("SIGSTOP 30 s") << 30LL << false << good;
    QTest::newRow("SIGSTOP 30 s in a renewal") << 30LL << true << good;
    QTest::newRow("SIGSTOP 3 h") << 3LL * 3600 << false << good;
    QTest::newRow("SIGSTOP 11 h") << 11LL * 3600 << false
                                  << static_cast<int>(SessionState::NotRenewable);
    QTest::newRow("SIGSTOP 11 h in a renewal")
        << 11LL * 3600 << true << static_cast<int>(SessionState::NotRenewable);
}

void tst_FaultsClock::stopped()
{
    QFETCH(qint64, seconds);
    QFETCH(bool, renewing);
    QFETCH(int, state);
    SessionFixture f;
    f.start();
    QSignalSpy jumped(f.session.get(), &Session::clockJumped);
    f.signIn();
    f.clock.advance(1min);
    f.holdRenewals = renewing;
    if (renewing)
        f.session->renewNow();
    settle();
    const HttpReply reply = f.pairReply();
    f.clock.freeze(std::chrono::seconds(seconds));
    if (renewing) { // the answer has waited in the socket
        f.holdRenewals = false;
        f.http.answerNext(reply);
    }
    f.clock.advance(TellsWithin);
    QCOMPARE(static_cast<int>(f.state()), state);
    const bool overdue = seconds == 3LL * 3600;
    QCOMPARE(f.renewalCount(), renewing || overdue ? 1 : 0); // no duplicate
    QCOMPARE(jumped.size(), 0);
    f.session->reloadProfile();
    settle();
    QCOMPARE(static_cast<int>(f.state()), state);
}

void tst_FaultsClock::timersFireLate() // 5 min
{
    SessionFixture f;
    f.start();
    f.clock.setTimersLateBy(5min);
    f.signIn();
    f.clock.advance(2 * Day);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 16 && f.renewalCount() <= 22);
    QCOMPARE(f.session->status().renewals, f.renewalCount());
}

void tst_FaultsClock::timersFireEarly() // 5 min and more
{
    SessionFixture f;
    f.start();
    f.signIn();
    for (int i = 0; i < 1000; ++i) {
        f.clock.fireEarly();
        f.clock.advance(1s);
    }
    QCOMPARE(f.renewalCount(), 0); // 17 minutes have passed: clocks decide
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(2h);
    f.clock.advance(30min);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.session->status().renewals, 1);
}

LATCHKEY_TEST(tst_FaultsClock, QCoreApplication)
#include "tst_faultsclock.moc"
