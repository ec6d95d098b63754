#pragma once

#include "app/session/history.h"

namespace latchkey::test
{

using namespace std::chrono_literals;

// A session as the drawing of screens.md section 4 has it: signed in at `begin`, renewed twice;
// then the server refused, and the refresh token died while the access token lives on.
inline const WallTime begin{24h * 365 * 56 + 9h};

inline PairRecord pairAt(WallTime at)
{
    PairRecord pair;
    pair.accessIssued = at;
    pair.accessExpiry = at + 480h;
    pair.refreshIssued = at;
    pair.refreshExpiry = at + 10h;
    return pair;
}

inline SessionEvent eventAt(WallTime at, SessionEvent::Kind kind)
{
    SessionEvent event;
    event.at = at;
    event.kind = kind;
    return event;
}

inline SessionHistory signedIn()
{
    SessionHistory history;
    history.beginPair(pairAt(begin), begin, false);
    history.add(eventAt(begin, SessionEvent::Kind::SignedIn));
    return history;
}

inline SessionHistory renewedOnce()
{
    SessionHistory history = signedIn();
    history.beginPair(pairAt(begin + 3h), begin + 3h, false);
    history.add(eventAt(begin + 3h, SessionEvent::Kind::Renewed));
    return history;
}

inline SessionHistory refusedAtLast()
{
    SessionHistory history = renewedOnce();
    SessionEvent refused = eventAt(begin + 6h, SessionEvent::Kind::RenewalRefused);
    refused.error = ErrorCode::Unauthorized;
    refused.httpStatus = 401;
    history.add(refused);
    PairRecord dead = *history.newestPair();
    dead.refreshRefused = begin + 6h;
    history.updatePair(dead);
    return history;
}

} // namespace latchkey::test
