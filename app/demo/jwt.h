#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace latchkey::demo
{

// The payload of a token. Times are seconds since 1970 (RFC 7519 section 2, NumericDate).
struct Claims {
    int sub = 0; // the account's id
    qint64 iat = 0;
    qint64 exp = 0;
    // Only where refresh tokens are one-time; 0 leaves the claim out, as the reference server does.
    qint64 family = 0;
    qint64 serial = 0;
};

// 256 bits from the operating system.
[[nodiscard]] QByteArray randomKey();

// "header.payload.signature", HS256 (RFC 7515 section 7.1).
[[nodiscard]] QByteArray signedToken(const Claims &claims, const QByteArray &key);

// The claims, if the signature is ours; the life is not looked at. The header is compared byte by
// byte with the one we write, so no "alg" of a stranger is ever acted on (RFC 8725 section 3.1).
[[nodiscard]] std::optional<Claims> verifiedClaims(QByteArrayView token, const QByteArray &key);

} // namespace latchkey::demo
