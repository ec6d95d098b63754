#include "ui/segment.h"

#include "ui/button.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr int smallestTarget = 24;
constexpr double radius = 6.0;

} // namespace

Segment::Segment(QWidget *parent)
    : QRadioButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Segment::sizeHint() const
{
    const QSize label = fontMetrics().size(Qt::TextShowMnemonic, text());
    return {label.width() + grid(this, 2) + 2 * ringSpace,
            std::max(label.height() + grid(this, 0.5), smallestTarget) + 2 * ringSpace};
}

bool Segment::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void Segment::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(rect()).adjusted(ringSpace, ringSpace, -ringSpace, -ringSpace);
    if (isChecked() || underMouse()) {
        painter.setPen(isChecked() ? QPen(colours.accent, 1.4) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? colours.window : colours.panel);
        painter.drawRoundedRect(shape.adjusted(0.7, 0.7, -0.7, -0.7), radius, radius);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius + 2, radius + 2);
    }
    QFont label = font();
    if (isChecked())
        label.setWeight(QFont::DemiBold);
    painter.setFont(label);
    painter.setPen(isChecked() ? colours.accent : colours.muted);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(shape, Qt::AlignCenter | Qt::TextDontClip | Qt::TextHideMnemonic, text());
}

} // namespace latchkey
