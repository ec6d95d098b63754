#pragma once

#include "app/base/error.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace latchkey
{

// What is wrong with a server's certificate, out of all that the handshake found. One cause is
// named, the worst: nobody vouches for it, then another name, then its dates.
[[nodiscard]] TlsFault tlsFault(const QList<QSslError> &errors, const QSslCertificate &server);

} // namespace latchkey
