#include "app/networkwatcher.h"
#include "tests/e2e/mocknetworkmanager.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QNetworkInformation>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

constexpr auto RoleVariable = "LATCHKEY_NETWORKWATCHER_ROLE";

} // namespace

// QNetworkInformation is one for each process and never unloads its backend: a process for each
// surrounding, the first being this one.
class tst_NetworkWatcher : public QObject
{
    Q_OBJECT
public:
    explicit tst_NetworkWatcher(const PrivateBus &bus)
        : m_bus(bus)
    {
    }

private slots:
    void init();
    void rule_data();
    void rule();
    void ruleGone();
    void otherSurroundings_data();
    void otherSurroundings();
    void withNetworkManager();

private:
    const PrivateBus &m_bus;
};

void tst_NetworkWatcher::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void tst_NetworkWatcher::rule_data()
{
    // O online, P online behind a portal, p behind a portal, x offline; a point is 500 ms.
    QTest::addColumn<QString>("story"); // its first letter is what begin() is told
    QTest::addColumn<int>("reconnections");
    QTest::newRow("online from the start") << QStringLiteral("O......") << 0;
    QTest::newRow("offline for good") << QStringLiteral("x......") << 0;
    QTest::newRow("comes back") << QStringLiteral("xO..") << 1;
    QTest::newRow("not before it has settled") << QStringLiteral("xO.") << 0;
    QTest::newRow("goes") << QStringLiteral("Ox......") << 0;
    QTest::newRow("goes and comes back") << QStringLiteral("O.x......O......") << 1;
    QTest::newRow("twice") << QStringLiteral("Ox.O...x.O...") << 2;
    QTest::newRow("blinks") << QStringLiteral("OxO..") << 1;
    QTest::newRow("flaps, then stays") << QStringLiteral("xO.xO.xO.xO...") << 1;
    QTest::newRow("flaps, then goes") << QStringLiteral("xO.xO.xO.x...") << 0;
    QTest::newRow("each flap starts the wait anew") << QStringLiteral("xO.xO.") << 0;
    QTest::newRow("told the same again") << QStringLiteral("xO.O.OO") << 1;
    QTest::newRow("told the same again later") << QStringLiteral("xO...OO....") << 1;
    QTest::newRow("a portal lets go") << QStringLiteral("PO..") << 1;
    QTest::newRow("a portal appears") << QStringLiteral("OP......") << 0;
    QTest::newRow("comes back behind a portal") << QStringLiteral("xP......") << 0;
    QTest::newRow("and through it") << QStringLiteral("xP......O..") << 1;
    QTest::newRow("a portal goes with the network") << QStringLiteral("Px......") << 0;
    QTest::newRow("portal first, online after") << QStringLiteral("pxO..") << 1;
    QTest::newRow("online first, portal after") << QStringLiteral("pPO..") << 1;
}

void tst_NetworkWatcher::rule()
{
    QFETCH(QString, story);
    QFETCH(int, reconnections);
    FakeClock clock;
    int told = 0;
    ReconnectionRule rule(clock, [&told] { ++told; });
    const auto view = [](QChar letter) {
        return NetworkView{letter == u'O' || letter == u'P', letter == u'P' || letter == u'p'};
    };
    rule.begin(view(story.at(0)));
    for (const QChar letter : story.mid(1)) {
        if (letter == u'.')
            clock.advance(500ms);
        else
            rule.learn(view(letter));
    }
    QCOMPARE(told, reconnections);
}

void tst_NetworkWatcher::ruleGone()
{
    FakeClock clock;
    int told = 0;
    {
        ReconnectionRule rule(clock, [&told] { ++told; });
        rule.begin({false, false});
        rule.learn({true, false});
    }
    clock.advance(1h);
    QCOMPARE(told, 0);
    QCOMPARE(clock.activeTimers(), 0);
}

void tst_NetworkWatcher::otherSurroundings_data()
{
    QTest::addColumn<QString>("role");
    QTest::newRow("no backend at all") << QStringLiteral("no backend");
    QTest::newRow("no system bus") << QStringLiteral("no bus");
    QTest::newRow("NetworkManager hangs, and dies at last") << QStringLiteral("hanging");
    QTest::newRow("no NetworkManager") << QStringLiteral("no manager");
    QTest::newRow("gone before the answer") << QStringLiteral("gone");
}

void tst_NetworkWatcher::otherSurroundings()
{
    QFETCH(QString, role);
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(RoleVariable), role);
    environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                       QStringLiteral("latchkey.*.debug=false"));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_networkwatcher")});
    QVERIFY(child.waitForFinished(20'000));
    const QByteArray output = child.readAll();
    QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0,
             output.constData());
    QCOMPARE(output, QByteArray());
}

void tst_NetworkWatcher::withNetworkManager()
{
    using Manager = MockNetworkManager;
    Manager manager(m_bus.address(), Manager::Global, Manager::Full);
    FakeClock clock;
    NetworkWatcher watcher(clock);
    QSignalSpy reconnected(&watcher, &NetworkWatcher::reconnected);
    watcher.start();
    watcher.start();
    QVERIFY(!QNetworkInformation::instance()); // not within start()
    QTRY_VERIFY(QNetworkInformation::instance());
    const QNetworkInformation &information = *QNetworkInformation::instance();
    QCOMPARE(information.backendName(), QStringLiteral("networkmanager"));
    clock.advance(10s);
    QCOMPARE(reconnected.size(), 0);

    manager.change(Manager::Disconnected, Manager::NoConnectivity);
    QTRY_COMPARE(information.reachability(), QNetworkInformation::Reachability::Disconnected);
    clock.advance(10s);
    QCOMPARE(reconnected.size(), 0);

    manager.change(Manager::Connecting, Manager::NoConnectivity);
    manager.change(Manager::Site, Manager::Portal);
    QTRY_VERIFY(information.isBehindCaptivePortal());
    clock.advance(10s);
    QCOMPARE(reconnected.size(), 0);

    manager.change(Manager::Global, Manager::Full);
    QTRY_COMPARE(information.reachability(), QNetworkInformation::Reachability::Online);
    QTRY_VERIFY(!information.isBehindCaptivePortal());
    clock.advance(999ms);
    QCOMPARE(reconnected.size(), 0);
    clock.advance(1ms);
    QCOMPARE(reconnected.size(), 1);

    manager.change(Manager::Global, Manager::Portal); // the portal's time is up, and renewed
    QTRY_VERIFY(information.isBehindCaptivePortal());
    manager.change(Manager::Global, Manager::Full);
    QTRY_VERIFY(!information.isBehindCaptivePortal());
    clock.advance(10s);
    QCOMPARE(reconnected.size(), 2);
    clock.advance(1h);
    QCOMPARE(reconnected.size(), 2);
}

namespace
{

bool loads()
{
    return QTest::qWaitFor([] { return QNetworkInformation::instance() != nullptr; }, 10'000);
}

// What a child process sees of a surrounding; whatever it prints is a failure.
bool livesIn(const QByteArray &role, const PrivateBus &bus)
{
    std::unique_ptr<MockNetworkManager> manager;
    if (role == "hanging") {
        manager = std::make_unique<MockNetworkManager>(bus.address(), MockNetworkManager::Global,
                                                       MockNetworkManager::Full, true);
    }
    FakeClock clock;
    auto watcher = std::make_unique<NetworkWatcher>(clock);
    QSignalSpy reconnected(watcher.get(), &NetworkWatcher::reconnected);
    QElapsedTimer timer;
    timer.start();
    watcher->start();
    if (role == "gone")
        watcher.reset();
    roundTrip(QDBusConnection::systemBus());
    settle();
    clock.advance(10s);
    if (timer.elapsed() > 5'000 || !reconnected.isEmpty())
        return false;
    if (role == "no bus" || role == "no manager")
        return loads(); // Qt's other backend on Linux needs no service
    if (QNetworkInformation::instance())
        return false;
    manager.reset();
    return role != "hanging" || loads();
}

} // namespace

static int runNetworkwatcher(int argc, char **argv)
{
    const QByteArray role = qgetenv(RoleVariable);
    const PrivateBus bus; // before Qt looks for the system's
    bus.becomeSystemBus();
    if (role == "no bus")
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication app(argc, argv);
    if (role == "no backend")
        QCoreApplication::setLibraryPaths({});
    if (!role.isEmpty())
        return livesIn(role, bus) ? 0 : 1;
    tst_NetworkWatcher test(bus);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runNetworkwatcher)
#include "tst_networkwatcher.moc"
