#pragma once

#include "tests/bench/survival/world.h"

#include <QStringList>

namespace latchkey::survival
{

// The usage patterns, in the table's order.
[[nodiscard]] QStringList patternNames();

// `name` must be one of patternNames(). The same arguments make the same world.
[[nodiscard]] World makeWorld(const QString &name, quint64 seed, int days);

} // namespace latchkey::survival
