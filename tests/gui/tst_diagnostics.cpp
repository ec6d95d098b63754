#include "app/inspect/report.h"
#include "tests/gui/diagnosticsfixture.h"
#include "tests/support/testprogram.h"

#include <QFileDialog>
#include <QScrollArea>
#include <QScrollBar>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString token
    = QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjEsImV4cCI6MTcwMX0.c2lnbmF0dXJlLWNhbmFyeQ");

} // namespace

class TestDiagnostics : public QObject
{
    Q_OBJECT
private slots:
    void init() { QGuiApplication::clipboard()->clear(); }

    void everythingHasAName()
    {
        const Shown shown;
        QCOMPARE(shown.dialog.windowTitle(), QStringLiteral("About Latchkey"));
        QCOMPARE(nameFaults(&shown.dialog), QStringList());
        QCOMPARE(tabStops(named(&shown.dialog, QStringLiteral("Copy report"))),
                 QStringList({QStringLiteral("Copy report"), QStringLiteral("Save report..."),
                              QStringLiteral("Run checks again"), QStringLiteral("Close")}));
    }

    void showsTheFacts()
    {
        Shown shown;
        DiagnosticsFacts facts = someFacts();
        facts.reachability = goodWay();
        facts.session.emplace();
        facts.session->state = QStringLiteral("SignedIn");
        facts.session->transitions = {{facts.takenAt, QStringLiteral("Starting"),
                                       QStringLiteral("SignedOut"), QStringLiteral("Start")}};
        shown.dialog.setFacts(facts);
        for (const char *text : {"Version 0.1.0",
                                 "bd400ae6f1c2",
                                 "6.4.2, built with 6.4.2",
                                 "Debian GNU/Linux 12",
                                 "xcb",
                                 "OpenSSL 3.0.15",
                                 "/config/latchkey/default.ini",
                                 "GNOME Keyring",
                                 "Ready",
                                 "https://api.example.com/api/v1",
                                 "12 ms",
                                 "13 ms",
                                 "14 ms",
                                 "15 ms",
                                 "+0.4 s",
                                 "SignedIn",
                                 "Latchkey writes no log file.",
                                 "QT_LOGGING_RULES",
                                 "MIT",
                                 "LGPL-3.0-only",
                                 "BSD-3-Clause",
                                 "CC0-1.0"})
            QVERIFY2(shown.says(text), text);
        QVERIFY(shown.says(QStringLiteral("Starting \u2192 SignedOut (Start)")));
    }

    void outcomes_data()
    {
        QTest::addColumn<CheckResult::Outcome>("outcome");
        QTest::addColumn<QString>("text");
        using O = CheckResult::Outcome;
        QTest::newRow("waiting") << O::Waiting << QStringLiteral("Not checked yet");
        QTest::newRow("running") << O::Running << QStringLiteral("Checking...");
        QTest::newRow("good") << O::Good << QStringLiteral("7 ms");
        QTest::newRow("failed") << O::Failed << QStringLiteral("Can't find api.example.com.");
        QTest::newRow("not reached") << O::NotReached << QStringLiteral("Not reached");
        QTest::newRow("not needed") << O::NotNeeded << QStringLiteral("Not needed");
        QTest::newRow("proxy") << O::ByProxy
                               << QStringLiteral("By a proxy, so it can't be measured");
    }
    void outcomes()
    {
        QFETCH(CheckResult::Outcome, outcome);
        QFETCH(QString, text);
        Shown shown;
        DiagnosticsFacts facts = someFacts();
        facts.reachability = goodWay();
        facts.reachability.dns.outcome = outcome;
        facts.reachability.dns.took = Milliseconds(7);
        facts.reachability.dns.error.emplace();
        facts.reachability.dns.error->code = ErrorCode::HostNotFound;
        shown.dialog.setFacts(facts);
        QVERIFY(shown.says(text));
    }

    void copiesTheReport()
    {
        Shown shown;
        DiagnosticsFacts facts = someFacts();
        facts.tls += u' ' + token;
        facts.system += QStringLiteral(" https://user:hunter2@h/ \"password\":\"hunter2\"");
        shown.dialog.setFacts(facts);
        QTest::keyClick(named(&shown.dialog, QStringLiteral("Copy report")), Qt::Key_Space);
        QCOMPARE(fromClipboard(), diagnosticsReport(facts));
        QVERIFY(!fromClipboard().contains(QStringLiteral("eyJh")));
        QVERIFY(!fromClipboard().contains(QStringLiteral("hunter2")));
        QVERIFY2(fromClipboard().endsWith(QStringLiteral("\nSecrets removed: 3\n")),
                 qPrintable(fromClipboard()));
        QVERIFY(shown.says("Report copied. It holds no password and no token."));
    }

    void savesTheReport()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.txt"));
        const Shown shown;
        shown.press("Save report...");
        auto *chooser = shown.dialog.findChild<QFileDialog *>();
        QVERIFY(chooser);
        QCOMPARE(chooser->selectedFiles().first().section(u'/', -1),
                 QStringLiteral("latchkey-report-2026-11-23.txt"));
        chooser->setDirectory(folder.path());
        chooser->selectFile(path);
        static_cast<QDialog *>(chooser)->accept();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), diagnosticsReport(someFacts()));
        QCOMPARE(file.permissions(),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
        QVERIFY(shown.says("Report saved as ") && shown.says(path));
        QTRY_VERIFY(!shown.dialog.findChild<QFileDialog *>());
    }

    void tellsThatItWasNotSaved()
    {
        const Shown shown;
        shown.press("Save report...");
        auto *chooser = shown.dialog.findChild<QFileDialog *>();
        emit chooser->fileSelected(QStringLiteral("/nowhere/at/all/report.txt"));
        QVERIFY(shown.says("The report was not saved."));
        QVERIFY(shown.says("/nowhere/at/all/report.txt"));
        static_cast<QDialog *>(chooser)->reject();
        shown.press("Run checks again");
        QVERIFY(!shown.says("The report was not saved."));
    }

    void asksForChecksWhileItIsOpen()
    {
        Shown shown;
        QCOMPARE(shown.asked.count(), 1);
        shown.press("Run checks again");
        QCOMPARE(shown.asked.count(), 2);
        QTest::keyClick(&shown.dialog, Qt::Key_F5);
        QCOMPARE(shown.asked.count(), 3);
        QCOMPARE(shown.closed.count(), 0);
        shown.press("Close");
        QVERIFY(!shown.dialog.isVisible());
        QCOMPARE(shown.closed.count(), 1);
        shown.dialog.open();
        QCOMPARE(shown.asked.count(), 4);
        QTest::keyClick(&shown.dialog, Qt::Key_Escape);
        QCOMPARE(shown.closed.count(), 2);
    }

    void theKeyboardScrolls()
    {
        Shown shown;
        shown.dialog.resize(640, 480);
        auto *bar = shown.dialog.findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
        QVERIFY(bar->value() > 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
        QCOMPARE(bar->value(), bar->maximum());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp);
        QVERIFY(bar->value() < bar->maximum());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
        QCOMPARE(bar->value(), 0);
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<double>("text");
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << 1.0 << QSize(720, 640);
        QTest::newRow("small") << 1.0 << QSize(480, 400);
        QTest::newRow("large text") << 2.0 << QSize(1024, 700);
        QTest::newRow("large text, small window") << 2.0 << QSize(640, 480);
    }
    void nothingIsCutOff()
    {
        QFETCH(double, text);
        QFETCH(QSize, size);
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPointSizeF(before.pointSizeF() * text);
        const Shown shown;
        QApplication::setFont(font); // while it is open
        const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
        settle();
        auto &dialog = const_cast<DiagnosticsDialog &>(shown.dialog);
        DiagnosticsFacts facts = someFacts();
        facts.reachability = goodWay();
        facts.reachability.http.outcome = CheckResult::Outcome::Failed;
        facts.reachability.http.error.emplace();
        facts.reachability.http.error->code = ErrorCode::CaptivePortal;
        dialog.setFacts(facts);
        dialog.resize(size);
        settle();
        QCOMPARE(layoutFaults(&dialog), QStringList());
        for (const char *name : {"Copy report", "Save report...", "Run checks again", "Close"}) {
            const QWidget *button = named(&dialog, QString::fromLatin1(name));
            QVERIFY(button);
            QVERIFY2(
                dialog.rect().contains(QRect(button->mapTo(&dialog, QPoint()), button->size())),
                name);
        }
    }

    void keepsNoEmptyLineForANotice()
    {
        const Shown shown;
        auto *notice = shown.dialog.findChild<QLabel *>(QStringLiteral("noticeLabel"));
        QVERIFY(!notice->isVisible());
        shown.press("Copy report");
        QVERIFY(notice->isVisible());
        shown.press("Run checks again");
        QVERIFY(!notice->isVisible());
    }
};

LATCHKEY_TEST(TestDiagnostics, QApplication)
#include "tst_diagnostics.moc"
