#include "app/api/qnamedge.h"
#include "app/base/systemclock.h"
#include "tests/api/edgeprobe.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Then = RawServer::Then;

class TestQnamEdge : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void answersWithStatusHeadersAndBody();
    void neverAnswersFromInsideSend();
    void statusIsAnAnswer_data();
    void statusIsAnAnswer();
    void silenceEndsAtTheDeadline();
    void dripEndsAtTheDeadline();
    void deadlineStopsWithTheAnswer();
    void capsTheBody_data();
    void capsTheBody();
    void endlessBodyIsCutOff();
    void connectionRefused();
    void hostNotFound();
    void refusesToSend_data();
    void refusesToSend();
    void contextGoneMeansSilence_data();
    void contextGoneMeansSilence();
    void callbackMayDeleteEverything();
    void edgeGoneMeansSilence();
    void manyAtOnceAnswerOnceEach();

private:
    FakeClock m_clock;
    Caller m_caller;
};

void TestQnamEdge::init()
{
    m_caller = Caller();
}

void TestQnamEdge::answersWithStatusHeadersAndBody()
{
    RawServer server;
    server.setReply(httpReply(201, R"({"ok":true})", "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
    QnamEdge edge(m_clock);
    HttpRequest request = postRequest(server.url(QStringLiteral("/a/b")));
    m_caller.send(edge, request);
    QTRY_COMPARE(m_caller.replies.size(), 1);
    const HttpReply reply = m_caller.replies.first();
    QCOMPARE(reply.failure, TransportFailure::None);
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.body, R"({"ok":true})");
    QCOMPARE(reply.headers.value("date"), "Sun, 06 Nov 1994 08:49:37 GMT");
    QCOMPARE(reply.headers.value("content-type"), "application/json");
    QCOMPARE(server.requests().first().line, "POST /a/b HTTP/1.1");
    QCOMPARE(server.requests().first().body, R"({"a":"needle"})");
}

void TestQnamEdge::neverAnswersFromInsideSend()
{
    QnamEdge edge(m_clock, [] { return false; });
    m_caller.send(edge, getRequest(QUrl(QStringLiteral("https://example.com/"))));
    m_caller.send(edge, getRequest(QUrl(QStringLiteral("http://example.com/"))));
    m_caller.send(edge, getRequest(QUrl(QStringLiteral("http://127.0.0.1:1/"))));
    QCOMPARE(m_caller.replies.size(), 0);
    QTRY_COMPARE(m_caller.replies.size(), 3);
}

void TestQnamEdge::statusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 202, 206, 301, 304, 400, 401, 403, 404, 405, 408, 409, 410,
                             413, 415, 418, 422, 429, 451, 500, 501, 502, 503, 504, 511, 599})
        QTest::addRow("%d", status) << status;
}

void TestQnamEdge::statusIsAnAnswer()
{
    QFETCH(int, status);
    RawServer server;
    const QByteArray body = status == 304 ? "" : R"({"message":"x"})";
    server.setReply(httpReply(status, body));
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::None);
    QCOMPARE(m_caller.replies.first().status, status);
    QCOMPARE(m_caller.replies.first().body, body);
}

void TestQnamEdge::silenceEndsAtTheDeadline()
{
    RawServer server;
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(server.url()));
    QTRY_COMPARE(server.requests().size(), 1);
    m_clock.advance(29999ms);
    QCOMPARE(m_caller.replies.size(), 0);
    m_clock.advance(1ms);
    QCOMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::TimedOut);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.requests().size(), 1);
}

// P6: Qt's own time-out starts anew with each byte.
void TestQnamEdge::dripEndsAtTheDeadline()
{
    RawServer server;
    QTimer drip;
    server.setHandler([&drip](QTcpSocket &socket, const RawRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        QObject::connect(&drip, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
        drip.start(10ms);
    });
    SystemClock clock;
    QnamEdge edge(clock);
    HttpRequest request = getRequest(server.url());
    request.deadline = 300ms;
    QElapsedTimer elapsed;
    elapsed.start();
    m_caller.send(edge, request);
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::TimedOut);
    QCOMPARE(m_caller.replies.first().status, 200);
    QVERIFY(m_caller.replies.first().body.isEmpty());
    QCOMPARE_GE(elapsed.elapsed(), 290);
    QCOMPARE_LT(elapsed.elapsed(), 1500);
}

void TestQnamEdge::deadlineStopsWithTheAnswer()
{
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_clock.activeTimers(), 0);
    m_clock.advance(1h);
    QCOMPARE(m_caller.replies.size(), 1);
}

void TestQnamEdge::capsTheBody_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("announced");
    QTest::addColumn<bool>("fits");
    for (const bool announced : {true, false}) {
        const char *how = announced ? "announced" : "until close";
        QTest::addRow("at the cap, %s", how) << 1000 << announced << true;
        QTest::addRow("one over, %s", how) << 1001 << announced << false;
        QTest::addRow("far over, %s", how) << 300'000 << announced << false;
    }
}

void TestQnamEdge::capsTheBody()
{
    QFETCH(int, size);
    QFETCH(bool, announced);
    QFETCH(bool, fits);
    RawServer server;
    const QByteArray body(size, 'x');
    if (announced)
        server.setReply(httpReply(200, body));
    else
        server.setReply("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body, Then::Close);
    QnamEdge edge(m_clock);
    HttpRequest request = getRequest(server.url());
    request.byteCap = 1000;
    m_caller.send(edge, request);
    QTRY_COMPARE(m_caller.replies.size(), 1);
    const HttpReply reply = m_caller.replies.first();
    QCOMPARE(reply.failure, fits ? TransportFailure::None : TransportFailure::TooLarge);
    QCOMPARE(reply.body.size(), fits ? size : 0);
}

void TestQnamEdge::endlessBodyIsCutOff()
{
    RawServer server;
    qint64 pushed = 0;
    server.setHandler([&pushed](QTcpSocket &socket, const RawRequest &) {
        const auto push = [&socket, &pushed] {
            if (socket.bytesToWrite() < 1'000'000)
                pushed += socket.write(QByteArray(100'000, 'x'));
        };
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, push);
        push();
    });
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::TooLarge);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE_LT(pushed, 32'000'000); // sockets' buffers; without the cap it never stops
}

void TestQnamEdge::connectionRefused()
{
    QUrl closed;
    {
        RawServer server;
        closed = server.url();
    }
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(closed));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::ConnectionRefused);
    QVERIFY(!m_caller.replies.first().detail.isEmpty());
}

// RFC 6761 section 6.4: "invalid" never resolves. Without any resolver the answer is the same.
void TestQnamEdge::hostNotFound()
{
    qputenv("RES_OPTIONS", "timeout:1 attempts:1"); // where no resolver answers at all
    QnamEdge edge(m_clock, [] { return true; });
    m_caller.send(edge, getRequest(QUrl(QStringLiteral("https://name.invalid/"))));
    QTRY_COMPARE_WITH_TIMEOUT(m_caller.replies.size(), 1, 15000);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::HostNotFound);
    QCOMPARE(m_caller.replies.first().status, 0);
}

void TestQnamEdge::refusesToSend_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("bearer");
    for (const auto *url :
         {"http://example.com/", "http://192.168.0.1/", "http://localhost.example/",
          "http://127.0.0.1.example/", "http://[::2]/", "http://0.0.0.0/", "ftp://127.0.0.1/",
          "file:///etc/hostname", "data:text/plain,x", "ws://127.0.0.1/", "127.0.0.1/", "",
          "https://user:word@example.com/", "http://user@127.0.0.1/", "https:///path"})
        QTest::newRow(url) << QString::fromLatin1(url) << QByteArray();
    const QString good = QStringLiteral("http://127.0.0.1:1/");
    QTest::newRow("bearer with CRLF") << good << QByteArray("a\r\nX: y");
    QTest::newRow("bearer with space") << good << QByteArray("a b");
}

void TestQnamEdge::refusesToSend()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, bearer);
    QnamEdge edge(m_clock, [] { return true; });
    HttpRequest request = getRequest(QUrl(url));
    request.bearer = Secret(QByteArrayView(bearer));
    m_caller.send(edge, request);
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::Refused);
}

void TestQnamEdge::contextGoneMeansSilence_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("before anything is sent") << 0;
    QTest::newRow("while waiting") << 1;
    QTest::newRow("when the answer is on its way") << 2;
}

void TestQnamEdge::contextGoneMeansSilence()
{
    QFETCH(int, when);
    RawServer server;
    server.setHandler([&](QTcpSocket &socket, const RawRequest &) {
        if (when == 2)
            RawServer::say(socket, httpReply(200, "{}"), Then::Keep);
        if (when > 0)
            m_caller.context.reset();
    });
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(server.url()));
    if (when == 0)
        m_caller.context.reset();
    else
        QTRY_VERIFY(!m_caller.context);
    if (when < 2) // a whole answer leaves a connection that may be used again
        QTRY_COMPARE(server.openConnections(), 0);
    m_clock.advance(1h);
    QCOMPARE(m_caller.replies.size(), 0);
    QCOMPARE(m_clock.activeTimers(), 0);
}

void TestQnamEdge::callbackMayDeleteEverything()
{
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    auto edge = std::make_unique<QnamEdge>(m_clock);
    auto context = std::make_unique<QObject>();
    int answers = 0;
    edge->send(getRequest(server.url()), context.get(), [&](const HttpReply &) {
        ++answers;
        context.reset();
        edge.reset();
    });
    QTRY_COMPARE(answers, 1);
    settle();
    QCOMPARE(answers, 1);
}

void TestQnamEdge::edgeGoneMeansSilence()
{
    RawServer server;
    auto edge = std::make_unique<QnamEdge>(m_clock);
    for (int i = 0; i < 10; ++i)
        m_caller.send(*edge, i % 2 ? getRequest(server.url()) : postRequest(server.url()));
    QTRY_VERIFY(server.requests().size() >= 6); // Qt's limit of connections per host
    edge.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    m_clock.advance(1h);
    QCOMPARE(m_caller.replies.size(), 0);
    QCOMPARE(m_clock.activeTimers(), 0);
}

void TestQnamEdge::manyAtOnceAnswerOnceEach()
{
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    QnamEdge edge(m_clock);
    for (int i = 0; i < 50; ++i)
        m_caller.send(edge, i % 2 ? getRequest(server.url()) : postRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 50);
    settle();
    QCOMPARE(m_caller.replies.size(), 50);
    QCOMPARE(server.requests().size(), 50);
    for (const HttpReply &reply : m_caller.replies)
        QCOMPARE(reply.failure, TransportFailure::None);
}

LATCHKEY_TEST(TestQnamEdge, QCoreApplication)
#include "tst_qnamedge.moc"
