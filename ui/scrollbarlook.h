#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionSlider;
class QWidget;

namespace latchkey
{

// The program's scroll bar: a round handle on the plain ground, without arrow buttons.

// Its width, in pixels: of the text's height, and so the same in every window.
[[nodiscard]] int scrollBarExtent();
// The least length of its handle, in pixels.
inline constexpr int shortestHandle = 24;

// Where a part of it is, and what the mouse meets there; empty for the parts it has not.
[[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part);
// `widget` may be null.
void paintScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QWidget *widget);

} // namespace latchkey
