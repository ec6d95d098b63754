#include "tests/rules/checks.h"
#include "tests/rules/treescanner.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace latchkey::rules;

class TestTreeScanner : public QObject
{
    Q_OBJECT

private slots:
    void theProjectHasOnlyItsTopLevel()
    {
        VERIFY_NONE(strangersAtTheTop(topLevelNames(QStringLiteral(LATCHKEY_SOURCE_DIR))));
    }
    void theReadmeNamesEveryRoom() { VERIFY_NONE(roomsMissingInReadme(project())); }
    void theLicenseIsThere() { VERIFY_NONE(licenseFaults(project())); }

    void readsTheTree();
    void findsStrangers();
    void findsMissing();
    void findsUnnamedRooms_data();
    void findsUnnamedRooms();
    void findsLicenseFaults_data();
    void findsLicenseFaults();
};

namespace
{

QStringList goodTop()
{
    return QStringLiteral(
               "app/ packaging/ resources/ tests/ ui/ .ci/ CMakeLists.txt CMakePresets.json "
               "README.md CHANGELOG.md LICENSE .clang-format .clang-tidy .editorconfig .gitignore")
        .split(u' ');
}

} // namespace

void TestTreeScanner::readsTheTree()
{
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &path, const QByteArray &text) {
        QVERIFY(QDir{folder.path()}.mkpath(QFileInfo{path}.path()));
        QFile file{folder.filePath(path)};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(QStringLiteral("app/base/a.h"), "one");
    write(QStringLiteral(".ci/run"), "two");
    write(QStringLiteral("LICENSE"), "\xEF\xBB\xBFthree");
    write(QStringLiteral("app/a.png"), "no text");
    write(QStringLiteral("build/dev/b.h"), "not ours");
    write(QStringLiteral(".git/config"), "not ours");

    QMap<QString, QString> found;
    const SourceFiles files = readTree(folder.path());
    for (const SourceFile &file : files) {
        found.insert(file.path, file.text);
    }
    const QMap<QString, QString> wanted{{QStringLiteral("app/base/a.h"), QStringLiteral("one")},
                                        {QStringLiteral(".ci/run"), QStringLiteral("two")},
                                        {QStringLiteral("LICENSE"), QStringLiteral("\uFEFFthree")}};
    QCOMPARE(found, wanted);
    QCOMPARE(
        topLevelNames(folder.path()),
        (QStringList{QStringLiteral(".ci/"), QStringLiteral("LICENSE"), QStringLiteral("app/")}));
}

void TestTreeScanner::findsStrangers()
{
    VERIFY_NONE(strangersAtTheTop(goodTop()));
    for (const char *name : {"src/", "docs/", "scripts/", ".gitlab/", "core", "a.out"}) {
        QCOMPARE(strangersAtTheTop(goodTop() << QString::fromLatin1(name)).size(), 1);
    }
    for (const char *name :
         {".github/", "SECURITY.md", ".gitattributes"}) { // not everybody has them
        VERIFY_NONE(strangersAtTheTop(goodTop() << QString::fromLatin1(name)));
    }
}

void TestTreeScanner::findsMissing()
{
    const QStringList names = goodTop();
    for (const QString &name : names) {
        QStringList fewer = names;
        fewer.removeOne(name);
        QCOMPARE(strangersAtTheTop(fewer), Findings{name + QStringLiteral(": missing")});
    }
}

void TestTreeScanner::findsUnnamedRooms_data()
{
    QTest::addColumn<QString>("readme");
    QTest::addColumn<bool>("good");
    QTest::newRow("named") << QStringLiteral("| `app/api` | HTTP |") << true;
    QTest::newRow("with a slash") << QStringLiteral("| `app/api/` | HTTP |") << true;
    QTest::newRow("not named") << QStringLiteral("| `app/base` | words |") << false;
    QTest::newRow("only a file of it") << QStringLiteral("see `app/api/a.h`") << false;
    QTest::newRow("empty") << QString{} << false;
}

void TestTreeScanner::findsUnnamedRooms()
{
    QFETCH(QString, readme);
    const SourceFiles files{{QStringLiteral("README.md"), readme},
                            {QStringLiteral("app/api/a.h"), {}}};
    QTEST(roomsMissingInReadme(files).isEmpty(), "good");
}

void TestTreeScanner::findsLicenseFaults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("whole") << QStringLiteral("MIT License\n\nCopyright (c) 2026 Somebody\n") << 0;
    QTest::newRow("years") << QStringLiteral("MIT License\n\nCopyright (c) 2026-2027 Somebody\n")
                           << 0;
    QTest::newRow("no holder") << QStringLiteral("MIT License\n\nCopyright (c) 2026\n") << 1;
    QTest::newRow("other") << QStringLiteral("GNU GPL\nCopyright (c) 2026 Somebody\n") << 1;
    QTest::newRow("empty") << QString{} << 2;
}

void TestTreeScanner::findsLicenseFaults()
{
    QFETCH(QString, text);
    QTEST(static_cast<int>(licenseFaults({{QStringLiteral("LICENSE"), text}}).size()), "count");
}

LATCHKEY_TEST(TestTreeScanner, QCoreApplication)
#include "tst_treescanner.moc"
