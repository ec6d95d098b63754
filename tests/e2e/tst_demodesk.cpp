#include "tests/e2e/programfixture.h"
#include "tests/support/fakestore.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = SessionEvent::Kind;

namespace
{

constexpr int DeskPatience = 20'000;

// The demo servers that this very process started.
QList<pid_t> demoServers()
{
    QList<pid_t> pids;
    const QByteArray parent = "PPid:\t" + QByteArray::number(QCoreApplication::applicationPid());
    const auto entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile command(QStringLiteral("/proc/%1/cmdline").arg(entry));
        QFile status(QStringLiteral("/proc/%1/status").arg(entry));
        if (command.open(QIODevice::ReadOnly) && status.open(QIODevice::ReadOnly)
            && command.readAll().contains("latchkey-demo-server")
            && status.readAll().contains(parent + '\n'))
            pids.append(static_cast<pid_t>(entry.toInt()));
    }
    return pids;
}

struct Desk {
    FakeStore store;
    ProgramFixture f{store};

    Desk()
    {
        Settings settings;
        settings.qaMode = true;
        Preferences(f.folder.filePath(QStringLiteral("p.ini"))).setSettings(settings);
    }
    // Signed in at the program's own demo server.
    [[nodiscard]] bool open()
    {
        f.open();
        const auto signedOut = [this] { return f.state() == SessionState::SignedOut; };
        if (!QTest::qWaitFor(signedOut) || !tryDemo())
            return false;
        return f.signIn() && QTest::qWaitFor([this] { return f.shows(QStringLiteral("Jhon")); });
    }
    [[nodiscard]] bool tryDemo()
    {
        return f.press(QStringLiteral("Try the built-in demo server"))
            && QTest::qWaitFor(
                   [this] {
                       return f.barText().contains(QStringLiteral("The demo server is running."));
                   },
                   DeskPatience);
    }
    [[nodiscard]] Session &session() { return f.program->session(); }
    [[nodiscard]] bool waitFor(Kind kind)
    {
        return QTest::qWaitFor(
            [&] {
                const auto &events = session().history().events();
                return !events.isEmpty() && events.last().kind == kind;
            },
            DeskPatience);
    }
    // One refusal may be a mistake: it is asked about again after a while.
    [[nodiscard]] bool endsWithAnotherRefusal()
    {
        if (f.state() == SessionState::Ended)
            return false;
        f.clock.advance(7s);
        return waitFor(SessionState::Ended);
    }
    [[nodiscard]] bool waitFor(SessionState state)
    {
        return QTest::qWaitFor([&] { return f.state() == state; }, DeskPatience);
    }
};

} // namespace

// The composed program and its own demo server, a child process, in QA mode.
class tst_DemoDesk : public QObject
{
    Q_OBJECT
private slots:
    void revokedSessionsEndAtTheNextRenewal();
    void revokedSessionsEndAtOnceWithAnExpiredToken();
    void othersCannotBeRevoked();
    void lateDemoTakesNobodyAway_data();
    void lateDemoTakesNobodyAway();
    void s81DemoServerChosenAgain();
    void aServerThatDiesIsStartedAgain();
    void withoutItsPackageTheProgramSaysSo_data();
    void withoutItsPackageTheProgramSaysSo();
    void withoutItsPackageThePageSaysSo();
    void aServerThatDiesAtOnceIsGivenUp_data();
    void aServerThatDiesAtOnceIsGivenUp();
};

void tst_DemoDesk::revokedSessionsEndAtTheNextRenewal()
{
    Desk desk;
    ProgramFixture &f = desk.f;
    QVERIFY(desk.open());
    QVERIFY(f.press(QStringLiteral("Revoke")));
    QVERIFY(desk.waitFor(Kind::FaultOn));
    QCOMPARE(desk.session().history().events().last().fault, SessionEvent::Fault::SessionsRevoked);
    QVERIFY(f.shows(QStringLiteral("Demo server: sessions revoked")));
    QCOMPARE(f.state(), SessionState::SignedIn); // nobody has told the program
    f.clock.advance(3s); // the floor between two renewals
    QVERIFY(f.press(QStringLiteral("Renew now")));
    QVERIFY(desk.waitFor(Kind::RenewalRefused));
    QCOMPARE(f.state(), SessionState::SignedIn); // one refusal may be a mistake
    f.clock.advance(6s);
    QVERIFY(desk.waitFor(SessionState::NotRenewable));
    desk.session().reloadProfile(); // the access token is refused as well
    QVERIFY(desk.waitFor(Kind::Unauthorized));
    QVERIFY(desk.endsWithAnotherRefusal());
    QCOMPARE(desk.session().status().endReason, EndReason::Refused); // X2
    QVERIFY2(f.barText().contains(QStringLiteral("ended your session early")),
             qPrintable(f.barText()));
    QVERIFY(f.press(QStringLiteral("Why?")));
    QTRY_VERIFY(f.shows(QStringLiteral("The server no longer accepts a session that should still "
                                       "have been good.")));
    QVERIFY(f.signIn()); // the account is as it was
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(desk.session().history().ofLastSession().events().first().kind, Kind::SignedIn);
}

void tst_DemoDesk::revokedSessionsEndAtOnceWithAnExpiredToken()
{
    Desk desk;
    ProgramFixture &f = desk.f;
    QVERIFY(desk.open());
    QVERIFY(f.press(QStringLiteral("Revoke")));
    QVERIFY(desk.waitFor(Kind::FaultOn));
    f.clock.advance(3s);
    QVERIFY(f.press(QStringLiteral("Expire access")));
    f.clock.advance(1s);
    QVERIFY(desk.waitFor(Kind::RenewalRefused));
    QVERIFY(desk.endsWithAnotherRefusal());
    QCOMPARE(desk.session().status().endReason, EndReason::Refused);
    QVERIFY(f.barText().contains(QStringLiteral("ended your session early")));
    QTRY_VERIFY(desk.store.items.isEmpty());
}

void tst_DemoDesk::othersCannotBeRevoked()
{
    Desk desk;
    ProgramFixture &f = desk.f;
    QVERIFY(f.openSignedIn()); // at a server that this program did not start
    QAbstractButton *revoke = f.button(QStringLiteral("Revoke"));
    QVERIFY(revoke && !revoke->isEnabled());
    QVERIFY(revoke->accessibleDescription().contains(QStringLiteral("Only a demo server")));
    // Nor a demo server of somebody else's.
    f.program->session().useServer(*f.options.server, true);
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.signIn());
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QVERIFY(!f.button(QStringLiteral("Revoke"))->isEnabled());
}

void tst_DemoDesk::lateDemoTakesNobodyAway_data()
{
    QTest::addColumn<bool>("signsIn");
    QTest::newRow("who signs in meanwhile") << true;
    QTest::newRow("who chooses a server meanwhile") << false;
}

void tst_DemoDesk::lateDemoTakesNobodyAway()
{
    QFETCH(bool, signsIn);
    Desk desk;
    ProgramFixture &f = desk.f;
    QVERIFY(f.openSignedIn());
    const auto signOut = [&f] {
        return QTest::qWaitFor([&f] { return f.press(QStringLiteral("Sign out")); })
            && QTest::qWaitFor([&f] { return f.state() == SessionState::SignedOut; });
    };
    QVERIFY(signOut());
    if (signsIn) { // as it will be again, without a demo server
        QVERIFY(f.signIn());
        QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    }
    settle();
    const int quiet = f.clock.activeTimers();
    if (signsIn)
        QVERIFY(signOut());
    QVERIFY(f.press(QStringLiteral("Try the built-in demo server")));
    if (signsIn)
        QVERIFY(f.signIn());
    else
        emit f.program->window().serverChosen(*f.options.server);
    if (signsIn)
        QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QTRY_VERIFY(!demoServers().isEmpty());
    QTRY_COMPARE(f.clock.activeTimers(), quiet); // its deadline has gone: it is ready
    settle();
    QCOMPARE(f.program->session().server(), *f.options.server);
    QCOMPARE(f.state(), signsIn ? SessionState::SignedIn : SessionState::SignedOut);
    QVERIFY(!f.barText().contains(QStringLiteral("demo server")));
    if (signsIn)
        QVERIFY(f.press(QStringLiteral("Sign out")));
    QVERIFY(desk.tryDemo()); // wanted again
    QVERIFY(f.program->session().isDemo());
}

void tst_DemoDesk::s81DemoServerChosenAgain()
{
    Desk desk;
    ProgramFixture &f = desk.f;
    QVERIFY(desk.open());
    emit f.program->window().serverChosen(desk.session().server());
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(desk.session().isDemo());
    QVERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(Preferences(f.folder.filePath(QStringLiteral("p.ini"))).server(),
             f.options.server->toString()); // the demo server is not remembered
}

void tst_DemoDesk::aServerThatDiesIsStartedAgain()
{
    Desk desk;
    ProgramFixture &f = desk.f;
    QVERIFY(desk.open());
    const ServerAddress address = desk.session().server();
    f.clock.advance(11s);
    QCOMPARE(demoServers().size(), 1);
    const pid_t first = demoServers().first();
    kill(first, SIGKILL);
    QVERIFY(desk.waitFor(Kind::ServerRestarted));
    QVERIFY(f.shows(QStringLiteral("Demo server restarted")));
    QCOMPARE(demoServers().size(), 1);
    QVERIFY(demoServers().first() != first);
    QCOMPARE(desk.session().server(), address);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.button(QStringLiteral("Revoke"))->isEnabled());
    // It has forgotten everybody.
    QVERIFY(f.press(QStringLiteral("Expire access")));
    f.clock.advance(1s);
    QVERIFY(desk.waitFor(Kind::RenewalRefused));
    QVERIFY(desk.endsWithAnotherRefusal());
    QCOMPARE(desk.session().status().endReason, EndReason::Refused);
    QVERIFY(f.signIn());
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
}

void tst_DemoDesk::withoutItsPackageTheProgramSaysSo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("window") << QStringList{QStringLiteral("--demo")};
    QTest::newRow("smoke test") << QStringList{QStringLiteral("--demo"),
                                               QStringLiteral("--smoke-test")};
}

// The program alone in a folder, as its package installs it.
void tst_DemoDesk::withoutItsPackageTheProgramSaysSo()
{
    QFETCH(QStringList, arguments);
    const QTemporaryDir folder;
    const QString alone = folder.filePath(QStringLiteral("latchkey"));
    QVERIFY(QFile::copy(QStringLiteral(LATCHKEY_PROGRAM), alone));
    QProcess program;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder.path()); // a desktop's theme asks
    program.setProcessEnvironment(environment);
    program.start(alone, arguments);
    QVERIFY2(program.waitForFinished(), qPrintable(program.errorString()));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 1);
    QCOMPARE(program.readAllStandardError(),
             QByteArray("latchkey: The demo server is not installed. Its package is "
                        "latchkey-demo-server.\n"));
    QCOMPARE(program.readAllStandardOutput(), QByteArray());
}

// Once more by a copy of this very program, which has no demo server beside it.
void tst_DemoDesk::withoutItsPackageThePageSaysSo()
{
    if (DemoProcess::isInstalled()) {
        const QTemporaryDir folder;
        const QString alone = folder.filePath(QStringLiteral("alone"));
        QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), alone));
        QProcess copy;
        copy.start(alone, {QStringLiteral("tst_demodesk"), QString::fromLatin1(__func__)});
        QVERIFY2(copy.waitForFinished(), qPrintable(copy.errorString()));
        QVERIFY2(copy.exitCode() == 0, copy.readAllStandardOutput().constData());
        return;
    }
    Desk desk;
    ProgramFixture &f = desk.f;
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.press(QStringLiteral("Try the built-in demo server")));
    QTRY_VERIFY(f.barText().contains(QStringLiteral("The demo server could not be started.")));
    QVERIFY(f.press(QStringLiteral("Details")));
    QVERIFY(f.shows(QStringLiteral("The demo server is not installed. Its package is "
                                   "latchkey-demo-server.")));
    QVERIFY(f.button(QStringLiteral("Try the built-in demo server"))->isEnabled());
}

void tst_DemoDesk::aServerThatDiesAtOnceIsGivenUp_data()
{
    QTest::addColumn<bool>("dismissed");
    QTest::newRow("read and dismissed") << true;
    QTest::newRow("left where it is") << false;
}

void tst_DemoDesk::aServerThatDiesAtOnceIsGivenUp()
{
    QFETCH(bool, dismissed);
    Desk desk;
    ProgramFixture &f = desk.f;
    QVERIFY(desk.open());
    while (!f.barText().isEmpty()) // the fake clock's own trouble
        QVERIFY(f.press(QStringLiteral("Dismiss")));
    f.clock.advance(11s);
    kill(demoServers().first(), SIGKILL);
    QVERIFY(desk.waitFor(Kind::ServerRestarted));
    kill(demoServers().first(), SIGKILL); // it lived for no time at all
    QTRY_VERIFY_WITH_TIMEOUT(
        f.barText().contains(QStringLiteral("The demo server could not be started.")),
        DeskPatience);
    QVERIFY(demoServers().isEmpty());
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.button(QStringLiteral("Revoke"))->isEnabled());
    f.clock.advance(2min); // it is not forgotten at the next tick
    QVERIFY(f.barText().contains(QStringLiteral("The demo server could not be started.")));
    if (dismissed) {
        QVERIFY(f.press(QStringLiteral("Dismiss")));
        QVERIFY(!f.barText().contains(QStringLiteral("demo server")));
    }
    QVERIFY(f.press(QStringLiteral("Sign out")));
    QVERIFY(desk.tryDemo());
    QVERIFY(f.signIn());
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QVERIFY(!f.barText().contains(QStringLiteral("could not be started"))); // it runs again
}

LATCHKEY_TEST(tst_DemoDesk, QApplication)
#include "tst_demodesk.moc"
