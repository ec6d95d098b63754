#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 30'000; // ms, of a process that is started

bool runsWell(const QString &program, const QStringList &arguments, const QString &runtimeFolder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, runtimeFolder);
    environment.remove(u"DESTDIR"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(patience);
    const QByteArray output = process.readAll();
    const bool good
        = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!good)
        qWarning("%s", output.constData());
    return good;
}

} // namespace

// What `cmake --install` gives systemd.
class tst_RenewalUnits : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void namesTheInstalledProgram_data();
    void namesTheInstalledProgram();
    void runsEveryHour();
    void systemdTakesThem();

private:
    [[nodiscard]] bool install(const QString &prefix) const
    {
        return runsWell(QStringLiteral(LATCHKEY_CMAKE),
                        {u"--install"_s, QStringLiteral(LATCHKEY_BUILD_FOLDER), u"--component"_s,
                         u"units"_s, u"--prefix"_s, prefix},
                        m_folder->path());
    }
    [[nodiscard]] static QStringList unit(const QString &prefix, const QString &name)
    {
        QFile file(prefix + u"/lib/systemd/user/"_s + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n')
                                              : QStringList();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_RenewalUnits::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_RenewalUnits::namesTheInstalledProgram_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("spelt"); // in the unit
    QTest::newRow("usual") << u"usr"_s << u"usr"_s;
    QTest::newRow("with a space") << u"my programs"_s << u"my programs"_s;
    QTest::newRow("with a percent sign") << u"100%h"_s << u"100%%h"_s;
}

void tst_RenewalUnits::namesTheInstalledProgram()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, spelt);
    QVERIFY(install(m_folder->filePath(folder)));
    const QStringList service = unit(m_folder->filePath(folder), u"latchkey-renew.service"_s);
    const QString wanted
        = u"ExecStart=\""_s + m_folder->filePath(spelt) + u"/bin/latchkey\" --renew"_s;
    QVERIFY2(service.contains(wanted), qPrintable(service.join(u'\n')));
    QVERIFY(service.contains(u"Type=oneshot"_s));
}

void tst_RenewalUnits::runsEveryHour()
{
    QVERIFY(install(m_folder->path()));
    const QStringList timer = unit(m_folder->path(), u"latchkey-renew.timer"_s);
    for (const QString &line : {u"OnCalendar=hourly"_s, u"Persistent=true"_s,
                                u"RandomizedDelaySec=10min"_s, u"WantedBy=timers.target"_s})
        QVERIFY2(timer.contains(line), qPrintable(line));
}

// Where systemd's own tools are, as on most desktops. They look for the program too.
void tst_RenewalUnits::systemdTakesThem()
{
    const QString analyze = QStandardPaths::findExecutable(u"systemd-analyze"_s);
    if (analyze.isEmpty())
        return;
    QVERIFY(install(m_folder->path()));
    QVERIFY(QDir(m_folder->path()).mkdir(u"bin"_s));
    QVERIFY(QFile::link(QCoreApplication::applicationFilePath(),
                        m_folder->filePath(u"bin/latchkey"_s)));
    const QString folder = m_folder->filePath(u"lib/systemd/user/"_s);
    QVERIFY(runsWell(analyze,
                     {u"verify"_s, u"--user"_s, folder + u"latchkey-renew.timer"_s,
                      folder + u"latchkey-renew.service"_s},
                     m_folder->path()));
}

LATCHKEY_TEST(tst_RenewalUnits, QCoreApplication)
#include "tst_renewalunits.moc"
