#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;
using Means = PendingDelete::Means;

// A delete that could not be carried out names the session that it meant: whoever signs in since
// keeps theirs, whenever the program ends.
class tst_SessionDeletes : public QObject
{
    Q_OBJECT
private slots:
    void s73SomebodyElseSignsOutOverIt();
    void s73SignedInAgainBeforeTheNextStart_data();
    void s73SignedInAgainBeforeTheNextStart();
    void s73NothingNewIsStored_data();
    void s73NothingNewIsStored();
    void s73TheItemHoldsAnOlderPair();
    void s73NeverSeen_data();
    void s73NeverSeen();
    void s73ThroughARunThatCannotRead();
    void s73LockedAtTheNextStart_data();
    void s73LockedAtTheNextStart();
    void s73SignedOutHereIsNotPickedUp();
    void s73SwitchingServers();
    void s73WhatCannotBeReadIsKept_data();
    void s73WhatCannotBeReadIsKept();
    void s73CarriedOutWhenTheKeychainIsReady();
    void s73WriteThatTimedOutMayLandYet();
    void s73RefusedIsNotAskedAgain();

private:
    // John has signed out, and his item is still there.
    static void failToDelete(SessionFixture &f);
};

void tst_SessionDeletes::failToDelete(SessionFixture &f)
{
    f.signOutInVain();
    QCOMPARE(f.store.items.size(), 1);
    QCOMPARE(
        f.preferences.pendingDeletes(),
        QList<PendingDelete>({{f.store.items.begin().key(), Means::This, f.stored().issuedAt}}));
}

void tst_SessionDeletes::s73SignedInAgainBeforeTheNextStart_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<qint64>("later"); // seconds; the computer's clock may be set back
    QTest::addColumn<bool>("landsLate"); // else the write has ended, and its read-back has not
    QTest::addColumn<bool>("fromBefore"); // a Latchkey of before has noted it: the key alone
    QTest::newRow("73: before the read-back") << Maria << 60LL << false << false;
    QTest::newRow("73: the write ends late") << Maria << 60LL << true << false;
    QTest::newRow("73: the same person") << John << 60LL << false << false;
    QTest::newRow("73: the same person, late") << John << 60LL << true << false;
    QTest::newRow("73: the same moment") << John << 0LL << false << false;
    QTest::newRow("73: the same moment, late") << Maria << 0LL << true << false;
    QTest::newRow("73: clock set back") << John << -3600LL * 24 << false << false;
    QTest::newRow("73: noted by a Latchkey of before") << Maria << 60LL << false << true;
    QTest::newRow("73: noted by a Latchkey of before, late") << Maria << 60LL << true << true;
    QTest::newRow("73: noted before, the same moment") << John << 0LL << false << true;
}

void tst_SessionDeletes::s73SignedInAgainBeforeTheNextStart()
{
    QFETCH(QString, who);
    QFETCH(qint64, later);
    QFETCH(bool, landsLate);
    QFETCH(bool, fromBefore);
    SessionFixture f;
    failToDelete(f);
    if (fromBefore) {
        f.preferences.setPendingDeletes({{f.store.items.begin().key()}});
        f.restart(); // and it could not be deleted then
        QCOMPARE(f.state(), SessionState::SignedOut);
    }
    if (later >= 0)
        f.clock.advance(std::chrono::seconds(later));
    else
        f.setComputersClock(std::chrono::seconds(later));
    f.store.writeMode = landsLate ? Mode::Held : Mode::Works;
    f.store.readMode = Mode::Silent;
    f.signIn(who);
    QCOMPARE(f.state(), SessionState::SignedIn);
    const Secret token = f.http.lastSent().bearer; // of the profile
    f.quit();
    if (landsLate)
        f.store.release();
    f.store.worksAgain();
    const Preferences onDisk(f.folder.filePath(QStringLiteral("latchkey.ini")));
    QVERIFY(!onDisk.pendingDeletes().isEmpty()); // else this test tells nothing
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, who);
    QVERIFY(f.http.lastSent().bearer.sameAs(token));
    QVERIFY(f.stored().tokens.access.sameAs(token));
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionDeletes::s73NothingNewIsStored_data()
{
    QTest::addColumn<bool>("signsIn"); // but the write does not land
    QTest::addColumn<bool>("fromBefore");
    QTest::newRow("73: nobody signs in") << false << false;
    QTest::newRow("73: nobody signs in, noted before") << false << true;
    QTest::newRow("73: signs in, never stored") << true << false;
    QTest::newRow("73: signs in, never stored, noted before") << true << true;
}

void tst_SessionDeletes::s73NothingNewIsStored()
{
    QFETCH(bool, signsIn);
    QFETCH(bool, fromBefore);
    SessionFixture f;
    failToDelete(f);
    if (fromBefore)
        f.preferences.setPendingDeletes({{f.store.items.begin().key()}});
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.clock.advance(1min);
    f.store.writeMode = Mode::Fails;
    if (signsIn)
        f.signIn();
    f.restartWithAWorkingStore();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// What was signed out of is whatever of it may be there, and not only its newest pair.
void tst_SessionDeletes::s73TheItemHoldsAnOlderPair()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const Secret older = f.store.items.begin().value();
    f.clock.advance(1h);
    f.store.writeMode = Mode::Fails;
    for (int i = 0; i < 12; ++i) { // more than are remembered
        f.session->renewNow();
        f.clock.advance(1min);
    }
    QCOMPARE(f.renewalCount(), 12);
    QVERIFY(f.store.items.begin()->sameAs(older));
    f.store.readMode = Mode::Denies; // it cannot even be looked at
    f.session->signOut();
    settle();
    f.restartWithAWorkingStore();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionDeletes::s73NeverSeen_data()
{
    QTest::addColumn<bool>("signsIn");
    QTest::newRow("73: never seen, nobody signs in") << false;
    QTest::newRow("73: never seen, signed in since") << true;
}

// Signed out of what no run could read: whatever was there then is meant.
void tst_SessionDeletes::s73NeverSeen()
{
    QFETCH(bool, signsIn);
    SessionFixture f;
    f.startLocked();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.session->signOut();
    settle();
    const PendingDelete older{f.oldKey(), Means::UpTo, f.clock.wall()};
    QCOMPARE(f.preferences.pendingDeletes(), QList<PendingDelete>({older, {f.keyOf(John)}}));
    f.store.setState(KeychainState::Ready);
    f.store.readMode = Mode::Silent;
    if (signsIn)
        f.signIn(Maria);
    f.restartWithAWorkingStore();
    QCOMPARE(f.state(), signsIn ? SessionState::SignedIn : SessionState::SignedOut);
    QCOMPARE(f.store.items.size(), signsIn ? 1 : 0);
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// The run in between cannot read the item, and its own session is never stored: what is meant stays
// what was meant.
void tst_SessionDeletes::s73ThroughARunThatCannotRead()
{
    SessionFixture f;
    failToDelete(f);
    f.quit();
    f.store.setState(KeychainState::Absent);
    f.start();
    f.clock.advance(1min);
    f.signIn();
    QCOMPARE(f.session->status().saving, Saving::NoStore);
    f.restartWithAWorkingStore();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionDeletes::s73LockedAtTheNextStart_data()
{
    QTest::addColumn<bool>("isNewer"); // what is stored
    QTest::newRow("73: locked, what was meant") << false;
    QTest::newRow("73: locked, a newer session") << true;
}

void tst_SessionDeletes::s73LockedAtTheNextStart()
{
    QFETCH(bool, isNewer);
    SessionFixture f;
    failToDelete(f);
    if (isNewer) {
        f.clock.advance(1min);
        f.store.readMode = Mode::Silent;
        f.signIn();
    }
    f.quit();
    f.store.readMode = f.store.removeMode = Mode::Works;
    f.store.setState(KeychainState::Locked);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut); // as far as anybody can tell
    QCOMPARE(f.store.items.size(), 1);
    f.clock.advance(1min);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), isNewer ? SessionState::SignedIn : SessionState::SignedOut);
    QCOMPARE(f.store.items.size(), isNewer ? 1 : 0);
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// This window was signed out of: another process's session does not come up in it by itself.
void tst_SessionDeletes::s73SignedOutHereIsNotPickedUp()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const QString key = f.store.items.begin().key();
    f.store.setState(KeychainState::Locked);
    f.session->signOut();
    settle();
    StoredSession hers = f.stored();
    hers.email = Maria;
    hers.issuedAt += 1min;
    f.store.items.insert(key, encodeSession(hers));
    f.store.setState(KeychainState::Ready);
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.stored().email, hers.email);
}

// The item of a server that is not in use is seen to as well, by what it holds.
void tst_SessionDeletes::s73SwitchingServers()
{
    const auto away = *ServerAddress::parse(QStringLiteral("https://b.example"));
    SessionFixture f;
    failToDelete(f);
    const QString first = f.store.items.begin().key();
    f.clock.advance(1min);
    f.store.readMode = Mode::Silent;
    f.signIn(); // written, and not read back
    const Secret newer = f.store.items.value(first);
    f.quit();
    f.store.worksAgain();
    f.session = std::make_unique<Session>(f.parts(), QStringLiteral("default"));
    f.session->useServer(away, false);
    settle();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.value(first).sameAs(newer)); // kept
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    f.session->useServer(f.server, false);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionDeletes::s73WhatCannotBeReadIsKept_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::newRow("73: of a newer version") << QByteArray(R"({"version":2,"whatever":1})");
    QTest::newRow("73: damaged") << QByteArray("damaged");
}

void tst_SessionDeletes::s73WhatCannotBeReadIsKept()
{
    QFETCH(QByteArray, item);
    SessionFixture f;
    failToDelete(f);
    f.store.items.begin().value() = Secret(item);
    f.store.worksAgain();
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Corrupt);
    QVERIFY(f.store.items.begin()->sameAs(Secret(item)));
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

void tst_SessionDeletes::s73CarriedOutWhenTheKeychainIsReady()
{
    const auto away = *ServerAddress::parse(QStringLiteral("https://b.example"));
    SessionFixture f;
    failToDelete(f);
    f.session->useServer(away, false);
    settle();
    QCOMPARE(f.store.items.size(), 1);
    f.store.removeMode = Mode::Works;
    f.store.setState(KeychainState::Locked);
    f.store.setState(KeychainState::Ready);
    settle();
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// The queue gave up waiting for it, and the job goes on: it may land at any time.
void tst_SessionDeletes::s73WriteThatTimedOutMayLandYet()
{
    SessionFixture f;
    f.start();
    f.store.writeMode = Mode::TimesOut;
    f.signIn();
    QCOMPARE(f.session->status().saving, Saving::Pending);
    f.session->signOut();
    settle();
    QVERIFY(f.store.items.isEmpty());
    QCOMPARE(f.preferences.pendingDeletes().size(), 1);
    f.quit();
    f.store.release();
    QCOMPARE(f.store.items.size(), 1);
    f.store.worksAgain();
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// John's item could not be deleted, and Maria's could not be stored over it: her sign-out does not
// make it stay.
void tst_SessionDeletes::s73SomebodyElseSignsOutOverIt()
{
    SessionFixture f;
    f.signOutInVain();
    f.store.writeMode = FakeStore::Mode::Fails;
    f.signIn(Maria);
    f.session->signOut();
    settle();
    QCOMPARE(f.store.items.size(), 1);
    f.store.removeMode = f.store.writeMode = FakeStore::Mode::Works;
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
}

// In this run, unless somebody signs out again.
void tst_SessionDeletes::s73RefusedIsNotAskedAgain()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.removeMode = Mode::Denies;
    f.session->signOut();
    settle();
    QCOMPARE(f.store.removes, 1);
    f.store.setState(KeychainState::Locked);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.store.removes, 1);
    f.restart();
    QCOMPARE(f.store.removes, 2);
}

LATCHKEY_TEST(tst_SessionDeletes, QCoreApplication)
#include "tst_sessiondeletes.moc"
