#pragma once

#include "tests/rules/sourcetree.h"

namespace latchkey::rules
{

// The top level is fixed: what topLevelNames() gives must be on the list, and what must be there
// is.
Findings strangersAtTheTop(const QStringList &names);

// README names each room that holds sources, with its path.
Findings roomsMissingInReadme(const SourceFiles &files);

// LICENSE is MIT's text with a holder.
Findings licenseFaults(const SourceFiles &files);

} // namespace latchkey::rules
