#pragma once

#include "tests/session/walkserver.h"

namespace latchkey::test
{

// The end of the program, from its announcement to the end of the process.
class WalkEnd
{
public:
    void begin() { m_hasBegun = true; }
    // What is wrong with sending such a request now, empty: nothing. At most one renewal leaves.
    [[nodiscard]] QString problemWith(WalkServer::Call call);

private:
    bool m_hasBegun = false;
    int m_renewals = 0;
};

} // namespace latchkey::test
