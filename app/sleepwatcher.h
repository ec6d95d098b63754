#pragma once

#include "app/base/clock.h"

#include <QObject>
#include <QString>

#include <memory>

namespace latchkey
{

// Tells when the machine goes to sleep, early enough to send one last request, and when it is back.
// A convenience: where there is nothing to ask, it stays silent, and the session learns of a sleep
// from its clocks. GUI thread only; nothing here ever waits.
//
// sleepwatcher_linux.cpp: systemd-logind's delay inhibitor (also elogind's).
// sleepwatcher_windows.cpp: powrprof's callback; sleepwatcher_macos.cpp: IOKit. Both not run here.
// sleepwatcher_other.cpp: never says anything.
class SleepWatcher final : public QObject
{
    Q_OBJECT
public:
    // Costs nothing. `busAddress`: the D-Bus bus that logind is on; empty: the system's.
    explicit SleepWatcher(const QString &busAddress = {}, QObject *parent = nullptr);
    // Lets the machine sleep, if it is waiting for us.
    ~SleepWatcher() override;

    // Begins to watch; may be called again. Call it after the first picture: on Linux connecting
    // to the system bus takes up to 3 ms (qt-notes 5).
    void start();
    // The answer to aboutToSleep(): now the machine may sleep. At other times it does nothing.
    void readyToSleep();
    // How long the platform waits for the answer before it sleeps all the same. On Linux it is
    // logind's InhibitDelayMaxSec, once that is known.
    [[nodiscard]] Milliseconds limit() const;

signals:
    // The machine is about to sleep and waits for readyToSleep(), at most for limit(). Not at all
    // where no inhibitor was to be had: answer all the same. Once for each sleep.
    void aboutToSleep();
    // It is awake again. Comes also for a sleep of which aboutToSleep() did not tell.
    void resumed();

private slots:
    // From the platform's half. A slot by name: QDBusConnection::connect() takes nothing else.
    void onPrepareForSleep(bool goingToSleep);

private:
    struct Private; // the platform's
    void hold(); // makes the platform wait for us before the next sleep
    void letGo(); // the opposite; may be called twice

    std::unique_ptr<Private> d;
    bool m_goingToSleep = false;
};

} // namespace latchkey
