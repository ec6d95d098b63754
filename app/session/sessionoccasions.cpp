#include "app/session/session_p.h"

#include <utility>

namespace latchkey
{

namespace
{

// One answer, from whichever comes first: what is waited for, or the limit. Dies with its context.
class Gap final : public QObject
{
public:
    Gap(Clock &clock, Milliseconds limit, QObject *context, std::function<void()> ready)
        : QObject(context)
        , m_ready(std::move(ready))
        , m_limit(clock.makeTimer([this] { over(); }))
    {
        m_limit->start(limit);
    }

    void over()
    {
        if (const auto ready = std::exchange(m_ready, {})) {
            deleteLater();
            ready();
        }
    }

private:
    std::function<void()> m_ready;
    std::unique_ptr<Timer> m_limit;
};

} // namespace

void Session::Private::prepareForGap(Cause cause, Milliseconds limit, QObject *context,
                                     std::function<void()> ready)
{
    auto *gap = new Gap(clock, limit, context, std::move(ready));
    renewer.beforeGap(cause);
    if (!renewer.isRenewing()) {
        QMetaObject::invokeMethod(
            gap, [gap] { gap->over(); }, Qt::QueuedConnection);
        return;
    }
    const auto look = [this, gap, end = clock.sinceBoot() + limit] {
        if (!renewer.isRenewing() && !renewer.retriesWithin(end - clock.sinceBoot()))
            gap->over();
    };
    connect(&renewer, &Renewer::renewingChanged, gap, look);
    connect(&renewer, &Renewer::standingChanged, gap, look);
}

void Session::Private::clockJumped(Milliseconds by)
{
    history.clockSet(by);
    history.add({.at = clock.wall(), .kind = SessionEvent::Kind::ClockSet, .span = by});
    publish(); // every moment in the status is on the wall clock
    emit q->clockJumped(by);
}

void Session::Private::serverClockSeen(bool accepted)
{
    const auto serverNow = api.serverNow();
    if (!serverNow)
        return;
    serverOffset = *serverNow - clock.wall();
    renewer.serverTimeKnown(*serverNow, accepted);
}

} // namespace latchkey
