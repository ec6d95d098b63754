#pragma once

#include "tests/rules/sourcetree.h"

namespace latchkey::rules
{

// Holds the table of tests/session/README.md to the tests: each of the scenarios 1 to 94 and 29b
// has one line, each line names tests ("file.cpp::name" in backticks), and each of them is there
// and bears its number: a function begins with s37, a data row with "37: ".
Findings scenariosWithoutATest(const SourceFiles &files);

} // namespace latchkey::rules
