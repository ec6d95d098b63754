#pragma once

#include "app/api/apiclient.h"
#include "app/api/avatarloader.h"
#include "app/avatardesk.h"
#include "app/base/clock.h"
#include "app/demodesk.h"
#include "app/demoprocess.h"
#include "app/desktophabits.h"
#include "app/diagnosticsdesk.h"
#include "app/occasions.h"
#include "app/options.h"
#include "app/renewaldesk.h"
#include "app/session/session.h"
#include "app/store/preferences.h"
#include "app/store/secretstore.h"
#include "ui/appearance.h"
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QObject>

#include <memory>

namespace latchkey
{

// Creates, wires and owns every long-lived object of one run of the program. Nothing finds another
// by a global.
class Composition final : public QObject
{
    Q_OBJECT
public:
    // What touches the world. Null: the real one is made. Given ones must outlive the composition.
    struct Edges {
        Clock *clock = nullptr;
        HttpEdge *http = nullptr;
        SecretStore *store = nullptr;
        RenewalTimer *renewalTimer = nullptr;
    };
    Composition(const Options &options, const QString &settingsFile, const Edges &edges);
    ~Composition() override;

    // Shows the window and begins: with the demo server if --demo, else with the chosen server.
    void start();
    // As start(), with a demo server that somebody else runs.
    void startWithDemo(const ServerAddress &address);
    // Closes the window, as a person does. finished() follows within a second, or within ten if a
    // renewal's request has left.
    void quit();
    // The system wants the program to end: finished() follows within a second in any case.
    void endSoon();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Session &session() { return *m_session; }

signals:
    void leaving(); // the window goes: whoever starts the program now starts another
    void finished(); // nothing is under way any more: end the program

private:
    void openLastServer();
    void wireWindow();
    void wearSettings(const Settings &settings);
    void wireServers();
    void startDemo();
    void useDemo(const ServerAddress &address);
    void giveUpDemo();
    void followSession(const SessionStatus &status);
    void tellDemoAccount(const SessionStatus &status);
    void chooseServer(const ServerAddress &address);
    void useServer(const ServerAddress &address);
    void showProblem();
    void leave();
    void finish();

    Options m_options;
    std::unique_ptr<Clock> m_ownClock;
    Clock &m_clock;
    std::unique_ptr<HttpEdge> m_ownHttp;
    HttpEdge &m_http;
    std::unique_ptr<SecretStore> m_ownStore;
    SecretStore &m_store;
    std::unique_ptr<RenewalTimer> m_ownRenewalTimer;
    RenewalTimer &m_renewalTimer;
    Preferences m_preferences;
    Language m_language;
    Look m_look;
    ApiClient m_api;
    AvatarLoader m_avatars;
    DemoProcess m_demo;
    std::unique_ptr<Session> m_session;
    Occasions m_occasions;
    DesktopHabits m_habits;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<DiagnosticsDesk> m_diagnostics;
    std::unique_ptr<DemoDesk> m_demoDesk;
    std::unique_ptr<AvatarDesk> m_avatarDesk;
    std::unique_ptr<RenewalDesk> m_renewalDesk;
    bool m_demoAwaited = false; // a person waits for the demo server
    std::unique_ptr<QObject> m_testCall; // of the newest test of a connection
    std::unique_ptr<Timer> m_grace; // the longest that the end may take
    bool m_isLeaving = false;
    bool m_isHurried = false; // the system wants the end
    bool m_isFinished = false;
    bool m_tellDemoAccount = false;
};

} // namespace latchkey
