#include "tests/store/playedstorefixture.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QDBusConnectionInterface>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString kwallet = QStringLiteral("org.kde.kwalletd6");

} // namespace

// On KDE, where QtKeychain talks to KWallet if that can be had, and to the Secret Service if not.
class PlayedKdeTest final : public QObject
{
    Q_OBJECT
public:
    explicit PlayedKdeTest(PrivateBus &bus)
        : m_bus(bus)
        , f(bus.address())
    {
    }

private slots:
    void init() { f.begin(); }
    void cleanup() { f.end(); }
    void withoutKWallet();
    void withKWallet();
    void busEnds();

private:
    PrivateBus &m_bus;
    PlayedStoreFixture f;
};

// The Secret Service is all there is: it is looked at, as elsewhere.
void PlayedKdeTest::withoutKWallet()
{
    putItem(f.secrets, "old");
    f.secrets.manners() = MockManners::keePassXc();
    f.secrets.setPerson(Person::Allows);
    QCOMPARE(readNow(*f.store, mockedKey), "WouldAsk");
    QCOMPARE(f.secrets.promptsOpened(), 0);
    QCOMPARE(readNow(*f.store, mockedKey, Prompt::IfOpen), "=old");
    QCOMPARE(f.secrets.promptsOpened(), 1);
}

// Nothing tells whether it would ask: who may not ask does not try before somebody was let in.
void PlayedKdeTest::withKWallet()
{
    auto bus = QDBusConnection::sessionBus();
    QVERIFY(bus.registerService(kwallet));
    putItem(f.secrets, "old");
    f.secrets.manners() = MockManners::keePassXc();
    f.secrets.setPerson(Person::Allows);
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    QCOMPARE(readNow(*f.store, mockedKey), "Locked");
    QCOMPARE(writeNow(*f.store, mockedKey, "new"), "Locked");
    QCOMPARE(removeNow(*f.store, mockedKey), "Locked");
    QCOMPARE(f.secrets.promptsOpened(), 0);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(readNow(*f.store, mockedKey, Prompt::IfOpen), "=old");
    QTRY_COMPARE(changes.size(), 1); // who may not ask looks again
    QCOMPARE(readNow(*f.store, mockedKey), "=old");
    QCOMPARE(f.secrets.promptsOpened(), 1);
    QVERIFY(bus.unregisterService(kwallet));
}

// The last: there is no other for this process.
void PlayedKdeTest::busEnds()
{
    QVERIFY(QDBusConnection::sessionBus().registerService(kwallet));
    QCOMPARE(writeNow(*f.store, mockedKey, "1", Prompt::Allowed), "ok");
    m_bus.end();
    QTRY_COMPARE(probeNow(*f.store), KeychainState::Absent);
    QCOMPARE(writeNow(*f.store, mockedKey, "2"), "Absent"); // and this program lives on
}

static int runPlayedkde(int argc, char **argv)
{
    PrivateBus bus;
    bus.becomeSessionBus();
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
    QCoreApplication app(argc, argv);
    PlayedKdeTest test(bus);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runPlayedkde)
#include "tst_playedkde.moc"
