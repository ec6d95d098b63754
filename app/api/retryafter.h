#pragma once

#include "app/base/clock.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace latchkey
{

inline constexpr std::chrono::seconds LongestRetryAfter = std::chrono::hours(1);

// Retry-After (RFC 9110 section 10.2.3): seconds, or an HTTP-date that is compared with `now`,
// which should be the reply's own Date where there is one, since this computer's clock may be
// wrong. 0 .. LongestRetryAfter; a date in the past is 0. Anything else, also the field sent twice,
// counts as absent.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value,
                                                                  WallTime now);

} // namespace latchkey
