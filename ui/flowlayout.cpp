#include "ui/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace latchkey
{

namespace
{

int heightOf(const QLayoutItem &item, const QRect &area)
{
    return item.hasHeightForWidth() && item.sizeHint().width() > area.width()
        ? item.heightForWidth(area.width())
        : item.sizeHint().height();
}

} // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::setLastApart(bool apart)
{
    m_lastApart = apart;
    invalidate();
}

void FlowLayout::setTrailing(bool trailing)
{
    m_trailing = trailing;
    invalidate();
}

void FlowLayout::insertWidget(qsizetype index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(index, new QWidgetItemV2(widget)); // remembers its size hints
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    QSize size(margins.left() + margins.right(), 0);
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + spacing();
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size + QSize(0, margins.top() + margins.bottom());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

// What the line that begins with this item leaves free.
int FlowLayout::slackFrom(qsizetype first, const QRect &area) const
{
    int used = 0;
    for (qsizetype i = first; i < m_items.size(); ++i) {
        if (m_items.at(i)->isEmpty())
            continue;
        const int more = m_items.at(i)->sizeHint().width() + (used > 0 ? spacing() : 0);
        if (used > 0 && used + more > area.width())
            break;
        used += more;
    }
    return std::max(area.width() - used, 0);
}

int FlowLayout::place(const QRect &rect, bool really) const
{
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    const Qt::LayoutDirection direction = parentWidget()->layoutDirection();
    int x = area.left();
    int y = area.top();
    int lineHeight = 0; // the same for all lines, and everything stands in its middle
    for (const QLayoutItem *item : m_items)
        lineHeight = item->isEmpty() ? lineHeight : std::max(lineHeight, heightOf(*item, area));
    int begin = x;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        QLayoutItem *item = m_items.at(i);
        if (item->isEmpty()) // hidden
            continue;
        QSize size = item->sizeHint();
        if (size.width() > area.width() && item->hasHeightForWidth())
            size = QSize(area.width(), heightOf(*item, area));
        if (x > begin && x + size.width() > area.left() + area.width()) {
            x = area.left();
            y += lineHeight;
        }
        if (x == area.left())
            x = begin = area.left() + (m_trailing ? slackFrom(i, area) : 0);
        if (m_lastApart && item == m_items.last() && y == area.top())
            x = std::max(x, area.left() + area.width() - size.width());
        const QPoint corner(x, y + (lineHeight - size.height()) / 2);
        if (really)
            item->setGeometry(QStyle::visualRect(direction, area, QRect(corner, size)));
        x += size.width() + spacing();
    }
    return y + lineHeight - rect.top() + margins.bottom();
}

} // namespace latchkey
