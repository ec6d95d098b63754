#include "tests/e2e/watchedsleep.h"
#include "tests/support/testprogram.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The process's system bus is a private one, and each test puts its own logind on it.
class tst_SleepWatcher : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void takesOneInhibitor();
    void asksTheGivenBus();
    void limits_data();
    void limits();
    void sleepsAndResumesAgainAndAgain();
    void unansweredSleep();
    void answerAtOtherTimes();
    void toldTwice();
    void resumeAlone();
    void nobodyListens();
    void strangersAreIgnored();
    void childrenInheritNothing();
};

void tst_SleepWatcher::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_SleepWatcher::takesOneInhibitor()
{
    MockLogind logind;
    SleepWatcher watcher;
    settleBus(logind);
    QCOMPARE(logind.asked(), 0); // not before start()
    watcher.start();
    watcher.start();
    QTRY_COMPARE(logind.held(), 1);
    QTRY_COMPARE(watcher.limit(), 7s);
    settleBus(logind);
    QCOMPARE(logind.asked(), 1);
    QCOMPARE(logind.arguments(),
             (QStringList{QStringLiteral("sleep"), QStringLiteral("Latchkey"),
                          QStringLiteral("Renews the session before the computer sleeps"),
                          QStringLiteral("delay")}));
}

void tst_SleepWatcher::asksTheGivenBus()
{
    const PrivateBus other;
    MockLogind logind(MockLogind::Manners::Grant, 7'000'000, other.address());
    const auto connections
        = [&logind] { return logind.connection().interface()->registeredServiceNames().value(); };
    const QStringList before = connections();
    {
        Watched w(other.address());
        QTRY_COMPARE(logind.held(), 1);
        QVERIFY(connections() != before);
        logind.prepareForSleep(true);
        QTRY_COMPARE(w.sleeps.size(), 1);
        w.watcher.readyToSleep();
        QTRY_COMPARE(logind.held(), 0);
    }
    QTRY_COMPARE(connections(), before);
}

void tst_SleepWatcher::limits_data()
{
    QTest::addColumn<qulonglong>("microseconds");
    QTest::addColumn<Milliseconds>("limit");
    QTest::newRow("logind's own") << 5'000'000ULL << Milliseconds(5s);
    QTest::newRow("an administrator's") << 30'500'000ULL << Milliseconds(30500);
    QTest::newRow("none") << 0ULL << Milliseconds(0);
    QTest::newRow("infinity") << ~0ULL << Milliseconds(1h);
}

void tst_SleepWatcher::limits()
{
    QFETCH(qulonglong, microseconds);
    QFETCH(Milliseconds, limit);
    SleepWatcher watcher;
    QCOMPARE(watcher.limit(), 5s);
    MockLogind logind(MockLogind::Manners::Grant, microseconds);
    watcher.start();
    QTRY_COMPARE(watcher.limit(), limit);
}

void tst_SleepWatcher::sleepsAndResumesAgainAndAgain()
{
    MockLogind logind;
    Watched w;
    QTRY_COMPARE(logind.held(), 1);
    for (int round = 1; round <= 3; ++round) {
        logind.prepareForSleep(true);
        QTRY_COMPARE(w.sleeps.size(), round);
        settleBus(logind);
        QCOMPARE(logind.held(), 1); // the machine waits for us
        w.watcher.readyToSleep();
        w.watcher.readyToSleep();
        QTRY_COMPARE(logind.held(), 0);
        QCOMPARE(w.resumes.size(), round - 1);

        logind.prepareForSleep(false);
        QTRY_COMPARE(w.resumes.size(), round);
        QTRY_COMPARE(logind.held(), 1);
        QCOMPARE(logind.asked(), round + 1);
    }
}

// The machine slept all the same, at the platform's limit.
void tst_SleepWatcher::unansweredSleep()
{
    MockLogind logind;
    Watched w;
    QTRY_COMPARE(logind.held(), 1);
    logind.prepareForSleep(true);
    logind.prepareForSleep(false);
    QTRY_COMPARE(w.resumes.size(), 1);
    QTRY_COMPARE(logind.given(), 2);
    QTRY_COMPARE(logind.held(), 1);
    w.watcher.readyToSleep(); // too late, and must not cost the new one
    settleBus(logind);
    QCOMPARE(logind.held(), 1);
}

void tst_SleepWatcher::answerAtOtherTimes()
{
    MockLogind logind;
    SleepWatcher early;
    early.readyToSleep(); // not even started
    Watched w;
    w.watcher.readyToSleep(); // before there is an inhibitor
    QTRY_COMPARE(logind.held(), 1);
    w.watcher.readyToSleep();
    settleBus(logind);
    QCOMPARE(logind.held(), 1);
}

void tst_SleepWatcher::toldTwice()
{
    MockLogind logind;
    Watched w;
    QTRY_COMPARE(logind.held(), 1);
    logind.prepareForSleep(true);
    logind.prepareForSleep(true);
    settleBus(logind);
    QCOMPARE(w.sleeps.size(), 1);
}

void tst_SleepWatcher::resumeAlone()
{
    MockLogind logind;
    Watched w;
    QTRY_COMPARE(logind.held(), 1);
    logind.prepareForSleep(false);
    QTRY_COMPARE(w.resumes.size(), 1);
    QTRY_COMPARE(logind.given(), 2);
    QTRY_COMPARE(logind.held(), 1); // the second has replaced the first
}

void tst_SleepWatcher::nobodyListens()
{
    MockLogind logind;
    SleepWatcher watcher;
    watcher.start();
    QTRY_COMPARE(logind.held(), 1);
    logind.prepareForSleep(true);
    QTRY_COMPARE(logind.held(), 0);
    logind.prepareForSleep(false);
    QTRY_COMPARE(logind.held(), 1);
}

void tst_SleepWatcher::strangersAreIgnored()
{
    MockLogind logind;
    Watched w;
    QTRY_COMPARE(logind.held(), 1);
    auto signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
                                             QStringLiteral("org.freedesktop.login1.Manager"),
                                             QStringLiteral("PrepareForSleep"));
    signal.setArguments({true});
    QDBusConnection::systemBus().send(signal);
    settleBus(logind);
    QCOMPARE(w.sleeps.size(), 0);
}

// The demo server is a child: with our inhibitor in its hands the machine would wait in vain.
void tst_SleepWatcher::childrenInheritNothing()
{
    MockLogind logind;
    Watched w;
    QTRY_COMPARE(logind.held(), 1);
    QProcess child;
    child.start(QStringLiteral("cat"), QStringList());
    QVERIFY(child.waitForStarted());
    logind.prepareForSleep(true);
    QTRY_COMPARE(w.sleeps.size(), 1);
    w.watcher.readyToSleep();
    QTRY_COMPARE(logind.held(), 0);
    QCOMPARE(child.state(), QProcess::Running);
    child.closeWriteChannel();
    QVERIFY(child.waitForFinished());
}

static int runSleepwatcher(int argc, char **argv)
{
    const PrivateBus bus; // before Qt looks for the system's
    bus.becomeSystemBus();
    QCoreApplication app(argc, argv);
    tst_SleepWatcher test;
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runSleepwatcher)
#include "tst_sleepwatcher.moc"
