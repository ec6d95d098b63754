#include "ui/avatar.h"

#include "ui/messages.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace latchkey
{

Avatar::Avatar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setInitials(const QString &initials)
{
    m_initials = initials;
    update();
}

void Avatar::setImage(const QImage &image)
{
    m_image = image;
    update();
}

QSize Avatar::sizeHint() const
{
    return {grid(this, 9), grid(this, 9)};
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const Colours colours = coloursOf(this);
    QPainterPath circle;
    circle.addEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (m_image.isNull()) {
        const ColourPair pair = barColours(Severity::Info, colours);
        painter.fillPath(circle, pair.ground);
        QFont font = this->font();
        font.setPixelSize(height() * 3 / 8);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(pair.text);
        painter.drawText(rect(), Qt::AlignCenter, m_initials);
        return;
    }
    painter.setClipPath(circle);
    const double side = std::min(m_image.width(), m_image.height());
    const QRectF middle((m_image.width() - side) / 2, (m_image.height() - side) / 2, side, side);
    painter.drawImage(QRectF(rect()), m_image, middle);
}

} // namespace latchkey
