#pragma once

#include "app/api/httpedge.h"

#include <QList>
#include <QMetaType>

namespace latchkey::test
{

// One row of security.md section 3, "Network", as the session meets it: what comes up from the edge
// instead of an answer of the API. What happens below that is played on raw sockets in tests/api.
struct NetworkFault {
    enum class Verdict {
        Outage, // says nothing about the token: kept, tried again
        Wait, // as Outage, and nothing is sent for `wait`
        Refused, // 400, 401, 403
    };
    QByteArray name;
    HttpReply reply;
    ErrorCode code = ErrorCode::UnreadableReply; // to a renewal
    Verdict verdict = Verdict::Outage;
    Milliseconds wait{0};
    ErrorCode profileCode = code;
    ErrorCode loginCode = code;
    bool doubtsAccount = false; // to a profile: a renewal is asked whether that is so
};

[[nodiscard]] QList<NetworkFault> networkFaults();

} // namespace latchkey::test
