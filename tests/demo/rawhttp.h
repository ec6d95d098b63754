#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>

namespace latchkey::test
{

inline const QByteArray kLogin = "/api/v1/auth/login";
inline const QByteArray kProfile = "/api/v1/auth/profile";
inline const QByteArray kJohn = R"({"email":"john@mail.com","password":"changeme"})";

// HTTP as bytes, so that a test can send what no HTTP client would. Blocks; needs no event loop.
struct RawReply {
    int status = 0; // 0: no answer
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    QByteArray all; // every byte that came
};

// Sends `bytes` to 127.0.0.1 and reads to the end of the answer, at most ten seconds.
[[nodiscard]] RawReply exchange(quint16 port, const QByteArray &bytes);

// A request with Host and Connection: close, and with Content-Length if there is a body.
[[nodiscard]] QByteArray rawRequest(quint16 port, const QByteArray &method,
                                    const QByteArray &target, const QByteArrayList &headers = {},
                                    const QByteArray &body = {});

[[nodiscard]] RawReply get(quint16 port, const QByteArray &target,
                           const QByteArrayList &headers = {});
[[nodiscard]] RawReply postJson(quint16 port, const QByteArray &target, const QByteArray &body);

} // namespace latchkey::test
