#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"

#include <QString>

#include <optional>

namespace latchkey
{

// What became of one step on the way to a server.
struct CheckResult {
    enum class Outcome {
        Waiting, // its turn has not come
        Running,
        Good, // `took` and perhaps `detail`
        Failed, // `took` and `error`
        NotReached, // a step before it failed
        NotNeeded, // an address without a name to look up; plain http has no TLS
        ByProxy, // a proxy does it, where nobody here can measure it; `detail` names the proxy
    };
    Outcome outcome = Outcome::Waiting;
    Milliseconds took{0}; // of this step alone, but for http: the whole exchange
    std::optional<Error> error; // Failed only
    QString detail; // technical, English, no secret: "TLSv1.3", "HTTP 401"; may be empty
};

// The way to a server, step by step, in the order the steps are taken.
struct Reachability {
    CheckResult dns;
    CheckResult tcp;
    CheckResult tls;
    CheckResult http;
    std::optional<Milliseconds> clockSkew; // the server's clock minus this computer's; by HTTP
    bool finished = false;
};

} // namespace latchkey
