#include "app/session/tokenpair.h"

#include <algorithm>

namespace latchkey
{

namespace
{

// Date has a resolution of a second, and a request may take half a minute.
constexpr Milliseconds ToleratedAgeError = std::chrono::minutes(1);

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
    const Milliseconds age = std::max(clock.wall() - stored.issuedAt, Milliseconds(0));
    return {stored.tokens, lifeOf(stored.tokens, clock.sinceBoot() - age, std::nullopt),
            stored.issuedAt, true};
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

bool correctAge(TokenPair &pair, WallTime serverNow, const Clock &clock)
{
    const auto issuedAt = readClaims(pair.tokens.access).issuedAt;
    if (!pair.ageIsGuessed || !issuedAt)
        return false;
    pair.ageIsGuessed = false;
    const Milliseconds age
        = std::max(serverNow.time_since_epoch() - Milliseconds(*issuedAt), Milliseconds(0));
    // It was accepted just now: a Date that calls it dead is wrong itself.
    if (age >= pair.life.access.lifetime)
        return false;
    const Milliseconds shift = (clock.sinceBoot() - age) - pair.life.access.issued;
    if (std::chrono::abs(shift) <= ToleratedAgeError)
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
