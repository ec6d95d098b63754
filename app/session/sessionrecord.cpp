// What the session tells its history: a further part of session.cpp.
#include "app/session/session_p.h"

namespace latchkey
{

namespace
{

constexpr Milliseconds Noise = std::chrono::seconds(1); // between the readings of two clocks

bool isSame(const std::optional<WallTime> &one, const std::optional<WallTime> &other)
{
    if (one && other)
        return std::chrono::abs(*one - *other) < Noise;
    return one.has_value() == other.has_value();
}

} // namespace

void Session::Private::note(SessionEvent::Kind kind, const std::optional<Error> &error)
{
    SessionEvent event{.at = clock.wall(), .kind = kind};
    if (error) {
        event.error = error->code;
        event.httpStatus = error->httpStatus;
    }
    history.add(event);
}

void Session::Private::noteEnd(EndReason reason, const std::optional<Error> &error)
{
    // Its own end may lie long before this start.
    SessionEvent event{.at = endedAt.value_or(clock.wall()), .kind = SessionEvent::Kind::Ended};
    event.reason = reason;
    if (error) {
        event.error = error->code;
        event.httpStatus = error->httpStatus;
    }
    history.add(event);
}

// Told apart by the tokens themselves: a server may answer a renewal with the same pair again, and
// a guessed age may be set right while the pair stays.
void Session::Private::followPair()
{
    const TokenPair *pair = renewer.pair();
    if (!pair) {
        history.leavePair(endedAt.value_or(clock.wall()));
        followed = {};
        return;
    }
    const PairLife life = renewer.life();
    PairRecord record;
    record.accessIssued = wallTimeOf(life.access.issued, clock);
    record.accessExpiry = wallTimeOf(life.access.expiry(), clock);
    if (life.refresh) {
        record.refreshIssued = wallTimeOf(life.refresh->issued, clock);
        record.refreshExpiry = wallTimeOf(life.refresh->expiry(), clock);
    }
    if (renewer.isRefreshRefused())
        record.refreshRefused = clock.wall();
    if (pair->tokens.access.sameAs(followed.access)) {
        const PairRecord &known = *history.newestPair();
        const bool sameTimes = isSame(record.accessIssued, known.accessIssued)
            && isSame(record.accessExpiry, known.accessExpiry)
            && isSame(record.refreshExpiry, known.refreshExpiry);
        const bool sameVerdict
            = record.refreshRefused.has_value() == known.refreshRefused.has_value();
        if (!sameTimes || !sameVerdict)
            history.updatePair(record);
        return;
    }
    const bool keepsRefresh
        = !followed.refresh.isEmpty() && pair->tokens.refresh.sameAs(followed.refresh);
    history.beginPair(record, clock.wall(), keepsRefresh);
    followed = pair->tokens;
}

void Session::Private::noteFault(SessionEvent::Fault fault, bool on)
{
    using Kind = SessionEvent::Kind;
    SessionEvent event{.at = clock.wall(), .kind = on ? Kind::FaultOn : Kind::FaultOff};
    event.fault = fault;
    history.add(event);
}

void Session::Private::slept(Milliseconds span)
{
    api.dropConnections();
    history.add({.at = clock.wall(), .kind = SessionEvent::Kind::Slept, .span = span});
    profile.occasion();
    publish();
}

void Session::Private::renewalFailed(const Error &error)
{
    note(SessionEvent::Kind::RenewalFailed, error);
    publish();
}

} // namespace latchkey
