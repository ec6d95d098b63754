#pragma once

#include "app/base/clock.h"

#include <QList>

namespace latchkey
{

// How long something took the last few times, to tell whether it would end in time once more. Pure.
class RoundTrips
{
public:
    void answered(Milliseconds took);
    void unanswered(Milliseconds waited); // forgotten with the next answer
    // The slowest of the last three; nothing if there was none. One good answer among slow ones is
    // luck, and one slow answer is forgotten soon.
    [[nodiscard]] Milliseconds expected() const;

private:
    QList<Milliseconds> m_answered; // oldest first
    Milliseconds m_unanswered{0};
};

} // namespace latchkey
