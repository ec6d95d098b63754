#pragma once

#include "app/session/claims.h"
#include "tests/bench/survival/simclock.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace latchkey::survival
{

// When some other client renews, as a plain policy. It sees the claims of the pair and the clock.
class Schedule
{
public:
    virtual ~Schedule() = default;

    [[nodiscard]] virtual QString name() const = 0;
    // How long from now; 0 or less: at once. None: the clock alone never renews.
    [[nodiscard]] virtual std::optional<Milliseconds>
    nextIn(const Claims &access, const Claims &refresh, const SimClock &clock) const = 0;
    // Does it hold the access token for dead, so that nothing is sent with it?
    [[nodiscard]] virtual bool holdsForDead(const Claims &token, const SimClock &clock) const = 0;
    // Does it look at the refresh token's claims too?
    [[nodiscard]] virtual bool readsRefreshToken() const { return false; }
    [[nodiscard]] virtual bool renewsBeforeGap() const { return false; }
    [[nodiscard]] virtual bool renewsWhileClosed() const { return false; }
};

// The five that the README compares with, from their published numbers: a lead before the access
// token's end of max(10 s, 5 % of its life), of 60 s and of 300 s; only when the server says 401;
// at half of the access token's life.
[[nodiscard]] std::vector<std::unique_ptr<Schedule>> publishedSchedules();

} // namespace latchkey::survival
