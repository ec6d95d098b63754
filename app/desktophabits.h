#pragma once

#include "app/base/clock.h"
#include "app/desktopsettings.h"
#include "app/notifier.h"

#include <QObject>

#include <memory>

namespace latchkey
{

class Look;
class MainWindow;
class Preferences;

// What makes the program at home in its desktop: it looks and moves as the person asked for
// everywhere, and tells through the desktop what its hidden window cannot. All given objects must
// outlive it.
class DesktopHabits final : public QObject
{
    Q_OBJECT
public:
    // Before the window is made: the last run's knowledge spares it a flash of the wrong colour.
    DesktopHabits(Look &look, Preferences &preferences, Clock &clock);

    void serve(MainWindow &window);
    void start(); // a moment later, when the first picture is out

private:
    void followMotion(bool wanted);
    void followScheme(DesktopScheme scheme);

    Look &m_look;
    Preferences &m_preferences;
    DesktopSettings m_settings;
    Notifier m_notifier;
    std::unique_ptr<Timer> m_start;
    DesktopScheme m_scheme;
    bool m_highContrast = false;
};

} // namespace latchkey
