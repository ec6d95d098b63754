#pragma once

#include "app/api/apiclient.h"

namespace latchkey
{

// What was asked, as far as reading the answer needs to know.
struct Asked {
    QUrl url;
    bool login = false; // 401 to a login means the credentials, not a token
    Milliseconds sentSinceBoot{0}; // when the request left, on Clock::sinceBoot()
    WallTime now; // when the answer came, by this computer's clock
};

// The single place that maps a reply to a Result. The gate comes first (N11): a complete HTTP
// answer, 2xx that carries a body, a JSON content type, a JSON object. Nothing is parsed before. A
// 400, 401 or 403 that does not bear the API's mark is NotFromApi; a success whose body says that
// it is an error is UnreadableReply or NoUsableTokens. Neither is a verdict.
[[nodiscard]] Result<TokenReply> mapTokens(const HttpReply &reply, const Asked &asked);
[[nodiscard]] Result<Profile> mapProfile(const HttpReply &reply, const Asked &asked);

// True for 401 or 403 in the API's own words (Error::fromApi): the endpoint exists and wants a
// token. A success is NotFound: no such API gives a profile without a token. Every other failure as
// above.
[[nodiscard]] Result<bool> mapProbe(const HttpReply &reply, const Asked &asked);

} // namespace latchkey
