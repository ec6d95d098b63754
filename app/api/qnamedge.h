#pragma once

#include "app/api/httpedge.h"
#include "app/api/networklane.h"

#include <array>

namespace latchkey
{

// The real network: a QNetworkAccessManager for each purpose, made when its first request is sent,
// so that a start without one costs nothing. Honours the system's proxy, or the one it is told to
// use. TLS errors are always fatal.
// Deleting the edge ends every exchange in silence. GUI thread only.
class QnamEdge final : public HttpEdge
{
public:
    using NetworkCheck = std::function<bool()>;

    // `clock` runs the deadlines and must outlive the edge. `hasNetwork` tells whether any network
    // but loopback is up, asked once a try has failed: a name may stand in a file, and a proxy on
    // this computer, so that a try may do without.
    explicit QnamEdge(Clock &clock, NetworkCheck hasNetwork = &QnamEdge::anyInterfaceUp);
    ~QnamEdge() override;

    void send(const HttpRequest &request, QObject *context, Callback callback) override;
    // Connections through the earlier proxy are not used again. There is no way around a proxy that
    // does not answer.
    void useProxy(const ProxyChoice &choice) override;

    void dropConnections() override;

    [[nodiscard]] static bool anyInterfaceUp();

private:
    [[nodiscard]] bool needsNetwork(const QUrl &url) const;

    NetworkCheck m_hasNetwork;
    ProxyChoice m_proxy;
    std::array<NetworkLane, 3> m_lanes; // by HttpRequest::Purpose
};

} // namespace latchkey
