#include "app/sleepwatcher.h"

#include <QMetaMethod>

namespace latchkey
{

// Signals last: a slot may delete the watcher.
void SleepWatcher::onPrepareForSleep(bool goingToSleep)
{
    if (!goingToSleep) {
        m_goingToSleep = false;
        hold();
        emit resumed();
        return;
    }
    if (m_goingToSleep)
        return; // told twice
    m_goingToSleep = true;
    if (!isSignalConnected(QMetaMethod::fromSignal(&SleepWatcher::aboutToSleep)))
        letGo(); // nobody would answer, and the machine would wait for nothing
    emit aboutToSleep();
}

void SleepWatcher::readyToSleep()
{
    if (m_goingToSleep)
        letGo();
}

} // namespace latchkey
