#include "app/api/networklane.h"

#include "app/api/exchange.h"
#include "app/api/systemproxies.h"

#include <QNetworkAccessManager>

#include <utility>

namespace latchkey
{

namespace
{

// For an answer that came before the sleep and waits in the kernel: a token that works once must
// not be lost with it.
constexpr Milliseconds FormerPatience = std::chrono::seconds(1);

} // namespace

NetworkLane::NetworkLane(Clock &clock)
    : m_clock(clock)
    , m_formerPatience(clock.makeTimer([this] { endFormer(); }))
{
}

NetworkLane::~NetworkLane() = default;

void NetworkLane::send(const HttpRequest &request, QObject *context, const Callback &callback)
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxyFactory(new SystemProxies(m_proxy)); // owned by the manager
    }
    const QString server = request.url.authority() + request.url.scheme();
    const bool mayBeKept = m_kept.remove(server);
    auto *exchange = new Exchange(
        context,
        [this, server, mayBeKept, callback](HttpReply reply) {
            if (reply.failure == TransportFailure::None)
                m_kept.insert(server);
            reply.wasStale
                = mayBeKept && reply.failure == TransportFailure::Interrupted && reply.status == 0;
            callback(std::move(reply));
        },
        &m_exchanges);
    exchange->start(*m_network, m_clock, request);
}

void NetworkLane::refuse(QObject *context, const Callback &callback, TransportFailure failure,
                         const QString &detail)
{
    (new Exchange(context, callback, &m_exchanges))->fail(failure, detail);
}

void NetworkLane::useProxy(const ProxyChoice &choice)
{
    if (choice == m_proxy)
        return;
    m_proxy = choice;
    m_kept.clear();
    if (!m_network)
        return;
    m_network->setProxyFactory(new SystemProxies(m_proxy));
    m_network->clearConnectionCache();
}

// A manager's connections cannot be told apart, so it goes with all of them.
void NetworkLane::dropConnections()
{
    endFormer();
    m_kept.clear();
    if (!m_network)
        return;
    m_former = std::move(m_network);
    const auto underWay = m_exchanges.findChildren<Exchange *>();
    m_formerExchanges = QList<QPointer<Exchange>>(underWay.cbegin(), underWay.cend());
    m_formerPatience->start(m_formerExchanges.isEmpty() ? Milliseconds(0) : FormerPatience);
}

void NetworkLane::endFormer()
{
    m_formerPatience->stop();
    for (const QPointer<Exchange> &exchange : std::exchange(m_formerExchanges, {})) {
        if (exchange)
            exchange->fail(TransportFailure::Interrupted,
                           QStringLiteral("given up: the computer slept meanwhile"));
    }
    m_former.reset();
}

} // namespace latchkey
