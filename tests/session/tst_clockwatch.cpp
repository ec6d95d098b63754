#include "app/session/clockwatch.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// A sleep, a set clock, and time that merely passed.
class tst_ClockWatch : public QObject
{
    Q_OBJECT
private slots:
    void steps_data();
    void steps();
    void nothingIsCountedTwice();
    void eachLookBeginsAnew();
};

void tst_ClockWatch::steps_data()
{
    QTest::addColumn<qint64>("passMs"); // in this order, between two looks
    QTest::addColumn<qint64>("sleepMs");
    QTest::addColumn<qint64>("jumpMs");
    QTest::addColumn<qint64>("slept");
    QTest::addColumn<qint64>("jumped");
    const auto row = [](const char *name, Milliseconds pass, Milliseconds sleep, Milliseconds jump,
                        Milliseconds slept, Milliseconds jumped) {
        QTest::newRow(name) << qint64(pass.count()) << qint64(sleep.count()) << qint64(jump.count())
                            << qint64(slept.count()) << qint64(jumped.count());
    };
    row("nothing", 0s, 0s, 0s, 0s, 0s);
    row("a minute", 1min, 0s, 0s, 0s, 0s);
    row("11 h stopped, as SIGSTOP does", 11h, 0s, 0s, 0s, 0s);
    row("asleep 8 h", 1min, 8h, 0s, 8h, 0s);
    row("asleep 11 h", 0s, 11h, 0s, 11h, 0s);
    row("set ahead 1 h", 1min, 0s, 1h, 0s, 1h);
    row("set back 1 h", 1min, 0s, -1h, 0s, -1h);
    row("set to 1970", 1min, 0s, -24h * 365 * 56, 0s, -24h * 365 * 56);
    row("ten years ahead", 1min, 0s, 24h * 3650, 0s, 24h * 3650);
    row("asleep, and set back as much", 1min, 1h, -1h, 1h, -1h);
    row("2 s is noise", 1min, 2s, 0s, 0s, 0s);
    row("over 2 s is none", 1min, 2001ms, 0s, 2001ms, 0s);
    row("leap second", 1min, 0s, -1s, 0s, 0s);
    row("disciplined by 2 s", 1min, 0s, 2s, 0s, 0s);
    row("set by over 2 s", 1min, 0s, 2001ms, 0s, 2001ms);
}

void tst_ClockWatch::steps()
{
    QFETCH(qint64, passMs);
    QFETCH(qint64, sleepMs);
    QFETCH(qint64, jumpMs);
    FakeClock clock;
    ClockWatch watch(clock);
    clock.advance(Milliseconds(passMs));
    clock.sleep(Milliseconds(sleepMs));
    clock.jumpWall(Milliseconds(jumpMs));
    const ClockWatch::Step step = watch.look();
    QTEST(qint64(step.slept.count()), "slept");
    QTEST(qint64(step.jumped.count()), "jumped");
}

void tst_ClockWatch::nothingIsCountedTwice()
{
    FakeClock clock;
    ClockWatch watch(clock);
    clock.sleep(1h);
    clock.jumpWall(1h);
    (void)watch.look();
    const ClockWatch::Step again = watch.look();
    QCOMPARE(again.slept, Milliseconds(0));
    QCOMPARE(again.jumped, Milliseconds(0));
}

void tst_ClockWatch::eachLookBeginsAnew()
{
    FakeClock clock;
    clock.setDrift(0.01); // 0.6 s a minute: under the noise at each look, over it in an hour
    ClockWatch watch(clock);
    for (int minute = 0; minute < 60; ++minute) {
        clock.advance(1min);
        QCOMPARE(watch.look().jumped, Milliseconds(0));
    }
}

LATCHKEY_TEST(tst_ClockWatch, QCoreApplication)
#include "tst_clockwatch.moc"
