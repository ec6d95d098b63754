#pragma once

#include "app/api/httpedge.h"

#include <QNetworkRequest>

namespace latchkey
{

// The one place where a QNetworkRequest is made, so that every request has the same manners:
// redirects are handed back (N2), no other authentication is ever answered (N4), no cookies, cache
// or Referer and a fixed User-Agent (N5), TLS 1.2 or newer with the peer verified (N6), HTTP/1.1
// (N8), and a body that Qt cannot repeat (N3, see OneShotBody).
// GUI thread. For https it touches QSslConfiguration, which loads OpenSSL on first use.
[[nodiscard]] QNetworkRequest makeNetworkRequest(const HttpRequest &request);

// May this request leave at all? https anywhere, plain http to loopback only (N7); a host, no
// userinfo (Qt would send it as Basic credentials, qt-notes P3), and a bearer that is a b64token.
[[nodiscard]] bool mayBeSent(const HttpRequest &request);

} // namespace latchkey
