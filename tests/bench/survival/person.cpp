#include "tests/bench/survival/person.h"

namespace latchkey::survival
{

namespace
{

constexpr Milliseconds Typing = std::chrono::seconds(30);

} // namespace

Person::Person(SimClock &clock, Client &client)
    : m_client(client)
    , m_typing(clock.makeTimer([this] {
        if (m_client.phase() == Phase::AskingForPassword)
            m_client.signIn();
    }))
{
}

void Person::look()
{
    switch (m_client.phase()) {
    case Phase::NotRunning:
    case Phase::Starting:
    case Phase::SigningIn:
        return;
    case Phase::Renewable:
    case Phase::NotRenewable:
        m_asked = false;
        m_typing->stop();
        return;
    case Phase::AskingForPassword:
        break;
    }
    if (!m_asked)
        ++m_prompts;
    m_asked = true;
    if (!m_typing->isActive())
        m_typing->start(Typing);
}

void Person::lookAway()
{
    m_typing->stop();
}

} // namespace latchkey::survival
