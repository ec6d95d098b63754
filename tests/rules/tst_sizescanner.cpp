#include "tests/rules/checks.h"
#include "tests/rules/codeview.h"
#include "tests/rules/sizescanner.h"
#include "tests/support/testprogram.h"

using namespace latchkey::rules;

namespace
{

QString lines(int count)
{
    return QStringLiteral("x;\n").repeated(count);
}

} // namespace

class TestSizeScanner : public QObject
{
    Q_OBJECT

private slots:
    void theProjectKeepsItsFilesSmall() { VERIFY_NONE(oversizedFiles(project())); }
    void theProjectKeepsItsFunctionsSmall() { VERIFY_NONE(oversizedFunctions(project())); }
    void theProjectIsMeasured();

    void fileLimits_data();
    void fileLimits();
    void functionLimit();
    void findsFunctions_data();
    void findsFunctions();
    void viewsCode_data();
    void viewsCode();
};

// The scanner must see the project's functions, or their rule holds for nothing.
void TestSizeScanner::theProjectIsMeasured()
{
    qsizetype functions = 0;
    for (const SourceFile &file : project()) {
        if (file.path == QLatin1String("app/base/savefile.cpp")) {
            functions = functionsOf(file).size();
        }
    }
    QVERIFY(functions > 0);
    qInfo("%s", qPrintable(sizeSummary(project())));
}

void TestSizeScanner::fileLimits_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("limit");
    QTest::newRow("source") << QStringLiteral("app/api/a.cpp") << 400;
    QTest::newRow("test source") << QStringLiteral("tests/api/tst_a.cpp") << 400;
    QTest::newRow("header") << QStringLiteral("ui/a.h") << 250;
    QTest::newRow("form") << QStringLiteral("ui/a.ui") << 200;
    QTest::newRow("main") << QStringLiteral("app/main.cpp") << 59;
}

void TestSizeScanner::fileLimits()
{
    QFETCH(QString, path);
    QFETCH(int, limit);
    QVERIFY(oversizedFiles({{path, lines(limit)}}).isEmpty());
    QCOMPARE(oversizedFiles({{path, lines(limit + 1)}}).size(), 1);
    QCOMPARE(oversizedFiles({{path, lines(limit) + u'x'}}).size(), 1);
}

void TestSizeScanner::functionLimit()
{
    const auto function
        = [](int body) { return QStringLiteral("void f()\n{\n%1}\n").arg(lines(body)); };
    const QString path = QStringLiteral("app/api/a.cpp");
    QVERIFY(oversizedFunctions({{path, function(57)}}).isEmpty());
    QCOMPARE(oversizedFunctions({{path, function(58)}}).size(), 1);
    QVERIFY(oversizedFunctions({{QStringLiteral("tests/api/tst_a.cpp"), function(58)}}).isEmpty());
}

void TestSizeScanner::findsFunctions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("lengths");
    const auto row = [](const char *name, const char *text, const QList<int> &lengths) {
        QTest::newRow(name) << QString::fromLatin1(text) << lengths;
    };
    row("free", "int f(int a)\n{\n  return a;\n}\n", {4});
    row("two", "void f() {}\nvoid g()\n{\n}\n", {1, 3});
    row("in a namespace", "namespace a::b\n{\nvoid f()\n{\n}\n}\n", {3});
    row("in an unnamed namespace", "namespace\n{\nvoid f()\n{\n}\n}\n", {3});
    row("after a statement", "int x = 1;\nconst int y{2};\nvoid f()\n{\n}\n", {3});
    row("in a class",
        "class A final : public B<void(int)>\n{\npublic:\n  void f()\n  {\n  }\n  int m{0};\n};\n",
        {3});
    row("declared only", "class A\n{\n  void f();\n};\nvoid g();\n", {});
    row("constructor", "A::A(int x)\n  : m(x)\n  , n(2)\n{\n}\n", {5});
    row("braced members", "A::A(int x)\n  : m{x}\n  , n{2}\n{\n  go();\n}\n", {6});
    row("blocks and lambdas", "void f()\n{\n  if (a) {\n  }\n  g([] {\n    h();\n  });\n}\n", {8});
    row("template", "template <class T>\nT f(T t)\n{\n  return t;\n}\n", {5});
    row("default argument", "void f(A a = {})\n{\n}\n", {3});
    row("trailing return", "auto f() -> QList<int>\n{\n  return {};\n}\n", {4});
    row("table", "const A table[] = {\n  {f(1)},\n  {f(2)},\n};\nvoid f()\n{\n}\n", {3});
    row("enum", "enum class E { A, B };\nvoid f()\n{\n}\n", {3});
    row("brace in a string", "void f()\n{\n  g(\"}\", '{');\n}\nvoid h()\n{\n}\n", {4, 3});
    row("brace in a raw string", "void f()\n{\n  g(R\"x(}\")x\");\n}\nvoid h()\n{\n}\n", {4, 3});
    row("brace in a comment", "void f()\n{\n  // }\n  /* } */\n}\n", {5});
    row("brace in a macro", "#define M(x) do { \\\n  x } while (false)\nvoid f()\n{\n}\n", {3});
    row("number with marks", "void f()\n{\n  g(1'000);\n}\nvoid h()\n{\n}\n", {4, 3});
}

void TestSizeScanner::findsFunctions()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, lengths);
    QList<int> found;
    const QList<Function> functions = functionsOf({QStringLiteral("app/a.cpp"), text});
    for (const Function &function : functions) {
        found.append(static_cast<int>(function.lines));
    }
    QCOMPARE(found, lengths);
}

void TestSizeScanner::viewsCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *text, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(code);
    };
    row("line comment", "a // b\nc", "a     \nc");
    row("carried-on comment", "a // b\\\nd\nc", "a      \n \nc");
    row("block comment", "a /* b\nc */ d", "a     \n     d");
    row("string", "f(\"abc\")", "f(\"   \")");
    row("escaped quote", "f(\"a\\\"b\") g", "f(\"    \") g");
    row("comment in a string", "f(\"//\") g", "f(\"  \") g");
    row("string in a comment", "// \"\nf", "    \nf");
    row("character", "f('\"') g", "f(' ') g");
    row("raw string", "f(R\"(a\"b)\") g", "f(R       ) g");
    row("not a comment end", "a / b / c", "a / b / c");
}

void TestSizeScanner::viewsCode()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const QString seen = codeOnly(text);
    QCOMPARE(seen.size(), text.size());
    // How a raw string's own marks are shown does not matter.
    QString simple = seen;
    QString wanted = code;
    QCOMPARE(simple.remove(u'"').simplified(), wanted.remove(u'"').simplified());
}

LATCHKEY_TEST(TestSizeScanner, QCoreApplication)
#include "tst_sizescanner.moc"
