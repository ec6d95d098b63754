#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

const QString Login = QStringLiteral("/auth/login");
const QString Renewal = QStringLiteral("/auth/refresh-token");
constexpr Session::EndLimits End{.usual = 800ms, .committed = 10s};

} // namespace

// What happens between two looks at the clocks, or behind a keychain that cannot be read.
class TestSessionUnseen : public QObject
{
    Q_OBJECT
private slots:
    void s83SetDuringARenewal_data();
    void s83SetDuringARenewal();
    void s83SetBeforeTheSamePairComesAgain();
    void s83SetBeforeAnAdoption();
    void s83OffsetWithoutASession();
    void s66StoredBehindAnUnreadableKeychain_data();
    void s66StoredBehindAnUnreadableKeychain();
    void s66NotRenewableLooksAgain();
    void s66SomebodyElsesDoesNotComeUp();
    void s66OpenedDuringASignIn();
    void s66SignInWhileWhatWasFoundIsRead();
    void s66FoundDuringASignInFromTheEnd();
    void s80MemoryOnlyTakesNothingOver();
    void s80GivingWayIsNoWrite();
    void s80NotStayingTakesOnesOwnFromBefore();
    void s26AdoptedWithAnAnswerOnItsWay();

private:
    // The keychain cannot be looked into when the refusal is judged.
    static void beRefusedBehindALock(SessionFixture &f);
    static void endBehindALock(SessionFixture &f);
};

void TestSessionUnseen::beRefusedBehindALock(SessionFixture &f)
{
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.store.setState(KeychainState::Locked);
    f.renewalAnswer = apiError(401);
    f.session->renewNow();
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
}

void TestSessionUnseen::endBehindALock(SessionFixture &f)
{
    f.swapLives();
    f.start();
    f.signIn();
    f.clock.sleep(2h);
    f.store.setState(KeychainState::Locked);
    f.renewalAnswer = apiError(401);
    f.session->resumed();
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::Ended);
}

void TestSessionUnseen::s83SetDuringARenewal_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("83: ahead") << 3;
    QTest::newRow("83: back") << -3;
}

// The clock is set after the last look, and the answer comes before the next one.
void TestSessionUnseen::s83SetDuringARenewal()
{
    QFETCH(int, hours);
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.holdARenewal();
    f.setComputersClock(std::chrono::hours(hours));
    const WallTime renewed = f.clock.wall();
    f.http.answerNext(Renewal, f.pairReply());
    settle();
    f.clock.advance(2min);
    QCOMPARE(f.stored().issuedAt, renewed);
    QCOMPARE(*f.session->status().accessIssued, renewed);
}

void TestSessionUnseen::s83SetBeforeTheSamePairComesAgain()
{
    SessionFixture f;
    f.start();
    const HttpReply pair = f.pairReply();
    f.loginAnswer = pair;
    f.signIn();
    const WallTime issued = f.stored().issuedAt;
    f.clock.advance(1h);
    f.holdARenewal();
    f.setComputersClock(3h);
    f.http.answerNext(Renewal, pair);
    settle();
    f.clock.advance(2min);
    QCOMPARE(f.stored().issuedAt, issued + 3h);
}

void TestSessionUnseen::s83SetBeforeAnAdoption()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.setComputersClock(3h);
    const StoredSession theirs = f.anotherStores();
    f.profileAnswer = apiError(401);
    f.session->reloadProfile(); // looks for a newer pair before it renews
    settle();
    f.clock.advance(2min);
    QVERIFY(f.stored().tokens.access.sameAs(theirs.tokens.access));
    QCOMPARE(f.stored().issuedAt, theirs.issuedAt);
}

void TestSessionUnseen::s83OffsetWithoutASession()
{
    SessionFixture f;
    f.setComputersClock(48h);
    f.start();
    f.signIn();
    QVERIFY(f.session->status().serverOffset < -47h);
    f.session->signOut();
    settle();
    f.setComputersClock(-48h);
    f.loginAnswer = failedReply(TransportFailure::Tls);
    f.signIn();
    QVERIFY(std::chrono::abs(f.session->status().serverOffset) < 2s);
}

void TestSessionUnseen::s66StoredBehindAnUnreadableKeychain_data()
{
    QTest::addColumn<bool>("locked");
    QTest::newRow("66: locked") << true;
    QTest::newRow("66: slow") << false;
}

// Another process renewed, so ours is refused; and its pair cannot be read before the verdict.
void TestSessionUnseen::s66StoredBehindAnUnreadableKeychain()
{
    QFETCH(bool, locked);
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.clock.advance(10min);
    f.renewalAnswer = apiError(401);
    f.session->renewNow();
    f.clock.advance(1s);
    f.holdRenewals = true;
    f.clock.advance(6s);
    QCOMPARE(f.http.pendingCount(), 1); // the second try
    f.clock.sleep(2h); // and the access token is dead
    const StoredSession theirs = f.anotherStores();
    if (locked)
        f.store.setState(KeychainState::Locked);
    else
        f.store.readMode = FakeStore::Mode::TimesOut;
    f.http.answerNext(Renewal, apiError(401));
    settle();
    f.store.readMode = FakeStore::Mode::Works;
    f.renewalAnswer.reset();
    f.holdRenewals = false;
    f.store.setState(KeychainState::Ready);
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.stored().tokens.access.sameAs(theirs.tokens.access));
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

void TestSessionUnseen::s66NotRenewableLooksAgain()
{
    SessionFixture f;
    beRefusedBehindALock(f);
    f.anotherStores();
    f.store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void TestSessionUnseen::s66SomebodyElsesDoesNotComeUp()
{
    SessionFixture f;
    endBehindALock(f);
    const StoredSession hers = f.newSession(Maria); // at a server that gives them one number
    f.store.items.insert(f.keyOf(John), encodeSession(hers));
    f.store.setState(KeychainState::Ready);
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Refused);
    QCOMPARE(f.stored().email, hers.email);
}

void TestSessionUnseen::s80MemoryOnlyTakesNothingOver()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const QString key = f.store.items.begin().key();
    f.session->signOut();
    settle();
    f.signIn(false);
    f.clock.advance(1min);
    f.store.items.insert(key, Secret());
    const StoredSession theirs = f.anotherStores();
    f.clock.advance(1h);
    f.renewalAnswer = apiError(401);
    f.session->renewNow();
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.session->status().saving, Saving::NotWanted);
    f.session->signOut();
    settle();
    QVERIFY(f.stored().tokens.access.sameAs(theirs.tokens.access));
}

void TestSessionUnseen::s80GivingWayIsNoWrite()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.holdARenewal();
    f.store.readMode = FakeStore::Mode::Held;
    f.http.answerNext(Renewal, f.pairReply());
    f.clock.advance(10ms);
    f.anotherStores(); // over what was just written
    while (f.store.heldCount() > 0)
        f.store.release();
    settle();
    f.store.readMode = FakeStore::Mode::Works;
    f.clock.advance(2s);
    int ready = 0;
    QObject context;
    f.session->prepareForEnd(End, &context, [&] { ++ready; });
    settle();
    QCOMPARE(ready, 1);
}

// Another process's pair is taken over because of a profile's answer, with that of our own renewal
// in the event loop already.
void TestSessionUnseen::s26AdoptedWithAnAnswerOnItsWay()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(1h);
    f.holdARenewal();
    f.store.readMode = FakeStore::Mode::Held;
    f.profileAnswer
        = jsonReply(401, R"({"statusCode":401,"message":"no","error":"session_replaced"})");
    f.session->reloadProfile(); // before that is told, the others are asked
    settle();
    QCOMPARE(f.store.heldCount(), 1);
    const StoredSession theirs = f.anotherStores();
    QMetaObject::invokeMethod(
        &f.store, [&f] { f.http.answerNext(Renewal, apiError(401)); }, Qt::QueuedConnection);
    f.store.release();
    f.store.readMode = FakeStore::Mode::Works;
    f.profileAnswer.reset();
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.stored().tokens.access.sameAs(theirs.tokens.access));
    QCOMPARE(f.renewalCount(), 1);
}

// Locked when the refusal was judged, and opened while the person signs in again.
void TestSessionUnseen::s66OpenedDuringASignIn()
{
    SessionFixture f;
    beRefusedBehindALock(f);
    f.holdLogins = true;
    f.signIn();
    f.anotherStores();
    f.store.setState(KeychainState::Ready);
    settle();
    f.http.answerNext(Login, apiError(401));
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void TestSessionUnseen::s66FoundDuringASignInFromTheEnd()
{
    SessionFixture f;
    endBehindALock(f);
    f.anotherStores();
    f.holdLogins = true;
    f.signIn();
    f.store.setState(KeychainState::Ready);
    settle();
    f.http.answerNext(Login, apiError(401));
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void TestSessionUnseen::s66SignInWhileWhatWasFoundIsRead()
{
    SessionFixture f;
    endBehindALock(f);
    f.anotherStores();
    f.store.readMode = FakeStore::Mode::Held;
    f.store.setState(KeychainState::Ready);
    settle();
    f.store.release(); // the pending delete does not mean it
    settle();
    QCOMPARE(f.store.heldCount(), 1); // it is read again, to be restored
    f.holdLogins = true;
    f.signIn();
    f.store.readMode = FakeStore::Mode::Works;
    f.http.answerNext(Login, apiError(401));
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// John's of an earlier run could not be read at the start, nor Maria's be written over it; then he
// signs in, and does not want to stay.
void TestSessionUnseen::s80NotStayingTakesOnesOwnFromBefore()
{
    SessionFixture f;
    f.signInAndQuit();
    f.store.readMode = f.store.writeMode = FakeStore::Mode::Fails;
    f.start();
    f.signIn(Maria);
    f.clock.sleep(21 * 24h);
    f.session->resumed();
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::Ended);
    f.store.readMode = f.store.writeMode = FakeStore::Mode::Works;
    f.signIn(John, false);
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.store.items.isEmpty());
}

LATCHKEY_TEST(TestSessionUnseen, QCoreApplication)
#include "tst_sessionunseen.moc"
