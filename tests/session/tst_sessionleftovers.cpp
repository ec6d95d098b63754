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
