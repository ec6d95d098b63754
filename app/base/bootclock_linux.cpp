#include "app/base/systemclock.h"

#include <ctime>

namespace latchkey
{

Milliseconds SystemClock::sinceBoot() const
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::floor<Milliseconds>(std::chrono::seconds(now.tv_sec)
                                            + std::chrono::nanoseconds(now.tv_nsec));
}

} // namespace latchkey
