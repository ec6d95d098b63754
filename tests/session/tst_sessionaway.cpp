#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

using Mode = FakeStore::Mode;

// A password store that goes away, and may come back.
class tst_SessionAway : public QObject
{
    Q_OBJECT
private slots:
    void s93GoesAwayWhileSignedIn();
    void s93LeavesDuringTheLook();
    void s93LeavesAndCanBeStarted();
};

void tst_SessionAway::s93GoesAwayWhileSignedIn()
{
    SessionFixture f;
    f.start();
    f.signIn();
    QCOMPARE(f.session->status().saving, Saving::Saved);
    f.store.setState(KeychainState::Absent);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().saving, Saving::NoStore);
    f.clock.advance(3h); // renewals go on
    QVERIFY(f.session->status().renewals > 0);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.session->status().saving, Saving::Saved);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// As a KeePassXC that is closed while it asks; it is opened again.
void tst_SessionAway::s93LeavesDuringTheLook()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.readMode = Mode::Fails;
    f.store.failure = StoreFailure::Absent;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Absent);
    f.store.readMode = Mode::Works;
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// As a gnome-keyring that has crashed: the button starts it again, which nothing else may do.
void tst_SessionAway::s93LeavesAndCanBeStarted()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Locked);
    f.start();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.store.canBeStarted = true;
    const int reads = f.store.reads;
    f.store.setState(KeychainState::Absent);
    settle();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Locked);
    QCOMPARE(f.store.reads, reads);
    f.store.canBeStarted = false;
    f.session->openKeychain(); // in vain
    settle();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Absent);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

LATCHKEY_TEST(tst_SessionAway, QCoreApplication)
#include "tst_sessionaway.moc"
