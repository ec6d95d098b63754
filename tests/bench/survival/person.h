#pragma once

#include "tests/bench/survival/client.h"
#include "tests/bench/survival/simclock.h"

#include <memory>

namespace latchkey::survival
{

// Types the password when a program asks for it, and never unasked: half a minute after it appears,
// whenever the machine is on, and again if the network was in the way.
class Person
{
public:
    Person(SimClock &clock, Client &client);

    void look(); // something on the screen may have changed
    void lookAway(); // the machine is off or asleep

    // How often a password was asked for. Several tries at one sign-in are one.
    [[nodiscard]] int prompts() const { return m_prompts; }

private:
    Client &m_client;
    std::unique_ptr<Timer> m_typing;
    int m_prompts = 0;
    bool m_asked = false; // and not signed in since
};

} // namespace latchkey::survival
