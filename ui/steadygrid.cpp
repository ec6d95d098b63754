#include "ui/steadygrid.h"

#include <QWidget>

namespace latchkey
{

void SteadyGrid::invalidate()
{
    if (!m_held)
        QGridLayout::invalidate();
}

bool SteadyGrid::hasMoved() const
{
    for (int i = 0; i < count(); ++i) {
        const QWidget *widget = itemAt(i)->widget();
        if (!widget || widget->isHidden())
            continue;
        const int needed = widget->hasHeightForWidth() ? widget->heightForWidth(widget->width())
                                                       : widget->sizeHint().height();
        if (needed != widget->height() || widget->minimumSizeHint().width() > widget->width())
            return true;
    }
    return false;
}

} // namespace latchkey
