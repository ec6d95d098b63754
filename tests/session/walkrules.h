#pragma once

#include "app/session/sessionstate.h"
#include "tests/session/walkverdicts.h"

namespace latchkey::test
{

// May the state change like that, for that reason? Written from session.md, not from the code.
[[nodiscard]] bool isLegal(const Transition &step);

// What the API must have said before a session with these tokens may end for that reason: nothing
// but the API ends one, and never by one answer. Empty: it has said it.
[[nodiscard]] QString unspokenFor(EndReason reason, const WalkVerdicts &verdicts,
                                  const QByteArray &access, const QByteArray &refresh);

} // namespace latchkey::test
