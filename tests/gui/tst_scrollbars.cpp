#include "tests/gui/looks.h"
#include "tests/gui/pixels.h"
#include "tests/support/testprogram.h"
#include "ui/theme.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace latchkey;
using namespace latchkey::test;

// Scroll bars as the person sees and moves them.

namespace
{

constexpr int length = 200;

// A themed window with one bar: 0 to 300, a third of it in view.
struct Shown {
    explicit Shown(Qt::Orientation orientation = Qt::Vertical)
        : bar(orientation, &window)
    {
        applyTheme(&window);
        window.resize(2 * length, 2 * length);
        bar.setRange(0, 300);
        bar.setPageStep(150);
        bar.setSingleStep(5);
        place();
        window.show();
    }
    void place()
    {
        const int extent
            = bar.orientation() == Qt::Vertical ? bar.sizeHint().width() : bar.sizeHint().height();
        bar.setGeometry(bar.orientation() == Qt::Vertical ? QRect(10, 10, extent, length)
                                                          : QRect(10, 10, length, extent));
    }
    [[nodiscard]] QRect rectOf(QStyle::SubControl control) const
    {
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.subControls = QStyle::SC_All;
        option.orientation = bar.orientation();
        option.minimum = bar.minimum();
        option.maximum = bar.maximum();
        option.sliderPosition = bar.sliderPosition();
        option.sliderValue = bar.value();
        option.pageStep = bar.pageStep();
        option.singleStep = bar.singleStep();
        option.upsideDown = bar.invertedAppearance();
        if (bar.orientation() == Qt::Horizontal)
            option.state |= QStyle::State_Horizontal;
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, control, &bar);
    }
    void drag(const QPoint &from, const QPoint &by)
    {
        QTest::mousePress(&bar, Qt::LeftButton, {}, from);
        QTest::mouseMove(&bar, from + by / 2);
        QTest::mouseMove(&bar, from + by);
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, from + by);
    }
    QWidget window;
    QScrollBar bar;
};

QImage pictureOf(Shown &shown)
{
    return test::pictureOf(&shown.bar, shown.bar.rect());
}

QColor groundOf(Shown &shown)
{
    return test::pictureOf(&shown.window, QRect(length, length, 4, 4)).pixelColor(1, 1);
}

QColor handleOf(Shown &shown)
{
    return test::pictureOf(&shown.bar, shown.bar.rect())
        .pixelColor(shown.rectOf(QStyle::SC_ScrollBarSlider).center() * magnification);
}

void turn(QScrollBar &bar, int notches)
{
    const QPointF middle = QRectF(bar.rect()).center();
    QWheelEvent event(middle, bar.mapToGlobal(middle), {}, {0, notches * 120}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&bar, &event);
}

} // namespace

class TestScrollBars : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QWidget themed;
        applyTheme(&themed); // which dresses the application
        QVERIFY(Shown().bar.style() == QApplication::style());
    }

    void growsWithTheText()
    {
        const auto extent = [] { return Shown().bar.sizeHint().width(); };
        const int usual = extent();
        QVERIFY(usual >= 14);
        const Dress dress({.name = QStringLiteral("200"), .text = 2.0});
        QVERIFY(std::abs(extent() - 2 * usual) <= 2);
    }

    void growsWhileShown()
    {
        const auto room = [](QScrollArea &area) {
            QCoreApplication::processEvents();
            return area.viewport()->geometry();
        };
        const auto fill = [](QScrollArea &area) {
            applyTheme(&area);
            auto *content = new QWidget;
            content->setMinimumSize(900, 900);
            area.setWidget(content);
            area.resize(300, 300);
            area.show();
        };
        QScrollArea shown;
        fill(shown);
        const QRect before = room(shown);
        const Dress dress({.name = QStringLiteral("200"), .text = 2.0});
        QScrollArea fresh;
        fill(fresh);
        QVERIFY(room(fresh) != before);
        QCOMPARE(room(shown), room(fresh));
    }

    void hasNoArrows_data() { orientations(); }
    void hasNoArrows()
    {
        QFETCH(Qt::Orientation, orientation);
        Shown shown(orientation);
        shown.bar.setValue(120);
        QVERIFY(shown.rectOf(QStyle::SC_ScrollBarAddLine).isEmpty());
        QVERIFY(shown.rectOf(QStyle::SC_ScrollBarSubLine).isEmpty());
        const QRect before = shown.rectOf(QStyle::SC_ScrollBarSubPage);
        const QRect handle = shown.rectOf(QStyle::SC_ScrollBarSlider);
        const QRect after = shown.rectOf(QStyle::SC_ScrollBarAddPage);
        QCOMPARE(before | handle | after, shown.bar.rect());
        QVERIFY(!before.intersects(handle) && !after.intersects(handle));
        QCOMPARE(shown.rectOf(QStyle::SC_ScrollBarGroove), shown.bar.rect());
    }

    void theHandleCanBeHit_data() { orientations(); }
    void theHandleCanBeHit()
    {
        QFETCH(Qt::Orientation, orientation);
        Shown shown(orientation);
        const auto along = [&] {
            const QRect handle = shown.rectOf(QStyle::SC_ScrollBarSlider);
            return orientation == Qt::Vertical ? handle.height() : handle.width();
        };
        QCOMPARE(along(), length / 3);
        shown.bar.setRange(0, std::numeric_limits<int>::max());
        shown.bar.setPageStep(1);
        QVERIFY(along() >= 24);
        shown.bar.setRange(std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
        QVERIFY(along() >= 24 && along() <= length);
        shown.bar.setRange(0, 0);
        QCOMPARE(along(), length);
    }

    void dragging_data()
    {
        QTest::addColumn<Qt::Orientation>("orientation");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QPoint>("forward"); // along the whole way
        const int way = length - length / 3;
        QTest::newRow("vertical") << Qt::Vertical << Qt::LeftToRight << QPoint(0, way);
        QTest::newRow("vertical, right to left")
            << Qt::Vertical << Qt::RightToLeft << QPoint(0, way);
        QTest::newRow("horizontal") << Qt::Horizontal << Qt::LeftToRight << QPoint(way, 0);
        QTest::newRow("horizontal, right to left")
            << Qt::Horizontal << Qt::RightToLeft << QPoint(-way, 0);
    }
    void dragging()
    {
        QFETCH(Qt::Orientation, orientation);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QPoint, forward);
        Shown shown(orientation);
        shown.window.setLayoutDirection(direction);
        const auto handle = [&] { return shown.rectOf(QStyle::SC_ScrollBarSlider).center(); };
        shown.drag(handle(), forward / 2);
        QVERIFY2(std::abs(shown.bar.value() - 150) <= 3,
                 qPrintable(QString::number(shown.bar.value())));
        shown.drag(handle(), forward);
        QCOMPARE(shown.bar.value(), 300);
        shown.drag(handle(), -forward);
        QCOMPARE(shown.bar.value(), 0);
        // A click into the groove goes a page on, and back.
        QTest::mouseClick(&shown.bar, Qt::LeftButton, {}, handle() + forward * 9 / 10);
        QCOMPARE(shown.bar.value(), 150);
        QTest::mouseClick(&shown.bar, Qt::LeftButton, {}, handle() - forward * 4 / 10);
        QCOMPARE(shown.bar.value(), 0);
        turn(shown.bar, -1);
        QCOMPARE(shown.bar.value(), QApplication::wheelScrollLines() * 5);
        turn(shown.bar, 1);
        QCOMPARE(shown.bar.value(), 0);
    }

    void stopsAtItsEnds_data() { orientations(); }
    void stopsAtItsEnds() // not a pixel of it is out of reach
    {
        QFETCH(Qt::Orientation, orientation);
        Shown shown(orientation);
        const auto rect = [&] { return shown.rectOf(QStyle::SC_ScrollBarSlider); };
        QCOMPARE(rect().topLeft(), QPoint(0, 0));
        shown.bar.setValue(300);
        QCOMPARE(rect().bottomRight(), shown.bar.rect().bottomRight());
        shown.bar.setLayoutDirection(Qt::RightToLeft);
        if (orientation == Qt::Horizontal)
            QCOMPARE(rect().topLeft(), QPoint(0, 0));
        else
            QCOMPARE(rect().bottomRight(), shown.bar.rect().bottomRight());
    }

    void contrast_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
        QTest::newRow("high contrast") << Scheme::HighContrast;
    }
    void contrast()
    {
        QFETCH(Scheme, scheme);
        const Dress dress({.name = QStringLiteral("look"), .scheme = scheme});
        for (const auto orientation : {Qt::Vertical, Qt::Horizontal}) {
            Shown shown(orientation);
            const QColor ground = groundOf(shown);
            const QImage still = pictureOf(shown);
            // Beside the handle there is nothing but the ground, at its rounded
            // corners too.
            QCOMPARE(still.pixelColor(0, 0), ground);
            QCOMPARE(still.pixelColor(still.width() - 1, still.height() - 1), ground);
            const QPoint groove = shown.rectOf(QStyle::SC_ScrollBarAddPage).center();
            QCOMPARE(still.pixelColor(groove * magnification), ground);
            const double usual = test::contrast(handleOf(shown), ground);
            QVERIFY2(usual >= 3, qPrintable(QString::number(usual)));
            const QPoint handle = shown.rectOf(QStyle::SC_ScrollBarSlider).center();
            QTest::mouseMove(&shown.window, QPoint(length, length));
            QTest::mouseMove(&shown.bar, handle);
            QVERIFY(pictureOf(shown) != still);
            QVERIFY(test::contrast(handleOf(shown), ground) >= usual);
            QTest::mousePress(&shown.bar, Qt::LeftButton, {}, handle);
            QVERIFY(pictureOf(shown) != still);
            QVERIFY(test::contrast(handleOf(shown), ground) >= usual);
            QTest::mouseRelease(&shown.bar, Qt::LeftButton, {}, handle);
        }
    }

    void showsWhatLiesBeneath()
    {
        Shown shown;
        QPalette palette(shown.window.palette());
        palette.setColor(QPalette::Window, QColor(0xDDEEFF));
        shown.window.setPalette(palette);
        QCOMPARE(pictureOf(shown).pixelColor(0, 0), QColor(0xDDEEFF));
        shown.window.setPalette(QPalette(Qt::white));
        QWidget card(&shown.window);
        card.setPalette(palette);
        card.setAutoFillBackground(true);
        card.setGeometry(shown.window.rect());
        shown.bar.setParent(&card);
        card.show();
        shown.bar.show();
        QCOMPARE(pictureOf(shown).pixelColor(0, 0), QColor(0xDDEEFF));
        shown.bar.setParent(&shown.window); // which outlives the card
    }

    void nothingToScrollNothingToSee()
    {
        Shown shown;
        shown.bar.setRange(0, 0);
        QVERIFY(!inkAndGround(pictureOf(shown)));
    }

    // A style of the system's own keeps its scroll bars.
    void leavesOtherStylesAlone()
    {
        QApplication::setStyle(QStringLiteral("windows"));
        const QImage theirs = [] {
            Shown shown; // its theme puts our style over theirs
            return shown.rectOf(QStyle::SC_ScrollBarAddLine).isEmpty() ? QImage()
                                                                       : pictureOf(shown);
        }();
        QApplication::setStyle(QStringLiteral("fusion"));
        QVERIFY(!theirs.isNull());
        Shown shown;
        QVERIFY(shown.rectOf(QStyle::SC_ScrollBarAddLine).isEmpty());
    }

private:
    static void orientations()
    {
        QTest::addColumn<Qt::Orientation>("orientation");
        QTest::newRow("vertical") << Qt::Vertical;
        QTest::newRow("horizontal") << Qt::Horizontal;
    }
};

LATCHKEY_TEST(TestScrollBars, QApplication)
#include "tst_scrollbars.moc"
