#pragma once

#include "tests/rules/sourcetree.h"

namespace latchkey::rules
{

// Every QLabel in a form says that it is plain text: Qt would otherwise guess from what a server
// sent (U1).
Findings guessingLabelsInForms(const SourceFiles &files);

// The same for labels and message boxes made in code, counted per class (header and source
// together): as many setTextFormat(Qt::PlainText) as places that make one. A helper that makes them
// counts once.
Findings guessingLabelsInCode(const SourceFiles &files);

// One source sets what every request must carry (N2, N4, N5, N8), and only that one makes requests.
Findings scatteredRequests(const SourceFiles &files);

} // namespace latchkey::rules
