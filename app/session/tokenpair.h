#pragma once

#include "app/api/apiclient.h"
#include "app/base/clock.h"
#include "app/base/tokens.h"
#include "app/session/renewalpolicy.h"
#include "app/store/storedsession.h"

namespace latchkey
{

// The living pair: what is sent, how long it lives, and where its life is counted from.
struct TokenPair {
    Tokens tokens;
    PairLife life; // on Clock::sinceBoot()
    WallTime issuedAt; // the same start by the wall clock, for the keychain item
};

// From a reply that came just now. A reply without a refresh token keeps `previous`'s, with the
// life it had; `previous` may be null.
[[nodiscard]] TokenPair pairFromReply(const TokenReply &reply, const TokenPair *previous,
                                      const Clock &clock);

// From the keychain. An item from the future (the clock was set back) counts as brand-new, no more.
[[nodiscard]] TokenPair pairFromStored(const StoredSession &stored, const Clock &clock);

// A moment on Clock::sinceBoot() as wall time, by what both clocks say now.
[[nodiscard]] WallTime wallTimeOf(Milliseconds sinceBoot, const Clock &clock);

} // namespace latchkey
