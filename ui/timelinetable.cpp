#include "ui/timelinetable.h"

#include "ui/theme.h"
#include "ui/timelinemodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

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
    // All of it: right to left the sections may leave a gap, or one column of pixels, which the
    // style would fill in its own way.
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(viewport());
        const QRect all = viewport()->rect();
        painter.fillRect(all, coloursOf(this).card);
        painter.setPen(coloursOf(this).border);
        painter.drawLine(all.bottomLeft(), all.bottomRight());
        for (int section = 0; section < count(); ++section)
            paintSection(&painter,
                         QRect(sectionViewportPosition(section), 0, sectionSize(section),
                               viewport()->height()),
                         section);
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const QRect words = rect.adjusted(textMargin(), 0, -textMargin(), -1);
        painter->setPen(coloursOf(this).muted);
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

} // namespace

// Air between the columns; short dates where the long ones do not fit.
class TimelineTable::Cell final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    bool brief = false;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const int air = grid(option.widget, brief ? 0.75 : 1.5);
        return QStyledItemDelegate::sizeHint(option, index) + QSize(air, 0);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (brief)
            option->text = index.data(TimelineModel::BriefRole).toString();
    }
};

TimelineTable::TimelineTable(TimelineModel &model, QWidget *parent)
    : QTableView(parent)
    , m_cell(new Cell(this))
{
    setHorizontalHeader(new Header(this));
    setItemDelegate(m_cell);
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
    connect(&model, &TimelineModel::moved, this, &TimelineTable::fit);
}

void TimelineTable::fit()
{
    const auto widthNow = [this] {
        int width = 0;
        for (int column = 0; column < model()->columnCount(); ++column)
            width
                += std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
        return width;
    };
    const bool was = m_cell->brief;
    m_cell->brief = false;
    m_cell->brief = widthNow() > viewport()->width();
    if (m_cell->brief == was)
        return;
    horizontalHeader()->resizeSections(QHeaderView::ResizeToContents);
    viewport()->update();
}

void TimelineTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
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
        || event->type() == QEvent::Polish) {
        shape();
        fit();
    }
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
