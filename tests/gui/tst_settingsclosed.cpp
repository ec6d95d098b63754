#include "tests/gui/settingsfixture.h"
#include "tests/support/testprogram.h"

#include <QAbstractButton>
#include <QApplication>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString inWords = QStringLiteral("Keep me signed in while Latchkey is closed");

} // namespace

// The row of the settings whose wish a timer of systemd's has to carry out.
class TestSettingsClosed : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhetherItCanBe_data();
    void tellsWhetherItCanBe();
    void takesATickBack();
    void greysOnceItIsSwitchedOff();
};

void TestSettingsClosed::tellsWhetherItCanBe_data()
{
    QTest::addColumn<RenewalTimerState>("state");
    QTest::addColumn<bool>("set");
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<QString>("help");
    using State = RenewalTimerState;
    const auto row = [](const char *name, State state, bool enabled, const QString &help) {
        QTest::addRow("%s", name) << state << false << enabled << help;
        QTest::addRow("%s, and it is on", name) << state << true << true << help;
    };
    const QString usual = u"Renews your session about once an hour while you are logged in to this "
                          u"computer. Default: off."_s;
    row("not asked yet", State::Unknown, true, usual);
    row("possible", State::Off, true, usual);
    row("runs", State::On, true, usual); // maybe for another profile
    row("automatic renewal is off", State::NoAutomaticRenewal, false,
        u"Automatic renewal is switched off in the settings file."_s);
    row("no manager", State::NoUserManager, false, u"This computer has no systemd user manager."_s);
    row("portable", State::NotInstalled, false, u"Install Latchkey from a package to use this."_s);
    row("refused", State::Failed, true,
        u"Not possible just now: systemd refused or didn't answer. Try again later."_s);
}

void TestSettingsClosed::tellsWhetherItCanBe()
{
    QFETCH(const RenewalTimerState, state);
    QFETCH(const bool, set);
    QFETCH(const bool, enabled);
    QFETCH(const QString, help);
    Page page({.renewWhileClosed = set});
    page.dialog.setRenewalTimer(state, set);
    auto *box = qobject_cast<QAbstractButton *>(page.widget(inWords));
    QCOMPARE(box->isChecked(), set);
    QCOMPARE(box->isEnabled(), enabled);
    QCOMPARE(descriptionOf(box), help);
    QVERIFY(page.texts().contains(help));
    QCOMPARE(page.changed.count(), 0);
    if (!enabled)
        return;
    QTest::mouseClick(box, Qt::LeftButton);
    QCOMPARE(page.last().renewWhileClosed, !set);
}

// Nothing else of the page moves: a half-typed address stays.
void TestSettingsClosed::takesATickBack()
{
    Page page;
    page.type(u"Server address"_s, u"https://typed"_s);
    page.widget(inWords)->setFocus();
    QTest::keyClick(page.widget(inWords), Qt::Key_Space);
    QVERIFY(page.last().renewWhileClosed);
    page.dialog.setRenewalTimer(RenewalTimerState::Failed, false);
    QVERIFY(!qobject_cast<QAbstractButton *>(page.widget(inWords))->isChecked());
    QCOMPARE(QApplication::focusWidget(), page.widget(inWords));
    QCOMPARE(page.edit(u"Server address"_s)->text(), u"https://typed"_s);
    QTest::keyClick(page.widget(inWords), Qt::Key_Space); // another try
    QCOMPARE(page.changed.count(), 2);
    QVERIFY(page.last().renewWhileClosed);
}

void TestSettingsClosed::greysOnceItIsSwitchedOff()
{
    Page page({.renewWhileClosed = true});
    page.dialog.setRenewalTimer(RenewalTimerState::NotInstalled, true);
    page.widget(inWords)->setFocus();
    QTest::keyClick(page.widget(inWords), Qt::Key_Space);
    QVERIFY(!page.last().renewWhileClosed);
    QVERIFY(!page.widget(inWords)->isEnabled());
    QTRY_VERIFY(QApplication::focusWidget());
    QVERIFY(QApplication::focusWidget() != page.widget(inWords)); // the keyboard is not lost
}

LATCHKEY_TEST(TestSettingsClosed, QApplication)
#include "tst_settingsclosed.moc"
