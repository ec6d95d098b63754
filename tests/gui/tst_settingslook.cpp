#include "tests/gui/settingsfixture.h"
#include "tests/support/testprogram.h"
#include "ui/appearance.h"
#include "ui/language.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

// How the settings look, in another language, size of text and size of the dialog.
class TestSettingsLook : public QObject
{
    Q_OBJECT

private slots:
    void choicesHaveOneWidth();
    void fitsSmallAndLarge_data();
    void fitsSmallAndLarge();
    void getsNarrowAgain_data();
    void getsNarrowAgain();
    void changesItsLanguage();
    void followsTheTextSize();
};

void TestSettingsLook::choicesHaveOneWidth()
{
    const Page page;
    const auto boxes = page.dialog.findChildren<QComboBox *>();
    QCOMPARE(boxes.size(), 3);
    for (const QComboBox *box : boxes) {
        QCOMPARE(box->width(), boxes.first()->width());
        QVERIFY(box->width() >= box->sizeHint().width());
        QCOMPARE(box->mapTo(&page.dialog, QPoint()).x(),
                 boxes.first()->mapTo(&page.dialog, QPoint()).x());
    }
}

void TestSettingsLook::fitsSmallAndLarge_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << 100 << QSize();
    QTest::newRow("small window") << 100 << QSize(640, 480);
    QTest::newRow("large text") << 200 << QSize();
    QTest::newRow("large text, small window") << 200 << QSize(640, 480);
}

void TestSettingsLook::fitsSmallAndLarge()
{
    QFETCH(const int, percent);
    QFETCH(const QSize, size);
    latchkey::Look look;
    look.setTextPercent(percent);
    Page page({.proxy = {true, u"proxy.example.com"_s, 3128}});
    if (size.isValid())
        page.dialog.resize(size);
    QCoreApplication::processEvents();
    QCOMPARE(layoutFaults(&page.dialog), QStringList());
    for (const QString &name : {u"About and diagnostics"_s, u"Close"_s}) {
        QWidget *button = page.widget(name);
        QVERIFY(page.dialog.rect().contains(
            QRect(button->mapTo(&page.dialog, QPoint()), button->size())));
    }
}

void TestSettingsLook::getsNarrowAgain_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

// Nothing that a wide dialog has room for may keep it wide.
void TestSettingsLook::getsNarrowAgain()
{
    QFETCH(const Qt::LayoutDirection, direction);
    Page page;
    page.dialog.setLayoutDirection(direction);
    page.dialog.resize(1200, 900);
    QCoreApplication::processEvents();
    page.dialog.resize(640, 480);
    QCoreApplication::processEvents();
    QCOMPARE(page.dialog.size(), QSize(640, 480));
}

// From an entry of its own list: what was typed stays, every text is another.
void TestSettingsLook::changesItsLanguage()
{
    Language language;
    language.apply(u"en"_s);
    Page page({.proxy = {true, u"proxy.example.com"_s, 3128}});
    QObject::connect(&page.dialog, &SettingsDialog::settingsChanged, &page.dialog,
                     [&language](const Settings &now) { language.apply(now.language); });
    page.type(u"Server address"_s, u"https://typed.example.com"_s);
    auto *box = qobject_cast<QComboBox *>(page.widget(u"Language"_s));
    const QStringList before = visibleTexts(&page.dialog);
    box->setFocus();
    const int german = box->findData(u"de"_s);
    QVERIFY(german > 0);
    for (int i = 0; i < german; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(page.last().language, u"de"_s);
    QTRY_VERIFY(visibleTexts(&page.dialog) != before);
    QCOMPARE(box->currentIndex(), german);
    QVERIFY(named(&page.dialog, u"Serveradresse"_s));
    QVERIFY(page.dialog.findChild<QLineEdit *>(u"addressEdit"_s)->text().contains(u"typed"));
    language.apply(u"en"_s);
    QTRY_COMPARE(visibleTexts(&page.dialog), before);
}

void TestSettingsLook::followsTheTextSize()
{
    QFont system = QApplication::font();
    {
        latchkey::Look look([&system] { return system; });
        const Page page;
        auto *help = page.dialog.findChild<QLabel *>(u"languageHelp"_s);
        auto *heading = page.dialog.findChild<QLabel *>(u"lookLabel"_s);
        const double usual = help->font().pointSizeF();
        const double usualHeading = heading->font().pointSizeF();
        const int usualWidth = page.dialog.width();
        look.setTextPercent(200);
        QTRY_COMPARE(help->font().pointSizeF(), 2 * usual);
        QTRY_COMPARE(heading->font().pointSizeF(), 2 * usualHeading);
        QTRY_VERIFY(page.dialog.width() > usualWidth);
        system.setPointSizeF(system.pointSizeF() + 3); // on the desktop, while we run
        QEvent theme(QEvent::ThemeChange);
        QApplication::sendEvent(page.dialog.windowHandle(), &theme);
        QTRY_COMPARE(help->font().pointSizeF(), 2 * (usual + 3));
        look.setTextPercent(100);
        QTRY_COMPARE(help->font().pointSizeF(), usual + 3);
        system.setPointSizeF(usual);
        QApplication::sendEvent(page.dialog.windowHandle(), &theme);
        look.setTextPercent(150);
    }
    QCOMPARE(QApplication::font(), system); // the look is gone
}

LATCHKEY_TEST(TestSettingsLook, QApplication)
#include "tst_settingslook.moc"
