#pragma once

#include "app/store/preferences.h"
#include "app/store/storedsession.h"

namespace latchkey::test
{

// What a person's session at a demo server is stored under: John's number there is 1, Maria's 2.
[[nodiscard]] inline QString johnsKey(const QString &profile, const ServerAddress &server)
{
    return accountKey(profile, server, QStringLiteral("1"));
}

[[nodiscard]] inline QString mariasKey(const QString &profile, const ServerAddress &server)
{
    return accountKey(profile, server, QStringLiteral("2"));
}

[[nodiscard]] inline StoredSessionEntry johnsEntry(const QString &profile,
                                                   const ServerAddress &server)
{
    return {johnsKey(profile, server), server.toString(), QStringLiteral("john@mail.com")};
}

// A profile's settings, where the program looks for them.
[[nodiscard]] inline QString settingsPath(const QString &profile)
{
    return qEnvironmentVariable("XDG_CONFIG_HOME") + QStringLiteral("/latchkey/") + profile
        + QStringLiteral(".ini");
}

// As a sign-in does it. False: it could not be saved.
[[nodiscard]] inline bool listJohn(const QString &profile, const ServerAddress &server)
{
    return Preferences(settingsPath(profile)).noteStored(johnsEntry(profile, server));
}

} // namespace latchkey::test
