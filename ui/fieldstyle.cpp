#include "ui/fieldstyle.h"

#include "ui/button.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr double cornerRadius = 6.0;
constexpr double thin = 1.0;
constexpr double thick = 2.0;
constexpr double ringGap = 1.0; // or the ring would touch the red frame, in which it is not seen
constexpr int clearOfFrame = 2; // between the ring of a button inside and the field's outer edge
constexpr int smallestTarget = 24;

void drawFrame(QPainter &painter, const QRectF &outline, double inset, const QPen &pen)
{
    const double in = inset + pen.widthF() / 2;
    const double radius = std::max(cornerRadius - inset, 1.0);
    painter.setPen(pen);
    painter.drawRoundedRect(outline.adjusted(in, in, -in, -in), radius, radius);
}

} // namespace

void FieldStyle::dress(QLineEdit *field)
{
    auto *style = new FieldStyle;
    style->setParent(field);
    field->setStyle(style);
}

void FieldStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameLineEdit)
        return;
    if (element != PE_PanelLineEdit || !widget) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const Colours colours = coloursOf(widget);
    const bool focused = option->state.testFlag(State_HasFocus);
    const bool fault = widget->property("fault").toBool();
    const QRectF outline = QRectF(option->rect).adjusted(ringSpace, 0, -ringSpace, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(colours.window);
    // Both can be seen at once: the focus around the fault.
    const double around = focused ? thick + ringGap : 0;
    if (focused)
        drawFrame(*painter, outline, 0, QPen(colours.accent, thick));
    if (fault)
        drawFrame(*painter, outline, around, QPen(colours.error, thin));
    else if (!focused)
        drawFrame(*painter, outline, 0, QPen(colours.border, thin));
    painter->restore();
}

QRect FieldStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    if (element != SE_LineEditContents || !widget)
        return QProxyStyle::subElementRect(element, option, widget);
    const int side = ringSpace + grid(widget, 1);
    const QRect free
        = option->rect.adjusted(side, 2, -side - widget->property("trailingRoom").toInt(), -2);
    return visualRect(option->direction, option->rect, free);
}

QSize FieldStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    if (type != CT_LineEdit || !widget)
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    const int height = std::max(widget->fontMetrics().height() + 2 * grid(widget, 1.3),
                                smallestTarget + 2 * (ringSpace + clearOfFrame));
    return {size.width() + 2 * (ringSpace + grid(widget, 1)), height};
}

} // namespace latchkey
