#include "tests/bench/survival/world.h"

#include "tests/bench/survival/dice.h"

#include <algorithm>
#include <array>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds Slot = 1s; // of luck: a retry, 2 s later at the earliest, has its own
constexpr Milliseconds OutageSlot = 10min; // an outage shows one face for a while
constexpr quint64 LuckSubject = 101;
constexpr quint64 FaceSubject = 102;
constexpr quint64 OutageSubject = 103;
constexpr quint64 WaySubject = 104;

template <std::size_t N>
Weather pick(const std::array<Weather, N> &faces, double unit)
{
    return faces.at(static_cast<std::size_t>(unit * static_cast<double>(N)));
}

quint64 slotOf(Milliseconds moment, Milliseconds slot)
{
    return static_cast<quint64>(moment / slot);
}

} // namespace

Weather World::weatherAt(Milliseconds moment) const
{
    const auto next
        = std::upper_bound(gaps.begin(), gaps.end(), moment,
                           [](Milliseconds at, const Gap &gap) { return at < gap.span.end; });
    if (next != gaps.begin()) {
        const Gap &last = *std::prev(next);
        if (moment < last.span.end + last.networkDelay)
            return Weather::NoNetwork;
    }
    if (outageAt(moment)) {
        constexpr std::array faces{Weather::Refused, Weather::Silent, Weather::BadGateway,
                                   Weather::ServerFault, Weather::Overloaded};
        return pick(faces, Dice(seed, OutageSubject).at(slotOf(moment, OutageSlot)));
    }
    const quint64 slot = slotOf(moment, Slot);
    if (failingShare <= 0 || Dice(seed, LuckSubject).at(slot) >= failingShare)
        return Weather::Fine;
    constexpr std::array faces{Weather::Reset,      Weather::CutAnswer,   Weather::Silent,
                               Weather::BadGateway, Weather::ServerFault, Weather::Overloaded};
    return pick(faces, Dice(seed, FaceSubject).at(slot));
}

Milliseconds World::wayAt(Milliseconds moment) const
{
    constexpr Milliseconds Least = 20ms;
    constexpr Milliseconds Most = 300ms;
    const double unit = Dice(seed, WaySubject).at(slotOf(moment, Slot));
    return Least + Milliseconds(static_cast<qint64>(unit * (Most - Least).count()));
}

const Gap *World::gapAt(Milliseconds moment) const
{
    const auto gap
        = std::upper_bound(gaps.begin(), gaps.end(), moment,
                           [](Milliseconds at, const Gap &g) { return at < g.span.end; });
    return gap != gaps.end() && moment >= gap->span.begin ? &*gap : nullptr;
}

const Span *World::outageAt(Milliseconds moment) const
{
    const auto outage
        = std::upper_bound(outages.begin(), outages.end(), moment,
                           [](Milliseconds at, const Span &span) { return at < span.end; });
    return outage != outages.end() && moment >= outage->begin ? &*outage : nullptr;
}

} // namespace latchkey::survival
