// How a start, or whoever wonders what another process stored, reads the item.
#include "app/base/logging.h"
#include "app/session/sessionvault.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace latchkey
{

std::unique_ptr<SessionVault> SessionVault::anothersBusiness() const
{
    return std::make_unique<SessionVault>(m_store, m_preferences, m_clock,
                                          Upkeep::AnothersBusiness);
}

// Both questions at once: a start waits for the slower answer.
void SessionVault::load(Prompt prompt, QObject *context, std::function<void(Loaded)> callback)
{
    const auto answers = std::make_shared<Answers>();
    answers->pending = m_pending.look(m_key);
    const QPointer<QObject> owner(context);
    answers->callback = [owner, callback = std::move(callback)](const Loaded &loaded) {
        if (owner) // a delete may be in between
            callback(loaded);
    };
    m_store.probe(context, [=, this](KeychainState state) {
        m_state = state;
        answers->state = state;
        judge(answers);
    });
    const auto read = [=, this, key = m_key](const Found &found) {
        // Nobody waits for it any more: another key is in use, or another look under way.
        const bool isOver = !owner || key != m_key;
        if (isOver && answers->pending.entries.isEmpty())
            return; // what is pending by now was not when this was asked
        if (isOver)
            return m_pending.carryOut(
                key, answers->pending, found, [=, this](PendingDeletes::End end) {
                    const bool isGone = end != PendingDeletes::End::Open;
                    key == m_key ? emit lookedAgain(isGone) : emit othersEnded(isGone);
                });
        answers->found = found;
        judge(answers);
    };
    if (m_isKeeper && isOnlyToBeDeleted())
        m_pending.read(m_key, prompt == Prompt::Never ? prompt : Prompt::IfOpen, read);
    else
        m_store.read(m_key, prompt, context, read);
}

void SessionVault::judge(const std::shared_ptr<Answers> &answers)
{
    if (!answers->state || !answers->callback)
        return;
    const bool absent = *answers->state == KeychainState::Absent;
    if (absent)
        setSaving(Saving::NoStore);
    if (!absent && !answers->found)
        return;
    const auto callback = std::exchange(answers->callback, {});
    // Where a save goes is not there, and may come with what it holds; another collection is.
    const auto &found = answers->found;
    if (absent || (*answers->state == KeychainState::NoKeyring && *found && !**found))
        return callback({absent ? KeychainTrouble::Absent : KeychainTrouble::None, {}, true});
    if (answers->pending.entries.isEmpty())
        return tell(*answers->found, callback);
    judgePending(answers->pending, *answers->found, callback);
}

// The person signed out, and what was stored then is not a session any more; but somebody may have
// signed in since.
void SessionVault::judgePending(const PendingDeletes::Look &pending, const Found &found,
                                const std::function<void(Loaded)> &callback)
{
    if (found && *found && pending.mean(**found)) {
        if (!m_isKeeper)
            return callback({});
        return m_pending.carryOut(m_key, pending, found,
                                  [callback](PendingDeletes::End) { callback({}); });
    }
    if (found) {
        if (m_isKeeper)
            m_pending.drop(m_key);
        return tell(found, callback);
    }
    m_pending.heed(found.error(), m_key);
    m_passedOver = !m_forgotten.contains(m_key);
    m_lastAnswer = healthAfter(found.error().failure);
    Loaded loaded;
    loaded.isUnseen = true;
    callback(loaded);
}

void SessionVault::tell(const Found &found, const std::function<void(Loaded)> &callback)
{
    const QPointer<SessionVault> guard(this);
    callback(loadedFrom(found));
    if (guard)
        m_known.lookEnds();
}

bool SessionVault::mayWriteUnseen(StoreFailure failure) const
{
    constexpr int FailedReads = 3;
    // What cannot be read, however often it is tried, is no session of anybody.
    if (failure == StoreFailure::Failed)
        return m_failures >= FailedReads;
    // A save goes elsewhere than to what is locked: once both can be read, their time tells them
    // apart.
    const bool isLocked = failure == StoreFailure::Locked || failure == StoreFailure::Unseen
        || failure == StoreFailure::StillLocked;
    return isLocked && m_isKeeper && m_state == KeychainState::Ready;
}

bool SessionVault::mayBeListed() const
{
    const auto stored = m_preferences.storedSessions();
    return std::any_of(stored.cbegin(), stored.cend(),
                       [this](const StoredSessionEntry &entry) { return entry.key == m_key; });
}

bool SessionVault::isAnyListed() const
{
    const auto stored = m_preferences.storedSessions();
    return std::any_of(stored.cbegin(), stored.cend(), [this](const StoredSessionEntry &entry) {
        return entry.server == m_server.toString();
    });
}

SessionVault::Loaded SessionVault::loadedFrom(const Found &found)
{
    // It hides what it has locked, and we have never stored anything there.
    if (!found && found.error().failure == StoreFailure::Unseen && !mayBeListed())
        return {KeychainTrouble::None, std::nullopt, true};
    if (!found) {
        qCInfo(lcStore) << "the keychain item could not be read:" << found.error().detail;
        m_lastAnswer = healthAfter(found.error().failure);
        const auto trouble = troubleOf(found.error().failure);
        return {trouble, std::nullopt, trouble == KeychainTrouble::Absent}; // it left meanwhile
    }
    m_lastAnswer = KeychainHealth::Ready;
    m_passedOver = false;
    if (!*found) {
        m_known.sawNothing();
        if (isListed())
            (void)m_preferences.takeStored(m_key);
        return {};
    }
    const auto session = decodeSession(**found, m_server);
    if (session) {
        m_known.saw(*session);
        m_mayBeStored = true;
        if (m_saving == Saving::Unknown)
            setSaving(Saving::Saved);
        return {KeychainTrouble::None, *session};
    }
    qCWarning(lcStore) << "the keychain item is of no use, problem"
                       << static_cast<int>(session.error());
    m_known.sawNothing();
    if (session.error() == ItemProblem::OtherServer)
        return {};
    m_lastAnswer = KeychainHealth::Corrupt;
    return {KeychainTrouble::Corrupt, std::nullopt};
}

} // namespace latchkey
