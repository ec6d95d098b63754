#include "tests/session/sessionfixture.h"
#include "tests/session/walkstore.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// A session on the real queue in front of the keychain, with its deadlines, and a password store
// that does not answer.
class tst_SessionKeychainSlow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void s52ReadThatNeverFinishes();
    void s52LateReplyIsIgnored();
    void s52PersonGoesOnWithoutIt();

private:
    void start()
    {
        f->session = std::make_unique<Session>(
            Session::Parts{f->api, *store, f->preferences, f->clock}, QStringLiteral("default"));
        connect(f->session.get(), &Session::changed, this, [this](const SessionStatus &status) {
            if (states.isEmpty() || states.last() != status.state)
                states.append(status.state);
        });
        f->session->useServer(f->server, false);
        f->clock.advance(0ms);
    }

    std::unique_ptr<SessionFixture> f;
    std::unique_ptr<WalkStore> store;
    QList<SessionState> states; // that were told
    int reads = 0; // that were answered
};

// John is stored, and the password store has stopped answering.
void tst_SessionKeychainSlow::init()
{
    f = std::make_unique<SessionFixture>();
    store = std::make_unique<WalkStore>(f->clock);
    store->onWrite = [](const QString &, const Secret &) {};
    store->onRemove = [](const QString &) {};
    store->onRead = [this](const QString &, const std::optional<Secret> &) { ++reads; };
    start();
    f->signIn();
    QCOMPARE(store->items.size(), 1);
    f->quit();
    store->setMode(WalkStore::Mode::Held);
    states.clear();
    reads = 0;
}

void tst_SessionKeychainSlow::cleanup()
{
    f->session.reset();
    store.reset();
    f.reset();
}

void tst_SessionKeychainSlow::s52ReadThatNeverFinishes()
{
    start();
    QCOMPARE(f->state(), SessionState::Starting);
    f->clock.advance(2999ms);
    QCOMPARE(f->state(), SessionState::Starting); // not "signed out"
    f->clock.advance(1ms);
    const QList<SessionState> once{SessionState::Starting, SessionState::WaitingForKeychain};
    QCOMPARE(states, once);
    QCOMPARE(f->session->status().keychain, KeychainTrouble::Slow);
    QCOMPARE(f->session->status().health, KeychainHealth::Slow);
    f->clock.advance(24h);
    QCOMPARE(states, once);
    QCOMPARE(reads, 0);
    QCOMPARE(f->profileCount(), 1);
    QCOMPARE(store->items.size(), 1);
}

void tst_SessionKeychainSlow::s52LateReplyIsIgnored()
{
    start();
    f->clock.advance(1min);
    QCOMPARE(f->state(), SessionState::WaitingForKeychain);
    store->release(WalkStore::Mode::Works); // the detached job ends, with the session in it
    f->clock.advance(1min);
    QCOMPARE(reads, 0);
    QCOMPARE(f->state(), SessionState::WaitingForKeychain); // whoever asked has gone on
    QCOMPARE(f->profileCount(), 1);
    store->setMode(WalkStore::Mode::Works);
    f->session->openKeychain();
    f->clock.advance(0ms);
    QCOMPARE(reads, 1);
    QCOMPARE(f->state(), SessionState::SignedIn);
    QCOMPARE(f->loginCount(), 1);
}

void tst_SessionKeychainSlow::s52PersonGoesOnWithoutIt()
{
    start();
    f->clock.advance(1min);
    f->session->signInWithoutKeychain();
    f->signIn(false);
    QCOMPARE(f->state(), SessionState::SignedIn);
    const Secret token = f->http.lastSent().bearer;
    store->release(WalkStore::Mode::Works); // John's of before, late
    f->clock.advance(1min);
    QCOMPARE(reads, 0);
    f->session->reloadProfile();
    f->clock.advance(0ms);
    QVERIFY(f->http.lastSent().bearer.sameAs(token));
}

LATCHKEY_TEST(tst_SessionKeychainSlow, QCoreApplication)
#include "tst_sessionkeychainslow.moc"
