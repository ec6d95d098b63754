#pragma once

#include "tests/bench/survival/schedule.h"
#include "tests/bench/survival/world.h"

namespace latchkey::survival
{

// Knows the whole world beforehand, and renews at the last moment at which that can succeed before
// the refresh token dies. Nobody gets along with fewer passwords: a session that was renewed later
// outlives every other one, whatever comes. Where our own sessions are renewed while the window is
// closed, it renews then as well, whenever it likes.
class Clairvoyant final : public Schedule
{
public:
    explicit Clairvoyant(const World &world);

    [[nodiscard]] QString name() const override { return QStringLiteral("clairvoyant"); }
    [[nodiscard]] std::optional<Milliseconds> nextIn(const Claims &access, const Claims &refresh,
                                                     const SimClock &clock) const override;
    [[nodiscard]] bool holdsForDead(const Claims &token, const SimClock &clock) const override;
    [[nodiscard]] bool readsRefreshToken() const override { return true; }
    [[nodiscard]] bool renewsBeforeGap() const override { return true; }
    [[nodiscard]] bool renewsWhileClosed() const override { return !m_world.renewalRuns.empty(); }

private:
    [[nodiscard]] const Gap *gapAt(Milliseconds moment) const; // null: it could renew
    [[nodiscard]] bool canRenewAt(Milliseconds moment) const;

    const World &m_world;
};

} // namespace latchkey::survival
