#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace latchkey
{

// Why a call to the API did not give what was asked. A closed list: foreign codes are mapped to it
// once, in app/api. The words for the person live in ui's message catalogue.
enum class ErrorCode {
    InvalidCredentials, // 401 to a login
    Unauthorized, // 401 to anything else
    Forbidden, // 403
    BadRequest, // 400
    // 400, 401 or 403, but not in the API's words, or 407 without a proxy: something in between; no
    // verdict
    NotFromApi,
    NotFound, // 404 or 405, or a redirect on the same host: an answer, but no such service
    TooManyRequests, // 429; see retryAfter
    ServerFault, // 500, 502, 504 and every other 5xx but 503
    Unavailable, // 503; see retryAfter
    RequestRefused, // any other 4xx
    Offline, // this computer has no network
    HostNotFound, // DNS
    ConnectionRefused,
    TimedOut, // our own deadline
    Interrupted, // reset, or fewer bytes than promised; whether the server acted is not known
    Tls, // see tls
    ProxyAuthenticationRequired, // 407, of the proxy in use
    CaptivePortal, // the network answered in the server's place; see otherHost
    CrossHostRedirect, // the server pointed elsewhere; nothing was sent there; see otherHost
    UnreadableReply, // malformed HTTP, not JSON, the wrong shape, or over the byte cap
    NoUsableTokens, // 2xx without an access token that can be sent
    InsecureAddress, // plain http beyond loopback: nothing was sent
};

// What a certificate says of itself: untrusted plain text.
struct CertificateFacts {
    QString subject;
    QString issuer;
    QDateTime notBefore;
    QDateTime notAfter;
    QString sha256; // "AB CD ...": fit to be compared, and to wrap
};

struct TlsFault {
    // NoCertificate: it came to none that could be judged, as where no TLS is spoken.
    enum class Kind { Expired, NotYetValid, WrongHost, Untrusted, Other, NoCertificate };
    Kind kind = Kind::NoCertificate;
    QDateTime limit; // Expired: not after; NotYetValid: not before; else invalid
    QString issuedFor; // WrongHost: the names in the certificate, comma-separated
    QString certificate; // PEM of the server's certificate, for "View certificate"; may be empty
    CertificateFacts facts = {}; // of that certificate
};

struct Error {
    ErrorCode code = ErrorCode::UnreadableReply;
    int httpStatus = 0; // 0: no HTTP answer
    // The answer bears the API's own mark: a JSON object whose `statusCode` equals the HTTP status,
    // the deleted user's shape, or a Bearer challenge (RFC 6750 section 3). Whatever else answers
    // with a 4xx may be a firewall, a proxy or a portal.
    bool fromApi = false;
    QStringList
        serverMessages; // the body's `message`, untrusted plain text, at most 8 x 500 characters
    std::optional<std::chrono::seconds> retryAfter; // 0 s .. 1 h
    QString otherHost; // host name in Punycode; may be empty
    // NotFound by a redirect: the API's address there, on the same host and by ServerAddress's
    // rules; else empty.
    QString movedTo;
    std::optional<TlsFault> tls;
    // 401, and the body's code says outright that a newer sign-in took the session's place (X3).
    bool sessionReplaced = false;
    QString detail; // technical, English, holds no secret; for Details and logs
};

// The enumerator's name, for logs and Details.
[[nodiscard]] QString errorName(ErrorCode code);

} // namespace latchkey
