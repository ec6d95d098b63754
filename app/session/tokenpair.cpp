#include "app/session/tokenpair.h"

#include <algorithm>

namespace latchkey
{

namespace
{

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
            stored.issuedAt};
}

WallTime wallTimeOf(Milliseconds sinceBoot, const Clock &clock)
{
    return clock.wall() + (sinceBoot - clock.sinceBoot());
}

} // namespace latchkey
