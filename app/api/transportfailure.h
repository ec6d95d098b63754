#pragma once

#include "app/api/httpedge.h"

#include <QNetworkReply>

namespace latchkey
{

// Qt's error codes to ours, in the one switch that does it. Qt reports many HTTP statuses as errors
// too (qt-notes 2.1): with a status of 400 or more those are answers, that is None. `status` is 0
// when no status line came.
[[nodiscard]] TransportFailure transportFailure(QNetworkReply::NetworkError error, int status);

} // namespace latchkey
