#include "tests/bench/survival/virtualnetwork.h"

#include "tests/support/fakehttp.h"

#include <algorithm>

namespace latchkey::survival
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds Instantly = 1ms;

HttpReply badGateway()
{
    HttpReply reply = test::jsonReply(502, "<html><h1>502 Bad Gateway</h1></html>");
    reply.headers.insert("content-type", "text/html");
    return reply;
}

HttpReply serverFault()
{
    return test::jsonReply(500, R"({"statusCode":500,"message":"Internal server error"})");
}

HttpReply overloaded()
{
    HttpReply reply = test::jsonReply(503, R"({"statusCode":503,"message":"Overloaded"})");
    reply.headers.insert("retry-after", "60");
    return reply;
}

} // namespace

struct VirtualNetwork::Exchange {
    QPointer<QObject> context;
    Callback callback;
    HttpReply reply;
    std::unique_ptr<Timer> timer;
};

VirtualNetwork::VirtualNetwork(const World &world, SimClock &clock, VirtualServer &server)
    : m_world(world)
    , m_clock(clock)
    , m_server(server)
{
}

VirtualNetwork::~VirtualNetwork() = default;

HttpReply VirtualNetwork::fate(const HttpRequest &request, Milliseconds *takes)
{
    const Milliseconds way = m_world.wayAt(m_clock.now());
    *takes = 2 * way;
    switch (m_world.weatherAt(m_clock.now())) {
    case Weather::Fine:
        return m_server.answer(request, m_clock.truth() + way);
    case Weather::NoNetwork:
        *takes = Instantly;
        return test::failedReply(TransportFailure::Offline);
    case Weather::Refused:
        return test::failedReply(TransportFailure::ConnectionRefused);
    case Weather::Reset:
        return test::failedReply(TransportFailure::Interrupted);
    case Weather::CutAnswer: {
        HttpReply reply = m_server.answer(request, m_clock.truth() + way);
        reply.body.truncate(reply.body.size() / 2);
        return reply;
    }
    case Weather::Silent:
        *takes = request.deadline;
        return test::failedReply(TransportFailure::TimedOut);
    case Weather::BadGateway:
        return badGateway();
    case Weather::ServerFault:
        return serverFault();
    case Weather::Overloaded:
        return overloaded();
    }
    return {};
}

void VirtualNetwork::send(const HttpRequest &request, QObject *context, Callback callback)
{
    ++m_requests;
    if (request.onSent)
        request.onSent();
    if (VirtualServer::bearsDeadToken(request, m_clock.truth()))
        ++m_deadTokenRequests;
    Milliseconds takes{0};
    auto exchange = std::make_unique<Exchange>();
    Exchange *const raw = exchange.get();
    exchange->context = context;
    exchange->callback = std::move(callback);
    exchange->reply = fate(request, &takes);
    exchange->timer = m_clock.makeTimer([this, raw] { answer(raw); });
    exchange->timer->start(takes);
    m_exchanges.push_back(std::move(exchange));
}

void VirtualNetwork::answer(Exchange *exchange)
{
    const auto at = std::find_if(m_exchanges.begin(), m_exchanges.end(),
                                 [&](const auto &each) { return each.get() == exchange; });
    const std::unique_ptr<Exchange> own = std::move(*at);
    m_exchanges.erase(at);
    if (own->context)
        own->callback(own->reply);
}

void VirtualNetwork::dropEverything()
{
    m_exchanges.clear();
}

} // namespace latchkey::survival
