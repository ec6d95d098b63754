#include "app/api/qnamedge.h"

#include "app/api/exchange.h"
#include "app/api/requestfactory.h"
#include "app/api/systemproxies.h"
#include "app/base/serveraddress.h"

#include <QNetworkAccessManager>
#include <QNetworkInterface>

#include <utility>

namespace latchkey
{

namespace
{

// For an answer that came before the sleep and waits in the kernel: a token that works once must
// not be lost with it.
constexpr Milliseconds FormerPatience = std::chrono::seconds(1);

} // namespace

QnamEdge::QnamEdge(Clock &clock, NetworkCheck hasNetwork)
    : m_clock(clock)
    , m_hasNetwork(std::move(hasNetwork))
    , m_formerPatience(clock.makeTimer([this] { endFormer(); }))
{
}

QnamEdge::~QnamEdge() = default;

void QnamEdge::send(const HttpRequest &request, QObject *context, Callback callback)
{
    auto *exchange = new Exchange(context, std::move(callback), &m_exchanges);
    if (!mayBeSent(request)) {
        exchange->fail(TransportFailure::Refused, QStringLiteral("not sent: address not allowed"));
        return;
    }
    if (!isLoopbackHost(request.url.host()) && !m_hasNetwork()) {
        exchange->fail(TransportFailure::Offline, QStringLiteral("no network interface is up"));
        return;
    }
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxyFactory(new SystemProxies(m_proxy)); // owned by the manager
    }
    exchange->start(*m_network, m_clock, request);
}

void QnamEdge::useProxy(const ProxyChoice &choice)
{
    if (choice == m_proxy)
        return;
    m_proxy = choice;
    if (!m_network)
        return;
    m_network->setProxyFactory(new SystemProxies(m_proxy));
    m_network->clearConnectionCache();
}

// A manager's connections cannot be told apart, so it goes with all of them.
void QnamEdge::dropConnections()
{
    endFormer();
    if (!m_network)
        return;
    m_former = std::move(m_network);
    const auto underWay = m_exchanges.findChildren<Exchange *>();
    m_formerExchanges = QList<QPointer<Exchange>>(underWay.cbegin(), underWay.cend());
    m_formerPatience->start(m_formerExchanges.isEmpty() ? Milliseconds(0) : FormerPatience);
}

void QnamEdge::endFormer()
{
    m_formerPatience->stop();
    for (const QPointer<Exchange> &exchange : std::exchange(m_formerExchanges, {})) {
        if (exchange)
            exchange->fail(TransportFailure::Interrupted,
                           QStringLiteral("given up: the computer slept meanwhile"));
    }
    m_former.reset();
}

bool QnamEdge::anyInterfaceUp()
{
    constexpr auto needed = QNetworkInterface::IsUp | QNetworkInterface::IsRunning;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const auto flags = interface.flags();
        if ((flags & needed) == needed && !flags.testFlag(QNetworkInterface::IsLoopBack)
            && !interface.addressEntries().isEmpty())
            return true;
    }
    return false;
}

} // namespace latchkey
