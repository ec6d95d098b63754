#include "ui/card.h"

#include "ui/button.h"
#include "ui/theme.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>

namespace latchkey
{

namespace
{

constexpr double cornerRadius = 10.0;

class MarginKeeper final : public QObject
{
public:
    explicit MarginKeeper(QLayout *layout)
        : QObject(layout)
        , m_layout(layout)
    {
        setObjectName(QStringLiteral("marginKeeper"));
        layout->parentWidget()->installEventFilter(this);
    }
    void keep(const QMargins &margins)
    {
        m_margins = margins;
        apply();
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            apply();
        return QObject::eventFilter(watched, event);
    }

private:
    void apply()
    {
        QMargins now = m_margins;
        if (m_layout->parentWidget()->isRightToLeft()) {
            now.setLeft(m_margins.right());
            now.setRight(m_margins.left());
        }
        m_layout->setContentsMargins(now);
    }

    QLayout *m_layout;
    QMargins m_margins;
};

} // namespace

void setLeadingMargins(QLayout *layout, const QMargins &margins)
{
    auto *keeper = static_cast<MarginKeeper *>(
        layout->findChild<QObject *>(QStringLiteral("marginKeeper"), Qt::FindDirectChildrenOnly));
    if (!keeper)
        keeper = new MarginKeeper(layout);
    keeper->keep(margins);
}

Card::Card(QWidget *parent)
    : QFrame(parent)
{
}

void Card::setCompact(bool compact)
{
    m_compact = compact;
    shape();
}

void Card::shape()
{
    if (!layout())
        return;
    const int side = grid(this, 2);
    const int in = ringSpace;
    const int low = grid(this, 0.25);
    if (m_compact)
        setLeadingMargins(layout(), {in + grid(this, 1.5), low, in + low, low});
    else
        setLeadingMargins(layout(), {in + side, side, in + side, side});
}

void Card::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(ringSpace + 0.5, 0.5, -ringSpace - 0.5, -0.5),
                            cornerRadius, cornerRadius);
}

bool Card::event(QEvent *event)
{
    if (event->type() == QEvent::Polish || event->type() == QEvent::FontChange)
        shape();
    return QFrame::event(event);
}

} // namespace latchkey
