#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "ui/messages.h"

#include <QDateTime>

namespace latchkey
{

// What was being done when the error came, since the same answer means different things.
enum class Doing { SignIn, Profile, Renewal, ConnectionTest };

struct ErrorContext {
    Doing doing = Doing::SignIn;
    QString host; // as shown: Punycode
    int refusedLogins = 0; // how many 401 in a row, this one included (E2 from the third on)
    QDateTime now; // local
    Milliseconds serverOffset{0}; // the server's clock minus this computer's, if known
};

// The message for an error: pure. Its details never hold a secret, and its texts from the server
// are made harmless.
[[nodiscard]] Message messageFor(const Error &error, const ErrorContext &context);

// The lines of Details: code name, HTTP status, the server's own words, the technical detail.
[[nodiscard]] QString errorDetails(const Error &error);

// How long a rate limit without a Retry-After is taken to last.
inline constexpr std::chrono::seconds defaultRateLimit{30};

// "4:05" for a countdown.
[[nodiscard]] QString minutesAndSeconds(std::chrono::seconds left);

} // namespace latchkey
