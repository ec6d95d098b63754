#include "tests/e2e/chaos.h"
#include "tests/e2e/faultbench.h"
#include "tests/e2e/strace.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// security.md section 3, "Process and machine", row 3: a system call of the built program fails,
// while it starts with a stored session, renews it, saves it and its settings, and ends. It must
// not crash and not hang; the settings are the old ones or the new ones, and the keychain holds a
// session that the server honours. Where one of its own files is struck, the person sees the
// profile all the same.
class tst_ProcessFaults : public QObject
{
    Q_OBJECT
public:
    explicit tst_ProcessFaults(PrivateKeyring &keyring)
        : m_bench(keyring)
    {
    }

private slots:
    void initTestCase();
    void ownFiles_data();
    void ownFiles();
    void anyFile_data();
    void anyFile();
    void settingsOutliveAnUnreadableMoment_data();
    void settingsOutliveAnUnreadableMoment();
    void cleanupTestCase();

private:
    // Empty if all is well after the `k`-th such call failed.
    [[nodiscard]] QString strike(const QString &call, const QString &error, int k, bool ownFile);
    void sweep(const QString &call, const QString &error, QList<int> points, bool ownFiles);
    [[nodiscard]] QList<int> shuffled(QList<int> points);
    [[nodiscard]] QStringList ownPaths(const QString &call) const;

    FaultBench m_bench;
    Dice m_dice{chaosSeed()};
    QTemporaryDir m_folder;
    std::unique_ptr<Strace> m_strace;
    Strace::Trace m_reference;
    int m_points = 0;
    int m_done = 0;
    int m_struck = 0;
    int m_struckOurs = 0;
    int m_unshown = 0;
};

namespace
{

const QStringList Errors{QStringLiteral("ENOSPC"), QStringLiteral("EIO"),
                         QStringLiteral("EACCES"), QStringLiteral("EMFILE"),
                         QStringLiteral("ENOMEM"), QStringLiteral("EINTR")};
const QStringList FileCalls{QStringLiteral("openat"), QStringLiteral("rename"),
                            QStringLiteral("linkat"), QStringLiteral("fdatasync"),
                            QStringLiteral("mkdir")};
constexpr auto ShownSoon = 8s; // a retry is due after 2 s
constexpr Milliseconds Budget = 250ms; // of a row

// Where all of the program's own files are.
QString ownFolder()
{
    return QFileInfo(qEnvironmentVariable("XDG_CONFIG_HOME")).path();
}

// libgcrypt, which libsecret brings, ends the process if this one file cannot be read when it is
// first used. What is stored must be whole after that as well.
bool isForeignAbort(const QString &said)
{
    return said.contains(u"FATAL: error reading `/proc/sys/crypto/fips_enabled' in libgcrypt");
}

// A thread that was to be woken and waits for ever. No kernel fails such a write with an error that
// we play (eventfd(2): EAGAIN and EINVAL alone), and it is Qt that writes. What is stored must be
// whole after that as well.
bool isLostWakeUp(const QStringList &struck)
{
    return !struck.filter(QStringLiteral("write(")).filter(QStringLiteral("[eventfd]>")).isEmpty();
}

// The first file that is opened after the window system is.
QString socketLock()
{
    return qEnvironmentVariable("XDG_RUNTIME_DIR")
        + QStringLiteral("/latchkey/default.socket.lock");
}

} // namespace

void tst_ProcessFaults::initTestCase()
{
    qInfo("LATCHKEY_CHAOS_SEED=%u; LATCHKEY_FAULT_POINTS=all strikes every call", chaosSeed());
    m_strace = std::make_unique<Strace>(m_folder.filePath(QStringLiteral("trace")));
    const QString whyNot = m_strace->whyNot();
    QVERIFY2(whyNot.isEmpty(), qPrintable(whyNot));
    QVERIFY(m_bench.start(10s));
    QVERIFY(m_bench.plant(Mine));
    const int pictures = m_bench.server().counts().avatar;
    QProcess process;
    m_bench.age();
    QVERIFY(m_bench.leaveSettings(Mine));
    m_strace->forget();
    const qint64 pid = m_bench.launch(
        process, m_strace->watching(FileCalls + QStringList{QStringLiteral("write")}),
        m_bench.onServer());
    QVERIFY(m_bench.isShownSoon(process, pictures, Patience));
    process.terminate();
    QVERIFY(endsSoon(process, Patience));
    m_reference = m_strace->trace(pid, ownFolder());
    QVERIFY(m_reference.firstUse.contains(FaultBench::settingsFile(Mine)));
}

void tst_ProcessFaults::ownFiles_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    for (const QString &call : FileCalls) {
        for (const QString &error : Errors)
            QTest::newRow(qPrintable(error + QStringLiteral(" at the k-th ") + call))
                << call << error;
    }
}

// openat is what everybody calls; the others only we do.
QStringList tst_ProcessFaults::ownPaths(const QString &call) const
{
    return call == u"openat" ? m_reference.firstUse.keys() : QStringList();
}

void tst_ProcessFaults::ownFiles()
{
    QFETCH(QString, call);
    QFETCH(QString, error);
    const bool byPath = !ownPaths(call).isEmpty();
    QList<int> points(byPath ? m_reference.callsWithin.value(call).size()
                             : m_reference.calls.value(call));
    std::iota(points.begin(), points.end(), 1);
    sweep(call, error, shuffled(points), true);
}

void tst_ProcessFaults::anyFile_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    for (const auto &call : {QStringLiteral("write"), QStringLiteral("openat")}) {
        for (const QString &error : Errors)
            QTest::newRow(qPrintable(error + QStringLiteral(" at the k-th %1 of all").arg(call)))
                << call << error;
    }
}

// Those on files of ours first: no path can choose them where the file has no name yet. Files
// opened before our own code runs are the dynamic linker's and Qt's affair: without its platform
// plugin Qt says so and aborts.
void tst_ProcessFaults::anyFile()
{
    QFETCH(QString, call);
    QFETCH(QString, error);
    const bool opens = call == u"openat";
    const auto ours = opens ? QList<int>() : shuffled(m_reference.callsWithin.value(call));
    const int first = opens ? m_reference.firstUse.value(socketLock()) : 1;
    QVERIFY(first > 0);
    QList<int> others;
    for (int k = first; k <= m_reference.calls.value(call); ++k) {
        if (!ours.contains(k))
            others << k;
    }
    sweep(call, error, ours + shuffled(others), false);
}

QList<int> tst_ProcessFaults::shuffled(QList<int> points)
{
    for (int i = static_cast<int>(points.size()) - 1; i > 0; --i)
        points.swapItemsAt(i, m_dice.below(i + 1));
    return points;
}

void tst_ProcessFaults::sweep(const QString &call, const QString &error, QList<int> points,
                              bool ownFiles)
{
    QVERIFY2(!points.isEmpty(), "there is no such call");
    QElapsedTimer time;
    time.start();
    int done = 0;
    for (const int k : std::as_const(points)) {
        if (!wantsAll() && done > 0 && time.elapsed() > Budget.count())
            break;
        const QString problem = strike(call, error, k, ownFiles);
        QVERIFY2(
            problem.isEmpty(),
            qPrintable(
                QStringLiteral("%1 at %2 number %3: %4").arg(error, call).arg(k).arg(problem)));
        ++done;
    }
    m_points += static_cast<int>(points.size());
    m_done += done;
}

QString tst_ProcessFaults::strike(const QString &call, const QString &error, int k, bool ownFile)
{
    m_bench.age();
    if (!m_bench.leaveSettings(Mine))
        return QStringLiteral("no settings to begin with");
    const auto before = m_bench.server().counts();
    m_strace->forget();
    QProcess process;
    const qint64 pid = m_bench.launch(
        process, m_strace->failing(call, error, k, ownFile ? ownPaths(call) : QStringList()),
        m_bench.onServer());
    const bool shown = m_bench.isShownSoon(process, before.avatar, ShownSoon);
    const bool ranOn = process.state() == QProcess::Running;
    if (ranOn)
        process.terminate();
    const bool ended = endsSoon(process, Patience);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    const auto struck = m_strace->trace(pid, ownFolder()).struck;
    const QString said = QString::fromUtf8(process.readAll().right(1000));
    const QString facts = struck.join(u' ') + said;
    const bool isForeign = isForeignAbort(said) || isLostWakeUp(struck);
    if (!ended && !isForeign)
        return QStringLiteral("it does not end: ") + facts;
    if (process.exitStatus() != QProcess::NormalExit && !isForeign)
        return QStringLiteral("it crashed, signal %1: ").arg(process.exitCode()) + facts;
    m_struck += struck.isEmpty() ? 0 : 1;
    m_struckOurs += struck.filter(ownFolder()).isEmpty() ? 0 : 1;
    m_unshown += shown ? 0 : 1;
    if (ownFile && !shown)
        return QStringLiteral("it does not show the profile: ") + facts;
    if (!ranOn && said.isEmpty())
        return QStringLiteral("it ended without a word");
    if (m_bench.server().counts().login != before.login)
        return QStringLiteral("it signed in again");
    const QString problem = m_bench.settingsProblem(Mine);
    return problem.isEmpty() ? m_bench.keychainProblem(Mine) : problem;
}

void tst_ProcessFaults::settingsOutliveAnUnreadableMoment_data()
{
    QTest::addColumn<QString>("error");
    for (const QString &error : Errors)
        QTest::newRow(qPrintable(error)) << error;
}

// A good file that cannot be opened just now is not a damaged one: nothing may take its place.
void tst_ProcessFaults::settingsOutliveAnUnreadableMoment()
{
    QFETCH(QString, error);
    QVERIFY(m_bench.leaveSettings(Mine));
    const int pictures = m_bench.server().counts().avatar;
    m_strace->forget();
    QProcess process;
    const qint64 pid = m_bench.launch(
        process,
        m_strace->failing(QStringLiteral("openat"), error, 1, {FaultBench::settingsFile(Mine)}),
        m_bench.onServer());
    QVERIFY(m_bench.isShownSoon(process, pictures, Patience));
    process.terminate();
    QVERIFY(endsSoon(process, Patience));
    QCOMPARE(m_strace->trace(pid, ownFolder()).struck.size(), 1);
    QCOMPARE(m_bench.settingsProblem(Mine), QString());
}

void tst_ProcessFaults::cleanupTestCase()
{
    qInfo("errors at the k-th system call: %d of %d points, %d struck (%d on a file of ours), "
          "%d without the profile",
          m_done, m_points, m_struck, m_struckOurs, m_unshown);
    QCOMPARE(m_bench.normalStartProblem(Mine), QString());
}

static int runProcessfaults(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QCoreApplication app(argc, argv);
    tst_ProcessFaults test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runProcessfaults)
#include "tst_processfaults.moc"
