#include "ui/timelineaxis.h"

#include "ui/timetext.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr int longerBy = 3; // times the shorter life: beyond that it runs off the edge
constexpr double roomBefore = 0.02;
constexpr double roomAfter = 0.08;
constexpr Milliseconds shortestRange = 1min;

constexpr std::chrono::seconds steps[]
    = {1s, 5s, 15s, 30s, 1min, 5min, 10min, 15min, 30min, 1h,    2h,
       3h, 6h, 12h, 24h, 48h,  168h, 336h,  720h,  2160h, 8760h, 43800h};
constexpr std::chrono::seconds day = 24h;
constexpr std::chrono::seconds season = 2160h;

// The day and the month, without the year and the day of the week: "24 Nov".
QString dayText(const QDate &date)
{
    static const QRegularExpression year(
        QStringLiteral("[\\s,.\u060c/-]*('[^']*'\\s*)?y+[^a-zA-Z']*"));
    static const QRegularExpression weekday(
        QStringLiteral("dddd?[,.\u060c]?\\s*(?=\\S)|[,.\u060c]?\\s*dddd?$"));
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    format.remove(weekday).remove(year).replace(QStringLiteral("MMMM"), QStringLiteral("MMM"));
    return QLocale().toString(date, format.trimmed());
}

QString labelOf(const QDateTime &moment, std::chrono::seconds step)
{
    if (step >= season)
        return QLocale().toString(moment.date(), QStringLiteral("MMM yyyy"));
    const bool midnight = moment.time() == QTime(0, 0);
    if (step >= day || (midnight && step >= 1h))
        return dayText(moment.date());
    if (step < 1min)
        return QLocale().toString(moment.time(), QStringLiteral("HH:mm:ss"));
    return timeText(moment);
}

TimelineRange fit(const TimelineModel &model)
{
    const WallTime now = model.now();
    TimelineRange range{now, now};
    for (const TimelineLife &life : model.lives())
        range.from = std::min(range.from, life.pieces.first().from);
    for (const SessionEvent &event : model.marks())
        range.from = std::min(range.from, event.at);
    QList<WallTime> ends;
    for (const TimelineLife &life : model.lives())
        ends += life.ended.value_or(life.expiry());
    std::sort(ends.begin(), ends.end());
    for (const WallTime end : std::as_const(ends)) {
        const Milliseconds sofar = range.to - range.from;
        const bool first = range.to == now && sofar < shortestRange;
        if (end > range.to && (first || end - range.from <= longerBy * sofar))
            range.to = end;
        else if (end > range.to && end == ends.first())
            range.to = end;
    }
    return range;
}

} // namespace

TimelineRange timelineRange(TimelineZoom zoom, const TimelineModel &model)
{
    const WallTime now = model.now();
    switch (zoom) {
    case TimelineZoom::Hour:
        return {now - 30min, now + 30min};
    case TimelineZoom::Day:
        return {now - 12h, now + 12h};
    case TimelineZoom::Fit:
        break;
    }
    TimelineRange range = fit(model);
    const Milliseconds length = std::max<Milliseconds>(range.to - range.from, shortestRange);
    const auto part
        = [length](double share) { return Milliseconds(qint64(double(length.count()) * share)); };
    return {range.from - part(roomBefore), range.from + length + part(roomAfter)};
}

QList<TimelineTick> timelineTicks(const TimelineRange &range, int most)
{
    const auto length = std::chrono::ceil<std::chrono::seconds>(range.to - range.from);
    const auto *step = std::find_if(std::begin(steps), std::end(steps), [&](auto candidate) {
        return length / candidate < std::max(most, 1);
    });
    if (step == std::end(steps))
        return {};
    QList<TimelineTick> ticks;
    const QDateTime from = localTime(range.from);
    QDateTime next = from.date().startOfDay();
    if (*step >= day) { // weeks begin where days are counted in sevens: only that they are even
        const qint64 days = *step / day;
        next = next.addDays(-(next.date().toJulianDay() % days));
    } else {
        next = next.addSecs(next.secsTo(from) / step->count() * step->count());
    }
    while (fromDateTime(next) <= range.to && ticks.size() <= most) {
        if (fromDateTime(next) >= range.from)
            ticks.append({fromDateTime(next), labelOf(next, *step)});
        next = *step >= day ? next.addDays(*step / day) : next.addSecs(step->count());
    }
    return ticks;
}

} // namespace latchkey
