#pragma once

#include "tests/bench/survival/world.h"

#include <QStringList>

namespace latchkey::survival
{

// The usage patterns, in the table's order; with the extras also those that are harder than what
// the table promises.
[[nodiscard]] QStringList patternNames(bool extras = false);

// `name` must be one of patternNames(true). The same arguments make the same world.
[[nodiscard]] World makeWorld(const QString &name, quint64 seed, int days);

} // namespace latchkey::survival
