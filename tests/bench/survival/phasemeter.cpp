#include "tests/bench/survival/phasemeter.h"

namespace latchkey::survival
{

namespace
{

double ratio(Milliseconds part, Milliseconds whole)
{
    if (whole <= Milliseconds(0))
        return 0;
    return static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

} // namespace

void PhaseMeter::note(Milliseconds now, Phase phase)
{
    m_spent[m_phase] += now - m_since;
    m_since = now;
    m_phase = phase;
}

double PhaseMeter::share(Phase phase) const
{
    Milliseconds running{0};
    for (const auto &[each, spent] : m_spent)
        running += each == Phase::NotRunning ? Milliseconds(0) : spent;
    const auto found = m_spent.find(phase);
    return found == m_spent.end() ? 0 : ratio(found->second, running);
}

double PhaseMeter::runningShare() const
{
    const auto idle = m_spent.find(Phase::NotRunning);
    return 1.0 - (idle == m_spent.end() ? 0 : ratio(idle->second, m_since));
}

} // namespace latchkey::survival
