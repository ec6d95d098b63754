#pragma once

#include <QByteArrayView>

#include <functional>

namespace latchkey::demo
{

// Lets the waiting happen in one thread only: call it before any thread is started.
void catchStopSignals();

// Returns when the program is asked to end: by SIGINT, SIGTERM or SIGHUP (Ctrl+C on Windows), or,
// if there is an `onInput`, when standard input ends. The kernel closes that pipe even if the
// parent at its other end was killed, which no message of the parent's could guarantee. `onInput`
// gets what is read until then, a piece at a time, on a thread of our choosing.
void waitForStop(const std::function<void(QByteArrayView bytes)> &onInput);

} // namespace latchkey::demo
