#pragma once

#include <QObject>

#include <functional>

namespace latchkey
{

// Calls `quit` on `context`'s thread whenever the system asks the program to end: SIGTERM, SIGINT
// and SIGHUP where there are such. For as long as `context` lives; one context per process.
void onEndSignal(QObject *context, std::function<void()> quit);

} // namespace latchkey
