#include "app/processhygiene.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace latchkey;

// Process-wide switches cannot be taken back, so each row looks at a child of its own.
class tst_ProcessHygiene : public QObject
{
    Q_OBJECT
private slots:
    void releaseForbidsDumpsAndDebuggers();
    void debugBuildsStayDebuggable();
    void crashLeavesNoCore();
    void newFilesArePrivate();
    void workingFolderIsLeft();
    void displayIsAskedForInTime_data();
    void displayIsAskedForInTime();
};

namespace
{

// What `inChild` returns, 0 to 255; -1 if it died of a signal and left no core, -2 with a core.
template <typename F>
int outcome(F inChild)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(inChild());
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    return WCOREDUMP(status) ? -2 : -1;
}

} // namespace

void tst_ProcessHygiene::releaseForbidsDumpsAndDebuggers()
{
    QCOMPARE(outcome([] {
                 hardenProcess(Dumps::Forbidden);
                 rlimit cores{};
                 getrlimit(RLIMIT_CORE, &cores);
                 return prctl(PR_GET_DUMPABLE) == 0 && cores.rlim_cur == 0 && cores.rlim_max == 0;
             }),
             1);
}

void tst_ProcessHygiene::debugBuildsStayDebuggable()
{
    QCOMPARE(outcome([] {
                 hardenProcess(Dumps::Allowed);
                 return prctl(PR_GET_DUMPABLE);
             }),
             1);
}

void tst_ProcessHygiene::crashLeavesNoCore()
{
    QCOMPARE(outcome([] {
                 const rlimit everything{RLIM_INFINITY, RLIM_INFINITY};
                 setrlimit(RLIMIT_CORE, &everything);
                 hardenProcess(Dumps::Forbidden);
                 signal(SIGABRT, SIG_DFL);
                 abort();
                 return 0;
             }),
             -1);
}

void tst_ProcessHygiene::newFilesArePrivate()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file"));
    const QByteArray name = path.toLocal8Bit();
    QCOMPARE(outcome([&name] {
                 umask(0);
                 hardenProcess(Dumps::Allowed);
                 return creat(name.constData(), 0666) >= 0 ? 1 : 0;
             }),
             1);
    struct stat info {
    };
    QCOMPARE(stat(name.constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, 0600U);
}

void tst_ProcessHygiene::workingFolderIsLeft()
{
    QCOMPARE(outcome([] {
                 leaveWorkingFolder();
                 char path[16] = {};
                 return getcwd(path, sizeof path) && path[0] == '/' && path[1] == 0 ? 1 : 0;
             }),
             1);
}

void tst_ProcessHygiene::displayIsAskedForInTime_data()
{
    QTest::addColumn<QByteArray>("display");
    QTest::addColumn<QByteArray>("platform");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("missing");
    const QStringList none{QStringLiteral("latchkey")};
    const QStringList offscreen{QStringLiteral("latchkey"), QStringLiteral("-platform"),
                                QStringLiteral("offscreen")};
    QTest::newRow("nothing at all") << QByteArray() << QByteArray() << none << true;
    QTest::newRow("no such display") << QByteArray(":7431") << QByteArray() << none << true;
    QTest::newRow("nonsense") << QByteArray("what?") << QByteArray() << none << true;
    QTest::newRow("offscreen by environment")
        << QByteArray() << QByteArray("offscreen") << none << false;
    QTest::newRow("offscreen by option") << QByteArray() << QByteArray() << offscreen << false;
    QTest::newRow("no such platform") << QByteArray() << QByteArray("nonsense") << none << true;
    QTest::newRow("the second of two")
        << QByteArray() << QByteArray("wayland;offscreen") << none << false;
    QTest::newRow("xcb without a display") << QByteArray() << QByteArray("xcb") << none << true;
}

void tst_ProcessHygiene::displayIsAskedForInTime()
{
    QFETCH(QByteArray, display);
    QFETCH(QByteArray, platform);
    QFETCH(QStringList, arguments);
    QFETCH(bool, missing);
    QCOMPARE(outcome([&] {
                 qunsetenv("WAYLAND_DISPLAY");
                 display.isEmpty() ? qunsetenv("DISPLAY") : qputenv("DISPLAY", display);
                 platform.isEmpty() ? qunsetenv("QT_QPA_PLATFORM")
                                    : qputenv("QT_QPA_PLATFORM", platform);
                 return missingDisplay(arguments).isEmpty() ? 0 : 1;
             }),
             missing ? 1 : 0);
}

LATCHKEY_TEST(tst_ProcessHygiene, QCoreApplication)
#include "tst_processhygiene.moc"
