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

enum class ItemProblem {
    Unreadable, // cut, another program's, or of a version that writes differently
    OtherServer,
};

// The item's name: one per account, server and --profile. `account`: the access token's `sub`; a
// long one is named by its digest.
[[nodiscard]] QString accountKey(const QString &profile, const ServerAddress &server,
                                 const QString &account);
// The same without a `sub`, or where that is the e-mail: the digest of what was typed, in any
// spelling. The name stands where nothing is encrypted, also where the e-mail is not to be kept.
[[nodiscard]] QString emailKey(const QString &profile, const ServerAddress &server,
                               const QString &email);
[[nodiscard]] bool isAccountKey(const QString &key);
// Two spellings of one person's address.
[[nodiscard]] bool isSameEmail(const QString &one, const QString &other);
// The name it had before, one per server and --profile. All demo servers of a profile share one
// item still, since each lives on a new port and none outlives its run.
[[nodiscard]] QString sessionKey(const QString &profile, const ServerAddress &server, bool demo);

inline constexpr qsizetype mostItemBytes = 2560; // what Windows allows (scenario 54)

// JSON with a "version" (1). Where it would be larger than mostItemBytes, what the tokens can do
// without is left out, and no token ever.
[[nodiscard]] Secret encodeSession(const StoredSession &session);
// Every field is checked; nothing half-read is ever returned. Members that this version does not
// know are passed over: a later one may have written them.
[[nodiscard]] tl::expected<StoredSession, ItemProblem> decodeSession(const Secret &item,
                                                                     const ServerAddress &server);
// The same, of whichever server it is.
[[nodiscard]] tl::expected<StoredSession, ItemProblem> decodeSession(const Secret &item);

} // namespace latchkey
