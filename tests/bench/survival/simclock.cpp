#include "tests/bench/survival/simclock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

constexpr WallTime Beginning{std::chrono::sys_days{std::chrono::year{2026} / 1 / 5} + 9h};

} // namespace

class SimClock::SimTimer final : public Timer
{
public:
    SimTimer(SimClock &clock, std::function<void()> onTimeout)
        : m_clock(clock)
        , m_onTimeout(std::move(onTimeout))
    {
        m_clock.m_timers.push_back(this);
    }
    ~SimTimer() override { std::erase(m_clock.m_timers, this); }

    void start(Milliseconds delay) override
    {
        m_due = m_clock.m_monotonic + std::max(delay, 0ms);
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
    SimClock &m_clock;
    std::function<void()> m_onTimeout;
    Milliseconds m_due{0};
    bool m_active = false;
};

std::unique_ptr<Timer> SimClock::makeTimer(std::function<void()> onTimeout)
{
    return std::make_unique<SimTimer>(*this, std::move(onTimeout));
}

WallTime SimClock::truth() const
{
    return Beginning + m_now;
}

SimClock::SimTimer *SimClock::nextDue(Milliseconds until) const
{
    SimTimer *next = nullptr;
    for (SimTimer *timer : m_timers) {
        if (timer->isActive() && timer->due() <= until && (!next || timer->due() < next->due()))
            next = timer;
    }
    return next;
}

void SimClock::pass(Milliseconds by)
{
    m_now += by;
    m_monotonic += by;
    m_boot += by;
}

void SimClock::advanceTo(Milliseconds moment, const std::function<bool()> &done)
{
    drainEvents();
    while (!done || !done()) {
        SimTimer *timer = nextDue(m_monotonic + (moment - m_now));
        if (!timer) {
            pass(std::max(moment - m_now, 0ms));
            return;
        }
        pass(std::max(timer->due() - m_monotonic, 0ms));
        timer->fire();
        drainEvents();
    }
}

void SimClock::stayAsleepUntil(Milliseconds moment)
{
    m_boot += std::max(moment - m_now, 0ms);
    m_now = std::max(moment, m_now);
}

void SimClock::stayOffUntil(Milliseconds moment)
{
    constexpr Milliseconds BootTakes = 20s; // it is booted when the gap ends
    m_now = std::max(moment, m_now);
    m_monotonic = m_boot = BootTakes;
}

void drainEvents()
{
    QCoreApplication::sendPostedEvents();
    // Twice: what a dying object has just said may make another one die.
    for (int round = 0; round < 2; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::sendPostedEvents();
    }
}

} // namespace latchkey::survival
