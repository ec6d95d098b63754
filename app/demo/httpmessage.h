#pragma once

#include <QByteArray>

#include <optional>

namespace latchkey::demo
{

// As much of HTTP/1.1 as it takes to see where a message ends (RFC 9112 section 6.3). Knows
// Content-Length only: a chunked message counts as one that lasts until the connection ends.

// The size of the head with its empty line; nothing while that has not come.
[[nodiscard]] std::optional<qsizetype> headSize(const QByteArray &bytes);

// The size of the whole request; nothing while its head has not come. Without a length there is no
// body.
[[nodiscard]] std::optional<qsizetype> requestSize(const QByteArray &bytes);

// The size of the whole reply; nothing while its head has not come, and nothing if only the end of
// the connection ends it. `toHead`: it answers a HEAD request, so the body it announces never
// comes.
[[nodiscard]] std::optional<qsizetype> replySize(const QByteArray &bytes, bool toHead);

// Does the head say "Connection: close"?
[[nodiscard]] bool saysClose(const QByteArray &head);

// The request with `from` replaced by `to` where its Host line says exactly that. Another host is
// left alone: the server's guard against DNS rebinding must see it (security.md Q4).
[[nodiscard]] QByteArray withHost(const QByteArray &request, const QByteArray &from,
                                  const QByteArray &to);

} // namespace latchkey::demo
