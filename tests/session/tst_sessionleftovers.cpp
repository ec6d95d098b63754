#include "tests/session/playedsessionfixture.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

static const ServerAddress Away = *ServerAddress::parse(QStringLiteral("https://b.example"));

// What an earlier run has left to be deleted, and a store that asks about it.
class SessionLeftoversTest final : public QObject
{
    Q_OBJECT
public:
    explicit SessionLeftoversTest(const QString &busAddress)
        : m_secrets(busAddress)
    {
    }

private slots:
    void init() { m_secrets.startOver(); }
    void cleanup() { QVERIFY(m_secrets.wouldHaveDied().isEmpty()); }
    void s73TwoRefusedDeletesAreTwoQuestions();
    void s73LeftoverAsksAtAStart_data();
    void s73LeftoverAsksAtAStart();
    void s73LeftoverOfAnotherAsksBehindTheSession();
    void s73AnswerAfterAChangeOfServer_data();
    void s73AnswerAfterAChangeOfServer();
    void s73OfAnotherServerAsksAndTells_data();
    void s73OfAnotherServerAsksAndTells();
    void s73ToldAfterASignInThatFailed_data();
    void s73ToldAfterASignInThatFailed();

private:
    MockSecretService m_secrets;
};

// The second waits behind the first for longer than anybody would wait for a silent store.
void SessionLeftoversTest::s73TwoRefusedDeletesAreTwoQuestions()
{
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John, Maria});
    m_secrets.manners() = MockManners::keePassXc(false);
    m_secrets.manners().deletesAsk = true;
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(5s);
    m_secrets.answerPrompt(false);
    QTRY_COMPARE(f.prompts(), 2);
    f.clock.advance(5s);
    m_secrets.answerPrompt(false);
    f.letStoreFinish();
    f.letStoreFinish();
    QCOMPARE(f.prompts(), 2);
    QCOMPARE(f.storedCount(), 2);
    QCOMPARE(f.preferences.pendingDeletes().size(), 2);
    QCOMPARE(f.state(), SessionState::SignedOut);
}

void SessionLeftoversTest::s73LeftoverAsksAtAStart_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: asked at a start, and allowed") << true;
    QTest::newRow("73: asked at a start, and refused") << false;
}

// No session is restored by that answer: what is asked is told, and what has become of it.
void SessionLeftoversTest::s73LeftoverAsksAtAStart()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    m_secrets.manners() = MockManners::keePassXc(false);
    m_secrets.manners().deletesAsk = true;
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    QSignalSpy asks(f.session.get(), &Session::signOutAsks);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.status().keychain, KeychainTrouble::None);
    QCOMPARE(asks.size(), 1);
    QVERIFY(asks.constFirst().at(1).toBool()); // about just that
    QCOMPARE(done.size() + failed.size(), 0);
    m_secrets.answerPrompt(allows);
    QTRY_COMPARE(done.size() + failed.size(), 1);
    f.letStoreFinish();
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(failed.size(), allows ? 0 : 1);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
    QCOMPARE(f.prompts(), 1);
    QCOMPARE(f.state(), SessionState::SignedOut);
}

// The session that is good comes first, and what it asks.
void SessionLeftoversTest::s73LeftoverOfAnotherAsksBehindTheSession()
{
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John}, Maria);
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    m_secrets.answerPrompt(true);
    QTRY_COMPARE(f.prompts(), 2);
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.status().email, Maria);
    m_secrets.answerPrompt(true);
    f.letStoreFinish();
    QCOMPARE(f.storedCount(), 1);
    QVERIFY(f.preferences.pendingDeletes().isEmpty());
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.prompts(), 2);
}

void SessionLeftoversTest::s73AnswerAfterAChangeOfServer_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: allowed after a change of server") << true;
    QTest::newRow("73: refused after a change of server") << false;
}

// What the answer is about is deleted, and nothing of the server in use by then.
void SessionLeftoversTest::s73AnswerAfterAChangeOfServer()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.launch();
    f.session->useServer(Away, false);
    f.letStoreFinish();
    f.signIn(Maria);
    f.letStoreFinish();
    f.leave();
    f.leaveToBeDeleted({John});
    QCOMPARE(f.storedCount(), 2);
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    f.session->useServer(Away, false);
    m_secrets.answerPrompt(allows);
    QTRY_COMPARE(f.prompts(), 2); // whether Maria's may be had
    m_secrets.answerPrompt(true);
    f.letStoreFinish();
    QTRY_COMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.status().email, Maria);
    QCOMPARE(f.storedCount(), allows ? 1 : 2);
    QCOMPARE(f.preferences.pendingDeletes().size(), allows ? 0 : 1);
    QCOMPARE(f.preferences.storedSessions().size(), 1);
    QCOMPARE(f.prompts(), 2);
}

void SessionLeftoversTest::s73OfAnotherServerAsksAndTells_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: another server's, and allowed") << true;
    QTest::newRow("73: another server's, and refused") << false;
}

void SessionLeftoversTest::s73OfAnotherServerAsksAndTells()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    m_secrets.manners() = MockManners::keePassXc();
    f.server = Away;
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    QSignalSpy asks(f.session.get(), &Session::signOutAsks);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.clock.advance(1s);
    QCOMPARE(asks.size(), 1);
    QCOMPARE(done.size() + failed.size(), 0);
    m_secrets.answerPrompt(allows);
    f.letStoreFinish();
    f.letStoreFinish();
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(failed.size(), allows ? 0 : 1);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
    QCOMPARE(f.prompts(), 1);
}

void SessionLeftoversTest::s73ToldAfterASignInThatFailed_data()
{
    QTest::addColumn<bool>("allows");
    QTest::newRow("73: allowed after a wrong password") << true;
    QTest::newRow("73: refused after a wrong password") << false;
}

void SessionLeftoversTest::s73ToldAfterASignInThatFailed()
{
    QFETCH(bool, allows);
    PlayedSessionFixture f(m_secrets);
    f.leaveToBeDeleted({John});
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QTRY_COMPARE(f.prompts(), 1);
    f.clock.advance(1s);
    QSignalSpy done(f.session.get(), &Session::signOutDone);
    QSignalSpy failed(f.session.get(), &Session::signOutFailed);
    f.loginAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    f.signIn(Maria);
    QCOMPARE(f.state(), SessionState::SignedOut);
    m_secrets.answerPrompt(allows);
    f.letStoreFinish();
    f.letStoreFinish();
    QCOMPARE(done.size(), allows ? 1 : 0);
    QCOMPARE(failed.size(), allows ? 0 : 1);
    QCOMPARE(f.storedCount(), allows ? 0 : 1);
}

static int runSessionLeftovers(int argc, char **argv)
{
    PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    SessionLeftoversTest test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runSessionLeftovers)
#include "tst_sessionleftovers.moc"
