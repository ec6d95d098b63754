#include "tests/support/fakeclock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <cmath>

namespace latchkey::test
{

class FakeClock::FakeTimer final : public Timer
{
public:
    FakeTimer(FakeClock &clock, std::function<void()> onTimeout)
        : m_clock(clock)
        , m_onTimeout(std::move(onTimeout))
    {
        m_clock.m_timers.push_back(this);
    }
    ~FakeTimer() override { m_clock.m_timers.remove(this); }

    void start(Milliseconds delay) override
    {
        m_due = m_clock.m_monotonic + std::max(delay, Milliseconds(0)) + m_clock.m_timersLateBy;
        m_active = true;
    }
    void stop() override { m_active = false; }
    [[nodiscard]] bool isActive() const override { return m_active; }
    [[nodiscard]] Milliseconds due() const { return m_due; }
    void fire()
    {
        m_active = false;
        const auto callback = m_onTimeout; // the callback may delete this timer
        callback();
    }

private:
    FakeClock &m_clock;
    std::function<void()> m_onTimeout;
    Milliseconds m_due{0};
    bool m_active = false;
};

FakeClock::FakeClock(WallTime start)
    : m_wall(start)
{
}

FakeClock::~FakeClock() = default;

std::unique_ptr<Timer> FakeClock::makeTimer(std::function<void()> onTimeout)
{
    return std::make_unique<FakeTimer>(*this, std::move(onTimeout));
}

FakeClock::FakeTimer *FakeClock::nextDue(Milliseconds until) const
{
    FakeTimer *next = nullptr;
    for (FakeTimer *timer : m_timers) {
        if (timer->isActive() && timer->due() <= until && (!next || timer->due() < next->due()))
            next = timer;
    }
    return next;
}

void FakeClock::advance(Milliseconds by)
{
    const Milliseconds end = m_monotonic + by;
    settle();
    while (FakeTimer *timer = nextDue(end)) {
        const Milliseconds step = std::max(timer->due() - m_monotonic, Milliseconds(0));
        pass(step);
        ++m_wakeUps;
        timer->fire();
        settle();
    }
    pass(std::max(end - m_monotonic, Milliseconds(0)));
    settle();
}

void FakeClock::pass(Milliseconds step)
{
    m_monotonic += step;
    m_boot += step;
    m_wall += step + Milliseconds(std::llround(static_cast<double>(step.count()) * m_drift));
}

void FakeClock::freeze(Milliseconds by)
{
    pass(by);
}

void FakeClock::fireEarly()
{
    const std::list<FakeTimer *> timers = m_timers;
    for (FakeTimer *timer : timers) {
        // A timer that fired before may have deleted this one.
        const bool lives = std::find(m_timers.begin(), m_timers.end(), timer) != m_timers.end();
        if (lives && timer->isActive())
            timer->fire();
    }
    settle();
}

void FakeClock::sleep(Milliseconds by)
{
    m_boot += by;
    m_wall += by;
}

int FakeClock::activeTimers() const
{
    int count = 0;
    for (const FakeTimer *timer : m_timers)
        count += timer->isActive() ? 1 : 0;
    return count;
}

std::optional<Milliseconds> FakeClock::untilNextTimer() const
{
    const FakeTimer *timer = nextDue(Milliseconds::max());
    if (!timer)
        return std::nullopt;
    return std::max(timer->due() - m_monotonic, Milliseconds(0));
}

void settle()
{
    // An answer makes a caller ask the next question: a few links of such a chain per call.
    constexpr int LongestChain = 8;
    for (int link = 0; link < LongestChain; ++link) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QCoreApplication::processEvents();
}

} // namespace latchkey::test
