// Not run here: written from the manuals of PowerRegisterSuspendResumeNotification and
// PBT_APMSUSPEND, and compiled with MinGW only.
#include "app/base/logging.h"
#include "app/sleepwatcher.h"
#include "app/windowspower.h"

#include <QMutex>
#include <QSemaphore>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

// "Approximately two seconds", says the manual. Being cut off is no better than letting go.
constexpr Milliseconds Limit = 2s;

// Shared by the GUI thread and the thread on which Windows tells of the sleep. Windows sleeps when
// its callback returns, so that thread waits, and the GUI thread goes on with its event loop.
struct Gate {
    QMutex mutex;
    SleepWatcher *watcher = nullptr; // guarded by the mutex; null when it has gone
    QSemaphore answers;
};

} // namespace

struct SleepWatcher::Private {
    static ULONG CALLBACK onPowerEvent(PVOID context, ULONG type, PVOID);
    static void tell(Gate &gate, bool goingToSleep);

    // Never freed: the manual does not say that no callback runs after unregistering.
    Gate *gate = new Gate;
    HPOWERNOTIFY registration = nullptr;
};

void SleepWatcher::Private::tell(Gate &gate, bool goingToSleep)
{
    const QMutexLocker lock(&gate.mutex);
    if (SleepWatcher *watcher = gate.watcher) {
        QMetaObject::invokeMethod(
            watcher, [watcher, goingToSleep] { watcher->onPrepareForSleep(goingToSleep); },
            Qt::QueuedConnection);
    }
}

ULONG CALLBACK SleepWatcher::Private::onPowerEvent(PVOID context, ULONG type, PVOID)
{
    auto &gate = *static_cast<Gate *>(context);
    if (type == PBT_APMSUSPEND) {
        gate.answers.tryAcquire(gate.answers.available()); // left over from an earlier sleep
        tell(gate, true);
        gate.answers.tryAcquire(1, static_cast<int>(Limit.count()));
    } else if (type == PBT_APMRESUMEAUTOMATIC) { // comes after every sleep, RESUMESUSPEND does not
        tell(gate, false);
    }
    return ERROR_SUCCESS;
}

SleepWatcher::SleepWatcher(const QString &, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->gate->watcher = this;
}

SleepWatcher::~SleepWatcher()
{
    {
        const QMutexLocker lock(&d->gate->mutex);
        d->gate->watcher = nullptr;
    }
    letGo(); // before unregistering, which may wait for a callback that waits for us
    if (d->registration)
        PowerUnregisterSuspendResumeNotification(d->registration);
}

Milliseconds SleepWatcher::limit() const
{
    return Limit;
}

void SleepWatcher::start()
{
    if (d->registration)
        return;
    DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS parameters{};
    parameters.Callback = &Private::onPowerEvent;
    parameters.Context = d->gate;
    const DWORD error = PowerRegisterSuspendResumeNotification(DEVICE_NOTIFY_CALLBACK, &parameters,
                                                               &d->registration);
    if (error != ERROR_SUCCESS)
        qCDebug(lcApp, "Windows does not tell of sleep: error %lu", error);
}

void SleepWatcher::hold() { } // every PBT_APMSUSPEND waits anew

void SleepWatcher::letGo()
{
    d->gate->answers.release();
}

} // namespace latchkey
