#pragma once

#include "tests/gui/looks.h"
#include "tests/gui/screens.h"

namespace latchkey::test
{

// The rows of a data-driven check: the column "screen" and a row named after each; with looks the
// column "look" too, and a row for every pair.
void addScreenRows(const QList<Screen> &screens);
void addScreenRows(const QList<Screen> &screens, const QList<Look> &looks);

// The three schemes at the usual size.
[[nodiscard]] QList<Look> schemeLooks();

} // namespace latchkey::test
