#pragma once

#include "tests/bench/survival/runner.h"

#include <QString>

#include <vector>

namespace latchkey::survival
{

struct Row { // one pattern
    QString pattern;
    quint64 seed = 0;
    Outcome app;
    Outcome clairvoyant;
    std::vector<Outcome> others; // in the order of `otherNames`
};

// The same pattern by several seeds, as one row: of the seed with the most prompts above the
// clairvoyant's, or else the most prompts. The numbers that have a limit, and the renewals, are the
// highest of all seeds. `rows` must not be empty.
[[nodiscard]] Row worstOf(const std::vector<Row> &rows);

// Markdown, as it can stand in the README.
[[nodiscard]] QString promptTable(const std::vector<Row> &rows, const QStringList &otherNames);
[[nodiscard]] QString phaseTable(const std::vector<Row> &rows, const QStringList &otherNames);

// Where a goal is missed, one line each. "flaky nights" may cost one prompt more than a clairvoyant
// needs: a renewal before the sleep that is not answered in time, and then one that fails too.
[[nodiscard]] QStringList missedGoals(const std::vector<Row> &rows);

} // namespace latchkey::survival
