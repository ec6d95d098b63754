#pragma once

#include "app/base/clock.h"

#include <QDateTime>
#include <QString>

namespace latchkey
{

// Times as a person reads them, by the system's locale. All of them pure.

// "14:02".
[[nodiscard]] QString timeText(const QDateTime &moment);
// "14:02" today, else with its date: "21 December 2026, 09:00".
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now);
// The same in less room: "21/12/2026 09:00".
[[nodiscard]] QString briefMomentText(const QDateTime &moment, const QDateTime &now);
// "21 December 2026, 09:00", whatever day it is.
[[nodiscard]] QString dateAndTimeText(const QDateTime &moment);
// "12 March 2025", without the day of the week.
[[nodiscard]] QString dateText(const QDateTime &moment);
// "just now", "6 minutes ago", "2 days ago"; beyond 60 days the date.
[[nodiscard]] QString agoText(const QDateTime &moment, const QDateTime &now);
// "19 d 13 h", "1 h 2 min", "45 s": the two largest units.
[[nodiscard]] QString spanText(Milliseconds span);
// How far one clock is from another, in the unit that tells it best: "+0.4 s", "\u22123 h", "+2 d".
[[nodiscard]] QString offsetText(Milliseconds offset);
inline constexpr Milliseconds mostMinutes = std::chrono::minutes(90); // more is told in hours
// Before there was this program: the clock of whoever says so is not set.
[[nodiscard]] bool isAbsurd(WallTime time);
// ISO 8601 with the offset, for tooltips.
[[nodiscard]] QString isoText(const QDateTime &moment);

[[nodiscard]] QDateTime localTime(WallTime time);

} // namespace latchkey
