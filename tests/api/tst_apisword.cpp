#include "app/api/replymapper.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Nothing but the API speaks for the API (scenarios 64 and 67): whose word an answer is, for each
// call.
class TestApisWord : public QObject
{
    Q_OBJECT
private slots:
    void marks_data();
    void marks();
    void deletedUsers_data();
    void deletedUsers();
    void whoeverSaysIt_data();
    void whoeverSaysIt();
    void s64ReplacedIsTheApisWordOnly();
    void s64TheClockInBetweenIsNotTheServers_data();
    void s64TheClockInBetweenIsNotTheServers();
    void successes_data();
    void successes();
    void s67TokensBesideAnErrorAreNotTaken();
    void s67AProfileBesideAnErrorIsNotTaken();
    void lives_data();
    void lives();
};

namespace
{

Asked asked(bool login = false)
{
    return {QUrl(QStringLiteral("https://api.example/v1/auth/x")), login, Milliseconds(7),
            WallTime(1h)};
}

HttpReply with(HttpReply reply, const QByteArray &name, const QByteArray &value)
{
    reply.headers.insert(name, value);
    return reply;
}

HttpReply html(int status, const QByteArray &body = "<html><h1>Blocked</h1></html>")
{
    return with(jsonReply(status, body), "content-type", "text/html; charset=utf-8");
}

HttpReply challenge(int status, const QByteArray &field)
{
    return with(html(status), "www-authenticate", field);
}

QByteArray said(int status, const QByteArray &statusCode)
{
    return R"({"message":"Unauthorized","status":)" + QByteArray::number(status)
        + R"(,"statusCode":)" + statusCode + '}';
}

constexpr int Verdicts[] = {400, 401, 403};

ErrorCode verdictOf(int status, bool login)
{
    if (status == 400)
        return ErrorCode::BadRequest;
    if (status == 403)
        return ErrorCode::Forbidden;
    return login ? ErrorCode::InvalidCredentials : ErrorCode::Unauthorized;
}

} // namespace

void TestApisWord::marks_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("apis");
    for (const int status : Verdicts) {
        const QByteArray number = QByteArray::number(status);
        const auto row = [&](const char *what, const HttpReply &reply, bool apis) {
            QTest::addRow("64: %d %s", status, what) << reply << apis;
        };
        const auto json = [&](const QByteArray &statusCode) {
            return jsonReply(status, said(status, statusCode));
        };
        row("JSON", json(number), true);
        row("JSON, as a fraction of nothing", json(number + ".0"), true);
        row("JSON, problem type",
            with(json(number), "content-type", "application/problem+json;charset=utf-8"), true);
        row("Bearer challenge over HTML", challenge(status, "Bearer realm=\"api\""), true);
        row("Bearer challenge over nothing", with(challenge(status, "bearer"), "content-type", ""),
            true);
        row("Bearer among other challenges", challenge(status, "Basic realm=\"x\", Bearer"), true);
        row("Bearer challenge over another JSON",
            with(jsonReply(status, "{}"), "www-authenticate", "Bearer"), true);

        row("HTML", html(status), false);
        row("nothing", with(jsonReply(status, {}), "content-type", ""), false);
        row("empty JSON", jsonReply(status, {}), false);
        row("cut JSON", jsonReply(status, said(status, number).chopped(1)), false);
        row("JSON without it", jsonReply(status, R"({"message":"Unauthorized"})"), false);
        row("JSON, an empty object", jsonReply(status, "{}"), false);
        row("JSON, an array", jsonReply(status, '[' + said(status, number) + ']'), false);
        row("JSON, nested", jsonReply(status, R"({"error":)" + said(status, number) + '}'), false);
        row("JSON, as text", json('"' + number + '"'), false);
        row("JSON, a half more", json(number + ".5"), false);
        row("JSON, another status", json("402"), false);
        row("JSON, its negative", json('-' + number), false);
        row("JSON, null", json("null"), false);
        row("JSON, true", json("true"), false);
        row("JSON, a list", json('[' + number + ']'), false);
        row("JSON, another spelling",
            jsonReply(status, R"({"statuscode":)" + number + R"(,"status_code":)" + number + '}'),
            false);
        row("JSON that calls itself HTML", html(status, said(status, number)), false);
        row("JSON that calls itself text", with(json(number), "content-type", "text/plain"), true);
        row("JSON without a type", with(json(number), "content-type", ""), true);
        row("Basic challenge", challenge(status, "Basic realm=\"Bearer\""), false);
        row("Bearerx challenge", challenge(status, "Bearerx"), false);
        row("proxy's challenge", with(html(status), "proxy-authenticate", "Bearer"), false);
    }
}

void TestApisWord::marks()
{
    QFETCH(HttpReply, reply);
    QFETCH(bool, apis);
    const auto check = [&](const auto &result, bool login) {
        QVERIFY(!result);
        const ErrorCode verdict = verdictOf(reply.status, login);
        QCOMPARE(result.error().code, apis ? verdict : ErrorCode::NotFromApi);
        QCOMPARE(result.error().fromApi, apis);
        QCOMPARE(result.error().httpStatus, reply.status);
        QVERIFY(!result.error().retryAfter);
    };
    check(mapTokens(reply, asked(true)), true);
    check(mapTokens(reply, asked()), false);
    check(mapProfile(reply, asked()), false);
    const auto probe = mapProbe(reply, asked());
    if (apis && reply.status != 400)
        QVERIFY(probe && *probe);
    else
        check(probe, false);
}

void TestApisWord::deletedUsers_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("apis");
    const QByteArray begin = R"({"path":"/api/v1/auth/profile?x=1","timestamp":)"
                             R"("2026-11-30T08:00:00.000Z","name":"EntityNotFoundError",)"
                             R"("message":"Could not find any entity of type \"User\" matching: )";
    const QByteArray plain = begin + R"({\n    \"id\": 4\n}"})";
    const QByteArray where = begin + R"({\n    \"where\": {\n        \"id\": 4\n    }\n}"})";
    QTest::newRow("64: as the reference answers") << jsonReply(400, plain) << true;
    QTest::newRow("64: with where") << jsonReply(400, where) << true;
    QTest::newRow("64: with its name only")
        << jsonReply(400, R"({"name":"EntityNotFoundError"})") << true;
    QTest::newRow("64: as HTML") << html(400, plain) << false;
    QTest::newRow("64: another status") << jsonReply(403, plain) << false;
    QTest::newRow("64: another name")
        << jsonReply(400, R"({"name":"QueryFailedError","message":"no"})") << false;
    QTest::newRow("64: the name in a list")
        << jsonReply(400, R"({"name":["EntityNotFoundError"]})") << false;
    QTest::newRow("64: the name in another case")
        << jsonReply(400, R"({"name":"entitynotfounderror"})") << false;
    QTest::newRow("64: the name in the message")
        << jsonReply(400, R"({"message":"EntityNotFoundError"})") << false;
    QTest::newRow("64: with another status inside")
        << jsonReply(400, R"({"name":"EntityNotFoundError","statusCode":502})") << false;
}

void TestApisWord::deletedUsers()
{
    QFETCH(HttpReply, reply);
    QFETCH(bool, apis);
    const auto profile = mapProfile(reply, asked());
    QVERIFY(!profile);
    QCOMPARE(profile.error().fromApi, apis);
    QCOMPARE(profile.error().code, apis ? ErrorCode::BadRequest : ErrorCode::NotFromApi);
}

// These count whatever they look like, with their Retry-After.
void TestApisWord::whoeverSaysIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("waits");
    using enum ErrorCode;
    QTest::newRow("64: 404") << 404 << NotFound << false;
    QTest::newRow("64: 405") << 405 << NotFound << false;
    QTest::newRow("64: 407") << 407 << NotFromApi << false;
    QTest::newRow("64: 418") << 418 << RequestRefused << false;
    QTest::newRow("64: 429") << 429 << TooManyRequests << true;
    QTest::newRow("64: 500") << 500 << ServerFault << false;
    QTest::newRow("64: 503") << 503 << Unavailable << true;
    QTest::newRow("64: 511") << 511 << CaptivePortal << false;
}

void TestApisWord::whoeverSaysIt()
{
    QFETCH(int, status);
    QFETCH(ErrorCode, code);
    QFETCH(bool, waits);
    const QByteArray body = said(status, QByteArray::number(status));
    for (const HttpReply &plain :
         {html(status), jsonReply(status, body), jsonReply(status, "{}")}) {
        const HttpReply reply = with(plain, "retry-after", "77");
        const bool apis = plain.body == body;
        const auto check = [&](const auto &result) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, code);
            QCOMPARE(result.error().fromApi, apis);
            QCOMPARE(result.error().retryAfter, waits ? std::optional(77s) : std::nullopt);
        };
        check(mapTokens(reply, asked(true)));
        check(mapTokens(reply, asked()));
        check(mapProfile(reply, asked()));
        check(mapProbe(reply, asked()));
    }
}

void TestApisWord::s64ReplacedIsTheApisWordOnly()
{
    const QByteArray body
        = R"({"message":"Session replaced","error":"session_replaced","statusCode":401})";
    const QByteArray unmarked = R"({"message":"Session replaced","error":"session_replaced"})";
    QVERIFY(mapProfile(jsonReply(401, body), asked()).error().sessionReplaced);
    QVERIFY(!mapProfile(jsonReply(401, unmarked), asked()).error().sessionReplaced);
    QVERIFY(!mapProfile(html(401, body), asked()).error().sessionReplaced);
    QVERIFY(!mapProfile(jsonReply(200, body), asked()).error().sessionReplaced);
    QVERIFY(!mapTokens(jsonReply(200, body), asked()).error().sessionReplaced);
}

void TestApisWord::s64TheClockInBetweenIsNotTheServers_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("known");
    const QByteArray refusal = R"({"message":"Unauthorized","statusCode":401})";
    QTest::newRow("the API's refusal") << jsonReply(401, refusal) << true;
    QTest::newRow("a Bearer challenge") << challenge(401, "Bearer") << true;
    QTest::newRow("the API's fault")
        << jsonReply(500, R"({"message":"Internal server error","statusCode":500})") << true;
    QTest::newRow("a firewall's 401") << html(401) << false;
    QTest::newRow("a firewall's 403") << html(403) << false;
    QTest::newRow("a portal's 200") << html(200) << false;
    QTest::newRow("a gateway's 502") << html(502) << false;
    QTest::newRow("a portal's redirect")
        << with(html(302), "location", "http://portal.example/") << false;
}

void TestApisWord::s64TheClockInBetweenIsNotTheServers()
{
    QFETCH(HttpReply, reply);
    FakeHttp http;
    const FakeClock clock;
    ApiClient api(http, clock);
    api.setServer(*ServerAddress::parse(QStringLiteral("https://api.example")));
    QObject context;
    int answers = 0;
    api.probe(api.server(), &context, [&](const Result<bool> &) { ++answers; });
    http.answerNext(with(reply, "date", "Sun, 06 Nov 1994 08:49:37 GMT"));
    QCOMPARE(answers, 1);
    QTEST(api.serverNow().has_value(), "known");
}

void TestApisWord::successes_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<QStringList>("messages");
    const auto row = [](const char *name, const HttpReply &reply, const QStringList &messages) {
        QTest::newRow(name) << reply << messages;
    };
    const QString no = QStringLiteral("Unauthorized");
    const QByteArray body = R"({"statusCode":401,"message":"Unauthorized"})";
    row("67: 200 that says 401", jsonReply(200, body), {no});
    row("67: 201 that says 401", jsonReply(201, body), {no});
    row("67: 206 that says 401", jsonReply(206, body), {no});
    row("67: 200 as text", with(jsonReply(200, body), "content-type", "text/plain"), {no});
    row("67: 200 without a type", with(jsonReply(200, body), "content-type", ""), {no});
    row("67: 200 that says 500",
        jsonReply(200, R"({"statusCode":500,"message":"Unauthorized","error":"x"})"), {no});
    row("67: 200 with a list of words",
        jsonReply(200, R"({"statusCode":400,"message":["Unauthorized","for good"]})"),
        {no, QStringLiteral("for good")});
    row("67: 200 with words among others",
        jsonReply(200, R"({"statusCode":400,"message":[{"a":"b"},["c"],5,"Unauthorized",null]})"),
        {no});
    row("67: 200 without a statusCode", jsonReply(200, R"({"message":"Unauthorized"})"), {no});
    row("67: 200 with a statusCode in text",
        jsonReply(200, R"({"statusCode":"401","message":"Unauthorized"})"), {no});
    row("67: 200 that says replaced",
        jsonReply(200, R"({"statusCode":401,"message":"Unauthorized","error":"session_replaced"})"),
        {no});
    row("67: 200 of a deleted user",
        jsonReply(200, R"({"name":"EntityNotFoundError","message":"Unauthorized"})"), {no});
    row("67: 200 without words", jsonReply(200, R"({"statusCode":401})"), {});
    row("67: 200 with an object for words",
        jsonReply(200, R"({"statusCode":401,"message":{"text":"Unauthorized"}})"), {});
}

void TestApisWord::successes()
{
    QFETCH(HttpReply, reply);
    QFETCH(QStringList, messages);
    const auto check = [&](const auto &result, ErrorCode code) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
        QCOMPARE(result.error().serverMessages, messages);
        QCOMPARE(result.error().httpStatus, reply.status);
        QVERIFY(!result.error().fromApi);
        QVERIFY(!result.error().sessionReplaced);
    };
    // A part of an answer (206) is not read as one, nor what does not call itself JSON.
    const bool isRead = reply.status != 206 && reply.headers["content-type"].contains("json");
    const ErrorCode tokens = isRead ? ErrorCode::NoUsableTokens : ErrorCode::UnreadableReply;
    check(mapTokens(reply, asked(true)), tokens);
    check(mapTokens(reply, asked()), tokens);
    check(mapProfile(reply, asked()), ErrorCode::UnreadableReply);
    check(mapProbe(reply, asked()), ErrorCode::UnreadableReply);
}

void TestApisWord::s67TokensBesideAnErrorAreNotTaken()
{
    const auto tokens = [](const QByteArray &statusCode) {
        return mapTokens(jsonReply(200,
                                   R"({"access_token":"a","refresh_token":"b","statusCode":)"
                                       + statusCode + R"(,"message":"no"})"),
                         asked());
    };
    QVERIFY(!tokens("401"));
    QCOMPARE(tokens("401").error().code, ErrorCode::NoUsableTokens);
    QVERIFY(!tokens("599"));
    QVERIFY(tokens("200")); // some servers repeat the status of a success too
    QVERIFY(tokens("201"));
    QVERIFY(tokens("\"401\""));
}

void TestApisWord::s67AProfileBesideAnErrorIsNotTaken()
{
    const auto profile = [](const QByteArray &statusCode) {
        return mapProfile(
            jsonReply(200, R"({"id":1,"email":"a@b","statusCode":)" + statusCode + '}'), asked());
    };
    QVERIFY(!profile("403"));
    QCOMPARE(profile("403").error().code, ErrorCode::UnreadableReply);
    QVERIFY(profile("200"));
}

// `expires_in`, RFC 6749 section 5.1.
void TestApisWord::lives_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds"); // 0: absent
    const auto row = [](const char *value, qint64 seconds = 0) {
        QTest::newRow(value[0] ? value : "(none)") << QByteArray(value) << seconds;
    };
    row("");
    row("1", 1);
    row("3600", 3600);
    row("3600.0", 3600);
    row("3599.999", 3599);
    row("1.5e3", 1500);
    row("1728000", 1728000);
    row("632448000", 632448000); // 20 years
    row("632448000.9", 632448000);
    row("632448001");
    row("1e300");
    row("9223372036854775807");
    row("0");
    row("0.99");
    row("-0.5");
    row("-1");
    row("-3600");
    row("\"3600\"");
    row("null");
    row("true");
    row("[3600]");
    row("{}");
}

void TestApisWord::lives()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, seconds);
    const QByteArray field = value.isEmpty() ? QByteArray() : R"(,"expires_in":)" + value;
    const auto tokens = mapTokens(jsonReply(200, R"({"access_token":"a")" + field + '}'), asked());
    QVERIFY(tokens);
    QCOMPARE(tokens->expiresIn.value_or(0s).count(), seconds);
    QCOMPARE(tokens->expiresIn.has_value(), seconds != 0);
}

LATCHKEY_TEST(TestApisWord, QCoreApplication)
#include "tst_apisword.moc"
