#pragma once

#include "app/api/httpedge.h"
#include "tests/bench/survival/simclock.h"
#include "tests/bench/survival/virtualserver.h"
#include "tests/bench/survival/world.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace latchkey::survival
{

// Carries each request to the server and back through the world's weather at the moment it leaves,
// in simulated time. An answer that is under way while the machine sleeps comes when it wakes.
class VirtualNetwork final : public HttpEdge
{
public:
    VirtualNetwork(const World &world, SimClock &clock, VirtualServer &server);
    ~VirtualNetwork() override;

    void send(const HttpRequest &request, QObject *context, Callback callback) override;
    void dropEverything(); // the program is gone

    // Requests whose access or refresh token was dead when they left, by the right clock.
    [[nodiscard]] int deadTokenRequests() const { return m_deadTokenRequests; }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    struct Exchange;
    HttpReply fate(const HttpRequest &request, Milliseconds *takes);
    void answer(Exchange *exchange);

    const World &m_world;
    SimClock &m_clock;
    VirtualServer &m_server;
    std::vector<std::unique_ptr<Exchange>> m_exchanges;
    int m_deadTokenRequests = 0;
    int m_requests = 0;
};

} // namespace latchkey::survival
