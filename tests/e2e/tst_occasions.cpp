#include "tests/e2e/mocklogind.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/fakestore.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QWindow>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The composed program seizes the good moments to renew: before a sleep, after it, when its window
// comes back after a long time, and when it ends. logind is played on a private system bus.
class tst_Occasions : public QObject
{
    Q_OBJECT
private slots:
    void renewsBeforeTheComputerSleeps();
    void doesNotHoldUpASleepForNothing();
    void wakesUpAfterANight();
    void windowComesBack_data();
    void windowComesBack();
    void renewsWhenItEnds_data();
    void renewsWhenItEnds();
    void aDeadServerDoesNotHoldUpTheEnd();

private:
    // Signed in, watching, and this old.
    void begin(ProgramFixture &f, Milliseconds age);
};

void tst_Occasions::begin(ProgramFixture &f, Milliseconds age)
{
    QVERIFY(f.openSignedIn());
    f.moveClock(1s); // the watchers start after the first picture
    f.moveClock(age);
    f.settleNetwork();
    QCOMPARE(f.server->counts().refresh, 0);
}

void tst_Occasions::renewsBeforeTheComputerSleeps()
{
    FakeStore store;
    MockLogind logind;
    ProgramFixture f(store);
    begin(f, 20min); // a fortieth of ten hours has gone
    QTRY_COMPARE(logind.held(), 1);
    logind.prepareForSleep(true);
    QTRY_COMPARE(logind.held(), 0); // not before the new pair was stored
    QCOMPARE(f.server->counts().refresh, 1);
    QCOMPARE(f.program->session().status().saving, Saving::Saved);
    QCOMPARE(f.program->session().transitions().last().to, SessionState::SignedIn);
    QCOMPARE(
        f.program->session().transitions().at(f.program->session().transitions().size() - 2).cause,
        Cause::Suspend);
}

void tst_Occasions::doesNotHoldUpASleepForNothing()
{
    FakeStore store;
    MockLogind logind;
    ProgramFixture f(store);
    begin(f, 10min);
    QTRY_COMPARE(logind.held(), 1);
    logind.prepareForSleep(true);
    QTRY_COMPARE(logind.held(), 0);
    QCOMPARE(f.server->counts().refresh, 0);
}

void tst_Occasions::wakesUpAfterANight()
{
    FakeStore store;
    MockLogind logind;
    ProgramFixture f(store);
    begin(f, 1min);
    QTRY_COMPARE(logind.held(), 1);
    logind.prepareForSleep(true);
    QTRY_COMPARE(logind.held(), 0);
    f.clock.sleep(8h);
    f.moveClock(0ms); // the server's clock follows; no timer has fired
    logind.prepareForSleep(false);
    QTRY_COMPARE(f.server->counts().refresh, 1);
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    QTRY_COMPARE(logind.held(), 1); // ready for the next night
}

void tst_Occasions::windowComesBack_data()
{
    QTest::addColumn<int>("minutesAway");
    QTest::addColumn<int>("renewals");
    QTest::newRow("a moment") << 1 << 0;
    QTest::newRow("long") << 11 << 1;
}

void tst_Occasions::windowComesBack()
{
    QFETCH(const int, minutesAway);
    QFETCH(const int, renewals);
    FakeStore store;
    ProgramFixture f(store);
    begin(f, 65min); // a tenth of ten hours, and the plan is not due yet
    emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
    f.moveClock(std::chrono::minutes(minutesAway));
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    f.settleNetwork();
    QCOMPARE(f.server->counts().refresh, renewals);
}

void tst_Occasions::renewsWhenItEnds_data()
{
    QTest::addColumn<int>("minutesOld");
    QTest::addColumn<int>("renewals");
    QTest::newRow("young: nothing to do") << 10 << 0;
    QTest::newRow("a fortieth has gone") << 16 << 1;
}

void tst_Occasions::renewsWhenItEnds()
{
    QFETCH(const int, minutesOld);
    QFETCH(const int, renewals);
    FakeStore store;
    ProgramFixture f(store);
    begin(f, std::chrono::minutes(minutesOld));
    QSignalSpy finished(f.program.get(), &Composition::finished);
    f.program->quit();
    QVERIFY(!f.program->window().isVisible()); // the person does not wait for it
    QTRY_COMPARE(f.server->counts().refresh, renewals);
    f.settleNetwork();
    f.clock.advance(1ms);
    QCOMPARE(finished.size(), 1);
    f.close();
    f.open(); // and what was renewed was stored
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    const auto status = f.program->session().status();
    const bool fresh = *status.refreshExpiry > f.clock.wall() + 9h + 59min;
    QCOMPARE(fresh, renewals == 1);
}

void tst_Occasions::aDeadServerDoesNotHoldUpTheEnd()
{
    FakeStore store;
    ProgramFixture f(store);
    begin(f, 65min);
    f.server->stop();
    QSignalSpy finished(f.program.get(), &Composition::finished);
    f.program->quit();
    QTRY_COMPARE(finished.size(), 1); // when it is known, and no clock has moved
}

static int runOccasions(int argc, char *argv[])
{
    const PrivateBus bus;
    bus.becomeSystemBus();
    QApplication app(argc, argv);
    tst_Occasions test;
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runOccasions)
#include "tst_occasions.moc"
