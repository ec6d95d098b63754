#pragma once

#include "app/base/clock.h"

#include <iosfwd>
#include <vector>

namespace latchkey::test
{

// One event of a random walk, as data: `a` and `b` choose among its variants, and any values are
// legal, so that a failing walk can be shortened by leaving steps out.
struct Step {
    enum class Op : quint8 {
        World, // lives, rotation and clocks of this walk; only the first step counts
        SignIn,
        CancelSignIn,
        SignOut,
        ReloadProfile,
        RenewNow,
        Occasion,
        LookAtClocks,
        Settings,
        OpenKeychain,
        WithoutKeychain,
        UseServer,
        Trap, // the next signal of one kind calls a verb from its slot
        Serve, // the server answers by itself, or waits for Answer
        Answer, // one pending request, with any kind of reply
        AnswerHonestly,
        Advance,
        Sleep,
        SetClock,
        Kill,
        StoreMode,
        StoreState,
        StoreRelease,
        OtherProcess,
        Calm, // everything heals; then nothing may be left undone
    };
    Op op = Op::Calm;
    quint8 a = 0;
    quint16 b = 0;
};

using Walk = std::vector<Step>;

[[nodiscard]] Step stepFrom(quint64 random);
[[nodiscard]] Milliseconds advanceOf(const Step &step);
[[nodiscard]] Milliseconds sleepOf(const Step &step);
[[nodiscard]] Milliseconds jumpOf(const Step &step);

// Found by RapidCheck, which prints the walk that failed.
void showValue(const Step &step, std::ostream &out);

} // namespace latchkey::test
