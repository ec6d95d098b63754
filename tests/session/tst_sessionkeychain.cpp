#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

class tst_SessionKeychain : public QObject
{
    Q_OBJECT
private slots:
    void s48AbsentIsMemoryOnlyAndSaysSo();
    void s49AppearsLaterAndIsPickedUp_data();
    void s49AppearsLaterAndIsPickedUp();
    void appearsAfterSignInAndIsUsed();
    void s50LockedIsWaitedFor();
    void lockedAndSignInWithoutIt();
    void s51PromptCancelledKeepsTheItem();
    void s52SilentReadIsNotSignedOut();
    void freshKeyringNeverHoldsTheProfileUp();
    void s45FailedWriteIsRetried();
    void s46LastPairWins();
    void s53QuittingWithAWriteInFlight();
};

void tst_SessionKeychain::s48AbsentIsMemoryOnlyAndSaysSo()
{
    SessionFixture f;
    f.store.setState(KeychainState::Absent);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Absent);
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().saving, Saving::NoStore);
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionKeychain::s49AppearsLaterAndIsPickedUp_data()
{
    QTest::addColumn<KeychainState>("atTheStart");
    QTest::addColumn<bool>("signsIn"); // which fails, before the password store is there
    for (const bool signsIn : {false, true}) {
        const char *how = signsIn ? ", and a sign-in failed" : "";
        QTest::addRow("49: no password store%s", how) << KeychainState::Absent << signsIn;
        QTest::addRow("49: a password store without a keyring%s", how)
            << KeychainState::NoKeyring << signsIn;
    }
}

void tst_SessionKeychain::s49AppearsLaterAndIsPickedUp()
{
    QFETCH(KeychainState, atTheStart);
    QFETCH(bool, signsIn);
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(atTheStart);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    if (signsIn) {
        f.loginAnswer = failedReply(TransportFailure::Offline);
        f.signIn();
        f.loginAnswer.reset();
        QCOMPARE(f.state(), SessionState::SignedOut);
    }
    f.clock.advance(20s);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), signsIn ? 2 : 1);
}

void tst_SessionKeychain::appearsAfterSignInAndIsUsed()
{
    SessionFixture f;
    f.store.setState(KeychainState::Absent);
    f.start();
    f.signIn();
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QCOMPARE(f.store.items.size(), 1);
}

void tst_SessionKeychain::s50LockedIsWaitedFor()
{
    SessionFixture f;
    f.startLocked();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Locked);
    f.clock.advance(5min);
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionKeychain::lockedAndSignInWithoutIt()
{
    SessionFixture f;
    f.startLocked();
    f.session->signInWithoutKeychain();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.store.items.size(), 1);
    f.signIn(false);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionKeychain::s51PromptCancelledKeepsTheItem()
{
    SessionFixture f;
    f.signInAndQuit(0ms);
    f.store.setState(KeychainState::Locked);
    f.store.readMode = FakeStore::Mode::Denies;
    f.start();
    f.session->openKeychain();
    settle();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Denied);
    QCOMPARE(f.store.items.size(), 1);
    f.store.readMode = FakeStore::Mode::Works;
    f.session->openKeychain();
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionKeychain::s52SilentReadIsNotSignedOut() // scenario 52; the deadline is the store's
                                                        // own
{
    SessionFixture f;
    f.signInAndQuit(0ms);
    f.store.readMode = FakeStore::Mode::Silent;
    f.start();
    QCOMPARE(f.state(), SessionState::Starting);
    f.store.readMode = FakeStore::Mode::Fails;
    f.restart();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Slow);
}

void tst_SessionKeychain::freshKeyringNeverHoldsTheProfileUp()
{
    SessionFixture f;
    f.store.setState(KeychainState::NoKeyring);
    f.store.writeMode = FakeStore::Mode::Silent; // the prompt for a new password is never answered
    f.start();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(f.session->status().saving, Saving::Pending);
}

void tst_SessionKeychain::s45FailedWriteIsRetried()
{
    SessionFixture f;
    f.store.writeMode = FakeStore::Mode::Fails;
    f.start();
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().saving, Saving::Failed);
    f.store.writeMode = FakeStore::Mode::Works;
    f.clock.advance(10min);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QCOMPARE(f.store.items.size(), 1);
}

void tst_SessionKeychain::s46LastPairWins()
{
    SessionFixture f;
    f.start();
    f.store.writeMode = FakeStore::Mode::Held;
    f.signIn();
    f.clock.advance(3s);
    f.session->renewNow();
    f.clock.advance(3s);
    f.store.release();
    f.store.release();
    settle();
    f.store.writeMode = FakeStore::Mode::Works;
    const auto stored = decodeSession(*f.store.items.begin(), f.server);
    f.session->reloadProfile();
    settle();
    QVERIFY(stored->tokens.access.sameAs(f.http.lastSent().bearer));
    QCOMPARE(f.session->status().saving, Saving::Saved);
}

void tst_SessionKeychain::s53QuittingWithAWriteInFlight()
{
    SessionFixture f;
    f.start();
    f.store.writeMode = FakeStore::Mode::Held;
    f.signIn();
    f.quit();
    f.store.release(); // nobody is there to be told; the item is complete all the same
    f.store.writeMode = FakeStore::Mode::Works;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

LATCHKEY_TEST(tst_SessionKeychain, QCoreApplication)
#include "tst_sessionkeychain.moc"
