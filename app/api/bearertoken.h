#pragma once

#include <QByteArrayView>

namespace latchkey
{

// No real JWT comes near it, and a longer header would be refused by most servers (T1).
inline constexpr qsizetype MaxTokenSize = 16 * 1024;

// May these bytes stand in an Authorization header? Only the characters of b64token (RFC 6750
// section 2.1), so that no CR, LF, NUL or space can end the header early (T4); 1 .. MaxTokenSize.
[[nodiscard]] bool isBearerToken(QByteArrayView token);

} // namespace latchkey
