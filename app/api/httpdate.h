#pragma once

#include "app/base/clock.h"

#include <QByteArrayView>

#include <optional>

namespace latchkey
{

// HTTP-date (RFC 9110 section 5.6.7) in its three forms: IMF-fixdate, RFC 850 and asctime, all UTC.
// Two-digit years are 1970 .. 2069. The day's name is not compared with the date. Nothing else
// counts.
[[nodiscard]] std::optional<WallTime> parseHttpDate(QByteArrayView text);

} // namespace latchkey
