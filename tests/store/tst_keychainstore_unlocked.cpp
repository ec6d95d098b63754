#include "app/store/keychainstore.h"
#include "tests/store/asked.h"
#include "tests/support/fakeclock.h"
#include "tests/support/freewatch.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString key = QStringLiteral("session/default/https://api.example.com");

} // namespace

// The real gnome-keyring, open.
class UnlockedKeyringTest : public QObject
{
    Q_OBJECT

public:
    explicit UnlockedKeyringTest(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void initTestCase() { QVERIFY(m_keyring.start()); }
    void cleanup();
    void isReadyAndNamed();
    void roundTrip_data();
    void roundTrip();
    void removeLeavesNothing();
    void readOfNothing();
    void removeOfNothing();
    void refusesWhatIsNotText_data();
    void refusesWhatIsNotText();
    void neverAnswersFromInsideTheCall();
    void s46LastOfManyWritesWins();
    void removeOutrunsAWaitingWrite();
    void attributesHoldNoSecret();
    void isSilentWhenTheContextIsGone();
    void survivesItsOwnDestructionInACallback();
    void followsLockAndUnlock();
    void worksAfterTheDaemonWasRestarted();
    void worksAfterTheDaemonDiedDuringACall();
    void s52FrozenDaemonTimesOutOnce();
    void keepsNoSecretOnceItIsWritten();

private:
    PrivateKeyring &m_keyring;
    FakeClock m_clock;
};

void UnlockedKeyringTest::cleanup()
{
    m_keyring.thawDaemon();
    KeychainStore store(m_clock);
    QCOMPARE(removeNow(store, key), "ok");
}

void UnlockedKeyringTest::isReadyAndNamed()
{
    KeychainStore store(m_clock);
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    QVERIFY(!store.displayName().isEmpty());
    QVERIFY(probeNow(store) == KeychainState::Ready);
    QCOMPARE(store.displayName(), u"GNOME Keyring"_s);
    QCOMPARE(changes.size(), 0); // nothing has changed
}

void UnlockedKeyringTest::roundTrip_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("JSON") << QByteArray(R"({"version":1,"access_token":"a.b-c_d"})");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("not ASCII") << QByteArray("j\xc3\xb6hn \xf0\x9f\x94\x91");
    QTest::newRow("line ends") << QByteArray("a\r\nb\n");
    QTest::newRow("2,559 bytes") << QByteArray(2559, 't');
    QTest::newRow("64 KiB") << QByteArray(64 * 1024, 't');
}

void UnlockedKeyringTest::roundTrip()
{
    QFETCH(const QByteArray, value);
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, key, value), "ok");
    QCOMPARE(readNow(store, key), '=' + value);
    QCOMPARE(writeNow(store, key, value + "2"), "ok");
    {
        KeychainStore next(m_clock); // the program, started again
        QCOMPARE(readNow(next, key), '=' + value + "2");
    }
    QCOMPARE(removeNow(store, key), "ok");
    QCOMPARE(readNow(store, key), "absent");
}

void UnlockedKeyringTest::removeLeavesNothing()
{
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, key, "1"), "ok");
    QVERIFY(PrivateKeyring::dump().contains(key.toUtf8()));
    QCOMPARE(removeNow(store, key), "ok");
    QVERIFY(!PrivateKeyring::dump().contains(key.toUtf8()));
}

void UnlockedKeyringTest::readOfNothing()
{
    KeychainStore store(m_clock);
    QCOMPARE(readNow(store, key), "absent");
    QCOMPARE(writeNow(store, key + u"/other"_s, "1"), "ok");
    QCOMPARE(readNow(store, key), "absent");
    QCOMPARE(removeNow(store, key + u"/other"_s), "ok");
}

void UnlockedKeyringTest::removeOfNothing()
{
    KeychainStore store(m_clock);
    QCOMPARE(removeNow(store, key), "ok");
}

void UnlockedKeyringTest::refusesWhatIsNotText_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void UnlockedKeyringTest::refusesWhatIsNotText()
{
    QFETCH(const QByteArray, value);
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, key, value), "Failed");
    QCOMPARE(readNow(store, key), "absent");
}

void UnlockedKeyringTest::neverAnswersFromInsideTheCall()
{
    KeychainStore store(m_clock);
    AskedState state;
    AskedRead read;
    AskedChange write, refused, remove;
    store.probe(&state.context, state.callback());
    store.read(key, never, &read.context, read.callback());
    store.write(key, Secret(QByteArrayView("1")), never, &write.context, write.callback());
    store.write(key, Secret(QByteArrayView("\xff")), never, &refused.context, refused.callback());
    store.remove(key, &remove.context, remove.callback());
    QCOMPARE(state.count + read.count + write.count + refused.count + remove.count, 0);
    QTRY_COMPARE(state.count + read.count + write.count + refused.count + remove.count, 5);
}

void UnlockedKeyringTest::s46LastOfManyWritesWins()
{
    KeychainStore store(m_clock);
    AskedChange first, second, third;
    store.write(key, Secret(QByteArrayView("1")), never, &first.context, first.callback());
    store.write(key, Secret(QByteArrayView("2")), never, &second.context, second.callback());
    store.write(key, Secret(QByteArrayView("3")), never, &third.context, third.callback());
    QTRY_COMPARE(first.count + second.count + third.count, 3);
    QCOMPARE(outcome(first), "ok");
    QCOMPARE(outcome(second), "ok");
    QCOMPARE(outcome(third), "ok");
    QCOMPARE(readNow(store, key), "=3");
}

void UnlockedKeyringTest::removeOutrunsAWaitingWrite()
{
    KeychainStore store(m_clock);
    AskedChange first, second, remove;
    store.write(key, Secret(QByteArrayView("1")), never, &first.context, first.callback());
    store.write(key, Secret(QByteArrayView("2")), never, &second.context, second.callback());
    store.remove(key, &remove.context, remove.callback());
    QTRY_COMPARE(remove.count, 1);
    QCOMPARE(outcome(remove), "ok");
    QCOMPARE(readNow(store, key), "absent");
}

// security.md D4: attributes and label lie in the clear.
void UnlockedKeyringTest::attributesHoldNoSecret()
{
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, key, "needle-4711"), "ok");
    const QByteArray dump = PrivateKeyring::dump();
    QVERIFY(dump.contains("attribute.server = Latchkey"));
    QVERIFY(dump.contains("attribute.user = " + key.toUtf8()));
    QVERIFY(dump.contains("attribute.type = plaintext"));
    int lines = 0;
    for (const QByteArray &line : dump.split('\n')) {
        lines += line.startsWith("label = ") ? 1 : 0;
        QVERIFY2(!line.contains("needle") || line == "secret = needle-4711", line.constData());
    }
    QCOMPARE(lines, 1); // one item for one key
}

void UnlockedKeyringTest::isSilentWhenTheContextIsGone()
{
    int calls = 0;
    KeychainStore store(m_clock);
    {
        QObject context;
        const auto count = [&calls](const auto &) { ++calls; };
        store.probe(&context, count);
        store.read(key, never, &context, count);
        store.write(key, Secret(QByteArrayView("1")), never, &context, count);
    }
    QCOMPARE(readNow(store, key), "=1"); // behind them in the queue
    {
        KeychainStore gone(m_clock);
        gone.read(key, never, this, [&calls](const auto &) { ++calls; });
        gone.probe(this, [&calls](KeychainState) { ++calls; });
    }
    QCOMPARE(readNow(store, key), "=1");
    QCOMPARE(calls, 0);
}

void UnlockedKeyringTest::survivesItsOwnDestructionInACallback()
{
    int calls = 0;
    auto store = std::make_unique<KeychainStore>(m_clock);
    const auto destroy = [&](const auto &) {
        ++calls;
        store.reset();
    };
    store->read(key, never, this, destroy);
    QTRY_COMPARE(calls, 1);
    store = std::make_unique<KeychainStore>(m_clock);
    store->probe(this, destroy);
    QTRY_COMPARE(calls, 2);
    store = std::make_unique<KeychainStore>(m_clock);
    store->write(key, Secret(QByteArrayView("1")), never, this, destroy);
    QTRY_COMPARE(calls, 3);
}

void UnlockedKeyringTest::followsLockAndUnlock()
{
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, key, "1"), "ok");
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    QVERIFY(m_keyring.lock());
    QTRY_COMPARE(changes.size(), 1);
    QVERIFY(changes.at(0).at(0).value<KeychainState>() == KeychainState::Locked);
    QCOMPARE(readNow(store, key), "Locked");
    QVERIFY(m_keyring.unlock());
    QTRY_COMPARE(changes.size(), 2);
    QVERIFY(changes.at(1).at(0).value<KeychainState>() == KeychainState::Ready);
    QCOMPARE(readNow(store, key), "=1");
}

void UnlockedKeyringTest::worksAfterTheDaemonWasRestarted()
{
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, key, "1"), "ok");
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    for (int round = 0; round < 3; ++round) {
        m_keyring.killDaemon();
        QTRY_COMPARE(changes.size(), 1);
        QVERIFY(changes.takeFirst().at(0).value<KeychainState>() == KeychainState::Absent);
        QCOMPARE(readNow(store, key), "Absent");
        QVERIFY(m_keyring.launchDaemon());
        QTRY_COMPARE(changes.size(), 1);
        QVERIFY(changes.takeFirst().at(0).value<KeychainState>() == KeychainState::Ready);
        QCOMPARE(readNow(store, key), "=1");
        QCOMPARE(writeNow(store, key, "1"), "ok");
        QCOMPARE(readNow(store, key), "=1");
    }
}

void UnlockedKeyringTest::worksAfterTheDaemonDiedDuringACall()
{
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, key, "1"), "ok");
    AskedRead read;
    m_keyring.freezeDaemon();
    store.read(key, never, &read.context, read.callback());
    m_keyring.killDaemon();
    QTRY_COMPARE(read.count, 1);
    QCOMPARE(outcome(read), "Absent");
    QVERIFY(m_keyring.launchDaemon());
    QCOMPARE(readNow(store, key), "=1");
}

void UnlockedKeyringTest::s52FrozenDaemonTimesOutOnce()
{
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, key, "1"), "ok");
    m_keyring.freezeDaemon();
    AskedRead read;
    AskedState state;
    AskedChange write;
    store.read(key, never, &read.context, read.callback());
    store.write(key, Secret(QByteArrayView("2")), never, &write.context, write.callback());
    store.probe(&state.context, state.callback());
    m_clock.advance(Milliseconds(2999));
    QCOMPARE(read.count + write.count + state.count, 0);
    m_clock.advance(Milliseconds(1));
    QCOMPARE(outcome(read), "TimedOut");
    QCOMPARE(outcome(write), "TimedOut");
    QVERIFY(state.answer == KeychainState::Unknown);

    m_keyring.thawDaemon();
    QCOMPARE(writeNow(store, key, "3"), "ok");
    QCOMPARE(readNow(store, key), "=3");
    QCOMPARE(read.count + write.count + state.count, 3);
}

// A copy that stayed would stay for as long as nothing else is asked of the keychain.
void UnlockedKeyringTest::keepsNoSecretOnceItIsWritten()
{
    KeychainStore store(m_clock);
    AskedChange write;
    auto value = std::make_unique<Secret>(QByteArrayView("needle-4712"));
    FreeWatch watch("needle-4712");
    watch.expect(value->reveal().data());
    store.write(key, *value, never, &write.context, write.callback());
    value.reset();
    QVERIFY(!watch.sawBlock());
    QTRY_COMPARE(outcome(write), "ok");
    QVERIFY(watch.sawBlock());
}

static int runKeychainstoreUnlocked(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QCoreApplication app(argc, argv);
    UnlockedKeyringTest test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runKeychainstoreUnlocked)
#include "tst_keychainstore_unlocked.moc"
