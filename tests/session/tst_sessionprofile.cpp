#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The profile that did not come is asked for again, by the program itself, in good time.
class tst_SessionProfile : public QObject
{
    Q_OBJECT
private slots:
    void s70DisprovedDoubtIsAskedAgain_data();
    void s70DisprovedDoubtIsAskedAgain();
    void s70AskedAgainByItself_data();
    void s70AskedAgainByItself();
    void s70AtOnceOnAGoodOccasion_data();
    void s70AtOnceOnAGoodOccasion();
    void s70OutageIsToldOnce();
    void s70WhoeverAsksIsTold();
    void s70RefusedIsNotAskedOverAndOver_data();
    void s70RefusedIsNotAskedOverAndOver();
    void s70RefusedIsAskedAgainAfterARenewal();
    void s70UnauthorizedWhileTheRenewalIsOut();
    void s70NothingAfterSignOut();
    void s70NotDuringAnotherSignIn();
    void s78WithinARetryAfter_data();
    void s78WithinARetryAfter();
    void s78ShorterRetryAfterShortensNothing();
    void s78ShorterRetryAfterToARenewal();
    void s78TimeQuestionIsToWait_data();
    void s78TimeQuestionIsToWait();

private:
    static HttpReply wait(int status, const QByteArray &seconds)
    {
        HttpReply reply = apiError(status);
        reply.headers.insert("retry-after", seconds);
        return reply;
    }
};

void tst_SessionProfile::s70AskedAgainByItself_data()
{
    QTest::addColumn<bool>("atStart");
    QTest::addColumn<HttpReply>("fault");
    for (const bool atStart : {false, true}) {
        const char *when = atStart ? "start" : "sign-in";
        QTest::addRow("70: %s, network down", when)
            << atStart << failedReply(TransportFailure::Offline);
        QTest::addRow("70: %s, server down", when) << atStart << apiError(500);
        QTest::addRow("70: %s, nonsense", when) << atStart << jsonReply(200, "[]");
        QTest::addRow("70: %s, nowhere", when) << atStart << jsonReply(404, "<html>");
        QTest::addRow("70: %s, busy", when) << atStart << apiError(429);
    }
}

void tst_SessionProfile::s70AskedAgainByItself()
{
    QFETCH(bool, atStart);
    QFETCH(HttpReply, fault);
    SessionFixture f;
    f.start();
    if (atStart) {
        f.signIn();
        f.quit();
        f.clock.advance(10min);
    }
    f.profileAnswer = fault;
    if (atStart)
        f.start();
    else
        f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    const int before = f.profileCount();
    f.clock.advance(4s);
    QCOMPARE(f.profileCount(), before); // 5 s at least
    f.clock.advance(1h);
    const int asked = f.profileCount() - before;
    QVERIFY2(asked >= 12, qPrintable(QString::number(asked))); // 5 min at most
    QVERIFY2(asked <= 50, qPrintable(QString::number(asked))); // half of that on average
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.profileAnswer.reset();
    f.clock.advance(5min + 1s);
    QCOMPARE(loaded.size(), 1);
    f.clock.advance(1h);
    QCOMPARE(loaded.size(), 1); // and that is that
}

void tst_SessionProfile::s70AtOnceOnAGoodOccasion_data()
{
    QTest::addColumn<int>("occasion");
    QTest::newRow("70: reconnected") << 0;
    QTest::newRow("70: resumed") << 1;
    QTest::newRow("70: activated") << 2;
    QTest::newRow("70: renewed") << 3;
    QTest::newRow("70: slept, and nobody said so") << 4;
}

void tst_SessionProfile::s70AtOnceOnAGoodOccasion()
{
    QFETCH(int, occasion);
    SessionFixture f;
    f.unitRandom = [] { return 1.0; }; // the longest pauses
    f.start();
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.signIn();
    f.clock.advance(10min); // the next try is minutes away
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.profileAnswer.reset();
    f.clock.advance(1s);
    QCOMPARE(loaded.size(), 0);
    switch (occasion) {
    case 0:
        f.session->reconnected();
        break;
    case 1:
        f.session->resumed();
        break;
    case 2:
        f.session->activated();
        break;
    case 3:
        f.session->renewNow();
        break;
    default:
        f.clock.sleep(20min);
        f.session->clockMayHaveChanged();
    }
    f.clock.advance(1s);
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionProfile::s70OutageIsToldOnce()
{
    SessionFixture f;
    f.start();
    f.profileAnswer = failedReply(TransportFailure::Offline);
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.signIn();
    f.clock.advance(1h);
    QCOMPARE(failed.size(), 1);
    f.profileAnswer = apiError(500); // another trouble is news
    f.clock.advance(6min);
    QCOMPARE(failed.size(), 2);
}

void tst_SessionProfile::s70WhoeverAsksIsTold()
{
    SessionFixture f;
    f.start();
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.signIn();
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    for (int i = 0; i < 3; ++i) {
        f.session->reloadProfile();
        settle();
    }
    QCOMPARE(failed.size(), 3);
}

void tst_SessionProfile::s70RefusedIsNotAskedOverAndOver_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("most"); // profiles and renewals of a day
    QTest::newRow("70: forbidden") << 403 << 1 + 20;
    QTest::newRow("70: unauthorized, renewed and unauthorized") << 401 << 2 + 20 + 3;
}

void tst_SessionProfile::s70RefusedIsNotAskedOverAndOver()
{
    QFETCH(int, status);
    QFETCH(int, most);
    SessionFixture f;
    f.start();
    f.profileAnswer = apiError(status);
    f.signIn();
    f.clock.advance(24h);
    const int sent = f.profileCount() + f.renewalCount();
    QVERIFY2(sent <= most, qPrintable(QString::number(sent)));
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// One more look with each pair that came for another reason.
void tst_SessionProfile::s70RefusedIsAskedAgainAfterARenewal()
{
    SessionFixture f;
    f.start();
    f.profileAnswer = apiError(401);
    f.signIn();
    f.clock.advance(10min);
    QCOMPARE(f.session->status().state, SessionState::SignedIn);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.profileAnswer.reset();
    f.clock.advance(10min);
    QCOMPARE(loaded.size(), 0);
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(loaded.size(), 1);
}

// The 401 asked for a renewal, which an outage keeps away: after it the profile is asked again.
void tst_SessionProfile::s70UnauthorizedWhileTheRenewalIsOut()
{
    SessionFixture f;
    f.start();
    f.profileAnswer = apiError(401);
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.signIn();
    f.clock.advance(2min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.profileAnswer.reset();
    f.renewalAnswer.reset();
    f.clock.advance(6min);
    QVERIFY(loaded.size() >= 1);
}

void tst_SessionProfile::s70NothingAfterSignOut()
{
    SessionFixture f;
    f.start();
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.signIn();
    f.session->signOut();
    settle();
    const int sent = f.http.sentCount();
    f.session->reconnected();
    f.clock.advance(1h);
    QCOMPARE(f.http.sentCount(), sent);
}

void tst_SessionProfile::s70NotDuringAnotherSignIn()
{
    SessionFixture f;
    f.signInAndQuit(11h);
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.start();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.holdLogins = true;
    f.signIn();
    f.profileAnswer.reset();
    const int sent = f.profileCount();
    f.session->reconnected();
    f.clock.advance(10s);
    QCOMPARE(f.profileCount(), sent);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->cancelSignIn();
    f.clock.advance(1s);
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionProfile::s78WithinARetryAfter_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("78: 429") << 429;
    QTest::newRow("78: 503") << 503;
}

void tst_SessionProfile::s78WithinARetryAfter()
{
    QFETCH(int, status);
    SessionFixture f;
    f.start();
    f.profileAnswer = wait(status, "120");
    f.signIn();
    const int sent = f.http.sentCount();
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    for (int i = 0; i < 20; ++i) { // F5
        f.session->reloadProfile();
        f.session->reconnected();
        f.clock.advance(5s);
    }
    QCOMPARE(f.http.sentCount(), sent);
    QCOMPARE(failed.size(), 20);
    const auto last = failed.last().first().value<Error>();
    QCOMPARE(last.httpStatus, status);
    QVERIFY(last.retryAfter); // how much of it is left
    QVERIFY(*last.retryAfter >= 20s && *last.retryAfter <= 26s);
    f.profileAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.clock.advance(30s);
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionProfile::s78ShorterRetryAfterShortensNothing()
{
    SessionFixture f;
    f.start();
    f.profileAnswer = wait(429, "300");
    f.signIn();
    const int profiles = f.profileCount();
    f.renewalAnswer = wait(503, "10");
    f.session->renewNow();
    f.clock.advance(5s);
    QCOMPARE(f.renewalCount(), 1);
    f.renewalAnswer.reset();
    f.clock.advance(280s);
    QCOMPARE(f.renewalCount(), 2); // in its own time, and no occasion for the profile
    QCOMPARE(f.profileCount(), profiles);
    f.clock.advance(1min);
    QVERIFY(f.profileCount() > profiles);
}

// The renewal was on its way when somebody else wanted to be left alone for longer.
void tst_SessionProfile::s78ShorterRetryAfterToARenewal()
{
    SessionFixture f;
    f.swapLives();
    f.signInAndQuit(2h);
    f.profileAnswer = jsonReply(404, "<html>"); // no time is told: after a few tries it renews
    f.holdRenewals = true;
    f.start();
    f.clock.advance(1min);
    QCOMPARE(f.renewalCount(), 1);
    f.profileAnswer = wait(429, "300");
    f.session->activated(); // the time is asked for once more
    settle();
    f.http.answerNext(QStringLiteral("/auth/refresh-token"), wait(503, "10"));
    const int sent = f.http.sentCount();
    for (int i = 0; i < 29; ++i) {
        f.clock.advance(10s);
        f.session->activated();
        f.session->renewNow();
    }
    QCOMPARE(f.http.sentCount(), sent);
}

void tst_SessionProfile::s78TimeQuestionIsToWait_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("dated"); // the answer tells the time, and yet wants to be left alone
    for (const int status : {429, 503}) {
        QTest::addRow("78: %d", status) << status << false;
        QTest::addRow("78: %d with a Date", status) << status << true;
    }
}

void tst_SessionProfile::s78TimeQuestionIsToWait()
{
    QFETCH(int, status);
    QFETCH(bool, dated);
    SessionFixture f;
    f.swapLives();
    f.signInAndQuit(2h);
    f.profileAnswer = wait(status, "120");
    if (dated)
        f.profileAnswer->headers.insert("date", f.profileReply().headers.value("date"));
    f.start();
    f.session->renewNow();
    f.clock.advance(10s);
    const int sent = f.http.sentCount();
    for (int i = 0; i < 20; ++i) {
        f.session->renewNow();
        f.session->reconnected();
        f.session->reloadProfile();
        f.clock.advance(5s);
    }
    QCOMPARE(f.http.sentCount(), sent);
    QCOMPARE(f.renewalCount(), 0);
    f.profileAnswer.reset();
    f.clock.advance(6min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionProfile::s70DisprovedDoubtIsAskedAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("70: 400") << 400;
    QTest::newRow("70: 404") << 404;
    QTest::newRow("70: 405, which is no word on the account") << 405;
}

// The server came up by halves: what it said of the account was wrong, as the renewal proved.
void tst_SessionProfile::s70DisprovedDoubtIsAskedAgain()
{
    QFETCH(int, status);
    SessionFixture f;
    f.profileAnswer = apiError(status);
    f.start();
    f.signIn();
    f.clock.advance(3min);
    QCOMPARE(f.renewalCount(), status == 405 ? 0 : 1);
    QVERIFY(f.profileCount() > 2);
    QVERIFY(f.profileCount() <= 2 + 3 * 60 / 5);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.profileAnswer.reset();
    f.clock.advance(6min);
    QCOMPARE(loaded.size(), 1);
    f.profileAnswer = apiError(status);
    f.session->reloadProfile();
    f.clock.advance(1h);
    QVERIFY(f.renewalCount() <= 1); // once a day is enough
}

LATCHKEY_TEST(tst_SessionProfile, QCoreApplication)
#include "tst_sessionprofile.moc"
