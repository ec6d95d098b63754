#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Many tests stand on this clock, so it is tested too.
class TestFakeClock : public QObject
{
    Q_OBJECT
private slots:
    void timeStandsStill();
    void advanceMovesAllClocks();
    void sleepStopsMonotonicOnly();
    void jumpMovesWallOnly();
    void timersFireInOrderEachAtItsMoment();
    void timerStartedByACallbackFiresInTheSameAdvance();
    void sleepDoesNotFireTimers();
    void farTimersKeepTheirMoment();
    void stoppedAndDeletedTimersAreSilent();
    void callbackMayDeleteItsTimer();
    void settleRunsPostedCalls();
};

void TestFakeClock::timeStandsStill()
{
    FakeClock clock;
    const auto wall = clock.wall();
    int fired = 0;
    const auto timer = clock.makeTimer([&fired] { ++fired; });
    timer->start(0ms);
    settle();
    QCOMPARE(fired, 0);
    QCOMPARE(clock.wall(), wall);
    clock.advance(0ms);
    QCOMPARE(fired, 1);
}

void TestFakeClock::advanceMovesAllClocks()
{
    FakeClock clock(WallTime(5s));
    const auto monotonic = clock.monotonic();
    const auto boot = clock.sinceBoot();
    clock.advance(90min);
    QCOMPARE(clock.wall(), WallTime(5s + 90min));
    QCOMPARE(clock.monotonic() - monotonic, Milliseconds(90min));
    QCOMPARE(clock.sinceBoot() - boot, Milliseconds(90min));
}

void TestFakeClock::sleepStopsMonotonicOnly()
{
    FakeClock clock(WallTime(0s));
    const auto monotonic = clock.monotonic();
    const auto boot = clock.sinceBoot();
    clock.sleep(8h);
    QCOMPARE(clock.wall(), WallTime(8h));
    QCOMPARE(clock.monotonic(), monotonic);
    QCOMPARE(clock.sinceBoot() - boot, Milliseconds(8h));
}

void TestFakeClock::jumpMovesWallOnly()
{
    FakeClock clock(WallTime(0s));
    const auto monotonic = clock.monotonic();
    const auto boot = clock.sinceBoot();
    clock.jumpWall(-3h);
    QCOMPARE(clock.wall(), WallTime(-3h));
    QCOMPARE(clock.monotonic(), monotonic);
    QCOMPARE(clock.sinceBoot(), boot);
}

void TestFakeClock::timersFireInOrderEachAtItsMoment()
{
    FakeClock clock(WallTime(0s));
    QList<qint64> seconds;
    const auto note = [&] { seconds.append(clock.wall().time_since_epoch() / 1s); };
    const auto late = clock.makeTimer(note);
    const auto early = clock.makeTimer(note);
    const auto after = clock.makeTimer(note);
    late->start(20s);
    early->start(10s);
    after->start(31s);
    QCOMPARE(clock.activeTimers(), 3);
    clock.advance(30s);
    QCOMPARE(seconds, (QList<qint64>{10, 20}));
    QCOMPARE(clock.activeTimers(), 1);
    clock.advance(1s);
    QCOMPARE(seconds, (QList<qint64>{10, 20, 31}));
}

void TestFakeClock::timerStartedByACallbackFiresInTheSameAdvance()
{
    FakeClock clock;
    int fired = 0;
    std::unique_ptr<Timer> timer;
    timer = clock.makeTimer([&] {
        ++fired;
        timer->start(1min);
    });
    timer->start(1min);
    clock.advance(1h);
    QCOMPARE(fired, 60);
}

void TestFakeClock::sleepDoesNotFireTimers()
{
    FakeClock clock;
    int fired = 0;
    const auto timer = clock.makeTimer([&fired] { ++fired; });
    timer->start(1min);
    clock.sleep(8h);
    clock.advance(59s);
    QCOMPARE(fired, 0);
    clock.advance(1s);
    QCOMPARE(fired, 1);
}

void TestFakeClock::farTimersKeepTheirMoment()
{
    FakeClock clock;
    int fired = 0;
    const auto timer = clock.makeTimer([&fired] { ++fired; });
    timer->start(std::chrono::hours(24 * 3650));
    clock.advance(std::chrono::hours(24 * 3649));
    QCOMPARE(fired, 0);
    clock.advance(24h);
    QCOMPARE(fired, 1);
}

void TestFakeClock::stoppedAndDeletedTimersAreSilent()
{
    FakeClock clock;
    int fired = 0;
    const auto stopped = clock.makeTimer([&fired] { ++fired; });
    auto deleted = clock.makeTimer([&fired] { ++fired; });
    stopped->start(1s);
    deleted->start(1s);
    stopped->stop();
    QVERIFY(!stopped->isActive());
    deleted.reset();
    QCOMPARE(clock.activeTimers(), 0);
    clock.advance(1h);
    QCOMPARE(fired, 0);
}

void TestFakeClock::callbackMayDeleteItsTimer()
{
    FakeClock clock;
    int fired = 0;
    std::unique_ptr<Timer> timer;
    timer = clock.makeTimer([&] {
        timer.reset();
        ++fired;
    });
    timer->start(1s);
    clock.advance(2s);
    QCOMPARE(fired, 1);
}

void TestFakeClock::settleRunsPostedCalls()
{
    int calls = 0;
    QObject context;
    const auto first = [&] {
        ++calls;
        QMetaObject::invokeMethod(
            &context, [&calls] { ++calls; }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&context, first, Qt::QueuedConnection);
    settle();
    QCOMPARE(calls, 2);
}

LATCHKEY_TEST(TestFakeClock, QCoreApplication)
#include "tst_fakeclock.moc"
