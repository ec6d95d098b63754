#pragma once

#include <QByteArrayView>

namespace latchkey
{

// Does a WWW-Authenticate field ask for a bearer token (RFC 6750 section 3)? `field` is what RFC
// 9110 section 11.6.1 allows: one challenge or several, also of several fields that were joined by
// commas. The scheme's name counts in any case, and only where a challenge begins: never inside a
// quoted text, as a parameter, or as a part of a longer name. A field with a quote that never
// closes says nothing.
[[nodiscard]] bool challengesBearer(QByteArrayView field);

} // namespace latchkey
