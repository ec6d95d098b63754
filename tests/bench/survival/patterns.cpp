#include "tests/bench/survival/patterns.h"

#include "tests/bench/survival/dice.h"

#include <algorithm>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds Day = 24h;
constexpr Milliseconds Week = 7 * Day;

// Nobody presses the same key at the same second each day.
constexpr Milliseconds Slack = 20min;

constexpr quint64 TimerSubject = 301;

// The simulation begins on a Monday at 9 o'clock, with the program being started.

void everyDay(World &world, Dice &dice, GapKind kind, Milliseconds from, Milliseconds length)
{
    for (Milliseconds day{0}; day + from < world.length; day += Day) {
        const Milliseconds begin = day + from + dice.between(-Slack, Slack);
        const Milliseconds end = day + from + length + dice.between(-Slack, Slack);
        world.gaps.push_back({kind, {begin, end}});
    }
}

void alwaysOn(World &, Dice &) { }

void asleepAtNight(World &world, Dice &dice)
{
    everyDay(world, dice, GapKind::Asleep, 14h, 8h); // 23:00 to 7:00
}

void officeHours(World &world, Dice &dice)
{
    everyDay(world, dice, GapKind::Off, 9h, 15h); // 18:00 to 9:00
}

// An office computer that is never switched off. The window is closed at 18:00, on some evenings as
// late as half past ten, and on Fridays for the weekend; it is opened at 8:00.
void closedAtNight(World &world, Dice &dice)
{
    constexpr double lateEvenings = 0.25;
    constexpr int friday = 4;
    int weekday = 0;
    for (Milliseconds day{0}; day + 9h < world.length; day += Day, weekday = (weekday + 1) % 7) {
        if (weekday > friday)
            continue;
        const Milliseconds close = dice.next() < lateEvenings ? 13h + 30min : 9h;
        const Milliseconds open = weekday == friday ? 3 * Day - 1h : Day - 1h;
        world.gaps.push_back({GapKind::Closed,
                              {day + close + dice.between(-Slack, Slack),
                               day + open + dice.between(-Slack, Slack)}});
    }
}

// As packaging/linux/latchkey-renew.timer has it: each full hour, and up to ten minutes more. The
// computer is on all the time, so it never has one to catch up with.
void closedAtNightWithTimer(World &world, Dice &dice)
{
    closedAtNight(world, dice);
    Dice delay(world.seed, TimerSubject);
    for (Milliseconds hour{0}; hour < world.length; hour += 1h)
        world.renewalRuns.push_back(hour + delay.between(0min, 10min));
}

void lid(World &world, Dice &dice)
{
    for (Milliseconds at = dice.minutesToHours(2min, 4h); at < world.length;) {
        const Milliseconds end = at + dice.minutesToHours(1min, 12h);
        world.gaps.push_back({GapKind::Asleep, {at, end}});
        at = end + dice.minutesToHours(2min, 4h);
    }
}

void weekendsAway(World &world, Dice &dice)
{
    constexpr Milliseconds friday = 4 * Day + 8h; // 17:00
    for (Milliseconds week{0}; week + friday < world.length; week += Week) {
        const Milliseconds begin = week + friday + dice.between(-Slack, Slack);
        const GapKind kind = dice.next() < 0.5 ? GapKind::Asleep : GapKind::Off;
        world.gaps.push_back({kind, {begin, begin + 64h + dice.between(-Slack, Slack)}});
    }
}

void flakyNetwork(World &world, Dice &)
{
    world.failingShare = 0.20;
}

void flakyNights(World &world, Dice &dice)
{
    asleepAtNight(world, dice);
    world.failingShare = 0.20;
}

void serverOutages(World &world, Dice &dice)
{
    for (Milliseconds at = dice.minutesToHours(1h, 4 * Day); at < world.length;) {
        const Milliseconds end = at + dice.minutesToHours(2min, 6h);
        world.outages.push_back({at, end});
        at = end + dice.minutesToHours(1h, 4 * Day);
    }
}

// Off at night, for longer than a refresh token lives or not, and the clock is set whenever it
// likes: while the program runs, and while the machine is off (another system was started).
void clockJumps(World &world, Dice &dice)
{
    for (Milliseconds day{0}; day < world.length; day += Day) {
        const Milliseconds begin = day + 9h + dice.between(0h, 4h);
        world.gaps.push_back({GapKind::Off, {begin, begin + dice.between(4h, 14h)}});
    }
    for (Milliseconds at = dice.minutesToHours(1h, 2 * Day); at < world.length;) {
        const Milliseconds by = dice.minutesToHours(2min, 24h);
        world.clockSettings.push_back({at, dice.next() < 0.5 ? by : -by});
        at += dice.minutesToHours(5min, 20h);
        world.clockSettings.push_back({at, 0ms});
        at += dice.minutesToHours(1h, 2 * Day);
    }
}

void killedAtRandom(World &world, Dice &dice)
{
    for (Milliseconds at = dice.minutesToHours(10min, Day); at < world.length;) {
        const GapKind kind = dice.next() < 0.5 ? GapKind::Killed : GapKind::PowerCut;
        const Milliseconds end = at + dice.minutesToHours(2min, 7h);
        world.gaps.push_back({kind, {at, end}});
        at = end + dice.minutesToHours(10min, Day);
    }
}

struct Pattern {
    QString name;
    quint64 subject; // of its chance: the same one makes the same gaps
    void (*fill)(World &, Dice &);
};

std::vector<Pattern> patterns()
{
    return {{QStringLiteral("always on"), 1, alwaysOn},
            {QStringLiteral("asleep 8 h a night"), 2, asleepAtNight},
            {QStringLiteral("office hours, off 15 h"), 3, officeHours},
            {QStringLiteral("window closed at night"), 11, closedAtNight},
            {QStringLiteral("closed, with --renew"), 11, closedAtNightWithTimer},
            {QStringLiteral("lid opened and shut"), 4, lid},
            {QStringLiteral("weekends away"), 5, weekendsAway},
            {QStringLiteral("flaky network, 20 %"), 6, flakyNetwork},
            {QStringLiteral("server outages"), 7, serverOutages},
            {QStringLiteral("clock jumps"), 8, clockJumps},
            {QStringLiteral("killed at random"), 9, killedAtRandom},
            {QStringLiteral("flaky nights"), 10, flakyNights}};
}

bool staysOn(GapKind kind)
{
    return kind == GapKind::Killed || kind == GapKind::Closed;
}

// About six times a day, but only when somebody can sit there.
void addUses(World &world, Dice &dice)
{
    for (Milliseconds at = dice.between(0h, 8h); at < world.length; at += dice.between(10min, 8h)) {
        if (!world.gapAt(at))
            world.uses.push_back(at);
    }
}

} // namespace

QStringList patternNames()
{
    QStringList names;
    for (const Pattern &pattern : patterns())
        names.append(pattern.name);
    return names;
}

World makeWorld(const QString &name, quint64 seed, int days)
{
    World world;
    world.name = name;
    world.seed = seed;
    world.length = days * Day;
    for (const Pattern &pattern : patterns()) {
        if (pattern.name != name)
            continue;
        Dice dice(seed, pattern.subject);
        pattern.fill(world, dice);
        for (Gap &gap : world.gaps) // the network comes a little after the machine
            gap.networkDelay = staysOn(gap.kind) ? 0ms : dice.between(1s, 8s);
        addUses(world, dice);
    }
    return world;
}

} // namespace latchkey::survival
