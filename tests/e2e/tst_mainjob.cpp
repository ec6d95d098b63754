#include "app/base/systemclock.h"
#include "app/store/keychainstore.h"
#include "tests/e2e/johnsitem.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/fakestore.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QLineEdit>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The composed program: real windows, real HTTP, and each row once on the real gnome-keyring and
// once on a fake keychain.
class tst_MainJob : public QObject
{
    Q_OBJECT
public:
    explicit tst_MainJob(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_keychain.reset(); }
    void firstRun_data() { stores(); }
    void firstRun();
    void demoButton_data() { stores(); }
    void demoButton();
    void restartRestores_data() { stores(); }
    void restartRestores();
    void expiredAccessToken_data() { stores(); }
    void expiredAccessToken();
    void refreshTokenDiesFirst_data() { stores(); }
    void refreshTokenDiesFirst();
    void rotatingServer_data() { stores(); }
    void rotatingServer();
    void refusedRenewal_data() { stores(); }
    void refusedRenewal();
    void nextDayStillSignedIn_data() { stores(); }
    void nextDayStillSignedIn();
    void signOutLeavesNothing_data() { stores(); }
    void signOutLeavesNothing();
    void serverDownAtStart_data() { stores(); }
    void serverDownAtStart();

private:
    void stores();
    [[nodiscard]] SecretStore &store() { return *m_store; }
    [[nodiscard]] bool isStored(const ProgramFixture &f) const;

    PrivateKeyring &m_keyring;
    SystemClock m_realClock;
    std::unique_ptr<KeychainStore> m_keychain; // one per process: QtKeychain has one queue
    std::unique_ptr<FakeStore> m_fake;
    SecretStore *m_store = nullptr;
};

void tst_MainJob::initTestCase()
{
    QVERIFY(m_keyring.start());
    m_keychain = std::make_unique<KeychainStore>(m_realClock);
}

void tst_MainJob::stores()
{
    QTest::addColumn<bool>("real");
    QTest::newRow("gnome-keyring") << true;
    QTest::newRow("fake keychain") << false;
}

void tst_MainJob::init()
{
    QFETCH(bool, real);
    m_fake = std::make_unique<FakeStore>();
    m_store = real ? static_cast<SecretStore *>(m_keychain.get()) : m_fake.get();
}

void tst_MainJob::cleanup()
{
    m_store = nullptr;
    m_fake.reset();
}

bool tst_MainJob::isStored(const ProgramFixture &f) const
{
    const QString key = johnsKey(QStringLiteral("default"), *f.options.server);
    return m_store == m_fake.get() ? m_fake->items.contains(key)
                                   : PrivateKeyring::dump().contains(key.toUtf8());
}

void tst_MainJob::firstRun()
{
    ProgramFixture f(store());
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.field(QStringLiteral("Email address")));
    QVERIFY(f.signIn());
    QVERIFY(f.button(QStringLiteral("Cancel"))
            || f.state() == SessionState::SigningIn); // busy at once
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(f.state(), SessionState::SignedIn);
    QTRY_COMPARE(f.program->session().status().saving, Saving::Saved);
    QVERIFY(isStored(f));
    QCOMPARE(f.server->counts().login, 1);
    QTRY_COMPARE(f.server->counts().avatar, 1);
    f.program->session().signOut();
    QTRY_VERIFY(!isStored(f));
}

// "Try the built-in demo server": a child process of the program's own, and its account on the
// form.
void tst_MainJob::demoButton()
{
    ProgramFixture f(store());
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.press(QStringLiteral("Try the built-in demo server")));
    QTRY_VERIFY_WITH_TIMEOUT(f.barText().contains(QStringLiteral("The demo server is running.")),
                             20'000);
    QCOMPARE(f.field(QStringLiteral("Email address"))->text(), QStringLiteral("john@mail.com"));
    QVERIFY(f.program->session().server().isLoopback());
    QVERIFY(f.signIn());
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(f.server->counts().login, 0); // it was the other server that answered
    // A second time, while its process still runs.
    f.program->session().useServer(*f.options.server, false);
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.press(QStringLiteral("Try the built-in demo server")));
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon"))); // its session was stored, and is restored
    // Not remembered: the next start is back at the chosen server.
    f.close();
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.program->session().server(), *f.options.server);
}

void tst_MainJob::restartRestores()
{
    ProgramFixture f(store());
    QVERIFY(f.openSignedIn());
    f.close();
    f.moveClock(1h);
    f.open();
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.server->counts().login, 1);
    QVERIFY(!f.field(QStringLiteral("Password")));
}

void tst_MainJob::expiredAccessToken()
{
    ProgramFixture f(store(), {60s, 10h});
    QVERIFY(f.openSignedIn());
    f.close();
    f.moveClock(2min);
    const auto before = f.server->counts();
    f.open();
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(f.server->counts().refresh, before.refresh + 1);
    QCOMPARE(f.server->counts().profile,
             before.profile + 2); // the time, without a token; then the new one
    QCOMPARE(f.server->counts().login, 1);
}

void tst_MainJob::refreshTokenDiesFirst()
{
    ProgramFixture f(store(), {60s, 8s});
    QVERIFY(f.openSignedIn());
    f.pass(40s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.server->counts().refresh >= 8);
    QVERIFY(f.server->counts().refresh <= 20);
    QCOMPARE(f.server->counts().login, 1);
    // Now it does die: the server is away for longer than the refresh token lives.
    f.server->stop();
    f.pass(12s);
    QTRY_COMPARE(f.state(), SessionState::NotRenewable);
    QVERIFY(f.button(QStringLiteral("Sign out"))); // no wall
    f.pass(60s, 5s);
    QTRY_COMPARE(f.state(), SessionState::Ended);
    QVERIFY(f.barText().contains(QStringLiteral("Your session ended at")));
    f.close();
}

void tst_MainJob::rotatingServer()
{
    ProgramFixture f(store(), {60s, 8s, true});
    QVERIFY(f.openSignedIn());
    f.pass(20s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QTRY_COMPARE(f.program->session().status().saving, Saving::Saved);
    f.close(); // the pair that the next start finds is the newest one, or the family dies here
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    f.pass(20s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.server->counts().login, 1);
}

void tst_MainJob::refusedRenewal()
{
    ProgramFixture f(store());
    QVERIFY(f.openSignedIn());
    f.server->revokeAll();
    QVERIFY(f.press(QStringLiteral("Refresh")));
    QTRY_COMPARE(f.server->counts().refresh, 1);
    f.settleNetwork();
    f.pass(6s); // the refusal is confirmed before it is believed, and nothing more
    QTRY_COMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.server->counts().refresh, 2);
    const auto confirmed = [&f] { // as is that of the access token, once the keychain has answered
        f.pass(6s);
        return f.state() == SessionState::Ended;
    };
    QTRY_VERIFY(confirmed());
    QVERIFY(f.barText().contains(QStringLiteral("ended your session early")));
    auto *email = f.field(QStringLiteral("Email address"));
    QVERIFY(email);
    QCOMPARE(email->text(), QStringLiteral("john@mail.com"));
    QTRY_VERIFY(!isStored(f));
}

void tst_MainJob::nextDayStillSignedIn()
{
    ProgramFixture f(store());
    QVERIFY(f.openSignedIn());
    f.close();
    f.moveClock(24h);
    f.open();
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.server->counts().refresh, 0); // the refresh token is known to be dead
    QCOMPARE(f.server->counts().login, 1);
}

void tst_MainJob::signOutLeavesNothing()
{
    ProgramFixture f(store());
    QVERIFY(f.openSignedIn());
    QTRY_COMPARE(f.server->counts().avatar, 1);
    const auto before = f.server->counts();
    QVERIFY(f.press(QStringLiteral("Sign out")));
    QCOMPARE(f.state(), SessionState::SignedOut);
    QTRY_VERIFY(f.barText().contains(QStringLiteral("You're signed out."))); // said once it is gone
    QVERIFY(!isStored(f));
    f.pass(1h, 60s);
    QCOMPARE(f.server->counts(), before);
    QVERIFY(!f.shows(QStringLiteral("Jhon")));
    f.close();
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.server->counts(), before);
}

void tst_MainJob::serverDownAtStart()
{
    ProgramFixture f(store());
    QVERIFY(f.openSignedIn());
    f.close();
    f.server->stop();
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedIn); // an unexpired token is still a session
    QTRY_VERIFY(!f.barText().isEmpty());
    QVERIFY(f.server->start());
    QVERIFY(f.press(QStringLiteral("Refresh")));
    QTRY_VERIFY(f.shows(QStringLiteral("Jhon")));
}

static int runMainjob(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked); // before the application object
    QApplication app(argc, argv);
    tst_MainJob test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runMainjob)
#include "tst_mainjob.moc"
