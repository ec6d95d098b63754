#pragma once

#include "app/demo/fault.h"
#include "app/demo/faultyconnection.h"

#include <QObject>
#include <QTcpServer>

#include <map>
#include <memory>

namespace latchkey::demo
{

// A TCP proxy on 127.0.0.1 that spoils the exchanges between an HTTP/1.1 client and a server on the
// same computer: RST and FIN at six points, silence, drips and delays (security.md section 3,
// Network). One thread and no blocking: it lives on the event loop of the thread that made it, and
// may share that with the client, since it never waits for either side. Its delays run on the
// injected clock; TCP itself cannot.
//
// It reads each request and each reply to the end before it passes them on, so it suits an API and
// not a download; over 1 MiB it resets the connection. Every exchange reaches the server on a
// connection of its own. The Host header is rewritten from the proxy's address to the server's, and
// no other value is (security.md Q4). A server that does not answer shows as RST, and is no fault
// of the plan's.
class FaultProxy final : public QObject
{
    Q_OBJECT
public:
    // `clock` must outlive the proxy.
    explicit FaultProxy(Clock &clock, QObject *parent = nullptr);
    ~FaultProxy() override;

    // Listens when it returns true. False: the port is taken. `port` 0: a free one. A restart after
    // stop() comes back on the same port.
    [[nodiscard]] bool start(quint16 targetPort, quint16 port = 0);
    // Resets every connection and listens no more. Not to be called from a plan or a slot of ours.
    void stop();

    // From the next exchange on. Without a plan nothing is spoilt. May be called from a plan.
    void setPlan(FaultPlan plan) { m_plan = std::move(plan); }

    [[nodiscard]] quint16 port() const { return m_port; } // 0 before the first start()
    [[nodiscard]] int connections() const { return m_connections; } // accepted since the beginning
    [[nodiscard]] int exchanges() const { return m_exchanges; } // planned since the beginning
    // Faults that really struck since the beginning: one that was planned for an exchange that
    // never came that far does not count.
    [[nodiscard]] int injected() const { return m_injected; }

    // Does an exchange stand still until the clock moves or the client gives up, and none go on by
    // itself?
    [[nodiscard]] bool isStuck() const;

signals:
    void accepted(); // a connection
    void requestRead(); // to its end
    void replyRead(); // the server has acted on the request
    void delivered(); // the whole reply has left for the client
    void struck(const latchkey::demo::Fault &fault);

private:
    void accept();
    void add(std::unique_ptr<QTcpSocket> client);
    void tell(FaultyConnection::Step step);
    [[nodiscard]] Fault planned(int connection, int onConnection);

    Clock &m_clock;
    QTcpServer m_listener;
    FaultPlan m_plan;
    std::map<int, std::unique_ptr<FaultyConnection>> m_clients; // by the connection's number
    quint16 m_target = 0;
    quint16 m_port = 0;
    int m_connections = 0;
    int m_exchanges = 0;
    int m_injected = 0;
};

} // namespace latchkey::demo
