// What the keychain and the settings file hold beside this process's own.
#include "tests/session/walkworld.h"

#include <algorithm>

namespace latchkey::test
{

// Whoever is listed, whatever is still to be deleted, and what a version of before has stored.
QStringList WalkWorld::keysOf(const ServerAddress &server) const
{
    QStringList keys;
    const auto stored = m_preferences.storedSessions();
    for (const StoredSessionEntry &entry : stored)
        keys.append(entry.key);
    const auto pending = m_preferences.pendingDeletes();
    for (const PendingDelete &entry : pending)
        keys.append(entry.key);
    keys.removeIf([&](const QString &key) {
        return key != walkKey(server, walkUser(0)) && key != walkKey(server, walkUser(1));
    });
    keys.append(walkOldKey(server));
    return keys;
}

bool WalkWorld::isDeletePending(const QString &item) const
{
    const auto pending = m_preferences.pendingDeletes();
    return std::any_of(pending.cbegin(), pending.cend(),
                       [&item](const PendingDelete &entry) { return entry.key == item; });
}

// By a version of before, which knew one name for everybody.
void WalkWorld::storeAsBefore()
{
    const QString user = walkUser(0);
    const auto [access, refresh] = m_server.makePair(user, m_server.now(), m_clock.sinceBoot());
    const StoredSession session{m_home,
                                user,
                                {Secret(QByteArrayView(access)), Secret(QByteArrayView(refresh))},
                                m_clock.wall()};
    m_store.items.insert(walkOldKey(m_home), encodeSession(session));
}

void WalkWorld::otherProcess()
{
    // It renews from what is stored, as we do.
    const auto item = m_store.items.constFind(key());
    if (m_store.state() != KeychainState::Ready || item == m_store.items.constEnd()
        || !isAccountKey(key()))
        return;
    const auto stored = decodeSession(*item, m_session->server());
    if (!stored || !m_server.honours(stored->tokens.refresh.reveal().toByteArray()))
        return;
    const auto [access, refresh]
        = m_server.makePair(stored->email, m_server.now(), m_clock.sinceBoot());
    StoredSession theirs = *stored;
    theirs.tokens = {Secret(QByteArrayView(access)), Secret(QByteArrayView(refresh))};
    theirs.issuedAt = m_clock.wall();
    m_store.items.insert(key(), encodeSession(theirs));
    m_preferences.noteStored({key(), theirs.server.toString(), theirs.email});
    m_theirs.insert(access);
    m_model.otherProcessWrote(access, refresh);
}

bool WalkWorld::wasTheOthers(const Secret &item) const
{
    const auto stored = decodeSession(item);
    const auto access = stored ? stored->tokens.access.reveal().toByteArray() : QByteArray();
    return m_theirs.contains(access) || m_model.isLate(access);
}

} // namespace latchkey::test
