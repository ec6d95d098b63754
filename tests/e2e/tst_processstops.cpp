#include "tests/e2e/faultbench.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

#include <condition_variable>
#include <csignal>
#include <mutex>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// security.md section 3, "Process and machine", SIGSTOP for a second and SIGCONT, in four states:
// nothing is asked of the server twice, and within 3 s the state is the true one again.
class tst_ProcessStops : public QObject
{
    Q_OBJECT
public:
    explicit tst_ProcessStops(PrivateKeyring &keyring)
        : m_keyring(keyring)
        , m_bench(keyring)
    {
    }

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void stoppedSignedOut();
    void stoppedSignedIn();
    void stoppedRenewing();
    void stoppedWaitingForTheKeychain();

private:
    void launch();
    [[nodiscard]] bool says(const char *text, std::chrono::milliseconds patience);
    // Stops it for a second, in which `meanwhile` happens and nothing is sent.
    void stop(const std::function<void()> &meanwhile = {});
    [[nodiscard]] bool isQuiet(); // for a second: no request, no change of state
    void endsWell();
    // What a start that nobody stops asks of the server, with the session as it is stored now.
    [[nodiscard]] demo::DemoServer::Counts requestsOfAStart();

    PrivateKeyring &m_keyring;
    FaultBench m_bench;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_said;
    std::mutex m_mutex; // of what the server's threads see
    std::condition_variable m_released;
    bool m_holdsRenewals = false;
    std::atomic<int> m_held{0};
};

namespace
{

constexpr int StopMs = 1000;
constexpr auto TruthWithin = 3s;

demo::DemoServer::Counts difference(const demo::DemoServer::Counts &before,
                                    const demo::DemoServer::Counts &after)
{
    return {after.login - before.login,     after.profile - before.profile,
            after.refresh - before.refresh, after.avatar - before.avatar,
            after.unknown - before.unknown, after.refused - before.refused};
}

} // namespace

void tst_ProcessStops::initTestCase()
{
    const auto hold = [this](demo::Endpoint endpoint) {
        if (endpoint != demo::Endpoint::Refresh)
            return;
        std::unique_lock lock(m_mutex);
        m_held += m_holdsRenewals ? 1 : 0;
        m_released.wait(lock, [this] { return !m_holdsRenewals; });
    };
    QVERIFY(m_bench.start(1h, hold));
}

void tst_ProcessStops::init()
{
    m_said.clear();
    QVERIFY(m_bench.clear(Mine));
}

void tst_ProcessStops::cleanup()
{
    if (!m_process)
        return;
    m_process->kill(); // ends a stopped one as well
    QVERIFY(endsSoon(*m_process, Patience));
}

void tst_ProcessStops::launch()
{
    m_process = std::make_unique<QProcess>();
    m_bench.launch(*m_process, {}, m_bench.onServer());
}

bool tst_ProcessStops::says(const char *text, std::chrono::milliseconds patience)
{
    return QTest::qWaitFor(
        [&] {
            m_said += m_process->readAll();
            return m_said.contains(text);
        },
        static_cast<int>(patience.count()));
}

bool tst_ProcessStops::isQuiet()
{
    const auto counts = m_bench.server().counts();
    return !QTest::qWaitFor(
        [&] {
            const QByteArray news = m_process->readAll();
            m_said += news;
            return news.contains("session: ") || !(m_bench.server().counts() == counts);
        },
        StopMs);
}

void tst_ProcessStops::stop(const std::function<void()> &meanwhile)
{
    const auto pid = static_cast<pid_t>(m_process->processId());
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    m_said += m_process->readAll(); // from before
    if (meanwhile)
        meanwhile();
    QVERIFY(isQuiet());
    QCOMPARE(::kill(pid, SIGCONT), 0);
}

void tst_ProcessStops::endsWell()
{
    m_process->terminate();
    QVERIFY(endsSoon(*m_process, TruthWithin));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
    QCOMPARE(m_keyring.prompter().prompts, 0);
}

demo::DemoServer::Counts tst_ProcessStops::requestsOfAStart()
{
    const auto before = m_bench.server().counts();
    const QString problem = m_bench.normalStartProblem(Mine);
    if (!problem.isEmpty())
        qFatal("%s", qPrintable(problem));
    return difference(before, m_bench.server().counts());
}

void tst_ProcessStops::stoppedSignedOut()
{
    launch();
    QVERIFY(says("-> \"SignedOut\"", Patience));
    const auto before = m_bench.server().counts();
    stop();
    QVERIFY2(isQuiet(), m_said.constData());
    QCOMPARE(m_bench.server().counts(), before);
    endsWell();
}

void tst_ProcessStops::stoppedSignedIn()
{
    QVERIFY(m_bench.plant(Mine));
    const int pictures = m_bench.server().counts().avatar;
    launch();
    QVERIFY(m_bench.isShownSoon(*m_process, pictures, Patience));
    QVERIFY(says("-> \"SignedIn\"", Patience));
    const auto before = m_bench.server().counts();
    stop();
    QVERIFY2(isQuiet(), m_said.constData());
    QCOMPARE(m_bench.server().counts(), before);
    endsWell();
}

void tst_ProcessStops::stoppedRenewing()
{
    QVERIFY(m_bench.plant(Mine));
    m_bench.age();
    const auto usual = requestsOfAStart();
    m_bench.age();
    const auto setHolding = [this](bool holds) {
        const std::scoped_lock lock(m_mutex);
        m_holdsRenewals = holds;
        m_released.notify_all();
    };
    setHolding(true);
    m_held = 0;
    const auto before = m_bench.server().counts();
    launch();
    QTRY_COMPARE_WITH_TIMEOUT(m_held.load(), 1, std::chrono::milliseconds(Patience).count());
    QVERIFY(says("renewing, cause", Patience));
    stop([&] { setHolding(false); }); // the answer comes to somebody who is not there
    const bool shown = m_bench.isShownSoon(*m_process, before.avatar, TruthWithin);
    QVERIFY2(shown && says("-> \"SignedIn\"", TruthWithin), m_said.constData());
    QVERIFY2(isQuiet(), m_said.constData());
    const auto after = m_bench.server().counts();
    QCOMPARE(difference(before, after), usual);
    QCOMPARE(after.refresh, before.refresh + 1);
    QCOMPARE(m_bench.keychainProblem(Mine), QString());
    endsWell();
}

void tst_ProcessStops::stoppedWaitingForTheKeychain()
{
    QVERIFY(m_bench.plant(Mine));
    const auto usual = requestsOfAStart();
    QVERIFY(m_keyring.lock());
    const auto before = m_bench.server().counts();
    launch();
    QVERIFY(says("-> \"WaitingForKeychain\"", Patience));
    stop([this] { QVERIFY(m_keyring.unlock()); });
    const bool shown = m_bench.isShownSoon(*m_process, before.avatar, TruthWithin);
    QVERIFY2(shown && says("-> \"SignedIn\"", TruthWithin), m_said.constData());
    QVERIFY2(isQuiet(), m_said.constData());
    QCOMPARE(difference(before, m_bench.server().counts()), usual);
    endsWell();
}

static int runProcessstops(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QCoreApplication app(argc, argv);
    tst_ProcessStops test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runProcessstops)
#include "tst_processstops.moc"
