#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// How often it has to be said that a session is over, and by which answers.
class tst_SessionConfirm : public QObject
{
    Q_OBJECT
private slots:
    void s65AccountProvedByARenewal_data();
    void s65AccountProvedByARenewal();
    void s65AccountGone_data();
    void s65AccountGone();
    void s65AccountInDoubtDuringAnOutage();
    void s65TokensRunOutWhileInDoubt_data();
    void s65TokensRunOutWhileInDoubt();
    void s65NothingToRenewWith();
    void s66RefusedRenewal_data();
    void s66RefusedRenewal();
    void s66RefusedOnceOnly_data();
    void s66RefusedOnceOnly();
    void s66ProfileRefusedWhereNothingIsRenewed_data();
    void s66ProfileRefusedWhereNothingIsRenewed();
    void s66ProfileRefusedOnceOnly();
    void s66OutageBetweenTwoRefusals();
    void s66NewerPairIsLookedForFirst_data();
    void s66NewerPairIsLookedForFirst();
    void s66NewerPairWhileTheConfirmationIsOut();
    void s66ImpatienceDoesNotConfirm();

private:
    static void setLives(SessionFixture &f, bool accessAlive) // after two hours
    {
        if (!accessAlive)
            f.swapLives();
    }
    // A session that a start finds, its access token alive or dead.
    static void stored(SessionFixture &f, bool accessAlive)
    {
        setLives(f, accessAlive);
        f.signInAndQuit(2h);
    }
    // The same, and the program runs; it has not noticed the two hours yet.
    static void running(SessionFixture &f, bool accessAlive)
    {
        setLives(f, accessAlive);
        f.start();
        f.signIn();
        f.clock.sleep(2h);
    }
    // A session whose refresh token is dead: only the access token is left.
    static void notRenewable(SessionFixture &f)
    {
        f.signInAndQuit(11h);
        f.start();
        QCOMPARE(f.state(), SessionState::NotRenewable);
    }
};

void tst_SessionConfirm::s65AccountProvedByARenewal_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::newRow("65: 400") << apiError(400);
    QTest::newRow("65: 404") << apiError(404);
    QTest::newRow("65: the deleted user's shape")
        << jsonReply(400, R"({"name":"EntityNotFoundError","message":"none"})");
}

void tst_SessionConfirm::s65AccountProvedByARenewal()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    stored(f, true);
    f.profileAnswer = answer;
    f.start();
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.renewalCount(), 1);
    const qsizetype before = failed.size();
    for (int i = 0; i < 20; ++i) {
        f.session->reloadProfile();
        f.clock.advance(10s);
    }
    QCOMPARE(f.renewalCount(), 1); // it has been proved: not again for each press
    QCOMPARE(failed.size(), before + 20);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.size(), 1);
}

void tst_SessionConfirm::s65AccountGone_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<bool>("accessDies"); // while the renewal is asked
    for (const bool dies : {false, true}) {
        const char *when = dies ? "access token dies" : "access token lives";
        QTest::addRow("65: 400, %s", when) << apiError(400) << dies;
        QTest::addRow("65: 404, %s", when) << apiError(404) << dies;
    }
}

void tst_SessionConfirm::s65AccountGone()
{
    QFETCH(HttpReply, answer);
    QFETCH(bool, accessDies);
    SessionFixture f;
    f.signInAWhileAgo(accessDies);
    f.profileAnswer = answer;
    f.renewalAnswer = apiError(401);
    f.session->reloadProfile();
    f.clock.advance(1s);
    QVERIFY(f.state() != SessionState::Ended);
    QCOMPARE(f.store.items.size(), 1);
    f.clock.advance(30s);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::AccountGone);
    QCOMPARE(f.session->status().endError->httpStatus, answer.status);
    QVERIFY(f.store.items.isEmpty());
    const int sent = f.http.sentCount();
    f.clock.advance(24h);
    QCOMPARE(f.http.sentCount(), sent);
}

void tst_SessionConfirm::s65AccountInDoubtDuringAnOutage()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = apiError(400);
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.session->reloadProfile();
    f.clock.advance(2min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.profileAnswer.reset();
    f.renewalAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.clock.advance(6min);
    QVERIFY(loaded.size() >= 1);
}

void tst_SessionConfirm::s65TokensRunOutWhileInDoubt_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::newRow("65: an outage") << failedReply(TransportFailure::Offline);
    QTest::newRow("65: one refusal") << apiError(401);
}

void tst_SessionConfirm::s65TokensRunOutWhileInDoubt()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(5s);
    f.profileAnswer = apiError(400);
    f.renewalAnswer = answer;
    f.session->reloadProfile();
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.sleep(30 * 24h);
    f.session->resumed();
    settle();
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
}

// The refresh token died by itself: there is no renewal to ask, and one word alone is not enough.
void tst_SessionConfirm::s65NothingToRenewWith()
{
    SessionFixture f;
    notRenewable(f);
    f.profileAnswer = apiError(400);
    for (int i = 0; i < 5; ++i) {
        f.session->reloadProfile();
        f.clock.advance(1min);
    }
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.store.items.size(), 1);
}

void tst_SessionConfirm::s66RefusedRenewal_data()
{
    QTest::addColumn<bool>("accessAlive");
    QTest::addColumn<bool>("atStart");
    QTest::newRow("66: access token alive") << true << false;
    QTest::newRow("66: access token alive, at a start") << true << true;
    QTest::newRow("66: access token dead") << false << false;
    QTest::newRow("66: access token dead, at a start") << false << true;
}

// Five seconds after the first refusal, and not after the question that it answers.
void tst_SessionConfirm::s66RefusedRenewal()
{
    QFETCH(bool, accessAlive);
    QFETCH(bool, atStart);
    SessionFixture f;
    atStart ? stored(f, accessAlive) : running(f, accessAlive);
    f.holdRenewals = true;
    if (atStart)
        f.start();
    f.session->renewNow();
    f.clock.advance(3s);
    f.renewalAnswer = apiError(401);
    f.holdRenewals = false;
    f.http.answerNext(QStringLiteral("/auth/refresh-token"), *f.renewalAnswer);
    f.clock.advance(4999ms);
    QCOMPARE(f.renewalCount(), 1);
    const bool isChecked = accessAlive || !atStart;
    QCOMPARE(f.state(), isChecked ? SessionState::SignedIn : SessionState::Restoring);
    QCOMPARE(f.store.items.size(), 1);
    f.clock.advance(1ms);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), accessAlive ? SessionState::NotRenewable : SessionState::Ended);
    QCOMPARE(f.store.items.size(), accessAlive ? 1 : 0);
}

void tst_SessionConfirm::s66RefusedOnceOnly_data()
{
    QTest::addColumn<bool>("accessAlive");
    QTest::newRow("66: access token alive") << true;
    QTest::newRow("66: access token dead") << false;
}

// A database failure answers 401 too, once.
void tst_SessionConfirm::s66RefusedOnceOnly()
{
    QFETCH(bool, accessAlive);
    SessionFixture f;
    stored(f, accessAlive);
    f.renewalAnswer = apiError(401);
    f.start();
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
    f.renewalAnswer.reset();
    f.clock.advance(10s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.session->status().renewalError);
}

void tst_SessionConfirm::s66ProfileRefusedWhereNothingIsRenewed_data()
{
    QTest::addColumn<bool>("atStart");
    QTest::newRow("66: running") << false;
    QTest::newRow("66: at a start") << true;
}

void tst_SessionConfirm::s66ProfileRefusedWhereNothingIsRenewed()
{
    QFETCH(bool, atStart);
    SessionFixture f;
    notRenewable(f);
    const int before = f.profileCount();
    f.profileAnswer = apiError(401);
    if (atStart)
        f.restart();
    else
        f.session->reloadProfile();
    f.clock.advance(4s);
    QCOMPARE(f.profileCount(), before + 1);
    QCOMPARE(f.state(), atStart ? SessionState::Restoring : SessionState::NotRenewable);
    for (int i = 0; i < 20; ++i)
        f.session->reloadProfile(); // whoever is impatient confirms nothing
    f.clock.advance(500ms);
    QCOMPARE(f.profileCount(), before + 1);
    QCOMPARE(f.store.items.size(), 1);
    f.clock.advance(10s);
    QCOMPARE(f.profileCount(), before + 2);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Refused);
    QVERIFY(f.store.items.isEmpty());
    QCOMPARE(f.renewalCount(), 0);
}

void tst_SessionConfirm::s66ProfileRefusedOnceOnly()
{
    SessionFixture f;
    notRenewable(f);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    for (int i = 0; i < 3; ++i) { // each of them is one answer alone
        f.profileAnswer = apiError(401);
        f.session->reloadProfile();
        f.clock.advance(1s);
        f.profileAnswer.reset();
        f.clock.advance(10s);
    }
    QCOMPARE(loaded.size(), 3);
    QCOMPARE(f.state(), SessionState::NotRenewable);
}

void tst_SessionConfirm::s66OutageBetweenTwoRefusals()
{
    SessionFixture f;
    notRenewable(f);
    f.profileAnswer = apiError(401);
    f.session->reloadProfile();
    f.clock.advance(1s);
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.profileAnswer = apiError(401);
    f.clock.advance(6min);
    QCOMPARE(f.state(), SessionState::Ended);
}

void tst_SessionConfirm::s66NewerPairIsLookedForFirst_data()
{
    QTest::addColumn<bool>("toAProfile");
    QTest::newRow("66: renewal refused twice") << false;
    QTest::newRow("66: profile refused twice") << true;
}

void tst_SessionConfirm::s66NewerPairIsLookedForFirst()
{
    QFETCH(bool, toAProfile);
    SessionFixture f;
    if (toAProfile) {
        notRenewable(f);
        f.profileAnswer = apiError(401);
        f.session->reloadProfile();
    } else {
        f.start();
        f.signIn();
        f.renewalAnswer = apiError(401);
        f.session->renewNow();
    }
    f.clock.advance(4s);
    const Tokens theirs = f.anotherStores().tokens;
    if (!toAProfile)
        f.profileAnswer.reset();
    else // the answer to the confirmation is still about the old token
        f.http.setResponder([&](const HttpRequest &request) {
            const bool old = !request.bearer.sameAs(theirs.access);
            return std::optional(old ? apiError(401) : f.profileReply());
        });
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.hasEnded());
    QVERIFY(f.stored().tokens.access.sameAs(theirs.access));
    QCOMPARE(f.loginCount(), 1);
}

// The keychain is asked after the second refusal, and not only before the second try.
void tst_SessionConfirm::s66NewerPairWhileTheConfirmationIsOut()
{
    SessionFixture f;
    stored(f, false);
    f.renewalAnswer = apiError(401);
    f.start();
    f.session->renewNow();
    f.clock.advance(1s);
    f.holdRenewals = true;
    f.clock.advance(6s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.http.pendingCount(), 1);
    const Tokens theirs = f.anotherStores().tokens;
    f.http.answerNext(apiError(401));
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.hasEnded());
    QVERIFY(f.stored().tokens.access.sameAs(theirs.access));
}

void tst_SessionConfirm::s66ImpatienceDoesNotConfirm()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = apiError(401);
    f.session->renewNow();
    for (int i = 0; i < 48; ++i) {
        f.clock.advance(100ms);
        f.session->renewNow();
        f.session->activated();
        f.session->reconnected();
    }
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::NotRenewable);
}

LATCHKEY_TEST(tst_SessionConfirm, QCoreApplication)
#include "tst_sessionconfirm.moc"
