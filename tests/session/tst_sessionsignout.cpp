#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

class tst_SessionSignOut : public QObject
{
    Q_OBJECT
private slots:
    void leavesNothingAndSendsNothing();
    void saysHowLongTheServerKeepsIt();
    void s57OfflineIsNoObstacle();
    void s37DuringARenewal();
    void s38WhileThePairIsBeingWritten();
    void s56FailedDeleteIsToldAndRepeated();
    void s56DoneLateIsToldToo();
    void s56ToldWhenItIsGone();
    void s56ListedAndAwayIsNotGone();
    void s56RefusedBeforeIsNotGone_data();
    void s56RefusedBeforeIsNotGone();
    void s56NotToldToTheNextPerson();
    void s90NothingIsRestoredAfterwards_data();
    void s90NothingIsRestoredAfterwards();
    void s90TheStoreLeavesAfterwards_data();
    void s90TheStoreLeavesAfterwards();
    void killedBeforeTheDelete();
    void s58OnlyItsOwnItem();
    void s40FromASlot();
    void forgottenWritesStayForgotten();
    void promptAnsweredAfterSignOut();
};

void tst_SessionSignOut::leavesNothingAndSendsNothing()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const int sent = f.http.sentCount();
    QSignalSpy signedOut(f.session.get(), &Session::signedOut);
    f.session->signOut();
    QCOMPARE(f.state(), SessionState::SignedOut); // at once
    settle();
    QCOMPARE(signedOut.size(), 1);
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    f.clock.advance(24h);
    QCOMPARE(f.http.sentCount(), sent);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void tst_SessionSignOut::saysHowLongTheServerKeepsIt() // X9
{
    SessionFixture f;
    f.start();
    f.signIn();
    std::optional<WallTime> until;
    connect(f.session.get(), &Session::signedOut, this,
            [&](std::optional<WallTime> expiry) { until = expiry; });
    f.session->signOut();
    QCOMPARE(*until, f.clock.wall() + 20 * 24h);
}

void tst_SessionSignOut::s57OfflineIsNoObstacle()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.profileAnswer = failedReply(TransportFailure::Offline);
    QCOMPARE(f.whatASignOutLeaves(), QString());
}

void tst_SessionSignOut::s37DuringARenewal()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdARenewal();
    QCOMPARE(f.state(), SessionState::Renewing);
    f.session->signOut();
    settle();
    QCOMPARE(f.http.pendingCount(), 0); // aborted; a late answer has nobody to reach
    f.clock.advance(1min);
    QVERIFY(f.store.items.isEmpty());
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void tst_SessionSignOut::s38WhileThePairIsBeingWritten()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.writeMode = FakeStore::Mode::Held;
    f.session->renewNow();
    f.clock.advance(100ms);
    QSignalSpy signedOut(f.session.get(), &Session::signedOut);
    f.session->signOut();
    settle();
    f.store.release(); // the write ends after the delete did
    settle();
    QVERIFY(f.store.items.isEmpty());
    QCOMPARE(signedOut.size(), 1);
}

void tst_SessionSignOut::s56FailedDeleteIsToldAndRepeated()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.removeMode = FakeStore::Mode::Fails;
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.session->signOut();
    settle();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(f.store.items.size(), 1);
    f.store.removeMode = FakeStore::Mode::Works;
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// In the same run: a store that was slow, or locked meanwhile.
void tst_SessionSignOut::s56DoneLateIsToldToo()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.removeMode = FakeStore::Mode::TimesOut;
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    f.session->signOut();
    settle();
    QCOMPARE(failed.size(), 1);
    f.store.setState(KeychainState::Locked);
    settle();
    f.store.removeMode = FakeStore::Mode::Works;
    f.store.setState(KeychainState::Ready);
    settle();
    QVERIFY(f.store.items.isEmpty());
    QCOMPARE(done.size(), 1);
    QCOMPARE(failed.size(), 1);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(done.size(), 1);
}

// "Removed" is told when it is.
void tst_SessionSignOut::s56ToldWhenItIsGone()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.removeMode = FakeStore::Mode::Held;
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    f.session->signOut();
    settle();
    QCOMPARE(f.store.items.size(), 1);
    QCOMPARE(done.size(), 0);
    f.store.release();
    settle();
    QVERIFY(f.store.items.isEmpty());
    QCOMPARE(done.size(), 1);
}

// An earlier run's session waits in a password store that is closed.
void tst_SessionSignOut::s56ListedAndAwayIsNotGone()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Absent);
    f.start();
    f.signIn(false);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.session->signOut();
    settle();
    QCOMPARE(done.size(), 0);
    QCOMPARE(failed.size(), 1);
    f.store.setState(KeychainState::Ready);
    settle();
    QVERIFY(f.store.items.isEmpty());
    QCOMPARE(done.size(), 1);
}

void tst_SessionSignOut::s56RefusedBeforeIsNotGone_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("56: refused again") << false;
    QTest::newRow("56: allowed at last") << true;
}

// An expired session's item, whose deletion was refused at a sign-in without staying.
void tst_SessionSignOut::s56RefusedBeforeIsNotGone()
{
    QFETCH(bool, allows);
    SessionFixture f;
    f.signInAndQuit(24h * 30);
    f.start();
    QCOMPARE(f.state(), SessionState::Ended);
    f.store.removeMode = FakeStore::Mode::Denies;
    f.signIn(false);
    settle();
    QCOMPARE(f.store.removes, 1);
    QVERIFY(!f.preferences.pendingDeletes().isEmpty());
    f.store.removeMode = allows ? FakeStore::Mode::Works : FakeStore::Mode::Denies;
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.session->signOut();
    settle();
    QCOMPARE(f.store.removes, 2); // it is a new word
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(failed.size(), allows ? 0 : 1);
    QCOMPARE(f.store.items.isEmpty(), allows);
    QCOMPARE(f.preferences.pendingDeletes().isEmpty(), allows);
}

void tst_SessionSignOut::s56NotToldToTheNextPerson()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.removeMode = FakeStore::Mode::Fails;
    f.store.readMode = FakeStore::Mode::Held; // slow
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.session->signOut();
    settle();
    f.store.readMode = FakeStore::Mode::Works;
    f.signIn(Maria);
    f.store.release();
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(failed.size(), 0);
    QVERIFY(!f.preferences.pendingDeletes().isEmpty());
}

// The password store was closed: what it holds is to be deleted when it is back.
void tst_SessionSignOut::s90NothingIsRestoredAfterwards_data()
{
    QTest::addColumn<bool>("isAnotherListed");
    QTest::newRow("90: signed out while it is away") << false;
    QTest::newRow("90: signed out while it is away, and another is stored") << true;
}

void tst_SessionSignOut::s90NothingIsRestoredAfterwards()
{
    QFETCH(bool, isAnotherListed);
    SessionFixture f;
    if (isAnotherListed)
        QVERIFY(f.preferences.noteStored({f.keyOf(Maria), f.server.toString(), Maria}));
    f.store.setState(KeychainState::Absent);
    f.start();
    QCOMPARE(f.session->status().isListed, isAnotherListed);
    f.store.setState(KeychainState::Ready);
    settle();
    if (isAnotherListed)
        QVERIFY(f.preferences.noteStored({f.keyOf(Maria), f.server.toString(), Maria}));
    f.signIn();
    f.store.setState(KeychainState::Absent);
    f.session->signOut();
    settle();
    QVERIFY(!f.session->status().isListed);
    QCOMPARE(f.session->status().health, KeychainHealth::Gone);
    f.store.setState(KeychainState::Ready);
    settle();
    QVERIFY(f.store.items.isEmpty());
    QCOMPARE(f.state(), SessionState::SignedOut);
}

// The form is on the screen when the password store is closed, and nothing is stored: nobody can
// stay signed in there, though this computer has one.
void tst_SessionSignOut::s90TheStoreLeavesAfterwards_data()
{
    QTest::addColumn<bool>("signsIn"); // before
    QTest::newRow("90: signed out") << true;
    QTest::newRow("90: nobody was signed in") << false;
}

void tst_SessionSignOut::s90TheStoreLeavesAfterwards()
{
    QFETCH(bool, signsIn);
    SessionFixture f;
    f.start();
    if (signsIn) {
        f.signIn();
        f.session->signOut();
        settle();
    }
    f.store.setState(KeychainState::Absent);
    settle();
    QCOMPARE(f.session->status().saving, Saving::NoStore);
    QCOMPARE(f.session->status().health, KeychainHealth::Gone);
    QVERIFY(!f.session->status().isListed);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.session->status().saving, Saving::Unknown);
    QVERIFY(f.session->status().health != KeychainHealth::Gone);
}

void tst_SessionSignOut::killedBeforeTheDelete()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.removeMode = FakeStore::Mode::Silent;
    f.session->signOut();
    f.session.reset(); // before the keychain answered
    f.store.removeMode = FakeStore::Mode::Works;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
    f.signIn(); // and a later session is kept
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionSignOut::s58OnlyItsOwnItem()
{
    SessionFixture f;
    f.store.items.insert(QStringLiteral("somebody else's"), Secret(QByteArrayView("x")));
    f.start();
    f.signIn();
    f.session->signOut();
    settle();
    QCOMPARE(f.store.items.keys(), QStringList{QStringLiteral("somebody else's")});
}

void tst_SessionSignOut::s40FromASlot()
{
    SessionFixture f;
    f.start();
    f.signIn();
    connect(f.session.get(), &Session::renewed, this, [&] { f.session->signOut(); });
    f.session->renewNow();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionSignOut::forgottenWritesStayForgotten()
{
    SessionFixture f;
    f.start();
    f.store.writeMode = FakeStore::Mode::Fails;
    f.signIn();
    QCOMPARE(f.session->status().saving, Saving::Failed);
    f.session->signOut();
    settle();
    f.store.writeMode = FakeStore::Mode::Works;
    f.clock.advance(1h); // no retry of a write that nobody wants any more
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionSignOut::promptAnsweredAfterSignOut()
{
    SessionFixture f;
    f.store.setState(KeychainState::NoKeyring);
    f.store.writeMode = FakeStore::Mode::Held; // the keyring asks for a new password
    f.store.removeMode = FakeStore::Mode::Held; // and holds up whatever comes behind
    f.start();
    f.signIn();
    f.session->signOut();
    settle();
    f.quit();
    f.store.release(); // the person answers when the program has long gone
    QCOMPARE(f.store.items.size(), 1);
    f.store.setState(KeychainState::Ready);
    f.store.writeMode = f.store.removeMode = FakeStore::Mode::Works;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
}

LATCHKEY_TEST(tst_SessionSignOut, QCoreApplication)
#include "tst_sessionsignout.moc"
