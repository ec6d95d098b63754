#include "tests/gui/looks.h"
#include "tests/gui/screenparts.h"
#include "tests/gui/screens.h"
#include "tests/support/testprogram.h"
#include "ui/button.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace latchkey;
using namespace latchkey::test;

// Text that wraps, from right to left, measured on the pixels of each of its lines.

namespace
{

constexpr int margin = 60; // around the text's room: ink that has left it is seen there
constexpr int toTheRight = int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignTop);
constexpr int wrapped
    = int(Qt::TextWordWrap) | int(Qt::TextForceRightToLeft) | int(Qt::TextDontClip);

const QString sentence = QStringLiteral(
    "\u0644\u0627 \u064A\u0643\u062A\u0628 \u0647\u0630\u0627 \u0627\u0644\u0628\u0631\u0646"
    "\u0627\u0645\u062C \u0645\u0644\u0641 \u0633\u062C\u0644 \u0644\u0631\u0624\u064A\u0629 "
    "\u0645\u0627 \u064A\u0641\u0639\u0644\u0647 \u0634\u063A\u0644\u0647 \u0641\u064A "
    "\u0637\u0631\u0641\u064A\u0629 \u0645\u0646 \u0646\u0627\u0641\u0630\u0629 "
    "\u062C\u062F\u064A\u062F\u0629 Qt Widgets \u0648\u0644\u0627 "
    "\u062A\u0643\u062A\u0628 \u0627\u0644\u0631\u0645\u0648\u0632 \u0623\u0628\u062F\u0627");

struct Sheet {
    QFont font;
    int width = 200; // of the room
    int flags = wrapped | toTheRight;
    bool enabled = true;
    QPalette::ColorRole role = QPalette::WindowText;
    Qt::LayoutDirection direction = Qt::RightToLeft;
};

QImage drawn(const QString &text, const Sheet &sheet, const QStyle *style = QApplication::style())
{
    const int height = QFontMetrics(sheet.font).lineSpacing() * 30;
    QImage picture(sheet.width + 2 * margin, height, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setFont(sheet.font);
    painter.setLayoutDirection(sheet.direction);
    QPalette palette(Qt::white);
    palette.setCurrentColorGroup(sheet.enabled ? QPalette::Active : QPalette::Disabled);
    palette.setColor(QPalette::Active, QPalette::WindowText, Qt::black);
    palette.setColor(QPalette::Active, QPalette::PlaceholderText, Qt::blue);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, Qt::red);
    style->drawItemText(&painter, QRect(margin, 0, sheet.width, height), sheet.flags, palette,
                        sheet.enabled, text, sheet.role);
    return picture;
}

// Of each line of text, what of it is ink.
QList<QRect> inkOfLines(const QImage &picture, int lineHeight, QRgb ground)
{
    QList<QRect> lines;
    for (int top = 0; top + lineHeight <= picture.height(); top += lineHeight) {
        QRect ink;
        for (int y = top; y < top + lineHeight; ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) != ground)
                    ink |= QRect(x, y, 1, 1);
            }
        }
        if (ink.height() > lineHeight / 3) // not the tails of the line above
            lines += ink;
    }
    return lines;
}

QList<QRect> linesOf(const QString &text, const Sheet &sheet)
{
    return inkOfLines(drawn(text, sheet), QFontMetrics(sheet.font).lineSpacing(),
                      qRgb(255, 255, 255));
}

// Less than a space: letters keep a little air of their own.
int air(const QFont &font)
{
    return qMax(2, QFontMetrics(font).horizontalAdvance(u' ') / 2);
}

std::unique_ptr<QStyle> usualStyle()
{
    return std::unique_ptr<QStyle>(QStyleFactory::create(QStringLiteral("fusion")));
}

void textSizes()
{
    QTest::addColumn<double>("size");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("200 %") << 2.0;
}

QFont enlarged(double size)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * size);
    return font;
}

} // namespace

class TestWrappedText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QWidget themed;
        applyTheme(&themed); // which dresses the application
    }

    void everyLineEndsAtTheEdge_data() { textSizes(); }
    void everyLineEndsAtTheEdge()
    {
        QFETCH(double, size);
        const QFont font = enlarged(size);
        const int from = int(140 * size); // wider than each word
        for (int width = from; width < from + 60 * int(size); ++width) {
            const QList<QRect> lines = linesOf(sentence, {.font = font, .width = width});
            QVERIFY(lines.size() > 2);
            for (const QRect &line : lines) {
                const QByteArray where = QByteArray::number(width) + ' '
                    + QByteArray::number(line.left() - margin) + ' '
                    + QByteArray::number(margin + width - 1 - line.right());
                QVERIFY2(std::abs(margin + width - 1 - line.right()) <= air(font),
                         where.constData());
                QVERIFY2(line.left() >= margin - 1, where.constData());
            }
        }
    }

    // All but the sideways place is as the system draws it.
    void breaksAsBefore_data() { textSizes(); }
    void breaksAsBefore()
    {
        QFETCH(double, size);
        const auto usual = usualStyle();
        const QFont font = enlarged(size);
        const int height = QFontMetrics(font).lineSpacing();
        for (const int width : {150, 173, 211, 260}) {
            const Sheet sheet{.font = font, .width = int(width * size)};
            const auto now = linesOf(sentence, sheet);
            const auto before
                = inkOfLines(drawn(sentence, sheet, usual.get()), height, qRgb(255, 255, 255));
            QCOMPARE(now.size(), before.size());
            for (qsizetype i = 0; i < now.size(); ++i) {
                QCOMPARE(now[i].top(), before[i].top());
                QCOMPARE(now[i].bottom(), before[i].bottom());
                QVERIFY(std::abs(now[i].width() - before[i].width()) <= 2 * air(font));
            }
        }
    }

    void honoursTheAlignment()
    {
        const QFont font = QApplication::font();
        const Sheet left{.font = font, .flags = wrapped | Qt::AlignLeft | Qt::AlignAbsolute};
        for (const QRect &line : linesOf(sentence, left))
            QVERIFY2(std::abs(line.left() - margin) <= air(font),
                     qPrintable(QString::number(line.left())));
        const Sheet trailing{.font = font, .flags = wrapped | Qt::AlignRight}; // the reading's end
        QCOMPARE(linesOf(sentence, trailing), linesOf(sentence, left));
        const Sheet middle{.font = font, .flags = wrapped | Qt::AlignHCenter};
        for (const QRect &line : linesOf(sentence, middle)) {
            const int off = line.left() - margin - (margin + middle.width - 1 - line.right());
            QVERIFY2(std::abs(off) <= air(font) + 1, qPrintable(QString::number(off)));
        }
        const Sheet bottom{.font = font,
                           .flags = wrapped | Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignBottom};
        const auto lines = linesOf(sentence, bottom);
        QVERIFY(lines.first().top() > 10 * QFontMetrics(font).lineSpacing());
    }

    // Lines that the text itself ends, an empty one, and spaces before the end.
    void honoursTheTextsOwnLines()
    {
        const QFont font = QApplication::font();
        const Sheet sheet{.font = font};
        const QString short1 = QStringLiteral("\u0641\u064A \u0637\u0631\u0641");
        const QList<QRect> lines
            = linesOf(short1 + QStringLiteral(" \n\n") + sentence + u'\n' + short1, sheet);
        const int height = QFontMetrics(font).lineSpacing();
        QVERIFY(lines.size() > 4);
        QVERIFY(lines[0].bottom() < height);
        QVERIFY(lines[1].top() >= 2 * height);
        const auto lastOf
            = [&](const QList<QRect> &all) { return all.last().center().y() / height; };
        QCOMPARE(lastOf(lines), lastOf(linesOf(sentence, sheet)) + 3);
        for (const QRect &line : lines)
            QVERIFY(std::abs(margin + sheet.width - 1 - line.right()) <= air(font));
    }

    void honoursMnemonics()
    {
        const QFont font = QApplication::font();
        Sheet sheet{.font = font};
        QString marked = sentence;
        marked.insert(40, u'&');
        sheet.flags = wrapped | toTheRight | Qt::TextShowMnemonic | Qt::TextHideMnemonic;
        const QImage plain = drawn(sentence, {.font = font});
        QCOMPARE(drawn(marked, sheet), plain);
        sheet.flags = wrapped | toTheRight | Qt::TextShowMnemonic;
        const QImage underlined = drawn(marked, sheet);
        QVERIFY(underlined != plain);
        // A letter torn off its neighbours may be wider: the lines are those that the system
        // breaks.
        const auto rows = [&](const QImage &picture) {
            QList<int> tops;
            for (const QRect &line :
                 inkOfLines(picture, QFontMetrics(font).lineSpacing(), qRgb(255, 255, 255)))
                tops += line.top();
            return tops;
        };
        QCOMPARE(rows(underlined), rows(drawn(marked, sheet, usualStyle().get())));
        QString doubled = sentence;
        doubled.insert(40, QStringLiteral(" && "));
        QString single = sentence;
        single.insert(40, QStringLiteral(" & "));
        QCOMPARE(drawn(doubled, sheet), drawn(single, {.font = font}));
        QCOMPARE(drawn(sentence + u'&', sheet), plain);
    }

    void honoursColours()
    {
        const QFont font = QApplication::font();
        const auto has = [](const QImage &picture, const QColor &ink) {
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    if (picture.pixelColor(x, y) == ink)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(has(drawn(sentence, {.font = font}), Qt::black));
        QVERIFY(has(drawn(sentence, {.font = font, .role = QPalette::PlaceholderText}), Qt::blue));
        QVERIFY(has(drawn(sentence, {.font = font, .enabled = false}), Qt::red));
    }

    // Whoever says it: the flags, the painter, or the text itself.
    void goesByTheDirection_data()
    {
        QTest::addColumn<int>("flags");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        constexpr int bare = int(Qt::TextWordWrap) | int(Qt::TextDontClip) | toTheRight;
        QTest::newRow("forced") << (bare | int(Qt::TextForceRightToLeft)) << Qt::LeftToRight;
        QTest::newRow("painter") << bare << Qt::RightToLeft;
        QTest::newRow("text") << bare << Qt::LayoutDirectionAuto;
    }
    void goesByTheDirection()
    {
        QFETCH(int, flags);
        QFETCH(Qt::LayoutDirection, direction);
        const QFont font = QApplication::font();
        QCOMPARE(drawn(sentence, {.font = font, .flags = flags, .direction = direction}),
                 drawn(sentence, {.font = font}));
    }

    // What does not wrap, or runs from left to right, is the system's affair.
    void leavesTheRestAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("flags");
        QTest::newRow("one line") << sentence << (toTheRight | int(Qt::TextForceRightToLeft));
        QTest::newRow("left to right")
            << QStringLiteral("Signs you in, shows your profile, and keeps you signed in.")
            << (toTheRight | int(Qt::TextForceLeftToRight) | int(Qt::TextWordWrap));
        QTest::newRow("one word") << QStringLiteral("\u0637\u0631\u0641") << (toTheRight | wrapped);
        QTest::newRow("nothing") << QString() << (toTheRight | wrapped);
    }
    void leavesTheRestAlone()
    {
        QFETCH(QString, text);
        QFETCH(int, flags);
        const Sheet sheet{.font = QApplication::font(), .flags = flags};
        QCOMPARE(drawn(text, sheet), drawn(text, sheet, usualStyle().get()));
    }

    // They draw their texts themselves.
    void boxesAndButtons()
    {
        QWidget page;
        page.setLayoutDirection(Qt::RightToLeft);
        applyTheme(&page);
        CheckBox box(&page);
        box.setText(sentence);
        Button button(Button::Kind::Outlined, sentence.left(40), &page);
        button.setWrapping();
        const int height = box.fontMetrics().lineSpacing();
        const auto inkOf = [height](QWidget &control, const QRect &room) {
            const QImage picture = control.grab(room).toImage();
            return inkOfLines(picture, height, picture.pixel(0, 0));
        };
        for (int width = 240; width < 300; ++width) {
            box.resize(width, box.heightForWidth(width));
            const QRect words(0, ringSpace, width - box.textIndent(), box.height() - 2 * ringSpace);
            const auto lines = inkOf(box, words);
            QVERIFY(lines.size() > 2);
            for (const QRect &line : lines)
                QVERIFY(std::abs(words.right() - line.right()) <= air(box.font()));
        }
        for (int width = 120; width < 160; ++width) {
            button.resize(width, button.heightForWidth(width));
            const QRect words(2 * ringSpace, button.height() / 2 - height, width - 4 * ringSpace,
                              2 * height);
            const auto lines = inkOf(button, words);
            QCOMPARE(lines.size(), 2);
            for (const QRect &line : lines)
                QVERIFY(std::abs(line.left() - (words.width() - 1 - line.right())) <= 4);
        }
    }

    void labelsOfScreens_data()
    {
        QTest::addColumn<QString>("screen");
        for (const char *name : {"sign-in", "profile", "diagnostics", "settings", "E1"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void labelsOfScreens()
    {
        QFETCH(QString, screen);
        const Dress dress(
            {.name = QStringLiteral("ar"), .text = 2.0, .language = QStringLiteral("ar")});
        const Staged staged(screenNamed(screen));
        int seen = 0;
        for (QLabel *label : staged.top()->findChildren<QLabel *>()) {
            const auto place = QStyle::visualAlignment(Qt::RightToLeft, label->alignment());
            if (!label->isVisible() || !label->wordWrap() || !place.testFlag(Qt::AlignRight)
                || label->indent() > 0 || !label->text().isRightToLeft())
                continue;
            const QImage picture = label->grab().toImage();
            const int height = label->fontMetrics().lineSpacing();
            const auto lines = inkOfLines(picture, height, picture.pixel(0, 0));
            for (const QRect &line : lines) {
                ++seen;
                const int off = label->contentsRect().right() - line.right();
                QVERIFY2(off <= air(label->font()), qPrintable(label->text()));
            }
        }
        QVERIFY(seen > 0);
    }
};

LATCHKEY_TEST(TestWrappedText, QApplication)
#include "tst_wrappedtext.moc"
