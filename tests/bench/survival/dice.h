#pragma once

#include <QtGlobal>

#include <chrono>

namespace latchkey::survival
{

// Chance without a hidden state shared by anybody: number `index` of the row that belongs to a seed
// and a subject. Whoever asks, in whatever order, gets the same number, so that every schedule
// meets the same world.
class Dice
{
public:
    Dice(quint64 seed, quint64 subject);

    [[nodiscard]] double at(quint64 index) const; // 0 .. below 1

    // The same row, one after the other.
    [[nodiscard]] double next() { return at(m_next++); }
    using Span = std::chrono::milliseconds;
    [[nodiscard]] Span between(Span least, Span most); // evenly
    // Evenly over the orders of magnitude: as many of minutes as of hours.
    [[nodiscard]] Span minutesToHours(Span least, Span most);

private:
    quint64 m_key;
    quint64 m_next = 0;
};

} // namespace latchkey::survival
