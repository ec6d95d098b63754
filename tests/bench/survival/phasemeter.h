#pragma once

#include "tests/bench/survival/client.h"

#include <map>

namespace latchkey::survival
{

// How long a client was in each phase.
class PhaseMeter
{
public:
    // From `now` on it is `phase`. Moments must not go back.
    void note(Milliseconds now, Phase phase);

    // Of the time in which the program ran on a machine that was awake.
    [[nodiscard]] double share(Phase phase) const;
    [[nodiscard]] double runningShare() const; // of all the time

private:
    std::map<Phase, Milliseconds> m_spent;
    Milliseconds m_since{0};
    Phase m_phase = Phase::NotRunning;
};

} // namespace latchkey::survival
