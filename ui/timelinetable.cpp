#include "ui/timelinetable.h"

#include "ui/theme.h"
#include "ui/timelinemodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace latchkey
{

namespace
{

// Quiet names over a line, instead of the style's row of buttons.
class Header final : public QHeaderView
{
public:
    explicit Header(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Colours colours = coloursOf(this);
        const QRect words = rect.adjusted(textMargin(), 0, -textMargin(), -1);
        painter->fillRect(rect, colours.card);
        painter->setPen(colours.border);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setPen(colours.muted);
        painter->drawText(
            words,
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading) | Qt::AlignVCenter),
            model()->headerData(section, orientation()).toString());
    }

private:
    [[nodiscard]] int textMargin() const
    {
        return style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1;
    }
};

// Air between the columns.
class Cell final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(grid(option.widget, 1.5), 0);
    }
};

} // namespace

TimelineTable::TimelineTable(TimelineModel &model, QWidget *parent)
    : QTableView(parent)
{
    setHorizontalHeader(new Header(this));
    setItemDelegate(new Cell(this));
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setTabKeyNavigation(false); // Tab leaves it, as it leaves any control
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    // It stands behind the plot, and must not make that taller.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    setMinimumSize(1, 1);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    shape();
}

void TimelineTable::shape()
{
    const int row = fontMetrics().height() + grid(this, 1.25);
    verticalHeader()->setMinimumSectionSize(row);
    verticalHeader()->setDefaultSectionSize(row);
    horizontalHeader()->setFixedHeight(row);
    QPalette own = palette();
    const QColor ground = coloursOf(this).card;
    if (own.color(QPalette::Base) != ground) {
        own.setColor(QPalette::Base, ground);
        setPalette(own);
    }
}

bool TimelineTable::event(QEvent *event)
{
    const bool handled = QTableView::event(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::Polish)
        shape();
    return handled;
}

void TimelineTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(coloursOf(this).accent, 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

} // namespace latchkey
