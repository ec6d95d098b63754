#include "tests/session/playedsessionfixture.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// What is to be deleted in a store that gives the right to read it by asking (KeePassXC).
class SessionLeftoverRightsTest final : public QObject
{
    Q_OBJECT
public:
    explicit SessionLeftoverRightsTest(const QString &busAddress)
        : m_secrets(busAddress)
    {
    }

private slots:
    void init() { m_secrets.startOver(); }
    void cleanup() { QVERIFY(m_secrets.wouldHaveDied().isEmpty()); }
    void s73LeftoverThatCannotBeReadUnasked_data();
    void s73LeftoverThatCannotBeReadUnasked();
    void s73LeftoverIsAskedForOnceARun();
    void s73RightsForOneReadingAreNotAskedForWithoutEnd_data();
    void s73RightsForOneReadingAreNotAskedForWithoutEnd();
    void s73ListedAgainAsksOnce();
    void s73SignOutAsksForWhatItCannotRead_data();
    void s73SignOutAsksForWhatItCannotRead();
    void s73LeftoverBehindALockAsksOnceItIsOpen_data();
    void s73LeftoverBehindALockAsksOnceItIsOpen();

private:
    MockSecretService m_secrets;
};

void SessionLeftoverRightsTest::s73LeftoverThatCannotBeReadUnasked_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: to be read at a start, and allowed") << true;
    QTest::newRow("73: to be read at a start, and refused") << false;
}

// "Tries again at the next start": the right to read it belonged to the connection of then.
void SessionLeftoverRightsTest::s73LeftoverThatCannotBeReadUnasked()
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
void SessionLeftoverRightsTest::s73LeftoverIsAskedForOnceARun()
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

void SessionLeftoverRightsTest::s73RightsForOneReadingAreNotAskedForWithoutEnd_data()
{
    QTest::addColumn<int>("collections");
    QTest::addColumn<bool>("deletesAsk");
    QTest::addColumn<int>("questions"); // all of them allowed
    QTest::newRow("73: in one collection") << 1 << false << 1;
    QTest::newRow("73: in one collection, and the delete asks") << 1 << true << 2;
    QTest::newRow("73: in two collections") << 2 << false << 1; // the second look would ask again
}

// "Remember" unticked.
void SessionLeftoverRightsTest::s73RightsForOneReadingAreNotAskedForWithoutEnd()
{
    QFETCH(int, collections);
    QFETCH(bool, deletesAsk);
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    if (collections == 2) {
        const auto items = m_secrets.store().collections.constFirst().items;
        auto &other = m_secrets.store().addCollection(QStringLiteral("Other"), MockLock::Open);
        for (MockItem item : items) {
            item.path.replace(m_secrets.store().collections.constFirst().path, other.path);
            other.items.append(item);
        }
    }
    m_secrets.manners() = MockManners::keePassXc();
    m_secrets.manners().forgetsRights = true;
    m_secrets.manners().deletesAsk = deletesAsk;
    m_secrets.setPerson(MockSecretService::Person::Allows);
    f.launch();
    for (int look = 0; look < 3; ++look) {
        f.letStoreFinish();
        f.clock.advance(1s);
        f.setLock(MockLock::Locked);
        f.setLock(MockLock::Open);
    }
    QTEST(f.prompts(), "questions");
    QCOMPARE(f.storedCount(), collections == 1 ? 0 : 2);
}

// Signed in again since, when the save was refused: one look asks for both.
void SessionLeftoverRightsTest::s73ListedAgainAsksOnce()
{
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    (void)f.preferences.noteStored({f.keyOf(John), f.server.toString(), John});
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    m_secrets.answerPrompt(false);
    f.letStoreFinish();
    f.clock.advance(1s);
    f.letStoreFinish();
    QCOMPARE(f.prompts(), 1);
    QCOMPARE(f.storedCount(), 1);
}

void SessionLeftoverRightsTest::s73SignOutAsksForWhatItCannotRead_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: allowed") << true;
    QTest::newRow("73: refused") << false;
}

// The store gives rights anew, and the person's own click may make it ask.
void SessionLeftoverRightsTest::s73SignOutAsksForWhatItCannotRead()
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
    QVERIFY(!asks.constFirst().at(1).toBool()); // it asks whether we may have it
    QCOMPARE(f.state(), SessionState::SignedOut);
    m_secrets.answerPrompt(allows);
    QTRY_COMPARE(done.size() + failed.size(), 1);
    f.letStoreFinish();
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
    QCOMPARE(f.prompts(), 1);
}

void SessionLeftoverRightsTest::s73LeftoverBehindALockAsksOnceItIsOpen_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: opened later, and allowed") << true;
    QTest::newRow("73: opened later, and refused") << false;
}

void SessionLeftoverRightsTest::s73LeftoverBehindALockAsksOnceItIsOpen()
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

static int runSessionLeftoverRights(int argc, char **argv)
{
    PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    SessionLeftoverRightsTest test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runSessionLeftoverRights)
#include "tst_sessionleftoverrights.moc"
