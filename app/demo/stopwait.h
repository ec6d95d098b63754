#pragma once

namespace latchkey::demo
{

// Lets the waiting happen in one thread only: call it before any thread is started.
void catchStopSignals();

// Returns when the program is asked to end: by SIGINT, SIGTERM or SIGHUP (Ctrl+C on Windows), or,
// with `untilStdinCloses`, when standard input ends. The kernel closes that pipe even if the parent
// at its other end was killed, which no message of the parent's could guarantee.
void waitForStop(bool untilStdinCloses);

} // namespace latchkey::demo
