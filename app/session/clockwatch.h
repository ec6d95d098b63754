#pragma once

#include "app/base/clock.h"

namespace latchkey
{

// Tells a sleep and a set clock from time that merely passed, by comparing the steps of the three
// clocks (session.md, "When to renew" 4). Ask it as often as you like: nothing is counted twice.
class ClockWatch
{
public:
    static constexpr Milliseconds Noise = std::chrono::seconds(2);
    struct Step {
        Milliseconds slept{0}; // the computer slept this long since the last look; 0: it did not
        Milliseconds jumped{0}; // the wall clock was set this far ahead (negative: back)
    };

    explicit ClockWatch(const Clock &clock);
    // What happened since the last look. Under 2 s is noise: clocks are disciplined all the time.
    [[nodiscard]] Step look();

private:
    const Clock &m_clock;
    WallTime m_wall;
    Milliseconds m_monotonic;
    Milliseconds m_boot;
};

} // namespace latchkey
