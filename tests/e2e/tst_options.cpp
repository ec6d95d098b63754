#include "app/options.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;

class tst_Options : public QObject
{
    Q_OBJECT
private slots:
    void good();
    void renew_data();
    void renew();
    void qtsOwnOptionsAreLeftToQt();
    void wrong_data();
    void wrong();
    void helpAndVersion_data();
    void helpAndVersion();
};

namespace
{

std::variant<Options, EarlyExit> parse(const QStringList &arguments)
{
    return parseCommandLine(QStringList{QStringLiteral("latchkey")} + arguments);
}

} // namespace

void tst_Options::good()
{
    const auto result = parse(
        {QStringLiteral("--server"), QStringLiteral("https://api.example.com/v1/"),
         QStringLiteral("--profile"), QStringLiteral("work"), QStringLiteral("--no-keychain")});
    const auto *options = std::get_if<Options>(&result);
    QVERIFY(options);
    QCOMPARE(options->server->toString(), QStringLiteral("https://api.example.com/v1"));
    QCOMPARE(options->profile, QStringLiteral("work"));
    QVERIFY(options->noKeychain);
    QVERIFY(!options->demo);
    const auto none = parse({});
    QVERIFY(std::holds_alternative<Options>(none));
    QCOMPARE(std::get<Options>(none).profile, QStringLiteral("default"));
}

void tst_Options::renew_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isProfileGiven");
    QTest::addColumn<QString>("profile");
    QTest::newRow("every profile") << QStringList() << false << QStringLiteral("default");
    QTest::newRow("one profile") << QStringList{QStringLiteral("--profile"), QStringLiteral("work")}
                                 << true << QStringLiteral("work");
    QTest::newRow("the default one")
        << QStringList{QStringLiteral("--profile=default")} << true << QStringLiteral("default");
}

void tst_Options::renew()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, isProfileGiven);
    QFETCH(QString, profile);
    const auto result = parse(QStringList{QStringLiteral("--renew")} + arguments);
    const auto *options = std::get_if<Options>(&result);
    QVERIFY(options);
    QVERIFY(options->renew);
    QCOMPARE(options->isProfileGiven, isProfileGiven);
    QCOMPARE(options->profile, profile);
}

void tst_Options::qtsOwnOptionsAreLeftToQt()
{
    const auto result = parse({QStringLiteral("-platform"), QStringLiteral("offscreen"),
                               QStringLiteral("-reverse"), QStringLiteral("--demo")});
    QVERIFY(std::holds_alternative<Options>(result));
    QVERIFY(std::get<Options>(result).demo);
}

void tst_Options::wrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("hides");
    const auto row = [](const char *name, const QStringList &arguments, const char *says,
                        const char *hides = "\x01") {
        QTest::newRow(name) << arguments << QString::fromLatin1(says) << QString::fromLatin1(hides);
    };
    const auto server = [](const char *address) {
        return QStringList{QStringLiteral("--server"), QString::fromLatin1(address)};
    };
    row("unknown option", {QStringLiteral("--frobnicate")}, "frobnicate");
    row("a password is no option", {QStringLiteral("--password=hunter2")}, "Unknown", "hunter2");
    row("a stray word is not echoed", {QStringLiteral("hunter2")}, "not an option", "hunter2");
    row("a short option is not echoed", {QStringLiteral("-phunter2")}, "two dashes", "hunter2");
    row("profile with a line break", {QStringLiteral("--profile"), QStringLiteral("a\n")},
        "--profile");
    row("not a URL", server("example"), "full web address");
    row("empty server", server(""), "full web address");
    row("plain http", server("http://api.example.com"), "isn't encrypted");
    row("credentials are not echoed", server("https://u:hunter2@api.example.com"), "user name",
        "hunter2");
    row("query", server("https://api.example.com/?a=b"), "?");
    row("missing value", {QStringLiteral("--server")}, "value");
    row("two servers",
        {QStringLiteral("--demo"), QStringLiteral("--server"), QStringLiteral("https://a.example")},
        "exclude");
    row("profile with a slash", {QStringLiteral("--profile"), QStringLiteral("../x")}, "--profile");
    row("empty profile", {QStringLiteral("--profile"), QString()}, "--profile");
    row("hidden profile", {QStringLiteral("--profile"), QStringLiteral(".x")}, "--profile");
    row("screenshots alone", {QStringLiteral("--screenshots"), QStringLiteral("/tmp")},
        "--smoke-test");
    for (const auto *other : {"--demo", "--no-keychain", "--smoke-test", "--diagnostics",
                              "--server=https://a.example", "--screenshots=/tmp"}) {
        row(qPrintable(QStringLiteral("renew and ") + QLatin1String(other)),
            {QStringLiteral("--renew"), QLatin1String(other)}, "--renew goes with --profile");
    }
    row("renew and a word", {QStringLiteral("--renew"), QStringLiteral("work")}, "not an option");
    row("renew and a wrong profile",
        {QStringLiteral("--renew"), QStringLiteral("--profile"), QStringLiteral("../x")},
        "--profile: use");
    row("smoke test of nothing", {QStringLiteral("--smoke-test")}, "--demo or --server");
}

void tst_Options::wrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    QFETCH(QString, hides);
    const auto result = parse(arguments);
    const auto *exit = std::get_if<EarlyExit>(&result);
    QVERIFY(exit);
    QCOMPARE(exit->exitCode, 2);
    QVERIFY2(exit->text.contains(says), qPrintable(exit->text));
    QVERIFY(!exit->text.contains(hides));
}

void tst_Options::helpAndVersion_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("says");
    QTest::newRow("--help") << QStringLiteral("--help") << QStringLiteral("--smoke-test");
    QTest::newRow("--help, of renewing") << QStringLiteral("--help") << QStringLiteral("--renew");
    QTest::newRow("-h") << QStringLiteral("-h") << QStringLiteral("--profile");
    QTest::newRow("--help, its first line")
        << QStringLiteral("--help") << QStringLiteral("Usage: latchkey [options]\n");
    QTest::newRow("-v") << QStringLiteral("-v") << QStringLiteral("latchkey 0.");
    QTest::newRow("--version") << QStringLiteral("--version") << QStringLiteral("latchkey 0.");
}

void tst_Options::helpAndVersion()
{
    QFETCH(QString, argument);
    QFETCH(QString, says);
    const auto result = parse({argument});
    const auto *exit = std::get_if<EarlyExit>(&result);
    QVERIFY(exit);
    QCOMPARE(exit->exitCode, 0);
    QVERIFY(exit->text.contains(says));
}

LATCHKEY_TEST(tst_Options, QCoreApplication)
#include "tst_options.moc"
