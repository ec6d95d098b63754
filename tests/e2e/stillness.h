#pragma once

namespace latchkey::test
{

// Would nothing but time, or another process, bring this program on? Asked of what really happens
// and not of a clock: the caller's event loop has nothing to do, every other thread sleeps and has
// not run meanwhile, and no TCP socket of ours holds a byte or a connection that its other end, or
// its owner, has not taken yet. Works the caller's event loop until it is empty; for the main
// thread. False may be wrong for a moment (a thread happened to wake up): ask again.
//
// On Linux. Elsewhere nobody can be asked, and five seconds without an event have to do.
[[nodiscard]] bool isStill();

} // namespace latchkey::test
