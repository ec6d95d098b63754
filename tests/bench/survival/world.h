#pragma once

#include "app/base/clock.h"

#include <QString>

#include <vector>

namespace latchkey::survival
{

// Everything that happens to a computer and its network in the simulated time, fixed beforehand.
// All moments are true time since the simulation began, which no clock setting moves.

enum class GapKind {
    Asleep, // suspended, with a word of warning
    Off, // quit in good order, then the machine is switched off
    Closed, // quit in good order; the machine goes on
    Killed, // the program dies without a word; the machine goes on
    PowerCut, // both die without a word
};

struct Span {
    Milliseconds begin{0};
    Milliseconds end{0};
};

// A time in which the program cannot run.
struct Gap {
    GapKind kind;
    Span span;
    Milliseconds networkDelay{0}; // after its end, until the network is there again
};

struct ClockSetting {
    Milliseconds at{0};
    Milliseconds error{0}; // from then on: the wall clock minus true time
};

// What becomes of a request that leaves at some moment.
enum class Weather {
    Fine,
    NoNetwork, // on this computer
    Refused,
    Reset, // before the server saw it
    CutAnswer, // the server has acted
    Silent,
    BadGateway, // 502 with a page of HTML
    ServerFault, // 500
    Overloaded, // 503 with Retry-After
};

struct World {
    QString name;
    quint64 seed = 0;
    Milliseconds length{0};
    std::vector<Gap> gaps; // in order, apart
    std::vector<ClockSetting> clockSettings; // in order
    std::vector<Milliseconds> uses; // the person comes to the window after a while, in order
    std::vector<Span> outages; // of the server, in order
    // Of `latchkey --renew`, by the system's timer, in order; it runs only while the window is
    // closed. None: it is switched off.
    std::vector<Milliseconds> renewalRuns;
    double failingShare = 0; // of the requests at other times

    [[nodiscard]] Weather weatherAt(Milliseconds moment) const;
    // From sending to the server, and the same back.
    [[nodiscard]] Milliseconds wayAt(Milliseconds moment) const;
    [[nodiscard]] const Gap *gapAt(Milliseconds moment) const; // null: the program can run
    [[nodiscard]] const Span *outageAt(Milliseconds moment) const; // null: the server works
};

} // namespace latchkey::survival
