#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Scenario 61: is the account gone? The profile alone cannot say so: the renewal must be refused
// too.
class tst_SessionAccount : public QObject
{
    Q_OBJECT
private slots:
    void s61RefusedToo_data();
    void s61RefusedToo();
    void s61RenewalWorks_data() { rowsOfProfiles(); }
    void s61RenewalWorks();
    void s61RenewalCannotBeAsked_data() { rowsOfProfiles(); }
    void s61RenewalCannotBeAsked();
    void s65MixedWordsConfirmNothing_data();
    void s65MixedWordsConfirmNothing();
    void s65ProfileInBetweenTakesItBack();
    void s66NewerPairBeforeTheAccountIsGone_data();
    void s66NewerPairBeforeTheAccountIsGone();
    void s66NewerPairWhereNothingIsRenewed_data() { rowsOfProfiles(); }
    void s66NewerPairWhereNothingIsRenewed();
    void s65RefusedRenewalToAPatientCall_data();
    void s65RefusedRenewalToAPatientCall();

private:
    static void rowsOfProfiles();
};

namespace
{

struct Shape {
    const char *name;
    int status;
    const char *body;
};

constexpr Shape Shapes[] = {
    {"61: the deleted user's shape", 400,
     R"({"path":"/api/v1/auth/profile","name":"EntityNotFoundError","message":"Could not find it"})"},
    {"61: 400 in the API's JSON", 400, R"({"message":"Bad Request","statusCode":400})"},
    {"61: 404 in the API's JSON", 404, R"({"message":"Not Found","statusCode":404})"},
};

HttpReply refusal()
{
    return jsonReply(401, R"({"message":"Invalid","statusCode":401})");
}

HttpReply profileOfTheRow()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    return jsonReply(status, body);
}

} // namespace

void tst_SessionAccount::rowsOfProfiles()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    for (const Shape &shape : Shapes)
        QTest::newRow(shape.name) << shape.status << QByteArray(shape.body);
}

void tst_SessionAccount::s61RefusedToo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("atAStart");
    for (const bool atAStart : {false, true}) {
        for (const Shape &shape : Shapes)
            QTest::addRow("%s%s", shape.name, atAStart ? ", at a start" : "")
                << shape.status << QByteArray(shape.body) << atAStart;
    }
}

void tst_SessionAccount::s61RefusedToo()
{
    QFETCH(bool, atAStart);
    SessionFixture f;
    f.start();
    f.signIn();
    const int sentBefore = f.http.sentCount();
    f.profileAnswer = profileOfTheRow();
    f.renewalAnswer = refusal();
    if (atAStart)
        f.restart();
    else
        f.session->reloadProfile();
    settle();
    QVERIFY(f.state() != SessionState::Ended); // one answer is nobody's end
    QCOMPARE(f.store.items.size(), 1);
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::AccountGone);
    QVERIFY(f.store.items.isEmpty());
    const int sent = f.http.sentCount();
    QVERIFY2(sent - sentBefore <= 8, qPrintable(QString::number(sent - sentBefore)));
    f.clock.advance(24h);
    QCOMPARE(f.http.sentCount(), sent); // no busy loop, and none at all
}

void tst_SessionAccount::s61RenewalWorks()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = profileOfTheRow();
    const int sent = f.http.sentCount();
    f.session->reloadProfile();
    f.clock.advance(1h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.size(), 1);
    QVERIFY2(f.http.sentCount() - sent <= 60,
             qPrintable(QString::number(f.http.sentCount() - sent)));
    f.profileAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    f.clock.advance(5min);
    QVERIFY(!loaded.isEmpty());
}

void tst_SessionAccount::s61RenewalCannotBeAsked()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = profileOfTheRow();
    f.renewalAnswer = jsonReply(503, R"({"message":"later","statusCode":503})");
    f.session->reloadProfile();
    f.clock.advance(1h);
    QVERIFY(f.state() != SessionState::Ended);
    QCOMPARE(f.store.items.size(), 1);
    f.profileAnswer.reset();
    f.renewalAnswer.reset();
    f.clock.advance(6min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionAccount::s65MixedWordsConfirmNothing_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("65: 401, then 404") << 401 << 404;
    QTest::newRow("65: 404, then 401") << 404 << 401;
    QTest::newRow("65: 400, then 401") << 400 << 401;
}

// Nothing can be renewed any more, for it was refused.
void tst_SessionAccount::s65MixedWordsConfirmNothing()
{
    QFETCH(int, first);
    QFETCH(int, second);
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = apiError(401);
    f.session->renewNow();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.profileAnswer = apiError(first);
    f.session->reloadProfile();
    settle();
    f.profileAnswer = apiError(second);
    f.clock.advance(6s);
    QCOMPARE(f.state(), SessionState::NotRenewable); // each was said once
    QCOMPARE(f.store.items.size(), 1);
    f.clock.advance(6s);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason,
             second == 401 ? EndReason::Refused : EndReason::AccountGone);
}

// The server has just shown the account: what it said before is not half of a verdict any more.
void tst_SessionAccount::s65ProfileInBetweenTakesItBack()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = apiError(401);
    f.session->renewNow();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    for (const Milliseconds pause : {Milliseconds(24h), Milliseconds(0)}) {
        f.profileAnswer = apiError(404);
        f.session->reloadProfile();
        f.clock.advance(1s);
        f.profileAnswer.reset();
        f.clock.advance(10s + pause);
    }
    QCOMPARE(loaded.size(), 2);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.store.items.size(), 1);
}

void tst_SessionAccount::s66NewerPairBeforeTheAccountIsGone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isOut"); // the confirming renewal, when the other process stores
    QTest::addColumn<bool>("accessDies"); // while the renewal is asked
    for (const Shape &shape : Shapes) {
        for (const bool isOut : {false, true}) {
            for (const bool dies : {false, true})
                QTest::addRow("%s, %s, access token %s", shape.name,
                              isOut ? "the confirmation is out" : "between the refusals",
                              dies ? "dies" : "lives")
                    << shape.status << QByteArray(shape.body) << isOut << dies;
        }
    }
}

// What is refused is the pair that another process has replaced: that says nothing of the account.
void tst_SessionAccount::s66NewerPairBeforeTheAccountIsGone()
{
    QFETCH(bool, isOut);
    QFETCH(bool, accessDies);
    SessionFixture f;
    f.signInAWhileAgo(accessDies);
    f.profileAnswer = profileOfTheRow();
    f.renewalAnswer = refusal();
    f.session->reloadProfile();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
    f.holdRenewals = isOut;
    f.clock.advance(isOut ? 6s : 3s);
    QCOMPARE(f.renewalCount(), isOut ? 2 : 1);
    const Tokens theirs = f.anotherStores().tokens;
    f.profileAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    if (isOut)
        f.http.answerNext(QStringLiteral("/auth/refresh-token"), refusal());
    f.clock.advance(6min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.hasEnded());
    QCOMPARE(f.renewalCount(), isOut ? 2 : 1); // theirs is as good as a renewal
    QVERIFY(f.stored().tokens.access.sameAs(theirs.access));
    QVERIFY(!loaded.isEmpty());
    QCOMPARE(f.loginCount(), 1);
}

// The renewal was refused long ago, and the account has just been denied twice: to the old token.
void tst_SessionAccount::s66NewerPairWhereNothingIsRenewed()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = refusal();
    f.session->renewNow();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    const HttpReply denial = profileOfTheRow();
    f.profileAnswer = denial;
    const int before = f.profileCount();
    f.session->reloadProfile();
    f.clock.advance(4s);
    const Tokens theirs = f.anotherStores().tokens;
    f.http.setResponder([&](const HttpRequest &request) {
        const bool isOld = !request.bearer.sameAs(theirs.access);
        return std::optional(isOld ? denial : f.profileReply());
    });
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.hasEnded());
    QCOMPARE(f.profileCount(), before + 3); // denied, denied again, and shown
    QVERIFY(f.stored().tokens.access.sameAs(theirs.access));
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionAccount::s65RefusedRenewalToAPatientCall_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<ErrorCode>("told");
    for (const int status : {400, 401, 403, 404}) {
        const ErrorCode told = status == 404 ? ErrorCode::NotFound : ErrorCode::Unauthorized;
        QTest::addRow("65: %d once", status) << status << false << told;
        QTest::addRow("65: %d, then refused", status) << status << true << told;
    }
}

// A profile waits for a renewal, which fails so late that the call is answered before the next try.
// It has not been sent: nobody has said anything of the account.
void tst_SessionAccount::s65RefusedRenewalToAPatientCall()
{
    QFETCH(int, status);
    QFETCH(bool, refused);
    SessionFixture f;
    f.swapLives();
    f.unitRandom = [] { return 1.0; };
    f.signInAndQuit(2h);
    const int profiles = f.profileCount();
    f.holdRenewals = true;
    f.start();
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.clock.advance(28s + 500ms);
    f.http.answerNext(QStringLiteral("/auth/refresh-token"), apiError(status));
    f.clock.advance(1500ms);
    QCOMPARE(failed.size(), 1);
    QTEST(failed.first().first().value<Error>().code, "told");
    f.holdRenewals = false;
    if (refused)
        f.renewalAnswer = apiError(status == 404 ? 401 : status);
    f.clock.advance(20s);
    QCOMPARE(f.profileCount(), refused ? profiles : profiles + 1); // asked for by itself
    QCOMPARE(f.state(), refused ? SessionState::Ended : SessionState::SignedIn);
    QCOMPARE(f.session->status().endReason, refused ? EndReason::Refused : EndReason::None);
}

LATCHKEY_TEST(tst_SessionAccount, QCoreApplication)
#include "tst_sessionaccount.moc"
