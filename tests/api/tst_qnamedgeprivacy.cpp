#include "app/api/qnamedge.h"
#include "tests/api/edgeprobe.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>

using namespace latchkey;
using namespace latchkey::test;

// What leaves the computer, seen from the server's side (security.md N1-N5).
class TestQnamEdgePrivacy : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void redirectIsNotFollowed_data();
    void redirectIsNotFollowed();
    void challengeIsNotAnswered_data();
    void challengeIsNotAnswered();
    void sendsOnlyKnownHeaders_data();
    void sendsOnlyKnownHeaders();
    void keepsNoCookies();
    void keepsNoCache();
    void loopbackNeverUsesAProxy_data();
    void loopbackNeverUsesAProxy();
    void chosenProxyIsTheOnlyWay_data();
    void chosenProxyIsTheOnlyWay();
    void proxyChangesWhileRunning();

private:
    FakeClock m_clock;
    Caller m_caller;
};

void TestQnamEdgePrivacy::init()
{
    m_caller = Caller();
}

void TestQnamEdgePrivacy::redirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("post");
    QTest::addColumn<QString>("target");
    const std::initializer_list<const char *> targets
        = {"http://127.0.0.1:%1/x",  "http://localhost:%1/x", "http://user:word@127.0.0.1:%1/x",
           "//127.0.0.1:%1/x",       "///127.0.0.1:%1/x",     "/same/host",
           "https://127.0.0.1:%1/x", "HTTP://127.0.0.1:%1"};
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const bool post : {false, true}) {
            for (const char *target : targets)
                QTest::addRow("%d %s %s", status, post ? "POST" : "GET", target)
                    << status << post << QString::fromLatin1(target);
        }
    }
}

void TestQnamEdgePrivacy::redirectIsNotFollowed()
{
    QFETCH(int, status);
    QFETCH(bool, post);
    QFETCH(QString, target);
    RawServer other;
    other.setReply(httpReply(200, "{}"));
    const QByteArray location
        = (target.contains(u"%1") ? target.arg(other.port()) : target).toLatin1();
    RawServer server;
    server.setReply(httpReply(status, "{}", "Location: " + location + "\r\n"));

    QnamEdge edge(m_clock);
    HttpRequest request = post ? postRequest(server.url()) : getRequest(server.url());
    request.bearer = Secret(QByteArrayView("token.needle"));
    m_caller.send(edge, request);
    QTRY_COMPARE(m_caller.replies.size(), 1);
    settle();
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::None);
    QCOMPARE(m_caller.replies.first().status, status);
    QCOMPARE(m_caller.replies.first().headers.value("location"), location);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(other.connections(), 0);
}

void TestQnamEdgePrivacy::challengeIsNotAnswered_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<bool>("post");
    const QByteArrayList challenges{"NTLM", "Negotiate", "Basic realm=\"x\"",
                                    "Digest realm=\"x\", nonce=\"n\", qop=\"auth\", algorithm=MD5",
                                    "Bearer"};
    for (const int status : {401, 407}) {
        for (const QByteArray &challenge : challenges) {
            for (const bool post : {false, true})
                QTest::addRow("%d %s %s", status, post ? "POST" : "GET", challenge.constData())
                    << status << challenge << post;
        }
    }
}

void TestQnamEdgePrivacy::challengeIsNotAnswered()
{
    QFETCH(int, status);
    QFETCH(QByteArray, challenge);
    QFETCH(bool, post);
    RawServer server;
    const QByteArray field = status == 401 ? "WWW-Authenticate: " : "Proxy-Authenticate: ";
    server.setReply(httpReply(status, "{}", field + challenge + "\r\n"));
    QnamEdge edge(m_clock);
    HttpRequest request = post ? postRequest(server.url()) : getRequest(server.url());
    request.bearer = Secret(QByteArrayView("token.needle"));
    m_caller.send(edge, request);
    m_caller.send(edge, request); // and nothing is remembered for the next one
    QTRY_COMPARE(m_caller.replies.size(), 2);
    settle();
    QCOMPARE(server.requests().size(), 2);
    for (const RawRequest &seen : server.requests()) {
        QCOMPARE(seen.header("authorization"), "Bearer token.needle");
        QCOMPARE(seen.header("proxy-authorization"), "");
    }
    for (const HttpReply &reply : m_caller.replies) {
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.failure,
                 status == 401 ? TransportFailure::None : TransportFailure::ProxyAuthentication);
    }
}

void TestQnamEdgePrivacy::sendsOnlyKnownHeaders_data()
{
    QTest::addColumn<bool>("post");
    QTest::addColumn<bool>("bearer");
    QTest::addColumn<QByteArrayList>("names");
    const QByteArrayList always{"accept", "accept-encoding", "accept-language", "connection",
                                "host",   "user-agent"};
    const auto with = [&always](const QByteArrayList &more) {
        QByteArrayList names = always + more;
        std::sort(names.begin(), names.end());
        return names;
    };
    QTest::newRow("GET") << false << false << with({"cache-control", "content-length", "pragma"});
    QTest::newRow("GET with token")
        << false << true << with({"authorization", "cache-control", "content-length", "pragma"});
    QTest::newRow("POST") << true << false << with({"content-length", "content-type"});
}

void TestQnamEdgePrivacy::sendsOnlyKnownHeaders()
{
    QFETCH(bool, post);
    QFETCH(bool, bearer);
    QFETCH(QByteArrayList, names);
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    QnamEdge edge(m_clock);
    HttpRequest request = post ? postRequest(server.url()) : getRequest(server.url());
    if (bearer)
        request.bearer = Secret(QByteArrayView("abc.def~+/="));
    m_caller.send(edge, request);
    QTRY_COMPARE(m_caller.replies.size(), 1);
    const RawRequest seen = server.requests().first();
    QCOMPARE(seen.headerNames(), names);
    QCOMPARE(seen.header("accept"), "application/json");
    QCOMPARE(seen.header("accept-language"), "en");
    static const QRegularExpression agent(QStringLiteral("^Latchkey/[0-9]+\\.[0-9]+$"));
    QVERIFY(agent.match(QString::fromLatin1(seen.header("user-agent"))).hasMatch());
    QCOMPARE(seen.header("authorization"), bearer ? "Bearer abc.def~+/=" : "");
    if (post) {
        QCOMPARE(seen.header("content-type"), "application/json");
        QCOMPARE(seen.header("content-length"), QByteArray::number(seen.body.size()));
    }
}

void TestQnamEdgePrivacy::keepsNoCookies()
{
    RawServer server;
    server.setReply(httpReply(200, "{}", "Set-Cookie: a=1; Path=/\r\nSet-Cookie: b=2\r\n"));
    QnamEdge edge(m_clock);
    for (int i = 1; i <= 2; ++i) {
        m_caller.send(edge, getRequest(server.url()));
        QTRY_COMPARE(m_caller.replies.size(), i);
        QCOMPARE(m_caller.replies.last().failure, TransportFailure::None);
        QCOMPARE(server.requests().last().header("cookie"), "");
    }
}

void TestQnamEdgePrivacy::keepsNoCache()
{
    RawServer server;
    server.setReply(httpReply(200, "{}", "Cache-Control: max-age=3600\r\nETag: \"x\"\r\n"));
    QnamEdge edge(m_clock);
    for (int i = 1; i <= 2; ++i) {
        m_caller.send(edge, getRequest(server.url()));
        QTRY_COMPARE(m_caller.replies.size(), i);
        QCOMPARE(server.requests().size(), i);
        QCOMPARE(server.requests().last().header("if-none-match"), "");
    }
}

// A proxy would read a password sent to this computer's own plain http server (N7, N13).
void TestQnamEdgePrivacy::loopbackNeverUsesAProxy_data()
{
    QTest::addColumn<bool>("manual");
    QTest::newRow("the environment's") << false;
    QTest::newRow("a chosen one") << true;
}

void TestQnamEdgePrivacy::loopbackNeverUsesAProxy()
{
    QFETCH(const bool, manual);
    RawServer proxy;
    proxy.setReply(httpReply(200, "{}"));
    RawServer server;
    server.setReply(httpReply(200, "{}"));
    QnamEdge edge(m_clock);
    if (manual)
        edge.useProxy({true, QStringLiteral("127.0.0.1"), proxy.port()});
    else
        qputenv("http_proxy", proxy.url().toEncoded());
    QUrl byName = server.url();
    byName.setHost(QStringLiteral("localhost"));
    m_caller.send(edge, postRequest(server.url()));
    m_caller.send(edge, postRequest(byName));
    QTRY_COMPARE(m_caller.replies.size(), 2);
    qunsetenv("http_proxy");
    QCOMPARE(proxy.connections(), 0);
    QCOMPARE(server.requests().size(), 2);
}

void TestQnamEdgePrivacy::chosenProxyIsTheOnlyWay_data()
{
    QTest::addColumn<QByteArray>("reply"); // of the proxy
    QTest::addColumn<int>("failure");
    QTest::newRow("wants a password")
        << httpReply(407, "", "Proxy-Authenticate: Basic realm=\"x\"\r\n")
        << int(TransportFailure::ProxyAuthentication);
    QTest::newRow("refuses") << httpReply(403, "") << -1;
    QTest::newRow("is no proxy") << QByteArray("SSH-2.0-OpenSSH\r\n") << -1;
}

// The name goes to the proxy unresolved, and nothing but the name and our own name (N13).
void TestQnamEdgePrivacy::chosenProxyIsTheOnlyWay()
{
    QFETCH(const QByteArray, reply);
    QFETCH(const int, failure);
    RawServer proxy;
    proxy.setReply(reply, RawServer::Then::Close);
    QnamEdge edge(m_clock, [] { return true; });
    edge.useProxy({true, QStringLiteral("127.0.0.1"), proxy.port()});
    m_caller.send(edge, postRequest(QUrl(QStringLiteral("https://api.example.invalid/login"))));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QVERIFY(m_caller.replies.first().failure != TransportFailure::None);
    if (failure >= 0)
        QCOMPARE(int(m_caller.replies.first().failure), failure);
    QVERIFY(!proxy.requests().isEmpty());
    for (const RawRequest &seen : proxy.requests()) {
        QCOMPARE(seen.line, "CONNECT api.example.invalid:443 HTTP/1.1");
        QCOMPARE(seen.header("proxy-authorization"), "");
        QCOMPARE(seen.header("authorization"), "");
        QCOMPARE(seen.body, "");
    }
}

void TestQnamEdgePrivacy::proxyChangesWhileRunning()
{
    RawServer first;
    first.setReply(httpReply(403, ""), RawServer::Then::Close);
    RawServer second;
    second.setReply(httpReply(403, ""), RawServer::Then::Close);
    const QUrl url(QStringLiteral("https://api.example.invalid/x"));
    QnamEdge edge(m_clock, [] { return true; });
    edge.useProxy({true, QStringLiteral("127.0.0.1"), first.port()});
    m_caller.send(edge, getRequest(url));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    const int atFirst = first.connections();
    QVERIFY(atFirst > 0);
    edge.useProxy({true, QStringLiteral("127.0.0.1"), second.port()});
    m_caller.send(edge, getRequest(url));
    QTRY_COMPARE(m_caller.replies.size(), 2);
    QVERIFY(second.connections() > 0);
    QCOMPARE(first.connections(), atFirst);
    edge.useProxy({});
    m_caller.send(edge, getRequest(url));
    QTRY_COMPARE(m_caller.replies.size(), 3);
    QCOMPARE(first.connections(), atFirst);
}

LATCHKEY_TEST(TestQnamEdgePrivacy, QCoreApplication)
#include "tst_qnamedgeprivacy.moc"
