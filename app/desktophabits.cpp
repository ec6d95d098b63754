#include "app/desktophabits.h"

#include "app/store/preferences.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QWidget>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds AfterFirstPicture = 300ms;

DesktopScheme fromRemembered(LastColourScheme scheme)
{
    switch (scheme) {
    case LastColourScheme::Unknown:
        return DesktopScheme::NoWish;
    case LastColourScheme::Dark:
        return DesktopScheme::Dark;
    case LastColourScheme::Light:
        return DesktopScheme::Light;
    }
    return DesktopScheme::NoWish;
}

LastColourScheme toRemember(DesktopScheme scheme)
{
    switch (scheme) {
    case DesktopScheme::NoWish:
        return LastColourScheme::Unknown;
    case DesktopScheme::Dark:
        return LastColourScheme::Dark;
    case DesktopScheme::Light:
        return LastColourScheme::Light;
    }
    return LastColourScheme::Unknown;
}

} // namespace

DesktopHabits::DesktopHabits(Look &look, Preferences &preferences, Clock &clock)
    : m_look(look)
    , m_preferences(preferences)
    , m_start(clock.makeTimer([this] { m_settings.start(); }))
    , m_scheme(fromRemembered(preferences.lastColourScheme()))
{
    DesktopSettings::settleMotion();
    m_look.setDesktop(m_scheme, m_highContrast);
    connect(&m_settings, &DesktopSettings::motionChanged, this, &DesktopHabits::followMotion);
    connect(&m_settings, &DesktopSettings::schemeChanged, this, &DesktopHabits::followScheme);
    connect(&m_settings, &DesktopSettings::contrastChanged, this, [this](bool high) {
        m_highContrast = high;
        m_look.setDesktop(m_scheme, m_highContrast);
    });
}

void DesktopHabits::serve(MainWindow &window)
{
    connect(&window, &MainWindow::sessionEndedUnseen, this, [this](const Message &message) {
        m_notifier.show({message.headline, message.body, actionText(MessageAction::SignIn)});
    });
    connect(&window, &MainWindow::sessionEndSeen, &m_notifier, &Notifier::withdraw);
    connect(&m_notifier, &Notifier::activated, &window, &MainWindow::bringToFront);
}

void DesktopHabits::start()
{
    m_start->start(AfterFirstPicture);
}

void DesktopHabits::followMotion(bool wanted)
{
    if (QApplication::isEffectEnabled(Qt::UI_General) == wanted)
        return;
    QApplication::setEffectEnabled(Qt::UI_General, wanted);
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        widget->update(); // Qt has no event for it: what moves looks again when it paints
}

void DesktopHabits::followScheme(DesktopScheme scheme)
{
    m_scheme = scheme;
    m_look.setDesktop(m_scheme, m_highContrast);
    m_preferences.setLastColourScheme(toRemember(scheme));
}

} // namespace latchkey
