#include "app/base/systemclock.h"

#include <QObject>
#include <QTimer>

#include <algorithm>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

// QTimer counts 31 bits of milliseconds: 25 days become a negative interval that never fires.
// Longer waits are cut into pieces (qt-notes 5).
constexpr Milliseconds LongestPiece = 1h;

class SystemTimer final : public Timer
{
public:
    explicit SystemTimer(std::function<void()> onTimeout)
        : m_onTimeout(std::move(onTimeout))
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { pieceDone(); });
    }

    void start(Milliseconds delay) override
    {
        m_due = std::chrono::steady_clock::now() + std::max(delay, Milliseconds(0));
        startPiece();
    }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isActive() const override { return m_timer.isActive(); }

private:
    void startPiece()
    {
        const auto left = std::chrono::ceil<Milliseconds>(m_due - std::chrono::steady_clock::now());
        // Qt's coarse timers may fire 5 % early or late; only long waits can afford that.
        m_timer.setTimerType(left < 10s ? Qt::PreciseTimer : Qt::CoarseTimer);
        m_timer.start(std::clamp(left, Milliseconds(0), LongestPiece));
    }
    void pieceDone()
    {
        if (std::chrono::steady_clock::now() < m_due)
            return startPiece();
        const auto callback = m_onTimeout; // the callback may delete this timer
        callback();
    }

    std::function<void()> m_onTimeout;
    QTimer m_timer;
    std::chrono::steady_clock::time_point m_due;
};

} // namespace

WallTime SystemClock::wall() const
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::monotonic() const
{
    return std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::unique_ptr<Timer> SystemClock::makeTimer(std::function<void()> onTimeout)
{
    return std::make_unique<SystemTimer>(std::move(onTimeout));
}

} // namespace latchkey
