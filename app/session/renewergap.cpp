// What is still begun before the computer sleeps or the program ends: an answer that comes later is
// lost, and with it a session whose refresh token works once (scenario 72).
#include "app/session/renewer.h"

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds Margin = 100ms; // two reads of the keychain, and what is a bit slower today

} // namespace

void Renewer::beforeGap(Cause cause, Milliseconds limit)
{
    m_gapAt = m_clock.sinceBoot() + limit;
    m_isGapOpen = false;
    if (!m_pair)
        return;
    const bool isCounted = plannedPause(life(), m_settings).has_value();
    const int inADay = isCounted ? m_budget.renewalsInADay() : 0;
    if (endsBeforeGap())
        considerRenewal(cause, worthRenewingBeforeGap(life(), m_clock.sinceBoot(), inADay));
    wake();
}

void Renewer::beforeEnd(Milliseconds limit)
{
    const QPointer<QObject> guard(this);
    beforeGap(Cause::User, limit);
    if (guard)
        m_isEnding = true;
}

void Renewer::gapOpens()
{
    m_isGapOpen = true;
    if (!m_attempt || isAttemptCommitted())
        return;
    m_attempt = std::make_unique<QObject>(); // what is still connecting is given up at once
    putOffUnsent();
}

bool Renewer::retriesWithin(Milliseconds limit) const
{
    const auto next = nextAttempt();
    return !m_isEnding && m_failures > 0 && next
        && *next + expectedTime() <= m_clock.sinceBoot() + limit;
}

// Of a renewal that is begun now.
Milliseconds Renewer::expectedTime() const
{
    const Milliseconds question = mustAskTime() ? m_api.expectedQuestion() : 0ms;
    const Milliseconds save = m_vault.isWanted() ? m_saves.expected() : 0ms;
    return question + m_api.expectedRenewal() + save + Margin;
}

bool Renewer::endsBeforeGap() const
{
    const Milliseconds now = m_clock.sinceBoot();
    if (!m_gapAt || (*m_gapAt <= now && !m_isEnding)) // it is over, or did not come
        return true;
    return !m_isGapOpen && now + expectedTime() <= *m_gapAt;
}

// It was under way when the gap was announced, and waited for the keychain or the time.
void Renewer::putOffUnsent()
{
    endAttempt();
    m_due = m_isEnding ? std::nullopt : m_gapAt;
    m_dueCause = Cause::Timer;
    arm();
    emit renewingChanged(Cause::Timer);
}

} // namespace latchkey
