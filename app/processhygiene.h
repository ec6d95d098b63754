#pragma once

#include <QString>
#include <QStringList>

namespace latchkey
{

// Core dumps and debuggers of the same user. LATCHKEY_HARDENED is CMake's option: off in a debug
// build, which is there to be debugged, and with the sanitizers, which look at their own process.
enum class Dumps { Allowed, Forbidden };
#ifdef LATCHKEY_HARDENED
inline constexpr Dumps dumpsInThisBuild = Dumps::Forbidden;
#else
inline constexpr Dumps dumpsInThisBuild = Dumps::Allowed;
#endif

// First thing in main, before any secret exists: private file modes (umask 077) and, if so asked,
// no core dumps and no debugger of the same user (security.md M1, D1). Never fails; what the system
// refuses is logged.
void hardenProcess(Dumps dumps);

// Why no window can be opened, in one line for the person; empty if one can. Asked before
// QApplication, which would abort (qt-notes P16).
[[nodiscard]] QString missingDisplay(const QStringList &arguments);

// Leaves the folder the program was started in, so that nothing is ever loaded from it (I5).
void leaveWorkingFolder();

} // namespace latchkey
