#pragma once

#include "tests/bench/survival/runner.h"

#include <QString>

#include <vector>

namespace latchkey::survival
{

struct Row { // one pattern
    QString pattern;
    Outcome app;
    Outcome clairvoyant;
    std::vector<Outcome> others; // in the order of `otherNames`
};

// Markdown, as it can stand in the README.
[[nodiscard]] QString promptTable(const std::vector<Row> &rows, const QStringList &otherNames);
[[nodiscard]] QString phaseTable(const std::vector<Row> &rows, const QStringList &otherNames);

// Where a goal is missed, one line each.
[[nodiscard]] QStringList missedGoals(const std::vector<Row> &rows);

} // namespace latchkey::survival
