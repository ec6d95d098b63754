#include "tests/session/walkverdicts.h"

namespace latchkey::test
{

namespace
{

constexpr Milliseconds Pause = std::chrono::seconds(5);

} // namespace

void WalkVerdicts::add(About about, const QByteArray &token, Milliseconds sinceBoot)
{
    m_words[{static_cast<int>(about), token}].append(sinceBoot);
}

int WalkVerdicts::count(About about, const QByteArray &token) const
{
    return static_cast<int>(m_words.value({static_cast<int>(about), token}).size());
}

bool WalkVerdicts::any(About about) const
{
    const auto keys = m_words.keys();
    return std::any_of(keys.cbegin(), keys.cend(),
                       [about](const auto &key) { return key.first == static_cast<int>(about); });
}

bool WalkVerdicts::isConfirmed(About about, const QByteArray &token) const
{
    const auto words = m_words.value({static_cast<int>(about), token});
    return !words.isEmpty() && words.last() - words.first() >= Pause;
}

void WalkVerdicts::forget(About about)
{
    m_words.removeIf(
        [about](const auto &word) { return word.key().first == static_cast<int>(about); });
}

} // namespace latchkey::test
