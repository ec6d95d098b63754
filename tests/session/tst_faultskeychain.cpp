#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;

// security.md section 3, "Keychain": each fault to the reading, the writing and the deletion of the
// session's item. What QtKeychain and the bus do below that is played in tests/store.
class tst_FaultsKeychain : public QObject
{
    Q_OBJECT
private slots:
    void read_data();
    void read();
    void write_data();
    void write();
    void remove_data();
    void remove();
    void nothingWritesAnyMore();
    void serviceOfTheDay_data();
    void serviceOfTheDay();
    void comesBackLocked();
    void relockedWhileRunning();
    void promptOpenForFiveMinutes();
};

void tst_FaultsKeychain::read_data()
{
    QTest::addColumn<KeychainState>("state");
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<bool>("person"); // asks for the keychain to be opened
    QTest::addColumn<KeychainTrouble>("trouble");
    QTest::addColumn<KeychainHealth>("health");
    const auto row = [](const char *name, KeychainState state, Mode mode, bool person,
                        KeychainTrouble trouble, KeychainHealth health) {
        QTest::newRow(name) << state << mode << person << trouble << health;
    };
    using enum KeychainState;
    row("read: no D-Bus, no service", Absent, Mode::Works, false, KeychainTrouble::Absent,
        KeychainHealth::Gone); // it holds a session, as the list says
    row("read: service killed mid-call", Ready, Mode::Fails, false, KeychainTrouble::Slow,
        KeychainHealth::Failing);
    row("read: locked", Locked, Mode::Works, false, KeychainTrouble::Locked,
        KeychainHealth::WaitingForUnlock);
    row("read: prompt cancelled", Locked, Mode::Denies, true, KeychainTrouble::Denied,
        KeychainHealth::Denied);
    row("read: access denied", Ready, Mode::Denies, false, KeychainTrouble::Denied,
        KeychainHealth::Denied);
    row("read: no answer before the deadline", Ready, Mode::TimesOut, false, KeychainTrouble::Slow,
        KeychainHealth::Slow);
    row("read: not probed in time, no answer", Unknown, Mode::TimesOut, false,
        KeychainTrouble::Slow, KeychainHealth::Slow);
}

void tst_FaultsKeychain::read()
{
    QFETCH(KeychainState, state);
    QFETCH(Mode, mode);
    QFETCH(bool, person);
    QFETCH(KeychainTrouble, trouble);
    QFETCH(KeychainHealth, health);
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(state);
    f.store.readMode = mode;
    f.start();
    if (person) {
        f.session->openKeychain();
        settle();
    }
    const bool absent = trouble == KeychainTrouble::Absent;
    QCOMPARE(f.state(), absent ? SessionState::SignedOut : SessionState::WaitingForKeychain);
    QCOMPARE(f.session->status().keychain, trouble);
    QCOMPARE(f.session->status().health, health);
    QCOMPARE(f.store.items.size(), 1); // kept, whatever it is
    const int reads = f.store.reads;
    f.clock.advance(1h);
    QVERIFY(f.store.reads <= reads + 60); // no busy loop
    f.store.readMode = Mode::Works;
    f.store.setState(KeychainState::Absent); // it is started again, and so is the session
    f.store.setState(KeychainState::Ready);
    if (state == KeychainState::Ready)
        f.session->openKeychain(); // nothing changed that it could tell of: the person tries again
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().health, KeychainHealth::Ready);
    QCOMPARE(f.loginCount(), 1);
}

void tst_FaultsKeychain::write_data()
{
    QTest::addColumn<KeychainState>("state");
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<Saving>("saving");
    QTest::addColumn<KeychainHealth>("health");
    QTest::addColumn<bool>("byItself"); // it is tried again without anybody's help
    const auto row = [](const char *name, KeychainState state, Mode mode, Saving saving,
                        KeychainHealth health, bool byItself) {
        QTest::newRow(name) << state << mode << saving << health << byItself;
    };
    using enum KeychainState;
    row("write: service gone", Absent, Mode::Works, Saving::NoStore, KeychainHealth::Gone, false);
    row("write: service killed mid-call", Ready, Mode::Fails, Saving::Failed,
        KeychainHealth::Failing, true);
    row("write: disk full under the keyring", Ready, Mode::Fails, Saving::Failed,
        KeychainHealth::Failing, true);
    row("write: read-only keyring file", Ready, Mode::Fails, Saving::Failed,
        KeychainHealth::Failing, true);
    row("write: relocked", Locked, Mode::Works, Saving::Pending, KeychainHealth::WaitingForUnlock,
        false);
    row("write: access denied", Ready, Mode::Denies, Saving::Failed, KeychainHealth::Denied, false);
    row("write: no answer before the deadline", Ready, Mode::TimesOut, Saving::Pending,
        KeychainHealth::Slow, true);
    row("write: never answers", Ready, Mode::Silent, Saving::Pending, KeychainHealth::Ready, false);
}

void tst_FaultsKeychain::write()
{
    QFETCH(KeychainState, state);
    QFETCH(Mode, mode);
    QFETCH(Saving, saving);
    QFETCH(KeychainHealth, health);
    QFETCH(bool, byItself);
    SessionFixture f;
    f.start();
    f.signIn();
    const Secret old = *f.store.items.begin();
    f.clock.advance(1h);
    f.store.setState(state);
    f.store.writeMode = mode;
    QSignalSpy renewed(f.session.get(), &Session::renewed);
    f.session->renewNow();
    f.clock.advance(1500ms);
    QCOMPARE(renewed.size(), 1); // the new pair is in force, from memory
    QCOMPARE(f.session->status().saving, saving);
    QCOMPARE(f.session->status().health, health);
    QVERIFY(f.store.items.begin()->sameAs(old));
    f.session->reloadProfile();
    settle();
    QVERIFY(!f.http.lastSent().bearer.sameAs(decodeSession(old, f.server)->tokens.access));
    f.store.writeMode = Mode::Works;
    if (state != KeychainState::Ready)
        f.store.setState(KeychainState::Ready);
    else if (!byItself)
        f.session->openKeychain();
    f.clock.advance(10min);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QVERIFY(f.stored().tokens.access.sameAs(f.http.lastSent().bearer));
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_FaultsKeychain::remove_data()
{
    QTest::addColumn<KeychainState>("state");
    QTest::addColumn<Mode>("mode");
    using enum KeychainState;
    QTest::newRow("delete: service gone") << Absent << Mode::Works;
    QTest::newRow("delete: service killed mid-call") << Ready << Mode::Fails;
    QTest::newRow("delete: read-only keyring file") << Ready << Mode::Fails;
    QTest::newRow("delete: relocked") << Locked << Mode::Works;
    QTest::newRow("delete: access denied") << Ready << Mode::Denies;
    QTest::newRow("delete: no answer before the deadline") << Ready << Mode::TimesOut;
    QTest::newRow("delete: never answers") << Ready << Mode::Silent;
}

void tst_FaultsKeychain::remove()
{
    QFETCH(KeychainState, state);
    QFETCH(Mode, mode);
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.setState(state);
    f.store.removeMode = mode;
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    QSignalSpy signedOut(f.session.get(), &Session::signedOut);
    f.session->signOut();
    settle();
    QCOMPARE(f.state(), SessionState::SignedOut); // here, in any case
    QCOMPARE(signedOut.size(), 1);
    QCOMPARE(failed.size(), mode == Mode::Silent ? 0 : 1);
    QCOMPARE(f.preferences.pendingDeletes().size(), 1);
    f.restart(); // it is not resurrected while the keychain is still broken
    QVERIFY(f.state() != SessionState::SignedIn && f.state() != SessionState::Restoring);
    f.quit();
    f.store.removeMode = Mode::Works;
    f.store.setState(KeychainState::Ready);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    QCOMPARE(f.profileCount(), 1); // nothing of it was sent again
}

// The service died of a question, and nothing but QtKeychain could write here.
void tst_FaultsKeychain::nothingWritesAnyMore()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.writeMode = Mode::Fails;
    f.store.failure = StoreFailure::Absent;
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.session->status().saving, Saving::NoStore);
    QCOMPARE(f.session->status().health, KeychainHealth::Gone);
}

void tst_FaultsKeychain::serviceOfTheDay_data()
{
    QTest::addColumn<bool>("signsIn"); // meanwhile
    QTest::newRow("service appears after 20 s") << false;
    QTest::newRow("service appears after 20 s, after a sign-in") << true;
}

void tst_FaultsKeychain::serviceOfTheDay()
{
    QFETCH(bool, signsIn);
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Absent);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().health, KeychainHealth::Gone);
    if (signsIn)
        f.signIn();
    f.clock.advance(20s);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().health, KeychainHealth::Ready);
    QCOMPARE(f.loginCount(), signsIn ? 2 : 1);
    f.session->reloadProfile();
    settle();
    QVERIFY(f.stored().tokens.access.sameAs(f.http.lastSent().bearer));
    for (int i = 0; i < 3; ++i) { // and it restarts, now and then
        f.store.setState(KeychainState::Absent);
        f.clock.advance(10s);
        f.store.setState(KeychainState::Ready);
        f.clock.advance(10s);
    }
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), signsIn ? 2 : 1);
}

// What is to be saved waits for it, and the row that says so is there.
void tst_FaultsKeychain::comesBackLocked()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.setState(KeychainState::Absent);
    f.store.setState(KeychainState::Locked);
    settle();
    QCOMPARE(f.session->status().saving, Saving::Pending);
    QCOMPARE(f.session->status().health, KeychainHealth::WaitingForUnlock);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.session->status().saving, Saving::Saved);
}

void tst_FaultsKeychain::relockedWhileRunning()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.setState(KeychainState::Locked);
    f.clock.advance(5h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 1); // renewed without it
    QCOMPARE(f.session->status().saving, Saving::Pending);
    QCOMPARE(f.session->status().health, KeychainHealth::WaitingForUnlock);
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.session->status().saving, Saving::Saved);
    f.session->reloadProfile();
    settle();
    QVERIFY(f.stored().tokens.access.sameAs(f.http.lastSent().bearer));
}

void tst_FaultsKeychain::promptOpenForFiveMinutes()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.setState(KeychainState::Locked);
    f.start();
    f.store.readMode = Mode::TimesOut; // our deadline passes, the prompt stays
    f.session->openKeychain();
    f.clock.advance(5min);
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    QCOMPARE(f.http.sentCount(QStringLiteral("/auth/login")), 1);
    f.store.readMode = Mode::Works;
    f.store.setState(KeychainState::Ready); // the person has typed it
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

LATCHKEY_TEST(tst_FaultsKeychain, QCoreApplication)
#include "tst_faultskeychain.moc"
