#include "app/composition.h"

#include "app/api/qnamedge.h"
#include "app/base/systemclock.h"
#include "app/store/keychainstore.h"
#include "app/store/memorystore.h"

#include <QDesktopServices>
#include <QFileInfo>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

// How long a last renewal and its write to the keychain may hold up the end of the program, whose
// window is gone by then (scenario 53): within a second all is over.
constexpr Milliseconds QuitGrace = 800ms;
constexpr Milliseconds SignalGrace = 600ms; // the process is to be gone within a second
// One whose request has left: its pair may be the only one that the server still knows (72).
constexpr Milliseconds SentGrace = 10s;

// Public knowledge: the demo server prints them too (api.md).
const QString DemoEmail = QStringLiteral("john@mail.com");
const QString DemoPassword = QStringLiteral("changeme");

template <typename T, typename Make>
std::unique_ptr<T> madeUnless(const T *given, const Make &make)
{
    return given ? nullptr : std::unique_ptr<T>(make());
}

SecretStore *makeStore(bool noKeychain, Clock &clock)
{
    if (noKeychain)
        return new MemoryStore;
    return new KeychainStore(clock);
}

MainWindow::Values remembered(const Preferences &preferences)
{
    MainWindow::Values values;
    values.geometry = preferences.windowGeometry();
    values.maximised = preferences.windowMaximised();
    values.email = preferences.email();
    values.settings = preferences.settings();
    values.factoryServer = FactoryServer.toString();
    values.idleSignOut = std::chrono::minutes(preferences.idleSignOutMinutes());
    return values;
}

} // namespace

Composition::Composition(const Options &options, const QString &settingsFile, const Edges &edges)
    : m_options(options)
    , m_ownClock(madeUnless<Clock>(edges.clock, [] { return new SystemClock; }))
    , m_clock(edges.clock ? *edges.clock : *m_ownClock)
    , m_ownHttp(madeUnless<HttpEdge>(edges.http, [this] { return new QnamEdge(m_clock); }))
    , m_http(edges.http ? *edges.http : *m_ownHttp)
    , m_ownStore(madeUnless<SecretStore>(
          edges.store, [this] { return makeStore(m_options.noKeychain, m_clock); }))
    , m_store(edges.store ? *edges.store : *m_ownStore)
    , m_ownRenewalTimer(madeUnless<RenewalTimer>(edges.renewalTimer,
                                                 [this] { return new RenewalTimer(m_clock); }))
    , m_renewalTimer(edges.renewalTimer ? *edges.renewalTimer : *m_ownRenewalTimer)
    , m_preferences(settingsFile)
    , m_api(m_http, m_clock)
    , m_avatars(m_http, m_clock)
    , m_demo(m_clock)
    , m_session(std::make_unique<Session>(Session::Parts{m_api, m_store, m_preferences, m_clock,
                                                         QFileInfo(settingsFile).absolutePath()},
                                          options.profile))
    , m_occasions(*m_session, m_clock)
    , m_habits(m_look, m_preferences, m_clock)
    , m_grace(m_clock.makeTimer([this] { finish(); }))
{
    wearSettings(m_preferences.settings());
    m_session->setRenewalSettings({.usedShare = m_preferences.renewAtPercent() / 100.0,
                                   .lead = {},
                                   .automatic = m_preferences.automaticRenewal()});
    if (!m_options.demo)
        openLastServer(); // the keychain answers while the window is being made
    m_window = std::make_unique<MainWindow>(*m_session, m_clock, remembered(m_preferences));
    wireWindow();
    wireServers();
    m_habits.serve(*m_window);
    m_avatarDesk
        = std::make_unique<AvatarDesk>(AvatarDesk::Parts{*m_window, *m_session, m_avatars});
    m_demoDesk = std::make_unique<DemoDesk>(DemoDesk::Parts{*m_window, *m_session, m_demo});
    m_diagnostics = std::make_unique<DiagnosticsDesk>(
        DiagnosticsDesk::Parts{*m_window, *m_session, m_preferences, {m_api, m_store, m_clock}},
        settingsFile);
    m_renewalDesk = std::make_unique<RenewalDesk>(
        RenewalDesk::Parts{*m_window, *m_session, m_preferences, m_renewalTimer}, settingsFile);
}

Composition::~Composition() = default;

void Composition::wireWindow()
{
    MainWindow *window = m_window.get();
    connect(window, &MainWindow::settingsChanged, this, [this](const Settings &settings) {
        wearSettings(settings);
        m_preferences.setSettings(settings);
        showProblem();
    });
    connect(window, &MainWindow::browserRequested, this, [](const QUrl &url) {
        if (url.scheme() == u"https") // the only thing this program ever hands to another (I6)
            QDesktopServices::openUrl(url);
    });
    connect(window, &MainWindow::closing, this, [this](const QRect &geometry, bool maximised) {
        m_preferences.setWindowGeometry(geometry, maximised);
        leave();
    });
}

// Costs nothing where all is as the system has it: a start must not wait for it.
void Composition::wearSettings(const Settings &settings)
{
    m_language.apply(settings.language);
    m_look.setAppearance(settings.appearance);
    m_look.setTextPercent(settings.textPercent);
    m_http.useProxy(settings.proxy);
}

void Composition::wireServers()
{
    connect(m_window.get(), &MainWindow::serverChosen, this, &Composition::chooseServer);
    connect(m_window.get(), &MainWindow::connectionTestRequested, this,
            [this](const ServerAddress &server) {
                m_testCall = std::make_unique<QObject>(); // nobody waits for an earlier answer
                m_api.probe(server, m_testCall.get(), [this](const Result<bool> &result) {
                    m_window->showConnectionTest(result ? std::nullopt
                                                        : std::optional(result.error()));
                });
            });
    connect(m_window.get(), &MainWindow::demoRequested, this, &Composition::startDemo);
    connect(m_session.get(), &Session::changed, this, &Composition::followSession);
    connect(&m_demo, &DemoProcess::ready, this, [this](const ServerAddress &address) {
        if (!std::exchange(m_demoAwaited, false))
            return;
        m_window->setDemoStarting(false);
        useDemo(address);
    });
    connect(&m_demo, &DemoProcess::failed, this, [this](const QString &reason) {
        const bool awaited = std::exchange(m_demoAwaited, false);
        m_window->setDemoStarting(false);
        if (awaited || m_session->server() == m_demo.address()) // else nobody is there any more
            m_window->showDemoFailed(reason);
        if (m_session->server().isEmpty()) // --demo has nothing else to show
            chooseServer(*ServerAddress::parse(FactoryServer.toString()));
    });
}

void Composition::followSession(const SessionStatus &status)
{
    if (status.state == SessionState::SigningIn)
        giveUpDemo();
    tellDemoAccount(status);
}

// Whoever signs in or chooses a server meanwhile is not taken away from there when it is ready.
void Composition::giveUpDemo()
{
    if (std::exchange(m_demoAwaited, false))
        m_window->setDemoStarting(false);
}

// The account is news for whoever meets the sign-in form, which comes when the keychain has
// answered.
void Composition::tellDemoAccount(const SessionStatus &status)
{
    if (!m_tellDemoAccount || status.state == SessionState::Starting)
        return;
    m_tellDemoAccount = false;
    if (status.state == SessionState::SignedOut && m_session->isDemo())
        m_window->showDemoAccount(DemoEmail, DemoPassword);
}

void Composition::openLastServer()
{
    if (m_options.server)
        return useServer(*m_options.server);
    const QString last = m_preferences.server();
    const auto address = ServerAddress::parse(last.isEmpty() ? FactoryServer.toString() : last);
    m_session->useServer(address ? *address : *ServerAddress::parse(FactoryServer.toString()),
                         false);
}

void Composition::startDemo()
{
    m_demoAwaited = true;
    m_window->setDemoStarting(true);
    m_demo.start();
}

void Composition::start()
{
    if (m_options.demo)
        startDemo();
    m_window->show();
    m_occasions.start();
    m_habits.start();
    showProblem();
}

void Composition::startWithDemo(const ServerAddress &address)
{
    m_window->show();
    m_occasions.start();
    m_habits.start();
    useDemo(address);
}

void Composition::useDemo(const ServerAddress &address)
{
    m_tellDemoAccount = true;
    // Not remembered: the next run's demo server lives at another address.
    m_session->useServer(address, true);
}

void Composition::chooseServer(const ServerAddress &address)
{
    giveUpDemo();
    if (m_session->isDemo() && address == m_session->server())
        return; // under its own address too it is the demo server
    useServer(address);
    showProblem();
}

void Composition::useServer(const ServerAddress &address)
{
    const bool factory = address.toString() == FactoryServer;
    const QString kept = factory ? QString() : address.toString();
    if (m_preferences.server() != kept) // --server at each start: it would wait for the disk
        m_preferences.setServer(kept);
    m_session->useServer(address, false);
}

void Composition::showProblem()
{
    const SettingsProblem problem = m_preferences.problem();
    if (problem.kind != SettingsProblem::Kind::None)
        m_window->showProblem(problem);
}

void Composition::quit()
{
    m_window->close();
}

void Composition::endSoon()
{
    if (std::exchange(m_isHurried, true))
        return;
    if (!m_isLeaving)
        m_window->close();
    m_grace->start(SignalGrace);
}

void Composition::leave()
{
    if (std::exchange(m_isLeaving, true))
        return;
    emit leaving();
    m_avatarDesk.reset();
    m_testCall.reset();
    m_diagnostics.reset();
    disconnect(m_window.get(), nullptr, &m_habits, nullptr); // nobody is left to be told
    const Session::EndLimits limits = m_isHurried ? Session::EndLimits{SignalGrace, SignalGrace}
                                                  : Session::EndLimits{QuitGrace, SentGrace};
    m_grace->start(limits.committed);
    m_session->prepareForEnd(limits, this, [this] { finish(); });
}

void Composition::finish()
{
    if (!std::exchange(m_isFinished, true))
        emit finished();
}

} // namespace latchkey
