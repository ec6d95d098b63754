#pragma once

#include "ui/theme.h"

#include <QPainterPath>
#include <QRectF>
#include <QString>

class QPainter;

namespace latchkey
{

// The patterns and marks of the timeline. Each is told from the others without its colour.

// A bar's outline; with a point at its right where it goes on beyond the edge.
[[nodiscard]] QPainterPath trackShape(const QRectF &area, bool goesOn);

// A part of a bar: what of `shape` is inside `area`. Solid; framed and dotted; hatched and crossed.
void paintUsed(QPainter &painter, const QPainterPath &shape, const QRectF &area,
               const Colours &colours);
void paintLeft(QPainter &painter, const QPainterPath &shape, const QRectF &area,
               const Colours &colours);
void paintEnded(QPainter &painter, const QPainterPath &shape, const QRectF &area,
                const Colours &colours);

struct MarkLook {
    QString sign; // a letter, or the number of marks in one
    bool trouble = false; // square and filled
    bool fault = false; // a diamond, filled while it is on; else round
    bool on = false;
    bool chosen = false;
};
void paintMark(QPainter &painter, const QRectF &area, const MarkLook &look, const Colours &colours);

} // namespace latchkey
