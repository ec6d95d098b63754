#pragma once

#include "tests/rules/sourcetree.h"

namespace latchkey::rules
{

struct Function {
    QString name; // the end of its head, for a finding: "Session::signIn(Credentials credentials)"
    qsizetype position = 0;
    qsizetype lines = 0; // from the first line of its head to its closing brace
};

// Every function with a body, found by its braces; a lambda counts to the function it stands in.
QList<Function> functionsOf(const SourceFile &file);

Findings oversizedFiles(const SourceFiles &files);
Findings oversizedFunctions(const SourceFiles &files);

// The measures of README's "Numbers" in one line, to be read beside the limits.
QString sizeSummary(const SourceFiles &files);

} // namespace latchkey::rules
