#pragma once

#include "app/sleepwatcher.h"
#include "tests/e2e/mocklogind.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatebus.h"

#include <QSignalSpy>

namespace latchkey::test
{

// A started watcher with somebody who listens.
struct Watched {
    explicit Watched(const QString &bus = {})
        : watcher(bus)
    {
        watcher.start();
    }
    SleepWatcher watcher;
    QSignalSpy sleeps{&watcher, &SleepWatcher::aboutToSleep};
    QSignalSpy resumes{&watcher, &SleepWatcher::resumed};
};

// Everything that was under way between the watcher and logind has arrived and is dealt with. A bus
// keeps the order of each connection, so an answer of the bus itself comes after what went before.
inline void settleBus(const MockLogind &logind)
{
    for (int leg = 0; leg < 3; ++leg) { // question, answer, and what that led to
        roundTrip(QDBusConnection::systemBus());
        roundTrip(logind.connection());
        roundTrip(QDBusConnection::systemBus());
        settle();
    }
}

} // namespace latchkey::test
