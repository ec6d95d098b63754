#include "tests/bench/survival/appclient.h"

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

constexpr quint64 AppSubject = 201;
constexpr Milliseconds QuitGrace = 800ms; // as app/composition.cpp has it

Phase phaseOf(SessionState state)
{
    switch (state) {
    case SessionState::Starting:
    case SessionState::WaitingForKeychain:
    case SessionState::Restoring:
        return Phase::Starting;
    case SessionState::SigningIn:
        return Phase::SigningIn;
    case SessionState::SignedIn:
    case SessionState::Renewing:
        return Phase::Renewable;
    case SessionState::NotRenewable:
        return Phase::NotRenewable;
    case SessionState::SignedOut:
    case SessionState::Ended:
        return Phase::AskingForPassword;
    }
    return Phase::NotRunning;
}

ServerAddress address()
{
    return *ServerAddress::parse(QStringLiteral("https://api.example.com/v1"));
}

} // namespace

AppClient::Program::Program(const QString &preferencesFile, AppClient &owner)
    : preferences(preferencesFile)
    , api(owner.m_network, owner.m_clock)
    , session({api, owner.m_store, preferences, owner.m_clock, owner.m_folder.path(),
               [&owner] { return owner.m_chance.next(); }},
              QStringLiteral("default"))
{
}

AppClient::AppClient(quint64 seed, SimClock &clock, VirtualNetwork &network)
    : m_clock(clock)
    , m_network(network)
    , m_chance(seed, AppSubject)
{
}

void AppClient::start()
{
    m_program = std::make_unique<Program>(preferencesFile(), *this);
    QObject::connect(&m_program->session, &Session::changed, &m_program->context,
                     [this](const SessionStatus &status) { sessionChanged(status.state); });
    m_program->session.useServer(address(), false);
}

void AppClient::stop()
{
    m_program.reset();
    m_phase = Phase::NotRunning;
}

void AppClient::renewWhileClosed()
{
    m_renewal = std::make_unique<RenewalRun>(
        RenewalRun::Computer{m_network, m_store, m_clock, preferencesFile(), m_folder.path(),
                             [this] { return m_chance.next(); }});
}

void AppClient::prepareForGap(GapKind kind, Milliseconds patience)
{
    m_readyForGap = false;
    const auto ready = [this] { m_readyForGap = true; };
    if (kind == GapKind::Off || kind == GapKind::Closed)
        m_program->session.prepareForEnd({.usual = QuitGrace, .committed = patience},
                                         &m_program->context, ready);
    else
        m_program->session.prepareForGap(Cause::Suspend, patience, &m_program->context, ready);
}

void AppClient::resumed()
{
    m_program->session.resumed();
}

void AppClient::reconnected()
{
    m_program->session.reconnected();
}

void AppClient::used()
{
    m_program->session.activated();
    m_program->session.reloadProfile();
}

void AppClient::signIn()
{
    m_program->session.signIn({QStringLiteral("john@mail.com"), Secret(QByteArrayView("changeme"))},
                              true);
}

void AppClient::sessionChanged(SessionState state)
{
    m_phase = phaseOf(state);
    onChange();
}

} // namespace latchkey::survival
