#pragma once

#include "app/base/secret.h"

#include <QString>

#include <chrono>
#include <optional>

namespace latchkey
{

// The registered claims (RFC 7519 sections 4.1.4 and 4.1.6) that decide a token's life, in seconds
// since 1970 by the server's clock, and the one that names its account (section 4.1.2). They are
// read, never "verified": the client holds no key (security.md T1), and no header parameter is ever
// acted on (T3).
struct Claims {
    std::optional<std::chrono::seconds> issuedAt; // iat
    std::optional<std::chrono::seconds> expiry; // exp
    QString subject; // sub; empty: it says none. Some servers write a number
};

// Never fails: fractions (RFC 7519, NumericDate) are rounded down. What is absent, no number, under
// one second, or past the year 9999 (milliseconds, for example) is left out, and a token that is no
// JWT of at most 16 KiB has no claims at all.
[[nodiscard]] Claims readClaims(const Secret &token);

// The registered claims (RFC 7519 section 4.1: iss, sub, aud, exp, nbf, iat, jti) as indented JSON,
// for the person who explores an API. Others are left out, since nobody knows what a server puts
// there; long texts are cut. The values come from the server: untrusted. Empty if it is no JWT.
[[nodiscard]] QString claimsText(const Secret &token);

} // namespace latchkey
