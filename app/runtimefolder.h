#pragma once

#include <QString>

namespace latchkey
{

// A folder for sockets that only this user can enter: "latchkey" below $XDG_RUNTIME_DIR, made 0700.
// Empty if there is no such place that is really ours and private; /tmp is never used (security.md
// I1, qt-notes P11).
[[nodiscard]] QString privateRuntimeFolder();

} // namespace latchkey
