#pragma once

#include <QLibrary>

namespace latchkey
{

// Sets `function` to the one of that name in the system's library `file` (lib`file`.so.0), which
// stays loaded. Null if either is missing, and then `table.isWhole` is false: only some systems
// have them. `table`: a struct of such functions.
template <typename Table, typename Function>
void resolve(Table &table, const char *file, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(QLibrary::resolve(QString::fromLatin1(file), 0, name));
    table.isWhole = table.isWhole && function;
}

} // namespace latchkey
