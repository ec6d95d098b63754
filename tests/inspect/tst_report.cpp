#include "app/inspect/report.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;

class TestReport : public QObject
{
    Q_OBJECT
private slots:
    void saysEverything();
    void eachOutcomeHasItsWords_data();
    void eachOutcomeHasItsWords();
    void redactsEveryValue();
    void noValueLeavesItsLine();
    void worksWithNothingKnown();
    void skews_data();
    void skews();
};

namespace
{

const QString sampleToken
    = QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjEsImV4cCI6MTcwMX0.c2lnbmF0dXJlLWNhbmFyeQ");

WallTime at(qint64 seconds)
{
    return WallTime(std::chrono::seconds(seconds));
}

DiagnosticsFacts everything()
{
    DiagnosticsFacts facts;
    facts.takenAt = at(1'795'453'555);
    facts.version = QStringLiteral("0.1.0");
    facts.commit = QStringLiteral("bd400ae");
    facts.qtRun = QStringLiteral("6.4.2");
    facts.qtBuilt = QStringLiteral("6.4.1");
    facts.system = QStringLiteral("Debian GNU/Linux 12, x86_64");
    facts.display = QStringLiteral("xcb");
    facts.tls = QStringLiteral("openssl, OpenSSL 3.0.15");
    facts.settings = QStringLiteral("/config/default.ini");
    facts.storeName = QStringLiteral("GNOME Keyring");
    facts.store = StoreCondition::Ready;
    facts.server = QStringLiteral("https://api.example.com/v1");
    facts.reachability.dns.outcome = CheckResult::Outcome::Good;
    facts.reachability.dns.took = Milliseconds(12);
    facts.reachability.clockSkew = Milliseconds(400);
    facts.session.emplace();
    facts.session->state = QStringLiteral("SignedIn");
    facts.session->saving = QStringLiteral("Saved");
    facts.session->accessExpiry = at(1'800'000'000);
    facts.session->transitions = {{at(1'795'453'000), QStringLiteral("Starting"),
                                   QStringLiteral("SignedIn"), QStringLiteral("User")}};
    return facts;
}

} // namespace

void TestReport::saysEverything()
{
    const QString report = diagnosticsReport(everything());
    for (const char *line : {"Latchkey report of 2026-11-23T17:05:55Z\n",
                             "\n\nProgram\n",
                             "\n  Latchkey: 0.1.0\n",
                             "\n  Commit: bd400ae\n",
                             "\n  Qt: 6.4.2 (built with 6.4.1)\n",
                             "\n  System: Debian GNU/Linux 12, x86_64\n",
                             "\n  Display: xcb\n",
                             "\n  TLS: openssl, OpenSSL 3.0.15\n",
                             "\n  Settings: /config/default.ini\n",
                             "\n  Log: standard error;",
                             "\n  Keychain: GNOME Keyring, ready\n",
                             "\n  Address: https://api.example.com/v1\n",
                             "\n  DNS: 12 ms\n",
                             "\n  TCP: not checked yet\n",
                             "\n  TLS handshake: not checked yet\n",
                             "\n  HTTP: not checked yet\n",
                             "\n  Server answers: not known yet\n",
                             "\n  Server's clock: +0.4 s\n",
                             "\n  State: SignedIn\n",
                             "\n  Saved: Saved\n",
                             "\n  Good until: 2027-01-15T08:00:00Z\n",
                             "\n  Last changes: 1\n",
                             "\n  2026-11-23T16:56:40Z  Starting -> SignedIn (User)\n",
                             "\n  Qt: LGPL-3.0-only\n",
                             "\n  QtKeychain: BSD-3-Clause\n",
                             "\n  cpp-httplib: MIT\n",
                             "\n  tl::expected: CC0-1.0\n",
                             "\n  Latchkey: MIT\n"})
        QVERIFY2(report.contains(QString::fromLatin1(line)), line);
    QVERIFY2(report.endsWith(QStringLiteral("\n\nSecrets removed: 0\n")), qPrintable(report));
}

void TestReport::eachOutcomeHasItsWords_data()
{
    QTest::addColumn<CheckResult::Outcome>("outcome");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("answers");
    using O = CheckResult::Outcome;
    const QString yes = QStringLiteral("yes, as such an API does");
    QTest::newRow("good") << O::Good << QStringLiteral("7 ms, more") << yes;
    QTest::newRow("failed")
        << O::Failed
        << QStringLiteral("failed after 7 ms: Tls, HTTP 502, other host x.example, the detail")
        << QStringLiteral("no: Tls");
    QTest::newRow("not reached") << O::NotReached << QStringLiteral("not reached") << yes;
    QTest::newRow("not needed") << O::NotNeeded << QStringLiteral("not needed, more") << yes;
    QTest::newRow("proxy") << O::ByProxy << QStringLiteral("by a proxy, not measured, more") << yes;
    QTest::newRow("running") << O::Running << QStringLiteral("being checked") << yes;
}

void TestReport::eachOutcomeHasItsWords()
{
    QFETCH(CheckResult::Outcome, outcome);
    QFETCH(QString, words);
    QFETCH(QString, answers);
    DiagnosticsFacts facts = everything();
    facts.reachability.finished = true;
    CheckResult &check = facts.reachability.tls;
    check.outcome = outcome;
    check.took = Milliseconds(7);
    check.detail = QStringLiteral("more");
    if (outcome == CheckResult::Outcome::Failed) {
        check.error.emplace();
        check.error->code = ErrorCode::Tls;
        check.error->httpStatus = 502;
        check.error->otherHost = QStringLiteral("x.example");
        check.error->detail = QStringLiteral("the detail");
    }
    const QString report = diagnosticsReport(facts);
    QVERIFY2(report.contains(QStringLiteral("\n  TLS handshake: %1\n").arg(words)),
             qPrintable(report));
    QVERIFY2(report.contains(QStringLiteral("\n  Server answers: %1\n").arg(answers)),
             qPrintable(report));
}

void TestReport::redactsEveryValue()
{
    DiagnosticsFacts facts = everything();
    int planted = 0;
    const auto plant = [&planted](QString &value) {
        value += u' ' + sampleToken;
        ++planted;
    };
    for (QString *value :
         {&facts.version, &facts.commit, &facts.qtRun, &facts.qtBuilt, &facts.system,
          &facts.display, &facts.tls, &facts.settings, &facts.storeName, &facts.server,
          &facts.session->state, &facts.session->saving, &facts.session->transitions.first().from,
          &facts.session->transitions.first().to, &facts.session->transitions.first().cause})
        plant(*value);
    facts.reachability.http.outcome = CheckResult::Outcome::Failed;
    facts.reachability.http.error.emplace();
    plant(facts.reachability.http.error->detail);
    plant(facts.reachability.http.error->otherHost);
    const QString report = diagnosticsReport(facts);
    QVERIFY2(!report.contains(QStringLiteral("eyJh")), qPrintable(report));
    QVERIFY(!report.contains(QStringLiteral("token #2"))); // one token, one alias
    QVERIFY2(report.endsWith(QStringLiteral("\nSecrets removed: %1\n").arg(planted)),
             qPrintable(report));
}

// A server's words must not look like ours, nor hide what follows them.
void TestReport::noValueLeavesItsLine()
{
    DiagnosticsFacts facts = everything();
    facts.commit
        = QStringLiteral("a\nSecrets removed: 99\r\n\u2028\u202E\x1b[31m\"password\": \"x");
    facts.system = QString(100'000, u'x');
    const QString report = diagnosticsReport(facts);
    QCOMPARE(report.count(QStringLiteral("\nSecrets removed:")), 1);
    QVERIFY(report.contains(QStringLiteral("\n  Qt: 6.4.2")));
    for (const QChar c : report)
        QVERIFY(c == u'\n' || (c.isPrint() && c != QChar(0x202E)));
    QVERIFY(report.size() < 10'000);
    QVERIFY(report.endsWith(QStringLiteral("Secrets removed: 1\n")));
}

void TestReport::worksWithNothingKnown()
{
    const QString report = diagnosticsReport({});
    QVERIFY(report.contains(QStringLiteral("\n  TLS: not available: https will not work.")));
    QVERIFY(report.contains(QStringLiteral("has not answered yet")));
    QVERIFY(report.contains(QStringLiteral("\n  Server's clock: not known\n")));
    QVERIFY(!report.contains(QStringLiteral("\nSession\n")));
    QVERIFY(!report.contains(QStringLiteral("Display")));
}

void TestReport::skews_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << QStringLiteral("+0.0 s");
    QTest::newRow("ahead") << 440 << QStringLiteral("+0.4 s");
    QTest::newRow("behind") << -1500 << QStringLiteral("-1.5 s");
    QTest::newRow("far") << -75'400 << QStringLiteral("-75 s");
}

void TestReport::skews()
{
    QFETCH(int, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(skewText(Milliseconds(milliseconds)), text);
    DiagnosticsFacts facts;
    facts.session.emplace();
    facts.session->clockSkew = Milliseconds(milliseconds);
    QCOMPARE(*clockSkewOf(facts), Milliseconds(milliseconds));
    facts.reachability.clockSkew = Milliseconds(1); // the newer one
    QCOMPARE(*clockSkewOf(facts), Milliseconds(1));
}

LATCHKEY_TEST(TestReport, QCoreApplication)
#include "tst_report.moc"
