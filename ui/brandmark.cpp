#include "ui/brandmark.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace latchkey
{

namespace
{

constexpr double field = 64.0; // the grid of resources/icons/*.svg
constexpr double cornerRadius = 14.0;
const QColor ground(0x0B57D0); // the brand's own, in every theme
const QColor latchInk(0xA8C7FA);
const QColor keyInk(0xFFFFFF);

QPainterPath latch()
{
    QPainterPath path(QPointF(34, 10));
    path.lineTo(47, 10);
    path.arcTo(QRectF(40, 10, 14, 14), 90, -90);
    path.lineTo(54, 47);
    path.arcTo(QRectF(40, 40, 14, 14), 0, -90);
    path.lineTo(34, 54);
    return path;
}

QPainterPath key()
{
    QPainterPath bow;
    bow.addEllipse(QPointF(20, 32), 12, 12);
    QPainterPath hole;
    hole.addEllipse(QPointF(20, 32), 5, 5);
    QPainterPath blade;
    blade.addRoundedRect(QRectF(28, 28, 20, 8), 2, 2);
    blade.addRoundedRect(QRectF(36, 30, 4, 13), 2, 2);
    blade.addRoundedRect(QRectF(44, 30, 4, 15), 2, 2);
    blade.setFillRule(Qt::WindingFill);
    return bow.united(blade) - hole;
}

} // namespace

BrandMark::BrandMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize BrandMark::sizeHint() const
{
    return {grid(this, 5.5), grid(this, 5.5)};
}

void BrandMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / field, height() / field);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(0, 0, field, field), cornerRadius, cornerRadius);
    painter.fillPath(key(), keyInk);
    painter.setPen(QPen(latchInk, 4, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(latch());
}

} // namespace latchkey
