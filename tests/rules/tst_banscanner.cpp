#include "tests/rules/banscanner.h"
#include "tests/rules/checks.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QSet>

using namespace latchkey::rules;

class TestBanScanner : public QObject
{
    Q_OBJECT

private slots:
    void theProjectKeepsTheBans() { VERIFY_NONE(brokenBans(project())); }
    void theProjectHasNoStrayMarks() { VERIFY_NONE(strayMarks(project())); }
    void theProjectHidesNoCharacters() { VERIFY_NONE(invisibleCharacters(project())); }

    void finds_data();
    void finds();
    void everyBanHasABadSample();
    void everyPatternIsValid();
    void passes_data();
    void passes();
    void findsStrayMarks_data();
    void findsStrayMarks();
    void findsInvisibleCharacters_data();
    void findsInvisibleCharacters();
    void namesTheLine();
};

namespace
{

struct Bad {
    const char *ban;
    const char *path;
    const char *code;
};

constexpr Bad badSamples[]{
    {"tls", "app/api/a.cpp", "reply->ignoreSslErrors();"},
    {"tls", "tests/api/a.cpp", "c.setPeerVerifyMode(QSslSocket::VerifyNone);"},
    {"tls", "ui/a.cpp", "c.setPeerVerifyMode(QSslSocket::QueryPeer);"},
    {"insecure fallback", "app/store/a.cpp", "job->setInsecureFallback(true);"},
    {"redirects", "app/api/a.cpp", "QNetworkRequest::NoLessSafeRedirectPolicy"},
    {"redirects", "app/api/a.cpp", "QNetworkRequest::SameOriginRedirectPolicy"},
    {"redirects", "app/api/a.cpp", "QNetworkRequest::UserVerifiedRedirectPolicy"},
    {"nested loop", "app/api/a.cpp", "QEventLoop loop;"},
    {"nested loop", "ui/a.cpp", "QEventLoop{}.quit();"},
    {"nested loop", "ui/a.cpp", "dialog.exec();"},
    {"nested loop", "app/composition.cpp", "menu->exec(where);"},
    {"nested loop", "ui/a.cpp", "QCoreApplication::processEvents();"},
    {"singleton", "app/session/a.h", "static Session &instance();"},
    {"singleton", "ui/a.h", "static Theme *getInstance();"},
    {"singleton", "ui/a.h", "static Theme *themeInstance();"},
    {"singleton", "app/a.h", "static App *self();"},
    {"global", "app/base/a.cpp", "Q_GLOBAL_STATIC(Clock, theClock)"},
    {"auto slot", "ui/a.h", "void on_signInButton_clicked();"},
    {"rich text", "ui/a.cpp", "label->setTextFormat(Qt::RichText);"},
    {"rich text", "ui/a.cpp", "label->setTextFormat(Qt::AutoText);"},
    {"rich text", "ui/a.cpp", "label->setTextFormat(Qt::MarkdownText);"},
    {"rich text", "ui/a.cpp", "edit->setHtml(text);"},
    {"rich text", "ui/a.h", "QTextBrowser *m_browser;"},
    {"message box", "ui/a.cpp", "QMessageBox::warning(this, a, b);"},
    {"message box", "app/a.cpp", "QMessageBox::question(this, a, b);"},
    {"sleep", "tests/e2e/a.cpp", "QTest::qSleep(10);"},
    {"sleep", "tests/e2e/a.cpp", "std::this_thread::sleep_for(10ms);"},
    {"sleep", "tests/e2e/a.cpp", "QThread::msleep(10);"},
    {"sleep", "tests/e2e/a.cpp", "usleep(10);"},
    {"sleep", "tests/e2e/a.cpp", "sleep(1);"},
    {"sleep in a room", "app/session/a.cpp", "std::this_thread::sleep_until(then);"},
    {"sleep in a room", "ui/a.cpp", "QThread::sleep(1);"},
    {"blind wait", "tests/gui/a.cpp", "QTest::qWait(100);"},
    {"linux only", "app/a_unix.cpp", "pipe2(ends, O_CLOEXEC);"},
    {"linux only", "app/demo/a_posix.cpp", "accept4(listener, nullptr, nullptr, 0);"},
    {"linux only", "app/a.cpp", "socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);"},
    {"skipped test", "tests/gui/a.cpp", "QSKIP(\"no display\");"},
    {"skipped test", "tests/gui/a.cpp", "QEXPECT_FAIL(\"\", \"\", Continue);"},
};

} // namespace

void TestBanScanner::finds_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("reason");
    for (const Bad &bad : badSamples) {
        for (const Ban &ban : bans()) {
            if (ban.name == QLatin1String(bad.ban)) {
                QTest::addRow("%s: %s", bad.ban, bad.code)
                    << QString::fromLatin1(bad.path) << QString::fromLatin1(bad.code) << ban.reason;
            }
        }
    }
}

void TestBanScanner::finds()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    QFETCH(QString, reason);
    const Findings findings = brokenBans({{path, code}});
    QCOMPARE(findings.size(), 1);
    QVERIFY2(findings.first().endsWith(reason), qPrintable(findings.first()));
    // The same words in a comment or in a text are no act.
    QVERIFY(brokenBans({{path, QStringLiteral("// ") + code}}).isEmpty());
    QVERIFY(brokenBans({{path, QStringLiteral("f(R\"x(%1)x\");").arg(code)}}).isEmpty());
}

void TestBanScanner::everyBanHasABadSample()
{
    QSet<QString> sampled;
    for (const Bad &bad : badSamples) {
        sampled.insert(QString::fromLatin1(bad.ban));
    }
    QSet<QString> named;
    for (const Ban &ban : bans()) {
        named.insert(ban.name);
    }
    QCOMPARE(sampled, named);
}

void TestBanScanner::everyPatternIsValid()
{
    for (const Ban &ban : bans()) {
        QVERIFY2(QRegularExpression{ban.pattern}.isValid(), qPrintable(ban.name));
    }
}

void TestBanScanner::passes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *path, const char *code) {
        QTest::newRow(code) << QString::fromLatin1(path) << QString::fromLatin1(code);
    };
    row("app/main.cpp", "return app.exec();");
    row("app/demo/main.cpp", "return application.exec();");
    row("app/demo/a.cpp", "std::this_thread::sleep_for(delay);");
    row("app/a_linux.cpp", "pipe2(ends, O_CLOEXEC);");
    row("app/api/a.cpp", "request.setAttribute(a, QNetworkRequest::ManualRedirectPolicy);");
    row("app/api/a.cpp", "tls.setPeerVerifyMode(QSslSocket::VerifyPeer);");
    row("app/a.cpp", "QCoreApplication::instance()->installEventFilter(this);");
    row("app/a.h", "bool isFirst(const SingleInstance &instance);");
    row("app/a.h", "static bool askInstance;\nvoid instance();");
    row("ui/a.cpp", "label->setTextFormat(Qt::PlainText);");
    row("ui/a.h", "void onSignInClicked();");
    row("tests/gui/a.cpp", "QVERIFY(QTest::qWaitForWindowExposed(&window));");
    row("tests/gui/a.cpp", "QTRY_VERIFY(spy.wait(100));");
    row("tests/e2e/a.cpp", "app.exec();");
    row("tests/session/a.cpp", "m_clock.sleep(8h);");
    row("tests/support/a.h", "void sleep(std::chrono::milliseconds span);");
}

void TestBanScanner::passes()
{
    QFETCH(QString, path);
    QFETCH(QString, code);
    VERIFY_NONE(brokenBans({{path, code}}));
}

void TestBanScanner::findsStrayMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    // Joined here, so that this file is clean itself.
    QTest::newRow("to do") << QStringLiteral("# TO") + QStringLiteral("DO: later") << 1;
    QTest::newRow("fix me") << QStringLiteral("// FIX") + QStringLiteral("ME") << 1;
    QTest::newRow("three crosses") << QStringLiteral("XX") + QStringLiteral("X check") << 1;
    QTest::newRow("hack") << QStringLiteral("HA") + QStringLiteral("CK") << 1;
    QTest::newRow("a home") << QStringLiteral("see /ho") + QStringLiteral("me/me/x") << 1;
    QTest::newRow("a work folder") << QStringLiteral("cd /wo") + QStringLiteral("rk/main") << 1;
    QTest::newRow("words") << QStringLiteral("todo lists, hacks, mktemp -d x.XXXXXX") << 0;
    QTest::newRow("variables") << QStringLiteral("$top/home/.config ~/office/x") << 0;
}

void TestBanScanner::findsStrayMarks()
{
    QFETCH(QString, text);
    QTEST(static_cast<int>(strayMarks({{QStringLiteral("a.sh"), text}}).size()), "count");
}

void TestBanScanner::findsInvisibleCharacters_data()
{
    QTest::addColumn<uint>("character");
    QTest::addColumn<int>("count");
    for (const uint bad : {0x0u,    0x1Bu,   0xDu,    0x85u,   0xADu,    0x61Cu,  0x180Eu,
                           0x200Bu, 0x200Fu, 0x2028u, 0x202Au, 0x202Eu,  0x2060u, 0x2066u,
                           0x2069u, 0x3164u, 0xFEFFu, 0xFFFDu, 0x1D173u, 0xE0041u}) {
        QTest::addRow("bad U+%04X", bad) << bad << 1;
    }
    for (const uint good :
         {0x9u, 0xAu, 0x20u, 0x7Eu, 0xE9u, 0x2022u, 0x2026u, 0x5D0u, 0x4E2Du, 0x1F511u}) {
        QTest::addRow("good U+%04X", good) << good << 0;
    }
}

void TestBanScanner::findsInvisibleCharacters()
{
    QFETCH(uint, character);
    // Not fromUcs4(): it takes a byte order mark for a mark.
    QString text = QStringLiteral("a");
    if (QChar::requiresSurrogates(character)) {
        text.append(QChar{QChar::highSurrogate(character)});
        text.append(QChar{QChar::lowSurrogate(character)});
    } else {
        text.append(QChar{static_cast<char16_t>(character)});
    }
    QTEST(static_cast<int>(invisibleCharacters({{QStringLiteral("a.md"), text}}).size()), "count");
}

void TestBanScanner::namesTheLine()
{
    const SourceFile file{QStringLiteral("ui/a.cpp"),
                          QStringLiteral("/*\n*/\n\nvoid f()\n{\n    x.exec();\n}\n")};
    QVERIFY(brokenBans({file}).value(0).startsWith(QLatin1String("ui/a.cpp:6: ")));
}

LATCHKEY_TEST(TestBanScanner, QCoreApplication)
#include "tst_banscanner.moc"
