#pragma once

#include <QColor>

#include <algorithm>
#include <cmath>

namespace latchkey::test
{

// WCAG 2.
[[nodiscard]] inline double luminance(const QColor &colour)
{
    const auto linear
        = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

// 1 to 21. It goes by luminance alone, so that it holds for who sees no colours too.
[[nodiscard]] inline double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace latchkey::test
