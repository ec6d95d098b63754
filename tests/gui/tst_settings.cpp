#include "tests/gui/settingsfixture.h"
#include "tests/support/testprogram.h"
#include "ui/displaytext.h"
#include "ui/language.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QSet>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void everyRowTellsItsDefault();
    void mnemonicsAreUnique();
    void saysNothingOfAnUnknownDefault();
    void tabGoesThroughAll();
    void tabScrollsIntoView();
    void changesByKeyboard_data();
    void changesByKeyboard();
    void showsWhatIsSet();
    void keepsAnOddTextSize();
    void tellsNobodyOfWhatItIsGiven();
    void choosesAServer();
    void refusesAServer();
    void testsTheConnection();
    void forgetsALateTest();
    void opensAtARow_data();
    void opensAtARow();
    void leavesTheWheelToThePage();
    void asksForDiagnostics();
};

void TestSettings::everyRowTellsItsDefault()
{
    const Page page;
    QCOMPARE(nameFaults(&page.dialog), QStringList());
    for (const QString &name : {u"This computer's settings"_s, u"My own proxy"_s, u"Language"_s,
                                u"Appearance"_s, u"Text size"_s, u"Stay signed in by default"_s,
                                u"Keep me signed in while Latchkey is closed"_s,
                                u"Remember the email address"_s, u"QA mode"_s}) {
        QVERIFY2(page.widget(name), qPrintable(name));
        QVERIFY2(descriptionOf(page.widget(name)).contains(u"Default: "), qPrintable(name));
        QVERIFY2(page.texts().contains(descriptionOf(page.widget(name))), qPrintable(name));
    }
    QVERIFY(page.texts().contains(u"Default: "_s + addressText(factory)));
}

void TestSettings::mnemonicsAreUnique()
{
    const Page page({.proxy = {true, u"proxy.example.com"_s, 3128}});
    QSet<QChar> seen;
    const auto check = [&seen](const QString &text) {
        const qsizetype at = text.indexOf(u'&');
        const QChar letter = at < 0 ? QChar() : text.at(at + 1).toLower();
        const bool fresh = at < 0 || !seen.contains(letter);
        seen.insert(letter);
        return fresh;
    };
    for (const auto *label : page.dialog.findChildren<QLabel *>())
        QVERIFY2(!label->buddy() || check(label->text()), qPrintable(label->text()));
    for (const auto *button : page.dialog.findChildren<QAbstractButton *>()) {
        QVERIFY2(check(button->text()), qPrintable(button->text()));
        if (button->isVisible())
            QVERIFY2(button->text().contains(u'&'), qPrintable(button->text()));
    }
}

void TestSettings::tabGoesThroughAll()
{
    const Page page({.proxy = {true, u"proxy.example.com"_s, 3128}});
    const QStringList order{u"Server address"_s,
                            u"Test connection"_s,
                            u"Use this server"_s,
                            u"My own proxy"_s,
                            u"Proxy host"_s,
                            u"Port"_s,
                            u"Language"_s,
                            u"Appearance"_s,
                            u"Text size"_s,
                            u"Stay signed in by default"_s,
                            u"Keep me signed in while Latchkey is closed"_s,
                            u"Remember the email address"_s,
                            u"QA mode"_s,
                            u"About and diagnostics"_s,
                            u"Close"_s};
    QCOMPARE(tabStops(page.edit(order.first())), order);
    QStringList backward = order;
    std::reverse(backward.begin() + 1, backward.end());
    QCOMPARE(tabStops(page.edit(order.first()), true), backward);
    QCOMPARE(page.changed.count() + page.chosen.count(), 0);
}

void TestSettings::saysNothingOfAnUnknownDefault()
{
    SettingsDialog dialog{QString()};
    dialog.open();
    const QString texts = visibleTexts(&dialog).join(u'\n');
    QVERIFY(texts.contains(u"A new address counts once you use it."_s));
    QVERIFY(!texts.contains(u"Default: ."_s) && !texts.contains(u'{'));
}

// Also what lies above, and from the buttons at the foot, which are not in the page.
void TestSettings::tabScrollsIntoView()
{
    Page page({.proxy = {true, u"proxy.example.com"_s, 3128}});
    page.dialog.resize(640, 300);
    const auto *area = page.dialog.findChild<QScrollArea *>();
    page.widget(u"Close"_s)->setFocus();
    for (int stop = 0; stop < 30; ++stop) {
        QTest::keyClick(QApplication::focusWidget(), stop < 15 ? Qt::Key_Tab : Qt::Key_Backtab,
                        stop < 15 ? Qt::NoModifier : Qt::ShiftModifier);
        const QWidget *now = QApplication::focusWidget();
        if (!area->isAncestorOf(now))
            continue;
        const QRect place(now->mapTo(area->viewport(), QPoint()), now->size());
        QVERIFY2(area->viewport()->rect().contains(place), qPrintable(now->accessibleName()));
    }
}

void TestSettings::changesByKeyboard_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("key");
    QTest::addColumn<Settings>("wanted");
    const auto row = [](const QString &name, Qt::Key key, auto change) {
        Settings wanted;
        change(wanted);
        QTest::newRow(qPrintable(name)) << name << int(key) << wanted;
    };
    row(u"Language"_s, Qt::Key_Down,
        [](Settings &s) { s.language = Language::choices().first().code; });
    row(u"Appearance"_s, Qt::Key_Down, [](Settings &s) { s.appearance = Appearance::Light; });
    row(u"Text size"_s, Qt::Key_End, [](Settings &s) { s.textPercent = 200; });
    row(u"Stay signed in by default"_s, Qt::Key_Space, [](Settings &s) { s.staySignedIn = false; });
    row(u"Keep me signed in while Latchkey is closed"_s, Qt::Key_Space,
        [](Settings &s) { s.renewWhileClosed = true; });
    row(u"Remember the email address"_s, Qt::Key_Space,
        [](Settings &s) { s.rememberEmail = false; });
    row(u"QA mode"_s, Qt::Key_Space, [](Settings &s) { s.qaMode = true; });
}

void TestSettings::changesByKeyboard()
{
    QFETCH(const QString, name);
    QFETCH(const int, key);
    QFETCH(const Settings, wanted);
    Page page;
    page.widget(name)->setFocus();
    QTest::keyClick(page.widget(name), Qt::Key(key));
    QCOMPARE(page.changed.count(), 1);
    QVERIFY(page.last() == wanted);
    QVERIFY(page.dialog.isVisible());
}

void TestSettings::showsWhatIsSet()
{
    const Settings settings{.proxy = {true, u"proxy.example.com"_s, 3128},
                            .language = Language::choices().last().code,
                            .appearance = Appearance::Dark,
                            .textPercent = 150,
                            .staySignedIn = false,
                            .rememberEmail = false,
                            .renewWhileClosed = true,
                            .qaMode = true};
    const Page page(settings);
    const auto text = [&page](const QString &name) {
        return qobject_cast<QComboBox *>(page.widget(name))->currentText();
    };
    const auto on = [&page](const QString &name) {
        return qobject_cast<QAbstractButton *>(page.widget(name))->isChecked();
    };
    QCOMPARE(page.edit(u"Server address"_s)->text(), u"https://api.example.com/api/v1"_s);
    QVERIFY(on(u"My own proxy"_s));
    QCOMPARE(page.edit(u"Proxy host"_s)->text(), u"proxy.example.com"_s);
    QCOMPARE(page.edit(u"Port"_s)->text(), u"3128"_s);
    QCOMPARE(text(u"Language"_s), Language::choices().last().name);
    QCOMPARE(text(u"Appearance"_s), u"Dark"_s);
    QCOMPARE(text(u"Text size"_s), u"150 %"_s);
    QVERIFY(!on(u"Stay signed in by default"_s));
    QVERIFY(!on(u"Remember the email address"_s));
    QVERIFY(on(u"Keep me signed in while Latchkey is closed"_s));
    QVERIFY(on(u"QA mode"_s));
}

void TestSettings::keepsAnOddTextSize()
{
    Page page({.textPercent = 137});
    QCOMPARE(qobject_cast<QComboBox *>(page.widget(u"Text size"_s))->currentText(), u"137 %"_s);
    QTest::keyClick(page.widget(u"QA mode"_s), Qt::Key_Space);
    QCOMPARE(page.last().textPercent, 137);
}

void TestSettings::tellsNobodyOfWhatItIsGiven()
{
    Page page;
    page.dialog.setSettings({.proxy = {true, u"proxy.example.com"_s, 1},
                             .language = Language::choices().last().code,
                             .appearance = Appearance::Light,
                             .textPercent = 200,
                             .staySignedIn = false,
                             .rememberEmail = false,
                             .renewWhileClosed = true,
                             .qaMode = true});
    page.dialog.setSettings({});
    QCOMPARE(page.changed.count(), 0);
}

void TestSettings::choosesAServer()
{
    const Page page;
    page.type(u"Server address"_s, u"http://127.0.0.1:8080"_s);
    QCOMPARE(page.chosen.count(), 0); // not while it is typed
    QTest::keyClick(page.edit(u"Server address"_s), Qt::Key_Return);
    QCOMPARE(page.chosen.count(), 1);
    QVERIFY(page.dialog.isVisible());
    QVERIFY(page.texts().contains(u"Latchkey now uses 127.0.0.1:8080."_s));
    page.type(u"Server address"_s, u"https://other.example.com"_s);
    QTest::mouseClick(page.widget(u"Use this server"_s), Qt::LeftButton);
    QCOMPARE(page.chosen.count(), 2);
    QCOMPARE(page.tested.count() + page.changed.count(), 0);
}

void TestSettings::refusesAServer()
{
    const Page page;
    page.type(u"Server address"_s, u"http://api.example.com"_s);
    for (const QString &name : {u"Test connection"_s, u"Use this server"_s})
        QTest::mouseClick(page.widget(name), Qt::LeftButton);
    QCOMPARE(page.chosen.count() + page.tested.count(), 0);
    QVERIFY(page.texts().contains(messageTemplate(MessageId::V6)));
}

void TestSettings::testsTheConnection()
{
    Page page;
    QTest::mouseClick(page.widget(u"Test connection"_s), Qt::LeftButton);
    QCOMPARE(page.tested.count(), 1);
    QVERIFY(page.texts().contains(u"Contacting api.example.com..."_s));
    page.dialog.showTestResult({}, {});
    QVERIFY(page.texts().contains(u"api.example.com answered, and you can sign in there."_s));
}

void TestSettings::forgetsALateTest()
{
    Page page;
    QTest::mouseClick(page.widget(u"Test connection"_s), Qt::LeftButton);
    page.type(u"Server address"_s, u"https://other.example.com"_s);
    page.dialog.showTestResult({}, {});
    QVERIFY(!page.texts().contains(u"answered"_s));
}

void TestSettings::opensAtARow_data()
{
    QTest::addColumn<SettingsDialog::Row>("row");
    QTest::addColumn<QString>("name");
    using Row = SettingsDialog::Row;
    const auto add
        = [](Row row, const QString &name) { QTest::newRow(qPrintable(name)) << row << name; };
    add(Row::Server, u"Server address"_s);
    add(Row::Proxy, u"This computer's settings"_s);
    add(Row::Language, u"Language"_s);
    add(Row::Appearance, u"Appearance"_s);
    add(Row::TextSize, u"Text size"_s);
    add(Row::StaySignedIn, u"Stay signed in by default"_s);
    add(Row::RenewWhileClosed, u"Keep me signed in while Latchkey is closed"_s);
    add(Row::RememberEmail, u"Remember the email address"_s);
    add(Row::QaMode, u"QA mode"_s);
}

void TestSettings::opensAtARow()
{
    QFETCH(const SettingsDialog::Row, row);
    QFETCH(const QString, name);
    Page page;
    page.dialog.resize(500, 300);
    page.dialog.openAt(row);
    QTRY_VERIFY(QApplication::focusWidget());
    QCOMPARE(nameOf(QApplication::focusWidget()), name);
    auto *area = page.dialog.findChild<QScrollArea *>();
    const QRect place(page.widget(name)->mapTo(area->viewport(), QPoint()),
                      page.widget(name)->size());
    QVERIFY(area->viewport()->rect().contains(place));
}

// An event that a test makes is not passed on to the page as a real one is, so ignored is all.
void TestSettings::leavesTheWheelToThePage()
{
    Page page;
    QWidget *box = page.widget(u"Text size"_s);
    box->setFocus();
    QWheelEvent event(QPointF(box->rect().center()), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    event.accept();
    QApplication::sendEvent(box, &event);
    QVERIFY(!event.isAccepted());
    QCOMPARE(page.changed.count(), 0);
}

void TestSettings::asksForDiagnostics()
{
    const Page page;
    const QSignalSpy asked(&page.dialog, &SettingsDialog::diagnosticsRequested);
    QTest::mouseClick(page.widget(u"About and diagnostics"_s), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QTest::mouseClick(page.widget(u"Close"_s), Qt::LeftButton);
    QVERIFY(!page.dialog.isVisible());
}

LATCHKEY_TEST(TestSettings, QApplication)
#include "tst_settings.moc"
