#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <QDir>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// A renewal's request has left, and the person goes elsewhere: the server may have spent the stored
// refresh token, so what it answers must not be lost.
class tst_SessionLate : public QObject
{
    Q_OBJECT

private slots:
    void s72AnsweredAfterThePersonLeft_data();
    void s72AnsweredAfterThePersonLeft();
    void s72LeftWhileItsPairIsStored();
    void s72TheStoreFailsOnce_data();
    void s72TheStoreFailsOnce();
    void s72TheEndWaitsForTheLastOfThem();
    void s72BackBeforeTheAnswer();
    void s72SignedOutMeanwhile();
    void s72SignedInMeanwhile();
    void s72NothingLeftIsAborted();

private:
    // Restoring, with a renewal that is sent: the access token is dead.
    static void renewAtAStart(SessionFixture &f)
    {
        f.lockFolder = f.folder.path();
        f.swapLives();
        f.signInAndQuit(2h);
        f.holdRenewals = true;
        f.start();
        f.clock.advance(1s);
        QCOMPARE(f.state(), SessionState::Restoring);
        QCOMPARE(f.renewalCount(), 1);
    }
    static void answer(SessionFixture &f, const HttpReply &reply)
    {
        f.http.answerNext(QStringLiteral("/auth/refresh-token"), reply);
        f.clock.advance(5s);
    }
    static void change(SessionFixture &f, bool server)
    {
        if (server)
            f.session->useServer(*ServerAddress::parse(QStringLiteral("https://b.example")), false);
        else
            f.session->signInWithoutKeychain();
        f.clock.advance(1s);
        QCOMPARE(f.state(), SessionState::SignedOut);
    }
};

void tst_SessionLate::s72AnsweredAfterThePersonLeft_data()
{
    QTest::addColumn<bool>("server"); // another one; else on without the keychain
    QTest::addColumn<bool>("renewed");
    QTest::newRow("72: another server, renewed") << true << true;
    QTest::newRow("72: another server, refused") << true << false;
    QTest::newRow("72: without the keychain, renewed") << false << true;
    QTest::newRow("72: without the keychain, refused") << false << false;
}

void tst_SessionLate::s72AnsweredAfterThePersonLeft()
{
    QFETCH(bool, server);
    QFETCH(bool, renewed);
    SessionFixture f;
    renewAtAStart(f);
    const Secret before = f.stored().tokens.refresh;
    change(f, server);
    QCOMPARE(f.http.pendingCount(), 1);
    QVERIFY(f.stored().tokens.refresh.sameAs(before));
    answer(f,
           renewed ? f.pairReply()
                   : jsonReply(401, R"({"message":"Unauthorized","statusCode":401})"));
    QCOMPARE(f.state(), SessionState::SignedOut); // it is told to nobody
    QCOMPARE(!f.stored().tokens.refresh.sameAs(before), renewed);
    QVERIFY(QDir(f.folder.path()).entryList({QStringLiteral("renewal-*.lock")}).isEmpty());
    f.holdRenewals = false;
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.renewalCount(), renewed ? 1 : 2);
}

// The write goes on by itself; what waited for it says nothing to whoever is in force by then.
void tst_SessionLate::s72LeftWhileItsPairIsStored()
{
    SessionFixture f;
    renewAtAStart(f);
    const Secret before = f.stored().tokens.refresh;
    f.store.writeMode = FakeStore::Mode::Held;
    f.http.answerNext(QStringLiteral("/auth/refresh-token"), f.pairReply());
    settle();
    QSignalSpy renewed(f.session.get(), &Session::renewed);
    change(f, true);
    f.clock.advance(5s);
    QCOMPARE(renewed.size(), 0);
    f.store.release();
    settle();
    QVERIFY(!f.stored().tokens.refresh.sameAs(before));
    bool ready = false;
    f.session->prepareForGap(Cause::Timer, 5s, f.session.get(), [&ready] { ready = true; });
    f.clock.advance(1ms);
    QVERIFY(ready); // nothing is left under way
}

void tst_SessionLate::s72TheStoreFailsOnce_data()
{
    QTest::addColumn<bool>("dies"); // for good
    QTest::newRow("72: fails once") << false;
    QTest::newRow("72: dies meanwhile") << true;
}

void tst_SessionLate::s72TheStoreFailsOnce()
{
    QFETCH(bool, dies);
    SessionFixture f;
    renewAtAStart(f);
    const Secret before = f.stored().tokens.refresh;
    change(f, true);
    f.store.writeMode = FakeStore::Mode::Fails;
    f.http.answerNext(QStringLiteral("/auth/refresh-token"), f.pairReply());
    if (dies)
        f.store.setState(KeychainState::Absent);
    settle();
    f.store.writeMode = FakeStore::Mode::Works;
    f.clock.advance(30s);
    QCOMPARE(f.stored().tokens.refresh.sameAs(before), dies);
}

void tst_SessionLate::s72TheEndWaitsForTheLastOfThem()
{
    SessionFixture f;
    renewAtAStart(f);
    change(f, true);
    bool ready = false;
    f.session->prepareForGap(Cause::Timer, 5s, f.session.get(), [&ready] { ready = true; });
    f.clock.advance(1s);
    QVERIFY(!ready);
    f.http.answerNext(QStringLiteral("/auth/refresh-token"), f.pairReply());
    f.clock.advance(100ms);
    QVERIFY(ready); // at once, and not at the limit
}

// The other half of the program is as another process to it.
void tst_SessionLate::s72BackBeforeTheAnswer()
{
    SessionFixture f;
    renewAtAStart(f);
    change(f, true);
    f.session->useServer(f.server, false);
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::Restoring);
    QCOMPARE(f.renewalCount(), 1); // the token may be spent
    answer(f, f.pairReply());
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionLate::s72SignedOutMeanwhile()
{
    SessionFixture f;
    renewAtAStart(f);
    change(f, true);
    f.session->useServer(f.server, false);
    f.clock.advance(1s);
    f.session->signOut();
    f.clock.advance(1s);
    QVERIFY(f.store.items.isEmpty());
    answer(f, f.pairReply());
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionLate::s72SignedInMeanwhile()
{
    SessionFixture f;
    renewAtAStart(f);
    change(f, false);
    const HttpReply older = f.pairReply();
    f.clock.advance(10s);
    f.signIn();
    const Secret newer = f.stored().tokens.access;
    answer(f, older);
    QVERIFY(f.stored().tokens.access.sameAs(newer));
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().saving, Saving::Saved);
}

void tst_SessionLate::s72NothingLeftIsAborted()
{
    SessionFixture f;
    renewAtAStart(f);
    f.session->signOut(); // the answer would be of no use to anybody
    f.clock.advance(1s);
    QCOMPARE(f.http.pendingCount(), 0);
    QVERIFY(f.store.items.isEmpty());
}

LATCHKEY_TEST(tst_SessionLate, QCoreApplication)
#include "tst_sessionlate.moc"
