#include "tests/e2e/faultbench.h"
#include "tests/e2e/johnsitem.h"
#include "tests/e2e/programfixture.h"
#include "tests/e2e/smalldisk.h"
#include "tests/support/fakestore.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QScopeGuard>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// security.md section 3, "Process and machine", a full disk under the settings, TMP or the runtime
// folder: the program runs and shows the profile, nothing is cut short, and the person is told.
class tst_FullDisk : public QObject
{
    Q_OBJECT
public:
    tst_FullDisk(PrivateKeyring &keyring, bool mayMount)
        : m_bench(keyring)
        , m_mayMount(mayMount)
    {
    }

private slots:
    void initTestCase();
    void programRuns_data();
    void programRuns();
    void personIsTold_data();
    void personIsTold();
    void personIsToldAtStart_data();
    void personIsToldAtStart();

private:
    FaultBench m_bench;
    const bool m_mayMount;
};

namespace
{

constexpr int NoInodes = -1;

bool fillUp(SmallDisk &disk, int freePages)
{
    return freePages == NoInodes ? disk.useUpInodes() : disk.fill(freePages);
}

// Until its end the folder of this name is on the disk.
auto onDisk(const QByteArray &variable, const SmallDisk &disk)
{
    auto restore = qScopeGuard([variable, before = qgetenv(variable.constData())] {
        before.isNull() ? qunsetenv(variable.constData()) : qputenv(variable.constData(), before);
    });
    qputenv(variable.constData(), QFile::encodeName(disk.path()));
    return restore;
}

} // namespace

void tst_FullDisk::initTestCase()
{
    qInfo(m_mayMount ? "full disks are tmpfs mounts of this process's own"
                     : "nothing may be mounted here (no CAP_SYS_ADMIN): full disks are played by "
                       "RLIMIT_FSIZE");
    QVERIFY(m_bench.start(10s));
    QVERIFY(m_bench.plant(Mine));
}

void tst_FullDisk::programRuns_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<bool>("settingsThere");
    QTest::addColumn<int>("freePages");
    for (const char *place : {"XDG_CONFIG_HOME", "TMPDIR", "XDG_RUNTIME_DIR"}) {
        for (const int pages : {0, 1, 2})
            QTest::addRow("%s, %d KiB left", place, 4 * pages)
                << QByteArray(place) << true << pages;
        QTest::addRow("%s, no file more", place) << QByteArray(place) << true << NoInodes;
    }
    const QByteArray home("XDG_CONFIG_HOME");
    QTest::newRow("first start, nothing left") << home << false << 0;
    QTest::newRow("first start, no file more") << home << false << NoInodes;
}

void tst_FullDisk::programRuns()
{
    QFETCH(QByteArray, variable);
    QFETCH(bool, settingsThere);
    QFETCH(int, freePages);
    SmallDisk disk(m_mayMount);
    const auto restore = onDisk(variable, disk);
    if (settingsThere) {
        QVERIFY(m_bench.leaveSettings(Mine));
    } else { // the first start of this version, then: nothing lists what is stored
        QVERIFY(m_bench.clear(Mine));
        QVERIFY(m_bench.plant(Mine, FaultBench::Name::OfBefore));
    }
    m_bench.age();
    const auto before = m_bench.server().counts();
    QVERIFY(fillUp(disk, freePages));
    QProcess process;
    m_bench.launch(process, disk.wrapper(), m_bench.onServer());
    const bool shown = m_bench.isShownSoon(process, before.avatar, Patience);
    process.terminate();
    const bool ended = endsSoon(process, Patience);
    disk.empty();
    QVERIFY2(shown && ended, process.readAll().constData());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(m_bench.server().counts().login, before.login);
    QCOMPARE(m_bench.keychainProblem(Mine), QString());
    // Whole, or not there at all where there was none.
    const QFileInfo settings(FaultBench::settingsFile(Mine));
    if (settingsThere)
        QCOMPARE(m_bench.settingsProblem(Mine), QString());
    else
        QVERIFY(!settings.exists());
    const auto leftovers = settings.dir().entryList({QStringLiteral("*.ini?*")}, QDir::Files);
    QVERIFY2(leftovers.isEmpty(), qPrintable(leftovers.join(u' ')));
}

void tst_FullDisk::personIsTold_data()
{
    QTest::addColumn<bool>("signsIn");
    QTest::addColumn<int>("freePages");
    QTest::newRow("signed out, nothing left") << false << 0;
    QTest::newRow("signed out, no file more") << false << NoInodes;
    QTest::newRow("signed in, nothing left") << true << 0;
    QTest::newRow("signed in, no file more") << true << NoInodes;
}

void tst_FullDisk::personIsTold()
{
    QFETCH(bool, signsIn);
    QFETCH(int, freePages);
    SmallDisk disk(m_mayMount);
    const auto restore = onDisk("TMPDIR", disk);
    FakeStore store;
    ProgramFixture f(store); // its settings are on the disk
    QVERIFY(fillUp(disk, freePages));
    f.open();
    QTRY_COMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(!signsIn || f.signIn()); // the main job goes on
    QTRY_VERIFY(!signsIn || f.shows(QStringLiteral("Jhon")));
    Settings settings;
    settings.staySignedIn = false;
    emit f.program->window().settingsChanged(settings); // as the settings dialog does
    QVERIFY2(f.barText().contains(u"could not be saved"), qPrintable(f.barText()));
    const QString file = f.folder.filePath(QStringLiteral("p.ini"));
    QVERIFY(!QFile::exists(file));
    disk.empty(); // somebody made room
    settings.qaMode = true;
    emit f.program->window().settingsChanged(settings);
    PreferenceValues values;
    QCOMPARE(loadPreferences(file, &values), FileVerdict::Good);
    QVERIFY(!values.settings.staySignedIn); // what could not be saved before
}

void tst_FullDisk::personIsToldAtStart_data()
{
    QTest::addColumn<bool>("signedIn");
    QTest::newRow("signed out") << false;
    QTest::newRow("signed in") << true;
}

// The start itself saves the server; what went wrong then must outlive the wait for the keychain.
void tst_FullDisk::personIsToldAtStart()
{
    QFETCH(bool, signedIn);
    SmallDisk disk(m_mayMount);
    const auto restore = onDisk("TMPDIR", disk);
    FakeStore store;
    ProgramFixture f(store);
    if (signedIn) {
        QVERIFY(f.openSignedIn());
        f.close();
        // The first start of this version, with nothing of its own yet.
        QVERIFY(QFile::remove(f.folder.filePath(QStringLiteral("p.ini"))));
        const QString &profile = f.options.profile;
        const Secret item = store.items.take(johnsKey(profile, *f.options.server));
        store.items.insert(sessionKey(profile, *f.options.server, false), item);
    }
    QVERIFY(fillUp(disk, 0));
    f.open();
    QTRY_COMPARE(f.state(), signedIn ? SessionState::SignedIn : SessionState::SignedOut);
    QTRY_VERIFY(!signedIn || f.shows(QStringLiteral("Jhon")));
    QTRY_VERIFY2(f.barText().contains(u"could not be saved"), qPrintable(f.barText()));
}

static int runFulldisk(int argc, char **argv)
{
    const bool mayMount = SmallDisk::mayMount();
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QApplication app(argc, argv);
    tst_FullDisk test(keyring, mayMount);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runFulldisk)
#include "tst_fulldisk.moc"
