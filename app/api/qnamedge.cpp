#include "app/api/qnamedge.h"

#include "app/api/requestfactory.h"
#include "app/api/systemproxies.h"
#include "app/base/serveraddress.h"

#include <QNetworkInterface>

#include <algorithm>
#include <utility>

namespace latchkey
{

QnamEdge::QnamEdge(Clock &clock, NetworkCheck hasNetwork)
    : m_hasNetwork(std::move(hasNetwork))
    , m_lanes{NetworkLane(clock), NetworkLane(clock), NetworkLane(clock)}
{
}

QnamEdge::~QnamEdge() = default;

void QnamEdge::send(const HttpRequest &request, QObject *context, Callback callback)
{
    NetworkLane &lane = m_lanes.at(std::size_t(request.purpose));
    if (!mayBeSent(request))
        return lane.refuse(context, callback, TransportFailure::Refused,
                           QStringLiteral("not sent: address not allowed"));
    lane.send(request, context,
              [this, url = request.url, callback = std::move(callback)](HttpReply reply) {
                  if (reply.reachedNobody && needsNetwork(url) && !m_hasNetwork()) {
                      reply.failure = TransportFailure::Offline;
                      reply.detail += QStringLiteral(" (no network interface is up)");
                  }
                  callback(std::move(reply));
              });
}

// A proxy on this computer may have ways of its own, and its failures are no want of ours.
bool QnamEdge::needsNetwork(const QUrl &url) const
{
    const auto proxies = SystemProxies(m_proxy).queryProxy(QNetworkProxyQuery(url));
    return !isLoopbackHost(url.host())
        && std::none_of(proxies.cbegin(), proxies.cend(), [](const QNetworkProxy &proxy) {
               return proxy.type() != QNetworkProxy::NoProxy && isLoopbackHost(proxy.hostName());
           });
}

void QnamEdge::useProxy(const ProxyChoice &choice)
{
    m_proxy = choice;
    for (NetworkLane &lane : m_lanes)
        lane.useProxy(choice);
}

void QnamEdge::dropConnections()
{
    for (NetworkLane &lane : m_lanes)
        lane.dropConnections();
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
