#pragma once

#include "app/demo/fault.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace latchkey::demo
{

// One client of a FaultProxy: reads its requests one after the other, asks the server on a fresh
// connection each, and hands the reply back as the exchange's fault says. A detail of the proxy.
class FaultyConnection final : public QObject
{
    Q_OBJECT
public:
    enum class Step { Accepted, RequestRead, ReplyRead, Delivered };
    enum class Doing {
        Nothing, // between two exchanges, or the end has been said
        Reading, // the request is on its way
        Asking, // the server has the request
        WaitingForTime, // only the clock brings this exchange on
        Silent, // nothing but the client's leaving ends this exchange
    };
    struct Surroundings { // all must outlive the connection
        Clock &clock;
        quint16 ownPort;
        quint16 targetPort;
        std::function<Fault(int onConnection)> plan;
        std::function<void(Step)> told;
        std::function<void(const Fault &)> injected;
    };

    // Takes the socket over; it is connected. begin() has to follow.
    FaultyConnection(std::unique_ptr<QTcpSocket> client, Surroundings surroundings);
    ~FaultyConnection() override;

    void begin();
    [[nodiscard]] Doing doing() const { return m_doing; }

signals:
    void ended(); // the client has left or was thrown out; from inside its own functions

private:
    void nextExchange();
    void clientSpoke();
    void clientLeft();
    void requestRead(const QByteArray &request);
    void ask(const QByteArray &request);
    void serverSpoke();
    void serverLeft();
    void replyRead();
    void deliver(qsizetype size);
    void drip();
    void exchangeDone();
    void strike();
    [[nodiscard]] bool strikesAt(Fault::Point point) const;
    [[nodiscard]] qsizetype passedOn() const;

    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<QTcpSocket> m_server;
    Surroundings m_around;
    std::unique_ptr<Timer> m_timer;
    Fault m_fault;
    QByteArray m_request; // what came of it so far
    QByteArray m_reply; // what is left of it to pass on
    Doing m_doing = Doing::Nothing;
    int m_exchanges = 0;
    bool m_isPlanned = false; // the current exchange has its fault
    bool m_isHead = false;
    bool m_closes = false; // this reply is the connection's last
    bool m_isOver = false; // nothing the client says matters any more
};

} // namespace latchkey::demo
