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
    bool ageIsGuessed
        = false; // it came from the keychain: its age is by this computer's wall clock
    IssueFacts facts = {}; // none where the tokens alone tell their lives
};

// From a reply that came just now; the lives count from its request. Its Date is only believed if
// it lies within the lives that the reply's tokens claim, a minute before their iat included. A
// reply without a refresh token keeps `previous`'s, with the life it had; where that was a guess,
// it begins anew. `previous` may be null.
[[nodiscard]] TokenPair pairFromReply(const TokenReply &reply, const TokenPair *previous,
                                      const Clock &clock);

// From the keychain. An item from the future (the clock was set back) counts as brand-new, no more.
// Where the stored moment and the server's iat (its Date, where the item has one, since iat may be
// old then) are days apart, the one that makes it younger is believed. A token of guessed life is
// past its guess after a long time, and not dead.
[[nodiscard]] TokenPair pairFromStored(const StoredSession &stored, const Clock &clock);

// The same, stored by another process while `ours` was in force: as much younger than ours as its
// iat says, where both have one and ours is certain. Whatever the computer's clock did meanwhile.
[[nodiscard]] TokenPair pairFromAnother(const StoredSession &stored, const TokenPair &ours,
                                        const Clock &clock);

// What the keychain should hold of it: enough for pairFromStored() to judge the same lives.
[[nodiscard]] StoredSession toStore(const TokenPair &pair, const ServerAddress &server,
                                    const QString &email);

// Is this what another process got after `pair`? By the server's clock (iat, or the Date beside
// it), by exp, and where those say nothing by the stored moment.
[[nodiscard]] bool isNewer(const StoredSession &stored, const TokenPair &pair);

// A computer's clock is a day off, or a time zone; not years.
inline constexpr Milliseconds LikelyClockError = std::chrono::hours(48);

// Sets a guessed age right by the server's own clock, once that is known: a computer whose clock
// was wrong at one of the two moments must not take a living token for dead, nor a dead one for
// living. `accepted`: the server has just accepted the access token. A Date that calls such a token
// dead is wrong itself, and so is one that makes the computer's clock wrong by days. True:
// something changed.
[[nodiscard]] bool correctAge(TokenPair &pair, WallTime serverNow, bool accepted,
                              const Clock &clock);

// A moment on Clock::sinceBoot() as wall time, by what both clocks say now.
[[nodiscard]] WallTime wallTimeOf(Milliseconds sinceBoot, const Clock &clock);

} // namespace latchkey
