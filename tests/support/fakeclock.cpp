#include "tests/support/fakeclock.h"

#include <QCoreApplication>
#include <QEvent>

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
        m_due = m_clock.m_monotonic + std::max(delay, Milliseconds(0));
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
        m_monotonic += step;
        m_boot += step;
        m_wall += step;
        ++m_wakeUps;
        timer->fire();
        settle();
    }
    const Milliseconds rest = end - m_monotonic;
    m_monotonic += rest;
    m_boot += rest;
    m_wall += rest;
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
