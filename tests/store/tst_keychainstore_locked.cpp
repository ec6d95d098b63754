#include "app/store/keychainstore.h"
#include "tests/store/asked.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString lockedKey = QStringLiteral("session/default/demo");
constexpr Milliseconds promptDeadline{60000};

} // namespace

// The real gnome-keyring, locked, with one item in it. Nobody answers its prompts unless a row
// does.
class LockedKeyringTest : public QObject
{
    Q_OBJECT

public:
    explicit LockedKeyringTest(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void silentCallsAreRefusedAtOnceWithoutAPrompt();
    void isReadableOnceUnlocked();
    void removeDeletesNothing();
    void s51CancelledPromptIsNotNothingStored();
    void cancelledPromptOfAWrite();
    void nothingOfOursIsCertainWithoutAQuestion();
    void s50OpenQuestionBlocksNobody();
    void s52LateAnswerIsAnEvent();
    void s53UnansweredPromptDoesNotDelayTheEnd();

private:
    PrivateKeyring &m_keyring;
    FakeClock m_clock;
};

void LockedKeyringTest::initTestCase()
{
    QVERIFY(m_keyring.start());
}

void LockedKeyringTest::init()
{
    m_keyring.prompter().person = FakePrompter::Person::Ignores;
    QVERIFY(m_keyring.unlock());
    KeychainStore store(m_clock);
    QCOMPARE(writeNow(store, lockedKey, "kept"), "ok");
    QVERIFY(m_keyring.lock());
    m_keyring.prompter().prompts = 0;
}

// Whatever a row did, the item is still there.
void LockedKeyringTest::cleanup()
{
    QVERIFY(m_keyring.unlock());
    KeychainStore store(m_clock);
    QCOMPARE(readNow(store, lockedKey), "=kept");
}

void LockedKeyringTest::silentCallsAreRefusedAtOnceWithoutAPrompt()
{
    KeychainStore store(m_clock);
    QVERIFY(probeNow(store) == KeychainState::Locked);
    QCOMPARE(store.displayName(), u"GNOME Keyring"_s);
    QCOMPARE(readNow(store, lockedKey), "Locked");
    QCOMPARE(readNow(store, u"nothing"_s), "absent"); // it names what it has locked
    QCOMPARE(writeNow(store, lockedKey, "2"), "Locked");
    QCOMPARE(m_keyring.prompter().prompts, 0);
}

void LockedKeyringTest::isReadableOnceUnlocked()
{
    KeychainStore store(m_clock);
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    QCOMPARE(readNow(store, lockedKey), "Locked");
    QCOMPARE(changes.size(), 0);
    QVERIFY(m_keyring.unlock());
    QTRY_COMPARE(changes.size(), 1);
    QVERIFY(changes.at(0).at(0).value<KeychainState>() == KeychainState::Ready);
    QCOMPARE(readNow(store, lockedKey), "=kept");
}

// QtKeychain alone would say "deleted, no error" here (qt-notes 1.3).
void LockedKeyringTest::removeDeletesNothing()
{
    KeychainStore store(m_clock);
    QCOMPARE(removeNow(store, lockedKey), "Locked");
    QCOMPARE(m_keyring.prompter().prompts, 0);
}

void LockedKeyringTest::s51CancelledPromptIsNotNothingStored()
{
    KeychainStore store(m_clock);
    m_keyring.prompter().person = FakePrompter::Person::Cancels;
    QCOMPARE(readNow(store, lockedKey, allowed), "StillLocked");
    QCOMPARE(m_keyring.prompter().prompts, 1);
}

void LockedKeyringTest::cancelledPromptOfAWrite()
{
    KeychainStore store(m_clock);
    m_keyring.prompter().person = FakePrompter::Person::Cancels;
    QCOMPARE(writeNow(store, lockedKey, "2", allowed), "StillLocked");
    QCOMPARE(m_keyring.prompter().prompts, 1);
}

void LockedKeyringTest::nothingOfOursIsCertainWithoutAQuestion()
{
    KeychainStore store(m_clock);
    QCOMPARE(readNow(store, u"nothing"_s, allowed), "absent");
    QCOMPARE(removeNow(store, u"nothing"_s), "ok");
    QCOMPARE(m_keyring.prompter().prompts, 0);
}

// Whoever asked waits as long as the person likes; others do not wait behind it.
void LockedKeyringTest::s50OpenQuestionBlocksNobody()
{
    KeychainStore store(m_clock);
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    AskedRead read;
    store.read(lockedKey, allowed, &read.context, read.callback());
    QTRY_COMPARE(m_keyring.prompter().prompts, 1);
    m_clock.advance(10 * promptDeadline);
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes.takeFirst().at(0).value<KeychainState>() == KeychainState::Asking);
    QCOMPARE(read.count, 0);

    AskedRead next;
    store.read(lockedKey, never, &next.context, next.callback());
    m_clock.advance(Milliseconds(3000));
    QCOMPARE(outcome(next), "TimedOut");
    QVERIFY(probeNow(store) == KeychainState::Asking); // the probe does not wait behind it

    m_keyring.prompter().cancelOpenPrompt();
    QTRY_COMPARE(outcome(read), "StillLocked");
    QCOMPARE(readNow(store, lockedKey), "Locked");
    QCOMPARE(read.count, 1);
    QCOMPARE(next.count, 1);
    QCOMPARE(m_keyring.prompter().prompts, 1);
}

// Whoever asked has gone: the answer is nobody's, but there is something to look at.
void LockedKeyringTest::s52LateAnswerIsAnEvent()
{
    KeychainStore store(m_clock);
    auto read = std::make_unique<AskedRead>();
    store.read(lockedKey, allowed, &read->context, read->callback());
    QTRY_COMPARE(m_keyring.prompter().prompts, 1);
    read.reset();
    QSignalSpy changes(&store, &SecretStore::stateChanged);
    QVERIFY(m_keyring.unlock()); // another way, while the question is open
    m_keyring.prompter().cancelOpenPrompt();
    QTRY_COMPARE(changes.size(), 1);
    QVERIFY(changes.last().at(0).value<KeychainState>() == KeychainState::Ready);
    QCOMPARE(readNow(store, lockedKey), "=kept");
}

void LockedKeyringTest::s53UnansweredPromptDoesNotDelayTheEnd()
{
    int calls = 0;
    {
        KeychainStore store(m_clock);
        store.read(lockedKey, allowed, this, [&calls](const auto &) { ++calls; });
        QTRY_COMPARE(m_keyring.prompter().prompts, 1);
    }
    m_keyring.prompter().cancelOpenPrompt();
    settle();
    QCOMPARE(calls, 0);
}

static int runKeychainstoreLocked(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Locked);
    QCoreApplication app(argc, argv);
    LockedKeyringTest test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runKeychainstoreLocked)
#include "tst_keychainstore_locked.moc"
