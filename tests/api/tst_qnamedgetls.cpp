#include "app/api/qnamedge.h"
#include "tests/api/edgeprobe.h"
#include "tests/api/testtls.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;

// Bad certificates end the exchange before one byte of a request is said (security.md N6).
class TestQnamEdgeTls : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void goodCertificateIsAccepted();
    void badCertificateIsFatal_data();
    void badCertificateIsFatal();
    void oldProtocolIsRefused();
    void hangInTheHandshakeEndsAtTheDeadline();
    void s72TellsThatARequestHasLeft();
    void plainAnswerToTlsIsAFailure();
    void httpsGoesToTheProxyAsConnectOnly();
    void proxyThatAsksForAPasswordGetsNone();

private:
    FakeClock m_clock;
    Caller m_caller;
};

namespace
{

// Which authorities this process trusts: the test's own, or (an empty list) none.
void trust(bool testAuthority)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> trusted;
    if (testAuthority)
        trusted.append(QSslCertificate(readCert(QStringLiteral("ca"))));
    tls.setCaCertificates(trusted);
    QSslConfiguration::setDefaultConfiguration(tls);
}

} // namespace

void TestQnamEdgeTls::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
}

void TestQnamEdgeTls::init()
{
    m_caller = Caller();
    trust(true);
}

// The control: without it every row below could fail for another reason.
void TestQnamEdgeTls::goodCertificateIsAccepted()
{
    RawServer server(serverTls(QStringLiteral("good")));
    server.setReply(httpReply(200, R"({"a":1})"));
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::None);
    QCOMPARE(m_caller.replies.first().body, R"({"a":1})");
    QVERIFY(!m_caller.replies.first().tls);
    QCOMPARE(server.requests().size(), 1);
}

void TestQnamEdgeTls::badCertificateIsFatal_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<bool>("post");
    QTest::addColumn<TlsFault::Kind>("kind");
    QTest::addColumn<QDateTime>("limit");
    QTest::addColumn<QString>("issuedFor");
    const auto utc = [](int year) { return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC); };
    const auto row = [](const char *name, bool trusted, TlsFault::Kind kind,
                        const QDateTime &limit = {}, const QString &names = {}) {
        for (const bool post : {false, true})
            QTest::addRow("%s%s, %s", name, trusted ? "" : " of an unknown authority",
                          post ? "POST" : "GET")
                << QString::fromLatin1(name) << trusted << post << kind << limit << names;
    };
    row("selfsigned", true, TlsFault::Kind::Untrusted);
    row("good", false, TlsFault::Kind::Untrusted);
    row("expired", true, TlsFault::Kind::Expired, utc(2021));
    row("expired", false, TlsFault::Kind::Untrusted);
    row("notyet", true, TlsFault::Kind::NotYetValid, utc(2125));
    row("wronghost", true, TlsFault::Kind::WrongHost, {},
        QStringLiteral("other.example, third.example"));
}

void TestQnamEdgeTls::badCertificateIsFatal()
{
    QFETCH(QString, certificate);
    QFETCH(bool, trusted);
    QFETCH(bool, post);
    QFETCH(TlsFault::Kind, kind);
    QFETCH(QDateTime, limit);
    QFETCH(QString, issuedFor);
    trust(trusted);
    RawServer server(serverTls(certificate));
    server.setReply(httpReply(200, "{}"));
    QnamEdge edge(m_clock);
    HttpRequest request = post ? postRequest(server.url()) : getRequest(server.url());
    request.bearer = Secret(QByteArrayView("token.needle"));
    m_caller.send(edge, request);
    QTRY_COMPARE(m_caller.replies.size(), 1);
    settle();
    const HttpReply reply = m_caller.replies.first();
    QCOMPARE(reply.failure, TransportFailure::Tls);
    QCOMPARE(reply.status, 0);
    QVERIFY(reply.tls);
    QCOMPARE(reply.tls->kind, kind);
    QCOMPARE(reply.tls->limit, limit);
    QCOMPARE(reply.tls->issuedFor, issuedFor);
    QCOMPARE(QSslCertificate(reply.tls->certificate.toLatin1()),
             QSslCertificate(readCert(certificate)));
    const QSslCertificate shown(readCert(certificate));
    QCOMPARE(reply.tls->facts.notAfter, shown.expiryDate());
    QCOMPARE(QByteArray::fromHex(reply.tls->facts.sha256.toLatin1()),
             shown.digest(QCryptographicHash::Sha256));
    QVERIFY(!reply.tls->facts.subject.isEmpty() && !reply.tls->facts.issuer.isEmpty());
    QCOMPARE(server.requests().size(), 0);
    QCOMPARE(server.bytesReceived(), 0);
}

void TestQnamEdgeTls::oldProtocolIsRefused()
{
    QSslConfiguration tls = serverTls(QStringLiteral("good"));
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    tls.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    // Either end may be the one that refuses; tst_requestfactory holds our own setting.
    tls.setCiphers(QStringLiteral("DEFAULT@SECLEVEL=0"));
    RawServer server(tls);
    server.setReply(httpReply(200, "{}"));
    QnamEdge edge(m_clock);
    m_caller.send(edge, postRequest(server.url()));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QVERIFY(m_caller.replies.first().failure != TransportFailure::None);
    QCOMPARE(server.bytesReceived(), 0);
}

void TestQnamEdgeTls::hangInTheHandshakeEndsAtTheDeadline()
{
    RawServer server; // plain: takes the TLS hello and says nothing
    QnamEdge edge(m_clock);
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    int sent = 0;
    HttpRequest request = postRequest(url);
    request.onSent = [&sent] { ++sent; };
    m_caller.send(edge, request);
    QTRY_VERIFY(server.bytesReceived() > 0);
    m_clock.advance(std::chrono::seconds(30));
    QCOMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::TimedOut);
    QCOMPARE(sent, 0);
}

// A server that never answers may have acted on what it was sent (scenario 72).
void TestQnamEdgeTls::s72TellsThatARequestHasLeft()
{
    RawServer server(serverTls(QStringLiteral("good")));
    QnamEdge edge(m_clock);
    int sent = 0;
    HttpRequest request = postRequest(server.url());
    request.onSent = [&sent] { ++sent; };
    m_caller.send(edge, request);
    QCOMPARE(sent, 0);
    QTRY_COMPARE(server.requests().size(), 1);
    QTRY_COMPARE(sent, 1);
    QCOMPARE(m_caller.replies.size(), 0);
}

void TestQnamEdgeTls::plainAnswerToTlsIsAFailure()
{
    RawServer server;
    server.onConnect([](QTcpSocket &socket) {
        RawServer::say(socket, httpReply(200, "{}"), RawServer::Then::Close);
    });
    QnamEdge edge(m_clock);
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    m_caller.send(edge, postRequest(url));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::Tls);
    QVERIFY(m_caller.replies.first().tls);
    QCOMPARE(m_caller.replies.first().tls->kind, TlsFault::Kind::NoCertificate);
    QVERIFY(m_caller.replies.first().body.isEmpty());
}

// N13: a proxy is told the host's name and nothing else.
void TestQnamEdgeTls::httpsGoesToTheProxyAsConnectOnly()
{
    RawServer proxy;
    proxy.setReply("HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n", RawServer::Then::Close);
    qputenv("https_proxy", proxy.url().toEncoded());
    QnamEdge edge(m_clock, [] { return true; });
    HttpRequest request = postRequest(QUrl(QStringLiteral("https://api.example/login")));
    request.bearer = Secret(QByteArrayView("token.needle"));
    m_caller.send(edge, request);
    QTRY_COMPARE(m_caller.replies.size(), 1);
    qunsetenv("https_proxy");
    QVERIFY(m_caller.replies.first().failure != TransportFailure::None);
    QVERIFY(!proxy.requests().isEmpty());
    for (const RawRequest &seen : proxy.requests()) {
        QCOMPARE(seen.line, "CONNECT api.example:443 HTTP/1.1");
        QCOMPARE(seen.header("authorization"), "");
        QVERIFY(seen.body.isEmpty());
    }
}

void TestQnamEdgeTls::proxyThatAsksForAPasswordGetsNone()
{
    RawServer proxy;
    proxy.setReply("HTTP/1.1 407 Auth\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                   "Content-Length: 0\r\n\r\n");
    qputenv("https_proxy", proxy.url().toEncoded());
    QnamEdge edge(m_clock, [] { return true; });
    m_caller.send(edge, postRequest(QUrl(QStringLiteral("https://api.example/login"))));
    QTRY_COMPARE(m_caller.replies.size(), 1);
    qunsetenv("https_proxy");
    QCOMPARE(m_caller.replies.first().failure, TransportFailure::ProxyAuthentication);
    QCOMPARE(m_caller.replies.first().status, 0); // by that it is told from a server's own 407
    for (const RawRequest &seen : proxy.requests())
        QCOMPARE(seen.header("proxy-authorization"), "");
}

LATCHKEY_TEST(TestQnamEdgeTls, QCoreApplication)
#include "tst_qnamedgetls.moc"
