#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace latchkey::demo
{

// What goes wrong on the way between a client and the server (qa.md F1, F4, F6 to F9). A fault
// strikes one exchange: a request and its reply.
struct Fault {
    enum class Kind {
        None,
        Reset, // RST: the connection is gone, and so is what was still on its way
        Cut, // FIN: nothing more comes, after what was said so far
        Hang, // the connection stays open and silent until the client leaves
        Drip, // the whole reply, `piece` bytes at a time with `wait` between
        Latency, // the whole reply, `wait` late
    };
    // Where Reset, Cut and Hang strike. Up to Request the server has seen nothing of the exchange;
    // from Reply on it has acted, and the client cannot know.
    enum class Point {
        Connect, // before anything is read
        Request, // the request has been read; it is not passed on
        Reply, // the server has answered; none of it is passed on
        Header, // half of the reply's head is passed on
        Body, // the head and half of the body are passed on
        End, // the whole reply is passed on
    };

    Kind kind = Kind::None;
    Point point = Point::Connect;
    Milliseconds wait{0};
    qsizetype piece = 1; // at least 1

    bool operator==(const Fault &) const = default;
};

// "reset at body", "drip 3 bytes per 100 ms": for logs and test output.
[[nodiscard]] QString describe(const Fault &fault);

// An exchange about to begin.
struct Exchange {
    int index = 0; // counts all exchanges of a proxy, from 0
    int connection = 0; // counts its connections, from 0
    int onConnection = 0; // counts the exchanges of this connection, from 0
};

// Chooses the fault of an exchange. Asked once for each: when its connection is accepted, or when
// the first byte comes on one that is kept alive.
using FaultPlan = std::function<Fault(const Exchange &)>;

// A plan that strikes `share` (0 .. 1) of all exchanges, with every kind equally often and every
// point equally often. The same seed gives the same faults in the same order, on every platform.
// Latency and drips range from unnoticeable to far beyond a client's patience of half a minute.
[[nodiscard]] FaultPlan seededFaults(quint32 seed, double share);

} // namespace latchkey::demo
