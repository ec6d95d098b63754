#include "app/base/systemclock.h"

#include <ctime>

namespace latchkey
{

// macOS names them the other way round: CLOCK_MONOTONIC counts sleep, CLOCK_UPTIME_RAW does not.
Milliseconds SystemClock::sinceBoot() const
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return std::chrono::floor<Milliseconds>(std::chrono::seconds(now.tv_sec)
                                            + std::chrono::nanoseconds(now.tv_nsec));
}

} // namespace latchkey
