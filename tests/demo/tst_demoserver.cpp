#include "app/demo/demoserver.h"
#include "tests/demo/rawhttp.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>
#include <stdexcept>

using namespace latchkey;
using namespace latchkey::demo;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

const QByteArray kRefresh = "/api/v1/auth/refresh-token";

const QByteArray kUnauthorized = R"({"message":"Unauthorized","statusCode":401})";
const QByteArray kInvalid = R"({"message":"Invalid","error":"Unauthorized","statusCode":401})";
const QByteArray kNoToken
    = R"({"message":["refreshToken should not be empty","refreshToken must be a string"],"error":"Bad Request","statusCode":400})";
const QByteArray kBrokenJson
    = R"({"message":"Unexpected end of JSON input","error":"Bad Request","statusCode":400})";
const QByteArray kTooLarge = R"({"statusCode":413,"message":"request entity too large"})";
const QByteArray kServerError = R"({"statusCode":500,"message":"Internal server error"})";

QJsonObject object(const RawReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

} // namespace

// What the server answers, byte by byte, over real sockets.
class TestDemoServer : public QObject
{
    Q_OBJECT

    const WallTime m_now{1672766028000ms};
    std::unique_ptr<DemoServer> m_server;

    [[nodiscard]] quint16 port() const { return m_server->port(); }

    [[nodiscard]] QByteArray token(const char *name) const
    {
        return object(postJson(port(), kLogin, kJohn))[QLatin1String(name)].toString().toLatin1();
    }

    [[nodiscard]] RawReply profile(const QByteArray &access) const
    {
        return get(port(), kProfile, {"Authorization: Bearer " + access});
    }

    [[nodiscard]] RawReply refresh(const QByteArray &refreshToken) const
    {
        return postJson(port(), kRefresh, R"({"refreshToken":")" + refreshToken + R"("})");
    }

private slots:
    void init()
    {
        DemoServer::Options options;
        options.tokens.now = [this] { return m_now; };
        m_server = std::make_unique<DemoServer>(options);
        QVERIFY(m_server->start());
    }

    void cleanup() { m_server.reset(); }

    void aReplacedSessionIsToldSo()
    {
        const QByteArray replaced
            = R"({"message":"Session replaced","error":"session_replaced","statusCode":401})";
        m_server.reset();
        DemoServer::Options options;
        options.tokens.now = [this] { return m_now; };
        options.tokens.singleSession = true;
        m_server = std::make_unique<DemoServer>(options);
        QVERIFY(m_server->start());
        const QJsonObject first = object(postJson(port(), kLogin, kJohn));
        const QByteArray access = first[QLatin1String("access_token")].toString().toLatin1();
        const QByteArray renewal = first[QLatin1String("refresh_token")].toString().toLatin1();
        QCOMPARE(profile(access).status, 200);
        const QByteArray newer = token("access_token");
        for (const RawReply &reply : {profile(access), refresh(renewal)}) {
            QCOMPARE(reply.status, 401);
            QCOMPARE(reply.body, replaced);
        }
        QCOMPARE(profile(newer).status, 200);
        QCOMPARE(profile("nonsense").body, kUnauthorized);
        QCOMPARE(refresh("nonsense").body, kInvalid);
    }

    void signsIn_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("john") << kJohn;
        QTest::newRow("maria") << QByteArray(R"({"email":"maria@mail.com","password":"12345"})");
        QTest::newRow("admin") << QByteArray(
            R"({"password":"admin123","email":"admin@mail.com","x":[]})");
    }

    void signsIn()
    {
        QFETCH(QByteArray, body);
        const RawReply reply = postJson(port(), kLogin, body);
        QCOMPARE(reply.status, 201);
        QCOMPARE(object(reply).keys(),
                 (QStringList{QStringLiteral("access_token"), QStringLiteral("refresh_token")}));
        QCOMPARE(object(reply)[QLatin1String("access_token")].toString().size(), 139);
    }

    void answersErrorsAsDocumented_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        const auto row = [](const char *name, const QByteArray &target, const QByteArray &body,
                            int status, const QByteArray &answer) {
            QTest::newRow(name) << target << body << status << answer;
        };
        row("login: wrong password", kLogin, R"({"email":"john@mail.com","password":"x"})", 401,
            kUnauthorized);
        row("login: another's password", kLogin, R"({"email":"john@mail.com","password":"12345"})",
            401, kUnauthorized);
        row("login: nobody", kLogin, R"({"email":"no@mail.com","password":"changeme"})", 401,
            kUnauthorized);
        row("login: no password", kLogin, R"({"email":"john@mail.com"})", 401, kUnauthorized);
        row("login: empty password", kLogin, R"({"email":"john@mail.com","password":""})", 401,
            kUnauthorized);
        row("login: number", kLogin, R"({"email":"maria@mail.com","password":12345})", 401,
            kUnauthorized);
        row("login: nulls", kLogin, R"({"email":null,"password":null})", 401, kUnauthorized);
        row("login: array", kLogin, R"([])", 401, kUnauthorized);
        row("login: no body", kLogin, {}, 401, kUnauthorized);
        row("login: broken JSON", kLogin, R"({"email":)", 400, kBrokenJson);
        row("login: not JSON", kLogin, "email=john@mail.com", 400, kBrokenJson);
        row("login: string", kLogin, R"("john")", 400, kBrokenJson);
        row("refresh: no token", kRefresh, R"({})", 400, kNoToken);
        row("refresh: null", kRefresh, R"({"refreshToken":null})", 400, kNoToken);
        row("refresh: no body", kRefresh, {}, 400, kNoToken);
        row("refresh: empty", kRefresh, R"({"refreshToken":""})", 400,
            R"({"message":["refreshToken should not be empty"],"error":"Bad Request","statusCode":400})");
        row("refresh: number", kRefresh, R"({"refreshToken":5})", 400,
            R"({"message":["refreshToken must be a string"],"error":"Bad Request","statusCode":400})");
        row("refresh: garbage", kRefresh, R"({"refreshToken":"a.b.c"})", 401, kInvalid);
        row("refresh: broken JSON", kRefresh, "{\"refreshToken\":\"a", 400, kBrokenJson);
        row("unknown path", "/api/v1/auth/nope", "{}", 404,
            R"({"message":"Cannot POST /api/v1/auth/nope","error":"Not Found","statusCode":404})");
        row("wrong method", kProfile, "{}", 404,
            R"({"message":"Cannot POST /api/v1/auth/profile","error":"Not Found","statusCode":404})");
        row("too large", kLogin, QByteArray(64 * 1024 + 1, ' '), 413, kTooLarge);
        row("largest", kLogin, kJohn.chopped(1) + QByteArray(64 * 1024 - kJohn.size(), ' '), 400,
            kBrokenJson);
        row("too large for nobody", "/nope", QByteArray(64 * 1024 + 1, ' '), 413, kTooLarge);
    }

    void answersErrorsAsDocumented()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        const RawReply reply = postJson(port(), target, body);
        QTEST(reply.status, "status");
        QTEST(reply.body, "answer");
        QCOMPARE(reply.headers.value("content-type"), "application/json; charset=utf-8");
    }

    void answers404_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("get") << QByteArray("GET") << QByteArray("/api/v1/auth/nope");
        QTest::newRow("with a query") << QByteArray("GET") << QByteArray("/nope?a=1&b=%20");
        QTest::newRow("put without a body") << QByteArray("PUT") << kProfile;
        QTest::newRow("delete") << QByteArray("DELETE") << kLogin;
        QTest::newRow("patch") << QByteArray("PATCH") << kLogin;
        QTest::newRow("options") << QByteArray("OPTIONS") << kLogin;
        QTest::newRow("get for post") << QByteArray("GET") << kLogin;
        QTest::newRow("longer path") << QByteArray("GET") << kProfile + "/1";
        QTest::newRow("no picture") << QByteArray("GET") << QByteArray("/api/v1/avatars/4.png");
        QTest::newRow("out of the folder")
            << QByteArray("GET") << QByteArray("/api/v1/avatars/../accounts");
        QTest::newRow("long") << QByteArray("GET") << '/' + QByteArray(8000, 'a');
    }

    void answers404()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        const RawReply reply = exchange(port(), rawRequest(port(), method, target));
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.body,
                 R"({"message":"Cannot )" + method + ' ' + target
                     + R"(","error":"Not Found","statusCode":404})");
    }

    void quotesWhatItRepeats()
    {
        const RawReply reply = get(port(), "/\"\\<b>");
        QCOMPARE(object(reply)[QLatin1String("message")].toString(),
                 QStringLiteral("Cannot GET /\"\\<b>"));
    }

    void showsTheProfile()
    {
        const RawReply reply = profile(token("access_token"));
        QCOMPARE(reply.status, 200);
        const QByteArray own = "http://127.0.0.1:" + QByteArray::number(port());
        QCOMPARE(
            reply.body,
            R"({"id":1,"email":"john@mail.com","password":"changeme","name":"Jhon","role":"customer","avatar":")"
                + own
                + R"(/api/v1/avatars/1.png","creationAt":"2023-01-03T15:00:00.000Z","updatedAt":"2023-01-03T15:00:00.000Z"})");
    }

    void refusesTheProfile_data()
    {
        QTest::addColumn<QByteArrayList>("headers"); // ACCESS and REFRESH stand for good tokens
        QTest::newRow("no token") << QByteArrayList{};
        QTest::newRow("empty") << QByteArrayList{"Authorization: "};
        QTest::newRow("scheme only") << QByteArrayList{"Authorization: Bearer"};
        QTest::newRow("garbage") << QByteArrayList{"Authorization: Bearer a.b.c"};
        QTest::newRow("basic") << QByteArrayList{"Authorization: Basic am9objpjaGFuZ2VtZQ=="};
        QTest::newRow("no scheme") << QByteArrayList{"Authorization: ACCESS"};
        QTest::newRow("refresh token") << QByteArrayList{"Authorization: Bearer REFRESH"};
    }

    void refusesTheProfile()
    {
        QFETCH(QByteArrayList, headers);
        for (QByteArray &header : headers)
            header.replace("ACCESS", token("access_token"))
                .replace("REFRESH", token("refresh_token"));
        const RawReply reply = get(port(), kProfile, headers);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.body, kUnauthorized);
    }

    void refusesADeadAccessToken()
    {
        const QByteArray access = token("access_token");
        m_server->revokeAll();
        QCOMPARE(profile(access).body, kUnauthorized);
        QCOMPARE(profile(token("access_token")).status, 200);
    }

    void tellsOfADeletedUser()
    {
        const QByteArray access = token("access_token");
        const QByteArray refreshToken = token("refresh_token");
        m_server->deleteAccount(1);
        const RawReply reply
            = get(port(), kProfile + "?fields=name", {"Authorization: Bearer " + access});
        QCOMPARE(reply.status, 400);
        QCOMPARE(object(reply)[QLatin1String("name")].toString(),
                 QStringLiteral("EntityNotFoundError"));
        QCOMPARE(object(reply)[QLatin1String("path")].toString(),
                 QStringLiteral("/api/v1/auth/profile?fields=name"));
        QCOMPARE(object(reply)[QLatin1String("timestamp")].toString(),
                 QStringLiteral("2023-01-03T17:13:48.000Z"));
        QCOMPARE(object(reply)[QLatin1String("message")].toString(),
                 QStringLiteral("Could not find any entity of type \"User\" matching: {\n"
                                "    \"id\": 1\n}"));
        QVERIFY(!object(reply).contains(QLatin1String("statusCode"))); // as the reference (api.md)
        QCOMPARE(refresh(refreshToken).body, kInvalid);
        QCOMPARE(postJson(port(), kLogin, kJohn).body, kUnauthorized);
    }

    void renews()
    {
        const QByteArray refreshToken = token("refresh_token");
        const RawReply reply = refresh(refreshToken);
        QCOMPARE(reply.status, 201);
        const QByteArray access
            = object(reply)[QLatin1String("access_token")].toString().toLatin1();
        QCOMPARE(profile(access).status, 200);
        QCOMPARE(refresh(refreshToken).status, 201);
        QCOMPARE(refresh(access).body, kInvalid);
    }

    void ignoresABodyOfAnotherType()
    {
        const RawReply reply = exchange(
            port(), rawRequest(port(), "POST", kLogin, {"Content-Type: text/plain"}, kJohn));
        QCOMPARE(reply.body, kUnauthorized);
    }

    void takesJsonWithACharset()
    {
        const RawReply reply
            = exchange(port(),
                       rawRequest(port(), "POST", kLogin,
                                  {"content-type: Application/JSON; charset=utf-8"}, kJohn));
        QCOMPARE(reply.status, 201);
    }

    void servesAvatars()
    {
        for (const Account &account : m_server->accounts()) {
            const QByteArray target = "/api/v1/avatars/" + QByteArray::number(account.id) + ".png";
            const RawReply reply = get(port(), target);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.headers.value("content-type"), "image/png");
            QVERIFY(reply.body.startsWith("\x89PNG\r\n\x1a\n"));
            QCOMPARE(reply.body.size(), reply.headers.value("content-length").toInt());
        }
    }

    void sendsTheHeadersOfTheReferenceServer_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("200") << QByteArray("/api/v1/avatars/1.png");
        QTest::newRow("401") << kProfile;
        QTest::newRow("404") << QByteArray("/nope");
        QTest::newRow("414") << '/' + QByteArray(9000, 'a');
    }

    void sendsTheHeadersOfTheReferenceServer()
    {
        QFETCH(QByteArray, target);
        const RawReply reply = get(port(), target);
        QCOMPARE(reply.headers.value("date"), "Tue, 03 Jan 2023 17:13:48 GMT");
        QVERIFY(reply.headers.contains("strict-transport-security"));
        QVERIFY(reply.headers.contains("content-security-policy"));
    }

    void answersAnExceptionWith500()
    {
        DemoServer::Options options;
        options.onRequest = [](Endpoint endpoint) {
            if (endpoint == Endpoint::Login)
                throw std::runtime_error("something private");
        };
        DemoServer server(options);
        QVERIFY(server.start());
        const RawReply reply = postJson(server.port(), kLogin, kJohn);
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.body, kServerError);
        QVERIFY(!reply.all.contains("private"));
        QCOMPARE(get(server.port(), kProfile).status, 401);
    }

    void countsRequests()
    {
        QVERIFY(m_server->counts() == DemoServer::Counts{});
        const QByteArray refreshToken = token("refresh_token");
        (void)refresh(refreshToken);
        (void)refresh(refreshToken);
        (void)get(port(), kProfile);
        (void)get(port(), "/api/v1/avatars/1.png");
        (void)get(port(), "/nope");
        (void)exchange(port(), "GET / HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n");
        QVERIFY(m_server->counts() == (DemoServer::Counts{1, 1, 2, 1, 1, 1}));
    }
};

LATCHKEY_TEST(TestDemoServer, QCoreApplication)
#include "tst_demoserver.moc"
