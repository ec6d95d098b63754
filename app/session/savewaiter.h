#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>

namespace latchkey
{

// Whoever wants to go on once the newest pair is saved, or after a while in any case. One at a
// time; each is let go once, unless its context is gone.
class SaveWaiter
{
public:
    explicit SaveWaiter(Clock &clock)
        : m_limit(clock.makeTimer([this] { letGo(); }))
    {
    }

    // Whoever waits already goes first: the older pair is not saved any more.
    void wait(QObject *context, std::function<void()> goOn)
    {
        letGo();
        m_context = context;
        m_goOn = std::move(goOn);
    }
    void atLatestIn(Milliseconds limit) { m_limit->start(limit); }

    void letGo()
    {
        m_limit->stop();
        const auto goOn = std::exchange(m_goOn, {});
        if (goOn && m_context)
            goOn();
    }

private:
    QPointer<QObject> m_context;
    std::function<void()> m_goOn;
    std::unique_ptr<Timer> m_limit;
};

} // namespace latchkey
