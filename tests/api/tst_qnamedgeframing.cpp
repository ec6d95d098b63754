#include "app/api/bearerchallenge.h"
#include "app/api/qnamedge.h"
#include "app/api/replymapper.h"
#include "tests/api/edgeprobe.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using Then = RawServer::Then;

// Servers that hang up or answer wrongly: one request each, and no half answer (N3, N11).
class TestQnamEdgeFraming : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void wrongFramingIsNoAnswer_data();
    void wrongFramingIsNoAnswer();
    void aFieldWithControlsIsNeverTaken_data();
    void aFieldWithControlsIsNeverTaken();
    void readsEncodings_data();
    void readsEncodings();
    void s64EveryChallengeIsSeen();
    void s64TooMuchOrCutIsJudgedByItsHead_data();
    void s64TooMuchOrCutIsJudgedByItsHead();
    void goesOutOnce_data();
    void goesOutOnce();
    void onKeptConnectionGoesOutOnce_data();
    void onKeptConnectionGoesOutOnce();

private:
    FakeClock m_clock;
    Caller m_caller;
};

void TestQnamEdgeFraming::init()
{
    m_caller = Caller();
}

// N11 on the wire, what qt-notes P5 lists as taken by Qt without an error.
void TestQnamEdgeFraming::wrongFramingIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TransportFailure>("failure");
    const auto malformed = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << TransportFailure::Malformed;
    };
    const auto cut = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << TransportFailure::Interrupted;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray body = R"({"a":1})"; // 7 bytes
    malformed("two lengths", ok + "Content-Length: 7\r\nContent-Length: 9\r\n\r\n" + body);
    malformed("length list", ok + "Content-Length: 7, 7\r\n\r\n" + body);
    malformed("negative length", ok + "Content-Length: -7\r\n\r\n" + body);
    malformed("hex length", ok + "Content-Length: 0x7\r\n\r\n" + body);
    malformed("huge length", ok + "Content-Length: 99999999999999999999\r\n\r\n" + body);
    malformed("signed length", ok + "Content-Length: +7\r\n\r\n" + body);
    malformed("both rules",
              ok + "Content-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n" + body
                  + "\r\n0\r\n\r\n");
    malformed("odd coding",
              ok + "Transfer-Encoding: gzip, chunked\r\n\r\n7\r\n" + body + "\r\n0\r\n\r\n");
    cut("cut length", ok + "Content-Length: 9\r\n\r\n" + body);
    cut("cut chunk", ok + "Transfer-Encoding: chunked\r\n\r\n9\r\n" + body);
    cut("no last chunk", ok + "Transfer-Encoding: chunked\r\n\r\n7\r\n" + body + "\r\n");
    cut("cut refusal", QByteArray("HTTP/1.1 401 No\r\nContent-Length: 9\r\n\r\n") + body);
    malformed("status 20", "HTTP/1.1 20 OK\r\nContent-Length: 7\r\n\r\n" + body);
    malformed("status -200", "HTTP/1.1 -200 OK\r\nContent-Length: 7\r\n\r\n" + body);
    malformed("status 999", "HTTP/1.1 999 OK\r\nContent-Length: 7\r\n\r\n" + body);
    // Qt tells an unreadable status line as it does a closed connection.
    cut("no HTTP", QByteArray("220 mail.example ESMTP\r\n"));
    cut("noise", QByteArray("\x16\x03\x01\x00\x05\x01\x02\x03\r\n\r\n\x00\xff", 14));
    cut("nothing", QByteArray());
}

void TestQnamEdgeFraming::wrongFramingIsNoAnswer()
{
    QFETCH(QByteArray, bytes);
    RawServer server;
    server.setReply(bytes, Then::Close);
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QTEST(m_caller.replies.first().failure, "failure");
    QVERIFY(m_caller.replies.first().body.isEmpty());
    QVERIFY(!m_caller.replies.first().detail.contains(u"needle"));
    QCOMPARE(server.requests().size(), 1);
}

void TestQnamEdgeFraming::aFieldWithControlsIsNeverTaken_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const QList<QPair<QByteArray, QByteArray>> fields
        = {{"X", "a?b"},
           {"Content-Type", "application/json?"},
           {"Content-Length", "7?7"},
           {"Transfer-Encoding", "chunked?"},
           {"Content-Encoding", "gzip?"},
           {"Location", "/a?b"},
           {"WWW-Authenticate", "Bearer? realm=x"},
           {"Retry-After", "1?1"},
           {"Date", "Tue, 01 Dec 2026 10:00:00? GMT"}};
    for (const auto &[name, value] : fields) {
        for (const auto &[control, byte] : {std::pair("NUL", '\0'), std::pair("CR", '\r')})
            QTest::addRow("%s in %s", control, name.constData())
                << name << QByteArray(value).replace('?', QByteArray(1, byte) + '-');
    }
}

// Qt 6.4 hands such a field on, and the reply is refused. Qt 6.8 leaves it out, which nobody is
// told of, so that the reply is judged as if it had never been there. No reading of it is ever
// believed.
void TestQnamEdgeFraming::aFieldWithControlsIsNeverTaken()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const bool inChunks = name == "Transfer-Encoding";
    const QByteArray body = inChunks ? "7\r\n{\"a\":1}\r\n0\r\n\r\n" : R"({"a":1})";
    RawServer server;
    server.setReply("HTTP/1.1 401 No\r\n" + name + ": " + value + "\r\n\r\n" + body, Then::Close);
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    const HttpReply reply = m_caller.replies.first();
    QVERIFY(!reply.headers.contains(name.toLower()));
    const bool refused = reply.failure == TransportFailure::Malformed;
    QVERIFY(refused || reply.failure == TransportFailure::None);
    QCOMPARE(reply.body, refused ? QByteArray() : body);
    QCOMPARE(server.requests().size(), 1);
}

void TestQnamEdgeFraming::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("readable");
    const auto zip = [](const QByteArray &plain) { return qCompress(plain).mid(4); };
    const QByteArray json = R"({"a":1})";
    const auto length = [](const QByteArray &bytes) {
        return "Content-Length: " + QByteArray::number(bytes.size()) + "\r\n";
    };
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n")
                             << QByteArray("3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n") << true;
    QTest::newRow("deflate") << "Content-Encoding: deflate\r\n" + length(zip(json)) << zip(json)
                             << true;
    const QByteArray bomb = zip(QByteArray(8'000'000, ' '));
    QTest::newRow("bomb") << "Content-Encoding: deflate\r\n" + length(bomb) << bomb << false;
}

void TestQnamEdgeFraming::readsEncodings()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    QFETCH(bool, readable);
    RawServer server;
    server.setReply("HTTP/1.1 200 OK\r\n" + head + "\r\n" + body);
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure == TransportFailure::None, readable);
    QCOMPARE(m_caller.replies.first().body, readable ? QByteArray(R"({"a":1})") : QByteArray());
}

// Of several fields too: the last of them may be the API's.
void TestQnamEdgeFraming::s64EveryChallengeIsSeen()
{
    RawServer server;
    server.setReply(httpReply(401, "<html>",
                              "WWW-Authenticate: Basic realm=\"x, y\"\r\n"
                              "WWW-Authenticate: bearer realm=\"api\"\r\n",
                              "text/html"));
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    const HttpReply reply = m_caller.replies.first();
    QCOMPARE(reply.failure, TransportFailure::None);
    QCOMPARE(reply.headers.value("www-authenticate"), "Basic realm=\"x, y\", bearer realm=\"api\"");
    QVERIFY(challengesBearer(reply.headers.value("www-authenticate")));
}

void TestQnamEdgeFraming::s64TooMuchOrCutIsJudgedByItsHead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("waits");
    const QByteArray page(70'000, 'x');
    const QByteArray wait = "Retry-After: 77\r\n";
    const auto status = [](int number) {
        return "HTTP/1.1 " + QByteArray::number(number) + " x\r\nContent-Type: text/html\r\n";
    };
    const auto tooMuch = [&](int number, ErrorCode code, const QByteArray &more = {},
                             bool waits = false) {
        QTest::addRow("64: %d, too much is announced", number)
            << status(number) + more + "Content-Length: 70000\r\n\r\n" + page << code << waits;
        QTest::addRow("64: %d, too much comes", number)
            << status(number) + more + "\r\n" + page << code << waits;
    };
    tooMuch(200, ErrorCode::UnreadableReply, wait);
    tooMuch(302, ErrorCode::CaptivePortal, "Location: http://portal.example/\r\n");
    tooMuch(400, ErrorCode::NotFromApi);
    tooMuch(401, ErrorCode::NotFromApi);
    tooMuch(403, ErrorCode::NotFromApi);
    tooMuch(404, ErrorCode::NotFound);
    tooMuch(429, ErrorCode::TooManyRequests, wait, true);
    tooMuch(500, ErrorCode::ServerFault);
    tooMuch(503, ErrorCode::Unavailable, wait, true);
    const auto cut = [&](int number, ErrorCode code, bool waits) {
        QTest::addRow("64: %d, cut", number)
            << status(number) + wait + "Content-Length: 9\r\n\r\n<html>" << code << waits;
    };
    cut(200, ErrorCode::Interrupted, false);
    cut(401, ErrorCode::Interrupted, false);
    cut(429, ErrorCode::TooManyRequests, true);
    cut(503, ErrorCode::Unavailable, true);
    QTest::newRow("64: 503, two lengths")
        << status(503) + wait + "Content-Length: 6\r\nContent-Length: 9\r\n\r\n<html>"
        << ErrorCode::UnreadableReply << false; // no field of it is believed
}

// What a body cannot tell, since it was not read, the status and the fields tell all the same.
void TestQnamEdgeFraming::s64TooMuchOrCutIsJudgedByItsHead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, waits);
    RawServer server;
    server.setReply(bytes, Then::Close);
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    const HttpReply reply = m_caller.replies.first();
    const auto result = mapProfile(reply, {server.url(), false, {}, m_clock.wall()});
    QVERIFY(!result);
    QTEST(result.error().code, "code");
    QCOMPARE(result.error().retryAfter.has_value(), waits);
}

// N3: wherever the server hangs up, one decision is one request.
void TestQnamEdgeFraming::goesOutOnce_data()
{
    QTest::addColumn<bool>("post");
    QTest::addColumn<QString>("point");
    QTest::addColumn<bool>("reset");
    for (const auto *point :
         {"connect", "head", "request", "status", "header", "body", "garbage"}) {
        for (const bool reset : {false, true}) {
            for (const bool post : {false, true})
                QTest::addRow("%s, %s, %s", post ? "POST" : "GET", point, reset ? "RST" : "FIN")
                    << post << QString::fromLatin1(point) << reset;
        }
    }
}

void TestQnamEdgeFraming::goesOutOnce()
{
    QFETCH(bool, post);
    QFETCH(QString, point);
    QFETCH(bool, reset);
    const Then then = reset ? Then::Reset : Then::Close;
    const auto hangUp = [then](QTcpSocket &socket) { RawServer::say(socket, {}, then); };
    RawServer server;
    if (point == u"connect")
        server.onConnect(hangUp);
    else if (point == u"head")
        server.onHead(hangUp);
    else if (point == u"request")
        server.setReply({}, then);
    else if (point == u"status")
        server.setReply("HTTP/1.1 2", then);
    else if (point == u"header")
        server.setReply("HTTP/1.1 200 OK\r\nContent-Le", then);
    else if (point == u"garbage")
        server.setReply("no HTTP at all\r\n\r\n", then);
    else
        server.setReply("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"a\":1}", then);

    QnamEdge edge(m_clock);
    m_caller.send(edge, post ? postRequest(server.url()) : getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    settle();
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::Interrupted);
    QVERIFY(!m_caller.replies.first().wasStale);
    QVERIFY(m_caller.replies.first().body.isEmpty());
    QCOMPARE(m_caller.replies.size(), 1);
    QCOMPARE_LE(server.requests().size(), 1);
    if (point != u"connect") // a connection that took no request may be tried again
        QCOMPARE(server.usedConnections(), 1); // Qt 6.8 makes a second one, and sends nothing on it
}

void TestQnamEdgeFraming::onKeptConnectionGoesOutOnce_data()
{
    QTest::addColumn<bool>("post");
    QTest::newRow("GET") << false;
    QTest::newRow("POST") << true;
}

// Whether to try again is the caller's to decide, who is told that it may have been stale.
void TestQnamEdgeFraming::onKeptConnectionGoesOutOnce()
{
    QFETCH(bool, post);
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    QnamEdge edge(m_clock);
    m_caller.send(edge, getRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    server.setReply({}, Then::Reset);
    for (const bool stale : {true, false}) {
        const auto before = m_caller.replies.size();
        m_caller.send(edge, post ? postRequest(server.url()) : getRequest(server.url()));
        QTRY_COMPARE(m_caller.replies.size(), before + 1);
        settle();
        QCOMPARE(m_caller.replies.last().failure, TransportFailure::Interrupted);
        QCOMPARE(m_caller.replies.last().wasStale, stale);
        QCOMPARE(server.requests().size(), before + 1);
    }
}

LATCHKEY_TEST(TestQnamEdgeFraming, QCoreApplication)
#include "tst_qnamedgeframing.moc"
