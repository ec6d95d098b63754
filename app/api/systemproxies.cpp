#include "app/api/systemproxies.h"

#include "app/base/serveraddress.h"

namespace latchkey
{

SystemProxies::SystemProxies(const ProxyChoice &choice)
    : m_choice(choice)
{
}

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopbackHost(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (m_choice.manual) // alone: nothing goes around it
        return {QNetworkProxy(QNetworkProxy::HttpProxy, m_choice.host, quint16(m_choice.port))};
    return systemProxyForQuery(query);
}

} // namespace latchkey
