#include "tests/rules/checks.h"
#include "tests/rules/packagescanner.h"
#include "tests/support/testprogram.h"

#include <QProcess>

using namespace latchkey::rules;

class TestPackageScanner : public QObject
{
    Q_OBJECT

private slots:
    void theVersionIsOne() { VERIFY_NONE(versionFaults(project())); }
    void theDependenciesAreThoseOfTheScripts() { VERIFY_NONE(dependencyFaults(project())); }
    void noScriptRunsAsRoot() { VERIFY_NONE(maintainerScriptFaults(project())); }
    void everyOptionIsToldEverywhere_data();
    void everyOptionIsToldEverywhere();

    void findsVersionFaults_data();
    void findsVersionFaults();
    void findsDependencyFaults_data();
    void findsDependencyFaults();
    void findsMaintainerScripts_data();
    void findsMaintainerScripts();
    void findsOptionFaults_data();
    void findsOptionFaults();
};

void TestPackageScanner::everyOptionIsToldEverywhere_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("latchkey") << QStringLiteral(LATCHKEY_PROGRAM);
    QTest::newRow("latchkey-demo-server") << QStringLiteral(LATCHKEY_DEMO_SERVER);
}

void TestPackageScanner::everyOptionIsToldEverywhere()
{
    QFETCH(QString, file);
    QProcess program;
    program.start(file, {QStringLiteral("--help")});
    QVERIFY2(program.waitForFinished(), qPrintable(program.errorString()));
    QCOMPARE(program.exitCode(), 0);
    VERIFY_NONE(optionFaults(project(), QLatin1String(QTest::currentDataTag()),
                             QString::fromUtf8(program.readAllStandardOutput())));
}

void TestPackageScanner::findsVersionFaults_data()
{
    QTest::addColumn<QString>("path"); // the file that names `version`; all others name 0.1.0
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *path, const char *version, int count) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(version) << count;
    };
    row("one", "CHANGELOG.md", "0.1.0", 0);
    row("program ahead", "CMakeLists.txt", "0.2.0", 5);
    row("metainfo ahead", "resources/org.latchkey.latchkey.metainfo.xml.in", "0.2.0", 1);
    row("changelog ahead", "CHANGELOG.md", "0.2.0", 1);
    row("Debian's ahead", "packaging/debian/changelog", "0.2.0", 1);
    row("man page ahead", "packaging/man/latchkey.1.in", "0.2.0", 1);
    row("the other's ahead", "packaging/man/latchkey-demo-server.1.in", "0.2.0", 1);
    row("no changelog", "CHANGELOG.md", "", 1);
    row("no program", "CMakeLists.txt", "", 6);
}

void TestPackageScanner::findsVersionFaults()
{
    QFETCH(QString, path);
    QFETCH(QString, version);
    const QList<std::pair<QString, QString>> texts{
        {QStringLiteral("CMakeLists.txt"),
         QStringLiteral("project(Latchkey VERSION %1 LANGUAGES CXX)")},
        {QStringLiteral("resources/org.latchkey.latchkey.metainfo.xml.in"),
         QStringLiteral("<releases>\n<release version=\"%1\" date=\"2026-01-01\"/>\n<release "
                        "version=\"0.0.9\"/>")},
        {QStringLiteral("CHANGELOG.md"), QStringLiteral("# Changes\n\n## %1 - soon\n## 0.0.9")},
        {QStringLiteral("packaging/debian/changelog"),
         QStringLiteral("latchkey (%1-1) unstable; urgency=medium\n\nlatchkey (0.0.9-1)")},
        {QStringLiteral("packaging/man/latchkey.1.in"),
         QStringLiteral(".TH LATCHKEY 1 \"2026-12-01\" \"latchkey %1\" \"User Commands\"")},
        {QStringLiteral("packaging/man/latchkey-demo-server.1.in"),
         QStringLiteral(".TH LATCHKEY 1 \"2026-12-01\" \"latchkey %1\" \"User Commands\"")}};
    SourceFiles files;
    for (const auto &[file, text] : texts) {
        const QString told = file == path ? version : QStringLiteral("0.1.0");
        files.append({file, told.isEmpty() ? QString() : text.arg(told)});
    }
    QTEST(static_cast<int>(versionFaults(files).size()), "count");
}

void TestPackageScanner::findsDependencyFaults_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("control");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *script, const char *control, int count) {
        QTest::newRow(name) << QString::fromLatin1(script) << QString::fromLatin1(control) << count;
    };
    row("same", "build-essential cmake libssl-dev", ",\n cmake,\n libssl-dev\nStandards-Version: 4",
        0);
    row("other order", "libssl-dev build-essential cmake", ", cmake, libssl-dev\n", 0);
    row("one is missing", "build-essential cmake libssl-dev", ",\n cmake\nHomepage: x", 1);
    row("one too many", "build-essential cmake", ",\n cmake,\n libssl-dev\n", 1);
    row("no compiler", "cmake", ",\n cmake\n", 1);
    row("nothing", "", "", 1);
}

void TestPackageScanner::findsDependencyFaults()
{
    QFETCH(QString, script);
    QFETCH(QString, control);
    const SourceFiles files{
        {QStringLiteral("packaging/dependencies.sh"),
         QStringLiteral("# Sourced.\nBUILD_PACKAGES=\"%1\"\nRUN_PACKAGES=\"xvfb\"\n").arg(script)},
        {QStringLiteral("packaging/debian/control"),
         QStringLiteral("Source: latchkey\nBuild-Depends: debhelper-compat (= 13)") + control}};
    QTEST(static_cast<int>(dependencyFaults(files).size()), "count");
}

void TestPackageScanner::findsMaintainerScripts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<int>("count");
    const QString good = QStringLiteral("%:\n\tdh $@\n\noverride_dh_installsystemduser:\n");
    QTest::newRow("none") << QStringLiteral("packaging/debian/control") << good << 0;
    QTest::newRow("postinst") << QStringLiteral("packaging/debian/latchkey.postinst") << good << 1;
    QTest::newRow("of all") << QStringLiteral("packaging/debian/prerm") << good << 1;
    QTest::newRow("not emptied") << QStringLiteral("packaging/debian/control")
                                 << QStringLiteral("%:\n\tdh $@\n") << 1;
    QTest::newRow("not empty") << QStringLiteral("packaging/debian/control")
                               << good + QStringLiteral("\tdh_installsystemduser\n") << 1;
}

void TestPackageScanner::findsMaintainerScripts()
{
    QFETCH(QString, path);
    QFETCH(QString, rules);
    QTEST(static_cast<int>(maintainerScriptFaults(
                               {{path, {}}, {QStringLiteral("packaging/debian/rules"), rules}})
                               .size()),
          "count");
}

void TestPackageScanner::findsOptionFaults_data()
{
    QTest::addColumn<QString>("path"); // in which `from` becomes `to`
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("count");
    const auto row
        = [](const char *name, const char *path, const char *from, const char *to, int count) {
              QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(from)
                                  << QString::fromLatin1(to) << count;
          };
    row("same", "", "", "", 0);
    row("the program has one more", "--help", "  -h", "  --more <N>  More.\n  -h", 4);
    row("the program has one less", "--help", "  --server <URL>", "  ", 4);
    row("the page has one more", "packaging/man/p.1.in", ".TP\n\\fB\\-h",
        ".TP\n\\fB\\-\\-more\\fR\n.TP\n\\fB\\-h", 1);
    row("the page lacks one", "packaging/man/p.1.in", "\\fB\\-\\-server\\fR \\fIURL\\fR", "Server",
        1);
    row("the page lacks a letter", "packaging/man/p.1.in", "\\fB\\-h\\fR, ", "", 1);
    row("bash", "packaging/completions/p.bash", "--server ", "", 1);
    row("bash, a letter", "packaging/completions/p.bash", " -h", "", 1);
    row("zsh", "packaging/completions/_p", "--server[", "--serve[", 2);
    row("zsh, a letter", "packaging/completions/_p", "'{-h,--help}'", "--help", 1);
    row("fish", "packaging/completions/p.fish", "-l server", "-l serve", 2);
    row("fish, a letter", "packaging/completions/p.fish", "-s h ", "", 1);
    row("no help", "--help", "--", "", 1);
}

void TestPackageScanner::findsOptionFaults()
{
    QFETCH(QString, path);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QString help
        = QStringLiteral("Usage: p [options]\n\nOptions:\n  --server <URL>  Use --other words.\n"
                         "  -h, --help      Show this.\n");
    SourceFiles files{
        {QStringLiteral("packaging/man/p.1.in"),
         QStringLiteral(
             ".SH NAME\np \\- x\n.SH OPTIONS\n.TP\n\\fB\\-\\-server\\fR \\fIURL\\fR\nUse it.\n.TP\n"
             "\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nShow.\n.SH EXIT STATUS\n")},
        {QStringLiteral("packaging/completions/p.bash"),
         QStringLiteral("compgen -W 'a b' -- x\ncompgen -W '--server --help -h' -- \"$word\"\n")},
        {QStringLiteral("packaging/completions/_p"),
         QStringLiteral("_arguments \\\n    '(--help)--server[use it]:address:_urls' \\\n"
                        "    '(- *)'{-h,--help}'[show]'\n")},
        {QStringLiteral("packaging/completions/p.fish"),
         QStringLiteral("complete -c p -f\ncomplete -c p -l server -x -d 'Use'\n"
                        "complete -c p -s h -l help -d 'Show'\n")}};
    if (path == u"--help") {
        help.replace(from, to);
    }
    for (SourceFile &file : files) {
        if (file.path == path) {
            QVERIFY(file.text.contains(from));
            file.text.replace(from, to);
        }
    }
    const Findings found = optionFaults(files, QStringLiteral("p"), help);
    QTEST(static_cast<int>(found.size()), "count");
}

LATCHKEY_TEST(TestPackageScanner, QCoreApplication)
#include "tst_packagescanner.moc"
