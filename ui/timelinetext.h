#pragma once

#include "app/session/history.h"

#include <QDateTime>
#include <QString>

namespace latchkey
{

// The words of the timeline and of its table. All of it pure. `technical`: for QA, who reads
// "access token #3" where everybody else reads "Signed in" (screens.md, general rules).

[[nodiscard]] QString eventName(const SessionEvent &event);
// One letter or sign for the mark in the plot; its meaning is in the name.
[[nodiscard]] QString eventSign(SessionEvent::Kind kind);
// Something went wrong, or ended: the mark has another shape.
[[nodiscard]] bool isTrouble(SessionEvent::Kind kind);
// Somebody makes a fault on purpose, or takes it back: it has a third shape.
[[nodiscard]] bool isFault(SessionEvent::Kind kind);
// "HTTP 401", "8 h 2 min", "token pair #3": what there is to add to the name; may be empty.
[[nodiscard]] QString eventDetails(const SessionEvent &event, bool technical);
// "14:02, Renewal refused, HTTP 401".
[[nodiscard]] QString eventLine(const SessionEvent &event, const QDateTime &now, bool technical);

[[nodiscard]] QString accessName(int alias, bool technical); // of the life's bar and row
[[nodiscard]] QString refreshName(int alias, bool technical);

} // namespace latchkey
