#include "app/base/systemclock.h"

#include <windows.h>

namespace latchkey
{

// GetTickCount64 goes on counting while the machine sleeps.
Milliseconds SystemClock::sinceBoot() const
{
    return Milliseconds(static_cast<qint64>(GetTickCount64()));
}

} // namespace latchkey
