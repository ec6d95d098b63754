#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/session/claims.h"

#include <optional>

// When to renew, as pure functions: no clock is read and nothing is kept here (session.md, "When to
// renew" and "When renewal fails"). All moments are on Clock::sinceBoot(), which nobody can set.
namespace latchkey
{

struct TokenLife {
    Milliseconds issued{0}; // the moment the request that brought it was sent; negative before boot
    Milliseconds lifetime{0};
    [[nodiscard]] Milliseconds expiry() const { return issued + lifetime; }
};

struct PairLife {
    TokenLife access;
    std::optional<TokenLife> refresh; // none: no refresh token
};

// Ends that a person chose for testing (qa.md B26). None: the token's own end counts.
struct ChosenEnds {
    std::optional<Milliseconds> access;
    std::optional<Milliseconds> refresh;
};
// The pair as it would be with claims that end then; never a longer life than its own.
[[nodiscard]] PairLife cutShort(const PairLife &pair, const ChosenEnds &ends);

// A token without usable claims is given this long, then renewed; a 401 comes earlier or not at
// all.
inline constexpr Milliseconds FallbackLifetime = std::chrono::hours(1);
inline constexpr Milliseconds LongestLifetime = std::chrono::hours(24 * 366 * 20);
inline constexpr Milliseconds RenewalFloor = std::chrono::seconds(2);

// exp - iat. Without iat: exp minus the server's time at issue, if that is known. Else the
// fallback.
[[nodiscard]] Milliseconds lifetimeOf(const Claims &claims,
                                      std::optional<WallTime> serverTimeAtIssue);

// What a person or an administrator may set (session.md, "When to renew" 2).
struct RenewalSettings {
    double usedShare = 0.25; // of the life of the token that dies first; 0.05 .. 1
    // The latest moment before its end. None: a tenth of the life, 10 s .. 5 min. At least 10 s and
    // at most half the life, whatever is asked for (scenario 7).
    std::optional<Milliseconds> lead;
    bool automatic = true; // off: nothing is renewed by the clock alone (scenario 11)

    bool operator==(const RenewalSettings &) const = default;
};

// When the pair should be renewed: after usedShare of the shorter life, +/- 10 % by `jitter` (-1 ..
// 1), never later than the lead before its end. None without a refresh token.
[[nodiscard]] std::optional<Milliseconds> renewalMoment(const PairLife &pair, double jitter,
                                                        const RenewalSettings &settings = {});

// When the end of a pair that nobody renews is worth a word: the lead before the first death.
[[nodiscard]] Milliseconds warningMoment(const PairLife &pair,
                                         const RenewalSettings &settings = {});

// Has a tenth of the shorter life gone, so that a good occasion (resume, reconnect) is worth using?
[[nodiscard]] bool worthRenewing(const PairLife &pair, Milliseconds now);

// The same before a gap (sleep, the end of the program), where the next chance may come too late.
// Every minute that the pair is older then is one that the access token dies earlier, and a
// password that is asked for a day earlier: a fortieth of the life is enough, unless there were
// plenty in the last 24 h.
[[nodiscard]] bool worthRenewingBeforeGap(const PairLife &pair, Milliseconds now,
                                          int renewalsInADay);

enum class Standing {
    Good, // the access token works and the pair can be renewed
    NeedsRenewal, // the access token is dead, the refresh token lives
    NotRenewable, // the access token lives, there is no living refresh token
    Dead, // nothing usable is left
};
// `refreshRefused`: the server has refused the refresh token for good.
[[nodiscard]] Standing standingOf(const PairLife &pair, Milliseconds now, bool refreshRefused);

enum class Verdict {
    None, // says nothing about the token: keep the session, retry with backoff
    Wait, // as None, but not before Error::retryAfter
    Refused, // 400, 401 or 403
};
[[nodiscard]] Verdict verdictOf(const Error &renewalError);

// Exponential from 2 s to 5 min with full jitter: `unit` is 0 .. 1, `failures` counts from 1.
// Never under the renewal floor.
[[nodiscard]] Milliseconds backoff(int failures, double unit);

} // namespace latchkey
