#include "tests/e2e/watchedsleep.h"
#include "tests/support/testprogram.h"

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The process's system bus is a private one, and each test puts its own logind on it.
class tst_SleepWatcherFaults : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void logindComesLater();
    void logindRestarts();
    void logindDiesDuringSleep();
    void inhibitorRefused();
    void logindHangs();
    void lateInhibitor();
    void noBus_data();
    void noBus();
    void noLogind();
    void deletedWhileAsking();
    void deletedFromItsSignal();
    void deletedHoldsNothing();
};

void tst_SleepWatcherFaults::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_SleepWatcherFaults::logindComesLater()
{
    Watched w;
    roundTrip(QDBusConnection::systemBus()); // "nobody has that name" is the answer
    settle();
    MockLogind logind;
    QTRY_COMPARE(logind.held(), 1);
    QTRY_COMPARE(w.watcher.limit(), 7s);
    logind.prepareForSleep(true);
    QTRY_COMPARE(w.sleeps.size(), 1);
    w.watcher.readyToSleep();
    QTRY_COMPARE(logind.held(), 0);
}

void tst_SleepWatcherFaults::logindRestarts()
{
    auto first = std::make_unique<MockLogind>();
    Watched w;
    QTRY_COMPARE(first->held(), 1);
    first.reset();
    MockLogind second(MockLogind::Manners::Grant, 9'000'000);
    QTRY_COMPARE(second.held(), 1);
    QTRY_COMPARE(w.watcher.limit(), 9s);
    second.prepareForSleep(true);
    QTRY_COMPARE(w.sleeps.size(), 1);
    w.watcher.readyToSleep();
    QTRY_COMPARE(second.held(), 0);
    settleBus(second);
    QCOMPARE(second.asked(), 1);
}

// The new one does not know that the old one announced a sleep, and starts over.
void tst_SleepWatcherFaults::logindDiesDuringSleep()
{
    auto first = std::make_unique<MockLogind>();
    Watched w;
    QTRY_COMPARE(first->held(), 1);
    first->prepareForSleep(true);
    QTRY_COMPARE(w.sleeps.size(), 1);
    first.reset();
    MockLogind second;
    QTRY_COMPARE(second.held(), 1);
    w.watcher.readyToSleep(); // meant for the first
    settleBus(second);
    QCOMPARE(second.held(), 1);
    second.prepareForSleep(true);
    QTRY_COMPARE(w.sleeps.size(), 2);
}

void tst_SleepWatcherFaults::inhibitorRefused()
{
    MockLogind logind(MockLogind::Manners::Refuse);
    Watched w;
    QTRY_COMPARE(logind.asked(), 1);
    logind.prepareForSleep(true);
    QTRY_COMPARE(w.sleeps.size(), 1); // the machine will not wait, but a request may still get out
    w.watcher.readyToSleep();
    logind.setManners(MockLogind::Manners::Grant);
    logind.prepareForSleep(false);
    QTRY_COMPARE(w.resumes.size(), 1);
    QTRY_COMPARE(logind.held(), 1);
}

void tst_SleepWatcherFaults::logindHangs()
{
    MockLogind logind(MockLogind::Manners::Hang);
    QElapsedTimer timer;
    timer.start();
    Watched w;
    QVERIFY2(timer.elapsed() < 1000, "start() waited for logind");
    QTRY_COMPARE(logind.asked(), 1);
    logind.prepareForSleep(true);
    QTRY_COMPARE(w.sleeps.size(), 1);
    logind.prepareForSleep(false);
    QTRY_COMPARE(w.resumes.size(), 1);
    QTRY_COMPARE(logind.asked(), 2);
    logind.answerLate(); // to both questions
    QTRY_COMPARE(logind.given(), 2);
    QTRY_COMPARE(logind.held(), 1);
}

// It comes after we were ready to sleep: keeping it would hold up the machine.
void tst_SleepWatcherFaults::lateInhibitor()
{
    MockLogind logind(MockLogind::Manners::Hang);
    Watched w;
    QTRY_COMPARE(logind.asked(), 1);
    logind.prepareForSleep(true);
    QTRY_COMPARE(w.sleeps.size(), 1);
    w.watcher.readyToSleep();
    logind.answerLate();
    QTRY_COMPARE(logind.held(), 0);
    settleBus(logind);
    QCOMPARE(logind.held(), 0);
}

void tst_SleepWatcherFaults::noBus_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("no such socket") << QStringLiteral("unix:path=/nonexistent/bus");
    QTest::newRow("switched off") << QStringLiteral("disabled:");
    QTest::newRow("nonsense") << QStringLiteral("nonsense");
}

void tst_SleepWatcherFaults::noBus()
{
    QFETCH(QString, address);
    Watched w(address);
    w.watcher.readyToSleep();
    w.watcher.start();
    QCOMPARE(w.watcher.limit(), 5s);
    QCOMPARE(w.sleeps.size(), 0);
    QCOMPARE(w.resumes.size(), 0);
}

void tst_SleepWatcherFaults::noLogind()
{
    Watched w;
    roundTrip(QDBusConnection::systemBus());
    settle();
    w.watcher.readyToSleep();
    QCOMPARE(w.watcher.limit(), 5s);
    QCOMPARE(w.resumes.size(), 0);
}

void tst_SleepWatcherFaults::deletedWhileAsking()
{
    MockLogind logind(MockLogind::Manners::Hang);
    {
        Watched w;
        QTRY_COMPARE(logind.asked(), 1);
    }
    logind.answerLate();
    QTRY_COMPARE(logind.held(), 0);
}

void tst_SleepWatcherFaults::deletedFromItsSignal()
{
    MockLogind logind;
    for (const bool goingToSleep : {true, false}) {
        auto watcher = std::make_unique<SleepWatcher>();
        const auto vanish = [&watcher] { watcher.reset(); };
        connect(watcher.get(), &SleepWatcher::aboutToSleep, this, vanish);
        connect(watcher.get(), &SleepWatcher::resumed, this, vanish);
        watcher->start();
        QTRY_COMPARE(logind.held(), 1);
        logind.prepareForSleep(goingToSleep);
        QTRY_VERIFY(!watcher);
        QTRY_COMPARE(logind.held(), 0);
    }
}

void tst_SleepWatcherFaults::deletedHoldsNothing()
{
    MockLogind logind;
    {
        Watched w;
        QTRY_COMPARE(logind.held(), 1);
    }
    QTRY_COMPARE(logind.held(), 0);
}

static int runSleepwatcherfaults(int argc, char **argv)
{
    const PrivateBus bus; // before Qt looks for the system's
    bus.becomeSystemBus();
    QCoreApplication app(argc, argv);
    tst_SleepWatcherFaults test;
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runSleepwatcherfaults)
#include "tst_sleepwatcherfaults.moc"
