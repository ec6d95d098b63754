#pragma once

#include "app/api/httpedge.h"
#include "app/api/roundtrips.h"
#include "app/base/clock.h"
#include "app/base/credentials.h"
#include "app/base/profile.h"
#include "app/base/result.h"
#include "app/base/serveraddress.h"
#include "app/base/tokens.h"

#include <functional>
#include <memory>
#include <optional>

namespace latchkey
{

struct TokenReply {
    Tokens tokens; // access is never empty; refresh may be
    Milliseconds sentSinceBoot{0}; // Clock::sinceBoot() as the request left: lives count from here
    std::optional<WallTime> serverTime; // the reply's Date
    std::optional<std::chrono::seconds> expiresIn; // RFC 6749 section 5.1, of the access token
};

// The three documented calls (api.md), one method each. Every method answers exactly once to
// `context`, never from inside the call, and is silent and aborted once `context` is gone.
// GUI thread only. `http` and `clock` must outlive the client.
class ApiClient
{
public:
    template <typename T>
    using Callback = std::function<void(Result<T>)>;
    struct Seen; // what the answers told of the server

    ApiClient(HttpEdge &http, const Clock &clock);

    // Calls already under way go on against the address they started with.
    void setServer(const ServerAddress &server);
    [[nodiscard]] ServerAddress server() const;

    // The server's clock now, by the Date of its last answer and Clock::sinceBoot(), which nobody
    // can set. Only the API's own answers count (Error::fromApi): what stands in between has
    // another clock. None before the first one with a Date. A second or so late, by the way it
    // took.
    [[nodiscard]] std::optional<WallTime> serverNow() const;

    // How long a renewal, and any other question, took to be answered by this server.
    [[nodiscard]] Milliseconds expectedRenewal() const;
    [[nodiscard]] Milliseconds expectedQuestion() const;
    // See HttpEdge::dropConnections().
    void dropConnections() { m_http.dropConnections(); }

    // POST auth/login {"email","password"}. Any 2xx with a usable pair is success (201 observed).
    // Errors: InvalidCredentials (401), BadRequest (400), Forbidden, NotFound, TooManyRequests, and
    // every transport error; NotFromApi for a 400, 401 or 403 that is not the API's word, here and
    // below. Sent once; never retried here.
    void login(const Credentials &credentials, QObject *context, Callback<TokenReply> callback);

    // GET auth/profile with the bearer token (RFC 6750 section 2.1). Errors: Unauthorized (401),
    // BadRequest (400: the account is gone, api.md), Forbidden (403), and every transport error.
    void profile(const Secret &accessToken, QObject *context, Callback<Profile> callback);

    // POST auth/refresh-token {"refreshToken"}. The reply's refresh token may be missing: keep the
    // old one. Unauthorized (401) is not proof that the token is dead (api.md). Sent once.
    // `onSent`: see HttpRequest.
    void refreshToken(const Secret &refreshToken, QObject *context, Callback<TokenReply> callback,
                      std::function<void()> onSent = {});

    // Is there such an API at this address? GET auth/profile without a token: a 401 in the API's
    // own words is "yes", a 401 of something in between is NotFromApi. Used by "Test connection",
    // and to ask the time; sends no secret.
    void probe(const ServerAddress &server, QObject *context, Callback<bool> callback);

private:
    HttpEdge &m_http;
    const Clock &m_clock;
    ServerAddress m_server;
    std::shared_ptr<Seen> m_seen; // shared with the answers under way
};

} // namespace latchkey
