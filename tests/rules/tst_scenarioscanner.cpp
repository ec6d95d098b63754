#include "tests/rules/checks.h"
#include "tests/rules/scenarioscanner.h"
#include "tests/support/testprogram.h"

using namespace latchkey::rules;

class TestScenarioScanner : public QObject
{
    Q_OBJECT

private slots:
    void everyScenarioOfTheProjectHasItsTest() { VERIFY_NONE(scenariosWithoutATest(project())); }

    void findsFaults_data();
    void findsFaults();
};

namespace
{

// A table in which every scenario is right, but for the line of 37.
QString tableWith(const QString &lineOf37)
{
    QString text = QStringLiteral("| scenario | in short | tests |\n|---|---|---|\n");
    for (int number = 1; number <= 94; ++number) {
        text += number == 37 ? lineOf37
                             : QStringLiteral("| %1 | x | `tst_a.cpp::%1: row` |\n").arg(number);
    }
    return text + QStringLiteral("| 29b | x | `tst_a.cpp::29b: row` |\n");
}

QString goodTests()
{
    QString text = QStringLiteral("void A::s37Held() {}\n");
    for (int number = 1; number <= 94; ++number) {
        text += QStringLiteral("QTest::newRow(\"%1: row\");\n").arg(number);
    }
    return text + QStringLiteral("QTest::newRow(\"29b: row\");\n");
}

} // namespace

void TestScenarioScanner::findsFaults_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *line, int count) {
        QTest::newRow(name) << QString::fromLatin1(line) << count;
    };
    row("a row", "| 37 | x | `tst_a.cpp::37: row` |\n", 0);
    row("a function", "| 37 | x | `tst_a.cpp::s37Held` |\n", 0);
    row("another room's", "| 37 | x | `api/tst_b.cpp::s37There` |\n", 0);
    row("several", "| 37 | x | `tst_a.cpp::s37Held`, `api/tst_b.cpp::s37There` |\n", 0);
    row("no line", "", 1);
    row("no test in it", "| 37 | x | later |\n", 1);
    row("two lines", "| 37 | x | `tst_a.cpp::s37Held` |\n| 37 | x | `tst_a.cpp::37: row` |\n", 1);
    row("no such file", "| 37 | x | `tst_c.cpp::s37Held` |\n", 1);
    row("no such function", "| 37 | x | `tst_a.cpp::s37Held2` |\n", 1);
    row("no such row", "| 37 | x | `tst_a.cpp::37: other` |\n", 1);
    row("a row of another number", "| 37 | x | `tst_a.cpp::3: row` |\n", 1);
    row("a function of another number", "| 37 | x | `api/tst_b.cpp::s3There` |\n", 1);
    row("one of two is wrong", "| 37 | x | `tst_a.cpp::s37Held`, `tst_a.cpp::s37Gone` |\n", 1);
}

void TestScenarioScanner::findsFaults()
{
    QFETCH(QString, line);
    const SourceFiles files{{QStringLiteral("tests/session/README.md"), tableWith(line)},
                            {QStringLiteral("tests/session/tst_a.cpp"), goodTests()},
                            {QStringLiteral("tests/api/tst_b.cpp"),
                             QStringLiteral("void s37There();\nvoid s3There();\n")}};
    QTEST(static_cast<int>(scenariosWithoutATest(files).size()), "count");
    QCOMPARE(scenariosWithoutATest({}).size(), 95);
}

LATCHKEY_TEST(TestScenarioScanner, QCoreApplication)
#include "tst_scenarioscanner.moc"
