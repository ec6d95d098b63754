#pragma once

#include "app/base/secret.h"

namespace latchkey
{

// A pair as the API gives it (RFC 6749 section 5.1). `refresh` may be empty: then the session
// cannot be renewed. There is no expires_in; lifetimes come from the JWT claims (api.md).
struct Tokens {
    Secret access;
    Secret refresh;
};

} // namespace latchkey
