#pragma once

#include "app/base/clock.h"
#include "app/base/secret.h"
#include "app/base/serveraddress.h"
#include "app/base/tokens.h"

#include <optional>
#include <tl/expected.hpp>

namespace latchkey
{

// What one keychain item holds: enough to go on after a restart.
struct StoredSession {
    ServerAddress server;
    QString email;
    Tokens tokens;
    WallTime issuedAt; // when the request that brought the tokens left
    // What their answer said beside them, where their lives cannot be read without it.
    std::optional<WallTime> serverTime = {};
    std::optional<std::chrono::seconds> expiresIn = {};
};

enum class ItemProblem { Corrupt, NewerVersion, OtherServer };

// The item's name: one per server and --profile. All demo servers of a profile share one item,
// since each lives on a new port and none outlives its run.
[[nodiscard]] QString sessionKey(const QString &profile, const ServerAddress &server, bool demo);

// JSON with a "version" (now 1). Well under the 2,560 bytes that Windows allows (scenario 54) for
// tokens of the documented size.
[[nodiscard]] Secret encodeSession(const StoredSession &session);
// Every field is checked; nothing half-read is ever returned.
[[nodiscard]] tl::expected<StoredSession, ItemProblem> decodeSession(const Secret &item,
                                                                     const ServerAddress &server);
// The same, of whichever server it is.
[[nodiscard]] tl::expected<StoredSession, ItemProblem> decodeSession(const Secret &item);

} // namespace latchkey
