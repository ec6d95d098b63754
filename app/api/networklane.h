#pragma once

#include "app/api/httpedge.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <memory>

class QNetworkAccessManager;

namespace latchkey
{

class Exchange;

// What is sent for one purpose, over connections that are no other purpose's; a part of QnamEdge. A
// manager has one thread for all of its connections, and a server can keep it busy (qt-notes 12):
// no picture's host delays a renewal. Made when the first request is sent. GUI thread only.
class NetworkLane
{
public:
    using Callback = HttpEdge::Callback;

    explicit NetworkLane(Clock &clock);
    ~NetworkLane(); // ends every exchange in silence

    void send(const HttpRequest &request, QObject *context, const Callback &callback);
    // Not sent, for this reason.
    void refuse(QObject *context, const Callback &callback, TransportFailure failure,
                const QString &detail);
    void useProxy(const ProxyChoice &choice); // from the next request on
    void dropConnections(); // see HttpEdge

private:
    void endFormer();

    Clock &m_clock;
    ProxyChoice m_proxy;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QNetworkAccessManager> m_former; // whose connections are given up
    QList<QPointer<Exchange>> m_formerExchanges;
    std::unique_ptr<Timer> m_formerPatience;
    QSet<QString> m_kept; // servers to which a connection may be open and idle
    QObject m_exchanges; // owns those under way; goes before their replies' owners
};

} // namespace latchkey
