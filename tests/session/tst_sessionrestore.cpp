#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

// Every state the session passes through, in order, as the person's window sees it.
QList<SessionState> statesSeen(QSignalSpy &spy)
{
    QList<SessionState> states;
    for (const QList<QVariant> &arguments : spy) {
        const SessionState state = arguments.first().value<SessionStatus>().state;
        if (states.isEmpty() || states.last() != state)
            states.append(state);
    }
    return states;
}

} // namespace

class tst_SessionRestore : public QObject
{
    Q_OBJECT
private slots:
    void restartRestoresWithoutALogin();
    void neverAFlashOfTheSignInForm();
    void s3RefreshTokenDeadAccessTokenGood();
    void s12AccessTokenDeadIsRenewedFirst();
    void s5BothDeadAsksForThePasswordOnly();
    void offlineKeepsTheSession();
    void s20OfflineWithADeadAccessTokenKeepsTrying();
    void uselessItem_data();
    void uselessItem();
    void revokedWhileAway();
    void s61DeletedUser();
    void otherServerHasItsOwnSession();
};

void tst_SessionRestore::restartRestoresWithoutALogin()
{
    SessionFixture f;
    f.signInAndQuit(1h);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, QStringLiteral("john@mail.com"));
    QCOMPARE(f.loginCount(), 1);
    QCOMPARE(f.profileCount(), 2);
    QCOMPARE(*f.session->status().refreshExpiry, f.clock.wall() + 9h);
}

void tst_SessionRestore::neverAFlashOfTheSignInForm()
{
    SessionFixture f;
    f.signInAndQuit(0ms);
    f.session = std::make_unique<Session>(Session::Parts{f.api, f.store, f.preferences, f.clock},
                                          QStringLiteral("default"));
    QSignalSpy changed(f.session.get(), &Session::changed);
    f.session->useServer(f.server, false);
    settle();
    const QList<SessionState> expected{SessionState::Starting, SessionState::Restoring,
                                       SessionState::SignedIn};
    QCOMPARE(statesSeen(changed), expected);
}

void tst_SessionRestore::s3RefreshTokenDeadAccessTokenGood()
{
    SessionFixture f;
    f.signInAndQuit(24h);
    f.start();
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.renewalCount(), 0);
    QCOMPARE(*f.session->status().accessExpiry, f.clock.wall() + 19 * 24h);
    // 4: signing in again works from there, and the old session goes on meanwhile.
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionRestore::s12AccessTokenDeadIsRenewedFirst()
{
    SessionFixture f;
    f.swapLives();
    f.signInAndQuit(2h);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.profileCount(), 2); // none was sent with the dead token
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionRestore::s5BothDeadAsksForThePasswordOnly()
{
    SessionFixture f;
    f.signInAndQuit(0ms);
    const int before = f.http.sentCount();
    f.clock.advance(21 * 24h);
    f.start();
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
    QCOMPARE(f.session->status().email, QStringLiteral("john@mail.com"));
    QCOMPARE(*f.session->status().endedAt, f.clock.wall() - 24h);
    QCOMPARE(f.http.sentCount(), before);
}

void tst_SessionRestore::offlineKeepsTheSession()
{
    SessionFixture f;
    f.signInAndQuit();
    f.profileAnswer = failedReply(TransportFailure::Offline);
    f.start();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.size(), 1);
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.session->reloadProfile();
    settle();
    QCOMPARE(failed.size(), 1);
}

void tst_SessionRestore::s20OfflineWithADeadAccessTokenKeepsTrying()
{
    SessionFixture f;
    f.swapLives();
    f.signInAndQuit(2h);
    f.renewalAnswer = failedReply(TransportFailure::HostNotFound);
    f.start();
    f.clock.advance(3min);
    QCOMPARE(f.state(), SessionState::Restoring);
    QVERIFY(f.renewalCount() > 1);
    f.renewalAnswer.reset();
    f.clock.advance(10min);
    QCOMPARE(f.state(), SessionState::SignedIn); // scenario 20
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionRestore::uselessItem_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<bool>("told");
    QTest::newRow("47: not JSON") << QByteArray("\x00\x01garbage") << true;
    QTest::newRow("47: cut") << QByteArray(R"({"version":1,"serv)") << true;
    QTest::newRow("47: empty object") << QByteArray("{}") << true;
    QTest::newRow("47: nothing at all") << QByteArray() << true;
    QTest::newRow("47: older schema") << QByteArray(R"({"version":0})") << true;
}

void tst_SessionRestore::uselessItem()
{
    QFETCH(QByteArray, item);
    SessionFixture f;
    f.start();
    f.signIn();
    const QString key = f.store.items.begin().key();
    f.quit();
    f.store.items.insert(key, Secret(item));
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QTEST(f.session->status().keychain == KeychainTrouble::Corrupt, "told");
    QVERIFY(f.store.items.value(key).sameAs(Secret(item)));
    f.signIn(); // 55: no loop, simply written anew
    QCOMPARE(f.store.items.size(), 1);
}

void tst_SessionRestore::revokedWhileAway()
{
    SessionFixture f;
    f.signInAndQuit();
    f.profileAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    f.renewalAnswer
        = jsonReply(401, R"({"message":"Invalid","error":"Unauthorized","statusCode":401})");
    f.start();
    QCOMPARE(f.state(), SessionState::Restoring); // 25: one refusal is not believed yet
    f.clock.advance(1min);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Refused);
    QVERIFY(f.session->status().accessExpiry); // X2 says how long it was due to last
    QVERIFY(f.store.items.isEmpty());
    const int sent = f.http.sentCount();
    f.clock.advance(1h);
    QCOMPARE(f.http.sentCount(), sent); // 61: no busy loop
}

void tst_SessionRestore::s61DeletedUser()
{
    SessionFixture f;
    f.signInAndQuit(0ms);
    f.profileAnswer = jsonReply(400, R"({"name":"EntityNotFoundError","message":"no such user"})");
    f.renewalAnswer = apiError(401);
    f.start();
    QCOMPARE(f.state(), SessionState::Restoring); // neither answer alone is believed
    f.clock.advance(20s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::AccountGone);
}

void tst_SessionRestore::otherServerHasItsOwnSession()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const auto other = *ServerAddress::parse(QStringLiteral("https://other.example.com"));
    f.session->useServer(other, false);
    settle();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.store.items.size(), 1); // the first server's item is kept
    f.session->useServer(f.server, false);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

LATCHKEY_TEST(tst_SessionRestore, QCoreApplication)
#include "tst_sessionrestore.moc"
