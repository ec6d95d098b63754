#include "app/session/tokenpair.h"

#include <algorithm>

namespace latchkey
{

namespace
{

// Date counts whole seconds, and is as old as its answer was long on the way.
constexpr Milliseconds DateResolution = std::chrono::seconds(2);
constexpr Milliseconds SlowestAnswer = std::chrono::minutes(1);

// By how much the end of a session may seem to move, since tokens count whole seconds.
constexpr Milliseconds RoundedEnd = std::chrono::seconds(1);

bool liesWithin(const Claims &claims, WallTime serverTime)
{
    const Milliseconds at = serverTime.time_since_epoch();
    return at >= Milliseconds(0) && (!claims.issuedAt || at >= *claims.issuedAt - SlowestAnswer)
        && (!claims.expiry || at < *claims.expiry);
}

// Nobody hands out dead tokens, or tokens of the future: a Date that says so of one of them is
// wrong for both.
IssueFacts saneFacts(IssueFacts facts, const Tokens &tokens)
{
    constexpr auto longest = std::chrono::floor<std::chrono::seconds>(LongestLifetime);
    if (facts.expiresIn)
        facts.expiresIn = std::clamp(*facts.expiresIn, std::chrono::seconds(0), longest);
    const bool isSane = facts.serverTime && liesWithin(readClaims(tokens.access), *facts.serverTime)
        && liesWithin(readClaims(tokens.refresh), *facts.serverTime);
    if (!isSane)
        facts.serverTime.reset();
    return facts;
}

PairLife lifeOf(const Tokens &tokens, Milliseconds sent, IssueFacts facts)
{
    const Claims access = readClaims(tokens.access);
    const Claims refresh = readClaims(tokens.refresh);
    PairLife life{lifeOf(access, sent, facts), std::nullopt};
    if (tokens.refresh.isEmpty())
        return life;

    // A refresh token that was kept from an earlier pair is older than the access token beside it.
    Milliseconds older{0};
    if (access.issuedAt && refresh.issuedAt)
        older = std::max<Milliseconds>(*access.issuedAt - *refresh.issuedAt, Milliseconds(0));
    facts.expiresIn.reset(); // it speaks of the access token
    life.refresh = lifeOf(refresh, sent, facts, older);
    return life;
}

// Does a new token end when the last one did, whatever it says of its issue?
bool endStays(const Secret &token, const TokenLife &life, const Secret &earlier,
              const TokenLife &before)
{
    if (life.issued < before.issued + DateMargin)
        return false; // so soon after that nothing can be told
    const auto end = readClaims(token).expiry;
    const auto earlierEnd = readClaims(earlier).expiry;
    return end && earlierEnd && std::chrono::abs(*end - *earlierEnd) <= RoundedEnd
        && !before.isGuessed && life.expiry() <= before.expiry() + DateMargin;
}

// In all its age, so that its last chance is not put off each time.
TokenLife kept(const TokenLife &before, const TokenLife &now)
{
    TokenLife life = before;
    life.lifetime = std::min(before.expiry(), now.expiry()) - before.issued;
    return life;
}

// A session as a whole has its time: its tokens are new, and their end is the same.
void keepEnds(TokenPair &pair, const TokenPair &previous, Milliseconds sent)
{
    std::optional<TokenLife> &refresh = pair.life.refresh;
    const std::optional<TokenLife> &before = previous.life.refresh;
    if (refresh && before && !pair.life.keptAt
        && endStays(pair.tokens.refresh, *refresh, previous.tokens.refresh, *before)) {
        refresh = kept(*before, *refresh);
        pair.life.keptAt = sent;
    }
    TokenLife &access = pair.life.access;
    if (pair.life.accessKept
        || !endStays(pair.tokens.access, access, previous.tokens.access, previous.life.access))
        return;
    access = kept(previous.life.access, access);
    pair.life.accessKept = true;
}

bool keepsRefreshToken(const TokenReply &reply, const TokenPair &previous)
{
    return previous.life.refresh
        && (reply.tokens.refresh.isEmpty() || reply.tokens.refresh.sameAs(previous.tokens.refresh));
}

// None came, or the same again: it is no younger for that. But where its life is guessed, the guess
// begins anew, since the server has just accepted it.
void keepRefreshToken(TokenPair &pair, const TokenPair &previous, Milliseconds sent)
{
    std::optional<TokenLife> &life = pair.life.refresh;
    const TokenLife &before = *previous.life.refresh;
    pair.tokens.refresh = previous.tokens.refresh;
    if (!life || (!before.isGuessed && before.expiry() < life->expiry()))
        life = before;
    if (life->isGuessed)
        life->issued = sent;
    else
        pair.life.keptAt = sent;
}

// The same access token again, beside another refresh token.
void keepAccessToken(TokenPair &pair, const TokenPair &previous)
{
    const TokenLife &before = previous.life.access;
    if (before.isGuessed)
        return;
    pair.life.accessKept = true;
    if (before.expiry() < pair.life.access.expiry())
        pair.life.access = before;
}

bool isSame(const TokenLife &one, const TokenLife &other)
{
    return one.isGuessed == other.isGuessed
        && std::chrono::abs(one.expiry() - other.expiry()) < DateMargin;
}

// Does the item need more than the tokens for the next start to know their lives? Those of the
// documented API do not.
bool tellsItsLife(const TokenPair &pair, Milliseconds sent)
{
    const PairLife told = lifeOf(pair.tokens, sent, {});
    return isSame(told.access, pair.life.access)
        && (!told.refresh || isSame(*told.refresh, *pair.life.refresh));
}

// The server's clock when the request for this pair left. By its Date where the access token's own
// iat may be an old one.
std::optional<WallTime> serverTimeAtIssue(const Claims &access, const IssueFacts &facts)
{
    if (facts.serverTime || !access.issuedAt)
        return facts.serverTime;
    return WallTime(*access.issuedAt);
}

void moveBy(TokenPair &pair, Milliseconds shift, const Clock &clock)
{
    pair.life.access.issued += shift;
    if (pair.life.refresh)
        pair.life.refresh->issued += shift;
    if (pair.life.keptAt)
        *pair.life.keptAt += shift;
    pair.issuedAt = wallTimeOf(pair.life.access.issued, clock);
}

} // namespace

TokenPair pairFromReply(const TokenReply &reply, const TokenPair *previous, const Clock &clock)
{
    TokenPair pair;
    pair.tokens = reply.tokens;
    pair.issuedAt = wallTimeOf(reply.sentSinceBoot, clock); // whatever the clock said meanwhile
    const IssueFacts facts = saneFacts({reply.serverTime, reply.expiresIn}, reply.tokens);
    pair.life = lifeOf(reply.tokens, reply.sentSinceBoot, facts);
    if (previous && keepsRefreshToken(reply, *previous))
        keepRefreshToken(pair, *previous, reply.sentSinceBoot);
    if (previous && reply.tokens.access.sameAs(previous->tokens.access)) {
        if (pair.life.keptAt && !previous->life.access.isGuessed) {
            pair = *previous; // in all its age
            pair.life.keptAt = reply.sentSinceBoot;
            pair.life.accessKept = true;
            return pair;
        }
        keepAccessToken(pair, *previous);
    }
    if (previous)
        keepEnds(pair, *previous, reply.sentSinceBoot);
    if (!tellsItsLife(pair, reply.sentSinceBoot))
        pair.facts = facts;
    return pair;
}

TokenPair pairFromStored(const StoredSession &stored, const Clock &clock)
{
    const IssueFacts facts = saneFacts({stored.serverTime, stored.expiresIn}, stored.tokens);
    const auto byServer = serverTimeAtIssue(readClaims(stored.tokens.access), facts);
    Milliseconds age = clock.wall() - stored.issuedAt;
    if (byServer) {
        const Milliseconds byClaim = clock.wall() - *byServer;
        const bool daysApart = std::chrono::abs(byClaim - age) > LikelyClockError;
        // One of the clocks was far off once. Rather too young, which the server's next answer sets
        // right, than ended without asking; but not from the future.
        if (daysApart && byClaim >= Milliseconds(0))
            age = age < Milliseconds(0) ? byClaim : std::min(age, byClaim);
    }
    age = std::max(age, Milliseconds(0));
    const Milliseconds sent = clock.sinceBoot() - age;
    TokenPair pair{stored.tokens, lifeOf(stored.tokens, sent, facts), clock.wall() - age,
                   byServer.has_value(), facts};
    // By its iat it is older than the access token beside it. An old iat there says nothing.
    if (pair.life.refresh && !facts.serverTime && pair.life.refresh->issued < sent - DateMargin)
        pair.life.keptAt = sent;
    return pair;
}

TokenPair pairFromAnother(const StoredSession &stored, const TokenPair &ours, const Clock &clock)
{
    TokenPair pair = pairFromStored(stored, clock);
    const auto theirIssue = readClaims(pair.tokens.access).issuedAt;
    const auto ourIssue = readClaims(ours.tokens.access).issuedAt;
    if (!theirIssue || !ourIssue || *theirIssue <= *ourIssue || ours.ageIsGuessed
        || ours.life.accessKept)
        return pair;
    const Milliseconds issued
        = std::min(ours.life.access.issued + (*theirIssue - *ourIssue), clock.sinceBoot());
    const Milliseconds shift = issued - pair.life.access.issued;
    // Less than that is told by how long an answer was on its way, and the item knows better.
    if (std::chrono::abs(shift) <= 2 * SlowestAnswer)
        return pair;
    moveBy(pair, shift, clock);
    pair.ageIsGuessed = false;
    return pair;
}

StoredSession toStore(const TokenPair &pair, const ServerAddress &server, const QString &email)
{
    return {server, email, pair.tokens, pair.issuedAt, pair.facts.serverTime, pair.facts.expiresIn};
}

bool isNewer(const StoredSession &stored, const TokenPair &pair)
{
    if (stored.tokens.access.sameAs(pair.tokens.access))
        return false;
    const Claims theirClaims = readClaims(stored.tokens.access);
    const Claims ourClaims = readClaims(pair.tokens.access);
    const auto theirs = serverTimeAtIssue(
        theirClaims, saneFacts({stored.serverTime, stored.expiresIn}, stored.tokens));
    const auto ours = serverTimeAtIssue(ourClaims, pair.facts);
    if (theirs && ours && *theirs != *ours)
        return *theirs > *ours;
    if (theirClaims.expiry && ourClaims.expiry && *theirClaims.expiry != *ourClaims.expiry)
        return *theirClaims.expiry > *ourClaims.expiry; // both have one old iat
    const Milliseconds later = stored.issuedAt - pair.issuedAt;
    // Where the server had both in one second, more than that is this computer's clock, set
    // between.
    return later > Milliseconds(0) && (!theirs || !ours || later <= DateResolution);
}

bool correctAge(TokenPair &pair, WallTime serverNow, bool accepted, const Clock &clock)
{
    const auto byServer = serverTimeAtIssue(readClaims(pair.tokens.access), pair.facts);
    if (!pair.ageIsGuessed || !byServer)
        return false;
    pair.ageIsGuessed = false;
    const Milliseconds age = std::max(serverNow - *byServer, Milliseconds(0));
    const Milliseconds shift = (clock.sinceBoot() - age) - pair.life.access.issued;
    const bool callsItDead = age >= pair.life.access.lifetime;
    if (callsItDead && (accepted || std::chrono::abs(shift) > LikelyClockError))
        return false;
    // "Younger" is only believed beyond what a slow answer explains, "older" at once.
    if (shift >= Milliseconds(0) ? shift <= SlowestAnswer : -shift <= DateResolution)
        return false;
    moveBy(pair, shift, clock);
    return true;
}

WallTime wallTimeOf(Milliseconds sinceBoot, const Clock &clock)
{
    return clock.wall() + (sinceBoot - clock.sinceBoot());
}

} // namespace latchkey
