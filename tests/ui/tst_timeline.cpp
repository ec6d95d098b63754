#include "tests/support/contrast.h"
#include "tests/support/testprogram.h"
#include "tests/support/timelinefixture.h"
#include "ui/theme.h"
#include "ui/timeline.h"

#include <QAccessible>
#include <QApplication>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

struct View {
    TimelineModel model;
    QMainWindow window;
    Timeline *plot = new Timeline(model);

    explicit View(const SessionHistory &history = renewedOnce(), Milliseconds after = 4h)
    {
        applyTheme(&window);
        window.setCentralWidget(plot);
        window.resize(600, 200);
        plot->resize(600, plot->sizeHint().height());
        model.setHistory(history, begin + after);
        window.show();
    }
    QImage picture() const { return plot->grab().toImage(); }
};

int near(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
        + std::abs(a.blue() - b.blue());
}

// How much of `area` is in this colour.
double shareOf(const QImage &picture, const QRectF &area, const QColor &colour)
{
    int hits = 0;
    const QRect pixels = area.toRect().intersected(picture.rect());
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            hits += near(picture.pixelColor(x, y), colour) < 60 ? 1 : 0;
    }
    return pixels.isEmpty() ? 0 : double(hits) / (pixels.width() * pixels.height());
}

QRectF between(const View &view, int life, Milliseconds from, Milliseconds to)
{
    QRectF bar = view.plot->barRect(life).adjusted(0, 2, 0, -2);
    bar.setLeft(view.plot->xOf(begin + from) + 4);
    bar.setRight(view.plot->xOf(begin + to) - 4);
    return bar;
}

// The highest contrast to the ground that is found there.
double strongest(const QImage &picture, const QRectF &area, const QColor &ground)
{
    double found = 1;
    const QRect pixels = area.toRect().intersected(picture.rect());
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            found = std::max(found, contrast(picture.pixelColor(x, y), ground));
    }
    return found;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void patternsTellThePartsApart()
    {
        const View view;
        const QImage picture = view.picture();
        const Colours colours = coloursOf(view.plot);
        const double used = shareOf(picture, between(view, 1, 0h, 3h), colours.accent);
        const double left = shareOf(picture, between(view, 1, 5h, 12h), colours.accent);
        QVERIFY2(used > 0.95, qPrintable(QString::number(used))); // solid
        QVERIFY2(left > 0.02 && left < 0.6, qPrintable(QString::number(left))); // dotted
        // After the end of the life there is nothing.
        QCOMPARE(shareOf(picture, between(view, 1, 13h + 15min, 13h + 40min), colours.accent), 0.0);
        // Where one token replaced another, there is a gap.
        const double seam = view.plot->xOf(begin + 3h);
        const QRectF bar = view.plot->barRect(1);
        QVERIFY(shareOf(picture, QRectF(seam, bar.center().y(), 1, 1), colours.accent) < 1.0);
    }

    void whatEndedIsHatched()
    {
        const View view(refusedAtLast(), 9h);
        const QImage picture = view.picture();
        const Colours colours = coloursOf(view.plot);
        const double hatched = shareOf(picture, between(view, 1, 6h, 9h), colours.error);
        QVERIFY2(hatched > 0.05 && hatched < 0.8, qPrintable(QString::number(hatched)));
        QCOMPARE(shareOf(picture, between(view, 1, 6h, 9h), colours.accent), 0.0);
        QCOMPARE(shareOf(picture, between(view, 0, 0h, 9h), colours.error), 0.0); // it lives on
    }

    void theLineOfNowIsWhereItBelongs()
    {
        View view;
        const Colours colours = coloursOf(view.plot);
        const auto lineAt = [&](Milliseconds after) {
            const double x = view.plot->xOf(begin + after);
            const QRectF gap(std::round(x) - 1, view.plot->barRect(0).bottom() + 2, 2, 4);
            return shareOf(view.picture(), gap, colours.text);
        };
        QVERIFY(lineAt(4h) > 0.9);
        QVERIFY(lineAt(6h) < 0.2);
        view.model.setNow(begin + 6h);
        QVERIFY(lineAt(6h) > 0.9);
    }

    void noHourTouchesTheTagOfNow()
    {
        View view;
        const Colours colours = coloursOf(view.plot);
        QFont bold = view.plot->font();
        bold.setWeight(QFont::DemiBold);
        const double half = QFontMetricsF(bold).horizontalAdvance(QStringLiteral("now")) / 2
            + grid(view.plot, 0.75);
        for (int minute = 60; minute < 600; minute += 5) {
            view.model.setNow(begin + minute * 1min);
            const QImage picture = view.picture();
            const double x = std::round(view.plot->xOf(begin + minute * 1min));
            const QRectF left(x - half - 7, 5, 6, view.plot->fontMetrics().height() - 2);
            const QRectF right = left.translated(2 * half + 8, 0);
            const QByteArray when = QByteArray::number(minute);
            QVERIFY2(shareOf(picture, left, colours.card) > 0.99, when.constData());
            QVERIFY2(shareOf(picture, right, colours.card) > 0.99, when.constData());
        }
    }

    // Where few labels have room, none may fall to the edge: it could be the only one.
    void someHourIsToldInANarrowPlot()
    {
        View view;
        const Colours colours = coloursOf(view.plot);
        const int height = view.plot->fontMetrics().height();
        for (int width = 200; width <= 300; width += 20) {
            view.plot->resize(width, view.plot->height());
            for (int minute = 60; minute < 600; minute += 15) {
                view.model.setNow(begin + minute * 1min);
                const double x = view.plot->xOf(begin + minute * 1min);
                const double half = 2.5 * height; // more than the tag of now has
                const QImage picture = view.picture();
                const double told = shareOf(picture, QRectF(0, 4, x - half, height), colours.muted)
                    + shareOf(picture, QRectF(x + half, 4, width, height), colours.muted);
                QVERIFY2(told > 0, qPrintable(QString::number(minute)));
            }
        }
    }

    void whatGoesOnHasAPoint()
    {
        const View view; // the upper life lasts for days, the lower one ends in sight
        const Colours colours = coloursOf(view.plot);
        const QImage picture = view.picture();
        const QRectF upper = view.plot->barRect(0);
        QVERIFY(shareOf(picture, QRectF(upper.right() - 3, upper.center().y() - 1, 3, 3),
                        colours.accent)
                > 0);
        QCOMPARE(shareOf(picture, QRectF(upper.right() - 3, upper.top() + 1, 3, 3), colours.accent),
                 0.0);
    }

    void contrastSuffices_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << QPalette(QColor(0xEFEFEF), QColor(0xFFFFFF));
        QTest::newRow("dark") << QPalette(QColor(0x353535), QColor(0x2B2B2B));
        QTest::newRow("high contrast") << QPalette(Qt::white, Qt::black, Qt::white, Qt::black,
                                                   Qt::white, Qt::white, Qt::black);
    }
    void contrastSuffices()
    {
        QFETCH(QPalette, palette);
        const QPalette before = QApplication::palette();
        QApplication::setPalette(palette);
        {
            const View view(refusedAtLast(), 9h);
            const Colours colours = coloursOf(view.plot);
            const QImage picture = view.picture();
            const QColor ground = picture.pixelColor(2, picture.height() - 2);
            QCOMPARE(ground, colours.card);
            const QColor used = picture.pixelColor(between(view, 0, 0h, 3h).center().toPoint());
            QVERIFY(contrast(used, ground) >= 3.0);
            QVERIFY(contrast(colours.error, ground) >= 3.0);
            QVERIFY(contrast(colours.text, ground) >= 4.5);
            QVERIFY(contrast(colours.muted, ground) >= 4.5);
            const QRectF scale(0, 0, picture.width(), view.plot->fontMetrics().height());
            QVERIFY(shareOf(picture, scale, colours.muted) > 0); // its words are in that colour
            for (const auto &spot : view.plot->spots())
                QVERIFY(strongest(picture, spot.place, ground) >= 3.0);
        }
        QApplication::setPalette(before);
    }

    // Time runs to the right in every language (T23), and an end is told at the end.
    void timeIsNeverMirrored()
    {
        const View usual;
        const double x = usual.plot->xOf(begin + 4h);
        const QImage before = usual.picture();
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            const View mirrored;
            QCOMPARE(mirrored.plot->xOf(begin + 4h), x);
            QVERIFY(mirrored.plot->xOf(begin) < mirrored.plot->xOf(begin + 4h));
            const Colours colours = coloursOf(mirrored.plot);
            QVERIFY(shareOf(mirrored.picture(), between(mirrored, 1, 0h, 3h), colours.accent)
                    > 0.95);
            QCOMPARE(mirrored.picture(), before);
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void keysStepThroughTheEvents()
    {
        const View view(refusedAtLast(), 9h);
        QSignalSpy chosen(view.plot, &Timeline::markChosen);
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(view.plot, key);
            return view.plot->chosenMark();
        };
        QCOMPARE(view.plot->chosenMark(), -1);
        QCOMPARE(press(Qt::Key_Left), 2); // the last one first
        QCOMPARE(press(Qt::Key_Left), 1);
        QCOMPARE(press(Qt::Key_Home), 0);
        QCOMPARE(press(Qt::Key_Left), 0);
        QCOMPARE(press(Qt::Key_Right), 1);
        QCOMPARE(press(Qt::Key_End), 2);
        QCOMPARE(press(Qt::Key_Right), 2);
        QCOMPARE(chosen.count(), 5);
        auto *accessible = QAccessible::queryAccessibleInterface(view.plot);
        QVERIFY(accessible->text(QAccessible::Description).contains(QStringLiteral("HTTP 401")));
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Session timeline"));
    }

    void aClickChoosesAnEvent()
    {
        const View view(refusedAtLast(), 9h);
        const auto spots = view.plot->spots();
        QCOMPARE(spots.size(), 3);
        QTest::mouseClick(view.plot, Qt::LeftButton, {}, spots.at(1).place.center().toPoint());
        QCOMPARE(view.plot->chosenMark(), 1);
        for (const auto &spot : spots)
            QVERIFY(spot.place.width() >= 24 && spot.place.height() >= 24);
    }

    void eventsInOnePlaceAreOneMark()
    {
        SessionHistory history = signedIn();
        for (int i = 0; i < 5; ++i)
            history.add(eventAt(begin + 3h + i * 1s, SessionEvent::Kind::RenewalFailed));
        const View view(history);
        const auto spots = view.plot->spots();
        QCOMPARE(spots.size(), 2);
        QCOMPARE(spots.last().count, 5);
        const QPoint place = spots.last().place.center().toPoint();
        for (int mark : {1, 2, 3, 4, 5, 1}) { // one after the other, and round again
            QTest::mouseClick(view.plot, Qt::LeftButton, {}, place);
            QCOMPARE(view.plot->chosenMark(), mark);
        }
    }

    void theChosenOneIsForgottenWithItsHistory()
    {
        View view(refusedAtLast(), 9h);
        view.plot->chooseMark(2);
        view.model.setHistory(signedIn(), begin + 9h);
        QCOMPARE(view.plot->chosenMark(), -1);
        view.model.setHistory({}, begin + 9h);
        QTest::keyClick(view.plot, Qt::Key_Left);
        QCOMPARE(view.plot->chosenMark(), -1);
        QVERIFY(view.plot->spots().isEmpty());
        QVERIFY(!view.picture().isNull());
    }

    void theFocusShows()
    {
        View view;
        view.window.activateWindow();
        const QImage before = view.picture();
        view.plot->setFocus();
        QTRY_VERIFY(view.plot->hasFocus());
        QVERIFY(view.picture() != before);
    }

    void zooms()
    {
        const View view;
        view.plot->setZoom(TimelineZoom::Hour);
        QCOMPARE(view.plot->xOf(begin + 4h), view.plot->barRect(0).center().x());
        QVERIFY(view.plot->spots().isEmpty()); // the last event is an hour ago
    }
};

LATCHKEY_TEST(TestTimeline, QApplication)
#include "tst_timeline.moc"
