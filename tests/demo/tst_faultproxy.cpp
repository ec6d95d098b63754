#include "app/demo/faultproxy.h"
#include "tests/demo/rawclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawserver.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::demo;
using namespace latchkey::test;
using namespace std::chrono_literals;

using Kind = Fault::Kind;
using Point = Fault::Point;
using End = RawClient::End;

namespace
{

const QByteArray kReply = httpReply(200, "0123456789");
const qsizetype kHead = kReply.size() - 10;

} // namespace

// Server, proxy and client share this thread's event loop: whatever blocked would stop them all.
class tst_FaultProxy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void strikes_data();
    void strikes();
    void latency();
    void drip();
    void unspoiltAndKeptAlive();
    void pipelined();
    void laterExchangeOfAConnection();

private:
    [[nodiscard]] QByteArray request(const QByteArray &method = "GET") const;
    void plan(const Fault &fault);

    FakeClock m_clock;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    QList<Exchange> m_planned;
};

void tst_FaultProxy::init()
{
    m_server = std::make_unique<RawServer>();
    m_server->setReply(kReply);
    m_proxy = std::make_unique<FaultProxy>(m_clock);
    QVERIFY(m_proxy->start(m_server->port()));
    m_planned.clear();
}

void tst_FaultProxy::cleanup()
{
    m_proxy.reset();
    m_server.reset();
}

QByteArray tst_FaultProxy::request(const QByteArray &method) const
{
    return method + " /x HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_proxy->port())
        + "\r\n" + (method == "POST" ? "Content-Length: 4\r\n\r\nbody" : "\r\n");
}

void tst_FaultProxy::plan(const Fault &fault)
{
    m_proxy->setPlan([this, fault](const Exchange &exchange) {
        m_planned.append(exchange);
        return fault;
    });
}

void tst_FaultProxy::strikes_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("serverActed");
    QTest::addColumn<qsizetype>("passed");
    QTest::addColumn<End>("end");
    const struct {
        Kind kind;
        End end;
    } kinds[]{{Kind::Reset, End::Reset}, {Kind::Cut, End::Fin}, {Kind::Hang, End::Open}};
    const struct {
        Point point;
        bool serverActed;
        qsizetype passed;
    } points[]{{Point::Connect, false, 0},     {Point::Request, false, 0},
               {Point::Reply, true, 0},        {Point::Header, true, kHead / 2},
               {Point::Body, true, kHead + 5}, {Point::End, true, kReply.size()}};
    for (const auto &kind : kinds) {
        for (const auto &point : points) {
            const Fault fault{kind.kind, point.point};
            QTest::newRow(qPrintable(describe(fault)))
                << fault << point.serverActed << point.passed << kind.end;
        }
    }
}

void tst_FaultProxy::strikes()
{
    QFETCH(Fault, fault);
    QFETCH(bool, serverActed);
    QFETCH(qsizetype, passed);
    QFETCH(End, end);
    plan(fault);
    QSignalSpy struck(m_proxy.get(), &FaultProxy::struck);
    RawClient client(m_proxy->port());
    client.send(request("POST"));
    if (end == End::Open)
        QTRY_VERIFY(m_proxy->isStuck());
    QTRY_COMPARE(client.poll(), end);
    QTRY_COMPARE((client.poll(), client.bytes()), kReply.first(passed));
    QCOMPARE(m_server->requests().size(), serverActed ? 1 : 0);
    QCOMPARE(m_proxy->injected(), 1);
    QCOMPARE(struck.size(), 1);
    QCOMPARE(struck.at(0).at(0).value<Fault>(), fault);
    QCOMPARE(m_proxy->isStuck(), end == End::Open);
    // Silent means silent, whatever else the client says.
    client.send(request());
    m_clock.advance(1h);
    QCOMPARE(client.poll(), end);
    QCOMPARE(client.bytes().size(), passed);
    QCOMPARE(m_planned.size(), 1);
}

void tst_FaultProxy::latency()
{
    Fault fault{Kind::Latency};
    fault.wait = 40s;
    plan(fault);
    RawClient client(m_proxy->port());
    client.send(request());
    QTRY_VERIFY(m_proxy->isStuck());
    QCOMPARE(m_server->requests().size(), 1);
    m_clock.advance(40s - 1ms);
    QVERIFY(client.poll() == End::Open && client.bytes().isEmpty());
    m_clock.advance(1ms);
    QTRY_COMPARE((client.poll(), client.bytes()), kReply);
    QVERIFY(!m_proxy->isStuck());
    QCOMPARE(m_proxy->injected(), 1);
    m_proxy->setPlan({}); // the connection goes on
    client.send(request());
    QTRY_COMPARE((client.poll(), client.bytes()), kReply + kReply);
}

void tst_FaultProxy::drip()
{
    Fault fault{Kind::Drip};
    fault.wait = 1s;
    fault.piece = 7;
    plan(fault);
    RawClient client(m_proxy->port());
    client.send(request());
    for (qsizetype sent = 7; sent < kReply.size(); sent += 7) {
        QTRY_COMPARE((client.poll(), client.bytes()), kReply.first(sent));
        QVERIFY(m_proxy->isStuck());
        m_clock.advance(999ms);
        QCOMPARE((client.poll(), client.bytes().size()), sent);
        m_clock.advance(1ms);
    }
    QTRY_COMPARE((client.poll(), client.bytes()), kReply);
    QVERIFY(!m_proxy->isStuck());
    QCOMPARE(m_proxy->injected(), 1);
    // A client that loses its patience takes the rest with it.
    client.send(request());
    QTRY_COMPARE((client.poll(), client.bytes().size()), kReply.size() + 7);
    client.close();
    QTRY_VERIFY(!m_proxy->isStuck());
    m_clock.advance(1h);
}

void tst_FaultProxy::unspoiltAndKeptAlive()
{
    QSignalSpy accepted(m_proxy.get(), &FaultProxy::accepted);
    QSignalSpy read(m_proxy.get(), &FaultProxy::requestRead);
    QSignalSpy answered(m_proxy.get(), &FaultProxy::replyRead);
    QSignalSpy delivered(m_proxy.get(), &FaultProxy::delivered);
    plan(Fault());
    RawClient client(m_proxy->port());
    client.send(request("POST").first(20)); // in two pieces
    QTRY_COMPARE(accepted.size(), 1);
    client.send(request("POST").sliced(20));
    QTRY_COMPARE((client.poll(), client.bytes()), kReply);
    client.send(request());
    QTRY_COMPARE((client.poll(), client.bytes()), kReply + kReply);
    QCOMPARE(client.poll(), End::Open);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_server->requests().first().body, QByteArray("body"));
    QCOMPARE(m_server->requests().last().line, QByteArray("GET /x HTTP/1.1"));
    QVERIFY(read.size() == 2 && answered.size() == 2 && delivered.size() == 2);
    QCOMPARE(m_proxy->connections(), 1);
    QCOMPARE(m_proxy->exchanges(), 2);
    QCOMPARE(m_proxy->injected(), 0);

    RawClient second(m_proxy->port());
    second.send(request());
    QTRY_COMPARE((second.poll(), second.bytes()), kReply);
    QCOMPARE(m_planned.size(), 3);
    QVERIFY(m_planned.at(1).connection == 0 && m_planned.at(1).onConnection == 1);
    QVERIFY(m_planned.at(2).connection == 1 && m_planned.at(2).onConnection == 0);
    QCOMPARE(m_planned.at(2).index, 2);
}

void tst_FaultProxy::pipelined()
{
    RawClient client(m_proxy->port());
    client.send(request("POST") + request());
    QTRY_COMPARE((client.poll(), client.bytes()), kReply + kReply);
    QCOMPARE(m_server->requests().size(), 2);
}

void tst_FaultProxy::laterExchangeOfAConnection()
{
    m_proxy->setPlan([](const Exchange &exchange) {
        return exchange.onConnection == 1 ? Fault{Kind::Reset, Point::Connect} : Fault();
    });
    RawClient client(m_proxy->port());
    client.send(request());
    QTRY_COMPARE((client.poll(), client.bytes()), kReply);
    QCOMPARE(m_proxy->injected(), 0);
    client.send(request());
    QTRY_COMPARE(client.poll(), End::Reset);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_proxy->injected(), 1);
}

LATCHKEY_TEST(tst_FaultProxy, QCoreApplication)
#include "tst_faultproxy.moc"
