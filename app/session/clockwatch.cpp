#include "app/session/clockwatch.h"

namespace latchkey
{

ClockWatch::ClockWatch(const Clock &clock)
    : m_clock(clock)
    , m_wall(clock.wall())
    , m_monotonic(clock.monotonic())
    , m_boot(clock.sinceBoot())
{
}

ClockWatch::Step ClockWatch::look()
{
    const WallTime wall = m_clock.wall();
    const Milliseconds monotonic = m_clock.monotonic();
    const Milliseconds boot = m_clock.sinceBoot();
    const Milliseconds slept = (boot - m_boot) - (monotonic - m_monotonic);
    const Milliseconds jumped = (wall - m_wall) - (boot - m_boot);
    m_wall = wall;
    m_monotonic = monotonic;
    m_boot = boot;
    return {slept > Noise ? slept : Milliseconds(0),
            std::chrono::abs(jumped) > Noise ? jumped : Milliseconds(0)};
}

} // namespace latchkey
