#pragma once

#include "app/api/qnamedge.h"

#include <QPointer>

#include <memory>

namespace latchkey::test
{

// The real network, and how many answers it still owes: so that a test on a clock that stands still
// knows when to wait for the network and when to turn the hands.
class CountingEdge final : public HttpEdge
{
public:
    explicit CountingEdge(Clock &clock)
        : m_clock(clock)
    {
        restart();
    }
    // As a new process: no connection is left over. Only while nobody uses the edge.
    void restart() { m_real = std::make_unique<QnamEdge>(m_clock); }

    void send(const HttpRequest &request, QObject *context, Callback callback) override
    {
        ++m_owed;
        const QPointer<QObject> ticket = new QObject(context); // goes with whoever asked
        QObject::connect(ticket, &QObject::destroyed, &m_self, [this] { --m_owed; });
        m_real->send(request, context, [ticket, callback](HttpReply reply) {
            delete ticket;
            callback(std::move(reply));
        });
    }
    [[nodiscard]] int owed() const { return m_owed; }

private:
    Clock &m_clock;
    std::unique_ptr<QnamEdge> m_real;
    int m_owed = 0;
    QObject m_self;
};

} // namespace latchkey::test
