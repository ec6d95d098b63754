#include "app/base/systemclock.h"
#include "tests/e2e/programfixture.h"
#include "tests/support/fakestore.h"
#include "tests/support/privatekeyring.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QProcess>
#include <QUrl>

using namespace latchkey;
using namespace latchkey::test;

// The real program does all its flows with every debug switch on, and then every byte it left
// anywhere is searched for every token the server issued and every password (security.md D2,
// scenario 62).
class tst_Secrets : public QObject
{
    Q_OBJECT
public:
    explicit tst_Secrets(PrivateKeyring &keyring)
        : m_keyring(keyring)
    {
    }

private slots:
    void initTestCase() { QVERIFY(m_keyring.start()); }
    void theSearchFindsWhatIsThere();
    void s62NothingLeaks();
    void theCopiedReportHoldsNone();

private:
    PrivateKeyring &m_keyring;
};

namespace
{

// The forms a secret can take in a log or a file.
QList<QByteArray> encodings(const QByteArray &secret)
{
    QByteArray utf16;
    for (const char c : secret) {
        utf16.append(c);
        utf16.append('\0');
    }
    QList<QByteArray> forms{secret, utf16, secret.toHex(), secret.toHex().toUpper(),
                            QUrl::toPercentEncoding(QString::fromLatin1(secret))};
    // Base64 of a longer text holds it in one of three ways, by where it begins; its ends are mixed
    // with its neighbours.
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray coded = (QByteArray(before, ' ') + secret).toBase64();
        forms.append(coded.sliced(before == 0 ? 0 : 4).chopped(4));
    }
    return forms;
}

// The names of the needles that `hay` holds; never the needles themselves.
QStringList found(const QByteArray &hay, const QHash<QString, QByteArray> &needles)
{
    QStringList names;
    for (auto it = needles.begin(); it != needles.end(); ++it) {
        for (const QByteArray &form : encodings(it.value())) {
            if (hay.contains(form))
                names.append(it.key());
        }
    }
    return names;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Run {
    int exitCode = -1;
    QByteArray output;
};

Run runSmokeTest(const QStringList &server, const QByteArray &input, const QString &shots)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
    environment.insert(QStringLiteral("QDBUS_DEBUG"), QStringLiteral("1"));
    environment.insert(QStringLiteral("G_DBUS_DEBUG"), QStringLiteral("message"));
    environment.insert(QStringLiteral("G_MESSAGES_DEBUG"), QStringLiteral("all"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral(LATCHKEY_PROGRAM),
        server
            + QStringList{QStringLiteral("--smoke-test"), QStringLiteral("--screenshots"), shots});
    process.write(input);
    process.closeWriteChannel();
    Run run;
    if (process.waitForFinished(120'000))
        run.exitCode = process.exitCode();
    run.output = process.readAll();
    return run;
}

} // namespace

void tst_Secrets::theSearchFindsWhatIsThere()
{
    const QHash<QString, QByteArray> needles{{QStringLiteral("canary"), "s3cr3t-canary"}};
    QVERIFY(found("nothing here", needles).isEmpty());
    for (const QByteArray &form : encodings("s3cr3t-canary"))
        QVERIFY(!found("log: " + form + " end", needles).isEmpty());
}

void tst_Secrets::s62NothingLeaks()
{
    std::atomic<int> refreshes{0};
    demo::DemoServer::Options options;
    options.tokens.remember = true;
    options.tokens.now = [] { return SystemClock().wall(); };
    options.onRequest = [&](demo::Endpoint endpoint) {
        if (endpoint == demo::Endpoint::Refresh && ++refreshes == 1)
            throw std::runtime_error("a failed renewal is a flow too");
    };
    demo::DemoServer server(options);
    QVERIFY(server.start());
    const QString shots = m_keyring.home() + QStringLiteral("/shots");

    const QStringList here{QStringLiteral("--server"), server.url()};
    const Run wrong = runSmokeTest(here, "john@mail.com\nwr0ng-passw0rd-canary\n", shots);
    QCOMPARE(wrong.exitCode, 1);
    const Run demo = runSmokeTest({QStringLiteral("--demo")}, {}, shots);
    QVERIFY2(demo.exitCode == 0, demo.output.right(2000).constData());
    const Run right = runSmokeTest(here, "john@mail.com\nchangeme\n", shots);
    QVERIFY2(right.exitCode == 0, right.output.right(2000).constData());
    QVERIFY(right.output.contains("latchkey.session")); // the debug switches were really on
    QVERIFY(right.output.contains("kept in GNOME Keyring"));
    QVERIFY(refreshes >= 2);

    QHash<QString, QByteArray> needles{{QStringLiteral("password"), "changeme"},
                                       {QStringLiteral("wrong password"), "wr0ng-passw0rd-canary"}};
    // Whoever issued it: the demo server that was a child keeps its tokens to itself.
    needles.insert(QStringLiteral("any token"), R"({"alg":"HS256","typ":"JWT"})");
    needles.insert(QStringLiteral("any encoded token"), "eyJhbGciOiJIUzI1NiIs");
    const QList<QByteArray> tokens = server.issuedTokens();
    QVERIFY(tokens.size() >= 4);
    for (qsizetype i = 0; i < tokens.size(); ++i)
        needles.insert(QStringLiteral("token %1").arg(i), tokens.at(i));
    // A signature alone would do for whoever knows the rest.
    for (qsizetype i = 0; i < tokens.size(); ++i)
        needles.insert(QStringLiteral("signature %1").arg(i), tokens.at(i).split('.').last());

    QVERIFY(tokens.first().startsWith("eyJhbGciOiJIUzI1NiIs")); // so that this needle is one
    QCOMPARE(found(wrong.output, needles).join(u','), QString());
    auto demoNeedles = needles;
    demoNeedles.remove(QStringLiteral("password")); // public, and shown on the form on purpose
    QCOMPARE(found(demo.output, demoNeedles).join(u','), QString());
    QCOMPARE(found(right.output, needles).join(u','), QString());
    int files = 0;
    for (const QString &folder :
         {m_keyring.home(), qEnvironmentVariable("XDG_RUNTIME_DIR"),
          qEnvironmentVariable("XDG_CONFIG_HOME"), qEnvironmentVariable("XDG_CACHE_HOME"),
          qEnvironmentVariable("XDG_DATA_HOME")}) {
        QVERIFY(!folder.isEmpty());
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            ++files;
            const QStringList leaks = found(contentOf(path), needles);
            QVERIFY2(leaks.isEmpty(), qPrintable(path + QStringLiteral(": ") + leaks.join(u',')));
        }
    }
    QVERIFY(files > 0); // the keyring file and the screenshots at least
    QVERIFY(QDir(shots).entryList({QStringLiteral("*.png")}).size() >= 4);
    QVERIFY(!PrivateKeyring::dump().contains("session/")); // and the sign-out really deleted it
}

// Signed in, with a history: nothing of it is in the report, nor anywhere in the dialog.
void tst_Secrets::theCopiedReportHoldsNone()
{
    FakeStore store;
    ProgramFixture fixture(store);
    QVERIFY(fixture.openSignedIn());
    fixture.program->session().renewNow();
    fixture.settleNetwork();
    fixture.program->window().openDiagnostics();
    const auto reached = [&fixture] { return fixture.shows(QStringLiteral(" ms")); };
    QTRY_VERIFY(reached() && fixture.press(QStringLiteral("Copy report")));
    const auto report = [] { return QGuiApplication::clipboard()->text(); };
    QTRY_VERIFY(fixture.press(QStringLiteral("Copy report"))
                && report().contains(QStringLiteral("Server answers: yes")));
    QVERIFY2(report().contains(QStringLiteral("SignedIn -> Renewing (user)")),
             qPrintable(report()));
    QVERIFY2(report().endsWith(QStringLiteral("\nSecrets removed: 0\n")), qPrintable(report()));

    QHash<QString, QByteArray> needles{{QStringLiteral("password"), "changeme"}};
    const QList<QByteArray> tokens = fixture.server->issuedTokens();
    QVERIFY(tokens.size() >= 4);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        needles.insert(QStringLiteral("token %1").arg(i), tokens.at(i));
        const QByteArrayList parts = tokens.at(i).split('.');
        for (qsizetype part = 0; part < parts.size(); ++part)
            needles.insert(QStringLiteral("token %1, part %2").arg(i).arg(part), parts.at(part));
    }
    QByteArray shown = report().toUtf8();
    for (const QLabel *label : fixture.program->window().findChildren<QLabel *>())
        shown += label->text().toUtf8() + label->toolTip().toUtf8() + '\n';
    QCOMPARE(found(shown, needles).join(u','), QString());
}

static int runSecrets(int argc, char **argv)
{
    PrivateKeyring keyring(PrivateKeyring::Mode::Unlocked);
    QApplication app(argc, argv);
    tst_Secrets test(keyring);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runSecrets)
#include "tst_secrets.moc"
