#include "tests/session/playedsessionfixture.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

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
    void s73PendingDeleteAsksNothing();

private:
    MockSecretService m_secrets;
};

// The second waits behind the first for longer than anybody would wait for a silent store.
void SessionLeftoversTest::s73TwoRefusedDeletesAreTwoQuestions()
{
    PlayedSessionFixture f(m_secrets);
    for (const QString &who : {John, Maria}) {
        f.storeAndLeave(who);
        QVERIFY(f.preferences.takeStored(f.keyOf(who)));
    }
    f.preferences.setPendingDeletes({{f.keyOf(John)}, {f.keyOf(Maria)}});
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
    f.storeAndLeave();
    QVERIFY(f.preferences.takeStored(f.keyOf(John)));
    f.preferences.setPendingDeletes({{f.keyOf(John)}});
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

// Nobody is asked to show what is only to be deleted.
void SessionLeftoversTest::s73PendingDeleteAsksNothing()
{
    PlayedSessionFixture f(m_secrets);
    f.storeAndLeave();
    const auto entry = f.preferences.storedSessions().constFirst();
    QVERIFY(f.preferences.takeStored(entry.key));
    f.preferences.setPendingDeletes({{entry.key}});
    m_secrets.manners() = MockManners::keePassXc();
    f.launch();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.prompts(), 0);
    QCOMPARE(f.preferences.pendingDeletes().size(), 1);
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
