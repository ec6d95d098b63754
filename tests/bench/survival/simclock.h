#pragma once

#include "app/base/clock.h"

#include <vector>

namespace latchkey::survival
{

// True time, and the three clocks of the simulated computer. Unlike tests/support's FakeClock it
// knows a truth beside the wall clock and a machine that is switched off, and it is cheap enough
// for half a million wake-ups a year.
class SimClock final : public Clock
{
public:
    [[nodiscard]] WallTime wall() const override { return truth() + m_error; }
    [[nodiscard]] Milliseconds monotonic() const override { return m_monotonic; }
    [[nodiscard]] Milliseconds sinceBoot() const override { return m_boot; }
    [[nodiscard]] std::unique_ptr<Timer> makeTimer(std::function<void()> onTimeout) override;

    [[nodiscard]] Milliseconds now() const { return m_now; } // since the simulation began
    [[nodiscard]] WallTime truth() const; // what a right clock says

    // Awake: fires the timers that come due, each at its own moment. Stops early once `done` says
    // so (asked after each of them).
    void advanceTo(Milliseconds moment, const std::function<bool()> &done = {});
    void stayAsleepUntil(Milliseconds moment);
    void stayOffUntil(Milliseconds moment); // boots then; whoever had timers is gone
    void setError(Milliseconds error) { m_error = error; } // somebody sets the wall clock

private:
    class SimTimer;
    [[nodiscard]] SimTimer *nextDue(Milliseconds until) const;
    void pass(Milliseconds by);

    Milliseconds m_now{0};
    Milliseconds m_error{0};
    Milliseconds m_monotonic{0};
    Milliseconds m_boot{0};
    std::vector<SimTimer *> m_timers;
};

// Runs everything that waits in Qt's event queue, and what that makes wait there.
void drainEvents();

} // namespace latchkey::survival
