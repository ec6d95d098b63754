#include "ui/glyphs.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTimerEvent>

#include <chrono>

namespace latchkey
{

namespace
{

constexpr int spinnerSteps = 12;
constexpr std::chrono::milliseconds spinnerStep{80};

int glyphSize(const QWidget *widget)
{
    return grid(widget, 2.5);
}

} // namespace

SeverityGlyph::SeverityGlyph(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SeverityGlyph::setSeverity(Severity severity, const QColor &ink)
{
    m_severity = severity;
    m_ink = ink;
    update();
}

QSize SeverityGlyph::sizeHint() const
{
    return {glyphSize(this), glyphSize(this)};
}

void SeverityGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / 20.0, height() / 20.0);
    painter.setPen(QPen(m_ink, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto dot = [&](double y) {
        painter.setBrush(m_ink);
        painter.drawEllipse(QPointF(10, y), 0.4, 0.4);
    };
    switch (m_severity) {
    case Severity::Info:
        painter.drawEllipse(QPointF(10, 10), 8, 8);
        painter.drawLine(QPointF(10, 9.5), QPointF(10, 13.8));
        dot(6.4);
        break;
    case Severity::Success:
        painter.drawEllipse(QPointF(10, 10), 8, 8);
        painter.drawPolyline(QPolygonF{{6.4, 10.3}, {9, 12.8}, {13.6, 7.4}});
        break;
    case Severity::Warning:
        painter.drawPolygon(QPolygonF{{10, 2.5}, {18.4, 17.2}, {1.6, 17.2}});
        painter.drawLine(QPointF(10, 8), QPointF(10, 11.6));
        dot(14.4);
        break;
    case Severity::Error:
        painter.drawEllipse(QPointF(10, 10), 8, 8);
        painter.drawLine(QPointF(7.2, 7.2), QPointF(12.8, 12.8));
        painter.drawLine(QPointF(12.8, 7.2), QPointF(7.2, 12.8));
        break;
    }
}

Spinner::Spinner(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Spinner::sizeHint() const
{
    return {grid(this, 2), grid(this, 2)};
}

void Spinner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours colours = coloursOf(this);
    const double pen = width() / 8.0;
    const QRectF ring = QRectF(rect()).adjusted(pen, pen, -pen, -pen);
    painter.setPen(QPen(colours.line, pen));
    painter.drawEllipse(ring);
    painter.setPen(QPen(colours.accent, pen, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, (90 - m_step * 360 / spinnerSteps) * 16, -100 * 16);
}

void Spinner::showEvent(QShowEvent *)
{
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_timer.start(int(spinnerStep.count()), this);
}

void Spinner::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void Spinner::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_step = (m_step + 1) % spinnerSteps;
    update();
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setPlainText(const QString &text, const QString &tip)
{
    setText(text);
    setAccessibleName(text);
    setPlainToolTip(this, tip.isEmpty() ? text : tip);
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    const auto margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + 2 + margins.left() + margins.right(),
            fontMetrics().height() + margins.top() + margins.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), grid(this, 6)), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, area.width());
    // In the text's own direction, whatever the layout's is: "2 days ago" is not Arabic.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto side = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.drawText(area, int(side | Qt::AlignAbsolute) | Qt::TextSingleLine, shown);
}

Heading::Heading(QWidget *parent)
    : ElidedLabel(parent)
{
    setFocusPolicy(Qt::ClickFocus);
}

void alignLeading(QLabel *label)
{
    const Qt::Alignment side = label->isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment vertical = label->alignment() & Qt::AlignVertical_Mask;
    label->setAlignment(side | Qt::AlignAbsolute | vertical);
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text);
}

} // namespace latchkey
