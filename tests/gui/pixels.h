#pragma once

#include "tests/support/contrast.h"

#include <QColor>
#include <QImage>
#include <QWidget>

#include <optional>

namespace latchkey::test
{

// Colours as the person sees them: taken from rendered pixels, not from the palette.

// So many times larger than life: thin strokes then have a core in their own colour.
inline constexpr int magnification = 4;

// A part of a window with all that lies beneath and above it, magnified. `area` is in the
// coordinates of `widget`, in logical pixels.
[[nodiscard]] QImage pictureOf(QWidget *widget, const QRect &area);

struct InkAndGround {
    QColor ink;
    QColor ground;
    [[nodiscard]] double ratio() const { return contrast(ink, ground); }
};
// The two commonest colours; nothing if there is only one.
[[nodiscard]] std::optional<InkAndGround> inkAndGround(const QImage &picture);

// The strongest edge on a line from the left side inwards, against what lies outside of it.
[[nodiscard]] double edgeContrast(const QImage &picture);

// What the focus adds to a picture.
struct Ring {
    QColor colour;
    double width = 0; // of its thinnest side, in logical pixels
    double outside = 0; // the lower contrast of the sides
    double inside = 0;
};
[[nodiscard]] std::optional<Ring> ringBetween(const QImage &without, const QImage &with);

} // namespace latchkey::test
