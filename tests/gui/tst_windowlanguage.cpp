#include "tests/gui/windowfixture.h"
#include "tests/support/testprogram.h"
#include "ui/language.h"
#include "ui/profilepage.h"
#include "ui/signinpage.h"

#include <functional>

using namespace latchkey;
using namespace latchkey::test;

// What the window told in one language it tells in the next: no message is left behind.
class TestWindowLanguage : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void messagesChange_data()
    {
        QTest::addColumn<QString>("wanted"); // the message's id
        QTest::addColumn<std::function<void(World &, Run &)>>("make");
        const auto row = [](const char *name, const char *id,
                            const std::function<void(World &, Run &)> &make) {
            QTest::newRow(name) << QString::fromLatin1(id) << make;
        };
        row("signed out", "X9", [](World &, Run &run) {
            run.signIn();
            run.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        });
        row("wrong password", "E1", [](World &world, Run &run) {
            world.loginStatus = 401;
            run.signIn();
        });
        row("cancelled", "S2", [](World &world, Run &run) {
            world.loginStatus = 0;
            run.signIn();
            run.press(Qt::Key_Escape, Qt::NoModifier);
        });
        row("no profile", "X5", [](World &world, Run &run) {
            world.profileStatus = 403;
            run.signIn();
        });
        row("offline", "P1", [](World &world, Run &run) {
            run.signIn();
            world.offline = true;
            run.press(Qt::Key_F5, Qt::NoModifier);
        });
        row("notice", "E7", [](World &, Run &run) {
            run.window.showNotice(MessageId::E7, {{QStringLiteral("host"), QStringLiteral("h")}});
        });
        row("demo account", "S2", [](World &, Run &run) {
            run.window.showDemoAccount(QStringLiteral("a@b.c"), QStringLiteral("p"));
        });
        row("no demo", "S1",
            [](World &, Run &run) { run.window.showDemoFailed(QStringLiteral("reason")); });
    }
    void messagesChange()
    {
        QFETCH(QString, wanted);
        QFETCH(std::function<void(World &, Run &)>, make);
        World world;
        Run run(world);
        Language language;
        language.apply(QStringLiteral("en"));
        run.start();
        make(world, run);
        world.clock.advance(milliseconds(1));
        QTRY_COMPARE(run.bar(), wanted);
        const auto *bar = run.page()->findChild<MessageBar *>();
        const QString english = bar->message().text();
        language.apply(QStringLiteral("de"));
        QTRY_VERIFY(bar->message().text() != english);
        QCOMPARE(bar->accessibleName(), bar->message().text());
        QCOMPARE(run.bar(), wanted);
        for (const auto *button : bar->findChildren<QPushButton *>()) {
            QVERIFY2(!button->isVisible() || button->text() != u"Try again",
                     qPrintable(button->text()));
        }
        language.apply(QStringLiteral("en"));
        QTRY_COMPARE(bar->message().text(), english);
    }
};

LATCHKEY_TEST(TestWindowLanguage, QApplication)
#include "tst_windowlanguage.moc"
