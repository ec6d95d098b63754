#include "app/renewaldesk.h"

#include "app/store/profiles.h"

#include <QFileInfo>

namespace latchkey
{

RenewalDesk::RenewalDesk(const Parts &parts, const QString &settingsFile)
    : m_parts(parts)
    , m_folder(QFileInfo(settingsFile).absolutePath())
    , m_wanted(parts.preferences.settings().renewWhileClosed)
    , m_hasSessions(parts.preferences.hasStoredSessions())
{
    connect(&parts.window, &MainWindow::settingsShown, this, &RenewalDesk::settingsShown);
    connect(&parts.window, &MainWindow::settingsChanged, this,
            [this](const Settings &settings) { settingsChanged(settings.renewWhileClosed); });
    connect(&parts.session, &Session::changed, this, &RenewalDesk::followSessions);
    connect(&parts.session, &Session::signedOut, this, &RenewalDesk::followSessions);
}

// A timer that somebody switched off behind a tick's back is switched on again with it in sight.
void RenewalDesk::settingsShown()
{
    if (!m_parts.preferences.automaticRenewal())
        return tell(RenewalTimerState::NoAutomaticRenewal);
    m_parts.timer.look(this, [this](RenewalTimerState state) {
        if (state == RenewalTimerState::Off && m_wanted && anyProfileRenewsWhileClosed(m_folder))
            switchOn(false);
        else
            tell(state);
    });
}

// What counts for the timer is in the files by now. Without a session there is nothing to run it
// for, until somebody signs in.
void RenewalDesk::settingsChanged(bool wanted)
{
    if (std::exchange(m_wanted, wanted) == wanted)
        return;
    if (wanted && !m_parts.preferences.automaticRenewal()) {
        takeBack();
        return tell(RenewalTimerState::NoAutomaticRenewal);
    }
    const bool isOfUse = anyProfileRenewsWhileClosed(m_folder);
    if (wanted && isOfUse)
        switchOn(true);
    else if (!wanted && !isOfUse)
        m_parts.timer.switchOff(this, [](RenewalTimerState) {}); // else there is nothing to renew
}

void RenewalDesk::followSessions()
{
    const bool has = m_parts.preferences.hasStoredSessions();
    if (std::exchange(m_hasSessions, has) == has || !m_wanted)
        return;
    if (anyProfileRenewsWhileClosed(m_folder))
        switchOn(false);
    else
        m_parts.timer.switchOff(this, [](RenewalTimerState) {});
}

// A tick that could not be carried out is taken back: what is ticked is to be true. A wish of
// before stays one: this computer may be without a manager just now.
void RenewalDesk::switchOn(bool isJustTicked)
{
    m_parts.timer.switchOn(this, [this, isJustTicked](RenewalTimerState state) {
        if (isJustTicked && state != RenewalTimerState::On && m_wanted)
            takeBack();
        tell(state);
    });
}

void RenewalDesk::takeBack()
{
    m_wanted = false;
    Settings settings = m_parts.preferences.settings();
    settings.renewWhileClosed = false;
    m_parts.preferences.setSettings(settings);
}

void RenewalDesk::tell(RenewalTimerState state)
{
    m_parts.window.showRenewalTimer(state, m_wanted);
}

} // namespace latchkey
