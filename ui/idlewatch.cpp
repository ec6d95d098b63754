#include "ui/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

constexpr Milliseconds tick = std::chrono::seconds(1);
constexpr Milliseconds oneTouch{500}; // it arrives as several events, to several receivers

} // namespace

IdleWatch::IdleWatch(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(clock.makeTimer([this] { look(); }))
{
}

void IdleWatch::setLimit(Milliseconds limit)
{
    if (limit == m_limit)
        return;
    m_limit = limit;
    restart();
}

void IdleWatch::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    restart();
}

void IdleWatch::restart()
{
    qApp->removeEventFilter(this); // costs every event of the program a call: only while wanted
    m_timer->stop();
    const bool hadWarned = std::exchange(m_isWarning, false);
    if (isOn()) {
        qApp->installEventFilter(this);
        m_end = m_clock.sinceBoot() + m_limit;
        arm();
    }
    if (hadWarned)
        emit calmed();
}

void IdleWatch::stay()
{
    if (!isOn())
        return;
    const Milliseconds now = m_clock.sinceBoot();
    if (now >= m_end) { // it passed in the computer's sleep: too late to be silent
        m_lateTouch = now;
        return look();
    }
    if (m_lateTouch && now - *m_lateTouch < oneTouch)
        return;
    m_end = now + m_limit;
    if (std::exchange(m_isWarning, false)) {
        arm(); // else the timer finds out by itself, when it fires
        emit calmed();
    }
}

void IdleWatch::look()
{
    if (!isOn())
        return;
    const Milliseconds left = m_end - m_clock.sinceBoot();
    if (m_isWarning)
        return count();
    if (left > warningLength())
        return arm();
    m_isWarning = true;
    // Later than meant, because the computer slept: nobody is signed out without a word.
    if (left < shortestIdleWarning)
        m_end = m_clock.sinceBoot() + shortestIdleWarning;
    count();
}

void IdleWatch::count()
{
    const Milliseconds left = m_end - m_clock.sinceBoot();
    if (left <= Milliseconds(0)) {
        m_isActive = m_isWarning = false;
        qApp->removeEventFilter(this);
        m_timer->stop();
        emit idle();
        return;
    }
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
    m_timer->start(left - (seconds - tick));
    emit warned(int(seconds.count()));
}

// A limit of a minute is not all warning.
Milliseconds IdleWatch::warningLength() const
{
    return std::clamp<Milliseconds>(m_limit / 2, shortestIdleWarning, idleWarning);
}

void IdleWatch::arm()
{
    const Milliseconds left = m_end - m_clock.sinceBoot() - warningLength();
    m_timer->start(std::max(left, Milliseconds(0)));
}

bool IdleWatch::isTouch(const QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // a shortcut takes the key press for itself
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
        return true;
    case QEvent::MouseMove: { // also sent when a window moves under a pointer that rests
        const QPointF now = static_cast<const QMouseEvent *>(event)->globalPosition();
        return std::exchange(m_pointer, now) != now;
    }
    default: // of some 200, nearly all of them the program's own
        return false;
    }
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isTouch(event))
        stay();
    return QObject::eventFilter(watched, event);
}

} // namespace latchkey
