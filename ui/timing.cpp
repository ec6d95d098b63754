#include "ui/timing.h"

namespace latchkey
{

using std::chrono::seconds;

WaitWatch::WaitWatch(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(clock.makeTimer([this] { tick(); }))
{
}

void WaitWatch::start()
{
    m_startedAt = m_clock.monotonic();
    m_timer->start(seconds(1));
}

void WaitWatch::stop()
{
    m_timer->stop();
}

void WaitWatch::tick()
{
    const auto waited = std::chrono::round<seconds>(m_clock.monotonic() - m_startedAt);
    const auto stage = waited < seconds(5) ? Variant::After1s
        : waited < seconds(10)             ? Variant::After5s
                                           : Variant::After10s;
    const auto next = waited < seconds(5) ? seconds(5)
        : waited < seconds(10)            ? seconds(10)
                                          : waited + seconds(1);
    m_timer->start(m_startedAt + next - m_clock.monotonic());
    emit reached(stage, int(waited.count()));
}

Countdown::Countdown(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(clock.makeTimer([this] { tick(); }))
{
}

void Countdown::start(seconds time)
{
    m_endsAt = m_clock.sinceBoot() + time;
    m_running = true;
    tick();
}

void Countdown::stop()
{
    m_timer->stop();
    m_running = false;
}

void Countdown::tick()
{
    const auto left = std::chrono::ceil<seconds>(m_endsAt - m_clock.sinceBoot());
    if (left <= seconds(0)) {
        m_running = false;
        emit ticked(seconds(0));
        return;
    }
    m_timer->start(m_endsAt - m_clock.sinceBoot() - (left - seconds(1)));
    emit ticked(left);
}

} // namespace latchkey
