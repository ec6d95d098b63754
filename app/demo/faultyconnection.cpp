#include "app/demo/faultyconnection.h"

#include "app/demo/httpmessage.h"
#include "app/demo/tcpend.h"

#include <QHostAddress>
#include <QNetworkProxy>

#include <algorithm>

namespace latchkey::demo
{

namespace
{

// Far over anything the API says; whoever sends more is thrown out.
constexpr qsizetype kLargestMessage = 1024 * 1024;

QByteArray loopbackHost(quint16 port)
{
    return "127.0.0.1:" + QByteArray::number(port);
}

} // namespace

FaultyConnection::FaultyConnection(std::unique_ptr<QTcpSocket> client, Surroundings surroundings)
    : m_client(std::move(client))
    , m_around(std::move(surroundings))
{
    connect(m_client.get(), &QTcpSocket::readyRead, this, &FaultyConnection::clientSpoke);
    connect(m_client.get(), &QTcpSocket::disconnected, this, &FaultyConnection::clientLeft);
}

FaultyConnection::~FaultyConnection()
{
    m_client->disconnect(this); // nobody is here to be told
    if (m_server)
        m_server->disconnect(this);
    if (m_client->state() == QAbstractSocket::ConnectedState)
        reset(*m_client);
}

void FaultyConnection::begin()
{
    m_around.told(Step::Accepted);
    nextExchange();
    if (!m_isOver)
        clientSpoke(); // it may have spoken before anybody listened
}

void FaultyConnection::nextExchange()
{
    m_fault = m_around.plan(m_exchanges++);
    m_isPlanned = true;
    if (strikesAt(Fault::Point::Connect))
        strike();
}

void FaultyConnection::clientSpoke()
{
    m_request += m_client->readAll();
    if (m_isOver)
        return m_request.clear();
    const bool isBetween = m_doing == Doing::Nothing || m_doing == Doing::Reading;
    if (m_request.isEmpty() || !isBetween)
        return;
    if (!m_isPlanned)
        nextExchange();
    if (m_isOver)
        return;
    m_doing = Doing::Reading;
    const auto size = requestSize(m_request);
    if (std::max(size.value_or(0), m_request.size()) > kLargestMessage)
        return reset(*m_client);
    if (!size || m_request.size() < *size)
        return;
    const QByteArray request = m_request.first(*size);
    m_request.remove(0, *size);
    requestRead(request);
}

void FaultyConnection::clientLeft()
{
    m_isOver = true;
    m_doing = Doing::Nothing;
    if (m_timer)
        m_timer->stop();
    emit ended();
}

void FaultyConnection::requestRead(const QByteArray &request)
{
    m_doing = Doing::Asking;
    m_isHead = request.startsWith("HEAD ");
    m_around.told(Step::RequestRead);
    if (strikesAt(Fault::Point::Request))
        return strike();
    ask(request);
}

void FaultyConnection::ask(const QByteArray &request)
{
    m_reply.clear();
    m_server = std::make_unique<QTcpSocket>();
    m_server->setProxy(QNetworkProxy::NoProxy);
    const QByteArray passed
        = withHost(request, loopbackHost(m_around.ownPort), loopbackHost(m_around.targetPort));
    connect(m_server.get(), &QTcpSocket::connected, this,
            [this, passed] { m_server->write(passed); });
    connect(m_server.get(), &QTcpSocket::readyRead, this, &FaultyConnection::serverSpoke);
    connect(m_server.get(), &QTcpSocket::disconnected, this, &FaultyConnection::serverLeft);
    connect(m_server.get(), &QTcpSocket::errorOccurred, this, &FaultyConnection::serverLeft);
    m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_around.targetPort);
}

void FaultyConnection::serverSpoke()
{
    m_reply += m_server->readAll();
    if (m_reply.size() > kLargestMessage)
        return reset(*m_client);
    const auto size = replySize(m_reply, m_isHead);
    if (!size || m_reply.size() < *size)
        return;
    m_closes = saysClose(m_reply.first(*headSize(m_reply)));
    replyRead();
}

// Without a reply, or with one that only this ends.
void FaultyConnection::serverLeft()
{
    if (m_doing != Doing::Asking)
        return;
    m_reply += m_server->readAll();
    if (m_reply.isEmpty())
        return reset(*m_client);
    m_closes = true;
    replyRead();
}

void FaultyConnection::replyRead()
{
    m_doing = Doing::WaitingForTime;
    m_server->disconnect(this);
    m_server.release()->deleteLater(); // we are inside its signal
    m_around.told(Step::ReplyRead);
    switch (m_fault.kind) {
    case Fault::Kind::None:
        deliver(m_reply.size());
        return exchangeDone();
    case Fault::Kind::Reset:
    case Fault::Kind::Cut:
    case Fault::Kind::Hang:
        deliver(passedOn());
        return strike();
    case Fault::Kind::Drip:
        m_around.injected(m_fault);
        return drip();
    case Fault::Kind::Latency:
        m_around.injected(m_fault);
        m_timer = m_around.clock.makeTimer([this] {
            deliver(m_reply.size());
            exchangeDone();
        });
        return m_timer->start(m_fault.wait);
    }
}

void FaultyConnection::deliver(qsizetype size)
{
    m_client->write(m_reply.first(size));
    m_client->flush();
    m_reply.remove(0, size);
}

void FaultyConnection::drip()
{
    deliver(std::min(std::max(m_fault.piece, qsizetype{1}), m_reply.size()));
    if (m_reply.isEmpty())
        return exchangeDone();
    if (!m_timer)
        m_timer = m_around.clock.makeTimer([this] { drip(); });
    m_timer->start(m_fault.wait);
}

void FaultyConnection::exchangeDone()
{
    m_doing = Doing::Nothing;
    m_isPlanned = false;
    if (m_timer)
        m_timer->stop(); // not deleted: this may be its callback
    m_isOver = m_closes;
    if (m_closes)
        endSending(*m_client);
    m_around.told(Step::Delivered);
    if (!m_isOver)
        clientSpoke(); // the next request may be here
}

void FaultyConnection::strike()
{
    m_isOver = true;
    m_doing = Doing::Nothing;
    m_around.injected(m_fault);
    switch (m_fault.kind) {
    case Fault::Kind::Reset:
        return reset(*m_client);
    case Fault::Kind::Cut:
        return endSending(*m_client);
    case Fault::Kind::Hang:
        m_doing = Doing::Silent;
        return;
    case Fault::Kind::None:
    case Fault::Kind::Drip:
    case Fault::Kind::Latency:
        return; // they strike no point
    }
}

bool FaultyConnection::strikesAt(Fault::Point point) const
{
    const bool hasPoint = m_fault.kind == Fault::Kind::Reset || m_fault.kind == Fault::Kind::Cut
        || m_fault.kind == Fault::Kind::Hang;
    return hasPoint && m_fault.point == point;
}

// How much of the reply the client gets before the fault strikes.
qsizetype FaultyConnection::passedOn() const
{
    const qsizetype head = headSize(m_reply).value_or(m_reply.size());
    switch (m_fault.point) {
    case Fault::Point::Connect:
    case Fault::Point::Request:
    case Fault::Point::Reply:
        return 0;
    case Fault::Point::Header:
        return head / 2;
    case Fault::Point::Body:
        return head + (m_reply.size() - head) / 2;
    case Fault::Point::End:
        return m_reply.size();
    }
    return 0;
}

} // namespace latchkey::demo
