#pragma once

#include "app/renewaltimer.h"
#include "app/session/session.h"
#include "ui/mainwindow.h"

namespace latchkey
{

// Keeps the timer that renews sessions while the window is closed in step with what the profiles
// want: it runs as long as any of them wants it and has a session in the keychain. Asks nothing
// before the settings page is opened or this profile wants it and something changes for it; a start
// changes nothing.
class RenewalDesk final : public QObject
{
    Q_OBJECT
public:
    struct Parts { // all must outlive it
        MainWindow &window;
        Session &session;
        Preferences &preferences;
        RenewalTimer &timer;
    };
    // The other profiles' settings lie beside `settingsFile`. Make it when the window's settings
    // have found their way into the preferences: it listens to the same signal.
    RenewalDesk(const Parts &parts, const QString &settingsFile);

private:
    void settingsShown();
    void settingsChanged(bool wanted);
    void followSessions();
    void switchOn(bool isJustTicked);
    void takeBack(); // the tick
    void tell(RenewalTimerState state);

    Parts m_parts;
    QString m_folder;
    bool m_wanted; // by this profile
    bool m_hasSessions; // this profile
};

} // namespace latchkey
