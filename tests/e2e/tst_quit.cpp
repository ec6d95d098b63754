#include "app/api/qnamedge.h"
#include "app/singleinstance.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/fakestore.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

// Hands the answers to renewals on when it is told to: the server has acted on them by then.
class SlowEdge final : public HttpEdge
{
public:
    explicit SlowEdge(Clock &clock)
        : m_real(clock)
    {
    }
    void send(const HttpRequest &request, QObject *context, Callback callback) override
    {
        ++sent;
        const bool renews = request.url.path().endsWith(u"/auth/refresh-token");
        m_real.send(request, context, [=, this, owner = QPointer(context)](HttpReply reply) {
            if (!renews || !holds)
                return callback(std::move(reply));
            m_held.append([=] {
                if (owner)
                    callback(reply);
            });
        });
    }
    void useProxy(const ProxyChoice &choice) override { m_real.useProxy(choice); }
    [[nodiscard]] int held() const { return static_cast<int>(m_held.size()); }
    void release()
    {
        holds = false;
        for (const auto &answer : std::exchange(m_held, {}))
            answer();
    }

    bool holds = false;
    int sent = 0;

private:
    QnamEdge m_real;
    QList<std::function<void()>> m_held;
};

} // namespace

// The composed program ends while a rotating server takes its time (scenario 72): real window and
// HTTP, an injected clock.
class tst_Quit : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void s72ASentRenewalIsNotLost();
    void s72AfterTenSecondsItIsOver();
    void s72TheSystemDoesNotWait_data();
    void s72TheSystemDoesNotWait();
    void s72TooSlowIsNotBegun();
    void s72TooSlowForASignalIsNotBegun();
    void s72NothingIsSentOnTheWayOut();
    void s72TheNextStartIsAnother();

private:
    [[nodiscard]] int renewals() const { return m_program->server->counts().refresh; }
    void begin(); // signed in
    void beginSlowRenewal(); // which the server has acted on
    // Both are over at the end of these.
    void restartSignedIn();

    FakeStore m_store;
    FakeClock m_edgeClock; // the edge's own deadlines stand still
    std::unique_ptr<SlowEdge> m_edge;
    std::unique_ptr<ProgramFixture> m_program;
    std::unique_ptr<QSignalSpy> m_finished;
};

void tst_Quit::init()
{
    m_edge = std::make_unique<SlowEdge>(m_edgeClock);
    ProgramFixture::Lives lives;
    lives.rotate = true;
    m_program = std::make_unique<ProgramFixture>(m_store, lives, m_edge.get());
    begin();
}

void tst_Quit::cleanup()
{
    m_finished.reset();
    m_program.reset();
    m_edge.reset();
    m_store.items.clear();
}

void tst_Quit::begin()
{
    QVERIFY(m_program->openSignedIn());
    m_program->moveClock(1s); // the watchers start after the first picture
    m_finished = std::make_unique<QSignalSpy>(m_program->program.get(), &Composition::finished);
}

void tst_Quit::beginSlowRenewal()
{
    m_edge->holds = true;
    m_program->program->session().renewNow();
    QTRY_COMPARE(m_edge->held(), 1);
    QCOMPARE(renewals(), 1);
}

void tst_Quit::restartSignedIn()
{
    m_program->close();
    m_edge->release();
    m_program->open();
    QTRY_COMPARE(m_program->state(), SessionState::SignedIn);
    m_program->moveClock(5s);
    const int before = renewals();
    m_program->program->session().renewNow(); // with the token that works once
    QTRY_COMPARE(m_program->program->session().status().renewals, 1);
    QCOMPARE(renewals(), before + 1);
}

void tst_Quit::s72ASentRenewalIsNotLost()
{
    beginSlowRenewal();
    QSignalSpy leaving(m_program->program.get(), &Composition::leaving);
    m_program->program->quit();
    QCOMPARE(leaving.size(), 1);
    QVERIFY(!m_program->program->window().isVisible());
    m_program->moveClock(9s);
    QCOMPARE(m_finished->size(), 0);
    m_edge->release();
    QTRY_COMPARE(m_finished->size(), 1);
    restartSignedIn();
}

void tst_Quit::s72AfterTenSecondsItIsOver()
{
    beginSlowRenewal();
    m_program->program->quit();
    m_program->moveClock(9999ms);
    QCOMPARE(m_finished->size(), 0);
    m_program->moveClock(1ms);
    QCOMPARE(m_finished->size(), 1);
}

void tst_Quit::s72TheSystemDoesNotWait_data()
{
    QTest::addColumn<int>("quitBefore"); // ms; negative: nobody quit
    QTest::addColumn<int>("signalsAfter"); // the first one
    QTest::newRow("72: a signal") << -1 << 0;
    QTest::newRow("72: two signals") << -1 << 1;
    QTest::newRow("72: a signal while it lives on") << 5000 << 0;
    QTest::newRow("72: a signal just after the quit") << 0 << 0;
    QTest::newRow("72: two signals while it lives on") << 3000 << 1;
}

void tst_Quit::s72TheSystemDoesNotWait()
{
    QFETCH(int, quitBefore);
    QFETCH(int, signalsAfter);
    beginSlowRenewal();
    if (quitBefore >= 0) {
        m_program->program->quit();
        m_program->moveClock(Milliseconds(quitBefore));
    }
    m_program->program->endSoon();
    QVERIFY(!m_program->program->window().isVisible());
    QCOMPARE(m_finished->size(), 0);
    m_program->moveClock(500ms);
    for (int i = 0; i < signalsAfter; ++i)
        m_program->program->endSoon();
    m_program->moveClock(400ms); // and a tenth for the rest of the end
    QCOMPARE(m_finished->size(), 1);
}

void tst_Quit::s72TooSlowIsNotBegun()
{
    beginSlowRenewal();
    m_program->moveClock(3s);
    m_edge->release();
    QTRY_COMPARE(m_program->state(), SessionState::SignedIn);
    m_program->moveClock(30min); // worth it
    m_program->settleNetwork();
    m_program->program->quit();
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(renewals(), 1);
    restartSignedIn();
}

// In time for a quit, and not for the system, which gives it less.
void tst_Quit::s72TooSlowForASignalIsNotBegun()
{
    beginSlowRenewal();
    m_program->moveClock(640ms);
    m_edge->release();
    QTRY_COMPARE(m_program->state(), SessionState::SignedIn);
    m_program->moveClock(30min);
    m_program->settleNetwork();
    m_program->program->endSoon();
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(renewals(), 1);
}

void tst_Quit::s72NothingIsSentOnTheWayOut()
{
    beginSlowRenewal();
    m_program->program->quit();
    const int sent = m_edge->sent;
    Session &session = m_program->program->session();
    session.reloadProfile();
    session.reconnected();
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    m_program->moveClock(5s);
    m_edge->release();
    QTRY_COMPARE(m_finished->size(), 1);
    session.reloadProfile();
    session.renewNow();
    m_program->moveClock(20s);
    QCOMPARE(m_edge->sent, sent);
}

void tst_Quit::s72TheNextStartIsAnother()
{
    const QTemporaryDir folder;
    SingleInstance first(folder.path(), QStringLiteral("default"));
    QCOMPARE(first.role(), SingleInstance::Role::First);
    connect(m_program->program.get(), &Composition::leaving, &first, &SingleInstance::leave);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    beginSlowRenewal();
    m_program->program->quit();
    SingleInstance second(folder.path(), QStringLiteral("default"));
    QCOMPARE(second.role(), SingleInstance::Role::First);
    QCOMPARE(raised.size(), 0);
    Composition again(m_program->options, m_program->folder.filePath(QStringLiteral("p.ini")),
                      Composition::Edges{&m_program->clock, nullptr, &m_store});
    again.start();
    QTRY_COMPARE(again.session().status().state, SessionState::SignedIn);
    again.session().renewNow(); // the lock is the leaving one's
    m_program->moveClock(3s);
    QCOMPARE(renewals(), 1);
    m_edge->release();
    QTRY_COMPARE(m_finished->size(), 1);
    m_program->close();
    m_program->moveClock(3s);
    QTRY_COMPARE(again.session().status().state, SessionState::SignedIn);
    m_program->moveClock(3s);
    again.session().renewNow();
    QTRY_COMPARE(again.session().status().renewals, 1); // with the pair of the one that left
    QCOMPARE(renewals(), 2);
}

LATCHKEY_TEST(tst_Quit, QApplication)
#include "tst_quit.moc"
