#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// A session that is not saved, because the person did not want that or went on without the password
// store: what is left alone then, and how it is saved after all.
class tst_SessionKeep : public QObject
{
    Q_OBJECT

private slots:
    void s94IsSavedFromThenOn();
    void s94AsksThePasswordStore();
    void s94IsToldWhenItFails();
    void s94IsForThoseWhoDidNotWant_data();
    void s94IsForThoseWhoDidNotWant();
    void s94GoingOnWithoutItAsksNothing();
    void s94GoingOnWithoutItDeletesNothing();
    void s94GoingOnWithoutItLeavesTheOldName_data();
    void s94GoingOnWithoutItLeavesTheOldName();
    void s94TheStoreComesLater_data();
    void s94TheStoreComesLater();
    void s94GoingOnWithoutItIsNoChoice_data();
    void s94GoingOnWithoutItIsNoChoice();
    void s56RemovedIsWhatWasStored_data();
    void s56RemovedIsWhatWasStored();
};

void tst_SessionKeep::s94IsSavedFromThenOn()
{
    SessionFixture f;
    f.start();
    f.signIn(false);
    QCOMPARE(f.session->status().saving, Saving::NotWanted);
    QCOMPARE(f.store.items.size(), 0);
    f.session->keep();
    f.clock.advance(0ms);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QCOMPARE(f.store.items.size(), 1);
    const int writes = f.store.writes;
    f.session->renewNow();
    f.clock.advance(1s);
    QVERIFY(f.store.writes > writes);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionKeep::s94AsksThePasswordStore()
{
    SessionFixture f;
    f.store.setState(KeychainState::Locked);
    f.start();
    f.session->signInWithoutKeychain();
    f.signIn(false);
    const int asked = f.store.mayAsk;
    f.session->keep();
    f.clock.advance(0ms);
    QCOMPARE(f.store.mayAsk, asked + 1);
    QCOMPARE(f.session->status().saving, Saving::Saved);
}

void tst_SessionKeep::s94IsToldWhenItFails()
{
    SessionFixture f;
    f.start();
    f.signIn(false);
    f.store.writeMode = FakeStore::Mode::Denies;
    f.session->keep();
    f.clock.advance(0ms);
    QCOMPARE(f.session->status().saving, Saving::Failed);
    f.store.writeMode = FakeStore::Mode::Works;
    f.session->openKeychain(); // "Try again"
    f.clock.advance(0ms);
    QCOMPARE(f.session->status().saving, Saving::Saved);
}

void tst_SessionKeep::s94IsForThoseWhoDidNotWant_data()
{
    QTest::addColumn<KeychainState>("keychain");
    QTest::addColumn<bool>("isSignedIn");
    QTest::newRow("nobody is signed in") << KeychainState::Ready << false;
    QTest::newRow("saved already") << KeychainState::Ready << true;
    QTest::newRow("nowhere to save it") << KeychainState::Absent << true;
}

void tst_SessionKeep::s94IsForThoseWhoDidNotWant()
{
    QFETCH(KeychainState, keychain);
    QFETCH(bool, isSignedIn);
    SessionFixture f;
    f.store.setState(keychain);
    f.start();
    if (isSignedIn)
        f.signIn();
    const int writes = f.store.writes;
    const Saving saving = f.session->status().saving;
    f.session->keep();
    f.clock.advance(0ms);
    QCOMPARE(f.store.writes, writes);
    QCOMPARE(f.session->status().saving, saving);
}

void tst_SessionKeep::s94GoingOnWithoutItAsksNothing()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Locked);
    f.start();
    const int asked = f.store.mayAsk;
    f.session->signInWithoutKeychain();
    f.signIn(false);
    f.session->renewNow();
    f.clock.advance(1min);
    f.store.setState(KeychainState::Ready);
    f.clock.advance(1min);
    QCOMPARE(f.store.mayAsk, asked);
    QCOMPARE(f.session->status().saving, Saving::NotWanted);
}

// Nobody chose to lose what is stored; whoever signs out later does.
void tst_SessionKeep::s94GoingOnWithoutItDeletesNothing()
{
    SessionFixture f;
    f.signInAndQuit();
    const auto listed = f.preferences.storedSessions();
    f.store.setState(KeychainState::Locked);
    f.start();
    f.session->signInWithoutKeychain();
    f.signIn(false);
    f.store.setState(KeychainState::Ready);
    f.clock.advance(1min);
    QCOMPARE(f.store.removes, 0);
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    QCOMPARE(f.preferences.storedSessions(), listed);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 2);

    f.quit();
    f.store.setState(KeychainState::Locked);
    f.start();
    f.session->signInWithoutKeychain();
    f.signIn(false);
    f.store.setState(KeychainState::Ready);
    f.session->signOut();
    f.clock.advance(1min);
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.storedSessions().isEmpty());
}

void tst_SessionKeep::s94GoingOnWithoutItLeavesTheOldName_data()
{
    QTest::addColumn<KeychainState>("keychain");
    QTest::newRow("94: the old name, locked") << KeychainState::Locked;
    QTest::newRow("94: the old name, away") << KeychainState::Absent;
}

// What a version of before has stored may be another account's, and its only one.
void tst_SessionKeep::s94GoingOnWithoutItLeavesTheOldName()
{
    QFETCH(KeychainState, keychain);
    SessionFixture f;
    f.store.items.insert(f.oldKey(), encodeSession(f.newSession(Maria)));
    f.clock.advance(10min);
    f.store.setState(keychain);
    f.start();
    f.session->signInWithoutKeychain();
    f.signIn(false);
    f.store.setState(KeychainState::Ready);
    f.clock.advance(1min);
    QCOMPARE(f.store.items.keys(), QStringList{f.oldKey()});
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, Maria);
}

void tst_SessionKeep::s94TheStoreComesLater_data()
{
    QTest::addColumn<KeychainState>("comes");
    QTest::newRow("94: comes later, and is open") << KeychainState::Ready;
    QTest::newRow("94: comes later, and is locked") << KeychainState::Locked;
}

// Signed in while there was none, where staying was not to be had: it is, by now.
void tst_SessionKeep::s94TheStoreComesLater()
{
    QFETCH(KeychainState, comes);
    SessionFixture f;
    f.store.setState(KeychainState::Absent);
    f.start();
    f.signIn(false);
    QCOMPARE(f.session->status().saving, Saving::NoStore);
    f.store.setState(comes);
    settle();
    QCOMPARE(f.session->status().saving, Saving::NotWanted);
    QCOMPARE(f.store.items.size(), 0);
    f.session->keep();
    f.clock.advance(0ms);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QCOMPARE(f.store.items.size(), 1);
}

void tst_SessionKeep::s94GoingOnWithoutItIsNoChoice_data()
{
    QTest::addColumn<bool>("isWithoutIt");
    QTest::newRow("not to stay") << false;
    QTest::newRow("without the password store") << true;
}

void tst_SessionKeep::s94GoingOnWithoutItIsNoChoice()
{
    QFETCH(bool, isWithoutIt);
    SessionFixture f;
    f.store.setState(isWithoutIt ? KeychainState::Locked : KeychainState::Ready);
    f.start();
    f.session->signInWithoutKeychain();
    f.signIn(false);
    QCOMPARE(f.preferences.staySignedIn(), isWithoutIt);
}

void tst_SessionKeep::s56RemovedIsWhatWasStored_data()
{
    QTest::addColumn<bool>("stays");
    QTest::addColumn<bool>("byChoice");
    QTest::addColumn<bool>("removed");
    QTest::newRow("56: it was stored") << true << false << true;
    QTest::newRow("56: it was not to stay") << false << false << false;
    QTest::newRow("56: --no-keychain") << true << true << false;
}

void tst_SessionKeep::s56RemovedIsWhatWasStored()
{
    QFETCH(bool, stays);
    QFETCH(bool, byChoice);
    SessionFixture f;
    f.store.byChoice = byChoice;
    if (byChoice)
        f.store.setState(KeychainState::Absent);
    f.start();
    f.signIn(stays);
    settle();
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    f.session->signOut();
    settle();
    QCOMPARE(done.size(), 1);
    QTEST(done.constFirst().at(1).toBool(), "removed");
}

LATCHKEY_TEST(tst_SessionKeep, QCoreApplication)
#include "tst_sessionkeep.moc"
