#include "ui/pill.h"

#include "ui/card.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace latchkey
{

Pill::Pill(QWidget *parent)
    : QWidget(parent)
    , m_sign(new SeverityGlyph(this))
    , m_label(new QLabel(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setObjectName(QStringLiteral("badgeLabel"));
    alignLeading(m_label);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_sign);
    layout->addWidget(m_label, 1);
    shape();
}

void Pill::setState(Severity severity, const QString &text)
{
    if (m_label->text() != text) // each new text is an event for screen readers
        m_label->setText(text);
    m_severity = severity;
    applyColours();
}

void Pill::shape()
{
    const int high = grid(this, 0.5);
    setLeadingMargins(layout(), {grid(this), high, grid(this, 1.5), high});
    layout()->setSpacing(grid(this, 0.75));
}

void Pill::applyColours()
{
    const ColourPair pair = barColours(m_severity, coloursOf(this));
    QPalette own = m_label->palette();
    if (own.color(QPalette::WindowText) != pair.text) {
        own.setColor(QPalette::WindowText, pair.text);
        m_label->setPalette(own);
    }
    m_sign->setSeverity(m_severity, pair.text);
    update();
}

// As wide as the words need: a label that may wrap asks for less than its line.
QRect Pill::groundRect() const
{
    const int words = m_label->fontMetrics().horizontalAdvance(m_label->text());
    const int spare = std::max(m_label->width() - words - grid(this, 0.5), 0);
    return isRightToLeft() ? rect().adjusted(spare, 0, 0, 0) : rect().adjusted(0, 0, -spare, 0);
}

void Pill::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    const ColourPair pair = barColours(m_severity, colours);
    const double line = m_label->fontMetrics().height() + 2.0 * grid(this, 0.5);
    const double radius = std::min<double>(height(), line) / 2.0; // of one line, if there are more
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool bare = pair.ground == colours.window; // high contrast
    painter.setPen(bare ? QPen(pair.text, 1) : QPen(Qt::NoPen));
    painter.setBrush(pair.ground);
    painter.drawRoundedRect(QRectF(groundRect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void Pill::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        shape();
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace latchkey
