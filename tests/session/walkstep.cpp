#include "tests/session/walkstep.h"

#include <array>
#include <ostream>

namespace latchkey::test
{

namespace
{

using namespace std::chrono_literals;
using Op = Step::Op;

struct Kind {
    Op op;
    const char *name;
    int weight;
};

// Answers and small steps of the clock are most of life; the rest is what must not break it.
constexpr std::array Kinds{
    Kind{Op::World, "World", 0},
    Kind{Op::SignIn, "SignIn", 10},
    Kind{Op::CancelSignIn, "CancelSignIn", 2},
    Kind{Op::SignOut, "SignOut", 3},
    Kind{Op::ReloadProfile, "ReloadProfile", 8},
    Kind{Op::RenewNow, "RenewNow", 10},
    Kind{Op::Occasion, "Occasion", 8},
    Kind{Op::LookAtClocks, "LookAtClocks", 3},
    Kind{Op::Settings, "Settings", 2},
    Kind{Op::OpenKeychain, "OpenKeychain", 4},
    Kind{Op::WithoutKeychain, "WithoutKeychain", 1},
    Kind{Op::UseServer, "UseServer", 1},
    Kind{Op::Trap, "Trap", 4},
    Kind{Op::Serve, "Serve", 4},
    Kind{Op::Answer, "Answer", 18},
    Kind{Op::AnswerHonestly, "AnswerHonestly", 22},
    Kind{Op::Advance, "Advance", 24},
    Kind{Op::Sleep, "Sleep", 6},
    Kind{Op::SetClock, "SetClock", 2},
    Kind{Op::Kill, "Kill", 3},
    Kind{Op::StoreMode, "StoreMode", 7},
    Kind{Op::StoreState, "StoreState", 4},
    Kind{Op::StoreRelease, "StoreRelease", 12},
    Kind{Op::OtherProcess, "OtherProcess", 2},
    Kind{Op::Calm, "Calm", 3},
};

constexpr int totalWeight()
{
    int sum = 0;
    for (const Kind &kind : Kinds)
        sum += kind.weight;
    return sum;
}

template <std::size_t size>
Milliseconds pick(const std::array<Milliseconds, size> &choices, quint16 b)
{
    return choices.at(b % size);
}

} // namespace

Step stepFrom(quint64 random)
{
    int place = static_cast<int>(random % totalWeight());
    Step step;
    step.a = static_cast<quint8>(random >> 40);
    step.b = static_cast<quint16>(random >> 48);
    for (const Kind &kind : Kinds) {
        step.op = kind.op;
        place -= kind.weight;
        if (place < 0)
            break;
    }
    return step;
}

Milliseconds advanceOf(const Step &step)
{
    static constexpr std::array<Milliseconds, 18> Choices{
        0ms, 1ms, 100ms, 999ms, 1s, 2s, 2s, 5s, 5s, 10s, 29s, 31s, 1min, 1min, 5min, 20min, 1h, 3h};
    return pick(Choices, step.b);
}

Milliseconds sleepOf(const Step &step)
{
    static constexpr std::array<Milliseconds, 10> Choices{
        3s, 1min, 10min, 1h, 8h, 11h, 3 * 24h, 19 * 24h, 21 * 24h, 30 * 24h};
    return pick(Choices, step.b);
}

Milliseconds jumpOf(const Step &step)
{
    static constexpr std::array<Milliseconds, 5> Choices{5s, 1h, 24h, 15 * 24h, 40 * 24h};
    return step.a % 2 ? pick(Choices, step.b) : -pick(Choices, step.b);
}

void showValue(const Step &step, std::ostream &out)
{
    const char *name = "";
    for (const Kind &kind : Kinds) {
        if (kind.op == step.op)
            name = kind.name;
    }
    out << "\n  " << name << ' ' << int{step.a} << ' ' << int{step.b};
}

} // namespace latchkey::test
