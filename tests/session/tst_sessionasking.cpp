#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

using Mode = FakeStore::Mode;
// At once, or in the rows that say so while a sign-in is under way that comes to nothing.
void changes(SessionFixture &f, KeychainState state)
{
    QFETCH(bool, meanwhile);
    f.loginAnswer = apiError(401);
    if (meanwhile) // its answer comes after the change
        f.session->signIn({John, Secret(QByteArrayView("no"))}, true);
    f.store.setState(state);
    settle();
}

} // namespace

// A password store that asks the person, hides what it has locked, says no, or goes away.
class tst_SessionAsking : public QObject
{
    Q_OBJECT
private slots:
    void s91AsksAtAStart_data();
    void s91AsksAtAStart();
    void s91LeftWhileItAsks_data();
    void s91LeftWhileItAsks();
    void s91UnlockIsAsked();
    void s91UnlockIsAskedOnce();
    void s91ComesLaterAndAsks();
    void s91BehindAnotherQuestion();
    void s49ComesLocked_data();
    void s49ComesLocked();
    void s92TroubleOfEachFailure_data();
    void s92TroubleOfEachFailure();
    void s92HidesWhatWasNeverStored();
    void s93LeavesWhileItIsWaitedFor_data();
    void s93LeavesWhileItIsWaitedFor();
    void s95WouldAskIsTold();
};

void tst_SessionAsking::s91AsksAtAStart_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("91: the person allows it") << true;
    QTest::newRow("91: the person refuses") << false;
}

void tst_SessionAsking::s91AsksAtAStart()
{
    QFETCH(bool, allows);
    SessionFixture f;
    f.signInAndQuit();
    f.store.readMode = Mode::Held;
    f.start();
    QCOMPARE(f.state(), SessionState::Starting);
    f.store.setState(KeychainState::Asking);
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Asking);
    f.clock.advance(1h);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Asking);
    const int reads = f.store.reads;
    f.store.setState(KeychainState::Ready); // the question is closed; its answer is on its way
    settle();
    QCOMPARE(f.store.reads, reads);
    f.store.readMode = allows ? Mode::Works : Mode::Denies;
    if (!allows)
        f.store.items.clear();
    f.store.release();
    settle();
    if (allows)
        QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionAsking::s91LeftWhileItAsks_data()
{
    QTest::addColumn<bool>("comesLater");
    QTest::addColumn<bool>("allows");
    QTest::addColumn<bool>("meanwhile");
    for (const bool allows : {true, false}) {
        const char *answer = allows ? "allowed" : "refused";
        QTest::addRow("91: left, and %s then", answer) << false << allows << false;
        QTest::addRow("91: comes later, is left, and %s then", answer) << true << allows << false;
        QTest::addRow("91: comes later, is left, and %s during a sign-in that fails", answer)
            << true << allows << true;
    }
}

// The person has chosen: nothing is asked again, and nobody comes up under the form.
void tst_SessionAsking::s91LeftWhileItAsks()
{
    QFETCH(bool, comesLater);
    QFETCH(bool, allows);
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(comesLater ? KeychainState::Absent : KeychainState::Ready);
    if (comesLater)
        f.start();
    f.store.readMode = Mode::Held;
    if (comesLater)
        f.store.setState(KeychainState::Ready);
    else
        f.start();
    f.store.setState(KeychainState::Asking);
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.session->signInWithoutKeychain();
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.store.release();
    f.store.readMode = allows ? Mode::Works : Mode::Denies;
    const int mayAsk = f.store.mayAsk;
    changes(f, KeychainState::Ready);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.store.mayAsk, mayAsk);
    QCOMPARE(f.store.items.size(), 1);
}

void tst_SessionAsking::s91UnlockIsAsked()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Locked);
    f.start();
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Locked);
    f.store.readMode = Mode::Held;
    f.session->openKeychain();
    f.store.setState(KeychainState::Asking);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Asking);
    f.clock.advance(10min);
    f.store.setState(KeychainState::Ready);
    f.store.release();
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// A double click: if the person says no, the second one must not bring a second window.
void tst_SessionAsking::s91UnlockIsAskedOnce()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Locked);
    f.start();
    const int mayAsk = f.store.mayAsk;
    f.store.readMode = Mode::Held;
    f.session->openKeychain();
    f.session->openKeychain();
    QCOMPARE(f.store.mayAsk, mayAsk + 1);
    f.store.release();
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.mayAsk, mayAsk + 1);
}

// One read in all: the answer is on its way, whatever else the store says meanwhile.
void tst_SessionAsking::s91ComesLaterAndAsks()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Absent);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    const int reads = f.store.reads;
    f.store.readMode = Mode::Held;
    f.store.setState(KeychainState::Ready);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::None); // there is one after all
    f.store.setState(KeychainState::Asking);
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Asking);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.store.reads, reads + 1);
    f.store.readMode = Mode::Works;
    f.store.release();
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

// A delete's, maybe: the store does not come to our call before it is answered.
void tst_SessionAsking::s91BehindAnotherQuestion()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Asking);
    f.store.readMode = Mode::Fails;
    f.store.failure = StoreFailure::TimedOut;
    f.start();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Asking);
    f.store.readMode = Mode::Works;
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionAsking::s49ComesLocked_data()
{
    QTest::addColumn<bool>("isListed");
    QTest::addColumn<bool>("meanwhile");
    QTest::newRow("49: comes locked, with a session of ours") << true << false;
    QTest::newRow("49: the same, during a sign-in that fails") << true << true;
    QTest::newRow("49: comes locked, and nothing was stored") << false << false;
}

void tst_SessionAsking::s49ComesLocked()
{
    QFETCH(bool, isListed);
    SessionFixture f;
    if (isListed)
        f.signInAndQuit();
    f.store.setState(KeychainState::Absent);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().saving, Saving::NoStore);
    if (!isListed) {
        f.store.readMode = Mode::Fails; // as a KeePassXC that is closed
        f.store.failure = StoreFailure::Unseen;
        f.store.readsWhileLocked = true;
    }
    changes(f, KeychainState::Locked);
    const SessionState then = isListed ? SessionState::WaitingForKeychain : SessionState::SignedOut;
    QCOMPARE(f.state(), then);
    QCOMPARE(f.session->status().keychain,
             isListed ? KeychainTrouble::Locked : KeychainTrouble::None);
    QVERIFY(f.session->status().saving != Saving::NoStore);
    f.store.readMode = Mode::Works;
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), isListed ? SessionState::SignedIn : SessionState::SignedOut);
}

void tst_SessionAsking::s92TroubleOfEachFailure_data()
{
    QTest::addColumn<StoreFailure>("failure");
    QTest::addColumn<KeychainTrouble>("trouble");
    QTest::newRow("92: locked") << StoreFailure::Locked << KeychainTrouble::Locked;
    QTest::newRow("92: hides it") << StoreFailure::Unseen << KeychainTrouble::Locked;
    QTest::newRow("92: still locked") << StoreFailure::StillLocked << KeychainTrouble::StillLocked;
    QTest::newRow("92: refused") << StoreFailure::Denied << KeychainTrouble::Denied;
    QTest::newRow("92: refused for good") << StoreFailure::Refused << KeychainTrouble::Refused;
    QTest::newRow("92: silent") << StoreFailure::TimedOut << KeychainTrouble::Slow;
}

// Each is waited out: the session is picked up without a click when it can be read.
void tst_SessionAsking::s92TroubleOfEachFailure()
{
    QFETCH(StoreFailure, failure);
    QFETCH(KeychainTrouble, trouble);
    SessionFixture f;
    f.signInAndQuit();
    f.store.readMode = Mode::Fails;
    f.store.failure = failure;
    f.start();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, trouble);
    f.store.readMode = Mode::Works;
    if (trouble == KeychainTrouble::Denied || trouble == KeychainTrouble::Refused) {
        const int reads = f.store.reads;
        f.store.setState(KeychainState::Ready); // as before: no reason to ask again
        settle();
        QCOMPARE(f.store.reads, reads);
        f.store.setState(KeychainState::Absent); // it is started again
    }
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

// The list of stored sessions decides, and what was there all the same is found once it opens.
void tst_SessionAsking::s92HidesWhatWasNeverStored()
{
    SessionFixture f;
    f.signInAndQuit();
    (void)f.preferences.takeStored(f.store.items.begin().key());
    const Secret item = f.store.items.begin().value();
    f.store.items.clear();
    f.store.items.insert(sessionKey(QStringLiteral("default"), f.server, false), item);
    f.store.readMode = Mode::Fails;
    f.store.failure = StoreFailure::Unseen;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::None);
    f.store.readMode = Mode::Works;
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionAsking::s93LeavesWhileItIsWaitedFor_data()
{
    QTest::addColumn<StoreFailure>("failure");
    QTest::addColumn<bool>("meanwhile");
    QTest::newRow("93: locked") << StoreFailure::Locked << false;
    QTest::newRow("93: locked, during a sign-in that fails") << StoreFailure::Locked << true;
    QTest::newRow("93: refused") << StoreFailure::Denied << false;
    QTest::newRow("93: no answer") << StoreFailure::TimedOut << false;
}

// Nobody can unlock what is gone; what comes back may hold it.
void tst_SessionAsking::s93LeavesWhileItIsWaitedFor()
{
    QFETCH(StoreFailure, failure);
    QFETCH(bool, meanwhile);
    SessionFixture f;
    f.signInAndQuit();
    f.store.readMode = Mode::Fails;
    f.store.failure = failure;
    f.start();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    changes(f, KeychainState::Absent);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Absent);
    QCOMPARE(f.session->status().health, KeychainHealth::Gone);
    QVERIFY(f.session->status().isListed);
    f.store.readMode = Mode::Works;
    changes(f, KeychainState::Locked);
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), meanwhile ? 3 : 1);
}

// KeePassXC was closed and opened again: what this run was allowed is forgotten.
void tst_SessionAsking::s95WouldAskIsTold()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.readMode = f.store.writeMode = Mode::Fails;
    f.store.failure = StoreFailure::WouldAsk;
    const int asked = f.store.mayAsk;
    f.session->renewNow();
    f.clock.advance(1min);
    QCOMPARE(f.session->status().saving, Saving::Failed);
    QCOMPARE(f.session->status().health, KeychainHealth::WouldAsk);
    QCOMPARE(f.store.mayAsk, asked); // nothing pops up over somebody's work
    f.store.readMode = f.store.writeMode = Mode::Works;
    f.session->openKeychain(); // "Try again"
    f.clock.advance(0ms);
    QCOMPARE(f.store.mayAsk, asked + 2); // it reads, and writes
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QCOMPARE(f.session->status().health, KeychainHealth::Ready);
}

LATCHKEY_TEST(tst_SessionAsking, QCoreApplication)
#include "tst_sessionasking.moc"
