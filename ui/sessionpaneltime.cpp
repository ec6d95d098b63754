// When the session panel counts: a further part of sessionpanel.cpp.
#include "ui/card.h"
#include "ui/qatools.h"
#include "ui/segment.h"
#include "ui/sessionpanel.h"
#include "ui/steadygrid.h"
#include "ui/timelinemodel.h"
#include "ui/whycard.h"
#include "ui_sessionpanel.h"

#include <QEvent>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr std::chrono::hours lastHour{1};
constexpr std::chrono::seconds fastPace{1};
constexpr std::chrono::minutes calmPace{1};

} // namespace

void SessionPanel::tick()
{
    m_model->setNow(m_clock.wall());
    m_rows->held([this] { showRows(); });
    schedule();
}

void SessionPanel::schedule()
{
    if (!m_ui->card->isVisible() || window()->isMinimized()) {
        m_tick->stop();
        return;
    }
    Milliseconds wait = calmPace;
    for (const auto &moment :
         {m_status.accessExpiry, m_status.refreshExpiry, m_status.nextRenewal}) {
        const Milliseconds left = moment ? *moment - m_clock.wall() : Milliseconds(-1);
        if (left < Milliseconds(0))
            continue;
        wait
            = std::min<Milliseconds>(wait, left > lastHour ? left - lastHour + fastPace : fastPace);
    }
    m_tick->start(wait);
}

void SessionPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this);
    tick();
}

void SessionPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    schedule();
}

bool SessionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::WindowStateChange && isVisible())
        tick(); // minimised, or back
    if (watched == m_stage && event->type() == QEvent::Resize)
        fitTable();
    return QWidget::eventFilter(watched, event);
}

} // namespace latchkey
