#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "ui/idlewatch.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// On a clock of our own: minutes pass at once.
class tst_IdleWatch : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void warnsAMinuteBeforeAndCounts();
    void touches_data();
    void touches();
    void restsWhileThePointerRests();
    void aTouchDuringTheWarning();
    void neverUnlessSetAndActive_data();
    void neverUnlessSetAndActive();
    void sayingItAgainIsNoTouch();
    void switchingOffTakesTheWarningBack();
    void aShortLimitIsNotAllWarning();
    void sleep_data();
    void sleep();
    void asleepDuringTheWarning();
    void timersThatFireEarlyOrLate();
    void tellsNoLessThanThereIs();
    void beginsAnewAfterTheEnd();
    void wakesRarely();

private:
    void begin(Milliseconds limit);

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<IdleWatch> m_watch;
    std::unique_ptr<QPushButton> m_widget;
    std::unique_ptr<QSignalSpy> m_warned;
    std::unique_ptr<QSignalSpy> m_calmed;
    std::unique_ptr<QSignalSpy> m_idle;
};

void tst_IdleWatch::init()
{
    m_clock = std::make_unique<FakeClock>();
    m_watch = std::make_unique<IdleWatch>(*m_clock);
    m_warned = std::make_unique<QSignalSpy>(m_watch.get(), &IdleWatch::warned);
    m_calmed = std::make_unique<QSignalSpy>(m_watch.get(), &IdleWatch::calmed);
    m_idle = std::make_unique<QSignalSpy>(m_watch.get(), &IdleWatch::idle);
    m_widget = std::make_unique<QPushButton>();
    m_widget->resize(100, 100);
    m_widget->show();
    QVERIFY(QTest::qWaitForWindowActive(m_widget.get()));
}

void tst_IdleWatch::cleanup()
{
    m_watch.reset();
    m_widget.reset();
}

void tst_IdleWatch::begin(Milliseconds limit)
{
    m_watch->setLimit(limit);
    m_watch->setActive(true);
}

void tst_IdleWatch::warnsAMinuteBeforeAndCounts()
{
    begin(10min);
    m_clock->advance(9min - 1ms);
    QVERIFY(m_warned->isEmpty() && !m_watch->isWarning());
    m_clock->advance(1ms);
    QCOMPARE(m_warned->size(), 1);
    QCOMPARE(m_warned->constLast().constFirst().toInt(), 60);
    QVERIFY(m_watch->isWarning());
    m_clock->advance(59s);
    QCOMPARE(m_warned->size(), 60); // one a second
    QCOMPARE(m_warned->constLast().constFirst().toInt(), 1);
    QVERIFY(m_idle->isEmpty());
    m_clock->advance(1s);
    QCOMPARE(m_idle->size(), 1);
    QVERIFY(m_calmed->isEmpty());
    m_clock->advance(1h);
    QCOMPARE(m_idle->size(), 1);
    QCOMPARE(m_warned->size(), 60);
}

void tst_IdleWatch::touches_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("key") << 0;
    QTest::newRow("key that is a shortcut") << 1;
    QTest::newRow("button") << 2;
    QTest::newRow("pointer moves") << 3;
    QTest::newRow("wheel") << 4;
    QTest::newRow("touch") << 5;
    QTest::newRow("pen") << 6;
    QTest::newRow("asked to stay") << 7;
}

void tst_IdleWatch::touches()
{
    QFETCH(int, kind);
    begin(10min);
    m_clock->advance(8min);
    const auto device = std::unique_ptr<QPointingDevice>(QTest::createTouchDevice());
    switch (kind) {
    case 0:
        QTest::keyClick(m_widget.get(), Qt::Key_A);
        break;
    case 1: {
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_F5, Qt::NoModifier);
        QCoreApplication::sendEvent(m_widget.get(), &event);
        break;
    }
    case 2: {
        QSignalSpy clicked(m_widget.get(), &QPushButton::clicked);
        QTest::mouseClick(m_widget.get(), Qt::LeftButton);
        QCOMPARE(clicked.size(), 1); // it still arrives
        break;
    }
    case 3:
        QTest::mouseMove(m_widget.get(), {11, 12});
        QTest::mouseMove(m_widget.get(), {21, 22});
        break;
    case 4: {
        QWheelEvent event({5, 5}, m_widget->mapToGlobal(QPointF(5, 5)), {0, 0}, {0, 120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_widget.get(), &event);
        break;
    }
    case 5:
        QTest::touchEvent(m_widget.get(), device.get()).press(0, {5, 5}, m_widget.get());
        break;
    case 6: {
        QTabletEvent event(QEvent::TabletPress, QPointingDevice::primaryPointingDevice(), {5, 5},
                           {5, 5}, 1, 0, 0, 0, 0, 0, Qt::NoModifier, Qt::LeftButton,
                           Qt::LeftButton);
        QCoreApplication::sendEvent(m_widget.get(), &event);
        break;
    }
    default:
        m_watch->stay();
        break;
    }
    QCoreApplication::processEvents();
    m_clock->advance(9min - 1ms);
    QVERIFY(m_warned->isEmpty());
    m_clock->advance(1ms);
    QCOMPARE(m_warned->size(), 1);
}

// Qt sends a movement when a window appears or scrolls under the pointer.
void tst_IdleWatch::restsWhileThePointerRests()
{
    begin(10min);
    const auto move = [this](const QPointF &to) {
        QMouseEvent event(QEvent::MouseMove, to, to, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_widget.get(), &event);
    };
    move({50, 50});
    m_clock->advance(8min);
    move({50, 50});
    m_clock->advance(1min);
    QCOMPARE(m_warned->size(), 1);
    move({50, 50});
    QVERIFY(m_calmed->isEmpty());
    move({51, 50});
    QCOMPARE(m_calmed->size(), 1);
}

void tst_IdleWatch::aTouchDuringTheWarning()
{
    begin(10min);
    m_clock->advance(9min + 59s);
    QVERIFY(m_watch->isWarning());
    QTest::keyClick(m_widget.get(), Qt::Key_Shift);
    QCOMPARE(m_calmed->size(), 1);
    QVERIFY(!m_watch->isWarning());
    const qsizetype before = m_warned->size();
    const int wakeUps = m_clock->wakeUps();
    m_clock->advance(9min - 1ms);
    QCOMPARE(m_warned->size(), before);
    QCOMPARE(m_clock->wakeUps(), wakeUps);
    m_clock->advance(1min + 1ms);
    QCOMPARE(m_idle->size(), 1);
}

void tst_IdleWatch::neverUnlessSetAndActive_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("active");
    QTest::newRow("no limit") << 0 << true;
    QTest::newRow("nobody signed in") << 5 << false;
}

void tst_IdleWatch::neverUnlessSetAndActive()
{
    QFETCH(int, minutes);
    QFETCH(bool, active);
    m_watch->setLimit(std::chrono::minutes(minutes));
    m_watch->setActive(active);
    m_watch->look();
    m_watch->stay();
    m_clock->advance(24h);
    QVERIFY(m_warned->isEmpty() && m_idle->isEmpty());
    QCOMPARE(m_clock->activeTimers(), 0);
}

// The window tells the watch what it knows whenever anything changes.
void tst_IdleWatch::sayingItAgainIsNoTouch()
{
    begin(10min);
    m_clock->advance(8min);
    begin(10min);
    m_clock->advance(1min);
    QCOMPARE(m_warned->size(), 1);
    begin(10min);
    QVERIFY(m_watch->isWarning());
    m_clock->advance(1min);
    QCOMPARE(m_idle->size(), 1);
}

void tst_IdleWatch::switchingOffTakesTheWarningBack()
{
    begin(10min);
    m_clock->advance(9min + 30s);
    m_watch->setActive(false);
    QCOMPARE(m_calmed->size(), 1);
    QCOMPARE(m_clock->activeTimers(), 0);
    m_clock->advance(1h);
    QVERIFY(m_idle->isEmpty());
    m_watch->setActive(true); // and begins anew
    m_clock->advance(9min - 1ms);
    QVERIFY(!m_watch->isWarning());
}

void tst_IdleWatch::aShortLimitIsNotAllWarning()
{
    begin(1min);
    m_clock->advance(29s);
    QVERIFY(m_warned->isEmpty());
    m_clock->advance(1s);
    QCOMPARE(m_warned->constLast().constFirst().toInt(), 30);
    m_clock->advance(30s);
    QCOMPARE(m_idle->size(), 1);
}

void tst_IdleWatch::sleep_data()
{
    QTest::addColumn<bool>("touched"); // else somebody looks, such as the session that woke
    QTest::newRow("looked at") << false;
    QTest::newRow("touched") << true;
}

void tst_IdleWatch::sleep()
{
    QFETCH(bool, touched);
    m_clock->sleep(1h); // one before it counts
    begin(10min);
    m_clock->advance(1min);
    m_clock->sleep(8h);
    if (touched)
        QTest::keyClick(m_widget.get(), Qt::Key_A);
    else
        m_watch->look();
    QVERIFY(m_idle->isEmpty()); // not without a word
    QVERIFY(m_watch->isWarning());
    QCOMPARE(m_warned->constLast().constFirst().toInt(), 20);
    m_clock->advance(19s);
    QVERIFY(m_idle->isEmpty());
    if (touched) { // a second touch is an answer to the warning
        QTest::keyClick(m_widget.get(), Qt::Key_A);
        QCOMPARE(m_calmed->size(), 1);
        return;
    }
    m_clock->advance(1s);
    QCOMPARE(m_idle->size(), 1);
}

void tst_IdleWatch::asleepDuringTheWarning()
{
    begin(10min);
    m_clock->advance(9min + 1s);
    m_clock->sleep(8h);
    QTest::keyClick(m_widget.get(), Qt::Key_A); // whoever opens the lid in the morning
    QCOMPARE(m_idle->size(), 1);
}

void tst_IdleWatch::timersThatFireEarlyOrLate()
{
    begin(10min);
    m_clock->fireEarly();
    QVERIFY(m_warned->isEmpty());
    m_clock->setTimersLateBy(50s);
    m_clock->fireEarly();
    m_clock->advance(9min + 50s); // ten seconds before the end
    QCOMPARE(m_warned->size(), 1);
    QCOMPARE(m_warned->constLast().constFirst().toInt(), 20);
}

void tst_IdleWatch::tellsNoLessThanThereIs()
{
    begin(10min);
    m_clock->advance(9min + 500ms);
    m_watch->look();
    QCOMPARE(m_warned->constLast().constFirst().toInt(), 60);
}

void tst_IdleWatch::beginsAnewAfterTheEnd()
{
    begin(10min);
    m_clock->advance(10min);
    QCOMPARE(m_idle->size(), 1);
    const qsizetype before = m_warned->size();
    begin(10min); // the next person
    m_clock->advance(9min);
    QCOMPARE(m_warned->size(), before + 1);
}

void tst_IdleWatch::wakesRarely()
{
    begin(8h);
    for (int minute = 0; minute < 7 * 60; ++minute) {
        m_clock->advance(1min);
        QTest::keyClick(m_widget.get(), Qt::Key_A);
    }
    QCOMPARE(m_warned->size(), 0);
    QVERIFY2(m_clock->wakeUps() <= 2, qPrintable(QString::number(m_clock->wakeUps())));
}

LATCHKEY_TEST(tst_IdleWatch, QApplication)
#include "tst_idlewatch.moc"
