#include "app/demo/demoserver.h"
#include "app/demo/faultproxy.h"
#include "tests/demo/rawclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawserver.h"
#include "tests/support/testprogram.h"

#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QTcpSocket>
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

const QByteArray kTenBytes = httpReply(200, "0123456789");

} // namespace

// Connections, ports and messages: what goes on below the faults.
class tst_FaultProxyLife : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void hostIsRewritten_data();
    void hostIsRewritten();
    void demoServerBehindIt();
    void replyThatOnlyTheEndEnds();
    void replyToHead();
    void serverThatHangsUp();
    void serverThatIsNotThere();
    void tooMuchIsThrownOut();
    void clientThatLeavesIsForgotten();
    void stopResetsAndFreesThePort();
    void listensOnLoopbackOnly();

private:
    [[nodiscard]] QByteArray request(const QByteArray &method = "GET") const;

    FakeClock m_clock;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
};

void tst_FaultProxyLife::init()
{
    m_server = std::make_unique<RawServer>();
    m_server->setReply(kTenBytes);
    m_proxy = std::make_unique<FaultProxy>(m_clock);
    QVERIFY(m_proxy->start(m_server->port()));
}

void tst_FaultProxyLife::cleanup()
{
    m_proxy.reset();
    m_server.reset();
}

QByteArray tst_FaultProxyLife::request(const QByteArray &method) const
{
    return method + " /x HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_proxy->port())
        + "\r\n\r\n";
}

void tst_FaultProxyLife::hostIsRewritten_data()
{
    QTest::addColumn<QByteArray>("line"); // %1: the proxy's port
    QTest::addColumn<QByteArray>("seen"); // %1: the server's
    QTest::newRow("ours") << QByteArray("Host: 127.0.0.1:%1") << QByteArray("127.0.0.1:%1");
    QTest::newRow("spelling") << QByteArray("hOST:127.0.0.1:%1 ") << QByteArray("127.0.0.1:%1");
    QTest::newRow("rebinding") << QByteArray("Host: evil.test:80") << QByteArray("evil.test:80");
    QTest::newRow("longer") << QByteArray("Host: 127.0.0.1:%10") << QByteArray();
    QTest::newRow("another header") << QByteArray("X-Host: 127.0.0.1:%1") << QByteArray();
}

void tst_FaultProxyLife::hostIsRewritten()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, seen);
    const QByteArray ours = QByteArray::number(m_proxy->port());
    const QByteArray target = QByteArray::number(m_server->port());
    RawClient client(m_proxy->port());
    client.send("GET / HTTP/1.1\r\nA: b\r\n" + line.replace("%1", ours) + "\r\nC: d\r\n\r\n");
    QTRY_COMPARE(m_server->requests().size(), 1);
    const RawRequest &request = m_server->requests().first();
    if (!seen.isEmpty())
        QCOMPARE(request.header("host"), seen.replace("%1", target));
    else
        QVERIFY(request.header("host") != "127.0.0.1:" + target);
    QCOMPARE(request.header("a") + request.header("c"), QByteArray("bd"));
}

void tst_FaultProxyLife::demoServerBehindIt()
{
    DemoServer server;
    QVERIFY(server.start());
    FaultProxy proxy(m_clock);
    QVERIFY(proxy.start(server.port()));
    RawClient client(proxy.port());
    client.send("GET /api/v1/auth/profile HTTP/1.1\r\nHost: 127.0.0.1:"
                + QByteArray::number(proxy.port()) + "\r\n\r\n");
    QTRY_VERIFY((client.poll(), client.bytes().contains("Unauthorized")));
    QVERIFY(client.bytes().startsWith("HTTP/1.1 401 "));
    QCOMPARE(server.counts().profile, 1);
}

void tst_FaultProxyLife::replyThatOnlyTheEndEnds()
{
    const QByteArray reply = "HTTP/1.1 200 OK\r\n\r\nuntil the end";
    m_server->setReply(reply, RawServer::Then::Close);
    RawClient client(m_proxy->port());
    client.send(request());
    QTRY_COMPARE(client.poll(), End::Fin);
    QCOMPARE(client.bytes(), reply);
}

void tst_FaultProxyLife::replyToHead()
{
    const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    m_server->setReply(reply);
    RawClient client(m_proxy->port());
    client.send(request("HEAD"));
    QTRY_COMPARE((client.poll(), client.bytes()), reply);
    m_server->setReply("HTTP/1.1 204 No Content\r\nConnection: Close\r\n\r\n");
    client.send(request());
    QTRY_COMPARE(client.poll(), End::Fin); // as the reply said
}

void tst_FaultProxyLife::serverThatHangsUp()
{
    m_server->setReply(kTenBytes.first(kTenBytes.size() - 1), RawServer::Then::Close);
    RawClient cut(m_proxy->port());
    cut.send(request());
    QTRY_COMPARE(cut.poll(), End::Fin);
    QCOMPARE(cut.bytes(), kTenBytes.first(kTenBytes.size() - 1));
    m_server->setReply({}, RawServer::Then::Close);
    RawClient empty(m_proxy->port());
    empty.send(request());
    QTRY_COMPARE(empty.poll(), End::Reset);
    QVERIFY(empty.bytes().isEmpty());
    QCOMPARE(m_proxy->injected(), 0);
}

void tst_FaultProxyLife::serverThatIsNotThere()
{
    m_server.reset();
    RawClient client(m_proxy->port());
    client.send(request());
    QTRY_COMPARE(client.poll(), End::Reset);
    QCOMPARE(m_proxy->injected(), 0);
}

void tst_FaultProxyLife::tooMuchIsThrownOut()
{
    RawClient announcer(m_proxy->port());
    announcer.send("POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n");
    QTRY_COMPARE(announcer.poll(), End::Reset);
    m_server->setReply(httpReply(200, QByteArray(2 * 1024 * 1024, 'x')));
    RawClient reader(m_proxy->port());
    reader.send(request());
    QTRY_COMPARE(reader.poll(), End::Reset);
    QVERIFY(reader.bytes().isEmpty());
}

void tst_FaultProxyLife::clientThatLeavesIsForgotten()
{
    m_proxy->setPlan([](const Exchange &) { return Fault{Kind::Hang, Point::Reply}; });
    RawClient client(m_proxy->port());
    client.send(request());
    QTRY_VERIFY(m_proxy->isStuck());
    client.close();
    QTRY_VERIFY(!m_proxy->isStuck());
}

void tst_FaultProxyLife::stopResetsAndFreesThePort()
{
    m_proxy->setPlan([](const Exchange &) { return Fault{Kind::Hang, Point::Request}; });
    const quint16 port = m_proxy->port();
    RawClient client(port);
    client.send(request());
    QTRY_VERIFY(m_proxy->isStuck());
    m_proxy->stop();
    QTRY_COMPARE(client.poll(), End::Reset);
    FaultProxy other(m_clock);
    QVERIFY(other.start(m_server->port(), port));
    QVERIFY(!m_proxy->start(m_server->port()));
    other.stop();
    QVERIFY(m_proxy->start(m_server->port()));
    QCOMPARE(m_proxy->port(), port);
    m_proxy->setPlan({});
    RawClient again(port);
    again.send(request());
    QTRY_COMPARE((again.poll(), again.bytes()), kTenBytes);
}

void tst_FaultProxyLife::listensOnLoopbackOnly()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
            continue;
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(address, m_proxy->port());
        QVERIFY2(!socket.waitForConnected(2000), qPrintable(address.toString()));
    }
}

LATCHKEY_TEST(tst_FaultProxyLife, QCoreApplication)
#include "tst_faultproxylife.moc"
