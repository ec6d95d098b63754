#include "app/store/memorystore.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Verbs called from slots, answers that come when nobody wants them any more, and idle hours.
class tst_SessionCorners : public QObject
{
    Q_OBJECT
private slots:
    void signOutFromAnyChange_data();
    void signOutFromAnyChange();
    void idleWakesOnceAMinute_data();
    void idleWakesOnceAMinute();
    void lateWriteOfAnEarlierVisit();
    void notStayingOverALockedKeychain();
    void noKeychainTouchesNoDebts();
    void absentKeychainIsNotAChoice();
    void cancelAfterTheOldSessionDied();
    void keychainOpenedDuringASignIn();
    void tokenExpiredOnTheWay();
    void clockSetDuringASignIn();
    void refusedRenewalIsNotAMissingAccount();
};

void tst_SessionCorners::signOutFromAnyChange_data()
{
    QTest::addColumn<int>("change"); // the how many-th change of the session's life
    for (int change = 1; change <= 12; ++change)
        QTest::addRow("change %d", change) << change;
}

void tst_SessionCorners::signOutFromAnyChange()
{
    QFETCH(int, change);
    SessionFixture f;
    f.session = std::make_unique<Session>(Session::Parts{f.api, f.store, f.preferences, f.clock},
                                          QStringLiteral("default"));
    int seen = 0;
    int signedOut = 0;
    bool alive = false; // a session was there to sign out of
    connect(f.session.get(), &Session::signedOut, this, [&] { ++signedOut; });
    connect(f.session.get(), &Session::changed, this, [&](const SessionStatus &status) {
        if (++seen != change)
            return;
        alive = status.state == SessionState::SignedIn || status.state == SessionState::Renewing;
        f.session->signOut();
    });
    f.session->useServer(f.server, false);
    settle();
    f.signIn();
    f.session->renewNow();
    f.clock.advance(10s);
    if (!alive)
        f.session->signOut();
    settle();
    QCOMPARE(signedOut, 1);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void tst_SessionCorners::idleWakesOnceAMinute_data()
{
    QTest::addColumn<qint64>("awayHours"); // between the last run and this one
    QTest::addColumn<int>("state");
    QTest::newRow("signed in") << 1LL << static_cast<int>(SessionState::SignedIn);
    QTest::newRow("not renewable") << 24LL << static_cast<int>(SessionState::NotRenewable);
    QTest::newRow("ended") << 24LL * 21 << static_cast<int>(SessionState::Ended);
}

void tst_SessionCorners::idleWakesOnceAMinute()
{
    QFETCH(qint64, awayHours);
    QFETCH(int, state);
    SessionFixture f;
    f.signInAndQuit(std::chrono::hours(awayHours));
    f.start();
    f.clock.advance(1min);
    QCOMPARE(static_cast<int>(f.state()), state);
    const int before = f.clock.wakeUps();
    f.clock.advance(30min);
    QVERIFY2(f.clock.wakeUps() - before <= 31,
             qPrintable(QString::number(f.clock.wakeUps() - before)));
}

void tst_SessionCorners::lateWriteOfAnEarlierVisit()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.store.writeMode = FakeStore::Mode::Held;
    f.session->renewNow();
    f.clock.advance(100ms);
    f.store.writeMode = FakeStore::Mode::Works;
    f.session->useServer(*ServerAddress::parse(QStringLiteral("https://b.example")), false);
    settle();
    f.session->useServer(f.server, false); // and back
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.store.release(); // the write of before ends now: nobody signed out
    settle();
    QCOMPARE(f.store.items.size(), 1);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionCorners::notStayingOverALockedKeychain()
{
    SessionFixture f;
    f.startLocked();
    f.session->signInWithoutKeychain();
    f.signIn(Maria, false);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.store.setState(KeychainState::Ready);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn); // his is not hers to take
    QCOMPARE(f.session->status().email, John);
    QCOMPARE(f.store.items.keys(), QStringList{f.keyOf(John)});
}

void tst_SessionCorners::noKeychainTouchesNoDebts()
{
    SessionFixture f;
    f.signOutInVain();
    const auto debts = f.preferences.pendingDeletes();
    QCOMPARE(debts.size(), 1);

    MemoryStore memory; // a run with --no-keychain in between
    f.session = std::make_unique<Session>(Session::Parts{f.api, memory, f.preferences, f.clock},
                                          QStringLiteral("default"));
    f.session->useServer(*ServerAddress::parse(QStringLiteral("https://b.example")), false);
    settle();
    f.session->useServer(f.server, false);
    settle();
    f.signIn();
    QCOMPARE(f.session->status().saving, Saving::NoStore);
    QCOMPARE(f.preferences.pendingDeletes(), debts);

    f.store.removeMode = FakeStore::Mode::Works;
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionCorners::absentKeychainIsNotAChoice()
{
    SessionFixture f;
    f.store.setState(KeychainState::Absent);
    f.start();
    f.signIn(false); // the form's box is off, for want of a keychain
    QVERIFY(f.preferences.staySignedIn());
}

void tst_SessionCorners::cancelAfterTheOldSessionDied()
{
    SessionFixture f;
    f.accessLife = 2h;
    f.refreshLife = 1h;
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(90min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.holdLogins = true;
    f.signIn();
    f.clock.advance(1h);
    QCOMPARE(f.state(), SessionState::SigningIn);
    f.session->cancelSignIn();
    settle();
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
}

void tst_SessionCorners::keychainOpenedDuringASignIn()
{
    SessionFixture f;
    f.startLocked();
    QCOMPARE(f.state(), SessionState::WaitingForKeychain);
    f.holdLogins = true;
    f.signIn();
    f.store.setState(KeychainState::Ready);
    settle();
    f.session->cancelSignIn();
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn); // the stored session, not a wait without end
}

void tst_SessionCorners::tokenExpiredOnTheWay()
{
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(59min);
    // Sent with a good token, refused because it died before it arrived.
    f.http.setResponder([&, first = true](const HttpRequest &request) mutable {
        if (request.url.path().endsWith(u"/auth/refresh-token"))
            return std::optional(jsonReply(201, tokenBody(f.clock.wall(), 1h, 480h, 9)));
        if (std::exchange(first, false)) {
            f.clock.sleep(5min);
            return std::optional(jsonReply(401, R"({"message":"Unauthorized","statusCode":401})"));
        }
        return std::optional(jsonReply(200, profileBody()));
    });
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    f.clock.advance(6min);
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionCorners::clockSetDuringASignIn()
{
    SessionFixture f;
    f.start();
    f.holdLogins = true;
    f.signIn();
    const WallTime server = f.clock.wall();
    f.setComputersClock(24h);
    f.http.answerNext(jsonReply(201, tokenBody(server, f.accessLife, f.refreshLife)));
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(*f.session->status().refreshExpiry, f.clock.wall() + 10h);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

// A 400 to the profile means that the account is gone; a 400 to a renewal does not.
void tst_SessionCorners::refusedRenewalIsNotAMissingAccount()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = jsonReply(400, R"({"message":"no","statusCode":400})");
    f.session->renewNow();
    f.clock.advance(10s); // refused, and confirmed
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.clock.sleep(21 * 24h); // past the access token too, and nobody has noticed yet
    f.session->reloadProfile();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::Ended);
    QVERIFY(f.session->status().endReason != EndReason::AccountGone);
}

LATCHKEY_TEST(tst_SessionCorners, QCoreApplication)
#include "tst_sessioncorners.moc"
