#include "tests/session/logcatcher.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <QLoggingCategory>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;

// What is there after a restart, however the last run ended.
class tst_SessionPersistence : public QObject
{
    Q_OBJECT
private slots:
    void s1BothExpiriesAreStored();
    void s37NothingComesBackAfterARestart();
    void s44KilledBeforeTheWriteEnded_data();
    void s44KilledBeforeTheWriteEnded();
    void s45NewPairIsUsedFromMemory();
    void s53QuitDuringAnyCall_data();
    void s53QuitDuringAnyCall();
    void s55ItemThatCannotBeDecrypted_data();
    void s55ItemThatCannotBeDecrypted();
    void s58OfTwoAccounts();
    void s62NothingSecretIsLogged();
};

void tst_SessionPersistence::s1BothExpiriesAreStored()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(9h);
    const SessionStatus before = f.session->status();
    QVERIFY(before.renewals >= 3);
    f.profileAnswer = failedReply(TransportFailure::Offline); // only the keychain tells
    f.restart();
    const SessionStatus after = f.session->status();
    QVERIFY(std::chrono::abs(*after.accessExpiry - *before.accessExpiry) < 1s);
    QVERIFY(std::chrono::abs(*after.refreshExpiry - *before.refreshExpiry) < 1s);
}

void tst_SessionPersistence::s37NothingComesBackAfterARestart()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdARenewal();
    f.clock.advance(10ms);
    f.session->signOut();
    f.clock.advance(1min);
    QCOMPARE(f.http.pendingCount(), 0);
    QVERIFY(f.store.items.isEmpty());
    const int sent = f.http.sentCount();
    f.restart();
    f.clock.advance(1h);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.http.sentCount(), sent);
}

void tst_SessionPersistence::s44KilledBeforeTheWriteEnded_data()
{
    QTest::addColumn<bool>("rotates");
    QTest::addColumn<bool>("accessAlive");
    QTest::addColumn<int>("state");
    QTest::newRow("44: the old refresh token still works")
        << false << true << static_cast<int>(SessionState::SignedIn);
    QTest::newRow("44: it still works, access token dead")
        << false << false << static_cast<int>(SessionState::SignedIn);
    QTest::newRow("44: rotating server: the loss is recognised")
        << true << true << static_cast<int>(SessionState::NotRenewable);
    QTest::newRow("44: rotating server, access token dead: only then a login")
        << true << false << static_cast<int>(SessionState::Ended);
}

void tst_SessionPersistence::s44KilledBeforeTheWriteEnded()
{
    QFETCH(bool, rotates);
    QFETCH(bool, accessAlive);
    QFETCH(int, state);
    SessionFixture f;
    f.accessLife = accessAlive ? Milliseconds(20 * 24h) : Milliseconds(1h);
    f.refreshLife = 20 * 24h;
    f.start();
    f.signIn();
    const Secret old = *f.store.items.begin();
    f.clock.sleep(30min);
    f.store.writeMode = Mode::Silent;
    f.session->renewNow();
    f.clock.advance(100ms);
    QCOMPARE(f.renewalCount(), 1);
    f.quit(); // killed here: no destructor of the keychain's writes anything
    QVERIFY(f.store.items.begin()->sameAs(old));
    f.store.writeMode = Mode::Works;
    f.clock.advance(40min);
    if (rotates)
        f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    f.start();
    f.session->renewNow();
    f.clock.advance(1min);
    QCOMPARE(static_cast<int>(f.state()), state);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionPersistence::s45NewPairIsUsedFromMemory()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const Secret old = f.stored().tokens.access;
    f.store.writeMode = Mode::Fails;
    f.session->renewNow();
    f.clock.advance(100ms);
    QCOMPARE(f.session->status().renewals, 1);
    QCOMPARE(f.session->status().saving, Saving::Failed); // what the window says as "not saved"
    f.session->reloadProfile();
    settle();
    QVERIFY(!f.http.lastSent().bearer.sameAs(old));
    const int writes = f.store.writes;
    f.clock.advance(1h);
    QVERIFY(f.store.writes > writes + 5);
    QVERIFY(f.store.writes < writes + 30); // with backoff
    f.store.writeMode = Mode::Works;
    f.clock.advance(6min);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    QVERIFY(f.stored().tokens.access.sameAs(f.http.lastSent().bearer));
}

void tst_SessionPersistence::s53QuitDuringAnyCall_data()
{
    QTest::addColumn<int>("call");
    QTest::newRow("53: during the read at start") << 0;
    QTest::newRow("53: during the write of a sign-in") << 1;
    QTest::newRow("53: during the write of a renewal") << 2;
    QTest::newRow("53: during the delete of a sign-out") << 3;
    QTest::newRow("53: during the read before a renewal") << 4;
}

void tst_SessionPersistence::s53QuitDuringAnyCall()
{
    QFETCH(int, call);
    SessionFixture f;
    f.start();
    if (call != 1)
        f.signIn();
    const auto hold
        = [&f](Mode mode) { f.store.readMode = f.store.writeMode = f.store.removeMode = mode; };
    if (call == 0)
        f.quit();
    hold(Mode::Held);
    switch (call) {
    case 0:
        f.start();
        break;
    case 1:
        f.signIn();
        break;
    case 3:
        f.session->signOut();
        break;
    default: // 2 and 4: a renewal, at its write or its read
        f.store.readMode = call == 2 ? Mode::Works : Mode::Held;
        f.session->renewNow();
        break;
    }
    settle();
    QCOMPARE(f.store.heldCount(), 1);
    f.quit();
    f.store.release(); // what was under way ends, and nobody is there to be told
    settle();
    hold(Mode::Works);
    f.start();
    QCOMPARE(f.state(), call == 3 ? SessionState::SignedOut : SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionPersistence::s55ItemThatCannotBeDecrypted_data()
{
    QTest::addColumn<bool>("garbage"); // the store gives bytes that mean nothing, or an error
    QTest::newRow("55: garbage") << true;
    QTest::newRow("55: an error at each read") << false;
}

void tst_SessionPersistence::s55ItemThatCannotBeDecrypted()
{
    QFETCH(bool, garbage);
    SessionFixture f;
    f.signInAndQuit(0ms);
    if (garbage)
        f.store.items.begin().value() = Secret(QByteArray(200, '\x9b'));
    else
        f.store.readMode = Mode::Fails;
    f.start();
    const int reads = f.store.reads;
    f.clock.advance(10min);
    QVERIFY(f.store.reads <= reads + 10); // no loop
    if (!garbage) {
        QCOMPARE(f.state(), SessionState::WaitingForKeychain);
        f.session->signInWithoutKeychain();
    }
    QCOMPARE(f.state(), SessionState::SignedOut);
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.store.readMode = Mode::Works;
    f.clock.advance(10min);
    QCOMPARE(f.session->status().saving, Saving::Saved); // overwritten
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionPersistence::s58OfTwoAccounts()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const QString first = f.store.items.begin().key();
    f.session->useServer(*ServerAddress::parse(QStringLiteral("https://b.example")), false);
    settle();
    f.signIn();
    QCOMPARE(f.store.items.size(), 2);
    f.session->signOut();
    settle();
    QCOMPARE(f.store.items.keys(), QStringList{first});
    f.session->useServer(f.server, false);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionPersistence::s62NothingSecretIsLogged()
{
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true\nlatchkey.*=true"));
    const LogCatcher log;
    QList<Secret> secrets{Secret(QByteArrayView("changeme"))};
    {
        SessionFixture f;
        f.start();
        f.signIn();
        f.session->renewNow();
        f.clock.advance(5h);
        f.store.writeMode = Mode::Fails;
        f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
        f.profileAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
        f.clock.advance(5h);
        f.session->reloadProfile();
        f.clock.advance(1h);
        f.session->signOut();
        f.loginAnswer = jsonReply(500, profileBody());
        f.signIn();
        for (const HttpRequest &request : f.http.sent()) {
            if (!request.bearer.isEmpty())
                secrets.append(request.bearer);
        }
    }
    QLoggingCategory::setFilterRules({});
    QVERIFY(log.text().contains(QLatin1String("renewing"))); // there is something to search in
    QVERIFY(secrets.size() > 2);
    for (const Secret &secret : secrets)
        QVERIFY(!log.text().contains(QString::fromLatin1(secret.reveal())));
}

LATCHKEY_TEST(tst_SessionPersistence, QCoreApplication)
#include "tst_sessionpersistence.moc"
