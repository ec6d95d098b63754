#include "ui/fieldstyle.h"

#include "ui/button.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace latchkey
{

namespace
{

constexpr double cornerRadius = 6.0;
constexpr double thin = 1.0;
constexpr double thick = 2.0;

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
    const double width = focused ? thick : thin;
    const QRectF frame = QRectF(option->rect)
                             .adjusted(ringSpace, 0, -ringSpace, 0)
                             .adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(colours.window);
    painter->setPen(QPen(fault ? colours.error : focused ? colours.accent : colours.border, width));
    painter->drawRoundedRect(frame, cornerRadius, cornerRadius);
    painter->restore();
}

QRect FieldStyle::subElementRect(SubElement element, const QStyleOption *option,
                                 const QWidget *widget) const
{
    if (element != SE_LineEditContents || !widget)
        return QProxyStyle::subElementRect(element, option, widget);
    const int side = ringSpace + grid(widget, 1);
    return option->rect.adjusted(side, 2, -side, -2);
}

QSize FieldStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    if (type != CT_LineEdit || !widget)
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    const int height = widget->fontMetrics().height() + 2 * grid(widget, 1.25);
    return {size.width() + 2 * (ringSpace + grid(widget, 1)), height};
}

} // namespace latchkey
