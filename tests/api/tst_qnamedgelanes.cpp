#include "app/api/qnamedge.h"
#include "tests/api/edgeprobe.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;

// What one purpose's server can do to another's requests, and when a try was in want of a network.
class TestQnamEdgeLanes : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_caller = Caller(); }
    void anotherPurposesServerDelaysNothing_data();
    void anotherPurposesServerDelaysNothing();
    void offlineIsToldOfATryThatFailed();
    void offlineIsNotToldOfWhatWasReached();

private:
    FakeClock m_clock;
    Caller m_caller;
};

void TestQnamEdgeLanes::anotherPurposesServerDelaysNothing_data()
{
    QTest::addColumn<HttpRequest::Purpose>("purpose");
    QTest::newRow("a picture's host") << HttpRequest::Purpose::Picture;
    QTest::newRow("a tested server") << HttpRequest::Purpose::Test;
}

// An endless header keeps its manager's thread, also after it is given up (qt-notes 12).
void TestQnamEdgeLanes::anotherPurposesServerDelaysNothing()
{
    QFETCH(HttpRequest::Purpose, purpose);
    QnamEdge edge(m_clock);
    auto hostile = std::make_unique<RawServer>();
    qint64 said = 0;
    hostile->onConnect([&said](QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nX: ");
        connect(&socket, &QTcpSocket::bytesWritten, &socket, [&said, &socket](qint64 bytes) {
            said += bytes;
            if (socket.bytesToWrite() < 65536)
                socket.write(QByteArray(65536, 'x'));
        });
    });
    HttpRequest request = getRequest(hostile->url());
    request.purpose = purpose;
    auto picture = std::make_unique<QObject>();
    edge.send(request, picture.get(), [](const HttpReply &) {});
    QTRY_VERIFY(said > 1024 * 1024);
    picture.reset();
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE_WITH_TIMEOUT(m_caller.replies.size(), 1, 1000);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::None);
    hostile.reset(); // else the edge would wait for it
}

void TestQnamEdgeLanes::offlineIsToldOfATryThatFailed()
{
    qputenv("RES_OPTIONS", "timeout:1 attempts:1"); // where no resolver answers at all
    QnamEdge edge(m_clock, [] { return false; });
    m_caller.send(edge, getRequest(QUrl(QStringLiteral("https://name.invalid/"))));
    QTRY_COMPARE_WITH_TIMEOUT(m_caller.replies.size(), 1, 15000);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::Offline);
}

// A proxy on this computer, or a name in a file, needs no interface but loopback's.
void TestQnamEdgeLanes::offlineIsNotToldOfWhatWasReached()
{
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    RawServer proxy;
    proxy.setReply(httpReply(407, "", "Proxy-Authenticate: Basic realm=\"x\"\r\n"),
                   RawServer::Then::Close);
    QnamEdge edge(m_clock, [] { return false; });
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.last().failure, TransportFailure::None);
    edge.useProxy({true, QStringLiteral("127.0.0.1"), proxy.port()});
    m_caller.send(edge, getRequest(QUrl(QStringLiteral("https://name.invalid/"))));
    QTRY_COMPARE(m_caller.replies.size(), 2);
    QCOMPARE(proxy.requests().size(), 1); // it was tried
    QCOMPARE(m_caller.replies.last().failure, TransportFailure::ProxyAuthentication);
    proxy.setReply("SSH-2.0-OpenSSH\r\n", RawServer::Then::Close);
    m_caller.send(edge, getRequest(QUrl(QStringLiteral("https://name.invalid/"))));
    QTRY_COMPARE(m_caller.replies.size(), 3);
    QCOMPARE(m_caller.replies.last().failure, TransportFailure::Interrupted);
}

LATCHKEY_TEST(TestQnamEdgeLanes, QCoreApplication)
#include "tst_qnamedgelanes.moc"
