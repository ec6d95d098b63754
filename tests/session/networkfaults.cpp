#include "tests/session/networkfaults.h"

#include "tests/support/fakehttp.h"

namespace latchkey::test
{

namespace
{

using Verdict = NetworkFault::Verdict;

HttpReply withHeader(HttpReply reply, const QByteArray &name, const QByteArray &value)
{
    reply.headers.insert(name, value);
    return reply;
}

HttpReply typed(int status, const QByteArray &type, const QByteArray &body = {})
{
    return withHeader(jsonReply(status, body), "content-type", type);
}

HttpReply badCertificate(TlsFault::Kind kind)
{
    HttpReply reply = failedReply(TransportFailure::Tls);
    reply.tls = TlsFault{kind, {}, {}, {}};
    return reply;
}

// No HTTP answer came.
void addTransport(QList<NetworkFault> &faults)
{
    const auto row = [&](const char *name, TransportFailure failure, ErrorCode code) {
        faults.append({name, failedReply(failure), code});
    };
    row("DNS: not found", TransportFailure::HostNotFound, ErrorCode::HostNotFound);
    row("connection refused", TransportFailure::ConnectionRefused, ErrorCode::ConnectionRefused);
    row("unreachable, no route, no interface", TransportFailure::Offline, ErrorCode::Offline);
    row("SYN dropped, or accepted and silent", TransportFailure::TimedOut, ErrorCode::TimedOut);
    row("drip beyond the deadline", TransportFailure::TimedOut, ErrorCode::TimedOut);
    row("reset or FIN before, during or after the answer", TransportFailure::Interrupted,
        ErrorCode::Interrupted);
    row("keep-alive closed by the server", TransportFailure::Interrupted, ErrorCode::Interrupted);
    row("wrong framing", TransportFailure::Malformed, ErrorCode::UnreadableReply);
    row("endless body", TransportFailure::TooLarge, ErrorCode::UnreadableReply);
    row("proxy down", TransportFailure::ConnectionRefused, ErrorCode::ConnectionRefused);
    row("proxy wants a password", TransportFailure::ProxyAuthentication,
        ErrorCode::ProxyAuthenticationRequired);
    row("address is not to be used", TransportFailure::Refused, ErrorCode::InsecureAddress);
    const std::pair<const char *, TlsFault::Kind> certificates[]
        = {{"TLS: expired", TlsFault::Kind::Expired},
           {"TLS: not yet valid", TlsFault::Kind::NotYetValid},
           {"TLS: wrong name", TlsFault::Kind::WrongHost},
           {"TLS: unknown CA", TlsFault::Kind::Untrusted},
           {"TLS: other", TlsFault::Kind::Other},
           {"TLS: no certificate", TlsFault::Kind::NoCertificate}};
    for (const auto &[name, kind] : certificates)
        faults.append({name, badCertificate(kind), ErrorCode::Tls});
}

// A success that is none.
void addStrangeSuccess(QList<NetworkFault> &faults)
{
    const auto row = [&](const QByteArray &name, const HttpReply &reply, ErrorCode code) {
        faults.append({name, reply, code, Verdict::Outage, {}, ErrorCode::UnreadableReply, code});
    };
    const QByteArray html("<html>Accept our terms</html>");
    const auto unreadable = ErrorCode::UnreadableReply;
    row("200, empty", jsonReply(200, {}), unreadable);
    row("200, HTML", typed(200, "text/html", html), unreadable);
    row("200, HTML that calls itself JSON", jsonReply(200, html), unreadable);
    row("200, JSON that calls itself text", typed(200, "text/plain", R"({"access_token":"a"})"),
        unreadable);
    row("200, no content type", typed(200, "", R"({"access_token":"a"})"), unreadable);
    row("200, cut JSON", jsonReply(200, R"({"access_token":"a","refr)"), unreadable);
    row("200, array", jsonReply(200, "[]"), unreadable);
    row("200, object without anything", jsonReply(200, "{}"), ErrorCode::NoUsableTokens);
    row("200, token that cannot be sent", jsonReply(200, R"({"access_token":"a b\r\n"})"),
        ErrorCode::NoUsableTokens);
    row("200, token that is a number", jsonReply(200, R"({"access_token":5})"),
        ErrorCode::NoUsableTokens);
    for (const int status : {101, 204, 205, 206})
        row(QByteArray::number(status), jsonReply(status, R"({"access_token":"a"})"), unreadable);
}

void addRedirects(QList<NetworkFault> &faults)
{
    const auto row = [&](const char *name, int status, const QByteArray &location, ErrorCode code) {
        HttpReply reply = typed(status, "text/html");
        if (!location.isEmpty())
            reply.headers.insert("location", location);
        faults.append({name, reply, code});
    };
    const QByteArray portal("http://portal.example/");
    row("captive 302", 302, portal, ErrorCode::CaptivePortal);
    row("captive 303", 303, portal, ErrorCode::CaptivePortal);
    row("301 on the same host", 301, "/elsewhere", ErrorCode::NotFound);
    row("304", 304, {}, ErrorCode::NotFound);
    row("307 to another host", 307, "https://other.example/", ErrorCode::CrossHostRedirect);
    row("308 to another host", 308, "https://other.example/", ErrorCode::CrossHostRedirect);
}

void addStatuses(QList<NetworkFault> &faults)
{
    using enum ErrorCode;
    const std::pair<int, ErrorCode> outages[] = {
        {404, NotFound},       {405, NotFound},       {407, NotFromApi},     {408, RequestRefused},
        {409, RequestRefused}, {413, RequestRefused}, {418, RequestRefused}, {429, TooManyRequests},
        {500, ServerFault},    {502, ServerFault},    {503, Unavailable},    {504, ServerFault},
        {511, CaptivePortal},  {599, ServerFault},    {999, ServerFault}};
    const QByteArray body(R"({"message":"no"})");
    for (const auto &[status, code] : outages)
        faults.append({QByteArray::number(status), jsonReply(status, body), code});
    const std::pair<int, ErrorCode> refusals[]
        = {{400, BadRequest}, {401, Unauthorized}, {403, Forbidden}};
    for (const auto &[status, code] : refusals) {
        NetworkFault fault{QByteArray::number(status), apiError(status), code, Verdict::Refused};
        fault.loginCode = status == 401 ? InvalidCredentials : code;
        fault.doubtsAccount = code == BadRequest;
        faults.append(fault);
    }
    NetworkFault gone{"404 in the API's words", apiError(404), NotFound};
    gone.doubtsAccount = true;
    faults.append(gone);
    for (const int status : {429, 503}) {
        faults.append({QByteArray::number(status) + " with Retry-After: 120",
                       withHeader(jsonReply(status, body), "retry-after", "120"),
                       status == 429 ? TooManyRequests : Unavailable, Verdict::Wait,
                       std::chrono::seconds(120)});
    }
    faults.append({"500, HTML", typed(500, "text/html", "<h1>Oops</h1>"), ServerFault});
    faults.append({"503 with Retry-After: soon",
                   withHeader(jsonReply(503, body), "retry-after", "soon"), Unavailable});
}

// What a firewall, a proxy or a portal answers in the API's place.
void addInBetween(QList<NetworkFault> &faults)
{
    const QByteArray html("<html><h1>Blocked</h1></html>");
    for (const int status : {400, 401, 403}) {
        const QByteArray number = QByteArray::number(status);
        const QByteArray own = R"({"statusCode":)" + number + '}';
        const QByteArray other = R"({"statusCode":)" + QByteArray::number(status + 1) + '}';
        const std::pair<const char *, HttpReply> replies[]
            = {{"HTML", typed(status, "text/html", html)},
               {"empty", typed(status, "", {})},
               {"HTML that calls itself JSON", jsonReply(status, html)},
               {"JSON that calls itself HTML", typed(status, "text/html", own)},
               {"JSON without statusCode", jsonReply(status, R"({"message":"no"})")},
               {"JSON of another status", jsonReply(status, other)},
               {"statusCode as text", jsonReply(status, R"({"statusCode":")" + number + "\"}")},
               {"array", jsonReply(status, '[' + own + ']')},
               {"Basic challenge",
                withHeader(typed(status, "text/html", html), "www-authenticate",
                           "Basic realm=\"Bearer, x\"")}};
        for (const auto &[what, reply] : replies)
            faults.append({"64: " + number + ", " + what, reply, ErrorCode::NotFromApi});
    }
}

} // namespace

QList<NetworkFault> networkFaults()
{
    QList<NetworkFault> faults;
    addTransport(faults);
    addStrangeSuccess(faults);
    addRedirects(faults);
    addStatuses(faults);
    addInBetween(faults);
    return faults;
}

} // namespace latchkey::test
