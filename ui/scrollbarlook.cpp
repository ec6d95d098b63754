#include "ui/scrollbarlook.h"

#include "ui/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cmath>

namespace latchkey
{

namespace
{

constexpr int smallestExtent = 14;
constexpr double extentOfText = 14.0 / 15.0; // of a line's height
constexpr double restOfExtent = 8.0 / 14.0; // so thick is the handle
constexpr double touchedOfExtent = 10.0 / 14.0; // and so under the mouse

// From its begin to its end, in pixels along the bar.
struct Span {
    int begin;
    int length;
};

int lengthOf(const QStyleOptionSlider &bar)
{
    return bar.orientation == Qt::Horizontal ? bar.rect.width() : bar.rect.height();
}

Span handleOf(const QStyleOptionSlider &bar)
{
    const int length = lengthOf(bar);
    if (bar.maximum <= bar.minimum)
        return {0, length};
    const auto range = qint64(bar.maximum) - bar.minimum;
    const auto page = std::max(qint64(bar.pageStep), qint64(0));
    const int share = int(length * page / (range + page));
    const int handle = std::min(std::max(share, shortestHandle), length);
    return {QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                            length - handle, bar.upsideDown),
            handle};
}

QRect rectOf(const QStyleOptionSlider &bar, const Span &span)
{
    const QRect usual = bar.orientation == Qt::Horizontal
        ? QRect(bar.rect.x() + span.begin, bar.rect.y(), span.length, bar.rect.height())
        : QRect(bar.rect.x(), bar.rect.y() + span.begin, bar.rect.width(), span.length);
    return QStyle::visualRect(bar.direction, bar.rect, usual);
}

bool isTouched(const QStyleOptionSlider &bar)
{
    return bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
        && (bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
}

} // namespace

int scrollBarExtent()
{
    const int line = QFontMetrics(QApplication::font()).height();
    return std::max(smallestExtent, int(std::lround(line * extentOfText)));
}

QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const Span handle = handleOf(bar);
    const int end = handle.begin + handle.length;
    // What lies before the handle has the lower values, unless the bar stands on its head.
    const Span before{0, handle.begin};
    const Span after{end, lengthOf(bar) - end};
    if (part == QStyle::SC_ScrollBarSlider)
        return rectOf(bar, handle);
    if (part == QStyle::SC_ScrollBarSubPage)
        return rectOf(bar, before);
    if (part == QStyle::SC_ScrollBarAddPage)
        return rectOf(bar, after);
    return part == QStyle::SC_ScrollBarGroove ? bar.rect : QRect();
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QWidget *widget)
{
    if (!widget || widget->testAttribute(Qt::WA_OpaquePaintEvent)) // else the ground is there
        painter.fillRect(bar.rect,
                         bar.palette.brush(widget ? widget->backgroundRole() : QPalette::Window));
    if (bar.maximum <= bar.minimum)
        return;
    const Colours colours = widget ? coloursOf(widget) : coloursFor(bar.palette);
    const bool touched = isTouched(bar);
    const bool across = bar.orientation == Qt::Horizontal;
    const double extent = across ? bar.rect.height() : bar.rect.width();
    const double thick = std::round(extent * (touched ? touchedOfExtent : restOfExtent));
    const double beside = (extent - thick) / 2;
    const double ends = (extent - std::round(extent * restOfExtent)) / 2;
    const QRectF handle = QRectF(rectOf(bar, handleOf(bar)))
                              .adjusted(across ? ends : beside, across ? beside : ends,
                                        across ? -ends : -beside, across ? -beside : -ends);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(touched ? colours.muted : colours.border);
    painter.drawRoundedRect(handle, thick / 2, thick / 2);
    painter.restore();
}

} // namespace latchkey
