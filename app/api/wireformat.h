#pragma once

#include "app/base/credentials.h"
#include "app/base/profile.h"
#include "app/base/tokens.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <optional>

namespace latchkey
{

// The JSON of api.md, and nothing about HTTP. Everything read is untrusted (security.md G4, G5):
// an object at the top, at most 32 levels, each field of its own type, no coercion, unknown fields
// dropped.

[[nodiscard]] Secret loginBody(const Credentials &credentials); // {"email","password"}
[[nodiscard]] Secret refreshBody(const Secret &refreshToken); // {"refreshToken"}

// The reply as an object, or nothing if it is not JSON, not an object, or nested too deep.
[[nodiscard]] std::optional<QJsonObject> parseObject(const QByteArray &body);

// {"access_token","refresh_token"}. Nothing without an access token that can be sent (T4). A
// refresh token that is missing, or could not be a token, is left empty.
[[nodiscard]] std::optional<Tokens> parseTokens(const QJsonObject &reply);

// How long a token reply says that its access token lives, `expires_in` (RFC 6749 section 5.1): a
// number of seconds, fractions rounded down. Anything else, less than one second or over
// LongestExpiresIn counts as absent.
inline constexpr std::chrono::seconds LongestExpiresIn = std::chrono::hours(24 * 366 * 20);
[[nodiscard]] std::optional<std::chrono::seconds> parseExpiresIn(const QJsonObject &reply);

// Nothing without a whole-number "id" and an "email". Other fields of a wrong type count as absent.
// The reply's "password" is never read.
[[nodiscard]] std::optional<Profile> parseProfile(const QJsonObject &reply);

// `message`, a string or an array of strings: at most 8 texts of at most 500 characters.
[[nodiscard]] QStringList parseMessages(const QJsonObject &reply);

} // namespace latchkey
