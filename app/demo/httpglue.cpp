#include "app/demo/httpglue.h"

#include <QLocale>

#include <chrono>

namespace latchkey::demo
{

namespace
{

using namespace std::chrono_literals;

constexpr size_t kMaxBody = 64 * 1024;
// A kept-alive connection holds a thread for as long as it is idle, and Qt opens up to six.
constexpr size_t kThreads = 16;
constexpr auto kReadTimeout = 5s;
constexpr auto kWriteTimeout = 5s;
constexpr auto kKeepAlive = 5s;
constexpr size_t kRequestsPerConnection = 100;
constexpr auto kEveryPath = ".*";
constexpr auto kLoopback = "127.0.0.1";
constexpr int kBacklog = 64;

// The library's own choice is SO_REUSEPORT, which lets a second server share the port silently.
void listenAlone(socket_t socket)
{
    const int yes = 1;
#ifdef _WIN32
    constexpr int option = SO_EXCLUSIVEADDRUSE;
#else
    constexpr int option = SO_REUSEADDR; // a restart need not wait for old connections to fade
#endif
    setsockopt(socket, SOL_SOCKET, option, reinterpret_cast<const char *>(&yes), sizeof yes);
}

// By way of the map: the library's accessors changed their parameters after 0.14.
QByteArrayList valuesOf(const httplib::Request &request, const char *name)
{
    QByteArrayList values;
    const auto [first, last] = request.headers.equal_range(name);
    for (auto header = first; header != last; ++header)
        values << QByteArray::fromStdString(header->second);
    return values;
}

Request translated(const httplib::Request &request)
{
    Request result;
    result.method = QByteArray::fromStdString(request.method);
    result.target = QByteArray::fromStdString(request.target);
    result.hosts = valuesOf(request, "Host");
    result.origins = valuesOf(request, "Origin");
    result.authorization = QByteArray::fromStdString(request.get_header_value("Authorization"));
    result.contentType = QByteArray::fromStdString(request.get_header_value("Content-Type"));
    return result;
}

void put(const Answer &answer, httplib::Response &response)
{
    response.status = answer.status;
    response.set_content(answer.body.constData(), static_cast<size_t>(answer.body.size()),
                         answer.contentType.toStdString());
}

// Takes the body off the connection to its end, so that the next request is found behind it, but
// keeps no more than the limit: the library's own covers neither chunked nor compressed bodies.
void readBody(Request &result, const httplib::Request &request,
              const httplib::ContentReader &reader)
{
    // Such a request has no body (RFC 9112 section 6.3), but the library would wait for one.
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
        return;
    const auto take = [&result](const char *data, size_t size) {
        if (static_cast<size_t>(result.body.size()) + size > kMaxBody)
            result.tooLarge = true;
        else
            result.body.append(data, static_cast<qsizetype>(size));
        return true;
    };
    // The library aborts on a form that is read like any other body.
    const bool complete = request.is_multipart_form_data()
        ? reader([](const auto &) { return true; }, take)
        : reader(take);
    result.cut = !complete;
}

QByteArray httpDate(WallTime now)
{
    return QLocale::c()
        .toString(toDateTime(now), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

void setLimits(httplib::Server &server)
{
    // Head and body leave in two writes; without this the second waits 40 ms for the first's
    // receipt.
    server.set_tcp_nodelay(true);
    server.set_read_timeout(kReadTimeout);
    server.set_write_timeout(kWriteTimeout);
    server.set_keep_alive_timeout(kKeepAlive.count());
    server.set_keep_alive_max_count(kRequestsPerConnection);
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
}

} // namespace

void configure(httplib::Server &server, const Responder &respond,
               const std::function<WallTime()> &now)
{
    setLimits(server);
    // The reference server sends these over plain http as well (api.md).
    server.set_default_headers(
        {{"Content-Security-Policy", "default-src 'self'"},
         {"Strict-Transport-Security", "max-age=15552000; includeSubDomains"},
         {"Cross-Origin-Resource-Policy", "same-origin"},
         {"X-Content-Type-Options", "nosniff"}});
    const httplib::Server::Handler plain
        = [respond](const httplib::Request &request, httplib::Response &response) {
              put(respond(translated(request)), response);
          };
    const httplib::Server::HandlerWithContentReader withBody
        = [respond](const httplib::Request &request, httplib::Response &response,
                    const httplib::ContentReader &reader) {
              Request result = translated(request);
              readBody(result, request, reader);
              put(respond(result), response);
          };
    server.Get(kEveryPath, plain).Options(kEveryPath, plain);
    server.Post(kEveryPath, withBody).Put(kEveryPath, withBody);
    server.Patch(kEveryPath, withBody).Delete(kEveryPath, withBody);
    server.set_exception_handler([](const httplib::Request &, httplib::Response &response,
                                    const std::exception_ptr &) { put(serverError(), response); });
    server.set_error_handler(
        httplib::Server::Handler([](const httplib::Request &, httplib::Response &response) {
            if (response.body.empty())
                put(plainError(response.status), response);
        }));
    server.set_post_routing_handler([now](const httplib::Request &, httplib::Response &response) {
        response.set_header("Date", httpDate(now()).toStdString());
    });
}

std::optional<quint16> bindLoopback(httplib::Server &server, quint16 port)
{
    socket_t listening = INVALID_SOCKET;
    server.set_socket_options([&listening](socket_t socket) {
        listenAlone(socket);
        listening = socket;
    });
    const int bound = port == 0                ? server.bind_to_any_port(kLoopback)
        : server.bind_to_port(kLoopback, port) ? int{port}
                                               : -1;
    server.set_socket_options(listenAlone);
    if (bound <= 0)
        return std::nullopt;
    // The library's backlog is five: a sixth client at once waits a second for its next attempt.
    ::listen(listening, kBacklog);
    return static_cast<quint16>(bound);
}

} // namespace latchkey::demo
