#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace latchkey
{

using Milliseconds = std::chrono::milliseconds;

// UTC, as the computer's clock tells it: it can be wrong, and it can jump.
using WallTime = std::chrono::sys_time<Milliseconds>;

[[nodiscard]] QDateTime toDateTime(WallTime time); // UTC
[[nodiscard]] WallTime fromDateTime(const QDateTime &time);

// A single-shot timer. Deleting it stops it; deleting it from its own callback is allowed.
class Timer
{
public:
    virtual ~Timer() = default;
    // Starts, or starts anew. Waits of any length are kept: QTimer alone overflows after 24 days.
    virtual void start(Milliseconds delay) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isActive() const = 0;
};

// Everything that knows about time gets it from here, so that tests own it. GUI thread only.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime wall() const = 0;
    // Since some fixed point; never jumps; stands still while the machine sleeps. Timers run on it.
    [[nodiscard]] virtual Milliseconds monotonic() const = 0;
    // As monotonic(), but counts the time asleep too.
    [[nodiscard]] virtual Milliseconds sinceBoot() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Timer> makeTimer(std::function<void()> onTimeout) = 0;
};

} // namespace latchkey
