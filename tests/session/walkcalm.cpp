// What must be so once everything works again and nothing is under way.
#include "tests/session/walkworld.h"

#include <algorithm>

namespace latchkey::test
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds LongestRetry = 6min; // backoff ends at five minutes, Retry-After at two

} // namespace

void WalkWorld::heal()
{
    m_trap.reset();
    m_store.setMode(WalkStore::Mode::Works);
    m_store.release(WalkStore::Mode::Works);
    m_store.setState(KeychainState::Ready);
    m_server.setAnswering(true);
    if (m_end)
        m_clock.advance(m_end->until - m_clock.monotonic()); // calm comes to the next process
    m_settings = {};
    m_session->setRenewalSettings(m_settings);
    m_clock.advance(1s);
    m_model.verbIsCalled(Cause::User);
    m_session->openKeychain();
    m_model.verbIsCalled(Cause::Reconnect);
    m_session->reconnected();
    m_clock.advance(LongestRetry);
}

void WalkWorld::calm()
{
    if (!m_session)
        begin({});
    ++m_counts.calms;
    heal();
    m_model.look();
    checkGaps();
    checkCalm();
}

void WalkWorld::checkGaps()
{
    for (const auto &gap : m_gaps) {
        if (gap->answers == 0 && m_clock.monotonic() >= gap->until)
            breakOn(QStringLiteral("a gap was not answered in time"));
    }
}

void WalkWorld::checkCalm()
{
    const SessionStatus status = m_session->status();
    const QString where = QStringLiteral(" when all is calm, in ") + stateName(status.state);
    const bool signedIn
        = status.state == SessionState::SignedIn || status.state == SessionState::NotRenewable;
    const bool out = status.state == SessionState::SignedOut || status.state == SessionState::Ended;
    if (!signedIn && !out)
        return breakOn(QStringLiteral("stuck") + where);
    if (m_model.isAlive() != signedIn)
        return breakOn(QStringLiteral("the state does not fit") + where);
    if (m_server.pending() > 0)
        breakOn(QStringLiteral("a request is pending") + where);
    if (m_model.waitsForProfile())
        breakOn(QStringLiteral("reloadProfile() was not answered") + where);
    if (!signedIn) {
        checkStored();
        return;
    }
    ++m_counts.livingCalms;
    const bool renewable = status.state == SessionState::SignedIn;
    if (renewable ? m_model.refreshIsKnownDead() : m_model.refreshIsUsable())
        breakOn(QStringLiteral("the refresh token's state is misjudged") + where);
    if (status.state == SessionState::SignedIn && !status.nextRenewal)
        breakOn(QStringLiteral("no renewal is planned") + where);
    checkStored();
}

// A pending delete names the session it means.
bool WalkWorld::willBeDeleted(const QString &key, const Secret &item) const
{
    const auto stored = decodeSession(item);
    const auto pending = m_preferences.pendingDeletes();
    return std::any_of(pending.cbegin(), pending.cend(), [&](const PendingDelete &entry) {
        return entry.key == key && stored && entry.isAbout(stored->issuedAt);
    });
}

void WalkWorld::checkStored()
{
    const auto item = m_store.items.constFind(key());
    const bool isStored = item != m_store.items.constEnd();
    const bool isMeant = isStored && willBeDeleted(key(), *item);
    const SessionState state = m_session->status().state;
    const QString oldKey = walkOldKey(m_session->server());
    if (m_model.hasSignedOut() && m_store.items.contains(oldKey)
        && !willBeDeleted(oldKey, m_store.items.value(oldKey)))
        return breakOn(QStringLiteral("signed out, and the item of before is still there"));
    if (state == SessionState::SignedOut && m_model.hasSignedOut() && isStored && !isMeant
        && !wasTheOthers(*item) && !m_model.isSomebodyElses(*item))
        return breakOn(QStringLiteral("signed out, and the item is still there"));
    if (!m_model.isAlive())
        return;
    if (!m_model.isWanted()) {
        if (isStored && m_model.mayGo() && !isMeant && !wasTheOthers(*item)
            && !m_model.isSomebodyElses(*item))
            breakOn(QStringLiteral("a session is stored that was not to be"));
        return;
    }
    if (!isStored)
        return breakOn(QStringLiteral("the living session is not stored"));
    if (!m_model.isNewest(*item, m_session->server())) {
        if (!wasTheOthers(*item))
            breakOn(QStringLiteral("what is stored is not the newest pair"));
        return; // ours gives way to another process's, of the same person or of somebody else
    }
    const Saving saving = m_session->status().saving;
    if (saving != Saving::Saved && saving != Saving::Unknown)
        breakOn(QStringLiteral("stored, but it does not say so"));
    if (isMeant)
        breakOn(QStringLiteral("the living session's item will be deleted at the next start"));
}

} // namespace latchkey::test
