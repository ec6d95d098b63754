#include "app/base/systemclock.h"
#include "tests/support/testprogram.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

// The built program from outside, as a shell or a desktop starts it.
class tst_Program : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void earlyExits_data();
    void earlyExits();
    void diagnosticsNeedNoDisplay();
    void smokeTestHolds();
    void smokeTestFailsHonestly();
    void endSignals_data();
    void endSignals();
    void demoServerEndsWithAKilledProgram();
    void secondStartRaisesTheFirst();
    void stoppedHolderBlocksNobody();
    void filesArePrivate();

private:
    void start(QProcess &process, const QStringList &arguments, const QStringList &without = {});
    [[nodiscard]] QList<qint64> demoServers() const; // of this test's folder

    std::unique_ptr<QTemporaryDir> m_home;
};

namespace
{

// Generous: what must be quick is measured, and a sanitizer on a busy machine is not.
constexpr int ProgramPatience = 20'000;

QStringList demoArguments()
{
    return {QStringLiteral("--demo"), QStringLiteral("--no-keychain")};
}

// Listening on its single-instance socket: it is up.
bool isUp(const QString &home)
{
    return QFile::exists(home + QStringLiteral("/run/latchkey/default.socket"));
}

} // namespace

void tst_Program::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("run")));
    QVERIFY(chmod(qPrintable(m_home->filePath(QStringLiteral("run"))), 0700) == 0);
}

void tst_Program::start(QProcess &process, const QStringList &arguments, const QStringList &without)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home->path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home->filePath(QStringLiteral("run")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"),
                       m_home->filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    for (const QString &name : without)
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home->path());
    process.start(QStringLiteral(LATCHKEY_PROGRAM), arguments);
    QVERIFY(process.waitForStarted());
}

QList<qint64> tst_Program::demoServers() const
{
    // By their environment: other demo servers may run on this machine.
    QList<qint64> pids;
    const QByteArray mark = "HOME=" + m_home->path().toLocal8Bit();
    const auto entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile command(QStringLiteral("/proc/%1/cmdline").arg(entry));
        QFile environment(QStringLiteral("/proc/%1/environ").arg(entry));
        if (command.open(QIODevice::ReadOnly) && environment.open(QIODevice::ReadOnly)
            && command.readAll().contains("latchkey-demo-server")
            && environment.readAll().contains(mark))
            pids.append(entry.toLongLong());
    }
    return pids;
}

void tst_Program::earlyExits_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("--help") << QStringList{QStringLiteral("--help")} << 0 << QByteArray("Usage: ");
    QTest::newRow("--version") << QStringList{QStringLiteral("--version")} << 0
                               << QByteArray("latchkey 0.");
    QTest::newRow("wrong option") << QStringList{QStringLiteral("--nope")} << 2
                                  << QByteArray("nope");
    QTest::newRow("wrong URL") << QStringList{QStringLiteral("--server"), QStringLiteral("ftp://x")}
                               << 2 << QByteArray("full web address");
    QTest::newRow("no display") << QStringList() << 1 << QByteArray("no display");
}

void tst_Program::earlyExits()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    QProcess process;
    start(process, arguments,
          {QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("DISPLAY"),
           QStringLiteral("WAYLAND_DISPLAY")});
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), exitCode);
    const QByteArray shown
        = exitCode == 0 ? process.readAllStandardOutput() : process.readAllStandardError();
    QVERIFY2(shown.contains(says), shown.constData());
    if (exitCode == 1)
        QCOMPARE(shown.count('\n'), 1);
}

void tst_Program::diagnosticsNeedNoDisplay()
{
    QProcess process;
    start(process,
          {QStringLiteral("--diagnostics"), QStringLiteral("--server"),
           QStringLiteral("http://127.0.0.1:1/api")},
          {QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("DISPLAY"), QStringLiteral("LC_ALL"),
           QStringLiteral("LC_CTYPE"), QStringLiteral("LANG")});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray report = process.readAllStandardOutput();
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(),
             QByteArray()); // Qt 6.8 has much to say of a bare locale
    for (const char *line : {"Latchkey: 0.", "Qt: 6.", "TLS: ", "Keychain: ", "Server answers: no"})
        QVERIFY2(report.contains(line), report.constData());
}

void tst_Program::smokeTestHolds()
{
    QProcess process;
    start(process,
          {QStringLiteral("--demo"), QStringLiteral("--smoke-test"),
           QStringLiteral("--screenshots"), QStringLiteral("shots")});
    QVERIFY(process.waitForFinished(120'000));
    const QByteArray output = process.readAllStandardOutput();
    QVERIFY2(process.exitCode() == 0, output.constData());
    for (const char *step : {"sign in", "profile", "renew", "restart-restore", "sign out"})
        QVERIFY2(output.contains(QByteArray("ok    ") + step), output.constData());
    const QDir shots(m_home->filePath(QStringLiteral("shots"))); // relative to where it was started
    QVERIFY(shots.entryList({QStringLiteral("*.png")}).size() >= 4);
    QTRY_VERIFY_WITH_TIMEOUT(demoServers().isEmpty(), ProgramPatience);
}

void tst_Program::smokeTestFailsHonestly()
{
    QProcess process;
    start(process,
          {QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:1/api"),
           QStringLiteral("--smoke-test")});
    process.write("john@mail.com\nchangeme\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardOutput().contains("FAIL  sign in: the server said"));
}

void tst_Program::endSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void tst_Program::endSignals()
{
    QFETCH(int, signal);
    QProcess process;
    start(process, demoArguments());
    QTRY_VERIFY(isUp(m_home->path()));
    QTRY_VERIFY_WITH_TIMEOUT(!demoServers().isEmpty(), ProgramPatience);
    QElapsedTimer time;
    time.start();
    kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(5000));
    QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(demoServers().isEmpty(), ProgramPatience);
}

void tst_Program::demoServerEndsWithAKilledProgram()
{
    QProcess process;
    start(process, demoArguments());
    QTRY_VERIFY_WITH_TIMEOUT(!demoServers().isEmpty(), ProgramPatience);
    process.kill();
    QVERIFY(process.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(demoServers().isEmpty(), ProgramPatience);
}

void tst_Program::secondStartRaisesTheFirst()
{
    QProcess first;
    start(first, demoArguments());
    QTRY_VERIFY(isUp(m_home->path()));
    QProcess second;
    QElapsedTimer time;
    time.start();
    start(second, demoArguments());
    QVERIFY(second.waitForFinished(10'000));
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(time.elapsed() < 2000);
    QCOMPARE(first.state(), QProcess::Running);

    QProcess otherProfile;
    start(otherProfile,
          demoArguments() + QStringList{QStringLiteral("--profile"), QStringLiteral("work")});
    QTRY_VERIFY(QFile::exists(m_home->filePath(QStringLiteral("run/latchkey/work.socket"))));
    QCOMPARE(otherProfile.state(), QProcess::Running);
    for (QProcess *process : {&first, &otherProfile}) {
        process->terminate();
        QVERIFY(process->waitForFinished(5000));
    }
}

void tst_Program::stoppedHolderBlocksNobody()
{
    QProcess first;
    start(first, demoArguments());
    QTRY_VERIFY(isUp(m_home->path()));
    QTRY_COMPARE_WITH_TIMEOUT(demoServers().size(), 1, ProgramPatience);
    kill(static_cast<pid_t>(first.processId()), SIGSTOP);
    QProcess second;
    QElapsedTimer time;
    time.start();
    start(second, demoArguments());
    QTRY_COMPARE_WITH_TIMEOUT(
        demoServers().size(), 2,
        ProgramPatience); // it has got past the holder and on to its own start
    QVERIFY(time.elapsed() < 3000);
    second.terminate();
    QVERIFY(second.waitForFinished(5000));
    kill(static_cast<pid_t>(first.processId()), SIGKILL);
    QVERIFY(first.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(demoServers().isEmpty(), ProgramPatience);

    QProcess afterTheDead; // its socket is still there
    start(afterTheDead, demoArguments());
    QTRY_COMPARE_WITH_TIMEOUT(demoServers().size(), 1, ProgramPatience);
    QCOMPARE(afterTheDead.state(), QProcess::Running);
    afterTheDead.terminate();
    QVERIFY(afterTheDead.waitForFinished(5000));
    QCOMPARE(afterTheDead.exitCode(), 0);
}

void tst_Program::filesArePrivate()
{
    const mode_t old = umask(0);
    QProcess process;
    start(process, demoArguments());
    umask(old);
    QTRY_VERIFY_WITH_TIMEOUT(!demoServers().isEmpty(), ProgramPatience); // past its own start
    process.terminate(); // saves the window's place
    QVERIFY(process.waitForFinished(5000));
    const QString config = m_home->filePath(QStringLiteral("config"));
    QDirIterator it(config, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                    QDirIterator::Subdirectories);
    int seen = 0;
    while (it.hasNext()) {
        const QString path = it.next();
        struct stat info {
        };
        QCOMPARE(stat(qPrintable(path), &info), 0);
        QVERIFY2((info.st_mode & 0077) == 0, qPrintable(path));
        ++seen;
    }
    QVERIFY(seen >= 2); // a folder and a file
}

LATCHKEY_TEST(tst_Program, QCoreApplication)
#include "tst_program.moc"
