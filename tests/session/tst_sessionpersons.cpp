#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// One person after another, sign-ins that are refused, and verbs called from the session's own
// signals.
class tst_SessionPersons : public QObject
{
    Q_OBJECT
private slots:
    void s28AnySuccessIsASuccess_data();
    void s28AnySuccessIsASuccess();
    void s32CooldownDiesWithItsToken_data();
    void s32CooldownDiesWithItsToken();
    void s36RefusedLoginNeverRenews();
    void s36RefusedRenewalNeverRenews();
    void s39RenewalOfThePersonBefore();
    void s39WriteOfThePersonBefore();
    void s40VerbFromASlot_data();
    void s40VerbFromASlot();
    void s59ProfileOfThePersonBefore();
    void s60OneEndingForAll();
    void s61DeletedUserIsNotAskedAfterAgain();
    void s63WrongPasswordIsOneRequest();
};

void tst_SessionPersons::s28AnySuccessIsASuccess_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 202, 203, 299})
        QTest::addRow("28: %d", status) << status;
}

void tst_SessionPersons::s28AnySuccessIsASuccess()
{
    QFETCH(int, status);
    SessionFixture f;
    f.start();
    f.loginAnswer = f.renewalAnswer = f.pairReply(status);
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.session->status().renewals, 1);
}

void tst_SessionPersons::s32CooldownDiesWithItsToken_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::newRow("32: Retry-After of an hour") << 429 << QByteArray("3600");
    QTest::newRow("32: backoff") << 500 << QByteArray();
    QTest::newRow("32: a refusal to be confirmed") << 401 << QByteArray();
}

void tst_SessionPersons::s32CooldownDiesWithItsToken()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    SessionFixture f;
    f.unitRandom = [] { return 1.0; };
    f.start();
    f.signIn();
    HttpReply answer = jsonReply(status, "{}");
    answer.headers.insert("retry-after", retryAfter);
    f.renewalAnswer = answer;
    f.session->renewNow();
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 1);
    f.session->signOut();
    f.signIn(Maria);
    f.renewalAnswer.reset();
    f.session->renewNow();
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 2); // hers, at once
    QVERIFY(!f.session->status().renewalError);
    f.clock.advance(1h);
    QCOMPARE(f.renewalCount(), 2); // and nothing of his is still due
}

void tst_SessionPersons::s36RefusedLoginNeverRenews()
{
    SessionFixture f;
    f.signInAndQuit(11h);
    f.start();
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.loginAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    QSignalSpy failed(f.session.get(), &Session::signInFailed);
    f.signIn();
    f.clock.advance(10min);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::InvalidCredentials);
    QCOMPARE(f.renewalCount(), 0);
    QCOMPARE(f.loginCount(), 2);
    QCOMPARE(f.state(), SessionState::NotRenewable); // the old session goes on
}

void tst_SessionPersons::s36RefusedRenewalNeverRenews()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    f.session->renewNow();
    f.clock.advance(4s);
    QCOMPARE(f.renewalCount(), 1); // not at once, as after a 401 to any other call
    f.clock.advance(9h);
    QCOMPARE(f.renewalCount(), 2); // the one confirmation (25)
}

void tst_SessionPersons::s39RenewalOfThePersonBefore()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdARenewal();
    f.clock.advance(10ms);
    QCOMPARE(f.http.pendingCount(), 1);
    f.session->signOut();
    QCOMPARE(f.http.pendingCount(), 0); // aborted: its answer can reach nobody
    f.signIn(Maria);
    QCOMPARE(f.session->status().email, Maria);
    QCOMPARE(f.stored().email, Maria);
    const Secret hers = f.stored().tokens.access;
    f.clock.advance(1h);
    QVERIFY(f.stored().tokens.access.sameAs(hers));
    f.session->reloadProfile();
    settle();
    QVERIFY(f.http.lastSent().bearer.sameAs(hers));
}

void tst_SessionPersons::s39WriteOfThePersonBefore()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.writeMode = f.store.removeMode = FakeStore::Mode::Held;
    f.session->renewNow();
    f.clock.advance(10ms);
    QCOMPARE(f.store.heldCount(), 1); // his new pair, on its way into the keychain
    QSignalSpy signedOut(f.session.get(), &Session::signedOut);
    f.session->signOut();
    f.signIn(Maria);
    while (f.store.heldCount() > 0) {
        f.store.release(); // in the order they were made
        settle();
    }
    QCOMPARE(f.session->status().email, Maria);
    QCOMPARE(f.stored().email, Maria);
    QCOMPARE(signedOut.size(), 1);
    f.store.writeMode = f.store.removeMode = FakeStore::Mode::Works;
    f.restart();
    QCOMPARE(f.session->status().email, Maria);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionPersons::s40VerbFromASlot_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<int>("expected");
    const char *const names[] = {"40: signs out",          "40: reloads the profile",
                                 "40: renews again",       "40: turns to the server again",
                                 "40: opens the keychain", "40: changes the settings",
                                 "40: prepares for a gap", "40: sees every occasion"};
    for (int verb = 0; verb < 8; ++verb)
        QTest::newRow(names[verb])
            << verb
            << static_cast<int>(verb == 0 ? SessionState::SignedOut : SessionState::SignedIn);
}

void tst_SessionPersons::s40VerbFromASlot()
{
    QFETCH(int, verb);
    QFETCH(int, expected);
    SessionFixture f;
    f.start();
    const auto act = [&f, this, verb] {
        const std::function<void()> verbs[]
            = {[&] { f.session->signOut(); },
               [&] { f.session->reloadProfile(); },
               [&] { f.session->renewNow(); },
               [&] { f.session->useServer(f.server, false); },
               [&] { f.session->openKeychain(); },
               [&] { f.session->setRenewalSettings({.usedShare = 0.05, .lead = {}}); },
               [&] { f.session->prepareForGap(Cause::User, 1s, this, [] {}); },
               [&] {
                   f.session->resumed();
                   f.session->reconnected();
                   f.session->activated();
                   f.session->clockMayHaveChanged();
               }};
        verbs[verb]();
    };
    f.signIn();
    int calls = 0; // bounded, or "renews again" would go on for ever, two seconds apart
    const auto once = [&] {
        if (++calls <= 3)
            act();
    };
    connect(f.session.get(), &Session::renewed, this, once);
    connect(f.session.get(), &Session::profileLoaded, this, once);
    f.session->renewNow();
    f.clock.advance(1s);
    f.session->reloadProfile();
    f.clock.advance(1min);
    QVERIFY(calls >= 1);
    QCOMPARE(static_cast<int>(f.state()), expected);
    QCOMPARE(f.store.items.size(), expected == static_cast<int>(SessionState::SignedIn) ? 1 : 0);
    QVERIFY(f.renewalCount() <= 4);
}

void tst_SessionPersons::s59ProfileOfThePersonBefore()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.http.setResponder([&](const HttpRequest &request) -> std::optional<HttpReply> {
        if (request.url.path().endsWith(u"/auth/profile"))
            return std::nullopt;
        return f.pairReply();
    });
    f.session->reloadProfile();
    f.session->signOut();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.signIn(Maria);
    QCOMPARE(f.http.pendingCount(), 1); // hers alone
    QVERIFY(f.http.lastSent().bearer.sameAs(f.stored().tokens.access));
    f.http.answerNext(f.profileReply());
    settle();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(f.session->status().email, Maria);
    QCOMPARE(f.preferences.email(), Maria);
}

void tst_SessionPersons::s60OneEndingForAll()
{
    SessionFixture f;
    f.accessLife = 1h;
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(61min);
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    for (int i = 0; i < 5; ++i)
        f.session->reloadProfile();
    f.clock.advance(10min);
    int endings = 0;
    for (const Transition &step : f.session->transitions())
        endings += step.to == SessionState::Ended ? 1 : 0;
    QCOMPARE(endings, 1);
    QVERIFY(failed.size() <= 2); // the outage, and the refusal that is being confirmed
    const int sent = f.http.sentCount();
    f.clock.advance(1h);
    QCOMPARE(f.http.sentCount(), sent);
    f.renewalAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.signIn(); // what was wanted is loaded again after the sign-in
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionPersons::s61DeletedUserIsNotAskedAfterAgain()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = jsonReply(400, R"({"message":"EntityNotFoundError","statusCode":400})");
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    f.session->renewNow(); // both answers, whichever comes first
    f.session->reloadProfile();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::AccountGone);
    QCOMPARE(f.session->status().email, John);
    QVERIFY(f.store.items.isEmpty());
    const int sent = f.http.sentCount();
    QVERIFY(sent <= 6); // sign-in and its profile, two renewals, two profiles
    f.clock.advance(24h);
    QCOMPARE(f.http.sentCount(), sent);
}

void tst_SessionPersons::s63WrongPasswordIsOneRequest()
{
    SessionFixture f;
    f.start();
    f.loginAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    QSignalSpy failed(f.session.get(), &Session::signInFailed);
    f.signIn();
    f.clock.advance(24h);
    QCOMPARE(f.http.sentCount(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::InvalidCredentials);
    QCOMPARE(f.state(), SessionState::SignedOut);
}

LATCHKEY_TEST(tst_SessionPersons, QCoreApplication)
#include "tst_sessionpersons.moc"
