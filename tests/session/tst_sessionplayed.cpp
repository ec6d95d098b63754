#include "tests/session/playedsessionfixture.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

using Person = MockSecretService::Person;

// The session and the store that asks the person, together: no question comes twice, none is open
// unsaid, and no answer is told as another.
class SessionPlayedTest final : public QObject
{
    Q_OBJECT
public:
    explicit SessionPlayedTest(const QString &busAddress)
        : m_secrets(busAddress)
    {
    }

private slots:
    void init() { m_secrets.startOver(); }
    void cleanup() { QVERIFY(m_secrets.wouldHaveDied().isEmpty()); }
    void s91StoreThatAsksComesLater_data();
    void s91StoreThatAsksComesLater();
    void s50AnotherCollectionOpens_data();
    void s50AnotherCollectionOpens();
    void s50RenewedWhileItsCollectionIsLocked_data();
    void s50RenewedWhileItsCollectionIsLocked();
    void s92NoDefaultCollection_data();
    void s92NoDefaultCollection();
    void s73RefusedDeleteIsNotAskedAgain();
    void s73DeleteThatIsAllowedLate();
    void s38SignedOutWhileASaveAsks_data();
    void s38SignedOutWhileASaveAsks();
    void s94RefusedSaveIsTold();
    void s94GoingOnWithoutItDeletesNothing();

private:
    MockSecretService m_secrets;
};

void SessionPlayedTest::s91StoreThatAsksComesLater_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("91: comes later, and is allowed") << true;
    QTest::newRow("91: comes later, and is refused") << false;
}

// As KeePassXC does that is started after Latchkey.
void SessionPlayedTest::s91StoreThatAsksComesLater()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave();
    m_secrets.manners() = MockManners::keePassXc();
    m_secrets.die();
    f.launch();
    QCOMPARE(f.state(), SessionState::SignedOut);
    m_secrets.comeBack();
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(1s);
    QCOMPARE(f.status().keychain, KeychainTrouble::Asking);
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    m_secrets.answerPrompt(allows);
    const SessionState then = allows ? SessionState::SignedIn : SessionState::WaitingForKeychain;
    QTRY_COMPARE(f.state(), then);
    f.letStoreFinish();
    QCOMPARE(f.state(), then);
    QCOMPARE(f.status().keychain, allows ? KeychainTrouble::None : KeychainTrouble::Denied);
    QCOMPARE(f.prompts(), 1);
    QCOMPARE(f.loginCount(), 1);
}

void SessionPlayedTest::s50AnotherCollectionOpens_data()
{
    QTest::addColumn<MockManners>("manners");
    QTest::addColumn<MockLock>("ofDefault");
    QTest::addColumn<bool>("refusesFirst");
    QTest::addColumn<bool>("defaultCloses");
    const auto gnome = MockManners();
    const auto keePassXc = MockManners::keePassXc(false);
    QTest::newRow("50: where a save goes is locked") << gnome << MockLock::Locked << false << false;
    QTest::newRow("50: where a save goes is open") << gnome << MockLock::Open << false << false;
    QTest::newRow("50: after a refused unlocking") << gnome << MockLock::Locked << true << false;
    QTest::newRow("50: where a save goes is locked meanwhile")
        << gnome << MockLock::Open << false << true;
    QTest::newRow("50: it names nothing") << keePassXc << MockLock::Locked << false << false;
    QTest::newRow("50: it names nothing, refused")
        << keePassXc << MockLock::Locked << true << false;
}

// The item is where a save does not go any more, which somebody else unlocks.
void SessionPlayedTest::s50AnotherCollectionOpens()
{
    QFETCH(const MockManners, manners);
    QFETCH(const MockLock, ofDefault);
    QFETCH(const bool, refusesFirst);
    QFETCH(const bool, defaultCloses);
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave();
    const QString its = m_secrets.store().collections.constFirst().path;
    const QString third
        = m_secrets.store().addCollection(QStringLiteral("Third"), MockLock::Locked).path;
    const QString other = m_secrets.store().addCollection(QStringLiteral("Other"), ofDefault).path;
    m_secrets.moveDefault(other);
    m_secrets.store().setLock(its, MockLock::Locked);
    m_secrets.manners() = manners;
    f.launch();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.prompts(), 0);
    if (refusesFirst) {
        f.session->openKeychain();
        QTRY_COMPARE(f.prompts(), 1);
        f.clock.advance(1s);
        m_secrets.answerPrompt(false);
        QTRY_COMPARE(f.status().keychain, KeychainTrouble::StillLocked);
        f.letStoreFinish();
    }
    const auto before = f.status().keychain;
    m_secrets.store().setLock(third, MockLock::Open);
    f.letStoreFinish();
    m_secrets.forgetCalls();
    f.letStoreFinish();
    f.letStoreFinish();
    QVERIFY(m_secrets.called(QStringLiteral("Collection.SearchItems")) <= 4 * 3); // only our own
    QCOMPARE(f.status().keychain, before);
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    if (defaultCloses) {
        QSignalSpy told(f.keychain.get(), &SecretStore::stateChanged);
        m_secrets.store().setLock(other, MockLock::Locked);
        QTRY_COMPARE(told.size(), 1);
    }
    m_secrets.store().setLock(its, MockLock::Open);
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.prompts(), refusesFirst ? 1 : 0);
    QCOMPARE(f.loginCount(), 1);
}

void SessionPlayedTest::s50RenewedWhileItsCollectionIsLocked_data()
{
    QTest::addColumn<MockManners>("manners");
    QTest::newRow("50: renewed while ours is locked") << MockManners();
    QTest::newRow("50: renewed while ours is hidden") << MockManners::keePassXc(false);
}

// A save goes where it can; which of the two is newer, their time tells.
void SessionPlayedTest::s50RenewedWhileItsCollectionIsLocked()
{
    QFETCH(const MockManners, manners);
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave();
    const QString its = m_secrets.store().collections.constFirst().path;
    m_secrets.moveDefault(
        m_secrets.store().addCollection(QStringLiteral("Other"), MockLock::Open).path);
    m_secrets.manners() = manners;
    f.launch();
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    m_secrets.store().setLock(its, MockLock::Locked);
    f.letStoreFinish();
    m_secrets.store().now += 60;
    f.session->renewNow();
    settle();
    f.letStoreFinish();
    f.letStoreFinish();
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.status().saving, Saving::Saved);
    QCOMPARE(f.prompts(), 0);
    const auto newest = f.session->status().refreshExpiry;
    f.leave();
    m_secrets.store().setLock(its, MockLock::Open);
    f.launch();
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().refreshExpiry, newest);
}

void SessionPlayedTest::s92NoDefaultCollection_data()
{
    QTest::addColumn<MockManners>("manners");
    QTest::addColumn<MockLock>("lock");
    QTest::newRow("92: no default, ours is open") << MockManners() << MockLock::Open;
    QTest::newRow("92: no default, ours is locked") << MockManners() << MockLock::Locked;
    QTest::newRow("92: no default, and it names nothing")
        << MockManners::keePassXc(false) << MockLock::Locked;
}

// A save would ask for a new keyring: what is stored in another one is not lost by that.
void SessionPlayedTest::s92NoDefaultCollection()
{
    QFETCH(const MockManners, manners);
    QFETCH(const MockLock, lock);
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave();
    m_secrets.store().aliases.clear();
    m_secrets.manners() = manners;
    const QString its = m_secrets.store().collections.constFirst().path;
    m_secrets.store().setLock(its, lock);
    f.launch();
    if (lock != MockLock::Open) {
        QCOMPARE(f.state(), SessionState::WaitingForKeychain);
        QCOMPARE(f.status().keychain, KeychainTrouble::Locked);
        m_secrets.store().setLock(its, MockLock::Open);
    }
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.prompts(), 0);
    QCOMPARE(f.loginCount(), 1);
}

// A database without a recycle bin. The person is asked once a run, as long as nobody signs out
// again.
void SessionPlayedTest::s73RefusedDeleteIsNotAskedAgain()
{
    PlayedSessionFixture f(m_secrets);
    m_secrets.manners() = MockManners::keePassXc(false);
    m_secrets.manners().deletesAsk = true;
    f.launch();
    f.signIn();
    f.letStoreFinish();
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.session->signOut();
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(1min);
    QCOMPARE(failed.size(), 0); // the question is open yet
    m_secrets.answerPrompt(false);
    QTRY_COMPARE(failed.size(), 1);
    f.letStoreFinish();
    QCOMPARE(f.prompts(), 1);
    const QString path = m_secrets.store().collections.constFirst().path;
    m_secrets.store().setLock(path, MockLock::Locked);
    f.letStoreFinish();
    m_secrets.store().setLock(path, MockLock::Open);
    f.letStoreFinish();
    QCOMPARE(f.prompts(), 1);
    QCOMPARE(f.storedCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.preferences.pendingDeletes().size(), 1);
    f.leave();
    f.launch(); // and tried again at the next start
    f.clock.advance(1s);
    QCOMPARE(f.prompts(), 2);
    m_secrets.answerPrompt(true);
    QTRY_COMPARE(f.preferences.pendingDeletes().size(), 0);
    QCOMPARE(f.storedCount(), 0);
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void SessionPlayedTest::s73DeleteThatIsAllowedLate()
{
    PlayedSessionFixture f(m_secrets);
    m_secrets.manners() = MockManners::keePassXc(false);
    m_secrets.manners().deletesAsk = true;
    f.launch();
    f.signIn();
    f.letStoreFinish();
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    QSignalSpy asks(f.session.get(), &Session::signOutAsks);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    f.session->signOut();
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(1h);
    QCOMPARE(asks.size(), 1);
    QVERIFY(asks.constFirst().at(1).toBool()); // about just that
    QCOMPARE(done.size(), 0);
    QCOMPARE(f.status().health, KeychainHealth::Asking);
    m_secrets.answerPrompt(true);
    QTRY_COMPARE(f.preferences.pendingDeletes().size(), 0);
    f.letStoreFinish();
    QCOMPARE(f.storedCount(), 0);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(done.size(), 1);
    QCOMPARE(f.prompts(), 1);
}

void SessionPlayedTest::s38SignedOutWhileASaveAsks_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("38: the save is allowed then") << true;
    QTest::newRow("38: the save is refused then") << false;
}

// The sign-out wins, and deletes after the answer: KeePassXC dies of a delete before it.
void SessionPlayedTest::s38SignedOutWhileASaveAsks()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave();
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QCOMPARE(f.prompts(), 1);
    f.session->signInWithoutKeychain();
    m_secrets.answerPrompt(false);
    f.letStoreFinish();
    f.signIn(false);
    f.session->keep();
    QTRY_COMPARE(f.prompts(), 2);
    f.clock.advance(1s);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    QSignalSpy asks(f.session.get(), &Session::signOutAsks);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    f.session->signOut();
    QCOMPARE(asks.size(), 1);
    QVERIFY(!asks.constFirst().at(1).toBool()); // about something else
    f.clock.advance(5s);
    QCOMPARE(failed.size() + done.size(), 0); // nobody knows yet
    QCOMPARE(f.storedCount(), 1);
    m_secrets.answerPrompt(allows);
    f.letStoreFinish();
    f.letStoreFinish();
    if (!allows) // the delete then asks for itself
        m_secrets.answerPrompt(false);
    f.letStoreFinish();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.prompts(), allows ? 2 : 3);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
    QCOMPARE(f.preferences.pendingDeletes().isEmpty(), allows);
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(failed.size(), allows ? 0 : 1);
    QVERIFY(f.preferences.storedSessions().isEmpty());
}

// KeePassXC asks for the entry that is there before it is written over.
void SessionPlayedTest::s94RefusedSaveIsTold()
{
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave();
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QCOMPARE(f.prompts(), 1);
    f.session->signInWithoutKeychain();
    m_secrets.answerPrompt(false);
    f.letStoreFinish();
    f.signIn(false);
    m_secrets.forgetCalls();
    f.session->keep();
    QTRY_COMPARE(f.prompts(), 2);
    f.clock.advance(1s);
    QCOMPARE(f.status().saving, Saving::Pending);
    QCOMPARE(f.status().health, KeychainHealth::Asking);
    m_secrets.answerPrompt(false);
    QTRY_COMPARE(f.status().saving, Saving::Failed);
    f.letStoreFinish();
    f.clock.advance(1h); // a renewal, and what else may be due
    f.session->renewNow();
    f.letStoreFinish();
    QCOMPARE(f.status().saving, Saving::Failed);
    QCOMPARE(f.status().health, KeychainHealth::Denied);
    QCOMPARE(f.prompts(), 2);
    QVERIFY(m_secrets.called(QStringLiteral("Collection.CreateItem")) <= 1);
    f.session->openKeychain(); // "Try again"
    QTRY_COMPARE(f.prompts(), 3);
    m_secrets.answerPrompt(true);
    QTRY_COMPARE(f.status().saving, Saving::Saved);
    f.letStoreFinish();
    QCOMPARE(f.prompts(), 3);
    QCOMPARE(f.status().health, KeychainHealth::Ready);
}

void SessionPlayedTest::s94GoingOnWithoutItDeletesNothing()
{
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave();
    m_secrets.manners() = MockManners::keePassXc();
    m_secrets.manners().deletesAsk = true;
    f.launch();
    QCOMPARE(f.prompts(), 1);
    f.session->signInWithoutKeychain();
    m_secrets.answerPrompt(false);
    f.letStoreFinish();
    f.signIn(false);
    f.letStoreFinish();
    QCOMPARE(f.prompts(), 1);
    QCOMPARE(f.storedCount(), 1);
    QCOMPARE(f.preferences.pendingDeletes().size(), 0);
    QCOMPARE(f.preferences.storedSessions().size(), 1);
}

static int runSessionPlayed(int argc, char **argv)
{
    PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    SessionPlayedTest test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runSessionPlayed)
#include "tst_sessionplayed.moc"
