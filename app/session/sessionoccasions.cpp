#include "app/session/session_p.h"

#include <utility>

namespace latchkey
{

namespace
{

// One answer, from whichever comes first: what is waited for, or a limit. Dies with its context.
class Gap final : public QObject
{
public:
    Gap(Clock &clock, QObject *context, std::function<void()> ready)
        : QObject(context)
        , m_ready(std::move(ready))
        , m_limit(clock.makeTimer([this] { limitReached(); }))
    {
    }

    // `longest` instead of `limit` if, at that moment, `mayLast`.
    void start(Milliseconds limit, Milliseconds longest, std::function<bool()> mayLast)
    {
        m_mayLast = std::move(mayLast);
        m_more = longest - limit;
        m_limit->start(limit);
    }

    void over()
    {
        if (const auto ready = std::exchange(m_ready, {})) {
            deleteLater();
            ready();
        }
    }
    void overLater() { QMetaObject::invokeMethod(this, &Gap::over, Qt::QueuedConnection); }

private:
    void limitReached()
    {
        const Milliseconds more = std::exchange(m_more, Milliseconds(0));
        if (more > Milliseconds(0) && m_mayLast && m_mayLast())
            m_limit->start(more);
        else
            over();
    }

    std::function<void()> m_ready;
    std::function<bool()> m_mayLast;
    Milliseconds m_more{0};
    std::unique_ptr<Timer> m_limit;
};

} // namespace

void Session::Private::prepareForGap(Cause cause, Milliseconds limit, QObject *context,
                                     std::function<void()> ready)
{
    auto *gap = new Gap(clock, context, opening(std::move(ready)));
    gap->start(limit, limit, {});
    renewer.beforeGap(cause, limit);
    if (!renewer.isRenewing() && !renewer.isCommitted())
        return gap->overLater();
    const auto look = [this, gap, end = clock.sinceBoot() + limit] {
        if (!renewer.isRenewing() && !renewer.isCommitted()
            && !renewer.retriesWithin(end - clock.sinceBoot()))
            gap->over();
    };
    connect(&renewer, &Renewer::renewingChanged, gap, look);
    connect(&renewer, &Renewer::standingChanged, gap, look);
    connect(&renewer, &Renewer::lateEnded, gap, look);
    connect(&vault, &SessionVault::savingChanged, gap, look);
}

std::function<void()> Session::Private::opening(std::function<void()> ready)
{
    return [self = QPointer<Private>(this), ready = std::move(ready)] {
        if (self)
            self->renewer.gapOpens();
        ready();
    };
}

// What waits for an answer that is no renewal's need not: nobody will see it.
void Session::Private::prepareForEnd(const EndLimits &limits, QObject *context,
                                     std::function<void()> ready)
{
    auto *gap = new Gap(clock, context, opening(std::move(ready)));
    gap->start(limits.usual, limits.committed,
               [self = QPointer<Private>(this)] { return self && self->renewer.isCommitted(); });
    signInCall.reset();
    leaveCall.reset();
    profile.finish();
    restoreCall.reset();
    renewer.beforeEnd(limits.usual);
    const auto isIdle = [this, before = clock.sinceBoot() + limits.usual] {
        const bool mayWrite = vault.saving() == Saving::Pending && clock.sinceBoot() < before;
        return !renewer.isRenewing() && !renewer.isCommitted() && !mayWrite;
    };
    if (isIdle())
        return gap->overLater();
    const auto look = [gap, isIdle] {
        if (isIdle())
            gap->over();
    };
    connect(&renewer, &Renewer::renewingChanged, gap, look);
    connect(&renewer, &Renewer::standingChanged, gap, look);
    connect(&renewer, &Renewer::lateEnded, gap, look);
    connect(&vault, &SessionVault::savingChanged, gap, look);
}

void Session::Private::resumed()
{
    if (!renewer.pair())
        return api.dropConnections(); // a sign-in's
    const QPointer<Private> guard(this);
    renewer.lookAtClocks(); // they tell of the sleep, and slept() hears it before anything is sent
    if (guard)
        renewer.occasion(Cause::Resume);
    if (guard)
        profile.occasion();
}

void Session::Private::clockJumped(Milliseconds by)
{
    history.clockSet(by);
    history.add({.at = clock.wall(), .kind = SessionEvent::Kind::ClockSet, .span = by});
    publish(); // every moment in the status is on the wall clock
    emit q->clockJumped(by);
}

// By the computer's clock as it is now, which anybody may set at any moment.
Milliseconds Session::Private::serverOffset() const
{
    const auto serverNow = api.serverNow();
    return serverNow ? *serverNow - clock.wall() : Milliseconds(0);
}

void Session::Private::serverClockSeen(bool accepted)
{
    if (const auto serverNow = api.serverNow())
        renewer.serverTimeKnown(*serverNow, accepted);
}

} // namespace latchkey
