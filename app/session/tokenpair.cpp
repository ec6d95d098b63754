#include "app/session/tokenpair.h"

#include <algorithm>

namespace latchkey
{

namespace
{

// Date counts whole seconds, and is as old as its answer was long on the way.
constexpr Milliseconds DateResolution = std::chrono::seconds(2);
constexpr Milliseconds SlowestAnswer = std::chrono::minutes(1);

PairLife lifeOf(const Tokens &tokens, Milliseconds issued, std::optional<WallTime> serverTime)
{
    const Claims access = readClaims(tokens.access);
    PairLife life;
    life.access = {issued, lifetimeOf(access, serverTime)};
    if (tokens.refresh.isEmpty())
        return life;

    const Claims refresh = readClaims(tokens.refresh);
    // A refresh token that was kept from an earlier pair is older than the access token beside it.
    Milliseconds older{0};
    if (access.issuedAt && refresh.issuedAt)
        older = std::max<Milliseconds>(*access.issuedAt - *refresh.issuedAt, Milliseconds(0));
    life.refresh = TokenLife{issued - older, lifetimeOf(refresh, serverTime)};
    return life;
}

} // namespace

TokenPair pairFromReply(const TokenReply &reply, const TokenPair *previous, const Clock &clock)
{
    TokenPair pair;
    pair.tokens = reply.tokens;
    pair.issuedAt = wallTimeOf(reply.sentSinceBoot, clock); // whatever the clock said meanwhile
    pair.life = lifeOf(reply.tokens, reply.sentSinceBoot, reply.serverTime);
    if (previous && reply.tokens.refresh.isEmpty()) {
        pair.tokens.refresh = previous->tokens.refresh;
        pair.life.refresh = previous->life.refresh;
    }
    return pair;
}

TokenPair pairFromStored(const StoredSession &stored, const Clock &clock)
{
    const auto issuedAt = readClaims(stored.tokens.access).issuedAt;
    Milliseconds age = clock.wall() - stored.issuedAt;
    if (issuedAt) {
        const Milliseconds byClaim = clock.wall().time_since_epoch() - Milliseconds(*issuedAt);
        const bool daysApart = std::chrono::abs(byClaim - age) > LikelyClockError;
        // One of the clocks was far off once. Rather too young, which the server's next answer sets
        // right, than ended without asking; but not from the future.
        if (daysApart && byClaim >= Milliseconds(0))
            age = age < Milliseconds(0) ? byClaim : std::min(age, byClaim);
    }
    age = std::max(age, Milliseconds(0));
    return {stored.tokens, lifeOf(stored.tokens, clock.sinceBoot() - age, std::nullopt),
            clock.wall() - age, issuedAt.has_value()};
}

bool isNewer(const StoredSession &stored, const TokenPair &pair)
{
    if (stored.tokens.access.sameAs(pair.tokens.access))
        return false;
    const auto theirs = readClaims(stored.tokens.access).issuedAt;
    const auto ours = readClaims(pair.tokens.access).issuedAt;
    if (theirs && ours && *theirs != *ours)
        return *theirs > *ours;
    return stored.issuedAt > pair.issuedAt;
}

bool correctAge(TokenPair &pair, WallTime serverNow, bool accepted, const Clock &clock)
{
    const auto issuedAt = readClaims(pair.tokens.access).issuedAt;
    if (!pair.ageIsGuessed || !issuedAt)
        return false;
    pair.ageIsGuessed = false;
    const Milliseconds age
        = std::max(serverNow.time_since_epoch() - Milliseconds(*issuedAt), Milliseconds(0));
    const Milliseconds shift = (clock.sinceBoot() - age) - pair.life.access.issued;
    const bool callsItDead = age >= pair.life.access.lifetime;
    if (callsItDead && (accepted || std::chrono::abs(shift) > LikelyClockError))
        return false;
    // "Younger" is only believed beyond what a slow answer explains, "older" at once.
    if (shift >= Milliseconds(0) ? shift <= SlowestAnswer : -shift <= DateResolution)
        return false;
    pair.life.access.issued += shift;
    if (pair.life.refresh)
        pair.life.refresh->issued += shift;
    pair.issuedAt = wallTimeOf(pair.life.access.issued, clock);
    return true;
}

WallTime wallTimeOf(Milliseconds sinceBoot, const Clock &clock)
{
    return clock.wall() + (sinceBoot - clock.sinceBoot());
}

} // namespace latchkey
