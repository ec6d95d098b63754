#include "app/store/keychainstore.h"
#include "tests/store/asked.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString keyOfNone = QStringLiteral("session/default/demo");
constexpr qint64 fast = 2000; // ms, on a busy machine; measured 1-30

// A way of having no password store.
struct Lack {
    PrivateKeyring::Mode mode;
    bool bus = false;
    bool glib = false;
    bool canAppear = false;
};

} // namespace

// No password store; a test of its own for each way of having none.
class NoKeyringTest : public QObject
{
    Q_OBJECT

public:
    NoKeyringTest(PrivateKeyring &keyring, const Lack &lack)
        : m_keyring(keyring)
        , m_lack(lack)
    {
    }

private slots:
    void initTestCase() { QVERIFY(m_lack.bus || m_keyring.start()); }
    void s48SaysSoFast();
    void neverAnswersFromInsideTheCall();
    void s49StoreThatAppearsIsPickedUp();

private:
    PrivateKeyring &m_keyring;
    const Lack m_lack;
    FakeClock m_clock;
};

void NoKeyringTest::s48SaysSoFast()
{
    KeychainStore store(m_clock);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(probeNow(store) == KeychainState::Absent);
    QCOMPARE(readNow(store, keyOfNone), "Absent");
    QCOMPARE(readNow(store, keyOfNone, allowed), "Absent");
    QCOMPARE(writeNow(store, keyOfNone, "1", allowed), "Absent");
    QCOMPARE(removeNow(store, keyOfNone), "Absent");
    QVERIFY2(timer.elapsed() < fast, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(!store.displayName().isEmpty());
}

void NoKeyringTest::neverAnswersFromInsideTheCall()
{
    KeychainStore store(m_clock);
    AskedState state;
    AskedRead read;
    store.probe(&state.context, state.callback());
    store.read(keyOfNone, never, &read.context, read.callback());
    QCOMPARE(state.count + read.count, 0);
    QTRY_COMPARE(state.count + read.count, 2);
}

// Scenario 49. The last row: the store stays.
void NoKeyringTest::s49StoreThatAppearsIsPickedUp()
{
    if (!m_lack.canAppear)
        return;
    KeychainStore store(m_clock);
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    QCOMPARE(readNow(store, keyOfNone), "Absent");
    QVERIFY(m_keyring.launchDaemon());
    QTRY_COMPARE(changes.size(), 1);
    QVERIFY(changes.at(0).at(0).value<KeychainState>() == KeychainState::Ready);
    QCOMPARE(writeNow(store, keyOfNone, "1"), "ok");
    QCOMPARE(readNow(store, keyOfNone), "=1");
    QVERIFY(!store.startsOnDemand());
    m_keyring.killDaemon();
    QTRY_COMPARE(changes.size(), 2);
    const bool isKnown = m_lack.mode == PrivateKeyring::Mode::None; // how to start it
    QCOMPARE(store.startsOnDemand(), isKnown);
    QVERIFY(probeNow(store) == KeychainState::Absent);
    QVERIFY(!store.startsOnDemand()); // it was tried
}

namespace
{

int runWithout(const Lack &lack, int argc, char **argv)
{
    PrivateKeyring keyring(lack.mode);
    if (lack.bus)
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    if (lack.glib)
        qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    NoKeyringTest test(keyring, lack);
    return QTest::qExec(&test, argc, argv);
}

using Mode = PrivateKeyring::Mode;

const TestEntry failing("tst_keychainstore_failing", [](int argc, char **argv) {
    return runWithout({.mode = Mode::None, .canAppear = true}, argc, argv);
});
const TestEntry noService("tst_keychainstore_noservice", [](int argc, char **argv) {
    return runWithout({.mode = Mode::NoService, .canAppear = true}, argc, argv);
});
const TestEntry noBus("tst_keychainstore_nobus", [](int argc, char **argv) {
    return runWithout({.mode = Mode::NoService, .bus = true}, argc, argv);
});
const TestEntry noGlib("tst_keychainstore_noglib", [](int argc, char **argv) {
    return runWithout({.mode = Mode::Unlocked, .glib = true}, argc, argv);
});

} // namespace

#include "tst_keychainstore_none.moc"
