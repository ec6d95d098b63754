#include "tests/demo/rawhttp.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace latchkey::test;

namespace
{

constexpr int kPatienceMs = 10000;
constexpr int kStopMs = 1000;
constexpr int kCannotListen = 1;
constexpr int kWrongUsage = 2;

class Program : public QProcess
{
public:
    explicit Program(const QStringList &arguments)
    {
        // No display, and none of the variables that could stand in for one.
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("LSAN_OPTIONS"), qEnvironmentVariable("LSAN_OPTIONS"));
        setProcessEnvironment(environment);
        start(QStringLiteral(LATCHKEY_DEMO_SERVER), arguments);
    }

    ~Program() override
    {
        kill();
        waitForFinished(kPatienceMs);
    }

    [[nodiscard]] QByteArray firstLine()
    {
        while (!canReadLine() && waitForReadyRead(kPatienceMs)) { }
        return readLine();
    }

    // 0 if the first line is not the promised one.
    [[nodiscard]] quint16 listeningPort()
    {
        static const QRegularExpression promised(
            QStringLiteral("^Latchkey demo server: http://127\\.0\\.0\\.1:(\\d+)/api/v1\n$"));
        return promised.match(QString::fromLatin1(firstLine())).captured(1).toUShort();
    }

    [[nodiscard]] bool waitForLine(const QByteArray &line)
    {
        while (true) {
            while (canReadLine()) {
                if (readLine() == line)
                    return true;
            }
            if (!waitForReadyRead(kPatienceMs))
                return false;
        }
    }

    [[nodiscard]] bool endsWellAtOnce()
    {
        QElapsedTimer timer;
        timer.start();
        return waitForFinished(kPatienceMs) && timer.elapsed() < kStopMs
            && exitStatus() == NormalExit && exitCode() == 0;
    }
};

QJsonObject signedIn(quint16 port)
{
    const RawReply login = postJson(port, "/api/v1/auth/login",
                                    R"({"email":"john@mail.com","password":"changeme"})");
    return QJsonDocument::fromJson(login.body).object();
}

int statusOfProfile(quint16 port, const QJsonObject &pair)
{
    const QByteArray token = pair[QLatin1String("access_token")].toString().toLatin1();
    return get(port, "/api/v1/auth/profile", {"Authorization: Bearer " + token}).status;
}

int statusOfRenewal(quint16 port, const QJsonObject &pair)
{
    const QByteArray token = pair[QLatin1String("refresh_token")].toString().toLatin1();
    return postJson(port, "/api/v1/auth/refresh-token", R"({"refreshToken":")" + token + R"("})")
        .status;
}

} // namespace

class TestDemoProgram : public QObject
{
    Q_OBJECT

private slots:
    void printsItsUrlFirstThenTheAccounts()
    {
        Program program({QStringLiteral("--access-lifetime"), QStringLiteral("90"),
                         QStringLiteral("--rotate")});
        const quint16 port = program.listeningPort();
        QVERIFY(port != 0);
        QCOMPARE(get(port, "/api/v1/auth/profile").status, 401);
        QByteArray rest;
        while (!rest.contains("lives")
               && (program.canReadLine() || program.waitForReadyRead(kPatienceMs)))
            rest += program.readLine();
        for (const char *word : {"john@mail.com", "changeme", "maria@mail.com", "12345",
                                 "admin@mail.com", "admin123", "customer"})
            QVERIFY2(rest.contains(word), word);
        QVERIFY2(rest.contains("lives 90 s, a refresh token 10 h and works once"),
                 rest.constData());
    }

    void endsOnASignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void endsOnASignal()
    {
        QFETCH(int, signal);
        Program program({});
        const quint16 port = program.listeningPort();
        QVERIFY(port != 0);
        ::kill(static_cast<pid_t>(program.processId()), signal);
        QVERIFY(program.endsWellAtOnce());
        QCOMPARE(get(port, "/").status, 0);
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void endsWithItsStandardInput()
    {
        Program program({QStringLiteral("--until-stdin-closes")});
        QVERIFY(program.listeningPort() != 0);
        program.closeWriteChannel();
        QVERIFY(program.endsWellAtOnce());
    }

    void revokesOnALineOfItsStandardInput()
    {
        Program program({QStringLiteral("--until-stdin-closes")});
        const quint16 port = program.listeningPort();
        const QJsonObject pair = signedIn(port);
        QCOMPARE(statusOfProfile(port, pair), 200);
        QCOMPARE(statusOfRenewal(port, pair), 201);
        program.write("revoke\n");
        QVERIFY(program.waitForLine("revoked\n"));
        QCOMPARE(statusOfProfile(port, pair), 401);
        QCOMPARE(statusOfRenewal(port, pair), 401);
        QCOMPARE(statusOfProfile(port, signedIn(port)), 200); // the accounts are as they were
        program.closeWriteChannel();
        QVERIFY(program.endsWellAtOnce());
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void otherLinesChangeNothing()
    {
        Program program({QStringLiteral("--until-stdin-closes")});
        const quint16 port = program.listeningPort();
        const QJsonObject pair = signedIn(port);
        program.write("canary revoke\n");
        QByteArray complained;
        while (!complained.endsWith('\n')) {
            program.setReadChannel(QProcess::StandardError);
            QVERIFY(program.waitForReadyRead(kPatienceMs));
            complained += program.readAllStandardError();
        }
        QCOMPARE(statusOfProfile(port, pair), 200);
        program.closeWriteChannel();
        QVERIFY(program.endsWellAtOnce());
        complained += program.readAllStandardError();
        QCOMPARE(complained.count('\n'), 1);
        QVERIFY2(complained.contains("not a command"), complained.constData());
        QVERIFY(!complained.contains("canary"));
        QVERIFY(!program.readAllStandardOutput().contains("revoked"));
    }

    void takesNoCommandsUnlessAsked()
    {
        Program program({});
        const quint16 port = program.listeningPort();
        const QJsonObject pair = signedIn(port);
        program.write("revoke\n");
        QVERIFY(program.waitForBytesWritten(kPatienceMs));
        QCOMPARE(statusOfProfile(port, pair), 200);
        program.terminate();
        QVERIFY(program.waitForFinished(kPatienceMs));
        QVERIFY(!program.readAllStandardOutput().contains("revoked"));
    }

    void outlivesItsStandardInputOtherwise()
    {
        Program program({});
        const quint16 port = program.listeningPort();
        program.closeWriteChannel();
        QCOMPARE(get(port, "/").status, 404);
        QCOMPARE(program.state(), QProcess::Running);
    }

    void neverPrintsATokenOrARequest()
    {
        Program program({QStringLiteral("--until-stdin-closes")});
        const quint16 port = program.listeningPort();
        const RawReply login = postJson(port, "/api/v1/auth/login",
                                        R"({"email":"john@mail.com","password":"changeme"})");
        QCOMPARE(login.status, 201);
        QCOMPARE(postJson(port, "/api/v1/auth/login", R"({"email":"canary","password":"canary"})")
                     .status,
                 401);
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished(kPatienceMs));
        const QByteArray printed = program.readAllStandardOutput() + program.readAllStandardError();
        QVERIFY(!printed.contains("eyJ"));
        QVERIFY(!printed.contains("canary"));
    }

    void usesThePortItIsTold()
    {
        Program first({});
        const quint16 port = first.listeningPort();
        QVERIFY(port != 0);
        Program second({QStringLiteral("--port"), QString::number(port)});
        QVERIFY(second.waitForFinished(kPatienceMs));
        QCOMPARE(second.exitCode(), kCannotListen);
        QVERIFY(second.readAllStandardError().contains(QByteArray::number(port)));
        QCOMPARE(second.readAllStandardOutput(), QByteArray());

        ::kill(static_cast<pid_t>(first.processId()), SIGTERM);
        QVERIFY(first.waitForFinished(kPatienceMs));
        Program third({QStringLiteral("--port"), QString::number(port)});
        QCOMPARE(third.listeningPort(), port);
    }

    void answersWithoutServing_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("version") << QStringLiteral("--version") << 0
                                 << QByteArray("latchkey-demo-server ") << QByteArray();
        QTest::newRow("help") << QStringLiteral("--help") << 0 << QByteArray("Usage: ")
                              << QByteArray();
        QTest::newRow("unknown") << QStringLiteral("--nope") << kWrongUsage << QByteArray()
                                 << QByteArray("latchkey-demo-server: Unknown option 'nope'.");
        QTest::newRow("bad port") << QStringLiteral("--port=x") << kWrongUsage << QByteArray()
                                  << QByteArray("latchkey-demo-server: --port takes");
    }

    void answersWithoutServing()
    {
        QFETCH(QString, option);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, error);
        Program program({option});
        QVERIFY(program.waitForFinished(kPatienceMs));
        QTEST(program.exitCode(), "exitCode");
        const QByteArray printed = program.readAllStandardOutput();
        const QByteArray complained = program.readAllStandardError();
        QVERIFY2(printed.startsWith(out) && printed.isEmpty() == out.isEmpty(),
                 printed.constData());
        QVERIFY2(complained.startsWith(error) && complained.isEmpty() == error.isEmpty(),
                 complained.constData());
    }
};

LATCHKEY_TEST(TestDemoProgram, QCoreApplication)
#include "tst_demoprogram.moc"
