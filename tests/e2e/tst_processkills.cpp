#include "tests/e2e/chaos.h"
#include "tests/e2e/faultbench.h"
#include "tests/e2e/strace.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <numeric>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// security.md section 3, "Process and machine", rows 1 and 2: the built program dies of SIGKILL at
// its k-th system call, or at a random moment, on its way through whole flows. Afterwards the
// session is as it was before or as it should be after, never neither, and the settings are whole.
class tst_ProcessKills : public QObject
{
    Q_OBJECT
public:
    explicit tst_ProcessKills(PrivateKeyring &keyring)
        : m_keyring(keyring)
        , m_bench(keyring)
    {
    }

private slots:
    void initTestCase();
    void atCallWhileRestoring_data() { calls(); }
    void atCallWhileRestoring();
    void atCallInTheMainJob_data() { calls(); }
    void atCallInTheMainJob();
    void atRandomInTheMainJob();
    void betweenMakingAndWritingTheRenewalLock();
    void cleanupTestCase();

private:
    enum class End { Killed, Unreached, Wrong };
    static void calls();
    [[nodiscard]] End restore(const QStringList &tracer, QByteArray *said, qint64 *pid = nullptr);
    [[nodiscard]] End mainJob(const QStringList &tracer, std::optional<Milliseconds> killAfter,
                              QByteArray *said, qint64 *pid = nullptr);
    [[nodiscard]] QString problemAfterRestoring();
    [[nodiscard]] QString problemAfterMainJob(const QByteArray &said);
    [[nodiscard]] QString leftoverProblem() const;
    void sweep(const QString &call, int existing, const std::function<End(int)> &strike,
               const std::function<QString()> &problem);
    [[nodiscard]] QList<int> shuffled(int count);

    PrivateKeyring &m_keyring;
    FaultBench m_bench;
    Dice m_dice{chaosSeed()};
    QTemporaryDir m_folder;
    std::unique_ptr<Strace> m_strace;
    QHash<QString, int> m_restoring; // how many calls there are to be killed at
    QHash<QString, int> m_mainJob;
    Milliseconds m_mainJobTime{0};
    int m_points = 0;
    int m_done = 0;
};

namespace
{

const QString Smoke = QStringLiteral("smoke-test"); // the profile that --smoke-test uses
const QStringList Calls{QStringLiteral("openat"), QStringLiteral("write"), QStringLiteral("rename"),
                        QStringLiteral("linkat"), QStringLiteral("sendmsg")};
constexpr Milliseconds KillBudget = 1600ms; // of a row
constexpr int Least = 3; // points of a row, however slow
constexpr int StartsEvery = 8; // kills, a normal start
constexpr int RandomKills = 15;

bool wasKilled(const QProcess &process)
{
    return process.exitStatus() == QProcess::CrashExit && process.exitCode() == SIGKILL;
}

} // namespace

void tst_ProcessKills::initTestCase()
{
    qInfo("LATCHKEY_CHAOS_SEED=%u; LATCHKEY_FAULT_POINTS=all strikes at every call", chaosSeed());
    m_strace = std::make_unique<Strace>(m_folder.filePath(QStringLiteral("trace")));
    const QString whyNot = m_strace->whyNot();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
    QVERIFY(qputenv("TMPDIR", QFile::encodeName(m_folder.path()))); // the main job's settings
    QVERIFY(m_bench.start(10s));
    QVERIFY(m_bench.plant(Mine));

    QByteArray said;
    qint64 pid = 0;
    m_strace->forget();
    QVERIFY2(restore(m_strace->watching(Calls), &said, &pid) == End::Unreached, said.constData());
    m_restoring = m_strace->trace(pid, m_folder.path()).calls;
    QCOMPARE(problemAfterRestoring(), QString());
    m_strace->forget();
    QVERIFY2(mainJob(m_strace->watching(Calls), {}, &said, &pid) == End::Unreached,
             said.constData());
    m_mainJob = m_strace->trace(pid, m_folder.path()).calls;
    QCOMPARE(problemAfterMainJob(said), QString());
    QElapsedTimer time;
    time.start();
    QVERIFY2(mainJob({}, {}, &said) == End::Unreached, said.constData());
    m_mainJobTime = Milliseconds(time.elapsed());
    QCOMPARE(problemAfterMainJob(said), QString());
}

void tst_ProcessKills::calls()
{
    QTest::addColumn<QString>("call");
    for (const QString &call : Calls)
        QTest::newRow(qPrintable(QStringLiteral("SIGKILL at the k-th ") + call)) << call;
}

QList<int> tst_ProcessKills::shuffled(int count)
{
    QList<int> order(count);
    std::iota(order.begin(), order.end(), 1);
    for (int i = count - 1; i > 0; --i)
        order.swapItemsAt(i, m_dice.below(i + 1));
    return order;
}

// Starts with a session whose access token is dead: reads the keychain, renews, saves, shows the
// profile, and is asked to end. Its start and its end save the settings.
tst_ProcessKills::End tst_ProcessKills::restore(const QStringList &tracer, QByteArray *said,
                                                qint64 *pid)
{
    m_bench.age();
    if (!m_bench.leaveSettings(Mine))
        return End::Wrong;
    const int pictures = m_bench.server().counts().avatar;
    QProcess process;
    const qint64 started = m_bench.launch(process, tracer, m_bench.onServer());
    if (pid)
        *pid = started;
    const bool shown = m_bench.isShownSoon(process, pictures, Patience);
    const bool hung = !shown && process.state() == QProcess::Running;
    process.terminate();
    const bool ended = endsSoon(process, Patience);
    *said = process.readAll();
    if (ended && !hung && wasKilled(process))
        return End::Killed;
    const bool well
        = ended && shown && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!well)
        qWarning("it said: %s", said->right(2000).constData());
    return well ? End::Unreached : End::Wrong;
}

// Signs in, renews, starts again, signs out, and starts once more, in one process.
tst_ProcessKills::End tst_ProcessKills::mainJob(const QStringList &tracer,
                                                std::optional<Milliseconds> killAfter,
                                                QByteArray *said, qint64 *pid)
{
    QProcess process;
    const qint64 started = m_bench.launch(process, tracer, m_bench.smokeTest());
    if (pid)
        *pid = started;
    FaultBench::typeCredentials(process);
    if (killAfter)
        QTimer::singleShot(*killAfter, Qt::PreciseTimer, &process, &QProcess::kill);
    const bool ended = endsSoon(process, Patience);
    *said = process.readAll();
    if (ended && wasKilled(process))
        return End::Killed;
    const bool well
        = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!well)
        qWarning("it said: %s", said->right(2000).constData());
    return well ? End::Unreached : End::Wrong;
}

QString tst_ProcessKills::problemAfterRestoring()
{
    const QString problem = m_bench.keychainProblem(Mine);
    if (!problem.isEmpty())
        return problem;
    return m_bench.settingsProblem(Mine);
}

QString tst_ProcessKills::problemAfterMainJob(const QByteArray &said)
{
    const auto item = m_bench.stored(Smoke);
    const bool isThere = item.held == FaultBench::Held::Session;
    if (!isThere && item.held != FaultBench::Held::Nothing)
        return QStringLiteral("the keychain holds rubbish, or does not answer");
    // The step "profile" ends when the session is saved.
    if (!isThere && said.contains("ok    profile") && !said.contains("ok    restart-restore"))
        return QStringLiteral("a saved session is gone");
    if (isThere && said.contains("ok    stays out"))
        return QStringLiteral("a session is there after the sign-out");
    const QString problem = isThere ? m_bench.keychainProblem(Smoke) : QString();
    return problem.isEmpty() ? leftoverProblem() : problem;
}

// What a killed main job leaves in its temporary folder.
QString tst_ProcessKills::leftoverProblem() const
{
    QDirIterator it(m_folder.path(), {QStringLiteral("settings.ini")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        PreferenceValues values;
        const QString path = it.next();
        if (loadPreferences(path, &values) != FileVerdict::Good)
            return QStringLiteral("damaged: ") + path;
        QFile::remove(path);
    }
    return {};
}

void tst_ProcessKills::sweep(const QString &call, int existing,
                             const std::function<End(int)> &strike,
                             const std::function<QString()> &problem)
{
    QVERIFY2(existing > 0, "this flow makes no such call");
    int done = 0;
    int unreached = 0;
    QElapsedTimer time;
    time.start();
    const auto order = shuffled(existing);
    for (const int k : order) {
        if (!wantsAll() && done >= Least && time.elapsed() > KillBudget.count())
            break;
        const End end = strike(k);
        const QString where = QStringLiteral("%1 number %2: ").arg(call).arg(k);
        QVERIFY2(end != End::Wrong, qPrintable(where + QStringLiteral("neither killed nor well")));
        const QString found = problem();
        QVERIFY2(found.isEmpty(), qPrintable(where + found));
        unreached += end == End::Unreached ? 1 : 0;
        ++done;
    }
    qInfo("%d of %d points in %lld ms, %d of them not reached this time", done, existing,
          time.elapsed(), unreached);
    QVERIFY(unreached < done);
    m_points += existing;
    m_done += done;
}

void tst_ProcessKills::atCallWhileRestoring()
{
    QFETCH(QString, call);
    QByteArray said;
    int kills = 0;
    sweep(
        call, m_restoring.value(call),
        [&](int k) { return restore(m_strace->killing(call, k), &said); },
        [&] {
            const QString problem = problemAfterRestoring();
            return problem.isEmpty() && ++kills % StartsEvery == 1
                ? m_bench.normalStartProblem(Mine)
                : problem;
        });
}

void tst_ProcessKills::atCallInTheMainJob()
{
    QFETCH(QString, call);
    QByteArray said;
    sweep(
        call, m_mainJob.value(call),
        [&](int k) {
            return m_bench.clear(Smoke) ? mainJob(m_strace->killing(call, k), {}, &said)
                                        : End::Wrong;
        },
        [&] { return problemAfterMainJob(said); });
}

void tst_ProcessKills::atRandomInTheMainJob()
{
    int signedIn = 0;
    int unreached = 0;
    for (int i = 0; i < RandomKills; ++i) {
        QVERIFY(m_bench.clear(Smoke));
        QByteArray said;
        const Milliseconds when = m_dice.upTo(m_mainJobTime);
        const End end = mainJob({}, when, &said);
        QVERIFY2(end != End::Wrong, said.right(2000).constData());
        const QString problem = problemAfterMainJob(said);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        unreached += end == End::Unreached ? 1 : 0;
        if (m_bench.stored(Smoke).held != FaultBench::Held::Session)
            continue;
        ++signedIn;
        QVERIFY(m_bench.listStored(Smoke));
        QCOMPARE(m_bench.normalStartProblem(Smoke), QString());
    }
    qInfo("%d kills at random, %d with a session afterwards, %d came too late", RandomKills,
          signedIn, unreached);
    QVERIFY(unreached < RandomKills);
}

// What a kill leaves that comes after the lock file is made and before its holder is written in it.
// "A crashed holder never blocks anyone" (session.md): the next start renews at once.
void tst_ProcessKills::betweenMakingAndWritingTheRenewalLock()
{
    const QString key = m_bench.key(Mine);
    const QByteArray digest
        = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    QFile lock(QFileInfo(FaultBench::settingsFile(Mine))
                   .dir()
                   .filePath(QStringLiteral("renewal-%1.lock").arg(QLatin1String(digest))));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    m_bench.age();
    QElapsedTimer time;
    time.start();
    const QString problem = m_bench.normalStartProblem(Mine);
    lock.remove();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY2(time.elapsed() < 10'000, qPrintable(QString::number(time.elapsed())));
}

void tst_ProcessKills::cleanupTestCase()
{
    qInfo("SIGKILL at the k-th system call: %d of %d points", m_done, m_points);
}

static int runProcesskills(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QCoreApplication app(argc, argv);
    tst_ProcessKills test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runProcesskills)
#include "tst_processkills.moc"
