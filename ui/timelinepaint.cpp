#include "ui/timelinepaint.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr double radius = 5.0;
constexpr double edgePen = 1.2;
constexpr double dotStep = 8.0;
constexpr double dotSize = 3.0;
constexpr double hatchStep = 6.0;
constexpr double hatchPen = 1.6;
constexpr double markPen = 1.6;
constexpr double crossPen = 2.0;

void clipTo(QPainter &painter, const QPainterPath &shape, const QRectF &area)
{
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setClipRect(area, Qt::IntersectClip);
}

void paintEdge(QPainter &painter, const QPainterPath &shape, const QColor &ink)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, edgePen));
    painter.drawPath(shape);
}

void paintOutline(QPainter &painter, const QRectF &area, const MarkLook &look, double corner)
{
    if (look.trouble) {
        painter.drawRoundedRect(area, corner, corner);
    } else if (look.fault) { // reaches out, so that a letter has room in it
        const double reach = area.width() / 2 + 2;
        const QPointF middle = area.center();
        painter.drawPolygon(QPolygonF({middle + QPointF(0, -reach), middle + QPointF(reach, 0),
                                       middle + QPointF(0, reach), middle + QPointF(-reach, 0)}));
    } else {
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    }
}

} // namespace

QPainterPath trackShape(const QRectF &area, bool goesOn)
{
    const QRectF bar
        = area.adjusted(edgePen / 2, edgePen / 2, goesOn ? 0 : -edgePen / 2, -edgePen / 2);
    QPainterPath path;
    const double round = std::min(radius, bar.width() / 2);
    if (!goesOn) {
        path.addRoundedRect(bar, round, round);
        return path;
    }
    const double tip = bar.height() / 2;
    path.moveTo(bar.left() + round, bar.top());
    path.lineTo(bar.right() - tip, bar.top());
    path.lineTo(bar.right(), bar.center().y());
    path.lineTo(bar.right() - tip, bar.bottom());
    path.lineTo(bar.left() + round, bar.bottom());
    path.quadTo(bar.bottomLeft(), QPointF(bar.left(), bar.bottom() - round));
    path.lineTo(bar.left(), bar.top() + round);
    path.quadTo(bar.topLeft(), QPointF(bar.left() + round, bar.top()));
    path.closeSubpath();
    return path;
}

void paintUsed(QPainter &painter, const QPainterPath &shape, const QRectF &area,
               const Colours &colours)
{
    clipTo(painter, shape, area);
    painter.fillRect(area, colours.accent);
    painter.restore();
    painter.save();
    painter.setClipRect(area.adjusted(-1, -1, 0, 1), Qt::IntersectClip);
    paintEdge(painter, shape, colours.accent);
    painter.restore();
}

void paintLeft(QPainter &painter, const QPainterPath &shape, const QRectF &area,
               const Colours &colours)
{
    clipTo(painter, shape, area.adjusted(2, 0, -2, 0));
    painter.setPen(QPen(colours.accent, dotSize, Qt::SolidLine, Qt::RoundCap));
    for (double x = area.left() + dotStep; x < area.right(); x += dotStep)
        painter.drawPoint(QPointF(x, area.center().y()));
    painter.restore();
    painter.save();
    painter.setClipRect(area.adjusted(0, -1, 1, 1), Qt::IntersectClip);
    paintEdge(painter, shape, colours.accent);
    painter.restore();
}

void paintEnded(QPainter &painter, const QPainterPath &shape, const QRectF &area,
                const Colours &colours)
{
    const double height = area.height();
    clipTo(painter, shape, area);
    painter.setPen(QPen(colours.error, hatchPen));
    for (double x = area.left() - height; x < area.right(); x += hatchStep)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + height, area.top()));
    painter.restore();
    painter.save();
    painter.setClipRect(area.adjusted(0, -1, 1, 1), Qt::IntersectClip);
    paintEdge(painter, shape, colours.error);
    painter.restore();
    // The cross stands where the end is, on ground of its own.
    const double half = height * 0.26;
    const QPointF middle(area.left() + height * 0.55, area.center().y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.card);
    painter.drawEllipse(middle, height * 0.46, height * 0.46);
    painter.setPen(QPen(colours.error, crossPen, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle + QPointF(-half, -half), middle + QPointF(half, half));
    painter.drawLine(middle + QPointF(-half, half), middle + QPointF(half, -half));
}

void paintMark(QPainter &painter, const QRectF &area, const MarkLook &look, const Colours &colours)
{
    const QColor tone = look.trouble ? colours.error
        : look.fault                 ? colours.warning
                                     : colours.accent;
    const bool filled = look.chosen || look.trouble || look.on;
    const double inset = markPen / 2 + 1;
    painter.setPen(QPen(tone, markPen));
    painter.setBrush(filled ? tone : colours.card);
    paintOutline(painter, area.adjusted(inset, inset, -inset, -inset), look, 3);
    if (look.chosen) { // a second line around it
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.text, markPen));
        paintOutline(painter, area.adjusted(-1, -1, 1, 1), look, 5);
    }
    painter.setPen(filled ? colours.onAccent : tone);
    painter.drawText(area, Qt::AlignCenter | Qt::TextDontClip, look.sign);
}

} // namespace latchkey
