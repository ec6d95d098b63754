#pragma once

#include "app/demo/answer.h"
#include "app/demo/routes.h"

#include <functional>
#include <httplib.h>
#include <optional>

namespace latchkey::demo
{

// Everything that knows how cpp-httplib wants to be spoken to. Builds with 0.11 to 0.14.

using Responder = std::function<Answer(const Request &)>;

// Limits, time-outs, the headers of every answer and one route for everything. `respond` and `now`
// are called on the library's threads; what `respond` throws is answered as a 500.
void configure(httplib::Server &server, const Responder &respond,
               const std::function<WallTime()> &now);

// Listens on 127.0.0.1 and answers the port; nothing if it is taken. 0 chooses a free one. Serving
// begins with listen_after_bind().
[[nodiscard]] std::optional<quint16> bindLoopback(httplib::Server &server, quint16 port);

} // namespace latchkey::demo
