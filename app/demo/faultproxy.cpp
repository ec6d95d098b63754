#include "app/demo/faultproxy.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

namespace latchkey::demo
{

FaultProxy::FaultProxy(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_listener.setProxy(QNetworkProxy::NoProxy);
    connect(&m_listener, &QTcpServer::newConnection, this, &FaultProxy::accept);
}

FaultProxy::~FaultProxy()
{
    stop();
}

bool FaultProxy::start(quint16 targetPort, quint16 port)
{
    stop();
    if (!m_listener.listen(QHostAddress(QHostAddress::LocalHost), m_port != 0 ? m_port : port))
        return false;
    m_target = targetPort;
    m_port = m_listener.serverPort();
    return true;
}

void FaultProxy::stop()
{
    m_listener.close();
    m_clients.clear();
}

bool FaultProxy::isStuck() const
{
    using Doing = FaultyConnection::Doing;
    bool isStuck = false;
    for (const auto &[number, client] : m_clients) {
        switch (client->doing()) {
        case Doing::Nothing:
            break;
        case Doing::Reading:
        case Doing::Asking:
            return false;
        case Doing::WaitingForTime:
        case Doing::Silent:
            isStuck = true;
            break;
        }
    }
    return isStuck;
}

void FaultProxy::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        client->setParent(nullptr); // owned by its connection from now on
        add(std::unique_ptr<QTcpSocket>(client));
    }
}

void FaultProxy::add(std::unique_ptr<QTcpSocket> client)
{
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const int number = m_connections++;
    auto made = std::make_unique<FaultyConnection>(
        std::move(client),
        FaultyConnection::Surroundings{
            m_clock, m_port, m_target,
            [this, number](int onConnection) { return planned(number, onConnection); },
            [this](FaultyConnection::Step step) { tell(step); },
            [this](const Fault &fault) {
                ++m_injected;
                emit struck(fault);
            }});
    FaultyConnection &connection = *made;
    // Queued: it ends inside its own functions. By number: an address may be used again by then.
    connect(
        &connection, &FaultyConnection::ended, this, [this, number] { m_clients.erase(number); },
        Qt::QueuedConnection);
    m_clients.emplace(number, std::move(made));
    connection.begin();
}

void FaultProxy::tell(FaultyConnection::Step step)
{
    switch (step) {
    case FaultyConnection::Step::Accepted:
        emit accepted();
        return;
    case FaultyConnection::Step::RequestRead:
        emit requestRead();
        return;
    case FaultyConnection::Step::ReplyRead:
        emit replyRead();
        return;
    case FaultyConnection::Step::Delivered:
        emit delivered();
        return;
    }
}

Fault FaultProxy::planned(int connection, int onConnection)
{
    const Exchange exchange{m_exchanges++, connection, onConnection};
    return m_plan ? m_plan(exchange) : Fault();
}

} // namespace latchkey::demo
