#include "app/occasions.h"

#include "app/session/session.h"

#include <QGuiApplication>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds AfterFirstPicture = 300ms;
constexpr Milliseconds SleepMargin = 500ms; // of the time the platform waits for us

} // namespace

Occasions::Occasions(Session &session, Clock &clock)
    : m_session(session)
    , m_clock(clock)
    , m_network(clock)
    , m_start(clock.makeTimer([this] {
        m_sleep.start();
        m_network.start();
    }))
{
    connect(&m_sleep, &SleepWatcher::aboutToSleep, this, &Occasions::aboutToSleep);
    connect(&m_sleep, &SleepWatcher::resumed, &m_session, &Session::resumed);
    connect(&m_network, &NetworkWatcher::reconnected, &m_session, &Session::reconnected);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            &Occasions::applicationStateChanged);
}

void Occasions::start()
{
    m_start->start(AfterFirstPicture);
}

void Occasions::aboutToSleep()
{
    m_session.prepareForGap(Cause::Suspend, std::max(m_sleep.limit() - SleepMargin, SleepMargin),
                            this, [this] { m_sleep.readyToSleep(); });
}

void Occasions::applicationStateChanged(Qt::ApplicationState state)
{
    const Milliseconds now = m_clock.sinceBoot();
    if (state != Qt::ApplicationActive) {
        m_inactiveSince = m_inactiveSince.value_or(now);
        return;
    }
    if (m_inactiveSince)
        m_session.activated(now - *m_inactiveSince);
    m_inactiveSince.reset();
}

} // namespace latchkey
