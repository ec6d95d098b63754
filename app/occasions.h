#pragma once

#include "app/base/clock.h"
#include "app/networkwatcher.h"
#include "app/sleepwatcher.h"

#include <QObject>

#include <memory>
#include <optional>

namespace latchkey
{

class Session;

// Tells the session what the computer and the person are up to: sleep, network, a window that comes
// back after a long time (session.md, "When to renew" 3). `session` and `clock` must outlive it.
class Occasions final : public QObject
{
    Q_OBJECT
public:
    Occasions(Session &session, Clock &clock);
    void start(); // a moment later, when the first picture is out

private:
    void aboutToSleep();
    void applicationStateChanged(Qt::ApplicationState state);

    Session &m_session;
    Clock &m_clock;
    SleepWatcher m_sleep;
    NetworkWatcher m_network;
    std::unique_ptr<Timer> m_start;
    std::optional<Milliseconds> m_inactiveSince; // sinceBoot
};

} // namespace latchkey
