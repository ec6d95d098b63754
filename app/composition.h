#pragma once

#include "app/api/apiclient.h"
#include "app/api/avatarloader.h"
#include "app/base/clock.h"
#include "app/demodesk.h"
#include "app/demoprocess.h"
#include "app/desktophabits.h"
#include "app/diagnosticsdesk.h"
#include "app/occasions.h"
#include "app/options.h"
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
    };
    Composition(const Options &options, const QString &settingsFile, const Edges &edges);
    ~Composition() override;

    // Shows the window and begins: with the demo server if --demo, else with the chosen server.
    void start();
    // As start(), with a demo server that somebody else runs.
    void startWithDemo(const ServerAddress &address);
    // Closes the window; finished() follows within a second.
    void quit();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Session &session() { return *m_session; }

signals:
    void finished(); // nothing is under way any more: end the program

private:
    void openLastServer();
    void wireWindow();
    void wearSettings(const Settings &settings);
    void wireServers();
    void startDemo();
    void useDemo(const ServerAddress &address);
    void tellDemoAccount(const SessionStatus &status);
    void chooseServer(const ServerAddress &address);
    void useServer(const ServerAddress &address);
    void showProblem();
    void finishSoon();
    void finishWhenSaved();

    Options m_options;
    std::unique_ptr<Clock> m_ownClock;
    Clock &m_clock;
    std::unique_ptr<HttpEdge> m_ownHttp;
    HttpEdge &m_http;
    std::unique_ptr<SecretStore> m_ownStore;
    SecretStore &m_store;
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
    bool m_demoAwaited = false; // a person waits for the demo server
    std::unique_ptr<QObject> m_avatarCall; // context of the newest picture; deleting it cancels
    std::unique_ptr<QObject> m_testCall; // of the newest test of a connection
    std::unique_ptr<Timer> m_grace;
    bool m_tellDemoAccount = false;
};

} // namespace latchkey
