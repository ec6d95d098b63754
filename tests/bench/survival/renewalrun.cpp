#include "tests/bench/survival/renewalrun.h"

namespace latchkey::survival
{

RenewalRun::RenewalRun(const Computer &computer)
    : m_preferences(computer.preferencesFile)
    , m_api(computer.http, computer.clock)
{
    const auto stored = m_preferences.storedSessions();
    if (stored.isEmpty())
        return;
    m_api.setServer(*ServerAddress::parse(stored.first().server));
    m_renewal = std::make_unique<StoredRenewal>(
        StoredRenewal::Parts{m_api, computer.store, m_preferences, computer.clock,
                             computer.lockFolder, computer.unitRandom},
        stored.first().key);
    // Queued: it is inside its own call then, and goes.
    m_renewal->start([this](const StoredRenewal::Result &) {
        QMetaObject::invokeMethod(
            &m_context, [this] { m_renewal.reset(); }, Qt::QueuedConnection);
    });
}

} // namespace latchkey::survival
