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

void cut(TokenLife &token, const std::optional<Milliseconds> &end)
{
    if (end)
        token.lifetime = std::min(token.lifetime, std::max(*end - token.issued, Milliseconds(0)));
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

Milliseconds lifetimeOf(const Claims &claims, std::optional<WallTime> serverTimeAtIssue)
{
    if (!claims.expiry)
        return FallbackLifetime;
    Milliseconds life{0};
    if (claims.issuedAt)
        life = *claims.expiry - *claims.issuedAt;
    else if (serverTimeAtIssue)
        life = *claims.expiry - serverTimeAtIssue->time_since_epoch();
    if (life <= 0ms)
        return FallbackLifetime;
    return std::min(life, LongestLifetime);
}

std::optional<Milliseconds> renewalMoment(const PairLife &pair, double jitter,
                                          const RenewalSettings &settings)
{
    if (!pair.refresh)
        return std::nullopt;
    const TokenLife &token = firstToDie(pair);
    const double used = std::clamp(settings.usedShare, SmallestUsedShare, LargestUsedShare)
        * (1.0 + JitterShare * std::clamp(jitter, -1.0, 1.0));
    const Milliseconds wait
        = std::min(share(token.lifetime, used), token.lifetime - leadOf(token, settings));
    return token.issued + std::max(wait, RenewalFloor);
}

Milliseconds warningMoment(const PairLife &pair, const RenewalSettings &settings)
{
    const TokenLife &token = firstToDie(pair);
    return token.expiry() - leadOf(token, settings);
}

bool worthRenewing(const PairLife &pair, Milliseconds now)
{
    const TokenLife &token = firstToDie(pair);
    return pair.refresh && now - token.issued >= token.lifetime / OccasionPart;
}

bool worthRenewingBeforeGap(const PairLife &pair, Milliseconds now, int renewalsInADay)
{
    const TokenLife &token = firstToDie(pair);
    const int part = renewalsInADay < PlentyInADay ? GapPart : OccasionPart;
    return pair.refresh && now - token.issued >= token.lifetime / part;
}

Standing standingOf(const PairLife &pair, Milliseconds now, bool refreshRefused)
{
    const bool access = now < pair.access.expiry();
    const bool refresh = pair.refresh && !refreshRefused && now < pair.refresh->expiry();
    if (access)
        return refresh ? Standing::Good : Standing::NotRenewable;
    return refresh ? Standing::NeedsRenewal : Standing::Dead;
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
    const int doublings = std::clamp(failures - 1, 0, 8);
    const Milliseconds ceiling = std::min<Milliseconds>(2s * (1 << doublings), LongestBackoff);
    return std::max(share(ceiling, std::clamp(unit, 0.0, 1.0)), RenewalFloor);
}

} // namespace latchkey
