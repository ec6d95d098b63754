#include "tests/bench/survival/clairvoyant.h"

#include <algorithm>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds Step = 1s; // the network's luck changes no faster
constexpr Milliseconds RoundTrip = 1s; // at most, in fine weather

Milliseconds timeLeft(const Claims &token, const SimClock &clock)
{
    return *token.expiry - clock.truth().time_since_epoch();
}

} // namespace

Clairvoyant::Clairvoyant(const World &world)
    : m_world(world)
{
}

const Gap *Clairvoyant::gapAt(Milliseconds moment) const
{
    const Gap *gap = m_world.gapAt(moment);
    return gap && gap->kind == GapKind::Closed && renewsWhileClosed() ? nullptr : gap;
}

bool Clairvoyant::canRenewAt(Milliseconds moment) const
{
    return !gapAt(moment) && !gapAt(moment + RoundTrip)
        && m_world.weatherAt(moment) == Weather::Fine;
}

std::optional<Milliseconds> Clairvoyant::nextIn(const Claims &, const Claims &refresh,
                                                const SimClock &clock) const
{
    const Milliseconds left = timeLeft(refresh, clock) - RoundTrip;
    // On whole steps of true time, where the luck of a step is asked for.
    const Milliseconds now = clock.now();
    Milliseconds moment = (now + left) / Step * Step;
    while (moment > now - Step) {
        if (const Gap *gap = gapAt(moment))
            moment = gap->span.begin / Step * Step - Step;
        else if (const Span *outage = m_world.outageAt(moment))
            moment = outage->begin / Step * Step - Step;
        else if (canRenewAt(moment))
            return std::max(moment - now, 0ms);
        else
            moment -= Step;
    }
    return std::nullopt;
}

bool Clairvoyant::holdsForDead(const Claims &token, const SimClock &clock) const
{
    return timeLeft(token, clock) <= 0ms;
}

} // namespace latchkey::survival
