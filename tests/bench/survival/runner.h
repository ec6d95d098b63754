#pragma once

#include "tests/bench/survival/phasemeter.h"
#include "tests/bench/survival/schedule.h"
#include "tests/bench/survival/world.h"

namespace latchkey::survival
{

struct Outcome {
    int prompts = 0; // the first sign-in counts
    int renewals = 0; // that the server has made
    int busiestDay = 0; // the most of them in any 24 hours
    int deadTokenRequests = 0;
    PhaseMeter phases;
};

// Lives through a world with the real session code.
[[nodiscard]] Outcome runApp(const World &world);
// The same with another schedule.
[[nodiscard]] Outcome runSchedule(const World &world, const Schedule &schedule);

} // namespace latchkey::survival
