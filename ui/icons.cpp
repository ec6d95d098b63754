#include "ui/icons.h"

#include <QPainter>
#include <QPainterPath>

namespace latchkey
{

namespace
{

constexpr double field = 20.0;
constexpr double stroke = 1.7;

void eye(QPainterPath &path)
{
    path.moveTo(1.8, 10);
    path.cubicTo(4.6, 5.6, 7.2, 4.4, 10, 4.4);
    path.cubicTo(12.8, 4.4, 15.4, 5.6, 18.2, 10);
    path.cubicTo(15.4, 14.4, 12.8, 15.6, 10, 15.6);
    path.cubicTo(7.2, 15.6, 4.6, 14.4, 1.8, 10);
    path.addEllipse(QPointF(10, 10), 2.5, 2.5);
}

void line(QPainterPath &path, std::initializer_list<QPointF> points)
{
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
}

// An arrow head whose tip is at `tip`, pointing along the last stroke from `from`.
void head(QPainterPath &path, QPointF left, QPointF tip, QPointF right)
{
    line(path, {left, tip, right});
}

void gear(QPainterPath &path)
{
    path.addEllipse(QPointF(10, 10), 5.4, 5.4);
    path.addEllipse(QPointF(10, 10), 2.1, 2.1);
    for (int i = 0; i < 8; ++i) {
        const QTransform turn = QTransform().translate(10, 10).rotate(45.0 * i);
        path.moveTo(turn.map(QPointF(0, -5.4)));
        path.lineTo(turn.map(QPointF(0, -8.2)));
    }
}

void refresh(QPainterPath &path)
{
    const QRectF circle(3.2, 3.2, 13.6, 13.6);
    path.arcMoveTo(circle, 25);
    path.arcTo(circle, 25, 140);
    path.arcMoveTo(circle, 205);
    path.arcTo(circle, 205, 140);
    head(path, {12.4, 7.1}, {16.2, 7.1}, {16.2, 3.3});
    head(path, {7.6, 12.9}, {3.8, 12.9}, {3.8, 16.7});
}

void sheets(QPainterPath &path)
{
    path.addRoundedRect(QRectF(7, 7, 10, 10.4), 2, 2);
    path.moveTo(4.6, 13);
    path.cubicTo(3.4, 13, 3, 12.4, 3, 11.4);
    path.lineTo(3, 4.6);
    path.cubicTo(3, 3.4, 3.5, 2.8, 4.8, 2.8);
    path.lineTo(11.2, 2.8);
    path.cubicTo(12.4, 2.8, 13, 3.3, 13, 4.4);
}

void signOut(QPainterPath &path)
{
    line(path, {{8.4, 3}, {3.4, 3}, {3.4, 17}, {8.4, 17}});
    line(path, {{8, 10}, {17, 10}});
    head(path, {13.4, 6.4}, {17, 10}, {13.4, 13.6});
}

void person(QPainterPath &path)
{
    path.addEllipse(QPointF(10, 6.6), 3.6, 3.6);
    path.moveTo(2.8, 17.2);
    path.cubicTo(3.8, 13.4, 6.6, 12.6, 10, 12.6);
    path.cubicTo(13.4, 12.6, 16.2, 13.4, 17.2, 17.2);
}

void server(QPainterPath &path)
{
    path.addRoundedRect(QRectF(2.6, 3, 14.8, 6), 1.8, 1.8);
    path.addRoundedRect(QRectF(2.6, 11, 14.8, 6), 1.8, 1.8);
    line(path, {{5.8, 6}, {6, 6}});
    line(path, {{5.8, 14}, {6, 14}});
}

void info(QPainterPath &path)
{
    path.addEllipse(QPointF(10, 10), 7.6, 7.6);
    line(path, {{10, 9.2}, {10, 13.8}});
    line(path, {{10, 6.2}, {10, 6.3}});
}

void table(QPainterPath &path)
{
    path.addRoundedRect(QRectF(2.6, 3.6, 14.8, 12.8), 1.8, 1.8);
    line(path, {{2.6, 8}, {17.4, 8}});
    line(path, {{2.6, 12.2}, {17.4, 12.2}});
    line(path, {{8, 8}, {8, 16.4}});
}

void save(QPainterPath &path)
{
    line(path, {{10, 3}, {10, 12.4}});
    head(path, {6.2, 8.8}, {10, 12.6}, {13.8, 8.8});
    line(path, {{3.4, 13.2}, {3.4, 17}, {16.6, 17}, {16.6, 13.2}});
}

QPainterPath pathOf(Icon icon)
{
    QPainterPath path;
    switch (icon) {
    case Icon::None:
        break;
    case Icon::Copy:
        sheets(path);
        break;
    case Icon::Done:
        line(path, {{3.4, 10.6}, {8, 15}, {16.6, 5.4}});
        break;
    case Icon::Refresh:
        refresh(path);
        break;
    case Icon::Settings:
        gear(path);
        break;
    case Icon::SignOut:
        signOut(path);
        break;
    case Icon::Person:
        person(path);
        break;
    case Icon::Server:
        server(path);
        break;
    case Icon::Eye:
        eye(path);
        break;
    case Icon::EyeOff:
        eye(path);
        line(path, {{3.6, 16.8}, {16.4, 3.2}});
        break;
    case Icon::Info:
        info(path);
        break;
    case Icon::Table:
        table(path);
        break;
    case Icon::Save:
        save(path);
        break;
    case Icon::Play:
        line(path, {{5, 3.6}, {16, 10}, {5, 16.4}, {5, 3.6}});
        break;
    }
    return path;
}

bool hasDirection(Icon icon)
{
    return icon == Icon::SignOut; // a player's arrow points with the time, not with the reading
}

} // namespace

void paintIcon(QPainter &painter, Icon icon, const QRectF &area, const QColor &ink, bool mirrored)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    painter.scale(area.width() / field, area.height() / field);
    if (mirrored && hasDirection(icon)) {
        painter.translate(field, 0);
        painter.scale(-1, 1);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(icon));
    painter.restore();
}

} // namespace latchkey
