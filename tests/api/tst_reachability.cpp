#include "app/api/qnamedge.h"
#include "app/api/reachability.h"
#include "tests/api/testtls.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/rawserver.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using Outcome = CheckResult::Outcome;

// The way to a server on loopback, blocked at each of its steps in turn.
class TestReachability : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void plainServerAnswers();
    void tlsServerAnswers();
    void aNameIsLookedUp();
    void nothingSecretIsSent();
    void refused();
    void unknownName();
    void silentServerEndsAtTheDeadline_data();
    void silentServerEndsAtTheDeadline();
    void badCertificate_data();
    void badCertificate();
    void notTls();
    void otherAnswer_data();
    void otherAnswer();
    void throughAProxy_data();
    void throughAProxy();
    void clockSkew();
    void deletingItCancels();
    void nothingIsSaidFromInsideStart();

private:
    struct Run;
    FakeClock m_clock;
};

namespace
{

const QByteArray apiReply = httpReply(401, R"({"message":"Unauthorized","statusCode":401})");

ServerAddress addressOf(QUrl url, const char *scheme = nullptr, const char *host = nullptr)
{
    if (scheme)
        url.setScheme(QString::fromLatin1(scheme));
    if (host)
        url.setHost(QString::fromLatin1(host));
    url.setPath(QStringLiteral("/api"));
    return *ServerAddress::parse(url.toString());
}

QList<Outcome> outcomes(const Reachability &way)
{
    return {way.dns.outcome, way.tcp.outcome, way.tls.outcome, way.http.outcome};
}

} // namespace

struct TestReachability::Run {
    QnamEdge http;
    ApiClient api;
    ReachabilityCheck check;
    QList<Reachability> told;

    Run(FakeClock &clock, const ServerAddress &server, const ProxyChoice &proxy = {})
        : http(clock, [] { return true; })
        , api(http, clock)
        , check({api, clock}, server, proxy)
    {
        api.setServer(server);
        connect(&check, &ReachabilityCheck::progressed, &check,
                [this](const Reachability &way) { told.append(way); });
    }
    bool finish()
    {
        check.start();
        return QTest::qWaitFor([this] { return check.result().finished; }, 5000);
    }
    [[nodiscard]] const Reachability &way() const { return check.result(); }
};

void TestReachability::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
}

void TestReachability::init()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({QSslCertificate(readCert(QStringLiteral("ca")))});
    QSslConfiguration::setDefaultConfiguration(tls);
}

void TestReachability::plainServerAnswers()
{
    RawServer server;
    server.setReply(apiReply);
    Run run(m_clock, addressOf(server.url()));
    QVERIFY(run.finish());
    QCOMPARE(outcomes(run.way()),
             QList({Outcome::NotNeeded, Outcome::Good, Outcome::NotNeeded, Outcome::Good}));
    // Told step by step, and the end once.
    QCOMPARE(outcomes(run.told.first()),
             QList({Outcome::Running, Outcome::Waiting, Outcome::Waiting, Outcome::Waiting}));
    QCOMPARE(std::count_if(run.told.begin(), run.told.end(),
                           [](const Reachability &way) { return way.finished; }),
             1);
    QVERIFY(run.told.last().finished);
    QTRY_COMPARE(m_clock.activeTimers(), 0);
}

void TestReachability::tlsServerAnswers()
{
    RawServer server(serverTls(QStringLiteral("good")));
    server.setReply(apiReply);
    Run run(m_clock, addressOf(server.url()));
    QVERIFY(run.finish());
    QCOMPARE(outcomes(run.way()),
             QList({Outcome::NotNeeded, Outcome::Good, Outcome::Good, Outcome::Good}));
    QVERIFY2(run.way().tls.detail.startsWith(QStringLiteral("TLSv1.")),
             qPrintable(run.way().tls.detail));
}

void TestReachability::aNameIsLookedUp()
{
    RawServer server;
    server.setReply(apiReply);
    Run run(m_clock, addressOf(server.url(), nullptr, "localhost"));
    QVERIFY(run.finish());
    QCOMPARE(run.way().dns.outcome, Outcome::Good);
    QCOMPARE(run.way().http.outcome, Outcome::Good);
}

void TestReachability::nothingSecretIsSent()
{
    RawServer server;
    server.setReply(apiReply);
    Run run(m_clock, addressOf(server.url()));
    QVERIFY(run.finish());
    QCOMPARE(server.requests().size(), 1);
    const RawRequest &request = server.requests().first();
    QCOMPARE(request.line, "GET /api/auth/profile HTTP/1.1");
    QCOMPARE(request.header("authorization"), "");
    QCOMPARE(request.header("cookie"), "");
    QCOMPARE(request.body, "");
}

void TestReachability::refused()
{
    quint16 port = 0;
    {
        const RawServer server;
        port = server.port();
    }
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(port);
    Run run(m_clock, addressOf(url));
    QVERIFY(run.finish());
    QCOMPARE(
        outcomes(run.way()),
        QList({Outcome::NotNeeded, Outcome::Failed, Outcome::NotReached, Outcome::NotReached}));
    QCOMPARE(run.way().tcp.error->code, ErrorCode::ConnectionRefused);
    QVERIFY(run.way().tcp.error->detail.startsWith(QStringLiteral("ConnectionRefusedError")));
}

void TestReachability::unknownName()
{
    // RFC 6761 section 6.4: never a host.
    Run run(m_clock, addressOf(QUrl(QStringLiteral("https://latchkey.invalid"))));
    QVERIFY(run.finish());
    QCOMPARE(
        outcomes(run.way()),
        QList({Outcome::Failed, Outcome::NotReached, Outcome::NotReached, Outcome::NotReached}));
    QCOMPARE(run.way().dns.error->code, ErrorCode::HostNotFound);
}

void TestReachability::silentServerEndsAtTheDeadline_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("in the handshake") << true;
    QTest::newRow("after the request") << false;
}

void TestReachability::silentServerEndsAtTheDeadline()
{
    QFETCH(bool, tls);
    RawServer server; // takes what comes and says nothing
    Run run(m_clock, addressOf(server.url(), tls ? "https" : "http"));
    run.check.start();
    QTRY_VERIFY(server.bytesReceived() > 0);
    m_clock.advance(ReachabilityCheck::deadline - Milliseconds(1));
    QVERIFY(!run.way().finished);
    m_clock.advance(Milliseconds(1));
    QVERIFY(run.way().finished);
    const CheckResult &blocked = tls ? run.way().tls : run.way().http;
    QCOMPARE(blocked.outcome, Outcome::Failed);
    QCOMPARE(blocked.error->code, ErrorCode::TimedOut);
    QCOMPARE(blocked.took, ReachabilityCheck::deadline);
    QCOMPARE(run.way().tcp.outcome, Outcome::Good);
    QCOMPARE(run.way().tcp.took, Milliseconds(0));
    if (tls)
        QCOMPARE(run.way().http.outcome, Outcome::NotReached);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestReachability::badCertificate_data()
{
    QTest::addColumn<TlsFault::Kind>("kind");
    QTest::newRow("selfsigned") << TlsFault::Kind::Untrusted;
    QTest::newRow("expired") << TlsFault::Kind::Expired;
    QTest::newRow("notyet") << TlsFault::Kind::NotYetValid;
    QTest::newRow("wronghost") << TlsFault::Kind::WrongHost;
}

void TestReachability::badCertificate()
{
    QFETCH(TlsFault::Kind, kind);
    RawServer server(serverTls(QString::fromLatin1(QTest::currentDataTag())));
    server.setReply(apiReply);
    Run run(m_clock, addressOf(server.url()));
    QVERIFY(run.finish());
    QCOMPARE(outcomes(run.way()),
             QList({Outcome::NotNeeded, Outcome::Good, Outcome::Failed, Outcome::NotReached}));
    QCOMPARE(run.way().tls.error->code, ErrorCode::Tls);
    QVERIFY(run.way().tls.error->tls);
    QCOMPARE(run.way().tls.error->tls->kind, kind);
    settle();
    QCOMPARE(server.bytesReceived(), 0);
}

void TestReachability::notTls()
{
    RawServer server;
    server.onConnect([](QTcpSocket &socket) {
        RawServer::say(socket, httpReply(200, "{}"), RawServer::Then::Close);
    });
    Run run(m_clock, addressOf(server.url(), "https"));
    QVERIFY(run.finish());
    QCOMPARE(run.way().tls.outcome, Outcome::Failed);
    QCOMPARE(run.way().tls.error->code, ErrorCode::Tls);
}

void TestReachability::otherAnswer_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("another program")
        << httpReply(200, "<html>", {}, "text/html") << ErrorCode::NotFound;
    QTest::newRow("64: a firewall")
        << httpReply(403, "<html>", {}, "text/html") << ErrorCode::NotFromApi;
    QTest::newRow("no such path") << httpReply(404, "{}") << ErrorCode::NotFound;
    QTest::newRow("broken") << httpReply(500, "{}") << ErrorCode::ServerFault;
    QTest::newRow("garbage") << QByteArray("hello\r\n\r\n") << ErrorCode::Interrupted;
}

void TestReachability::otherAnswer()
{
    QFETCH(QByteArray, reply);
    QFETCH(ErrorCode, code);
    RawServer server;
    server.setReply(reply, RawServer::Then::Close);
    Run run(m_clock, addressOf(server.url()));
    QVERIFY(run.finish());
    QCOMPARE(run.way().tcp.outcome, Outcome::Good);
    QCOMPARE(run.way().http.outcome, Outcome::Failed);
    QCOMPARE(run.way().http.error->code, code);
}

void TestReachability::throughAProxy_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QList<Outcome>>("expected");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    const auto row
        = [](const char *name, const QByteArray &reply, const QList<Outcome> &expected,
             ErrorCode code) { QTest::newRow(name) << reply << expected << std::optional(code); };
    const QList tcpFails{Outcome::ByProxy, Outcome::Failed, Outcome::NotReached,
                         Outcome::NotReached};
    row("wants a password",
        "HTTP/1.1 407 Auth\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        tcpFails, ErrorCode::ProxyAuthenticationRequired);
    row("refuses", "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", tcpFails,
        ErrorCode::Interrupted);
    row("connects to something that is not TLS", "HTTP/1.1 200 OK\r\n\r\nhello",
        {Outcome::ByProxy, Outcome::ByProxy, Outcome::Failed, Outcome::NotReached}, ErrorCode::Tls);
}

void TestReachability::throughAProxy()
{
    QFETCH(QByteArray, reply);
    QFETCH(QList<Outcome>, expected);
    QFETCH(std::optional<ErrorCode>, code);
    RawServer proxy;
    proxy.setReply(reply);
    const ProxyChoice choice{true, QStringLiteral("127.0.0.1"), proxy.port()};
    // A name that only the proxy could know: nobody looks it up here.
    Run run(m_clock, addressOf(QUrl(QStringLiteral("https://latchkey.invalid"))), choice);
    QVERIFY(run.finish());
    QCOMPARE(outcomes(run.way()), expected);
    const CheckResult &failed
        = run.way().tcp.outcome == Outcome::Failed ? run.way().tcp : run.way().tls;
    QCOMPARE(failed.error->code, *code);
    QVERIFY(!proxy.requests().isEmpty());
    for (const RawRequest &seen : proxy.requests()) {
        QVERIFY2(seen.line.startsWith("CONNECT latchkey.invalid:443"), seen.line.constData());
        QCOMPARE(seen.header("proxy-authorization"), "");
    }
    if (run.way().tcp.outcome == Outcome::ByProxy)
        QCOMPARE(run.way().tcp.detail, QStringLiteral("127.0.0.1:%1").arg(proxy.port()));
}

void TestReachability::clockSkew()
{
    FakeHttp http;
    const WallTime serverTime = m_clock.wall() + std::chrono::hours(2);
    http.setResponder([serverTime](const HttpRequest &) {
        HttpReply reply = jsonReply(401, R"({"statusCode":401})");
        reply.headers.insert(
            "date",
            toDateTime(serverTime).toString(QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1()
                + " GMT");
        return reply;
    });
    ApiClient api(http, m_clock);
    RawServer server;
    api.setServer(addressOf(server.url()));
    ReachabilityCheck check({api, m_clock}, api.server());
    check.start();
    QTRY_VERIFY(check.result().finished || (settle(), false));
    QCOMPARE(check.result().http.outcome, Outcome::Good);
    QVERIFY(check.result().clockSkew);
    QCOMPARE(std::chrono::round<std::chrono::minutes>(*check.result().clockSkew).count(), 120);
    // Another server's time says nothing about this one.
    RawServer other;
    api.setServer(addressOf(other.url()));
    ReachabilityCheck foreign({api, m_clock}, addressOf(server.url()));
    foreign.start();
    QTRY_VERIFY(foreign.result().finished);
    QVERIFY(!foreign.result().clockSkew);
}

void TestReachability::deletingItCancels()
{
    RawServer server;
    for (const char *scheme : {"http", "https"}) {
        QnamEdge http(m_clock);
        ApiClient api(http, m_clock);
        auto check = std::make_unique<ReachabilityCheck>(ReachabilityCheck::Parts{api, m_clock},
                                                         addressOf(server.url(), scheme));
        QSignalSpy told(check.get(), &ReachabilityCheck::progressed);
        const qint64 before = server.bytesReceived();
        check->start();
        QTRY_VERIFY(server.bytesReceived() > before);
        const auto count = told.count();
        check.reset();
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(told.count(), count);
        QCOMPARE(m_clock.activeTimers(), 0);
    }
}

void TestReachability::nothingIsSaidFromInsideStart()
{
    RawServer server;
    server.setReply(apiReply);
    Run run(m_clock, addressOf(server.url()));
    run.check.start();
    QVERIFY(run.told.isEmpty());
    QTRY_VERIFY(run.way().finished);
}

LATCHKEY_TEST(TestReachability, QCoreApplication)
#include "tst_reachability.moc"
