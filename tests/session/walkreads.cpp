#include "tests/session/walkreads.h"

namespace latchkey::test
{

void WalkReads::note(const QString &key, const std::optional<Secret> &item,
                     const ServerAddress &server)
{
    m_sessions.remove(key);
    if (!item)
        return;
    if (const auto session = decodeSession(*item, server))
        m_sessions.insert(key, *session);
}

std::optional<StoredSession> WalkReads::of(const QString &email) const
{
    std::optional<StoredSession> found;
    for (auto read = m_sessions.cbegin(); read != m_sessions.cend(); ++read) {
        if (read->email == email && (!found || isAccountKey(read.key())))
            found = *read;
    }
    return found;
}

} // namespace latchkey::test
