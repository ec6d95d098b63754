#include "app/base/systemclock.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

class TestSystemClock : public QObject
{
    Q_OBJECT
private slots:
    void clocksRun();
    void convertsTimes();
    void firesOnceAndNotEarly();
    void longWaitsNeitherFireNorOverflow_data();
    void longWaitsNeitherFireNorOverflow();
    void negativeWaitFiresAtOnce();
    void startAgainBeginsAnew();
    void stopStops();
    void deletedTimerIsSilent();
    void callbackMayDeleteItsTimer();
    void callbackMayStartItsTimer();

private:
    SystemClock m_clock;
};

void TestSystemClock::clocksRun()
{
    const auto wall = m_clock.wall();
    const auto monotonic = m_clock.monotonic();
    const auto boot = m_clock.sinceBoot();
    QVERIFY(std::abs(toDateTime(wall).msecsTo(QDateTime::currentDateTimeUtc())) < 5000);
    QTRY_VERIFY(m_clock.monotonic() > monotonic);
    QTRY_VERIFY(m_clock.sinceBoot() > boot);
    QVERIFY(m_clock.sinceBoot() >= 0ms);
}

void TestSystemClock::convertsTimes()
{
    const QDateTime time(QDate(2106, 2, 7), QTime(6, 28, 16, 789), Qt::UTC);
    QCOMPARE(toDateTime(fromDateTime(time)), time);
    QCOMPARE(toDateTime(fromDateTime(time)).timeSpec(), Qt::UTC);
    QCOMPARE(fromDateTime(time.toOffsetFromUtc(3600)), fromDateTime(time));
    QCOMPARE(fromDateTime(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)), WallTime(0ms));
}

void TestSystemClock::firesOnceAndNotEarly()
{
    int fired = 0;
    const auto timer = m_clock.makeTimer([&fired] { ++fired; });
    QVERIFY(!timer->isActive());
    QElapsedTimer elapsed;
    elapsed.start();
    timer->start(30ms);
    QVERIFY(timer->isActive());
    QCOMPARE(fired, 0);
    QTRY_COMPARE(fired, 1);
    QCOMPARE_GE(elapsed.elapsed(), 30);
    QVERIFY(!timer->isActive());
}

// QTimer's 31 bits turn 25 days into a negative interval and 60 days into ten (qt-notes 5).
void TestSystemClock::longWaitsNeitherFireNorOverflow_data()
{
    QTest::addColumn<qint64>("days");
    for (const int days : {24, 25, 30, 50, 60, 365, 3650, 36500})
        QTest::addRow("%d d", days) << qint64(days);
}

void TestSystemClock::longWaitsNeitherFireNorOverflow()
{
    QFETCH(qint64, days);
    QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); // "negative intervals"
    int fired = 0;
    int control = 0;
    const auto timer = m_clock.makeTimer([&fired] { ++fired; });
    const auto soon = m_clock.makeTimer([&control] { ++control; });
    timer->start(std::chrono::hours(24 * days));
    soon->start(5ms);
    QTRY_COMPARE(control, 1);
    QCOMPARE(fired, 0);
    QVERIFY(timer->isActive());
}

void TestSystemClock::negativeWaitFiresAtOnce()
{
    int fired = 0;
    const auto timer = m_clock.makeTimer([&fired] { ++fired; });
    timer->start(-10s);
    QCOMPARE(fired, 0); // but not from inside start()
    QTRY_COMPARE(fired, 1);
}

void TestSystemClock::startAgainBeginsAnew()
{
    int fired = 0;
    const auto timer = m_clock.makeTimer([&fired] { ++fired; });
    timer->start(1h);
    timer->start(1ms);
    QTRY_COMPARE(fired, 1);
    timer->start(1ms);
    QTRY_COMPARE(fired, 2);
}

void TestSystemClock::stopStops()
{
    int fired = 0;
    int control = 0;
    const auto timer = m_clock.makeTimer([&fired] { ++fired; });
    const auto later = m_clock.makeTimer([&control] { ++control; });
    timer->start(1ms);
    later->start(20ms);
    timer->stop();
    QVERIFY(!timer->isActive());
    QTRY_COMPARE(control, 1);
    QCOMPARE(fired, 0);
}

void TestSystemClock::deletedTimerIsSilent()
{
    int fired = 0;
    int control = 0;
    auto timer = m_clock.makeTimer([&fired] { ++fired; });
    const auto later = m_clock.makeTimer([&control] { ++control; });
    timer->start(1ms);
    later->start(20ms);
    timer.reset();
    QTRY_COMPARE(control, 1);
    QCOMPARE(fired, 0);
}

void TestSystemClock::callbackMayDeleteItsTimer()
{
    int fired = 0;
    std::unique_ptr<Timer> timer;
    timer = m_clock.makeTimer([&timer, &fired] {
        timer.reset();
        ++fired; // the callback itself must still be alive
    });
    timer->start(1ms);
    QTRY_COMPARE(fired, 1);
    QVERIFY(!timer);
}

void TestSystemClock::callbackMayStartItsTimer()
{
    int fired = 0;
    std::unique_ptr<Timer> timer;
    timer = m_clock.makeTimer([&timer, &fired] {
        if (++fired < 3)
            timer->start(1ms);
    });
    timer->start(1ms);
    QTRY_COMPARE(fired, 3);
    QVERIFY(!timer->isActive());
}

LATCHKEY_TEST(TestSystemClock, QCoreApplication)
#include "tst_systemclock.moc"
