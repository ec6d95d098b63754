#include "app/session/renewalpolicy.h"

#include <algorithm>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr double JitterShare = 0.10;
constexpr double SmallestUsedShare = 0.05;
constexpr double LargestUsedShare = 1.0; // the lead holds anyhow
constexpr double LeadShare = 0.10;
constexpr Milliseconds ShortestLead = 10s;
constexpr Milliseconds LongestLead = 5min;
constexpr Milliseconds LongestBackoff = 5min;
constexpr int OccasionPart = 10;
constexpr int GapPart = 40;
// From here on a day's renewals are counted out: 10 h, also where an answer's Date takes some off.
constexpr Milliseconds LongLife = 10h - 10min;
constexpr Milliseconds ShortestProfilePause = 5s;
constexpr int PlentyInADay = 20; // 24 in any day is what we allow ourselves

Milliseconds share(Milliseconds whole, double part)
{
    return Milliseconds(static_cast<qint64>(static_cast<double>(whole.count()) * part));
}

const TokenLife &firstToDie(const PairLife &pair)
{
    return pair.refresh && pair.refresh->expiry() < pair.access.expiry() ? *pair.refresh
                                                                         : pair.access;
}

// A lead longer than half the life would mean "renew now" for ever, and one of nothing "too late"
// (scenario 7).
Milliseconds leadOf(const TokenLife &token, const RenewalSettings &settings)
{
    const Milliseconds usual
        = std::clamp(share(token.lifetime, LeadShare), ShortestLead, LongestLead);
    const Milliseconds most = token.lifetime / 2;
    return std::clamp(settings.lead.value_or(usual), std::min(ShortestLead, most), most);
}

Milliseconds plannedMoment(const TokenLife &token, double jitter, const RenewalSettings &settings)
{
    const double used = std::clamp(settings.usedShare, SmallestUsedShare, LargestUsedShare)
        * (1.0 + JitterShare * std::clamp(jitter, -1.0, 1.0));
    const Milliseconds wait
        = std::min(share(token.lifetime, used), token.lifetime - leadOf(token, settings));
    return token.issued + std::max(wait, RenewalFloor);
}

bool prolongsNothing(const PairLife &pair)
{
    return pair.keptAt && pair.accessKept;
}

// What a renewal would prolong, as far as the last one tells.
const TokenLife &prolonged(const PairLife &pair)
{
    if (pair.keptAt.has_value() == pair.accessKept || !pair.refresh)
        return firstToDie(pair);
    return pair.keptAt ? pair.access : *pair.refresh;
}

bool hasUsed(const PairLife &pair, Milliseconds now, int part)
{
    const TokenLife &token = prolonged(pair);
    return pair.refresh && now - pair.keptAt.value_or(token.issued) >= token.lifetime / part;
}

// The last moment at which a renewal makes sense where one of the tokens is kept.
Milliseconds lastChance(const PairLife &pair, const RenewalSettings &settings)
{
    if (prolongsNothing(pair))
        return firstToDie(pair).expiry() - leadOf(firstToDie(pair), settings);
    if (pair.accessKept)
        return pair.access.expiry() - leadOf(pair.access, settings);
    return pair.refresh->expiry()
        - std::min(leadOf(*pair.refresh, settings), leadOf(pair.access, settings));
}

void cut(TokenLife &token, const std::optional<Milliseconds> &end)
{
    if (!end)
        return;
    const Milliseconds chosen = std::max(*end - token.issued, Milliseconds(0));
    token.lifetime = token.isGuessed ? chosen : std::min(token.lifetime, chosen);
    token.isGuessed = false;
}

// Full jitter below a ceiling that doubles with each failure.
Milliseconds drawn(Milliseconds first, int failures, double unit)
{
    const int doublings = std::clamp(failures - 1, 0, 8);
    const Milliseconds ceiling = std::min(first * (1 << doublings), LongestBackoff);
    return share(ceiling, std::clamp(unit, 0.0, 1.0));
}

} // namespace

PairLife cutShort(const PairLife &pair, const ChosenEnds &ends)
{
    PairLife cutPair = pair;
    cut(cutPair.access, ends.access);
    if (cutPair.refresh)
        cut(*cutPair.refresh, ends.refresh);
    return cutPair;
}

TokenLife lifeOf(const Claims &claims, Milliseconds sent, const IssueFacts &facts,
                 Milliseconds older)
{
    std::optional<Milliseconds> life; // from its own issue on
    if (claims.expiry && claims.issuedAt && *claims.expiry > *claims.issuedAt)
        life = *claims.expiry - *claims.issuedAt;
    if (claims.expiry && facts.serverTime) {
        const Milliseconds left = *claims.expiry - facts.serverTime->time_since_epoch();
        const Milliseconds most = life ? *life - DateMargin - older : LongestLifetime;
        if (left > 0ms && left <= most)
            life = left + older;
    }
    if (facts.expiresIn && *facts.expiresIn > 0s) {
        const Milliseconds said
            = std::min(*facts.expiresIn, floor<std::chrono::seconds>(LongestLifetime));
        life = std::min(life.value_or(said), said);
    }
    if (!life)
        return {sent - older, FallbackLifetime, true};
    return {sent - older, std::min(*life, LongestLifetime)};
}

std::optional<Milliseconds> renewalMoment(const PairLife &pair, double jitter,
                                          const RenewalSettings &settings)
{
    if (!pair.refresh)
        return std::nullopt;
    if (!pair.keptAt && !pair.accessKept)
        return plannedMoment(firstToDie(pair), jitter, settings);
    const Milliseconds renewed = pair.keptAt.value_or(pair.refresh->issued);
    const Milliseconds last = lastChance(pair, settings);
    const Milliseconds moment = prolongsNothing(pair)
        ? renewed + (firstToDie(pair).expiry() - renewed) / 2
        : plannedMoment(prolonged(pair), jitter, settings);
    if (last > renewed)
        return std::max(std::min(moment, last), renewed + RenewalFloor);
    if (pair.keptAt)
        return std::nullopt;
    // Once more when it is over, for what is new then; afterwards for the refresh token alone.
    return renewed < pair.access.expiry() ? std::max(pair.access.expiry(), renewed + RenewalFloor)
                                          : moment;
}

Milliseconds warningMoment(const PairLife &pair, const RenewalSettings &settings)
{
    const TokenLife &token = firstToDie(pair);
    return token.expiry() - leadOf(token, settings);
}

bool worthRenewing(const PairLife &pair, Milliseconds now)
{
    return hasUsed(pair, now, OccasionPart);
}

bool worthRenewingBeforeGap(const PairLife &pair, Milliseconds now, int renewalsInADay)
{
    return hasUsed(pair, now, renewalsInADay < PlentyInADay ? GapPart : OccasionPart);
}

std::optional<Milliseconds> plannedPause(const PairLife &pair, const RenewalSettings &settings)
{
    const Milliseconds life = firstToDie(pair).lifetime;
    const auto moment = renewalMoment(pair, -1.0, settings);
    if (life < LongLife || !moment)
        return std::nullopt;
    return *moment - pair.keptAt.value_or(prolonged(pair).issued);
}

Standing standingOf(const PairLife &pair, Milliseconds now, bool refreshRefused)
{
    const bool refresh = pair.refresh && !refreshRefused && !pair.refresh->isDead(now);
    if (pair.access.isDead(now))
        return refresh ? Standing::NeedsRenewal : Standing::Dead;
    if (!refresh)
        return Standing::NotRenewable;
    return isPastGuess(pair, now) ? Standing::NeedsRenewal : Standing::Good;
}

bool isPastGuess(const PairLife &pair, Milliseconds now)
{
    return pair.access.isGuessed && now >= pair.access.expiry();
}

Verdict verdictOf(const Error &renewalError)
{
    switch (renewalError.code) {
    case ErrorCode::InvalidCredentials:
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::BadRequest:
        return Verdict::Refused;
    case ErrorCode::TooManyRequests:
    case ErrorCode::Unavailable:
        return renewalError.retryAfter ? Verdict::Wait : Verdict::None;
    case ErrorCode::NotFromApi:
    case ErrorCode::NotFound:
    case ErrorCode::ServerFault:
    case ErrorCode::RequestRefused:
    case ErrorCode::Offline:
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::TimedOut:
    case ErrorCode::Interrupted:
    case ErrorCode::Tls:
    case ErrorCode::ProxyAuthenticationRequired:
    case ErrorCode::CaptivePortal:
    case ErrorCode::CrossHostRedirect:
    case ErrorCode::UnreadableReply:
    case ErrorCode::NoUsableTokens:
    case ErrorCode::InsecureAddress:
        return Verdict::None;
    }
    return Verdict::None;
}

Milliseconds backoff(int failures, double unit)
{
    return std::max(drawn(2s, failures, unit), RenewalFloor);
}

Milliseconds profileBackoff(int failures, double unit)
{
    return std::max(drawn(ShortestProfilePause, failures, unit), ShortestProfilePause);
}

} // namespace latchkey
