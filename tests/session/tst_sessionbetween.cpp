#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// What answers in the API's place says nothing about a password, a token or a session.
class tst_SessionBetween : public QObject
{
    Q_OBJECT
private slots:
    void s64EndsNothing_data() { between(); }
    void s64EndsNothing();
    void s64AtSignIn_data() { between(); }
    void s64AtSignIn();
    void s64AtSigningInAgain_data() { between(); }
    void s64AtSigningInAgain();
    void s64AtSigningInAfterTheEnd_data() { between(); }
    void s64AtSigningInAfterTheEnd();
    void s64WhereNothingIsRenewed_data() { between(); }
    void s64WhereNothingIsRenewed();
    void s64AnswersNoTimeQuestion_data();
    void s64AnswersNoTimeQuestion();
    void s64WhoNeverTellsTheTimeIsRenewedAllTheSame_data();
    void s64WhoNeverTellsTheTimeIsRenewedAllTheSame();
    void s64PortalSettlesNoGuessedAge_data();
    void s64PortalSettlesNoGuessedAge();
    void s64TheApisMarks_data();
    void s64TheApisMarks();
    void s67ErrorInASuccess_data();
    void s67ErrorInASuccess();

private:
    static void between()
    {
        QTest::addColumn<HttpReply>("answer");
        for (const int status : {400, 401, 403}) {
            HttpReply html = jsonReply(status, "<h1>Blocked</h1>");
            html.headers.insert("content-type", "text/html");
            QTest::addRow("64: HTML %d", status) << html;
            QTest::addRow("64: JSON %d", status) << jsonReply(status, R"({"message":"no"})");
        }
    }
    static void pages(); // which are no refusal
    // A session that a start finds, its access token alive or dead.
    static void stored(SessionFixture &f, bool accessAlive)
    {
        if (!accessAlive)
            f.swapLives();
        f.signInAndQuit(2h);
    }
    // Running, and only the access token is left: the other is dead, or was refused.
    static void notRenewable(SessionFixture &f, bool isRefused)
    {
        f.start();
        f.signIn();
        if (isRefused)
            f.renewalAnswer = apiError(401);
        else
            f.session->setRenewalSettings({.lead = {}, .automatic = false});
        f.session->renewNow();
        f.clock.advance(11h);
        QCOMPARE(f.state(), SessionState::NotRenewable);
    }
    static void signInInVain(SessionFixture &f, const HttpReply &answer);
};

// Running, at a start, access token alive or dead: session and item stay, and it goes on.
void tst_SessionBetween::s64EndsNothing()
{
    QFETCH(HttpReply, answer);
    for (const bool accessAlive : {true, false}) {
        for (const bool atStart : {true, false}) {
            SessionFixture f;
            stored(f, accessAlive);
            if (!atStart)
                f.start();
            f.renewalAnswer = f.profileAnswer = answer;
            if (atStart)
                f.start();
            f.session->reloadProfile();
            f.session->renewNow();
            f.clock.advance(3h);
            QCOMPARE(f.store.items.size(), 1);
            QCOMPARE(f.session->status().endReason, EndReason::None);
            QVERIFY(f.session->status().renewalError);
            QCOMPARE(f.session->status().renewalError->code, ErrorCode::NotFromApi);
            f.renewalAnswer.reset();
            f.profileAnswer.reset();
            QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
            f.clock.advance(6min);
            QCOMPARE(f.state(), SessionState::SignedIn);
            QVERIFY(loaded.size() >= 1);
            QCOMPARE(f.loginCount(), 1);
        }
    }
}

void tst_SessionBetween::s64AtSignIn()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    f.start();
    f.loginAnswer = answer;
    QSignalSpy failed(f.session.get(), &Session::signInFailed);
    f.signIn();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NotFromApi);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.loginCount(), 1);
}

// It is as it was, and so is what is stored: nobody has judged a password, or whose it is.
void tst_SessionBetween::signInInVain(SessionFixture &f, const HttpReply &answer)
{
    const SessionStatus before = f.session->status();
    const QHash<QString, Secret> items = f.store.items;
    const int logins = f.loginCount();
    f.loginAnswer = answer;
    QSignalSpy failed(f.session.get(), &Session::signInFailed);
    f.signIn(Maria);
    f.clock.advance(10s);
    QCOMPARE(f.loginCount(), logins + 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NotFromApi);
    const SessionStatus after = f.session->status();
    QCOMPARE(after.state, before.state);
    QCOMPARE(after.endReason, before.endReason);
    QCOMPARE(after.endError.has_value(), before.endError.has_value());
    QCOMPARE(after.endedAt, before.endedAt);
    QCOMPARE(after.email, before.email);
    QCOMPARE(after.accessExpiry, before.accessExpiry);
    QCOMPARE(after.refreshExpiry, before.refreshExpiry);
    QCOMPARE(f.store.items.keys(), items.keys());
    for (const QString &key : items.keys())
        QVERIFY(f.store.items.value(key).sameAs(items.value(key)));
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
}

void tst_SessionBetween::s64AtSigningInAgain()
{
    QFETCH(HttpReply, answer);
    for (const bool isRefused : {false, true}) {
        SessionFixture f;
        notRenewable(f, isRefused);
        signInInVain(f, answer);
        QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
        f.session->reloadProfile();
        settle();
        QCOMPARE(loaded.size(), 1); // the old session works
        f.loginAnswer.reset();
        f.signIn();
        QCOMPARE(f.state(), SessionState::SignedIn);
    }
}

void tst_SessionBetween::s64AtSigningInAfterTheEnd()
{
    QFETCH(HttpReply, answer);
    for (const bool isRefused : {false, true}) {
        SessionFixture f;
        f.swapLives();
        f.start();
        f.signIn();
        f.clock.sleep(isRefused ? Milliseconds(2h) : Milliseconds(21 * 24h));
        f.renewalAnswer = apiError(401);
        f.session->resumed();
        f.clock.advance(10s);
        QCOMPARE(f.session->status().endReason,
                 isRefused ? EndReason::Refused : EndReason::Expired);
        QCOMPARE(f.store.items.size(), isRefused ? 0 : 1); // time may give back what ran out
        const int sent = f.http.sentCount();
        signInInVain(f, answer);
        QCOMPARE(f.state(), SessionState::Ended);
        QCOMPARE(f.http.sentCount(), sent + 1);
        f.loginAnswer.reset();
        f.signIn();
        QCOMPARE(f.state(), SessionState::SignedIn);
    }
}

// Nothing stands behind the access token, so a verdict on it, or on the account, would be the end.
void tst_SessionBetween::s64WhereNothingIsRenewed()
{
    QFETCH(HttpReply, answer);
    for (const bool isRefused : {false, true}) {
        SessionFixture f;
        notRenewable(f, isRefused);
        const Secret item = *f.store.items.begin();
        const int renewals = f.renewalCount();
        f.profileAnswer = answer;
        QSignalSpy failed(f.session.get(), &Session::profileFailed);
        f.session->reloadProfile();
        f.clock.advance(3h);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NotFromApi);
        QCOMPARE(f.state(), SessionState::NotRenewable);
        QVERIFY(f.store.items.size() == 1 && f.store.items.begin()->sameAs(item));
        f.profileAnswer.reset();
        QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
        f.clock.advance(6min);
        QVERIFY(!loaded.isEmpty());
        QCOMPARE(f.state(), SessionState::NotRenewable);
        QCOMPARE(f.renewalCount(), renewals);
    }
}

// The question goes out for a session whose age is guessed. What stands in between neither answers
// it nor tells the time: its clock is not the server's.
void tst_SessionBetween::pages()
{
    for (const int status : {200, 404, 405, 500, 502, 503, 504}) {
        HttpReply html = jsonReply(status, "<h1>Please sign in to the network</h1>");
        html.headers.insert("content-type", "text/html");
        QTest::addRow("64: a page of somebody's, %d", status) << html;
    }
    QTest::newRow("64: JSON of somebody's") << jsonReply(200, R"({"login":"needed"})");
}

void tst_SessionBetween::s64AnswersNoTimeQuestion_data()
{
    QTest::addColumn<HttpReply>("answer");
    HttpReply cut = failedReply(TransportFailure::Interrupted);
    cut.status = 401;
    QTest::newRow("64: cut after the status") << cut;
}

void tst_SessionBetween::s64AnswersNoTimeQuestion()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    stored(f, false);
    answer.headers.insert("date", "Mon, 01 Jan 2001 00:00:00 GMT");
    f.profileAnswer = answer;
    f.start();
    f.clock.advance(10min);
    QCOMPARE(f.renewalCount(), 0); // what waits behind the question waits
    QCOMPARE(f.state(), SessionState::Restoring);
    QCOMPARE(f.session->status().serverOffset, Milliseconds(0));
    f.profileAnswer.reset();
    f.clock.advance(6min);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionBetween::s64WhoNeverTellsTheTimeIsRenewedAllTheSame_data()
{
    between();
    pages();
    HttpReply elsewhere;
    elsewhere.status = 302;
    elsewhere.headers.insert("location", "https://sso.example/login");
    QTest::newRow("64: sent elsewhere") << elsewhere;
}

// A server may have no words for who shows it no token: after a few tries the token tells.
void tst_SessionBetween::s64WhoNeverTellsTheTimeIsRenewedAllTheSame()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    stored(f, false);
    f.profileAnswer = answer;
    f.start();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 0); // not at once: it may be a portal
    QCOMPARE(f.state(), SessionState::Restoring);
    f.clock.advance(1min);
    QCOMPARE(f.renewalCount(), 1);
    f.profileAnswer.reset();
    f.clock.advance(6min);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// The clock was 11 h ahead, so the refresh token only looks dead.
void tst_SessionBetween::s64PortalSettlesNoGuessedAge_data()
{
    s64AnswersNoTimeQuestion_data();
    pages();
}

void tst_SessionBetween::s64PortalSettlesNoGuessedAge()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    f.signInAndQuit(0ms);
    f.setComputersClock(11h);
    f.profileAnswer = answer;
    f.start();
    f.clock.advance(10min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.profileAnswer.reset();
    f.clock.advance(6min);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionBetween::s64TheApisMarks_data()
{
    QTest::addColumn<HttpReply>("answer");
    HttpReply challenge = jsonReply(401, "");
    challenge.headers.insert("content-type", "text/plain");
    challenge.headers.insert("www-authenticate", R"(Bearer error="invalid_token")");
    QTest::newRow("64: Bearer challenge") << challenge;
    QTest::newRow("64: statusCode") << apiError(401);
    QTest::newRow("64: 403") << apiError(403);
    QTest::newRow("64: 400") << apiError(400);
}

void tst_SessionBetween::s64TheApisMarks()
{
    QFETCH(HttpReply, answer);
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = answer;
    f.session->renewNow();
    f.clock.advance(20s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::NotRenewable);
}

void tst_SessionBetween::s67ErrorInASuccess_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("67: 200") << 200;
    QTest::newRow("67: 201") << 201;
}

void tst_SessionBetween::s67ErrorInASuccess()
{
    QFETCH(int, status);
    const HttpReply reply = jsonReply(status, R"({"statusCode":401,"message":"token says no"})");
    const QStringList words{QStringLiteral("token says no")};
    SessionFixture f;
    f.start();
    f.loginAnswer = reply;
    QSignalSpy refused(f.session.get(), &Session::signInFailed);
    f.signIn();
    const auto atSignIn = refused.first().first().value<Error>();
    QCOMPARE(atSignIn.code, ErrorCode::NoUsableTokens);
    QCOMPARE(atSignIn.serverMessages, words);
    f.loginAnswer.reset();
    f.signIn();
    f.profileAnswer = f.renewalAnswer = reply;
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.session->renewNow();
    f.session->reloadProfile();
    f.clock.advance(1h);
    const auto atProfile = failed.first().first().value<Error>();
    QCOMPARE(atProfile.code, ErrorCode::UnreadableReply);
    QCOMPARE(atProfile.serverMessages, words);
    QCOMPARE(f.session->status().renewalError->serverMessages, words);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.size(), 1);
}

LATCHKEY_TEST(tst_SessionBetween, QCoreApplication)
#include "tst_sessionbetween.moc"
