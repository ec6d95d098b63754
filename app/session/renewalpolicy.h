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
    // Nobody has said how long it lives. expiry() is then a moment to plan with, never an end: past
    // it the token may be as good as ever, and only the server knows.
    bool isGuessed = false;
    [[nodiscard]] Milliseconds expiry() const { return issued + lifetime; }
    // Is it certain that it is of no use any more?
    [[nodiscard]] bool isDead(Milliseconds now) const { return !isGuessed && now >= expiry(); }
};

struct PairLife {
    TokenLife access;
    std::optional<TokenLife> refresh; // none: no refresh token
    // When the last renewal left, if it did not move the refresh token's end: it brought none, the
    // same again, or one of the same end (a server that gives a session as a whole a time).
    std::optional<Milliseconds> keptAt = {};
    bool accessKept = false; // nor did it move the access token's end
};

// Ends that a person chose for testing (qa.md B26). None: the token's own end counts.
struct ChosenEnds {
    std::optional<Milliseconds> access;
    std::optional<Milliseconds> refresh;
};
// The pair as it would be with claims that end then; never a longer life than its own. An end that
// a person chose is certain, for a token of guessed life too.
[[nodiscard]] PairLife cutShort(const PairLife &pair, const ChosenEnds &ends);

// The guess for a token of which nobody has said how long it lives.
inline constexpr Milliseconds FallbackLifetime = std::chrono::hours(1);
inline constexpr Milliseconds LongestLifetime = std::chrono::hours(24 * 366 * 20);
inline constexpr Milliseconds RenewalFloor = std::chrono::seconds(2);
// Between a refusal and the try that confirms it.
inline constexpr Milliseconds ConfirmAfter = std::chrono::seconds(5);

// What the answer that brought a token said beside it.
struct IssueFacts {
    std::optional<WallTime> serverTime; // its Date
    std::optional<std::chrono::seconds> expiresIn; // for an access token (RFC 6749 section 5.1)

    bool operator==(const IssueFacts &) const = default;
};

// The life of a token whose request was sent at `sent`: the shortest of exp - iat, counted from
// iat; exp minus the answer's Date, where it says at least DateMargin less; and expires_in. The
// last two are for servers that copy an old iat into new tokens. No evidence are an exp that is not
// after iat, a Date by which the token came dead or, without iat, lives longer than
// LongestLifetime, and an expires_in of nothing. With none of the three: a guess. `older`: by how
// much a token that was kept from an earlier answer was issued before this one.
[[nodiscard]] TokenLife lifeOf(const Claims &claims, Milliseconds sent,
                               const IssueFacts &facts = {}, Milliseconds older = Milliseconds(0));
// Date counts whole seconds, and may be as late as its answer was slow.
inline constexpr Milliseconds DateMargin = std::chrono::seconds(5);

// What a person or an administrator may set (session.md, "When to renew" 2).
struct RenewalSettings {
    double usedShare = 0.15; // of the life of the token that dies first; 0.05 .. 1
    // The latest moment before its end. None: a tenth of the life, 10 s .. 5 min. At least 10 s and
    // at most half the life, whatever is asked for (scenario 7).
    std::optional<Milliseconds> lead;
    bool automatic = true; // off: nothing is renewed by the clock alone (scenario 11)

    bool operator==(const RenewalSettings &) const = default;
};

// When the pair should be renewed: after usedShare of the shorter life, +/- 10 % by `jitter` (-1 ..
// 1), never later than the lead before its end. None without a refresh token.
// With a refresh token that was kept: after that share of the access token's life, which is all
// that is prolonged, and a last time before the refresh token's end; then none. If the access token
// was kept too: half-way to the end, and a last time before it. If it alone was kept: after that
// share of the refresh token's life, and a last time before the access token's end.
[[nodiscard]] std::optional<Milliseconds> renewalMoment(const PairLife &pair, double jitter,
                                                        const RenewalSettings &settings = {});

// When the end of a pair that nobody renews is worth a word: the lead before the first death.
[[nodiscard]] Milliseconds warningMoment(const PairLife &pair,
                                         const RenewalSettings &settings = {});

// Has a tenth of the shorter life gone (or of what a renewal prolongs), so that a good occasion
// (resume, reconnect) is worth using?
[[nodiscard]] bool worthRenewing(const PairLife &pair, Milliseconds now);

// The same before a gap (sleep, the end of the program), where the next chance may come too late.
// Every minute that the pair is older then is one that the access token dies earlier, and a
// password that is asked for a day earlier: a fortieth of the life is enough, unless there were
// plenty in the last 24 h.
[[nodiscard]] bool worthRenewingBeforeGap(const PairLife &pair, Milliseconds now,
                                          int renewalsInADay);

enum class Standing {
    Good, // the access token works and the pair can be renewed
    NeedsRenewal, // the access token is dead, or past its guess; the refresh token can be tried
    NotRenewable, // the access token can be sent, there is no refresh token to try
    Dead, // nothing usable is left
};
// `refreshRefused`: the server has refused the refresh token for good. A token of guessed life is
// never dead by time alone: the refresh token is tried until it is refused, and the access token is
// sent, but past its guess only if there is nothing to renew it with.
[[nodiscard]] Standing standingOf(const PairLife &pair, Milliseconds now, bool refreshRefused);

// The access token's guess has passed, so that only the server can say whether it lives.
[[nodiscard]] bool isPastGuess(const PairLife &pair, Milliseconds now);

enum class Verdict {
    None, // says nothing about the token: keep the session, retry with backoff
    Wait, // as None, but not before Error::retryAfter
    Refused, // 400, 401 or 403
};
[[nodiscard]] Verdict verdictOf(const Error &renewalError);

// The shortest time between two renewals by the plan; none for a life under 10 h, which needs more
// of them than could be counted out for a day.
[[nodiscard]] std::optional<Milliseconds> plannedPause(const PairLife &pair,
                                                       const RenewalSettings &settings = {});

// Exponential from 2 s to 5 min with full jitter: `unit` is 0 .. 1, `failures` counts from 1.
// Never under the renewal floor.
[[nodiscard]] Milliseconds backoff(int failures, double unit);

// The same for a profile, which nobody dies without: 5 s to 5 min.
[[nodiscard]] Milliseconds profileBackoff(int failures, double unit);

} // namespace latchkey
