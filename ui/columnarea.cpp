#include "ui/columnarea.h"

#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLayout>

namespace latchkey
{

ColumnArea::ColumnArea(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void ColumnArea::setColumnScale(double scale)
{
    m_scale = scale;
    placeColumn();
}

void ColumnArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeColumn();
}

bool ColumnArea::eventFilter(QObject *watched, QEvent *event)
{
    // The bar appears, a line wraps: the column has another height and moves.
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        placeColumn();
    return QScrollArea::eventFilter(watched, event);
}

void ColumnArea::placeColumn()
{
    QWidget *column = widget();
    if (!column || !column->layout())
        return;
    const int gap = grid(this, 3);
    const int room = viewport()->width();
    const int width = std::min(room - 2 * gap, int(columnWidth(this) * m_scale));
    const int side = std::max(gap, (room - width) / 2);
    const int height = column->layout()->hasHeightForWidth()
        ? column->layout()->heightForWidth(room) // with the margins of the last time
        : column->layout()->sizeHint().height();
    const QMargins old = column->layout()->contentsMargins();
    const int spare = viewport()->height() - (height - old.top() - old.bottom());
    const int top = std::max(gap, spare * 2 / 5);
    // All the slack is margin: no line of the form is stretched.
    const QMargins margins(side, top, side, std::max(gap, spare - top));
    if (margins != old)
        column->layout()->setContentsMargins(margins);
}

HintLine::HintLine(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    alignLeading(this);
    reserveLine();
    applyTone();
}

void HintLine::reserveLine()
{
    const QMargins margins = contentsMargins();
    setMinimumHeight(fontMetrics().height() + 2 + margins.top() + margins.bottom());
}

void HintLine::setHint(const QString &text, Tone tone)
{
    m_tone = tone;
    setText(text);
    applyTone();
}

void HintLine::applyTone()
{
    const Colours colours = coloursOf(this);
    QColor ink = colours.muted;
    if (m_tone == Tone::Success)
        ink = colours.success;
    if (m_tone == Tone::Warning)
        ink = colours.warning;
    if (m_tone == Tone::Error)
        ink = colours.error;
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, ink);
    if (changed.color(QPalette::WindowText) != palette().color(QPalette::WindowText))
        setPalette(changed);
}

bool HintLine::event(QEvent *event)
{
    const bool handled = QLabel::event(event);
    if (event->type() == QEvent::PaletteChange)
        applyTone();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ContentsRectChange)
        reserveLine();
    return handled;
}

} // namespace latchkey
