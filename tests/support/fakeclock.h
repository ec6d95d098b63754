#pragma once

#include "app/base/clock.h"

#include <list>
#include <optional>

namespace latchkey::test
{

inline constexpr Milliseconds Day = std::chrono::hours(24);

// Time that moves only when a test says so. advance() fires the timers that come due, in order,
// each at its own moment; jumpWall() is somebody setting the computer's clock; sleep() is a
// suspend.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(WallTime start = WallTime(std::chrono::hours(24 * 365 * 56)));
    ~FakeClock() override;

    [[nodiscard]] WallTime wall() const override { return m_wall; }
    [[nodiscard]] Milliseconds monotonic() const override { return m_monotonic; }
    [[nodiscard]] Milliseconds sinceBoot() const override { return m_boot; }
    [[nodiscard]] std::unique_ptr<Timer> makeTimer(std::function<void()> onTimeout) override;

    // Runs Qt's event loop empty before each step and at the end, so that answers arrive.
    void advance(Milliseconds by);
    void jumpWall(Milliseconds by) { m_wall += by; }
    void sleep(Milliseconds by);
    // The program stands still (SIGSTOP): every clock goes on, no timer fires until advance().
    void freeze(Milliseconds by);
    // The wall clock gains `share` of what passes: 0.01 is a clock that runs 1 % fast.
    void setDrift(double share) { m_drift = share; }
    // From now on, timers that are started fire this much after their time.
    void setTimersLateBy(Milliseconds by) { m_timersLateBy = by; }
    void fireEarly(); // every active timer, once, before its time
    [[nodiscard]] int activeTimers() const;
    // None: none is active. Never negative.
    [[nodiscard]] std::optional<Milliseconds> untilNextTimer() const;
    [[nodiscard]] int wakeUps() const { return m_wakeUps; } // timers fired since the beginning

private:
    class FakeTimer;
    FakeTimer *nextDue(Milliseconds until) const;
    void pass(Milliseconds step);

    WallTime m_wall;
    Milliseconds m_monotonic{1000};
    Milliseconds m_boot{1000};
    std::list<FakeTimer *> m_timers;
    Milliseconds m_timersLateBy{0};
    double m_drift = 0;
    int m_wakeUps = 0;
};

// Runs everything that is already due in Qt's event loop, including what that makes due.
void settle();

} // namespace latchkey::test
