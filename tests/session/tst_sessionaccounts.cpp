#include "app/session/renewallock.h"
#include "app/store/memorystore.h"
#include "tests/session/otherprocess.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;

// One keychain item an account (scenario 87), and the list that says where they are (90).
class TestSessionAccounts : public QObject
{
    Q_OBJECT
private slots:
    void s87SideBySide();
    void s87SigningOutKeepsTheOthers();
    void s87EachHasALockAndACountOfItsOwn();
    void s87AnotherSpellingIsTheSameItem();
    void s87SignedOutInAnotherSpelling();
    void s87DemoSessionsShareOne();
    void s87TheFirstIsLocked();
    void s87DeletedByAnotherProgram();
    void s90TheListNamesWhoIsStored();
    void s90NoKeychainLeavesTheListAlone();
    void s90NowhereToStayLeavesTheListAlone();
    void s90TakenOutByWhoLookedTooEarly();
    void s90SignedOutByTheOtherAndStoredAgain();
    void s90WhoeverSignedInLastComesFirst();
    void s90TheListIsLost();
    void s90TheSeventeenthLeavesNoItemBehind();

private:
    [[nodiscard]] static QStringList listed(const SessionFixture &f)
    {
        QStringList keys;
        const Preferences onDisk(f.folder.filePath(QStringLiteral("latchkey.ini")));
        const auto stored = onDisk.storedSessions();
        for (const StoredSessionEntry &one : stored)
            keys.append(one.key);
        return keys;
    }
    // John and then Maria sign in, and nothing runs.
    static void storeBoth(SessionFixture &f);
};

// Nobody signs out: his expires, or he goes on without the keychain.
void TestSessionAccounts::storeBoth(SessionFixture &f)
{
    f.signInAndQuit();
    f.store.setState(KeychainState::Locked);
    f.start();
    f.session->signInWithoutKeychain();
    f.store.setState(KeychainState::Ready);
    f.signIn(Maria);
    f.quit();
    QCOMPARE(f.store.items.size(), 2);
}

void TestSessionAccounts::s87SideBySide()
{
    SessionFixture f;
    storeBoth(f);
    QCOMPARE(f.stored(John).email, John);
    QCOMPARE(f.stored(Maria).email, Maria);
    const Secret his = f.store.items.value(f.keyOf(John));
    f.start();
    QCOMPARE(f.session->status().email, Maria);
    f.clock.advance(20h);
    QVERIFY(f.renewalCount() > 1);
    QVERIFY(f.store.items.value(f.keyOf(John)).sameAs(his));
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

void TestSessionAccounts::s87SigningOutKeepsTheOthers()
{
    SessionFixture f;
    storeBoth(f);
    f.start();
    QCOMPARE(f.session->status().email, Maria);
    f.session->signOut();
    settle();
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
    QCOMPARE(f.state(), SessionState::SignedOut); // his does not come up in her window
    f.clock.advance(1h);
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, John);
    QCOMPARE(f.whatASignOutLeaves(), QString());
    QVERIFY(listed(f).isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

void TestSessionAccounts::s87EachHasALockAndACountOfItsOwn()
{
    SessionFixture f;
    f.lockFolder = f.folder.path();
    storeBoth(f);
    f.start();
    QCOMPARE(f.session->status().email, Maria);
    RenewalLock his(f.lockFolder, f.keyOf(John));
    QVERIFY(his.tryTake());
    for (int i = 0; i < 30; ++i) {
        f.session->renewNow();
        f.clock.advance(3s);
    }
    QCOMPARE(f.renewalCount(), 30); // whoever renews John's is nobody to wait for
    his.release();
    RenewalLock hers(f.lockFolder, f.keyOf(Maria));
    QVERIFY(hers.tryTake());
    f.session->renewNow();
    f.clock.advance(3s);
    QCOMPARE(f.renewalCount(), 30);
    hers.release();
    f.session->signOut();
    settle();
    f.restart();
    QCOMPARE(f.session->status().email, John);
    f.session->setRenewalSettings({.usedShare = 0.8, .lead = {}});
    f.clock.advance(2h);
    const int before = f.renewalCount();
    f.session->resumed(); // an occasion, which a full day would hold back
    f.clock.advance(10s);
    QCOMPARE(f.renewalCount(), before + 1);
}

void TestSessionAccounts::s87AnotherSpellingIsTheSameItem()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.session->signOut();
    f.loginAnswer = f.pairReply();
    f.signIn(QStringLiteral("John@Mail.com"));
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
    QCOMPARE(listed(f), QStringList{f.keyOf(John)});
}

// Two processes of one account: what is stored is the account's, however it is spelt.
void TestSessionAccounts::s87SignedOutInAnotherSpelling()
{
    SessionFixture f;
    f.lockFolder = f.folder.path();
    f.start();
    f.signIn();
    f.clock.advance(1h);
    StoredSession theirs = f.newSession();
    theirs.email = QStringLiteral("John@Mail.com");
    f.store.items.insert(f.keyOf(John), encodeSession(theirs));
    f.session->renewNow();
    f.clock.advance(3s);
    QCOMPARE(f.renewalCount(), 0); // adopted
    f.session->signOut();
    settle();
    QVERIFY(f.store.items.isEmpty());
}

void TestSessionAccounts::s87DemoSessionsShareOne()
{
    SessionFixture f;
    f.session = std::make_unique<Session>(f.parts(), QStringLiteral("default"));
    f.session->useServer(f.server, true);
    settle();
    f.signIn();
    QCOMPARE(f.store.items.keys(), QStringList{QStringLiteral("session/default/demo")});
    QVERIFY(listed(f).isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// What is behind the one that waits is not looked at.
void TestSessionAccounts::s87TheFirstIsLocked()
{
    SessionFixture f;
    storeBoth(f);
    f.store.setState(KeychainState::Locked);
    const int reads = f.store.reads;
    f.start();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.store.reads, reads + 1);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, Maria);
    QCOMPARE(listed(f), QStringList({f.keyOf(Maria), f.keyOf(John)}));
}

void TestSessionAccounts::s87DeletedByAnotherProgram()
{
    SessionFixture f;
    storeBoth(f);
    f.store.items.remove(f.keyOf(Maria));
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, John);
    QCOMPARE(listed(f), QStringList{f.keyOf(John)});
}

void TestSessionAccounts::s90TheListNamesWhoIsStored()
{
    SessionFixture f;
    f.start();
    QVERIFY(listed(f).isEmpty());
    f.store.writeMode = Mode::Held;
    f.signIn();
    QCOMPARE(listed(f), QStringList{f.keyOf(John)}); // a kill here must not lose what lands
    const auto entries = f.preferences.storedSessions();
    QCOMPARE(entries, (QList<StoredSessionEntry>{{f.keyOf(John), f.server.toString(), John}}));
    f.store.release();
    settle();
    f.session->signOut();
    settle();
    QVERIFY(listed(f).isEmpty());
    f.store.writeMode = Mode::Works;
    f.signIn(false);
    QVERIFY(listed(f).isEmpty());
}

void TestSessionAccounts::s90NoKeychainLeavesTheListAlone()
{
    SessionFixture f;
    storeBoth(f);
    const QStringList before = listed(f);
    {
        MemoryStore memory;
        f.session = std::make_unique<Session>(Session::Parts{f.api, memory, f.preferences, f.clock},
                                              QStringLiteral("default"));
        f.session->useServer(f.server, false);
        settle();
        QCOMPARE(f.state(), SessionState::SignedOut);
        f.signIn();
        f.clock.advance(1h);
        f.session->signOut();
        settle();
        f.signIn(Maria, false);
        QCOMPARE(listed(f), before);
        QVERIFY(f.preferences.pendingDeletes().isEmpty());
        f.quit();
    }
    f.start();
    QCOMPARE(f.session->status().email, Maria);
}

// "Stay signed in" was off because there was nowhere to: the one who is stored stays.
void TestSessionAccounts::s90NowhereToStayLeavesTheListAlone()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Absent);
    f.start();
    f.signIn(false);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.quit();
    f.store.setState(KeychainState::Ready);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 2);
}

// Another process starts between the list and the item.
void TestSessionAccounts::s90TakenOutByWhoLookedTooEarly()
{
    SessionFixture f;
    f.start();
    f.store.writeMode = Mode::Held;
    f.signIn();
    OtherProcess other(f);
    QCOMPARE(other.state(), SessionState::SignedOut);
    QVERIFY(listed(f).isEmpty());
    f.store.writeMode = Mode::Works;
    f.store.release();
    settle();
    QCOMPARE(listed(f), QStringList{f.keyOf(John)});
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// The other process signs out; this one is signed in from memory, and stores its next pair.
void TestSessionAccounts::s90SignedOutByTheOtherAndStoredAgain()
{
    SessionFixture f;
    f.lockFolder = f.folder.path();
    f.start();
    f.signIn();
    {
        OtherProcess other(f);
        other.session.signOut();
        settle();
    }
    QVERIFY(listed(f).isEmpty());
    f.clock.advance(3h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(listed(f), f.store.items.keys());
}

void TestSessionAccounts::s90WhoeverSignedInLastComesFirst()
{
    SessionFixture f;
    storeBoth(f);
    f.start();
    f.clock.advance(3h); // renewals change nothing
    QCOMPARE(listed(f), QStringList({f.keyOf(Maria), f.keyOf(John)}));
    f.session->signOut();
    settle();
    f.signIn(Maria);
    f.session->signOut();
    f.signIn(John);
    QCOMPARE(listed(f), QStringList{f.keyOf(John)});
    f.restart();
    QCOMPARE(f.session->status().email, John);
}

// A password store cannot be asked for all it holds: who signs in again is stored where they were.
void TestSessionAccounts::s90TheListIsLost()
{
    SessionFixture f;
    f.signInAndQuit();
    (void)f.preferences.takeStored(f.keyOf(John));
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.store.items.size(), 1);
    f.signIn();
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// Nobody would find it again.
void TestSessionAccounts::s90TheSeventeenthLeavesNoItemBehind()
{
    SessionFixture f;
    f.start();
    f.signIn(Maria);
    f.store.setState(KeychainState::Locked);
    f.restart();
    f.session->signInWithoutKeychain();
    for (qsizetype i = 1; i < mostStoredSessions; ++i) {
        const QString key = f.keyOf(Maria) + QString::number(i);
        QVERIFY(f.preferences.noteStored({key, f.server.toString(), {}}));
    }
    f.store.setState(KeychainState::Ready);
    f.signIn(John);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, John);
    QVERIFY(!f.store.items.contains(f.keyOf(Maria)));
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

LATCHKEY_TEST(TestSessionAccounts, QCoreApplication)
#include "tst_sessionaccounts.moc"
