#include "app/api/roundtrips.h"

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qsizetype Remembered = 3;

} // namespace

void RoundTrips::answered(Milliseconds took)
{
    m_unanswered = Milliseconds(0);
    m_answered.append(took);
    if (m_answered.size() > Remembered)
        m_answered.removeFirst();
}

void RoundTrips::unanswered(Milliseconds waited)
{
    m_unanswered = std::max(m_unanswered, waited);
}

Milliseconds RoundTrips::expected() const
{
    const auto slowest = std::max_element(m_answered.cbegin(), m_answered.cend());
    return slowest == m_answered.cend() ? m_unanswered : std::max(*slowest, m_unanswered);
}

} // namespace latchkey
