// The checks that look at pixels: a further part of a11ysupport.cpp.
#include "tests/gui/a11ysupport.h"
#include "tests/gui/pixels.h"
#include "ui/button.h"
#include "ui/glyphs.h"
#include "ui/segment.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOption>

namespace latchkey::test
{

namespace
{

constexpr double textContrast = 4.5;
constexpr double largeTextContrast = 3.0;
constexpr double shapeContrast = 3.0;
constexpr double thinnestRing = 2.0;
constexpr double largePoints = 18;
constexpr double largeBoldPoints = 14;
constexpr int aroundTarget = 6; // how far outside of a widget its ring may reach

bool isLarge(const QFont &font)
{
    return font.pointSizeF() >= largePoints
        || (font.pointSizeF() >= largeBoldPoints && font.weight() >= QFont::DemiBold);
}

QString shownText(const QWidget *widget)
{
    if (const auto *text = qobject_cast<const QLabel *>(widget))
        return text->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->displayText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    return {};
}

// Where a widget has its text and nothing else.
QRect textArea(const QWidget *widget)
{
    const QSize text = widget->fontMetrics().size(Qt::TextShowMnemonic, shownText(widget));
    if (const auto *box = qobject_cast<const CheckBox *>(widget)) {
        const int gap = box->textIndent();
        return widget->isRightToLeft() ? widget->rect().adjusted(0, 0, -gap, 0)
                                       : widget->rect().adjusted(gap, 0, 0, 0);
    }
    if (qobject_cast<const QRadioButton *>(widget) && !qobject_cast<const Segment *>(widget)) {
        QStyleOptionButton option;
        option.initFrom(widget);
        return widget->style()->subElementRect(QStyle::SE_RadioButtonContents, &option, widget);
    }
    if (qobject_cast<const QAbstractButton *>(widget)) {
        QRect area(QPoint(), text.boundedTo(widget->size()));
        area.moveCenter(widget->rect().center());
        return area;
    }
    if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)) {
        QRect area(QPoint(), QSize(text.width(), text.height()).boundedTo(widget->size()));
        area.moveCenter(widget->rect().center());
        area.setLeft(2 * ringSpace);
        area.setWidth(std::min(text.width() + 2 * ringSpace, widget->width() - 4 * ringSpace));
        if (widget->isRightToLeft())
            area.moveRight(widget->width() - 2 * ringSpace);
        return area;
    }
    if (const auto *words = qobject_cast<const QLabel *>(widget)) {
        const QRect room = words->contentsRect();
        return QStyle::alignedRect(words->layoutDirection(), words->alignment(),
                                   text.boundedTo(room.size()), room);
    }
    return widget->rect();
}

QString measured(QWidget *widget, const char *what, double ratio)
{
    return QStringLiteral("%1: %2 has %3 : 1")
        .arg(QString::fromLatin1(what), label(widget))
        .arg(ratio, 0, 'f', 2);
}

// Has it a frame, a box or a filled shape of its own at its leading edge?
bool hasShape(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const Button *>(widget))
        return button->kind() != Button::Kind::Text;
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QCheckBox *>(widget)
        || qobject_cast<const QComboBox *>(widget);
}

// A picture that says something, with no word beside it.
bool isSign(const QWidget *widget)
{
    const auto *button = qobject_cast<const Button *>(widget);
    return qobject_cast<const SeverityGlyph *>(widget) || qobject_cast<const IconSign *>(widget)
        || (button && button->text().isEmpty());
}

} // namespace

QStringList weakTexts(QWidget *top)
{
    QStringList faults;
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != top
            || shownText(widget).trimmed().isEmpty())
            continue;
        const QRect area = textArea(widget);
        if (area.isEmpty() || !(QRegion(area) - widget->visibleRegion()).isEmpty())
            continue; // scrolled away, if only by half: on another screen it is in view
        const auto colours = inkAndGround(pictureOf(widget, area));
        const double needed = isLarge(widget->font()) ? largeTextContrast : textContrast;
        if (!colours)
            faults += QStringLiteral("text not to be seen: ") + label(widget);
        else if (colours->ratio() < needed)
            faults += measured(widget, "text", colours->ratio());
    }
    return faults;
}

QStringList weakShapes(QWidget *top)
{
    QStringList faults;
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != top
            || !(QRegion(widget->rect()) - widget->visibleRegion()).isEmpty())
            continue;
        if (isSign(widget)) {
            const QRect area
                = widget->rect().adjusted(ringSpace, ringSpace, -ringSpace, -ringSpace);
            const auto colours = inkAndGround(pictureOf(widget, area));
            const double ratio = colours ? colours->ratio() : 1;
            if (ratio < shapeContrast)
                faults += measured(widget, "sign", ratio);
        } else if (hasShape(widget)) {
            const int depth = 4 * ringSpace;
            QRect edge(0, 0, depth, widget->height());
            if (widget->isRightToLeft())
                edge.moveRight(widget->width() - 1);
            QImage picture = pictureOf(widget, edge & widget->visibleRegion().boundingRect());
            if (widget->isRightToLeft())
                picture = picture.mirrored(true, false);
            const double ratio = picture.isNull() ? 21 : edgeContrast(picture);
            if (ratio < shapeContrast)
                faults += measured(widget, "edge", ratio);
        }
    }
    return faults;
}

QStringList weakRings(QWidget *top)
{
    QStringList faults;
    for (QWidget *widget : tabTargets(top)) {
        for (QWidget *parent = widget; parent; parent = parent->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(parent))
                area->ensureWidgetVisible(widget);
        }
        widget->setFocus(Qt::TabFocusReason);
        QCoreApplication::sendPostedEvents();
        const QRect area
            = widget->rect().adjusted(-aroundTarget, -aroundTarget, aroundTarget, aroundTarget);
        const QImage with = pictureOf(widget, area);
        widget->clearFocus();
        const auto ring = ringBetween(pictureOf(widget, area), with);
        if (!ring) {
            faults += QStringLiteral("focus not to be seen: ") + label(widget);
            continue;
        }
        // A quarter of a pixel is lost to each blended edge.
        if (ring->width < thinnestRing - 0.5)
            faults += QStringLiteral("ring of %1 is %2 px").arg(label(widget)).arg(ring->width);
        if (ring->outside < shapeContrast)
            faults += measured(widget, "ring to its outside", ring->outside);
        if (ring->inside < shapeContrast)
            faults += measured(widget, "ring to its inside", ring->inside);
    }
    return faults;
}

} // namespace latchkey::test
