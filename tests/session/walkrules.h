#pragma once

#include "app/session/sessionstate.h"

namespace latchkey::test
{

// May the state change like that, for that reason? Written from session.md, not from the code.
[[nodiscard]] bool isLegal(const Transition &step);

} // namespace latchkey::test
