#pragma once

#include "app/base/clock.h"

namespace latchkey
{

// The computer's own clocks and Qt's timers.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] Milliseconds monotonic() const override;
    [[nodiscard]] Milliseconds sinceBoot() const override; // bootclock_<platform>.cpp
    [[nodiscard]] std::unique_ptr<Timer> makeTimer(std::function<void()> onTimeout) override;
};

} // namespace latchkey
