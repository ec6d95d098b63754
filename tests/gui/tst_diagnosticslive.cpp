#include "tests/gui/diagnosticsfixture.h"
#include "tests/support/testprogram.h"
#include "ui/glyphs.h"
#include "ui/language.h"
#include "ui/profilepage.h"
#include "ui/settingsdialog.h"
#include "ui/theme.h"

#include <QMenu>

using namespace latchkey;
using namespace latchkey::test;

// The ways into the "About" dialog, and what changes in it while it is open.
class TestDiagnosticsLive : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void opensFromEverywhere()
    {
        World world;
        Run run(world);
        QSignalSpy asked(&run.window, &MainWindow::checksRequested);
        QSignalSpy closed(&run.window, &MainWindow::diagnosticsClosed);
        run.start();
        QVERIFY(!run.window.showsDiagnostics());
        run.press(Qt::Key_F1, Qt::NoModifier); // signed out
        QVERIFY(run.window.showsDiagnostics());
        QCOMPARE(asked.count(), 1);
        run.window.showDiagnostics(someFacts());
        auto *dialog = run.window.findChild<DiagnosticsDialog *>();
        QVERIFY(visibleTexts(dialog).contains(QStringLiteral("Version 0.1.0")));
        dialog->reject();
        QCOMPARE(closed.count(), 1);
        run.window.showDiagnostics({}); // too late: nothing happens
        QTest::mouseClick(run.button("Settings"), Qt::LeftButton);
        auto *settings = run.window.findChild<SettingsDialog *>();
        QVERIFY(settings && settings->isVisible());
        QTest::mouseClick(named(settings, QStringLiteral("About and diagnostics")), Qt::LeftButton);
        QVERIFY(run.window.showsDiagnostics());
        QVERIFY(!settings->isVisible());
        QCOMPARE(asked.count(), 2);
        dialog->reject();
        QTest::mouseClick(run.button("Settings"), Qt::LeftButton);
        QTRY_VERIFY(settings->isActiveWindow());
        QTest::keyClick(settings, Qt::Key_F1);
        QVERIFY(run.window.showsDiagnostics());
        QVERIFY(!settings->isVisible());
        QCOMPARE(asked.count(), 3);
    }

    void opensFromTheAccountMenu()
    {
        World world;
        Run run(world);
        run.start();
        run.signIn();
        QTRY_VERIFY(run.on<ProfilePage>());
        const auto actions = run.button("Account")->menu()->actions();
        const auto entry = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
            return QString(action->text()).remove(u'&') == u"Diagnostics";
        });
        QVERIFY(entry != actions.end());
        (*entry)->trigger();
        QVERIFY(run.window.showsDiagnostics());
    }

    void speaksTheNextLanguage()
    {
        Shown shown;
        Language language;
        language.apply(QStringLiteral("en"));
        DiagnosticsFacts facts = someFacts();
        facts.reachability = goodWay();
        shown.dialog.setFacts(facts);
        shown.press("Copy report");
        const QString report = fromClipboard();
        language.apply(QStringLiteral("de"));
        QTRY_VERIFY(shown.dialog.windowTitle() != u"About Latchkey");
        for (const char *english :
             {"Password store", "Settings file", "Name lookup", "Ready", "Licences",
              "Latchkey writes no log file", "Report copied.", "Signs you in", "Run checks"})
            QVERIFY2(!shown.says(english), english);
        QVERIFY(shown.says("bd400ae6f1c2") && shown.says("15 ms")); // what was found stays
        QCOMPARE(nameFaults(&shown.dialog), QStringList());
        auto *copy = shown.dialog.findChild<QPushButton *>(QStringLiteral("copyButton"));
        copy->click();
        QCOMPARE(fromClipboard(), report); // support reads English
        language.apply(QStringLiteral("ar"));
        settle();
        QCOMPARE(layoutFaults(&shown.dialog), QStringList());
        for (const QLabel *label : shown.dialog.findChildren<QLabel *>()) {
            if (label->isVisible())
                QVERIFY2(!label->alignment().testFlag(Qt::AlignLeft), qPrintable(label->text()));
        }
        language.apply(QStringLiteral("en"));
        QTRY_COMPARE(shown.dialog.windowTitle(), QStringLiteral("About Latchkey"));
    }

    void followsTheColours()
    {
        const QPalette before = QApplication::palette();
        const auto restore = qScopeGuard([&before] { QApplication::setPalette(before); });
        const Shown shown;
        settle();
        const auto ink = [&shown] { // is the sign beside "Ready" of the colour that is now meant?
            auto *sign = shown.dialog.findChild<QWidget *>(QStringLiteral("storeTable"))
                             ->findChildren<SeverityGlyph *>()
                             .last();
            SeverityGlyph meant(sign->parentWidget());
            meant.setSeverity(Severity::Success, coloursOf(sign).success);
            meant.resize(sign->size());
            return sign->grab().toImage() == meant.grab().toImage();
        };
        QVERIFY(!coloursOf(&shown.dialog).dark);
        QVERIFY(ink());
        QApplication::setPalette(QPalette(QColor(0x353535), QColor(0x2B2B2B))); // while it is open
        QTRY_VERIFY(coloursOf(&shown.dialog).dark);
        settle();
        QVERIFY(ink());
    }
};

LATCHKEY_TEST(TestDiagnosticsLive, QApplication)
#include "tst_diagnosticslive.moc"
