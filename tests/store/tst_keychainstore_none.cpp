#include "app/store/keychainstore.h"
#include "tests/store/asked.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatekeyring.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString key = QStringLiteral("session/default/demo");
constexpr qint64 fast = 2000; // ms, on a busy machine; measured 1-30

} // namespace

// No password store; built once for each way of having none (LATCHKEY_LACKS).
class NoKeyringTest : public QObject
{
    Q_OBJECT

public:
    explicit NoKeyringTest(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void initTestCase() { QVERIFY(LATCHKEY_LACKS_BUS || m_keyring.start()); }
    void s48SaysSoFast();
    void neverAnswersFromInsideTheCall();
    void s49StoreThatAppearsIsPickedUp();

private:
    PrivateKeyring &m_keyring;
    FakeClock m_clock;
};

void NoKeyringTest::s48SaysSoFast()
{
    KeychainStore store(m_clock);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(probeNow(store) == KeychainState::Absent);
    QCOMPARE(readNow(store, key), "Absent");
    QCOMPARE(readNow(store, key, allowed), "Absent");
    QCOMPARE(writeNow(store, key, "1", allowed), "Absent");
    QCOMPARE(removeNow(store, key), "Absent");
    QVERIFY2(timer.elapsed() < fast, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(!store.displayName().isEmpty());
}

void NoKeyringTest::neverAnswersFromInsideTheCall()
{
    KeychainStore store(m_clock);
    AskedState state;
    AskedRead read;
    store.probe(&state.context, state.callback());
    store.read(key, never, &read.context, read.callback());
    QCOMPARE(state.count + read.count, 0);
    QTRY_COMPARE(state.count + read.count, 2);
}

// Scenario 49. The last row: the store stays.
void NoKeyringTest::s49StoreThatAppearsIsPickedUp()
{
    if (!LATCHKEY_CAN_APPEAR)
        return;
    KeychainStore store(m_clock);
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    QCOMPARE(readNow(store, key), "Absent");
    QVERIFY(m_keyring.launchDaemon());
    QTRY_COMPARE(changes.size(), 1);
    QVERIFY(changes.at(0).at(0).value<KeychainState>() == KeychainState::Ready);
    QCOMPARE(writeNow(store, key, "1"), "ok");
    QCOMPARE(readNow(store, key), "=1");
}

int main(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::LATCHKEY_MODE);
    if (LATCHKEY_LACKS_BUS)
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    if (LATCHKEY_LACKS_GLIB)
        qputenv("QT_NO_GLIB", "1");
    QCoreApplication app(argc, argv);
    NoKeyringTest test(keyring);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychainstore_none.moc"
