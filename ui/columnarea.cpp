#include "ui/columnarea.h"

#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyle>

namespace latchkey
{

namespace
{

constexpr double sheetFrom = 90; // grid steps of width: below that the sheet would be the window
constexpr double sheetPadding = 4;
constexpr double sheetDistance = 2; // from the window's edge
constexpr double sheetRadius = 12.0;
constexpr QPalette::ColorRole sheetGround = QPalette::AlternateBase; // around it

int heightOf(const QLayout &layout, int width)
{
    return layout.hasHeightForWidth() ? layout.heightForWidth(width) : layout.sizeHint().height();
}

// What a new text or a hidden part changed is known to a layout only after the layouts inside it
// have seen it; by themselves they do so later, and one by one. Inner ones first.
// True if there was one.
bool settleParts(const QWidget &whole)
{
    bool settled = false;
    const auto parts = whole.findChildren<QWidget *>();
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        if ((*part)->layout() && (*part)->layout()->activate())
            settled = true;
    }
    return settled;
}

} // namespace

// Not the scroll area's own resizing: that one asks for the least height with the margins that
// filled the room a moment ago, and then shows a scroll bar over empty space.
ColumnArea::ColumnArea(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    // The scroll area's own way keeps the cursor of a field in view and not the field, and knows
    // nothing of a focus that comes from outside.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        // What is being clicked must not move away from below the pointer.
        const bool byMouse = QGuiApplication::mouseButtons() != Qt::NoButton;
        if (now && widget() && widget()->isAncestorOf(now) && !byMouse)
            bringIntoView(now);
    });
}

void ColumnArea::bringIntoView(const QWidget *part)
{
    const auto scroll = [](QScrollBar *bar, int begin, int length, int room, int margin) {
        const int now = bar->value();
        if (begin >= now && begin + length <= now + room)
            return;
        const int slack = std::clamp((room - length) / 2, 0, margin);
        const bool above = begin < now || length > room;
        bar->setValue(above ? begin - slack : begin + length + slack - room);
    };
    const QPoint place = part->mapTo(widget(), QPoint());
    const QSize room = viewport()->size();
    const int margin = grid(this, 3);
    scroll(verticalScrollBar(), place.y(), part->height(), room.height(), margin);
    scroll(horizontalScrollBar(), place.x(), part->width(), room.width(), margin);
}

void ColumnArea::reveal(const QWidget *part)
{
    arrange();
    bringIntoView(part);
    const QWidget *focus = QApplication::focusWidget();
    if (focus && widget()->isAncestorOf(focus))
        bringIntoView(focus);
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
    if (watched == widget() && event->type() == QEvent::Paint)
        paintSheet();
    if (event->type() == QEvent::LayoutRequest && widget()) {
        // The bar appears, a line wraps: the column has another height and moves. A part deeper
        // inside tells its parent first, and that one the next: each level takes a round of
        // events, and between them the window is painted with the rest in its old place.
        const bool settled = settleParts(*widget());
        if (watched == widget() || widget()->layout()->activate() || settled)
            arrange();
    }
    return QScrollArea::eventFilter(watched, event);
}

bool ColumnArea::hasSheet() const
{
    return maximumViewportSize().width() >= grid(this, sheetFrom)
        && !isHighContrast(window()->palette());
}

// Below all that the content paints itself.
void ColumnArea::paintSheet()
{
    if (!hasSheet())
        return;
    const Colours colours = coloursOf(this);
    const int pad = grid(this, sheetPadding);
    const QRect column = widget()->rect().marginsRemoved(widget()->layout()->contentsMargins());
    QPainter painter(widget());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(widget()->rect(), widget()->palette().brush(sheetGround));
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.window);
    painter.drawRoundedRect(
        QRectF(column.adjusted(-pad, -pad, pad, pad)).adjusted(.5, .5, -.5, -.5), sheetRadius,
        sheetRadius);
}

int ColumnArea::barWidth() const
{
    const QScrollBar *bar = verticalScrollBar();
    const bool overlaid = style()->styleHint(QStyle::SH_ScrollBar_Transient, nullptr, bar) != 0;
    return overlaid ? 0 : bar->sizeHint().width();
}

ColumnArea::Sides ColumnArea::sidesIn(int room) const
{
    const QLayout *layout = widget()->layout();
    const QMargins old = layout->contentsMargins();
    const int gap = grid(this, 3);
    const int column = std::min(room - 2 * gap, int(columnWidth(this) * m_scale));
    const int margin = std::max(gap, (room - column) / 2);
    const int least = layout->minimumSize().width() - old.left() - old.right();
    return {margin, std::max(room - 2 * margin, least)};
}

void ColumnArea::watchParts()
{
    for (QWidget *part : widget()->findChildren<QWidget *>()) {
        if (part->layout() && !part->isWindow())
            part->installEventFilter(this); // at most once: Qt takes away an older one
    }
}

void ColumnArea::arrange()
{
    if (!widget() || !widget()->layout())
        return;
    watchParts();
    settleParts(*widget());
    QLayout *layout = widget()->layout();
    const QSize room = maximumViewportSize();
    // Reckoned with the margins as they are, and set once: each change asks for another layout.
    const QMargins old = layout->contentsMargins();
    const auto heightAt = [&](int column) {
        return heightOf(*layout, column + old.left() + old.right()) - old.top() - old.bottom();
    };
    Sides sides = sidesIn(room.width());
    int height = heightAt(sides.column);
    const int sheet = hasSheet() ? grid(this, sheetPadding) : 0;
    int gap = sheet + grid(this, 1); // rather close to the edge than a scroll bar
    if (height + 2 * gap > room.height()) {
        gap = hasSheet() ? sheet + grid(this, sheetDistance) : grid(this, 3);
        sides = sidesIn(room.width() - barWidth());
        height = heightAt(sides.column);
    }
    // All the slack is margin: no line of the form is stretched.
    const int spare = room.height() - height;
    const int top = std::max(gap, spare * 2 / 5);
    const int bottom = std::max(gap, spare - top);
    const QMargins margins(sides.margin, top, sides.margin, bottom);
    if (margins != old)
        layout->setContentsMargins(margins);
    widget()->resize(sides.column + 2 * sides.margin, top + height + bottom);
    layout->activate(); // the new margins alone would wait for the next event
    const auto ground = hasSheet() ? sheetGround : QPalette::Window;
    if (verticalScrollBar()->backgroundRole() != ground)
        verticalScrollBar()->setBackgroundRole(ground);
}

// Item by item: a scroll area says how tall it is at most, and the layout remembers how tall it
// was.
void fitDialog(QDialog *dialog, const QScrollArea *content)
{
    settleParts(*dialog);
    const QSize screen = dialog->screen()->availableSize();
    const int usual = columnWidth(dialog) + grid(dialog, 6);
    const int width = std::min(std::max(dialog->width(), usual), screen.width());
    const QLayout *rows = dialog->layout();
    const QMargins margins = rows->contentsMargins();
    const int inner = width - margins.left() - margins.right();
    int needed = margins.top() + margins.bottom() + rows->spacing() * (rows->count() - 1);
    for (int row = 0; row < rows->count(); ++row) {
        QWidget *part = rows->itemAt(row)->widget();
        const QLayout *layout = part == content ? content->widget()->layout() : part->layout();
        needed += heightOf(*layout, inner);
    }
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
    setIndent(tone == Tone::Quiet || text.isEmpty() ? -1 : signSide() + grid(this, 0.75));
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
    m_ink = ink;
    QPalette changed = palette();
    changed.setColor(QPalette::WindowText, ink);
    if (changed.color(QPalette::WindowText) != palette().color(QPalette::WindowText))
        setPalette(changed);
}

int HintLine::signSide() const
{
    return fontMetrics().height();
}

void HintLine::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (m_tone == Tone::Quiet || text().isEmpty())
        return;
    const int side = signSide();
    const QRect inner = contentsRect();
    const QRect lines(0, 0, inner.width() - indent(), inner.height());
    const int height = fontMetrics().boundingRect(lines, Qt::TextWordWrap, text()).height();
    const int top = inner.top() + std::max((inner.height() - height) / 2, 0); // its first line
    const QRect leading(inner.left(), top, side, side);
    const auto severity = m_tone == Tone::Error ? Severity::Error
        : m_tone == Tone::Warning               ? Severity::Warning
                                                : Severity::Success;
    QPainter painter(this);
    paintSeverity(painter, severity, QStyle::visualRect(layoutDirection(), inner, leading), m_ink);
}

bool HintLine::event(QEvent *event)
{
    const bool handled = QLabel::event(event);
    if (event->type() == QEvent::PaletteChange)
        applyTone();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ContentsRectChange)
        reserveLine();
    if (event->type() == QEvent::LayoutDirectionChange)
        alignLeading(this);
    return handled;
}

} // namespace latchkey
