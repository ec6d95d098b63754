#include "app/api/qnamedge.h"

#include "app/api/exchange.h"
#include "app/api/requestfactory.h"
#include "app/api/systemproxies.h"
#include "app/base/serveraddress.h"

#include <QNetworkAccessManager>
#include <QNetworkInterface>

namespace latchkey
{

QnamEdge::QnamEdge(Clock &clock, NetworkCheck hasNetwork)
    : m_clock(clock)
    , m_hasNetwork(std::move(hasNetwork))
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
