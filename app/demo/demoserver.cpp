#include "app/demo/demoserver.h"

#include "app/demo/connections.h"
#include "app/demo/httpglue.h"

#include <array>
#include <atomic>
#include <chrono>
#include <future>
#include <thread>

namespace latchkey::demo
{

namespace
{

using namespace std::chrono_literals;

constexpr auto kStopStep = 5ms;

} // namespace

struct DemoServer::Private {
    explicit Private(Options given)
        : options(std::move(given))
        , tokens(accounts, options.tokens)
    {
    }

    Answer respond(const Request &request)
    {
        const Endpoint endpoint = routes->endpointOf(request);
        ++counts[static_cast<size_t>(endpoint)];
        if (options.onRequest)
            options.onRequest(endpoint);
        return routes->answer(request);
    }

    [[nodiscard]] int count(Endpoint endpoint) const
    {
        return counts[static_cast<size_t>(endpoint)].load();
    }

    const Options options;
    Accounts accounts;
    TokenService tokens;
    std::array<std::atomic<int>, kEndpoints> counts{};
    std::atomic<quint16> port = 0;
    std::unique_ptr<Routes> routes;
    std::unique_ptr<httplib::Server> http;
    std::future<void> served; // ready when the listening thread has ended
};

DemoServer::DemoServer()
    : DemoServer(Options())
{
}

DemoServer::DemoServer(Options options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

DemoServer::~DemoServer()
{
    stop();
}

bool DemoServer::start()
{
    if (d->http)
        return true;
    auto http = std::make_unique<httplib::Server>();
    configure(
        *http, [this](const Request &request) { return d->respond(request); },
        [this] { return d->tokens.now(); });
    const quint16 wanted = d->port != 0 ? d->port.load() : d->options.port;
    const auto bound = bindLoopback(*http, wanted);
    if (!bound)
        return false;
    d->port = *bound;
    d->routes = std::make_unique<Routes>(d->accounts, d->tokens, d->port);
    d->served
        = std::async(std::launch::async, [server = http.get()] { server->listen_after_bind(); });
    // The library forgets a stop() that comes before it runs, and would then serve for ever.
    while (!http->is_running() && d->served.wait_for(0ms) != std::future_status::ready)
        std::this_thread::yield();
    d->http = std::move(http);
    return true;
}

void DemoServer::stop()
{
    if (!d->http)
        return;
    d->http->stop();
    // Again and again, because a connection may have been accepted meanwhile.
    do {
        closeConnections(d->port);
    } while (d->served.wait_for(kStopStep) != std::future_status::ready);
    d->http.reset();
}

bool DemoServer::isRunning() const
{
    return d->http && d->http->is_running();
}

quint16 DemoServer::port() const
{
    return d->port;
}

QString DemoServer::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/api/v1").arg(d->port.load());
}

QList<Account> DemoServer::accounts() const
{
    return d->accounts.all();
}

DemoServer::Counts DemoServer::counts() const
{
    return {d->count(Endpoint::Login),  d->count(Endpoint::Profile), d->count(Endpoint::Refresh),
            d->count(Endpoint::Avatar), d->count(Endpoint::Unknown), d->count(Endpoint::Refused)};
}

QList<QByteArray> DemoServer::issuedTokens() const
{
    return d->tokens.issued();
}

void DemoServer::revokeAll()
{
    d->tokens.revokeAll();
}

void DemoServer::deleteAccount(int id)
{
    d->accounts.remove(id);
}

} // namespace latchkey::demo
