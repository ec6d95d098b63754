#include "tests/session/otherprocess.h"
#include "tests/support/testprogram.h"

#include <QDir>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;

// What a version of before has stored under the one name it knew is moved (scenario 88), and what a
// later version has stored is read or left alone (89).
class TestSessionMoves : public QObject
{
    Q_OBJECT
private slots:
    void s88MovedOnce();
    void s88ReadBackBeforeTheOldOneGoes();
    void s88KilledBetween_data();
    void s88KilledBetween();
    void s88SignedOutBetween_data();
    void s88SignedOutBetween();
    void s88LockedAtTheFirstStart();
    void s88SomebodyElseSignsInFirst_data();
    void s88SomebodyElseSignsInFirst();
    void s88SomebodyElseIsKeptAfterAll();
    void s88SignedOutUnseen();
    void s88AnOlderVersionRanSince();
    void s88WhatIsThereAlreadyIsNewer();
    void s88AnotherServersStays();
    void s88NotMovedWithoutTheList();
    void s88SignInWithoutTheList();
    void s89UnknownMembersAreRead();
    void s89VersionTwoIsToldAndKept_data();
    void s89VersionTwoIsToldAndKept();

private:
    // As a version of before left it: under the old name, and in no list.
    static StoredSession storeAsBefore(SessionFixture &f, const QString &who = John)
    {
        const StoredSession session = f.newSession(who);
        f.store.items.insert(f.oldKey(), encodeSession(session));
        f.clock.advance(10min);
        return session;
    }
};

void TestSessionMoves::s88MovedOnce()
{
    SessionFixture f;
    const StoredSession before = storeAsBefore(f);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
    QVERIFY(f.stored().tokens.access.sameAs(before.tokens.access));
    QCOMPARE(f.stored().issuedAt, before.issuedAt);
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    f.quit();
    const int writes = f.store.writes;
    const int reads = f.store.reads;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.writes, writes);
    QCOMPARE(f.store.reads, reads + 1); // nobody looks under the old name any more
    QCOMPARE(f.loginCount(), 0);
}

void TestSessionMoves::s88ReadBackBeforeTheOldOneGoes()
{
    SessionFixture f;
    (void)storeAsBefore(f);
    f.store.garble = [](const Secret &) { return Secret(QByteArrayView("something else")); };
    f.start();
    f.clock.advance(10min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.store.items.contains(f.oldKey()));
    f.store.garble = {};
    f.clock.advance(10min);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
    QCOMPARE(f.stored().email, John);
}

void TestSessionMoves::s88KilledBetween_data()
{
    QTest::addColumn<Mode>("writing");
    QTest::addColumn<Mode>("removing");
    QTest::addColumn<bool>("lands");
    QTest::newRow("88: the write is on its way, and lands") << Mode::Held << Mode::Works << true;
    QTest::newRow("88: the write is on its way, and is lost") << Mode::Held << Mode::Works << false;
    QTest::newRow("88: the write fails") << Mode::Fails << Mode::Works << false;
    QTest::newRow("88: the write is denied") << Mode::Denies << Mode::Works << false;
    QTest::newRow("88: the old one is not deleted yet") << Mode::Works << Mode::Silent << false;
    QTest::newRow("88: the old one cannot be deleted") << Mode::Works << Mode::Fails << false;
}

// Nothing is lost, and nothing comes back after a sign-out.
void TestSessionMoves::s88KilledBetween()
{
    QFETCH(Mode, writing);
    QFETCH(Mode, removing);
    QFETCH(bool, lands);
    SessionFixture f;
    const StoredSession before = storeAsBefore(f);
    f.store.writeMode = writing;
    f.store.removeMode = removing;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.store.items.contains(f.oldKey()));
    f.quit();
    if (lands)
        f.store.release();
    f.store.worksAgain();
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.stored(John).tokens.access.sameAs(before.tokens.access));
    QCOMPARE(f.whatASignOutLeaves(), QString());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

void TestSessionMoves::s88SignedOutBetween_data()
{
    QTest::addColumn<Mode>("writing");
    QTest::addColumn<bool>("locked");
    QTest::newRow("88: the write is held") << Mode::Held << false;
    QTest::newRow("88: the write fails") << Mode::Fails << false;
    QTest::newRow("88: the write is held, and locked since") << Mode::Held << true;
    QTest::newRow("88: the write fails, and locked since") << Mode::Fails << true;
}

void TestSessionMoves::s88SignedOutBetween()
{
    QFETCH(Mode, writing);
    QFETCH(bool, locked);
    SessionFixture f;
    (void)storeAsBefore(f);
    f.store.writeMode = writing;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    if (locked)
        f.store.setState(KeychainState::Locked);
    f.session->signOut();
    settle();
    while (f.store.heldCount() > 0)
        f.store.release(); // after all
    settle();
    f.restartWithAWorkingStore();
    QCOMPARE(f.state(), SessionState::SignedOut);
    settle();
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

void TestSessionMoves::s88LockedAtTheFirstStart()
{
    SessionFixture f;
    const StoredSession before = storeAsBefore(f);
    f.store.setState(KeychainState::Locked);
    f.start();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
    QVERIFY(f.stored().tokens.access.sameAs(before.tokens.access));
}

void TestSessionMoves::s88SomebodyElseSignsInFirst_data()
{
    QTest::addColumn<bool>("stay");
    QTest::addColumn<bool>("isOpened"); // before the program ends
    QTest::newRow("88: and stays") << true << true;
    QTest::newRow("88: and does not stay") << false << true;
    QTest::newRow("88: and stays, never opened") << true << false;
    QTest::newRow("88: and does not stay, never opened") << false << false;
}

// Nobody has looked at the old item: it was written over then, and is deleted now.
void TestSessionMoves::s88SomebodyElseSignsInFirst()
{
    QFETCH(bool, stay);
    QFETCH(bool, isOpened);
    SessionFixture f;
    (void)storeAsBefore(f);
    f.store.setState(KeychainState::Locked);
    f.start();
    f.session->signInWithoutKeychain();
    f.signIn(Maria, stay);
    if (isOpened)
        f.store.setState(KeychainState::Ready);
    settle();
    f.restartWithAWorkingStore();
    // Who went on without the password store, and does not stay, has chosen nothing for what is
    // there.
    const QString who = stay ? Maria : John;
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, who);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(who)});
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// As if she had stayed at once.
void TestSessionMoves::s88SomebodyElseIsKeptAfterAll()
{
    SessionFixture f;
    (void)storeAsBefore(f);
    f.store.setState(KeychainState::Locked);
    f.start();
    f.session->signInWithoutKeychain();
    f.signIn(Maria, false);
    f.session->keep();
    f.clock.advance(1s);
    f.store.setState(KeychainState::Ready);
    f.clock.advance(1s);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(Maria)});
    f.restart();
    QCOMPARE(f.session->status().email, Maria);
}

void TestSessionMoves::s88SignedOutUnseen()
{
    SessionFixture f;
    (void)storeAsBefore(f);
    f.store.setState(KeychainState::Locked);
    f.start();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.session->signOut();
    settle();
    f.restartWithAWorkingStore();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
}

// Whoever went back to it and signed in there is out of both by one sign-out here.
void TestSessionMoves::s88AnOlderVersionRanSince()
{
    SessionFixture f;
    f.signInAndQuit();
    (void)storeAsBefore(f);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.whatASignOutLeaves(), QString());
}

// The list was lost, and the item under the account's name is the newer one.
void TestSessionMoves::s88WhatIsThereAlreadyIsNewer()
{
    SessionFixture f;
    (void)storeAsBefore(f);
    const StoredSession newer = f.anotherStores();
    f.clock.advance(1min);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
    QVERIFY(f.stored().tokens.access.sameAs(newer.tokens.access));
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.http.lastSent().bearer.sameAs(newer.tokens.access));
}

void TestSessionMoves::s88AnotherServersStays()
{
    SessionFixture f;
    (void)storeAsBefore(f);
    const QString first = f.oldKey();
    f.session = std::make_unique<Session>(f.parts(), QStringLiteral("default"));
    f.session->useServer(*ServerAddress::parse(QStringLiteral("https://b.example")), false);
    settle();
    f.signIn();
    f.session->signOut();
    settle();
    QCOMPARE(f.store.items.keys(), QStringList{first});
    f.session->useServer(f.server, false);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
}

// Nothing can be saved, and what the list does not name would never be found again.
void TestSessionMoves::s88NotMovedWithoutTheList()
{
    SessionFixture f;
    (void)storeAsBefore(f);
    QVERIFY(QDir(f.folder.path()).mkdir(QStringLiteral("latchkey.ini"))); // in the file's place
    f.start();
    f.clock.advance(3h);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.store.items.keys(), QStringList{f.oldKey()});
    QCOMPARE(f.session->status().saving, Saving::Saved);
    f.quit();
    QVERIFY(QDir(f.folder.path()).rmdir(QStringLiteral("latchkey.ini")));
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
    QCOMPARE(f.loginCount(), 0);
}

void TestSessionMoves::s88SignInWithoutTheList()
{
    SessionFixture f;
    QVERIFY(QDir(f.folder.path()).mkdir(QStringLiteral("latchkey.ini")));
    f.start();
    f.signIn();
    QCOMPARE(f.store.items.keys(), QStringList{f.oldKey()});
    f.quit();
    {
        const OtherProcess next(f); // it knows of no list
        QCOMPARE(next.state(), SessionState::SignedIn);
    }
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.whatASignOutLeaves(), QString());
}

void TestSessionMoves::s89UnknownMembersAreRead()
{
    SessionFixture f;
    f.signInAndQuit();
    QByteArray item = f.store.items.begin()->reveal().toByteArray();
    item.replace("}", R"(,"name":"John","seen":[1,{"x":null}]})");
    f.store.items.begin().value() = Secret(QByteArrayView(item));
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, John);
    f.clock.advance(3h);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    f.session->signOut();
    settle();
    QVERIFY(f.store.items.isEmpty());
}

void TestSessionMoves::s89VersionTwoIsToldAndKept_data()
{
    QTest::addColumn<bool>("isOld"); // under the name of before
    QTest::newRow("89: under the account's name") << false;
    QTest::newRow("89: under the old name") << true;
}

void TestSessionMoves::s89VersionTwoIsToldAndKept()
{
    QFETCH(bool, isOld);
    SessionFixture f;
    f.signInAndQuit();
    const Secret item(QByteArrayView(R"({"version":2,"tokens":["a","b"]})"));
    const QString key = isOld ? f.oldKey() : f.keyOf(John);
    if (isOld) {
        f.store.items.clear();
        (void)f.preferences.takeStored(f.keyOf(John));
    }
    f.store.items.insert(key, item);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Corrupt);
    f.signIn(Maria);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QVERIFY(f.store.items.value(key).sameAs(item));
    f.restart();
    QCOMPARE(f.session->status().email, Maria);
    f.session->signOut();
    settle();
    QCOMPARE(f.store.items.keys(), QStringList{key});
    QVERIFY(f.store.items.value(key).sameAs(item));
    f.restart();
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Corrupt);
    QVERIFY(f.store.items.value(key).sameAs(item));
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

LATCHKEY_TEST(TestSessionMoves, QCoreApplication)
#include "tst_sessionmoves.moc"
