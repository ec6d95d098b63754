#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

class tst_SessionSignIn : public QObject
{
    Q_OBJECT
private slots:
    void firstStartIsSignedOut();
    void signInGivesProfileAndSavesThePair();
    void busyAtOnceAndOneRequest();
    void failureKeepsTheState_data();
    void failureKeepsTheState();
    void cancelDropsTheLateAnswer();
    void notStayingLeavesNothingStored();
    void secondPersonReplacesTheFirst();
    void emailIsRememberedUnlessUnwanted();
    void profileErrors_data();
    void profileErrors();
    void everyTransitionHasACauseAndATime();
};

void tst_SessionSignIn::firstStartIsSignedOut()
{
    SessionFixture f;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.http.sentCount(), 0);
    QCOMPARE(f.store.writes, 0);
}

void tst_SessionSignIn::signInGivesProfileAndSavesThePair()
{
    SessionFixture f;
    f.start();
    QSignalSpy profile(f.session.get(), &Session::profileLoaded);
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(profile.size(), 1);
    QCOMPARE(profile.first().first().value<Profile>().email, QStringLiteral("john@mail.com"));
    QCOMPARE(f.loginCount(), 1); // 28: a 201 is as good as a 200
    const SessionStatus status = f.session->status();
    QCOMPARE(status.saving, Saving::Saved);
    QCOMPARE(status.email, QStringLiteral("john@mail.com"));
    QCOMPARE(*status.refreshExpiry, f.clock.wall() + 10h);
    QCOMPARE(*status.accessExpiry, f.clock.wall() + 20 * 24h);
    QCOMPARE(f.store.items.size(), 1);
    const auto stored = decodeSession(*f.store.items.begin(), f.server);
    QVERIFY(stored);
    QCOMPARE(stored->email, QStringLiteral("john@mail.com"));
    QVERIFY(f.http.lastSent().bearer.sameAs(stored->tokens.access));
}

void tst_SessionSignIn::busyAtOnceAndOneRequest()
{
    SessionFixture f;
    f.start();
    f.holdLogins = true;
    f.session->signIn({QStringLiteral("a@b.c"), Secret(QByteArrayView("x"))}, true);
    QCOMPARE(f.state(), SessionState::SigningIn); // before the event loop has turned
    f.signIn();
    settle();
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionSignIn::failureKeepsTheState_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, int status, TransportFailure failure, ErrorCode code) {
        QTest::newRow(name) << status << static_cast<int>(failure) << static_cast<int>(code);
    };
    row("63: wrong password", 401, TransportFailure::None, ErrorCode::InvalidCredentials);
    row("forbidden", 403, TransportFailure::None, ErrorCode::Forbidden);
    row("rate limited", 429, TransportFailure::None, ErrorCode::TooManyRequests);
    row("server fault", 500, TransportFailure::None, ErrorCode::ServerFault);
    row("offline", 0, TransportFailure::Offline, ErrorCode::Offline);
    row("time-out", 0, TransportFailure::TimedOut, ErrorCode::TimedOut);
    row("cut", 0, TransportFailure::Interrupted, ErrorCode::Interrupted);
}

void tst_SessionSignIn::failureKeepsTheState()
{
    QFETCH(int, status);
    QFETCH(int, failure);
    QFETCH(int, code);
    SessionFixture f;
    f.start();
    f.loginAnswer = status ? apiError(status) : failedReply(static_cast<TransportFailure>(failure));
    QSignalSpy failed(f.session.get(), &Session::signInFailed);
    f.signIn();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(static_cast<int>(failed.first().first().value<Error>().code), code);
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.clock.advance(10min);
    QCOMPARE(f.loginCount(), 1); // no automatic retry
    QCOMPARE(f.renewalCount(), 0); // 36
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionSignIn::cancelDropsTheLateAnswer()
{
    SessionFixture f;
    f.start();
    f.holdLogins = true;
    f.signIn();
    QSignalSpy cancelled(f.session.get(), &Session::signInCancelled);
    f.session->cancelSignIn();
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.http.pendingCount(), 0);
    settle();
    QVERIFY(f.store.items.isEmpty());
    f.holdLogins = false;
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionSignIn::notStayingLeavesNothingStored()
{
    SessionFixture f;
    f.start();
    f.signIn();
    QCOMPARE(f.store.items.size(), 1);
    f.session->signOut();
    settle();
    f.signIn(false);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().saving, Saving::NotWanted);
    f.clock.advance(3h); // a renewal does not save it either
    QVERIFY(f.renewalCount() > 0);
    QVERIFY(f.store.items.isEmpty());
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void tst_SessionSignIn::secondPersonReplacesTheFirst()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.session->signOut();
    settle();
    f.session->signIn({QStringLiteral("maria@mail.com"), Secret(QByteArrayView("12345"))}, true);
    settle();
    QCOMPARE(f.session->status().email, QStringLiteral("maria@mail.com"));
    const auto stored = decodeSession(*f.store.items.begin(), f.server);
    QCOMPARE(stored->email, QStringLiteral("maria@mail.com"));
}

void tst_SessionSignIn::emailIsRememberedUnlessUnwanted()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.session->signOut();
    settle();
    QCOMPARE(f.session->status().email, QStringLiteral("john@mail.com"));
    Settings settings = f.preferences.settings();
    settings.rememberEmail = false;
    f.preferences.setSettings(settings);
    f.signIn();
    f.session->signOut();
    settle();
    QCOMPARE(f.session->status().email, QString());
}

void tst_SessionSignIn::profileErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, int status, ErrorCode code, SessionState state) {
        QTest::newRow(name) << status << static_cast<int>(code) << static_cast<int>(state);
    };
    row("forbidden keeps the session", 403, ErrorCode::Forbidden, SessionState::SignedIn);
    row("server fault keeps the session", 500, ErrorCode::ServerFault, SessionState::SignedIn);
    row("rate limit keeps the session", 429, ErrorCode::TooManyRequests, SessionState::SignedIn);
}

void tst_SessionSignIn::profileErrors()
{
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(int, state);
    SessionFixture f;
    f.start();
    f.profileAnswer = apiError(status);
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.signIn();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(static_cast<int>(failed.first().first().value<Error>().code), code);
    QCOMPARE(static_cast<int>(f.state()), state);
    f.profileAnswer.reset();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionSignIn::everyTransitionHasACauseAndATime()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.session->signOut();
    settle();
    const QList<Transition> seen = f.session->transitions();
    QCOMPARE(seen.size(), 4); // Starting is where it begins
    QCOMPARE(seen.at(0).to, SessionState::SignedOut);
    QCOMPARE(seen.at(1).to, SessionState::SigningIn);
    QCOMPARE(seen.at(2).to, SessionState::SignedIn);
    QCOMPARE(seen.at(3).to, SessionState::SignedOut);
    QCOMPARE(seen.at(3).cause, Cause::User);
    QCOMPARE(seen.at(3).at, f.clock.wall());
}

LATCHKEY_TEST(tst_SessionSignIn, QCoreApplication)
#include "tst_sessionsignin.moc"
