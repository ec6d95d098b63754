#include "app/api/retryafter.h"

#include "app/api/httpdate.h"

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qsizetype MostDigits = 9; // fits any integer; more is far over the cap anyway

} // namespace

std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, WallTime now)
{
    const QByteArrayView text = value.trimmed();
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
        if (text.size() > MostDigits)
            return LongestRetryAfter;
        return std::min(std::chrono::seconds(text.toByteArray().toLongLong()), LongestRetryAfter);
    }
    const auto date = parseHttpDate(text);
    if (!date)
        return std::nullopt;
    const auto wait = std::chrono::ceil<std::chrono::seconds>(*date - now);
    return std::clamp(wait, std::chrono::seconds(0), LongestRetryAfter);
}

} // namespace latchkey
