#include "app/api/replymapper.h"
#include "tests/support/fakehttp.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

// Every status and every failure has one meaning (api.md, session.md).
class TestReplyMapper : public QObject
{
    Q_OBJECT
private slots:
    void statuses_data();
    void statuses();
    void failures_data();
    void failures();
    void a407WithoutAProxyIsNotTheProxys();
    void gate_data();
    void gate();
    void retryAfter_data();
    void retryAfter();
    void documentedErrorBodies_data();
    void documentedErrorBodies();
    void replacedSessions_data();
    void replacedSessions();
    void serverTimeIsTheDate();
    void probes_data();
    void probes();
};

namespace
{

const WallTime Now = fromDateTime(QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));

Asked asked(bool login = false)
{
    return {QUrl(QStringLiteral("https://api.example:8443/v1/auth/x")), login, Milliseconds(7),
            Now};
}

HttpReply with(HttpReply reply, const QByteArray &name, const QByteArray &value)
{
    reply.headers.insert(name, value);
    return reply;
}

HttpReply typed(const QByteArray &type, const QByteArray &body = R"({"access_token":"a"})")
{
    return with(jsonReply(200, body), "content-type", type);
}

} // namespace

void TestReplyMapper::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    const QList<QPair<int, ErrorCode>> rows{
        {100, UnreadableReply}, {101, UnreadableReply}, {204, UnreadableReply},
        {205, UnreadableReply}, {206, UnreadableReply}, {300, NotFound},
        {301, NotFound},        {304, NotFound},        {307, NotFound},
        {400, BadRequest},      {401, Unauthorized},    {402, RequestRefused},
        {403, Forbidden},       {404, NotFound},        {405, NotFound},
        {406, RequestRefused},  {407, NotFromApi},      {408, RequestRefused},
        {409, RequestRefused},  {410, RequestRefused},  {413, RequestRefused},
        {418, RequestRefused},  {422, RequestRefused},  {429, TooManyRequests},
        {451, RequestRefused},  {499, RequestRefused},  {500, ServerFault},
        {501, ServerFault},     {502, ServerFault},     {503, Unavailable},
        {504, ServerFault},     {505, ServerFault},     {511, CaptivePortal},
        {520, ServerFault},     {599, ServerFault}};
    for (const auto &[status, code] : rows)
        QTest::addRow("%d", status) << status << code;
}

void TestReplyMapper::statuses()
{
    QFETCH(int, status);
    QFETCH(ErrorCode, code);
    // The body would do for a success, and is the API's own: only the status decides.
    const HttpReply reply
        = jsonReply(status,
                    R"({"access_token":"a","refresh_token":"b","id":1,"email":"a@b","statusCode":)"
                        + QByteArray::number(status) + '}');
    const auto refresh = mapTokens(reply, asked());
    QVERIFY(!refresh);
    QCOMPARE(refresh.error().code, code);
    QCOMPARE(refresh.error().httpStatus, status);
    QVERIFY(!refresh.error().detail.isEmpty());
    const auto profile = mapProfile(reply, asked());
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, code);
    const auto login = mapTokens(reply, asked(true));
    QVERIFY(!login);
    QCOMPARE(login.error().code, status == 401 ? ErrorCode::InvalidCredentials : code);
}

void TestReplyMapper::failures_data()
{
    QTest::addColumn<TransportFailure>("failure");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, TransportFailure failure, ErrorCode code) {
        QTest::newRow(name) << failure << code;
    };
    row("offline", TransportFailure::Offline, ErrorCode::Offline);
    row("no host", TransportFailure::HostNotFound, ErrorCode::HostNotFound);
    row("refused", TransportFailure::ConnectionRefused, ErrorCode::ConnectionRefused);
    row("timed out", TransportFailure::TimedOut, ErrorCode::TimedOut);
    row("interrupted", TransportFailure::Interrupted, ErrorCode::Interrupted);
    row("tls", TransportFailure::Tls, ErrorCode::Tls);
    row("proxy", TransportFailure::ProxyAuthentication, ErrorCode::ProxyAuthenticationRequired);
    row("too large", TransportFailure::TooLarge, ErrorCode::UnreadableReply);
    row("malformed", TransportFailure::Malformed, ErrorCode::UnreadableReply);
    row("not sent", TransportFailure::Refused, ErrorCode::InsecureAddress);
}

void TestReplyMapper::failures()
{
    QFETCH(TransportFailure, failure);
    QFETCH(ErrorCode, code);
    // A cut 200 still holds readable JSON (qt-notes P5): it must not be believed.
    HttpReply reply = jsonReply(200, R"({"access_token":"a","id":1,"email":"a@b"})");
    reply.failure = failure;
    reply.detail = QStringLiteral("technical");
    reply.tls = TlsFault{TlsFault::Kind::Expired, {}, {}, {}};
    const auto tokens = mapTokens(reply, asked(true));
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, code);
    QCOMPARE(tokens.error().detail, QStringLiteral("technical"));
    QVERIFY(tokens.error().tls);
    QCOMPARE(tokens.error().tls->kind, TlsFault::Kind::Expired);
    QVERIFY(!mapProfile(reply, asked()));
    QVERIFY(!mapProbe(reply, asked()));
}

// Qt tells a server's own 407 as a proxy's, but with its status.
void TestReplyMapper::a407WithoutAProxyIsNotTheProxys()
{
    HttpReply reply = with(jsonReply(407, "{}"), "proxy-authenticate", "Basic realm=\"x\"");
    reply.failure = TransportFailure::ProxyAuthentication;
    QCOMPARE(mapTokens(reply, asked(true)).error().code, ErrorCode::NotFromApi);
    QCOMPARE(mapProfile(reply, asked()).error().code, ErrorCode::NotFromApi);
    reply.status = 0;
    QCOMPARE(mapProfile(reply, asked()).error().code, ErrorCode::ProxyAuthenticationRequired);
}

void TestReplyMapper::gate_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("good");
    QTest::addColumn<ErrorCode>("code");
    const auto good = [](const char *name, const HttpReply &reply) {
        QTest::newRow(name) << reply << true << ErrorCode::UnreadableReply;
    };
    const auto bad = [](const char *name, const HttpReply &reply,
                        ErrorCode code = ErrorCode::UnreadableReply) {
        QTest::newRow(name) << reply << false << code;
    };
    good("200", typed("application/json"));
    good("201", jsonReply(201, R"({"access_token":"a"})"));
    good("299", jsonReply(299, R"({"access_token":"a"})"));
    good("charset", typed("application/json; charset=utf-8"));
    good("case", typed("Application/JSON ;x=y"));
    good("suffix", typed("application/hal+json"));
    good("text", typed("text/json"));
    good("twice the same",
         typed("application/json; charset=utf-8, application/json; charset=utf-8"));
    bad("html twice", typed("text/html, text/html", "<html>"));
    bad("html", typed("text/html", "<html>"));
    bad("json as html", typed("text/html"));
    bad("json as text", typed("text/plain"));
    bad("no type", typed(""));
    bad("two types", typed("application/json, text/html"));
    bad("almost", typed("application/jsonp"));
    bad("empty", typed("application/json", ""));
    bad("array", typed("application/json", R"([{"access_token":"a"}])"));
    bad("cut", typed("application/json", R"({"access_token":"a")"));
    bad("no token", typed("application/json", "{}"), ErrorCode::NoUsableTokens);
    bad("token with CRLF", typed("application/json", R"({"access_token":"a\r\nb"})"),
        ErrorCode::NoUsableTokens);
}

void TestReplyMapper::gate()
{
    QFETCH(HttpReply, reply);
    QFETCH(bool, good);
    QFETCH(ErrorCode, code);
    const auto result = mapTokens(reply, asked());
    QCOMPARE(result.has_value(), good);
    if (good) {
        QCOMPARE(result->sentSinceBoot, asked().sentSinceBoot);
    } else {
        QCOMPARE(result.error().code, code);
    }
}

void TestReplyMapper::retryAfter_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<int>("seconds");
    const QByteArray name = "retry-after";
    const auto at = [](int status) { return jsonReply(status, "{}"); };
    QTest::newRow("429") << with(at(429), name, "120") << 120;
    QTest::newRow("503") << with(at(503), name, "7") << 7;
    QTest::newRow("cap") << with(at(429), name, "86400") << 3600;
    QTest::newRow("absent") << at(429) << -1;
    QTest::newRow("garbage") << with(at(429), name, "soon") << -1;
    QTest::newRow("500 has none") << with(at(500), name, "7") << -1;
    const auto later = with(at(429), name, "Sun, 06 Nov 1994 08:50:37 GMT");
    QTest::newRow("by our clock") << later << 60;
    QTest::newRow("by the server's clock")
        << with(later, "date", "Sun, 06 Nov 1994 08:50:07 GMT") << 30;
}

void TestReplyMapper::retryAfter()
{
    QFETCH(HttpReply, reply);
    QFETCH(int, seconds);
    const auto result = mapTokens(reply, asked());
    QVERIFY(!result);
    const auto wait = result.error().retryAfter;
    QCOMPARE(wait ? static_cast<int>(wait->count()) : -1, seconds);
}

void TestReplyMapper::documentedErrorBodies_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<QStringList>("messages");
    const auto row
        = [](const char *name, const HttpReply &reply, const QList<const char *> &messages) {
              QStringList texts;
              for (const char *text : messages)
                  texts.append(QString::fromLatin1(text));
              QTest::newRow(name) << reply << texts;
          };
    row("login 401", jsonReply(401, R"({"message":"Unauthorized","statusCode":401})"),
        {"Unauthorized"});
    row("refresh 401",
        jsonReply(401, R"({"message":"Invalid","error":"Unauthorized","statusCode":401})"),
        {"Invalid"});
    row("refresh 400",
        jsonReply(400,
                  R"({"message":["refreshToken should not be empty",)"
                  R"("refreshToken must be a string"],"statusCode":400})"),
        {"refreshToken should not be empty", "refreshToken must be a string"});
    row("413", jsonReply(413, R"({"statusCode":413,"message":"request entity too large"})"),
        {"request entity too large"});
    row("500", jsonReply(500, R"({"statusCode":500,"message":"Internal server error"})"),
        {"Internal server error"});
    row("HTML", with(jsonReply(500, R"({"message":"x"})"), "content-type", "text/html"), {});
    row("cut", jsonReply(500, R"({"message":"x)"), {});
    row("empty", jsonReply(500, ""), {});
}

void TestReplyMapper::documentedErrorBodies()
{
    QFETCH(HttpReply, reply);
    QFETCH(QStringList, messages);
    const auto result = mapTokens(reply, asked());
    QVERIFY(!result);
    QCOMPARE(result.error().serverMessages, messages);
    QCOMPARE(result.error().httpStatus, reply.status);
}

void TestReplyMapper::replacedSessions_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("login");
    QTest::addColumn<bool>("replaced");
    const QByteArray body
        = R"({"message":"Session replaced","error":"session_replaced","statusCode":401})";
    const HttpReply told = jsonReply(401, body);
    QTest::newRow("told") << told << false << true;
    QTest::newRow("to a login") << told << true << false;
    QTest::newRow("plain 401") << jsonReply(401, R"({"message":"Unauthorized","statusCode":401})")
                               << false << false;
    QTest::newRow("words are no code") << jsonReply(
        401, R"({"message":"session_replaced","error":"Unauthorized","statusCode":401})")
                                       << false << false;
    QTest::newRow("another case") << jsonReply(401,
                                               R"({"error":"Session_Replaced","statusCode":401})")
                                  << false << false;
    QTest::newRow("a list") << jsonReply(401, R"({"error":["session_replaced"],"statusCode":401})")
                            << false << false;
    QTest::newRow("403") << jsonReply(403, body) << false << false;
    QTest::newRow("not JSON by its type")
        << with(told, "content-type", "text/html") << false << false;
}

void TestReplyMapper::replacedSessions()
{
    QFETCH(HttpReply, reply);
    QFETCH(bool, login);
    const auto profile = mapProfile(reply, asked(login));
    QTEST(!profile && profile.error().sessionReplaced, "replaced");
    const auto tokens = mapTokens(reply, asked(login));
    QTEST(!tokens && tokens.error().sessionReplaced, "replaced");
}

void TestReplyMapper::serverTimeIsTheDate()
{
    const HttpReply reply = jsonReply(201, R"({"access_token":"a"})");
    const auto without = mapTokens(reply, asked());
    QVERIFY(without && !without->serverTime);
    const auto garbage = mapTokens(with(reply, "date", "today"), asked());
    QVERIFY(garbage && !garbage->serverTime);
    const auto dated = mapTokens(with(reply, "date", "Sun, 06 Nov 1994 08:49:37 GMT"), asked());
    QVERIFY(dated && dated->serverTime);
    QCOMPARE(*dated->serverTime, Now);
}

void TestReplyMapper::probes_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("good");
    QTest::addColumn<ErrorCode>("code");
    const auto none = ErrorCode::UnreadableReply;
    const QByteArray body = R"({"message":"Unauthorized","statusCode":401})";
    QTest::newRow("401 JSON") << jsonReply(401, body) << true << none;
    QTest::newRow("403 JSON") << jsonReply(403, R"({"statusCode":403})") << true << none;
    QTest::newRow("401 HTML") << with(jsonReply(401, body), "content-type", "text/html") << false
                              << ErrorCode::NotFromApi;
    QTest::newRow("401 array") << jsonReply(401, "[]") << false << ErrorCode::NotFromApi;
    QTest::newRow("200 JSON") << jsonReply(200, profileBody()) << false << ErrorCode::NotFound;
    QTest::newRow("404") << jsonReply(404, body) << false << ErrorCode::NotFound;
    QTest::newRow("302") << with(jsonReply(302, ""), "location", "http://portal.example/") << false
                         << ErrorCode::CaptivePortal;
    QTest::newRow("500") << jsonReply(500, body) << false << ErrorCode::ServerFault;
    QTest::newRow("429") << jsonReply(429, body) << false << ErrorCode::TooManyRequests;
    QTest::newRow("offline") << failedReply(TransportFailure::Offline) << false
                             << ErrorCode::Offline;
}

void TestReplyMapper::probes()
{
    QFETCH(HttpReply, reply);
    QFETCH(bool, good);
    QFETCH(ErrorCode, code);
    const auto result = mapProbe(reply, asked());
    QCOMPARE(result.has_value(), good);
    if (!good)
        QCOMPARE(result.error().code, code);
}

LATCHKEY_TEST(TestReplyMapper, QCoreApplication)
#include "tst_replymapper.moc"
