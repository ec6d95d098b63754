#include "app/store/keychainstore.h"
#include "tests/store/asked.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString freshKey = QStringLiteral("session/default/demo");

} // namespace

// The real gnome-keyring of a person who has no keyring yet: the first save asks for a password.
class FreshKeyringTest : public QObject
{
    Q_OBJECT

public:
    explicit FreshKeyringTest(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void initTestCase() { QVERIFY(m_keyring.start()); }
    void init();
    void silentCallsOpenNoPrompt();
    void cancelledPassword();
    void unansweredPasswordBlocksNobody();

private:
    PrivateKeyring &m_keyring;
    FakeClock m_clock;
};

void FreshKeyringTest::init()
{
    m_keyring.prompter().prompts = 0;
}

void FreshKeyringTest::silentCallsOpenNoPrompt()
{
    KeychainStore store(m_clock);
    QVERIFY(probeNow(store) == KeychainState::NoKeyring);
    QCOMPARE(readNow(store, freshKey), "absent");
    QCOMPARE(writeNow(store, freshKey, "1"), "Locked");
    QCOMPARE(removeNow(store, freshKey), "ok");
    QCOMPARE(m_keyring.prompter().prompts, 0);
}

void FreshKeyringTest::cancelledPassword()
{
    KeychainStore store(m_clock);
    AskedChange write;
    store.write(freshKey, Secret(QByteArrayView("1")), allowed, &write.context, write.callback());
    QTRY_COMPARE(m_keyring.prompter().prompts, 1);
    m_clock.advance(Milliseconds(900)); // a quick person
    m_keyring.prompter().cancelOpenPrompt();
    QTRY_COMPARE(outcome(write), "StillLocked");
    QCOMPARE(m_keyring.prompter().prompts, 1);
    QVERIFY(probeNow(store) == KeychainState::NoKeyring);
}

// It is a question like any other: whoever brought it waits, and nobody behind it does.
void FreshKeyringTest::unansweredPasswordBlocksNobody()
{
    KeychainStore store(m_clock);
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    AskedChange first, second;
    store.write(freshKey, Secret(QByteArrayView("1")), allowed, &first.context, first.callback());
    QTRY_COMPARE(m_keyring.prompter().prompts, 1);
    store.write(freshKey, Secret(QByteArrayView("2")), allowed, &second.context, second.callback());
    m_clock.advance(Milliseconds(60000));
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes.first().at(0).value<KeychainState>() == KeychainState::Asking);
    QCOMPARE(outcome(first), "none");
    QCOMPARE(outcome(second), "TimedOut");

    // The second goes on once the first has ended, but does not ask again: nobody waits for it.
    m_keyring.prompter().cancelOpenPrompt();
    QTRY_COMPARE(outcome(first), "StillLocked");
    QCOMPARE(readNow(store, freshKey), "absent");
    QCOMPARE(m_keyring.prompter().prompts, 1);
    QCOMPARE(first.count + second.count, 2);
}

static int runKeychainstoreFresh(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Fresh);
    QCoreApplication app(argc, argv);
    FreshKeyringTest test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runKeychainstoreFresh)
#include "tst_keychainstore_fresh.moc"
