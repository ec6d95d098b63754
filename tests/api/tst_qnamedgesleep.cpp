#include "app/api/qnamedge.h"
#include "tests/api/edgeprobe.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Connections from before a sleep (scenario 82): real sockets, and a server that says nothing until
// a row lets it.
class TestQnamEdgeSleep : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void s82NothingIsKeptAlive();
    void s82UnderWayIsGivenUp_data();
    void s82UnderWayIsGivenUp();
    void s82AnAnswerThatIsHereCounts();
    void s82WhatIsSentAfterwardsGoesOn();
    void s82TwoSleepsInARow();
    void s82ACallerThatLeftHearsNothing();
    void s82NothingWasConnected();
    void s82TheEdgeGoesMeanwhile();

private:
    FakeClock m_clock;
    Caller m_caller;
    Caller m_later;
};

void TestQnamEdgeSleep::init()
{
    m_caller = Caller();
    m_later = Caller();
}

void TestQnamEdgeSleep::s82NothingIsKeptAlive()
{
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    QnamEdge edge(m_clock);
    for (int i = 1; i <= 2; ++i) {
        m_caller.send(edge, getRequest(server.url()));
        QTRY_COMPARE(m_caller.replies.size(), i);
    }
    QCOMPARE(server.connections(), 1);
    edge.dropConnections();
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 3);
    QCOMPARE(server.connections(), 2);
    m_clock.advance(1s);
    QTRY_COMPARE(server.openConnections(), 1);
}

void TestQnamEdgeSleep::s82UnderWayIsGivenUp_data()
{
    QTest::addColumn<bool>("post");
    QTest::newRow("82: GET") << false;
    QTest::newRow("82: POST, which is not sent again") << true;
}

void TestQnamEdgeSleep::s82UnderWayIsGivenUp()
{
    QFETCH(bool, post);
    RawServer server;
    QnamEdge edge(m_clock);
    m_caller.send(edge, post ? postRequest(server.url()) : getRequest(server.url()));
    QTRY_COMPARE(server.requests().size(), 1);
    edge.dropConnections();
    m_clock.advance(999ms);
    QCOMPARE(m_caller.replies.size(), 0);
    QElapsedTimer time;
    time.start();
    m_clock.advance(1ms);
    QCOMPARE(m_caller.replies.size(), 1);
    QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed()))); // nobody waited
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::Interrupted);
    QTRY_COMPARE(server.openConnections(), 0);
    m_clock.advance(1min);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_clock.activeTimers(), 0);
}

void TestQnamEdgeSleep::s82AnAnswerThatIsHereCounts()
{
    RawServer server;
    QPointer<QTcpSocket> connection;
    server.setHandler([&](QTcpSocket &socket, const RawRequest &) { connection = &socket; });
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(server.url()));
    QTRY_VERIFY(connection);
    RawServer::say(*connection, httpReply(201, R"({"once":1})"), RawServer::Then::Keep);
    edge.dropConnections(); // nobody has read it yet
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::None);
    QCOMPARE(m_caller.replies.first().body, R"({"once":1})");
    m_clock.advance(2s);
    QCOMPARE(m_caller.replies.size(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestQnamEdgeSleep::s82WhatIsSentAfterwardsGoesOn()
{
    RawServer server;
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(server.url()));
    QTRY_COMPARE(server.requests().size(), 1);
    edge.dropConnections();
    server.setReply(httpReply(200, "{}"));
    m_later.send(edge, postRequest(server.url())); // at once, not after the second
    QTRY_COMPARE(m_later.replies.size(), 1);
    QCOMPARE(server.connections(), 2);
    server.setHandler({});
    m_later.send(edge, postRequest(server.url()));
    QTRY_COMPARE(server.requests().size(), 3);
    m_clock.advance(2s);
    QCOMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_later.replies.size(), 1); // the last one still waits for its answer
    m_clock.advance(28s);
    QCOMPARE(m_later.replies.size(), 2);
    QCOMPARE(m_later.replies.last().failure, TransportFailure::TimedOut);
}

void TestQnamEdgeSleep::s82TwoSleepsInARow()
{
    RawServer server;
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(server.requests().size(), 1);
    edge.dropConnections();
    m_later.send(edge, getRequest(server.url()));
    QTRY_COMPARE(server.requests().size(), 2);
    m_clock.advance(500ms);
    edge.dropConnections();
    settle();
    QCOMPARE(m_caller.replies.size(), 1); // it had its time
    QCOMPARE(m_later.replies.size(), 0);
    m_clock.advance(1s);
    QCOMPARE(m_later.replies.size(), 1);
    QCOMPARE(m_later.replies.first().failure, TransportFailure::Interrupted);
}

void TestQnamEdgeSleep::s82ACallerThatLeftHearsNothing()
{
    RawServer server;
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(server.requests().size(), 1);
    edge.dropConnections();
    m_caller.context.reset();
    m_clock.advance(2s);
    QCOMPARE(m_caller.replies.size(), 0);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestQnamEdgeSleep::s82NothingWasConnected()
{
    QnamEdge edge(m_clock);
    edge.dropConnections();
    QCOMPARE(m_clock.activeTimers(), 0);
}

void TestQnamEdgeSleep::s82TheEdgeGoesMeanwhile()
{
    RawServer server;
    {
        QnamEdge edge(m_clock);
        m_caller.send(edge, getRequest(server.url()));
        QTRY_COMPARE(server.requests().size(), 1);
        edge.dropConnections();
    }
    m_clock.advance(2s);
    QCOMPARE(m_caller.replies.size(), 0);
    QTRY_COMPARE(server.openConnections(), 0);
}

LATCHKEY_TEST(TestQnamEdgeSleep, QCoreApplication)
#include "tst_qnamedgesleep.moc"
