// Not run here: written from the manual of IORegisterForSystemPower, and compiled against
// declarations copied from it only.
#include "app/base/logging.h"
#include "app/sleepwatcher.h"

#include <CoreFoundation/CoreFoundation.h>
#include <IOKit/IOMessage.h>
#include <IOKit/pwr_mgt/IOPMLib.h>
#include <optional>
#include <utility>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds Limit = 30s; // then the system sleeps without our answer

} // namespace

struct SleepWatcher::Private {
    static void onPowerEvent(void *context, io_service_t, natural_t type, void *argument);
    void allow(void *argument) { IOAllowPowerChange(root, reinterpret_cast<intptr_t>(argument)); }

    SleepWatcher *watcher = nullptr;
    io_connect_t root = MACH_PORT_NULL;
    IONotificationPortRef port = nullptr;
    io_object_t notifier = IO_OBJECT_NULL;
    std::optional<void *> unanswered; // the sleep that waits for us
};

// On the main thread: Qt's event loop there is the run loop that start() hands the port to.
void SleepWatcher::Private::onPowerEvent(void *context, io_service_t, natural_t type,
                                         void *argument)
{
    auto *d = static_cast<Private *>(context);
    if (type == kIOMessageCanSystemSleep) { // a vote on idle sleep: we have nothing against it
        d->allow(argument);
    } else if (type == kIOMessageSystemWillSleep) {
        d->unanswered = argument;
        d->watcher->onPrepareForSleep(true);
    } else if (type == kIOMessageSystemHasPoweredOn) {
        d->unanswered.reset(); // too late for an answer
        d->watcher->onPrepareForSleep(false);
    }
}

SleepWatcher::SleepWatcher(const QString &, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->watcher = this;
}

SleepWatcher::~SleepWatcher()
{
    letGo();
    if (d->root == MACH_PORT_NULL)
        return;
    CFRunLoopRemoveSource(CFRunLoopGetMain(), IONotificationPortGetRunLoopSource(d->port),
                          kCFRunLoopCommonModes);
    IODeregisterForSystemPower(&d->notifier);
    IOServiceClose(d->root);
    IONotificationPortDestroy(d->port);
}

Milliseconds SleepWatcher::limit() const
{
    return Limit;
}

void SleepWatcher::start()
{
    if (d->root != MACH_PORT_NULL)
        return;
    d->root = IORegisterForSystemPower(d.get(), &d->port, &Private::onPowerEvent, &d->notifier);
    if (d->root == MACH_PORT_NULL) {
        qCDebug(lcApp, "IOKit does not tell of sleep");
        return;
    }
    CFRunLoopAddSource(CFRunLoopGetMain(), IONotificationPortGetRunLoopSource(d->port),
                       kCFRunLoopCommonModes);
}

void SleepWatcher::hold() { } // every kIOMessageSystemWillSleep waits anew

void SleepWatcher::letGo()
{
    if (const auto argument = std::exchange(d->unanswered, std::nullopt))
        d->allow(*argument);
}

} // namespace latchkey
