#include "app/demo/serveroptions.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey::demo;

class TestServerOptions : public QObject
{
    Q_OBJECT

private slots:
    void readsLifetimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds"); // 0: refused
        QTest::newRow("bare") << QStringLiteral("90") << qint64{90};
        QTest::newRow("s") << QStringLiteral("90s") << qint64{90};
        QTest::newRow("m") << QStringLiteral("15m") << qint64{900};
        QTest::newRow("h") << QStringLiteral("10h") << qint64{36000};
        QTest::newRow("d") << QStringLiteral("20d") << qint64{1728000};
        QTest::newRow("longest") << QStringLiteral("3650d") << qint64{315360000};
        QTest::newRow("too long") << QStringLiteral("3651d") << qint64{0};
        QTest::newRow("too long in seconds") << QStringLiteral("315360001") << qint64{0};
        QTest::newRow("overflow") << QStringLiteral("99999999999d") << qint64{0};
        QTest::newRow("zero") << QStringLiteral("0") << qint64{0};
        QTest::newRow("negative") << QStringLiteral("-5") << qint64{0};
        QTest::newRow("fraction") << QStringLiteral("1.5h") << qint64{0};
        QTest::newRow("unit only") << QStringLiteral("h") << qint64{0};
        QTest::newRow("unknown unit") << QStringLiteral("3w") << qint64{0};
        QTest::newRow("two units") << QStringLiteral("3hs") << qint64{0};
        QTest::newRow("empty") << QString() << qint64{0};
    }

    void readsLifetimes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, seconds);
        const auto lifetime = parsedLifetime(text);
        QCOMPARE(lifetime ? lifetime->count() : 0, seconds);
    }

    void choosesTheAction_data()
    {
        using Action = CommandLine::Action;
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<Action>("action");
        QTest::addColumn<QString>("says");
        const auto row
            = [](const char *name, const QString &arguments, Action action, const QString &says) {
                  QTest::newRow(name) << arguments << action << says;
              };
        row("none", {}, Action::Serve, {});
        row("help", QStringLiteral("--help"), Action::Show, QStringLiteral("--until-stdin-closes"));
        row("-h", QStringLiteral("-h"), Action::Show,
            QStringLiteral("Usage: latchkey-demo-server [options]\n"));
        row("-v", QStringLiteral("-v"), Action::Show, QStringLiteral("latchkey-demo-server "));
        row("version", QStringLiteral("--version"), Action::Show,
            QStringLiteral("latchkey-demo-server "));
        row("unknown", QStringLiteral("--password=hunter2"), Action::Refuse,
            QStringLiteral("password"));
        row("positional", QStringLiteral("hunter2"), Action::Refuse,
            QStringLiteral("Only options"));
        row("no value", QStringLiteral("--port"), Action::Refuse, QStringLiteral("port"));
        row("port text", QStringLiteral("--port hunter2"), Action::Refuse,
            QStringLiteral("--port"));
        row("port high", QStringLiteral("--port 65536"), Action::Refuse, QStringLiteral("--port"));
        row("port negative", QStringLiteral("--port=-1"), Action::Refuse, QStringLiteral("--port"));
        row("access", QStringLiteral("--access-lifetime hunter2"), Action::Refuse,
            QStringLiteral("--access-lifetime"));
        row("refresh", QStringLiteral("--refresh-lifetime 0"), Action::Refuse,
            QStringLiteral("--refresh-lifetime"));
    }

    void choosesTheAction()
    {
        QFETCH(QString, arguments);
        QFETCH(CommandLine::Action, action);
        QFETCH(QString, says);
        const CommandLine command
            = parsedCommandLine(QStringList{QStringLiteral("server")}
                                + arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(command.action, action);
        QVERIFY2(command.text.contains(says), qPrintable(command.text));
        // Whatever was given by mistake may be a secret.
        QVERIFY2(!command.text.contains(QStringLiteral("hunter2")), qPrintable(command.text));
    }

    void hasTheDocumentedDefaults()
    {
        const CommandLine command = parsedCommandLine({QStringLiteral("server")});
        QCOMPARE(command.server.port, quint16{0});
        QCOMPARE(command.server.tokens.accessLifetime.count(), 20 * 24 * 3600);
        QCOMPARE(command.server.tokens.refreshLifetime.count(), 10 * 3600);
        QVERIFY(!command.server.tokens.rotate);
        QVERIFY(!command.server.tokens.singleSession);
        QVERIFY(!command.server.tokens.remember);
        QVERIFY(!command.untilStdinCloses);
    }

    void takesEveryOption()
    {
        const CommandLine command = parsedCommandLine(
            {QStringLiteral("server"), QStringLiteral("--port"), QStringLiteral("8123"),
             QStringLiteral("--access-lifetime"), QStringLiteral("30s"),
             QStringLiteral("--refresh-lifetime=5m"), QStringLiteral("--rotate"),
             QStringLiteral("--single-session"), QStringLiteral("--until-stdin-closes")});
        QCOMPARE(command.action, CommandLine::Action::Serve);
        QCOMPARE(command.server.port, quint16{8123});
        QCOMPARE(command.server.tokens.accessLifetime.count(), 30);
        QCOMPARE(command.server.tokens.refreshLifetime.count(), 300);
        QVERIFY(command.server.tokens.rotate);
        QVERIFY(command.server.tokens.singleSession);
        QVERIFY(command.untilStdinCloses);
    }
};

LATCHKEY_TEST(TestServerOptions, QCoreApplication)
#include "tst_serveroptions.moc"
