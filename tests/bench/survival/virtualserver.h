#pragma once

#include "app/api/httpedge.h"

#include <vector>

namespace latchkey::survival
{

// The API as api.md has it: 20 d / 10 h, no rotation, its own clock is right. Counts what the table
// tells.
class VirtualServer
{
public:
    // `at`: the server's time when the request arrives.
    [[nodiscard]] HttpReply answer(const HttpRequest &request, WallTime at);

    // Does it carry a token that is dead at `at`?
    [[nodiscard]] static bool bearsDeadToken(const HttpRequest &request, WallTime at);

    [[nodiscard]] int renewals() const { return static_cast<int>(m_renewals.size()); }
    [[nodiscard]] int busiestDay() const; // the most renewals in any 24 hours

private:
    HttpReply pair(WallTime at);

    std::vector<WallTime> m_renewals;
    int m_serial = 0;
};

} // namespace latchkey::survival
