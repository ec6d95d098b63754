#pragma once

#include "app/session/storedrenewal.h"
#include "app/store/preferencesfile.h"

#include <QString>

namespace latchkey
{

// What `latchkey --renew` says of one stored session. `store`: the password store's name.
[[nodiscard]] QString renewalWords(const StoredRenewal::Result &result, const QString &store);
// Whose it is: "default: john@mail.com, https://api.example.com". One line, whatever is in it.
[[nodiscard]] QString renewalSubject(const QString &profile, const StoredSessionEntry &entry);

} // namespace latchkey
