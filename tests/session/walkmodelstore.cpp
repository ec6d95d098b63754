// What may be stored and deleted, and when a session may end: the other half of walkmodel.cpp.
#include "tests/session/walkmodel.h"
#include "tests/session/walkrules.h"

namespace latchkey::test
{

void WalkModel::writing(const QString &key, const Secret &item, const ServerAddress &server)
{
    sync();
    const auto stored = decodeSession(item); // a late one may be another server's
    const auto access = stored ? stored->tokens.access.reveal().toByteArray() : QByteArray();
    if (m_late.brought(access))
        return breakOn(m_hasSignedOut && key == m_key
                           ? QStringLiteral("a late pair is stored after a sign-out")
                           : QString());
    // One that ran out by the clock may still be kept: a clock can be wrong.
    if ((!m_alive && !m_ranOut) || !m_wanted)
        return breakOn(QStringLiteral("a keychain write without a session to keep, in ")
                       + stateName(m_state));
    if (key != m_key)
        return breakOn(QStringLiteral("a keychain write to another account's item"));
    m_ofThisRun.insert(access);
    if (!isNewest(item, server))
        (void)mayBeTheOthers(access, {});
    if (!isNewest(item, server))
        breakOn(QStringLiteral("a keychain write of a pair that is not the newest"));
}

void WalkModel::removing(const QString &key, bool pendingDelete, bool holdsNewest)
{
    sync();
    // The item goes first, and then the end is told.
    const EndReason reason = m_session ? m_session->status().endReason : EndReason::None;
    if (reason == EndReason::Refused || reason == EndReason::AccountGone)
        return;
    if (!m_mayGo.contains(key) && !pendingDelete)
        breakOn(QStringLiteral("a keychain item is deleted without a reason, in ")
                + stateName(m_state));
    if (m_alive && m_wanted && key == m_key && holdsNewest)
        breakOn(QStringLiteral("the living session's keychain item is deleted"));
}

// No password prompt while the server would still honour a token, unless it refused.
void WalkModel::ended(const Transition &step)
{
    const SessionStatus status = m_session->status();
    const bool trusted = !(m_newest.ageByWall && m_clockWasSet);
    const bool accessLives = m_server.honours(m_newest.access);
    const bool refreshLives = m_server.honours(m_newest.refresh);
    const bool refused = m_verdicts.count(About::Renewal, m_newest.refresh) > 0;
    const bool rejected = m_verdicts.count(About::Access, m_newest.access) > 0;
    const bool isGone = status.endReason == EndReason::AccountGone;
    if (!isGone && trusted && accessLives && !rejected)
        breakOn(QStringLiteral("ended with an access token that works, cause ")
                + causeName(step.cause));
    else if (!isGone && trusted && refreshLives && !refused)
        breakOn(QStringLiteral("ended with a refresh token that works, cause ")
                + causeName(step.cause));
    breakOn(unspokenFor(status.endReason, m_verdicts, m_newest.access, m_newest.refresh));
    if (isGone || status.endReason == EndReason::Refused)
        m_mayGo.insert(m_key);
    m_ranOut = status.endReason == EndReason::Expired;
    m_alive = m_profileWanted = false;
}

} // namespace latchkey::test
