#pragma once

#include "app/store/storedsession.h"

#include <QHash>

#include <optional>

namespace latchkey::test
{

// What the session has read from the keychain since it turned to its server, by key: what it goes
// on with must be among it.
class WalkReads
{
public:
    void forget() { m_sessions.clear(); }
    void note(const QString &key, const std::optional<Secret> &item, const ServerAddress &server);
    [[nodiscard]] bool hasSession() const { return !m_sessions.isEmpty(); }
    // Theirs, as it is stored for their account, or else under the name of before.
    [[nodiscard]] std::optional<StoredSession> of(const QString &email) const;

private:
    QHash<QString, StoredSession> m_sessions;
};

} // namespace latchkey::test
