#include "ui/choice.h"

#include "ui/button.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QWheelEvent>
#include <QtMath>

namespace latchkey
{

namespace
{

constexpr double cornerRadius = 6.0;
constexpr int ringWidth = 2;
constexpr int smallestTarget = 24;
constexpr int smallestBox = 18;
// Of a drop-down list, in grid steps: beside its text, and its arrow.
constexpr double boxPad = 1.5;
constexpr double arrowSide = 1;

// The entries of the open list are as easy to hit as the list itself.
class RoomyItems final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        const int height = option.fontMetrics.height();
        return {usual.width() + height, std::max(smallestTarget, height * 7 / 4)};
    }
};

void paintRing(QPainter &painter, const QRectF &bounds, double radius, const QColor &colour)
{
    const double inset = ringWidth / 2.0;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, ringWidth));
    painter.drawRoundedRect(bounds.adjusted(inset, inset, -inset, -inset), radius, radius);
}

} // namespace

ComboBox::ComboBox(QWidget *parent)
    : QComboBox(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setItemDelegate(new RoomyItems(this));
}

QSize ComboBox::sizeHint() const
{
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
    const int height = std::max(fontMetrics().height() + grid(this, 1.25) * 2, 32);
    const int room = 3 * grid(this, boxPad) + grid(this, arrowSide);
    return {widest + room + 2 * (ringSpace + 1), height + 2 * ringSpace};
}

void ComboBox::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(rect()).adjusted(ringSpace + 0.5, ringSpace + 0.5, -ringSpace - 0.5,
                                                 -ringSpace - 0.5);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(isEnabled() && underMouse() ? colours.panel : colours.window);
    painter.drawRoundedRect(shape, cornerRadius, cornerRadius);
    if (hasFocus())
        paintRing(painter, rect(), cornerRadius + ringWidth, colours.accent);

    const double side = grid(this, arrowSide);
    const double pad = grid(this, boxPad);
    const double middle
        = isRightToLeft() ? shape.left() + pad + side / 2 : shape.right() - pad - side / 2;
    const QColor ink = isEnabled() ? colours.text : colours.muted;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{middle - side / 2, shape.center().y() - side / 4},
                                   {middle, shape.center().y() + side / 4},
                                   {middle + side / 2, shape.center().y() - side / 4}});

    const double room = 2 * pad + side;
    const QRectF label
        = isRightToLeft() ? shape.adjusted(room, 0, -pad, 0) : shape.adjusted(pad, 0, -room, 0);
    painter.setPen(ink);
    painter.drawText(label,
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                         | Qt::AlignVCenter | Qt::AlignAbsolute),
                     fontMetrics().elidedText(currentText(), Qt::ElideRight, qCeil(label.width())));
}

void ComboBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ComboBox::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

QRect RadioButton::circleRect() const
{
    const int size = std::max(smallestBox, fontMetrics().height() + 2);
    const int x = isRightToLeft() ? width() - size - ringSpace : ringSpace;
    return {x, (height() - size) / 2, size, size};
}

QSize RadioButton::sizeHint() const
{
    const QSize label = fontMetrics().size(Qt::TextShowMnemonic, text());
    const int box = std::max(smallestBox, fontMetrics().height() + 2);
    return {box + 2 * ringSpace + grid(this, 0.75) + label.width(),
            std::max(box, label.height()) + 2 * ringSpace};
}

int RadioButton::textIndent() const
{
    return circleRect().width() + 2 * ringSpace + grid(this, 0.5);
}

bool RadioButton::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void RadioButton::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle = QRectF(circleRect()).adjusted(0.6, 0.6, -0.6, -0.6);
    const QColor mark = isEnabled() ? colours.accent : colours.muted;
    painter.setPen(QPen(isChecked() ? mark : colours.border, isChecked() ? 1.8 : 1.2));
    painter.setBrush(colours.window);
    painter.drawEllipse(circle);
    if (isChecked()) {
        const double inset = circle.width() * 0.27;
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    if (hasFocus()) {
        const QRectF ring
            = QRectF(circleRect()).adjusted(-ringSpace, -ringSpace, ringSpace, ringSpace);
        paintRing(painter, ring, ring.width() / 2, colours.accent);
    }

    QStyleOption option;
    option.initFrom(this);
    const bool underline = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this) != 0;
    const int gap = textIndent();
    const QRect label
        = isRightToLeft() ? rect().adjusted(0, 0, -gap, 0) : rect().adjusted(gap, 0, 0, 0);
    painter.setPen(isEnabled() ? colours.text : colours.muted);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(label,
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                         | Qt::AlignVCenter | Qt::AlignAbsolute)
                         | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     text());
}

} // namespace latchkey
