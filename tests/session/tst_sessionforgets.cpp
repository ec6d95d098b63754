#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <utility>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// What a session lets go of when it ends, changes hands or hears from another process: a count, a
// question to the keychain, a write that waits to be repeated, its stored session.
class tst_SessionForgets : public QObject
{
    Q_OBJECT
private slots:
    void manyRenewalsHoldAGapsBack();
    void theNextPersonsRenewalsAreCountedAnew();
    void s77ADaysRenewalsAreNotForgotten_data();
    void s77ADaysRenewalsAreNotForgotten();
    void s77CountedBeforeTheClockWasSetBack();
    void signOutDuringAQuestionToTheKeychain();
    void signInDuringAQuestionToTheKeychain();
    void goingOnWithoutTheKeychainDuringAQuestionToIt();
    void s78RetryAfterOfTheServerBefore();
    void s78RetryAfterOfThePersonBefore();
    void aFailedWriteDoesNotOutliveAnAdoption();
    void anOlderWriteDoesNotOutliveAnAdoption();
    void s95OneDeleteAtATime();
    void s95DeletedBesideALockedOne();
};

namespace
{

// As many as a day may have.
void renewTooOften(SessionFixture &f)
{
    constexpr int inADay = 24;
    for (int i = 0; i < inADay; ++i) {
        f.session->renewNow();
        f.clock.advance(3s);
    }
    QCOMPARE(f.session->status().renewals, inADay);
}

HttpReply inAnHour()
{
    HttpReply reply = apiError(429);
    reply.headers.insert("retry-after", "3600");
    return reply;
}

// How many renewals the computer's falling asleep brings about.
int renewalsBeforeAGap(SessionFixture &f)
{
    const int before = f.renewalCount();
    f.session->prepareForGap(Cause::Suspend, 4s, f.session.get(), [] {});
    f.clock.advance(1s);
    return f.renewalCount() - before;
}

// The item is there, locked, and somebody has pressed "Unlock": the answer is on its way.
void askLockedKeychain(SessionFixture &f)
{
    f.startLocked();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.store.readMode = FakeStore::Mode::Held;
    f.session->openKeychain();
    settle();
    QCOMPARE(f.store.heldCount(), 1);
}

} // namespace

void tst_SessionForgets::manyRenewalsHoldAGapsBack()
{
    SessionFixture f;
    f.start();
    f.signIn();
    renewTooOften(f);
    f.clock.advance(20min);
    QCOMPARE(renewalsBeforeAGap(f), 0);
    f.clock.advance(24h);
    f.session->renewNow(); // at a known moment
    f.clock.advance(20min);
    QCOMPARE(renewalsBeforeAGap(f), 1); // a new day
}

void tst_SessionForgets::theNextPersonsRenewalsAreCountedAnew()
{
    SessionFixture f;
    f.start();
    f.signIn();
    renewTooOften(f);
    f.session->signOut();
    f.signIn(Maria);
    f.clock.advance(20min);
    QCOMPARE(f.session->status().email, Maria);
    QCOMPARE(renewalsBeforeAGap(f), 1);
}

// A day has its 24 for one account at one server, whatever the person does in between.
void tst_SessionForgets::s77ADaysRenewalsAreNotForgotten_data()
{
    QTest::addColumn<QString>("between");
    for (const char *what : {"signs in again", "another person", "another server", "a restart"})
        QTest::addRow("77: between them %s", what) << QString::fromLatin1(what);
}

void tst_SessionForgets::s77ADaysRenewalsAreNotForgotten()
{
    QFETCH(QString, between);
    SessionFixture f;
    f.start();
    f.signIn();
    renewTooOften(f);
    if (between == QLatin1String("another person")) {
        f.session->signOut();
        f.signIn(Maria);
        QCOMPARE(f.session->status().email, Maria);
        f.session->renewNow();
        f.clock.advance(3s);
    } else if (between == QLatin1String("another server")) {
        const ServerAddress home = f.session->server();
        f.session->useServer(*ServerAddress::parse(QStringLiteral("https://api.example.org")),
                             false);
        settle();
        f.signIn();
        f.session->renewNow();
        f.clock.advance(3s);
        f.session->useServer(home, false);
        settle();
    }
    if (between == QLatin1String("a restart")) {
        f.restart();
    } else {
        f.session->signOut();
        settle();
        f.signIn();
    }
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(20min);
    QCOMPARE(renewalsBeforeAGap(f), 0);
}

// Moments in the future are as good as now: they do not count for three weeks.
void tst_SessionForgets::s77CountedBeforeTheClockWasSetBack()
{
    SessionFixture f;
    f.usedShare = RenewalSettings().usedShare;
    f.unitRandom = [] { return 0.5; };
    f.start();
    f.signIn();
    for (int i = 0; i < 10; ++i) {
        f.session->renewNow();
        f.clock.advance(3s);
    }
    QCOMPARE(f.session->status().renewals, 10);
    f.quit();
    f.setComputersClock(-21 * 24h);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(26h);
    f.session->renewNow(); // at a known moment
    f.clock.advance(20min);
    QCOMPARE(renewalsBeforeAGap(f), 1);
}

void tst_SessionForgets::signOutDuringAQuestionToTheKeychain()
{
    SessionFixture f;
    askLockedKeychain(f);
    const int sent = f.http.sentCount();
    f.session->signOut();
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.store.release(); // with the session in it
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.http.sentCount(), sent);
    QVERIFY(!f.session->status().accessExpiry);
}

void tst_SessionForgets::signInDuringAQuestionToTheKeychain()
{
    SessionFixture f;
    askLockedKeychain(f);
    f.holdLogins = true;
    f.session->signIn({Maria, Secret(QByteArrayView("12345"))}, true);
    const int sent = f.http.sentCount();
    f.store.release();
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SigningIn);
    QCOMPARE(f.http.sentCount(), sent);
    f.store.readMode = FakeStore::Mode::Works;
    f.http.answerNext(QStringLiteral("/auth/login"), f.pairReply());
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, Maria);
}

void tst_SessionForgets::goingOnWithoutTheKeychainDuringAQuestionToIt()
{
    SessionFixture f;
    askLockedKeychain(f);
    f.session->signInWithoutKeychain();
    const int sent = f.http.sentCount();
    f.store.release();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.http.sentCount(), sent);
}

// A server that wants to be left alone does not speak for the next one.
void tst_SessionForgets::s78RetryAfterOfTheServerBefore()
{
    SessionFixture f;
    f.swapLives();
    f.signInAndQuit(2h);
    const ServerAddress home
        = std::exchange(f.server, *ServerAddress::parse(QStringLiteral("https://api.example.org")));
    f.start();
    f.signIn();
    f.renewalAnswer = inAnHour();
    f.session->renewNow();
    settle();
    QCOMPARE(f.renewalCount(), 1);
    f.session->useServer(home, false); // where the access token is dead
    f.renewalAnswer.reset();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.session->status().renewalError);
}

void tst_SessionForgets::s78RetryAfterOfThePersonBefore()
{
    SessionFixture f;
    f.start();
    f.profileAnswer = inAnHour();
    f.signIn();
    f.session->signOut();
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.signIn(Maria);
    f.profileAnswer.reset();
    const int before = f.profileCount();
    f.session->reloadProfile();
    settle();
    QCOMPARE(f.profileCount(), before + 1);
}

// Our pair waits to be written again while another process has stored a newer one.
void tst_SessionForgets::aFailedWriteDoesNotOutliveAnAdoption()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.writeMode = FakeStore::Mode::Fails;
    f.session->renewNow();
    f.clock.advance(2500ms);
    QCOMPARE(f.session->status().saving, Saving::Failed);
    const StoredSession theirs = f.anotherStores();
    f.session->renewNow();
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 1); // theirs is taken instead
    f.store.writeMode = FakeStore::Mode::Works;
    f.clock.advance(10min);
    QVERIFY(f.stored().tokens.access.sameAs(theirs.tokens.access));
    QCOMPARE(f.session->status().saving, Saving::Saved);
}

// It would put the older pair over what is in force by now.
void tst_SessionForgets::anOlderWriteDoesNotOutliveAnAdoption()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.writeMode = FakeStore::Mode::Held;
    f.session->renewNow();
    f.clock.advance(2500ms);
    QCOMPARE(f.store.heldCount(), 1);
    f.store.writeMode = FakeStore::Mode::Works;
    const StoredSession theirs = f.anotherStores();
    f.session->renewNow();
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 1);
    f.store.release();
    f.clock.advance(10min);
    QVERIFY(f.stored().tokens.access.sameAs(theirs.tokens.access));
    QCOMPARE(f.session->status().saving, Saving::Saved);
}

// Its question is open, and what else happens brings no second one.
void tst_SessionForgets::s95OneDeleteAtATime()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.removeMode = FakeStore::Mode::Held;
    f.session->signOut();
    settle();
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.store.removes, 1);
    f.store.release();
    settle();
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

// A second, locked database may hide an older one: that is for later, and nothing to warn of.
void tst_SessionForgets::s95DeletedBesideALockedOne()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.removeMode = FakeStore::Mode::Fails;
    f.store.failure = StoreFailure::Unseen;
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.session->signOut();
    settle();
    QCOMPARE(failed.size(), 0);
    QVERIFY(!f.preferences.pendingDeletes().isEmpty());
}

LATCHKEY_TEST(tst_SessionForgets, QCoreApplication)
#include "tst_sessionforgets.moc"
