#pragma once

#include "app/api/httpedge.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

class QNetworkAccessManager;

namespace latchkey
{

class Exchange;

// The real network: QNetworkAccessManager, made when the first request is sent, so that a start
// without one costs nothing. Honours the system's proxy, or
// the one it is told to use. TLS errors are always fatal.
// Deleting the edge ends every exchange in silence. GUI thread only.
class QnamEdge final : public HttpEdge
{
public:
    using NetworkCheck = std::function<bool()>;

    // `clock` runs the deadlines and must outlive the edge. `hasNetwork` tells whether any network
    // but loopback is up, asked before each request that leaves this computer.
    explicit QnamEdge(Clock &clock, NetworkCheck hasNetwork = &QnamEdge::anyInterfaceUp);
    ~QnamEdge() override;

    void send(const HttpRequest &request, QObject *context, Callback callback) override;
    // Connections through the earlier proxy are not used again. There is no way around a proxy that
    // does not answer.
    void useProxy(const ProxyChoice &choice) override;

    void dropConnections() override;

    [[nodiscard]] static bool anyInterfaceUp();

private:
    void endFormer();

    Clock &m_clock;
    NetworkCheck m_hasNetwork;
    ProxyChoice m_proxy;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QNetworkAccessManager> m_former; // whose connections are given up
    QList<QPointer<Exchange>> m_formerExchanges;
    std::unique_ptr<Timer> m_formerPatience;
    QObject m_exchanges; // owns those under way; goes before their replies' owners
};

} // namespace latchkey
