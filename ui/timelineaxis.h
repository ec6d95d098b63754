#pragma once

#include "ui/timelinemodel.h"

#include <QList>
#include <QString>

namespace latchkey
{

// The stretch of time that the timeline shows, and where its ticks are. All of it pure, and left to
// right in every language: time runs to the right (screens.md T23).

enum class TimelineZoom { Fit, Hour, Day };

struct TimelineRange {
    WallTime from;
    WallTime to;

    [[nodiscard]] double share(WallTime moment) const // 0 at `from`, 1 at `to`
    {
        return double((moment - from).count()) / double(std::max<qint64>((to - from).count(), 1));
    }
    [[nodiscard]] bool holds(WallTime moment) const { return moment >= from && moment <= to; }
};

// Fit: from the session's start to the end of the life that dies first, with some room; the other
// life too, unless it lasts so much longer that the first would shrink to a dot. Hour and Day: so
// much, with now in the middle.
[[nodiscard]] TimelineRange timelineRange(TimelineZoom zoom, const TimelineModel &model);

struct TimelineTick {
    WallTime at;
    QString label; // "15:00", or the day at midnight: "24 Nov"
};
// On round moments of the local time, at most `most` of them.
[[nodiscard]] QList<TimelineTick> timelineTicks(const TimelineRange &range, int most);

} // namespace latchkey
