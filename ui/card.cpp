#include "ui/card.h"

#include "ui/theme.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>

namespace latchkey
{

namespace
{

constexpr double cornerRadius = 10.0;

} // namespace

Card::Card(QWidget *parent)
    : QFrame(parent)
{
}

void Card::shape()
{
    if (!layout())
        return;
    const int side = grid(this, 2);
    layout()->setContentsMargins(side, side, side, side);
}

void Card::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius,
                            cornerRadius);
}

bool Card::event(QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::FontChange)
        shape();
    return QFrame::event(event);
}

} // namespace latchkey
