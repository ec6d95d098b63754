#include "app/base/clock.h"

namespace latchkey
{

QDateTime toDateTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

WallTime fromDateTime(const QDateTime &time)
{
    return WallTime(Milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace latchkey
