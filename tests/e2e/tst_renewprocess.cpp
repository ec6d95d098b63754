#include "app/store/preferences.h"
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

// `latchkey --renew` as a timer starts it: the built program without a display, the real keyring,
// and a server whose refresh tokens work once.
class tst_RenewProcess : public QObject
{
    Q_OBJECT
public:
    explicit tst_RenewProcess(PrivateKeyring &keyring)
        : m_keyring(keyring)
        , m_bench(keyring)
    {
    }

private slots:
    void initTestCase();
    void init();
    void keptSignedInWhileClosed();
    void aRunningProgramIsLeftAlone();
    void lockedBringsNoPrompt();
    void nothingStored();
    void s72SignalWithARenewalInFlight_data();
    void s72SignalWithARenewalInFlight();

private:
    struct Ended {
        int status = -1;
        QString output;
    };
    void start(QProcess &process, const QStringList &more = {}) const;
    [[nodiscard]] Ended renew(const QStringList &more = {}) const;
    [[nodiscard]] QString line(const QString &what) const
    {
        return QStringLiteral("default: john@mail.com, ") + m_bench.url() + QStringLiteral(": ")
            + what + u'\n';
    }
    static void want(const QString &profile);
    [[nodiscard]] int renewals() { return m_bench.server().counts().refresh; }
    void setHolding(bool holds);

    PrivateKeyring &m_keyring;
    FaultBench m_bench;
    std::mutex m_mutex; // of what the server's threads see
    std::condition_variable m_released;
    bool m_holds = false;
    std::atomic<int> m_held{0};
};

void tst_RenewProcess::initTestCase()
{
    const auto hold = [this](demo::Endpoint endpoint) {
        if (endpoint != demo::Endpoint::Refresh)
            return;
        std::unique_lock lock(m_mutex);
        m_held += m_holds ? 1 : 0;
        m_released.wait(lock, [this] { return !m_holds; });
    };
    QVERIFY(m_bench.start(40s, hold, true));
}

// Signed in, and closed.
void tst_RenewProcess::init()
{
    QVERIFY(m_bench.plant(Mine));
    QCOMPARE(m_bench.normalStartProblem(Mine), QString());
    want(Mine);
    m_bench.age();
}

void tst_RenewProcess::setHolding(bool holds)
{
    const std::scoped_lock lock(m_mutex);
    m_holds = holds;
    m_released.notify_all();
}

void tst_RenewProcess::want(const QString &profile)
{
    Preferences preferences(FaultBench::settingsFile(profile));
    Settings settings = preferences.settings();
    settings.renewWhileClosed = true;
    preferences.setSettings(settings);
}

void tst_RenewProcess::start(QProcess &process, const QStringList &more) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("latchkey.*=false"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LATCHKEY_PROGRAM), QStringList{QStringLiteral("--renew")} + more);
    QVERIFY(process.waitForStarted());
}

tst_RenewProcess::Ended tst_RenewProcess::renew(const QStringList &more) const
{
    QProcess process;
    start(process, more);
    if (!endsSoon(process, 2 * Patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    const QByteArray errors = process.readAllStandardError();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput() + errors)};
}

void tst_RenewProcess::keptSignedInWhileClosed()
{
    const int before = renewals();
    const Ended ended = renew();
    QCOMPARE(ended.output, line(QStringLiteral("renewed.")));
    QCOMPARE(ended.status, 0);
    QCOMPARE(renewals(), before + 1);
    QCOMPARE(m_bench.normalStartProblem(Mine), QString()); // its one-time token is the newest
}

void tst_RenewProcess::aRunningProgramIsLeftAlone()
{
    const int pictures = m_bench.server().counts().avatar;
    QProcess program;
    m_bench.launch(program, {}, m_bench.onServer());
    QVERIFY(m_bench.isShownSoon(program, pictures, Patience));
    const Ended ended = renew();
    QCOMPARE(ended.output, line(QStringLiteral("not due: Latchkey is running.")));
    QCOMPARE(ended.status, 0);
    program.terminate();
    QVERIFY(endsSoon(program, Patience));
    QCOMPARE(program.exitCode(), 0);
}

void tst_RenewProcess::lockedBringsNoPrompt()
{
    QVERIFY(m_keyring.lock());
    const int before = renewals();
    const Ended ended = renew({QStringLiteral("--profile"), Mine});
    QVERIFY(m_keyring.unlock());
    QCOMPARE(ended.output,
             line(QStringLiteral("could not be read: GNOME Keyring is locked, or would ask.")));
    QCOMPARE(ended.status, 1);
    QCOMPARE(renewals(), before);
    QCOMPARE(m_keyring.prompter().prompts, 0);
}

void tst_RenewProcess::nothingStored()
{
    const QString other = QStringLiteral("other");
    want(other);
    const Ended ended = renew({QStringLiteral("--profile"), other});
    QCOMPARE(ended.output, QStringLiteral("other: nothing stored.\n"));
    QCOMPARE(ended.status, 3);
    QVERIFY(QFile::remove(FaultBench::settingsFile(other)));
}

void tst_RenewProcess::s72SignalWithARenewalInFlight_data()
{
    QTest::addColumn<int>("signalNumber");
    QTest::newRow("72: renewing without a window, SIGTERM") << SIGTERM;
    QTest::newRow("72: renewing without a window, SIGINT") << SIGINT;
}

void tst_RenewProcess::s72SignalWithARenewalInFlight()
{
    QFETCH(int, signalNumber);
    const int held = m_held;
    setHolding(true);
    QProcess process;
    start(process);
    QTRY_COMPARE_WITH_TIMEOUT(m_held.load(), held + 1, std::chrono::milliseconds(Patience).count());
    ::kill(static_cast<pid_t>(process.processId()), signalNumber);
    QVERIFY(!endsSoon(process, 300ms)); // while it waits for its last answer
    setHolding(false);
    QVERIFY(endsSoon(process, Patience));
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), line(QStringLiteral("renewed.")));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(m_bench.normalStartProblem(Mine), QString());
}

static int runRenewprocess(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QCoreApplication app(argc, argv);
    tst_RenewProcess test(keyring);
    return QTest::qExec(&test, argc, argv);
}
LATCHKEY_TEST_MAIN(runRenewprocess)
#include "tst_renewprocess.moc"
