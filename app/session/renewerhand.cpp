// Tokens that a person takes for expired, for testing (qa.md B26). The pair keeps its own life;
// what the policy is asked about is the life it would have if its claims said so.
#include "app/base/logging.h"
#include "app/session/renewer.h"

namespace latchkey
{

PairLife Renewer::life() const
{
    return m_pair ? cutShort(m_pair->life, m_ends) : PairLife{};
}

// A dead token cannot die again, and only what was taken away can be given back.
bool Renewer::mayExpireByHand(TokenKind token, bool expired) const
{
    if (!m_pair || m_replaced || expired == isExpiredByHand(token))
        return false;
    if (!expired)
        return true;
    const PairLife now = life();
    if (token == TokenKind::Access)
        return !now.access.isDead(m_clock.sinceBoot());
    return now.refresh && !m_refreshRefused && !now.refresh->isDead(m_clock.sinceBoot());
}

void Renewer::expireByHand(TokenKind token, bool expired)
{
    if (!mayExpireByHand(token, expired))
        return;
    qCInfo(lcSession) << (token == TokenKind::Access ? "access token" : "refresh token")
                      << (expired ? "expired by hand" : "no longer expired by hand");
    auto &end = token == TokenKind::Access ? m_ends.access : m_ends.refresh;
    end = expired ? std::optional(m_clock.sinceBoot()) : std::nullopt;
    if (!keepsPlan()) {
        const bool warned = !m_warnAt;
        schedule();
        if (warned) // once for each pair
            m_warnAt.reset();
        serveWaiters();
    }
    if (!expired && !m_attempt && standing() != m_announced)
        judge(Cause::User);
    wake();
}

} // namespace latchkey
