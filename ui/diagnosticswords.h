#pragma once

#include "app/inspect/diagnosticsfacts.h"
#include "ui/factstable.h"

namespace latchkey
{

// The facts of the diagnostics dialog in the program's language. All of it pure. What only support
// reads, such as the names of states, stays as it is in the report.

[[nodiscard]] QList<FactRow> programRows(const DiagnosticsFacts &facts);
[[nodiscard]] QList<FactRow> storeRows(const DiagnosticsFacts &facts);
[[nodiscard]] QList<FactRow> serverRows(const DiagnosticsFacts &facts);
[[nodiscard]] QList<FactRow> sessionRows(const DiagnosticsFacts &facts);
[[nodiscard]] QList<FactRow> licenceRows();

} // namespace latchkey
