#pragma once

#include "app/base/clock.h"

#include <list>

namespace latchkey::test
{

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
    [[nodiscard]] int activeTimers() const;
    [[nodiscard]] int wakeUps() const { return m_wakeUps; } // timers fired since the beginning

private:
    class FakeTimer;
    FakeTimer *nextDue(Milliseconds until) const;

    WallTime m_wall;
    Milliseconds m_monotonic{1000};
    Milliseconds m_boot{1000};
    std::list<FakeTimer *> m_timers;
    int m_wakeUps = 0;
};

// Runs everything that is already due in Qt's event loop, including what that makes due.
void settle();

} // namespace latchkey::test
