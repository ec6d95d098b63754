#pragma once

#include <QUrl>

namespace latchkey
{

// May a picture be fetched from here (security.md G1)? The address comes from a server's reply, and
// must not make this computer knock at its own or its network's doors: https, no userinfo, at most
// 2048 characters, no loopback name, no private, link-local, multicast or reserved address written
// as a literal. With `loopbackAllowed` (the API itself is on this computer) those are allowed, and
// plain http to loopback too. Names that resolve to private addresses are not seen here.
[[nodiscard]] bool isAvatarUrlAllowed(const QUrl &url, bool loopbackAllowed);

} // namespace latchkey
