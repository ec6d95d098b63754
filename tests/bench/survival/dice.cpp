#include "tests/bench/survival/dice.h"

#include <cmath>

namespace latchkey::survival
{

namespace
{

// SplitMix64's finalizer (Steele, Lea and Flood 2014): neighbours in, strangers out.
quint64 mix(quint64 x)
{
    x += 0x9E3779B97F4A7C15U;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
}

} // namespace

Dice::Dice(quint64 seed, quint64 subject)
    : m_key(mix(mix(seed) ^ subject))
{
}

double Dice::at(quint64 index) const
{
    constexpr double Unit = 1.0 / 9007199254740992.0; // 2^-53
    return static_cast<double>(mix(m_key ^ mix(index)) >> 11U) * Unit;
}

Dice::Span Dice::between(Span least, Span most)
{
    return least + Span(static_cast<qint64>(static_cast<double>((most - least).count()) * next()));
}

Dice::Span Dice::minutesToHours(Span least, Span most)
{
    const double ratio = static_cast<double>(most.count()) / static_cast<double>(least.count());
    return Span(static_cast<qint64>(static_cast<double>(least.count()) * std::pow(ratio, next())));
}

} // namespace latchkey::survival
