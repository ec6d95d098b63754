#include "ui/columnarea.h"

#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QScrollBar>
#include <QStyle>

namespace latchkey
{

namespace
{

int heightOf(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.heightForWidth(width) : layout.sizeHint().height();
}

} // namespace

// Not the scroll area's own resizing: that one asks for the least height with the margins that
// filled the room a moment ago, and then shows a scroll bar over empty space.
ColumnArea::ColumnArea(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
}

void ColumnArea::setColumnScale(double scale)
{
    m_scale = scale;
    arrange();
}

void ColumnArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

bool ColumnArea::eventFilter(QObject *watched, QEvent *event)
{
    // The bar appears, a line wraps: the column has another height and moves.
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        arrange();
    return QScrollArea::eventFilter(watched, event);
}

int ColumnArea::barWidth() const
{
    const QScrollBar *bar = verticalScrollBar();
    const bool overlaid = style()->styleHint(QStyle::SH_ScrollBar_Transient, nullptr, bar) != 0;
    return overlaid ? 0 : bar->sizeHint().width();
}

int ColumnArea::placeSides(int room)
{
    QLayout *layout = widget()->layout();
    const int gap = grid(this, 3);
    const int column = std::min(room - 2 * gap, int(columnWidth(this) * m_scale));
    const int side = std::max(gap, (room - column) / 2);
    const QMargins old = layout->contentsMargins();
    if (old.left() != side || old.right() != side)
        layout->setContentsMargins(side, old.top(), side, old.bottom());
    return std::max(room, layout->minimumSize().width());
}

void ColumnArea::arrange()
{
    if (!widget() || !widget()->layout())
        return;
    QLayout *layout = widget()->layout();
    const QSize room = maximumViewportSize();
    const auto bare = [layout](int width) { // without what this function itself adds
        const QMargins margins = layout->contentsMargins();
        return heightOf(*layout, width) - margins.top() - margins.bottom();
    };
    int width = placeSides(room.width());
    int height = bare(width);
    int gap = grid(this, 1); // rather close to the edge than a scroll bar
    if (height + 2 * gap > room.height()) {
        gap = grid(this, 3);
        width = placeSides(room.width() - barWidth());
        height = bare(width);
    }
    // All the slack is margin: no line of the form is stretched.
    const int spare = room.height() - height;
    const int top = std::max(gap, spare * 2 / 5);
    const int bottom = std::max(gap, spare - top);
    const QMargins old = layout->contentsMargins();
    if (old.top() != top || old.bottom() != bottom)
        layout->setContentsMargins(old.left(), top, old.right(), bottom);
    widget()->resize(width, top + height + bottom);
}

void fitDialog(QWidget *dialog)
{
    const QSize screen = dialog->screen()->availableSize();
    const int usual = columnWidth(dialog) + grid(dialog, 6);
    const int width = std::min(std::max(dialog->width(), usual), screen.width());
    const int needed = heightOf(*dialog->layout(), width);
    dialog->resize(width, std::min(std::max(dialog->height(), needed), screen.height()));
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
