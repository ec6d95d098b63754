#include "tests/bench/survival/runner.h"

#include "tests/bench/survival/appclient.h"
#include "tests/bench/survival/person.h"
#include "tests/bench/survival/plainclient.h"

#include <algorithm>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds SleepPatience = 5s; // logind's InhibitDelayMaxSec
constexpr Milliseconds QuitPatience = 10s; // for a renewal that is sent (scenario 72)

struct Event {
    enum class Kind { GapBegins, GapEnds, NetworkReturns, ClockIsSet, Use, RenewalRun };
    Milliseconds at;
    Kind kind;
    const Gap *gap = nullptr;
    Milliseconds clockError{0};
};

std::vector<Event> eventsOf(const World &world)
{
    std::vector<Event> events;
    for (const Gap &gap : world.gaps) {
        events.push_back({gap.span.begin, Event::Kind::GapBegins, &gap});
        events.push_back({gap.span.end, Event::Kind::GapEnds, &gap});
        if (gap.networkDelay > 0ms)
            events.push_back({gap.span.end + gap.networkDelay, Event::Kind::NetworkReturns, &gap});
    }
    for (const ClockSetting &setting : world.clockSettings)
        events.push_back({setting.at, Event::Kind::ClockIsSet, nullptr, setting.error});
    for (const Milliseconds use : world.uses)
        events.push_back({use, Event::Kind::Use});
    for (const Milliseconds run : world.renewalRuns)
        events.push_back({run, Event::Kind::RenewalRun});
    std::stable_sort(events.begin(), events.end(),
                     [](const Event &a, const Event &b) { return a.at < b.at; });
    return events;
}

// Drives one client through one world.
class Life
{
public:
    Life(const World &world, SimClock &clock, VirtualNetwork &network, Client &client)
        : m_world(world)
        , m_clock(clock)
        , m_network(network)
        , m_client(client)
        , m_person(clock, client)
    {
        client.onChange = [this] { changed(); };
    }

    void run()
    {
        m_client.start();
        for (const Event &event : eventsOf(m_world)) {
            if (event.at >= m_world.length)
                break;
            passTimeUntil(event.at);
            happen(event);
        }
        passTimeUntil(m_world.length);
        m_meter.note(m_clock.now(), Phase::NotRunning);
    }

    [[nodiscard]] int prompts() const { return m_person.prompts(); }
    [[nodiscard]] const PhaseMeter &phases() const { return m_meter; }

private:
    void changed()
    {
        m_meter.note(m_clock.now(), m_gap ? Phase::NotRunning : m_client.phase());
        if (!m_gap)
            m_person.look();
    }

    void passTimeUntil(Milliseconds moment)
    {
        if (!m_gap)
            return m_clock.advanceTo(moment);
        switch (m_gap->kind) {
        case GapKind::Asleep:
            return m_clock.stayAsleepUntil(moment);
        case GapKind::Off:
        case GapKind::PowerCut:
            return m_clock.stayOffUntil(moment);
        case GapKind::Closed:
        case GapKind::Killed:
            return m_clock.advanceTo(moment);
        }
    }

    void happen(const Event &event)
    {
        switch (event.kind) {
        case Event::Kind::GapBegins:
            return beginGap(*event.gap);
        case Event::Kind::GapEnds:
            return endGap();
        case Event::Kind::NetworkReturns:
            if (!m_gap)
                m_client.reconnected();
            break;
        case Event::Kind::ClockIsSet: // nobody tells the program
            m_clock.setError(event.clockError);
            break;
        case Event::Kind::Use:
            if (!m_gap)
                m_client.used();
            break;
        case Event::Kind::RenewalRun: // it leaves a running program's session alone
            if (m_gap && m_gap->kind == GapKind::Closed)
                m_client.renewWhileClosed();
            break;
        }
    }

    void beginGap(const Gap &gap)
    {
        const bool quits = gap.kind == GapKind::Off || gap.kind == GapKind::Closed;
        if (quits)
            m_person.lookAway(); // the window goes at once
        if (quits || gap.kind == GapKind::Asleep) {
            const Milliseconds patience
                = gap.kind == GapKind::Asleep ? SleepPatience : QuitPatience;
            m_client.prepareForGap(gap.kind, patience);
            m_clock.advanceTo(gap.span.begin + patience,
                              [this] { return m_client.isReadyForGap(); });
        }
        m_gap = &gap;
        m_person.lookAway();
        if (gap.kind == GapKind::Closed) {
            m_client.close();
            drainEvents();
        } else if (gap.kind != GapKind::Asleep) {
            m_client.stop();
            m_network.dropEverything();
            drainEvents();
        }
        changed();
    }

    void endGap()
    {
        const bool slept = m_gap->kind == GapKind::Asleep;
        m_gap = nullptr;
        if (slept)
            m_client.resumed();
        else
            m_client.start();
        changed();
    }

    const World &m_world;
    SimClock &m_clock;
    VirtualNetwork &m_network;
    Client &m_client;
    Person m_person;
    PhaseMeter m_meter;
    const Gap *m_gap = nullptr; // the one we are in
};

// The parts below a client, and its life among them.
template <typename MakeClient>
Outcome live(const World &world, const MakeClient &makeClient)
{
    SimClock clock;
    VirtualServer server;
    VirtualNetwork network(world, clock, server);
    const auto client = makeClient(clock, network);
    Life life(world, clock, network, *client);
    life.run();
    client->onChange = [] {};
    client->stop();
    network.dropEverything();
    drainEvents();
    return {life.prompts(), server.renewals(), server.busiestDay(), network.deadTokenRequests(),
            life.phases()};
}

} // namespace

Outcome runApp(const World &world)
{
    return live(world, [&](SimClock &clock, VirtualNetwork &network) {
        return std::make_unique<AppClient>(world.seed, clock, network);
    });
}

Outcome runSchedule(const World &world, const Schedule &schedule)
{
    return live(world, [&](SimClock &clock, VirtualNetwork &network) {
        return std::make_unique<PlainClient>(schedule, clock, network);
    });
}

} // namespace latchkey::survival
