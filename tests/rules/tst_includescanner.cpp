#include "tests/rules/checks.h"
#include "tests/rules/includescanner.h"
#include "tests/rules/roomtable.h"
#include "tests/support/testprogram.h"

using namespace latchkey::rules;

namespace
{

SourceFile including(const QString &path, const QString &target)
{
    return {path, QStringLiteral("#include \"%1\"\n").arg(target)};
}

} // namespace

class TestIncludeScanner : public QObject
{
    Q_OBJECT

private slots:
    void theProjectIsRead();
    void theProjectKeepsItsDirections() { VERIFY_NONE(forbiddenIncludes(project())); }
    void theProjectKeepsItsLibraries() { VERIFY_NONE(foreignLibraries(project())); }
    void theProjectKeepsItsLinks() { VERIFY_NONE(forbiddenLinks(project())); }
    void theProjectHasNoFileCycle() { QCOMPARE(findCycle(fileGraph(project())), QString{}); }
    void theProjectHasNoFolderCycle() { QCOMPARE(findCycle(folderGraph(project())), QString{}); }

    void direction_data();
    void direction();
    void readsIncludes_data();
    void readsIncludes();
    void wantsPathsFromTheTop_data();
    void wantsPathsFromTheTop();
    void knowsEveryFolder();
    void findsForeignLibraries_data();
    void findsForeignLibraries();
    void findsLinks_data();
    void findsLinks();
    void findsCycles();
    void findsFolderCycles();
};

// Else a wrong path from CMake would make every rule hold.
void TestIncludeScanner::theProjectIsRead()
{
    QStringList paths;
    for (const SourceFile &file : project()) {
        paths.append(file.path);
    }
    QVERIFY(paths.contains(QStringLiteral("app/base/secret.h")));
    QVERIFY(paths.contains(QStringLiteral("tests/rules/tst_includescanner.cpp")));
    QVERIFY(paths.contains(QStringLiteral(".ci/run")));
    QVERIFY(fileGraph(project())
                .value(QStringLiteral("app/base/clock.cpp"))
                .contains(QStringLiteral("app/base/clock.h")));
}

void TestIncludeScanner::direction_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *from, const char *to, bool allowed) {
        QTest::addRow("%s -> %s", from, to)
            << QString::fromLatin1(from) << QString::fromLatin1(to) << allowed;
    };
    row("app/base", "app/base", true);
    row("app/base", "app/api", false);
    row("app/api", "app/base", true);
    row("app/api", "app/store", false);
    row("app/api", "app/session", false);
    row("app/store", "app/api", false);
    row("app/session", "app/api", true);
    row("app/session", "app/store", true);
    row("app/session", "ui", false);
    row("app/inspect", "app/base", true);
    row("app/inspect", "app/session", false);
    row("app/demo", "app/base", true);
    row("app/demo", "app/api", false);
    row("ui", "app/session", true);
    row("ui", "app/inspect", true);
    row("ui", "app/api", false);
    row("ui", "app/store", false);
    row("ui", "app/demo", false);
    row("ui", "app", false);
    row("app/session", "app", false);
    row("app", "ui", true);
    row("app", "app/demo", true);
    row("app", "tests/support", false);
    row("app/base", "tests/support", false);
    row("tests/api", "app/api", true);
    row("tests/api", "app/base", true);
    row("tests/api", "app/session", false);
    row("tests/api", "tests/support", true);
    row("tests/api", "tests/store", false);
    row("tests/ui", "app/store", true);
    row("tests/ui", "app/demo", false);
    row("tests/ui", "app", false);
    row("tests/gui", "app/demo", true);
    row("tests/gui", "app", false);
    row("tests/e2e", "app", true);
    row("tests/e2e/contract", "app/demo", true);
    row("tests/e2e/contract", "tests/e2e", true);
    row("tests/e2e", "tests/e2e/contract", false);
    row("tests/api/deep", "app/api", false);
    row("tests/support", "app/api", true);
    row("tests/rules", "app/base", false);
}

void TestIncludeScanner::direction()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, allowed);
    const QString header = to + QStringLiteral("/it.h");
    const SourceFiles files{including(from + QStringLiteral("/a.cpp"), header), {header, {}}};
    QCOMPARE(forbiddenIncludes(files).isEmpty(), allowed);
}

void TestIncludeScanner::readsIncludes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("targets");
    const auto one = QStringList{QStringLiteral("app/a.h")};
    QTest::newRow("quoted") << QStringLiteral("#include \"app/a.h\"\n") << one;
    QTest::newRow("angle") << QStringLiteral("#include <app/a.h>") << one;
    QTest::newRow("spaced") << QStringLiteral("\t# include  \"app/a.h\"") << one;
    QTest::newRow("no space") << QStringLiteral("#include\"app/a.h\"") << one;
    QTest::newRow("behind a comment") << QStringLiteral("/* why */ #include \"app/a.h\"") << one;
    QTest::newRow("line comment") << QStringLiteral("// #include \"app/a.h\"\n") << QStringList{};
    QTest::newRow("block comment")
        << QStringLiteral("/*\n#include \"app/a.h\"\n*/") << QStringList{};
    QTest::newRow("two") << QStringLiteral("#include <QUrl>\n#include \"app/a.h\"\n")
                         << QStringList{QStringLiteral("QUrl"), QStringLiteral("app/a.h")};
}

void TestIncludeScanner::readsIncludes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, targets);
    QStringList found;
    const QList<Include> includes = includesOf({QStringLiteral("app/x.cpp"), text});
    for (const Include &include : includes) {
        found.append(include.target);
    }
    QCOMPARE(found, targets);
}

void TestIncludeScanner::wantsPathsFromTheTop_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("good");
    QTest::newRow("from the top") << QStringLiteral("app/api/here.h") << true;
    QTest::newRow("generated form") << QStringLiteral("ui_signinpage.h") << true;
    QTest::newRow("generated moc") << QStringLiteral("tst_x.moc") << true;
    QTest::newRow("bare name") << QStringLiteral("here.h") << false;
    QTest::newRow("relative") << QStringLiteral("../api/here.h") << false;
    QTest::newRow("absent") << QStringLiteral("app/api/gone.h") << false;
}

void TestIncludeScanner::wantsPathsFromTheTop()
{
    QFETCH(QString, target);
    QFETCH(bool, good);
    const SourceFiles files{including(QStringLiteral("app/api/a.cpp"), target),
                            {QStringLiteral("app/api/here.h"), {}}};
    QCOMPARE(forbiddenIncludes(files).isEmpty(), good);
}

void TestIncludeScanner::knowsEveryFolder()
{
    for (const char *path :
         {"app/utils/a.cpp", "app/api/detail/a.cpp", "base/a.h", "tests/misc/a.cpp"}) {
        QVERIFY2(!forbiddenIncludes({{QString::fromLatin1(path), {}}}).isEmpty(), path);
    }
}

void TestIncludeScanner::findsForeignLibraries_data()
{
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("good");
    const QString keychain = QStringLiteral("qt6keychain/keychain.h");
    const QString http = QStringLiteral("httplib.h");
    QTest::newRow("one keychain file")
        << QStringList{QStringLiteral("app/store/jobs.cpp")} << keychain << true;
    QTest::newRow("two keychain files")
        << QStringList{QStringLiteral("app/store/jobs.cpp"), QStringLiteral("app/store/more.cpp")}
        << keychain << false;
    QTest::newRow("keychain in the session")
        << QStringList{QStringLiteral("app/session/a.cpp")} << keychain << false;
    QTest::newRow("keychain in a test")
        << QStringList{QStringLiteral("tests/store/tst_a.cpp")} << keychain << false;
    QTest::newRow("server in demo")
        << QStringList{QStringLiteral("app/demo/a.cpp")} << http << true;
    QTest::newRow("server in e2e")
        << QStringList{QStringLiteral("tests/e2e/a.cpp")} << http << true;
    QTest::newRow("server in api") << QStringList{QStringLiteral("app/api/a.cpp")} << http << false;
    QTest::newRow("server in the program")
        << QStringList{QStringLiteral("app/a.cpp")} << http << false;
}

void TestIncludeScanner::findsForeignLibraries()
{
    QFETCH(QStringList, paths);
    QFETCH(QString, target);
    QFETCH(bool, good);
    SourceFiles files;
    for (const QString &path : qAsConst(paths)) {
        files.append({path, QStringLiteral("#include <%1>\n").arg(target)});
    }
    QCOMPARE(foreignLibraries(files).isEmpty(), good);
}

void TestIncludeScanner::findsLinks_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("good");
    QTest::newRow("room allowed") << QStringLiteral("app/api") << QStringLiteral("latchkey_base")
                                  << true;
    QTest::newRow("room forbidden")
        << QStringLiteral("app/api") << QStringLiteral("latchkey_store") << false;
    QTest::newRow("ui forbidden") << QStringLiteral("app/session") << QStringLiteral("latchkey_ui")
                                  << false;
    QTest::newRow("not a room") << QStringLiteral("app/api") << QStringLiteral("latchkey_room")
                                << true;
    QTest::newRow("Qt allowed") << QStringLiteral("ui") << QStringLiteral("Qt6::Widgets") << true;
    QTest::newRow("Qt forbidden") << QStringLiteral("app/session") << QStringLiteral("Qt6::Widgets")
                                  << false;
}

void TestIncludeScanner::findsLinks()
{
    QFETCH(QString, folder);
    QFETCH(QString, link);
    QFETCH(bool, good);
    const SourceFile file{folder + QStringLiteral("/CMakeLists.txt"), link};
    QCOMPARE(forbiddenLinks({file}).isEmpty(), good);
}

void TestIncludeScanner::findsCycles()
{
    const QString a = QStringLiteral("app/base/a.h");
    const QString b = QStringLiteral("app/base/b.h");
    const QString c = QStringLiteral("app/base/c.h");
    QCOMPARE(findCycle(fileGraph({including(a, b), including(b, c), including(c, b)})),
             QStringLiteral("app/base/b.h -> app/base/c.h -> app/base/b.h"));
    QCOMPARE(findCycle(fileGraph({including(a, b), including(b, c), {c, {}}})), QString{});
    QCOMPARE(findCycle(fileGraph({including(a, a)})),
             QStringLiteral("app/base/a.h -> app/base/a.h"));
}

void TestIncludeScanner::findsFolderCycles()
{
    // No file includes itself round a circle here, but the folders do.
    const SourceFiles files{including(QStringLiteral("app/a.h"), QStringLiteral("ui/b.h")),
                            {QStringLiteral("ui/b.h"), {}},
                            including(QStringLiteral("ui/c.h"), QStringLiteral("app/d.h")),
                            {QStringLiteral("app/d.h"), {}}};
    QCOMPARE(findCycle(fileGraph(files)), QString{});
    QCOMPARE(findCycle(folderGraph(files)), QStringLiteral("app -> ui -> app"));
}

LATCHKEY_TEST(TestIncludeScanner, QCoreApplication)
#include "tst_includescanner.moc"
