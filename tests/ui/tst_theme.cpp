#include "tests/support/contrast.h"
#include "tests/support/testprogram.h"
#include "ui/messages.h"
#include "ui/theme.h"

#include <QApplication>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

QPalette lightSystem()
{
    return {QColor(0xEFEFEF), QColor(0xEFEFEF)};
}

QPalette darkSystem()
{
    return {QColor(0x353535), QColor(0x2B2B2B)};
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrasts_data()
    {
        QTest::addColumn<QPalette>("system");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << lightSystem() << false;
        QTest::newRow("dark") << darkSystem() << true;
    }
    void contrasts()
    {
        QFETCH(QPalette, system);
        QFETCH(bool, dark);
        const Colours c = coloursFor(system);
        QCOMPARE(c.dark, dark);
        for (const QColor &ink : {c.text, c.muted, c.accent, c.error, c.warning, c.success})
            QVERIFY2(contrast(ink, c.window) >= 4.5, qPrintable(ink.name()));
        for (const QColor &ink : {c.text, c.muted, c.accent})
            QVERIFY2(contrast(ink, c.panel) >= 4.5, qPrintable(ink.name()));
        QVERIFY(contrast(c.border, c.window) >= 3);
        QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
        QVERIFY(contrast(c.onAccent, c.accentHover) >= 4.5);
        for (const auto severity :
             {Severity::Info, Severity::Success, Severity::Warning, Severity::Error}) {
            const ColourPair pair = barColours(severity, c);
            QVERIFY2(contrast(pair.text, pair.ground) >= 7, qPrintable(pair.ground.name()));
        }
    }

    void highContrastIsLeftAlone()
    {
        QPalette system(Qt::black, Qt::black);
        system.setColor(QPalette::WindowText, Qt::white);
        system.setColor(QPalette::Highlight, Qt::yellow);
        QVERIFY(isHighContrast(system));
        const Colours c = coloursFor(system);
        QCOMPARE(c.window, QColor(Qt::black));
        QCOMPARE(c.text, QColor(Qt::white));
        QCOMPARE(c.accent, QColor(Qt::yellow));
        QVERIFY(!isHighContrast(lightSystem()));
        QVERIFY(!isHighContrast(darkSystem()));
    }

    void aWindowFollowsTheSystem()
    {
        const QPalette before = QApplication::palette();
        QWidget window;
        QWidget child(&window);
        for (const QPalette &system : {lightSystem(), darkSystem()}) {
            QApplication::setPalette(system);
            applyTheme(&window);
            QCOMPARE(coloursOf(&child).text, coloursFor(system).text);
            QCOMPARE(child.palette().color(QPalette::Window), coloursFor(system).window);
            QCOMPARE(child.palette().color(QPalette::WindowText), coloursFor(system).text);
        }
        QApplication::setPalette(before);
    }

    void spacingGrowsWithTheFont()
    {
        QWidget widget;
        const int usual = grid(&widget);
        const int column = columnWidth(&widget);
        QVERIFY(usual >= 8);
        QFont font = widget.font();
        font.setPointSizeF(font.pointSizeF() * 2);
        widget.setFont(font);
        QVERIFY(grid(&widget) >= usual * 2 - 1);
        QVERIFY(columnWidth(&widget) >= column * 9 / 5);
    }
};

LATCHKEY_TEST(TestTheme, QApplication)
#include "tst_theme.moc"
