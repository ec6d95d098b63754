#include "tests/e2e/faultbench.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <condition_variable>
#include <csignal>
#include <mutex>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The built program is told to end, or killed, while a rotating server takes its time for a renewal
// (scenarios 43 and 72): real keyring, real signals, real seconds.
class tst_ProcessQuit : public QObject
{
    Q_OBJECT
public:
    explicit tst_ProcessQuit(PrivateKeyring &keyring)
        : m_keyring(keyring)
        , m_bench(keyring)
    {
    }

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void s72SignalsWithARenewalInFlight_data();
    void s72SignalsWithARenewalInFlight();
    void s72SlowRenewalsAreNotBegun_data();
    void s72SlowRenewalsAreNotBegun();
    void s43KilledWhileItRenews();

private:
    void launch();
    void setHolding(bool holds);
    [[nodiscard]] int renewals() { return m_bench.server().counts().refresh; }
    [[nodiscard]] static bool isReachable(); // by a second start
    void startRenewing(); // a start with a dead access token; the server keeps its answer

    PrivateKeyring &m_keyring;
    FaultBench m_bench;
    std::unique_ptr<QProcess> m_process;
    std::mutex m_mutex; // of what the server's threads see
    std::condition_variable m_released;
    bool m_holdsRenewals = false; // the first of a row
    int m_asked = 0;
    std::atomic<int> m_held{0};
};

namespace
{

constexpr auto AccessLife = 40s; // a fortieth is worth a renewal at the end

} // namespace

void tst_ProcessQuit::initTestCase()
{
    const auto hold = [this](demo::Endpoint endpoint) {
        if (endpoint != demo::Endpoint::Refresh)
            return;
        std::unique_lock lock(m_mutex);
        if (++m_asked > 1)
            return;
        m_held += m_holdsRenewals ? 1 : 0;
        m_released.wait(lock, [this] { return !m_holdsRenewals; });
    };
    QVERIFY(m_bench.start(AccessLife, hold, true));
}

void tst_ProcessQuit::init()
{
    QVERIFY(m_bench.clear(Mine));
    QVERIFY(m_bench.plant(Mine));
    m_bench.age();
    m_held = 0;
    const std::scoped_lock lock(m_mutex);
    m_asked = 0;
}

void tst_ProcessQuit::cleanup()
{
    setHolding(false);
    if (!m_process)
        return;
    m_process->kill();
    QVERIFY(endsSoon(*m_process, Patience));
    m_process.reset();
}

void tst_ProcessQuit::setHolding(bool holds)
{
    const std::scoped_lock lock(m_mutex);
    m_holdsRenewals = holds;
    m_released.notify_all();
}

bool tst_ProcessQuit::isReachable()
{
    return QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR")
                         + QStringLiteral("/latchkey/default.socket"));
}

void tst_ProcessQuit::launch()
{
    m_process = std::make_unique<QProcess>();
    m_bench.launch(*m_process, {}, m_bench.onServer());
}

void tst_ProcessQuit::startRenewing()
{
    setHolding(true);
    launch();
    QTRY_COMPARE_WITH_TIMEOUT(m_held.load(), 1, std::chrono::milliseconds(Patience).count());
    QTRY_VERIFY_WITH_TIMEOUT(isReachable(), std::chrono::milliseconds(Patience).count());
}

void tst_ProcessQuit::s72SignalsWithARenewalInFlight_data()
{
    QTest::addColumn<QList<int>>("signalNumbers"); // 300 ms apart
    QTest::newRow("72: SIGTERM") << QList<int>{SIGTERM};
    QTest::newRow("72: SIGINT") << QList<int>{SIGINT};
    QTest::newRow("72: SIGHUP") << QList<int>{SIGHUP};
    QTest::newRow("72: SIGINT twice") << QList<int>{SIGINT, SIGINT};
}

void tst_ProcessQuit::s72SignalsWithARenewalInFlight()
{
    QFETCH(QList<int>, signalNumbers);
    startRenewing();
    const auto pid = static_cast<pid_t>(m_process->processId());
    QElapsedTimer time;
    time.start();
    for (const int number : signalNumbers) {
        ::kill(pid, number);
        QTRY_VERIFY_WITH_TIMEOUT(!isReachable(), 500); // at once
        QCOMPARE(m_process->state(), QProcess::Running); // while it waits for its last answer
        if (number != signalNumbers.last())
            QTRY_VERIFY(time.elapsed() >= 300);
    }
    QVERIFY(endsSoon(*m_process, 5s));
    QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
}

void tst_ProcessQuit::s72SlowRenewalsAreNotBegun_data()
{
    QTest::addColumn<int>("slowness"); // ms
    QTest::addColumn<int>("begun");
    QTest::newRow("72: quick: one at the end") << 0 << 1;
    QTest::newRow("72: slow: none") << 2000 << 0;
}

void tst_ProcessQuit::s72SlowRenewalsAreNotBegun()
{
    QFETCH(int, slowness);
    QFETCH(int, begun);
    const int pictures = m_bench.server().counts().avatar;
    QElapsedTimer time;
    if (slowness > 0) {
        startRenewing();
        time.start();
        QTRY_VERIFY(time.elapsed() >= slowness);
        setHolding(false);
    } else {
        launch();
    }
    QVERIFY(m_bench.isShownSoon(*m_process, pictures, Patience));
    const int before = renewals();
    time.start();
    QTRY_VERIFY(time.elapsed() >= 2500); // it is worth one by now
    QCOMPARE(renewals(), before);
    m_process->terminate();
    QVERIFY(endsSoon(*m_process, Patience));
    QCOMPARE(m_process->exitCode(), 0);
    QCOMPARE(renewals(), before + begun);
    QCOMPARE(m_bench.keychainProblem(Mine), QString()); // the token that works once works
}

void tst_ProcessQuit::s43KilledWhileItRenews()
{
    startRenewing();
    const int before = renewals();
    const int pictures = m_bench.server().counts().avatar;
    ::kill(static_cast<pid_t>(m_process->processId()), SIGKILL);
    QVERIFY(endsSoon(*m_process, Patience));
    // The server will act on the dead one's request when this row is over: its token still works.
    launch();
    QVERIFY(m_bench.isShownSoon(*m_process, pictures, Patience));
    QCOMPARE(renewals(), before + 1);
    m_process->terminate();
    QVERIFY(endsSoon(*m_process, Patience));
    const QDir settings(QFileInfo(FaultBench::settingsFile(Mine)).path());
    QVERIFY(settings.entryList({QStringLiteral("renewal-*")}).isEmpty());
    QCOMPARE(m_keyring.prompter().prompts, 0);
}

static int runProcessquit(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QCoreApplication app(argc, argv);
    tst_ProcessQuit test(keyring);
    return QTest::qExec(&test, argc, argv);
}
LATCHKEY_TEST_MAIN(runProcessquit)
#include "tst_processquit.moc"
