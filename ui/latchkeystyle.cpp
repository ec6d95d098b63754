#include "ui/latchkeystyle.h"

#include "ui/scrollbarlook.h"
#include "ui/wrappedtext.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionSlider>

namespace latchkey
{

namespace
{

bool runsFromRightToLeft(const QPainter &painter, int flags, const QString &text)
{
    if (flags & Qt::TextForceLeftToRight)
        return false;
    if (painter.layoutDirection() == Qt::LayoutDirectionAuto)
        return (flags & Qt::TextForceRightToLeft) || text.isRightToLeft();
    return (flags & Qt::TextForceRightToLeft) || painter.layoutDirection() == Qt::RightToLeft;
}

} // namespace

void LatchkeyStyle::install()
{
    if (!qobject_cast<LatchkeyStyle *>(QApplication::style()))
        QApplication::setStyle(new LatchkeyStyle(QApplication::style())); // which it then owns
}

bool LatchkeyStyle::isFusion() const
{
    return baseStyle()->name().compare(u"fusion", Qt::CaseInsensitive) == 0;
}

int LatchkeyStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *answer) const
{
    if (hint == SH_UnderlineShortcut) {
        const auto direction = option ? option->direction
            : widget                  ? widget->layoutDirection()
                                      : QGuiApplication::layoutDirection();
        if (direction == Qt::RightToLeft)
            return 0;
    }
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

int LatchkeyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                               const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent && isFusion())
        return scrollBarExtent();
    if (metric == PM_ScrollBarSliderMin && isFusion())
        return shortestHandle;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QRect LatchkeyStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                    SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar && isFusion())
        return scrollBarRect(*bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void LatchkeyStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar && isFusion())
        paintScrollBar(*painter, *bar, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void LatchkeyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                  QPainter *painter, const QWidget *widget) const
{
    if (element != PE_PanelScrollAreaCorner || !isFusion()) // where two bars meet is nothing
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void LatchkeyStyle::drawItemText(QPainter *painter, const QRect &room, int flags,
                                 const QPalette &palette, bool enabled, const QString &text,
                                 QPalette::ColorRole role) const
{
    const bool wraps = (flags & Qt::TextWordWrap) && !(flags & Qt::TextSingleLine);
    QString shown = text;
    if (wraps && runsFromRightToLeft(*painter, flags, text))
        shown = brokenAtSpaces(text, flags, room.width(), painter->font(), painter->device());
    QProxyStyle::drawItemText(painter, room, flags, palette, enabled, shown, role);
}

} // namespace latchkey
