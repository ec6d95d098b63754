#include "tests/session/playedsessionfixture.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// What an earlier run has left to be deleted, and a store that asks about it.
class SessionLeftoversTest final : public QObject
{
    Q_OBJECT
public:
    explicit SessionLeftoversTest(const QString &busAddress)
        : m_secrets(busAddress)
    {
    }

private slots:
    void init() { m_secrets.startOver(); }
    void cleanup() { QVERIFY(m_secrets.wouldHaveDied().isEmpty()); }
    void s73TwoRefusedDeletesAreTwoQuestions();
    void s73LeftoverAsksAtAStart_data();
    void s73LeftoverAsksAtAStart();
    void s73LeftoverThatCannotBeReadUnasked_data();
    void s73LeftoverThatCannotBeReadUnasked();
    void s73LeftoverIsAskedForOnceARun();
    void s73LeftoverOfAnotherAsksBehindTheSession();
    void s73LeftoverBehindALockAsksOnceItIsOpen_data();
    void s73LeftoverBehindALockAsksOnceItIsOpen();
    void s73SignOutAsksForWhatItCannotRead_data();
    void s73SignOutAsksForWhatItCannotRead();

private:
    MockSecretService m_secrets;
};

// The second waits behind the first for longer than anybody would wait for a silent store.
void SessionLeftoversTest::s73TwoRefusedDeletesAreTwoQuestions()
{
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John, Maria});
    m_secrets.manners() = MockManners::keePassXc(false);
    m_secrets.manners().deletesAsk = true;
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(5s);
    m_secrets.answerPrompt(false);
    QTRY_COMPARE(f.prompts(), 2);
    f.clock.advance(5s);
    m_secrets.answerPrompt(false);
    f.letStoreFinish();
    f.letStoreFinish();
    QCOMPARE(f.prompts(), 2);
    QCOMPARE(f.storedCount(), 2);
    QCOMPARE(f.preferences.pendingDeletes().size(), 2);
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void SessionLeftoversTest::s73LeftoverAsksAtAStart_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: asked at a start, and allowed") << true;
    QTest::newRow("73: asked at a start, and refused") << false;
}

// No session is restored by that answer: what is asked is told, and what has become of it.
void SessionLeftoversTest::s73LeftoverAsksAtAStart()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    m_secrets.manners() = MockManners::keePassXc(false);
    m_secrets.manners().deletesAsk = true;
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    QSignalSpy asks(f.session.get(), &Session::signOutAsks);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.status().keychain, KeychainTrouble::None);
    QCOMPARE(asks.size(), 1);
    QVERIFY(asks.constFirst().at(1).toBool()); // about just that
    QCOMPARE(done.size() + failed.size(), 0);
    m_secrets.answerPrompt(allows);
    QTRY_COMPARE(done.size() + failed.size(), 1);
    f.letStoreFinish();
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(failed.size(), allows ? 0 : 1);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
    QCOMPARE(f.prompts(), 1);
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void SessionLeftoversTest::s73LeftoverThatCannotBeReadUnasked_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: to be read at a start, and allowed") << true;
    QTest::newRow("73: to be read at a start, and refused") << false;
}

// "Tries again at the next start": the right to read it belonged to the connection of then.
void SessionLeftoversTest::s73LeftoverThatCannotBeReadUnasked()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(1min); // nobody waits for it
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.status().keychain, KeychainTrouble::None);
    QCOMPARE(f.status().health, KeychainHealth::Asking);
    QCOMPARE(done.size() + failed.size(), 0);
    m_secrets.answerPrompt(allows);
    QTRY_COMPARE(done.size() + failed.size(), 1);
    f.letStoreFinish();
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
    QCOMPARE(f.preferences.pendingDeletes().size(), allows ? 0 : 1);
    QCOMPARE(f.prompts(), 1);
    QCOMPARE(f.state(), SessionState::SignedOut);
}

// What was refused is not asked for by whatever makes us look again, but by the next start.
void SessionLeftoversTest::s73LeftoverIsAskedForOnceARun()
{
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    m_secrets.manners() = MockManners::keePassXc();
    for (const int start : {1, 2}) {
        f.launch();
        QTRY_COMPARE(f.prompts(), start);
        m_secrets.answerPrompt(false);
        f.letStoreFinish();
        f.setLock(MockLock::Locked);
        f.setLock(MockLock::Open);
        QCOMPARE(f.prompts(), start);
        QCOMPARE(f.storedCount(), 1);
        f.leave();
    }
}

// The session that is good comes first, and what it asks.
void SessionLeftoversTest::s73LeftoverOfAnotherAsksBehindTheSession()
{
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John}, Maria);
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    m_secrets.answerPrompt(true);
    QTRY_COMPARE(f.prompts(), 2);
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.status().email, Maria);
    m_secrets.answerPrompt(true);
    f.letStoreFinish();
    QCOMPARE(f.storedCount(), 1);
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.prompts(), 2);
}

void SessionLeftoversTest::s73LeftoverBehindALockAsksOnceItIsOpen_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: opened later, and allowed") << true;
    QTest::newRow("73: opened later, and refused") << false;
}

void SessionLeftoversTest::s73LeftoverBehindALockAsksOnceItIsOpen()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    m_secrets.manners() = MockManners::keePassXc();
    f.setLock(MockLock::Locked);
    f.launch();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.prompts(), 0);
    QSignalSpy asks(f.session.get(), &Session::signOutAsks);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.setLock(MockLock::Open);
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(1s);
    QCOMPARE(asks.size(), 1);
    m_secrets.answerPrompt(allows);
    QTRY_COMPARE(done.size() + failed.size(), 1);
    f.letStoreFinish();
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
    QCOMPARE(f.prompts(), 1);
}

void SessionLeftoversTest::s73SignOutAsksForWhatItCannotRead_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: allowed") << true;
    QTest::newRow("73: refused") << false;
}

// The store gives rights anew, and the person's own click may make it ask.
void SessionLeftoversTest::s73SignOutAsksForWhatItCannotRead()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave(John);
    f.launch();
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    m_secrets.manners() = MockManners::keePassXc();
    QSignalSpy asks(f.session.get(), &Session::signOutAsks);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.session->signOut();
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(1s);
    QCOMPARE(asks.size(), 1);
    QVERIFY(asks.constFirst().at(1).toBool());
    QCOMPARE(f.state(), SessionState::SignedOut);
    m_secrets.answerPrompt(allows);
    QTRY_COMPARE(done.size() + failed.size(), 1);
    f.letStoreFinish();
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
    QCOMPARE(f.prompts(), 1);
}

static int runSessionLeftovers(int argc, char **argv)
{
    PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    SessionLeftoversTest test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runSessionLeftovers)
#include "tst_sessionleftovers.moc"
