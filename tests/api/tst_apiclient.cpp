#include "app/api/apiclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/freewatch.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

class TestApiClient : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void loginIsTheDocumentedCall();
    void loginCountsFromTheRequest();
    void loginWithoutRefreshToken();
    void wrongPasswordIsOneRequest();
    void refreshIsTheDocumentedCall();
    void refusedRefreshIsUnauthorized();
    void profileIsTheDocumentedCall();
    void staleConnectionIsTriedOnceMore_data();
    void staleConnectionIsTriedOnceMore();
    void profileOfDeletedAccount();
    void tokenThatCannotBeSentIsNotSent_data();
    void tokenThatCannotBeSentIsNotSent();
    void retryAfterUsesTheClock();
    void callKeepsItsServer();
    void probeSendsNoSecret();
    void contextGoneMeansSilence();
    void logsHoldNoSecret();
    void repliesAreWiped();

private:
    std::unique_ptr<FakeHttp> m_http;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<QObject> m_context;
    QList<Result<TokenReply>> m_tokens;
    QList<Result<Profile>> m_profiles;
    void login();
    void refresh();
    void profile(const QByteArray &token = "access.token");
};

namespace
{

QStringList logged;

void remember(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}

// Hands the only copy of a reply over, as the real edge does.
class HandingEdge final : public HttpEdge
{
public:
    void send(const HttpRequest &, QObject *, Callback callback) override
    {
        m_callback = std::move(callback);
    }
    void answer(HttpReply reply) { std::exchange(m_callback, {})(std::move(reply)); }

private:
    Callback m_callback;
};

QJsonObject sentJson(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body.reveal().toByteArray()).object();
}

} // namespace

void TestApiClient::init()
{
    m_tokens.clear();
    m_profiles.clear();
    m_http = std::make_unique<FakeHttp>();
    m_clock = std::make_unique<FakeClock>();
    m_context = std::make_unique<QObject>();
    m_client = std::make_unique<ApiClient>(*m_http, *m_clock);
    m_client->setServer(*ServerAddress::parse(QStringLiteral("https://api.example/api/v1")));
}

void TestApiClient::login()
{
    m_client->login({QStringLiteral("john@mail.com"), Secret(QByteArrayView("change\"me"))},
                    m_context.get(), [this](const auto &result) { m_tokens.append(result); });
}

void TestApiClient::refresh()
{
    m_client->refreshToken(Secret(QByteArrayView("refresh.token")), m_context.get(),
                           [this](const auto &result) { m_tokens.append(result); });
}

void TestApiClient::profile(const QByteArray &token)
{
    m_client->profile(Secret(QByteArrayView(token)), m_context.get(),
                      [this](const auto &result) { m_profiles.append(result); });
}

void TestApiClient::loginIsTheDocumentedCall()
{
    login();
    const HttpRequest sent = m_http->lastSent();
    QCOMPARE(sent.verb, HttpRequest::Verb::Post);
    QCOMPARE(sent.url, QUrl(QStringLiteral("https://api.example/api/v1/auth/login")));
    QCOMPARE(sentJson(sent),
             (QJsonObject{{QStringLiteral("email"), QStringLiteral("john@mail.com")},
                          {QStringLiteral("password"), QStringLiteral("change\"me")}}));
    QVERIFY(sent.bearer.isEmpty());
    QCOMPARE(sent.byteCap, 64 * 1024);
    QCOMPARE(sent.deadline, 30s);
}

void TestApiClient::loginCountsFromTheRequest()
{
    const WallTime sentAt = m_clock->wall();
    login();
    m_clock->advance(20s);
    HttpReply reply = jsonReply(201, tokenBody(sentAt, 480h, 10h));
    reply.headers.insert("date", "Sun, 06 Nov 1994 08:49:37 GMT");
    m_http->answerNext(reply);
    QCOMPARE(m_tokens.size(), 1);
    QVERIFY(m_tokens.first());
    QVERIFY(m_tokens.first()->serverTime);
    QCOMPARE(m_tokens.first()->tokens.access.reveal().toByteArray(), jwt(sentAt, 480h));
    QCOMPARE(m_tokens.first()->tokens.refresh.reveal().toByteArray(), jwt(sentAt, 10h));
}

void TestApiClient::loginWithoutRefreshToken()
{
    login();
    m_http->answerNext(jsonReply(200, R"({"access_token":"a"})"));
    QVERIFY(m_tokens.first());
    QVERIFY(m_tokens.first()->tokens.refresh.isEmpty());
}

void TestApiClient::wrongPasswordIsOneRequest()
{
    login();
    m_http->answerNext(jsonReply(401, R"({"message":"Unauthorized","statusCode":401})"));
    settle();
    QVERIFY(!m_tokens.first());
    QCOMPARE(m_tokens.first().error().code, ErrorCode::InvalidCredentials);
    QCOMPARE(m_tokens.first().error().serverMessages, QStringList{QStringLiteral("Unauthorized")});
    QCOMPARE(m_http->sentCount(), 1);
}

void TestApiClient::refreshIsTheDocumentedCall()
{
    refresh();
    const HttpRequest sent = m_http->lastSent();
    QCOMPARE(sent.verb, HttpRequest::Verb::Post);
    QCOMPARE(sent.url, QUrl(QStringLiteral("https://api.example/api/v1/auth/refresh-token")));
    QCOMPARE(sentJson(sent),
             (QJsonObject{{QStringLiteral("refreshToken"), QStringLiteral("refresh.token")}}));
    QVERIFY(sent.bearer.isEmpty());
    QCOMPARE(sent.byteCap, 64 * 1024);
    m_http->answerNext(jsonReply(201, tokenBody(m_clock->wall(), 480h, 10h, 2)));
    QVERIFY(m_tokens.first());
}

void TestApiClient::refusedRefreshIsUnauthorized()
{
    refresh();
    m_http->answerNext(
        jsonReply(401, R"({"message":"Invalid","error":"Unauthorized","statusCode":401})"));
    QCOMPARE(m_tokens.first().error().code, ErrorCode::Unauthorized);
    QCOMPARE(m_http->sentCount(), 1);
}

void TestApiClient::profileIsTheDocumentedCall()
{
    profile();
    const HttpRequest sent = m_http->lastSent();
    QCOMPARE(sent.verb, HttpRequest::Verb::Get);
    QCOMPARE(sent.url, QUrl(QStringLiteral("https://api.example/api/v1/auth/profile")));
    QCOMPARE(sent.bearer.reveal().toByteArray(), "access.token");
    QVERIFY(sent.body.isEmpty());
    QCOMPARE(sent.byteCap, 1024 * 1024);
    m_http->answerNext(jsonReply(200, profileBody()));
    QCOMPARE(m_profiles.size(), 1);
    QVERIFY(m_profiles.first());
    QCOMPARE(m_profiles.first()->email, QStringLiteral("john@mail.com"));
}

void TestApiClient::staleConnectionIsTriedOnceMore_data()
{
    QTest::addColumn<bool>("stale");
    QTest::addColumn<int>("requests");
    QTest::newRow("of before") << true << 2;
    QTest::newRow("a fresh one") << false << 1;
}

// Reading may be repeated, once; nothing else is.
void TestApiClient::staleConnectionIsTriedOnceMore()
{
    QFETCH(bool, stale);
    QFETCH(int, requests);
    HttpReply cut = failedReply(TransportFailure::Interrupted);
    cut.wasStale = stale;
    m_http->setResponder([cut](const HttpRequest &) { return cut; });
    profile();
    QTRY_COMPARE(m_profiles.size(), 1);
    QCOMPARE(m_profiles.first().error().code, ErrorCode::Interrupted);
    QCOMPARE(m_http->sentCount(), requests);
    for (int i = 0; i < requests; ++i)
        QVERIFY(m_http->sent().at(i).bearer.sameAs(Secret(QByteArrayView("access.token"))));
    refresh();
    QTRY_COMPARE(m_tokens.size(), 1);
    QCOMPARE(m_http->sentCount(), requests + 1);
}

void TestApiClient::profileOfDeletedAccount()
{
    profile();
    m_http->answerNext(jsonReply(400, R"({"message":"gone","statusCode":400})"));
    QCOMPARE(m_profiles.first().error().code, ErrorCode::BadRequest);
}

void TestApiClient::tokenThatCannotBeSentIsNotSent_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("CRLF") << QByteArray("a\r\nX: y");
    QTest::newRow("space") << QByteArray("a b");
    QTest::newRow("long") << QByteArray(20'000, 'a');
}

void TestApiClient::tokenThatCannotBeSentIsNotSent()
{
    QFETCH(QByteArray, token);
    profile(token);
    QCOMPARE(m_profiles.size(), 0);
    settle();
    QCOMPARE(m_profiles.size(), 1);
    QCOMPARE(m_profiles.first().error().code, ErrorCode::Unauthorized);
    QCOMPARE(m_http->sentCount(), 0);
}

void TestApiClient::retryAfterUsesTheClock()
{
    refresh();
    m_clock->advance(10s);
    HttpReply reply = jsonReply(429, "{}");
    const auto at = toDateTime(m_clock->wall() + 60s);
    reply.headers.insert("retry-after",
                         QLocale::c().toString(at, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1());
    m_http->answerNext(reply);
    QCOMPARE(m_tokens.first().error().code, ErrorCode::TooManyRequests);
    QVERIFY(m_tokens.first().error().retryAfter);
    QCOMPARE(m_tokens.first().error().retryAfter->count(), 60);
}

void TestApiClient::callKeepsItsServer()
{
    login();
    m_client->setServer(*ServerAddress::parse(QStringLiteral("https://other.example")));
    HttpReply reply = jsonReply(302, {});
    reply.headers.insert("location", "https://other.example/");
    m_http->answerNext(reply);
    QCOMPARE(m_tokens.first().error().code, ErrorCode::CaptivePortal);
    QCOMPARE(m_tokens.first().error().otherHost, QStringLiteral("other.example"));
    profile();
    QCOMPARE(m_http->lastSent().url, QUrl(QStringLiteral("https://other.example/auth/profile")));
    QCOMPARE(m_client->server().toString(), QStringLiteral("https://other.example"));
}

void TestApiClient::probeSendsNoSecret()
{
    QList<Result<bool>> answers;
    m_client->probe(*ServerAddress::parse(QStringLiteral("http://localhost:3001/api")),
                    m_context.get(), [&](const auto &result) { answers.append(result); });
    const HttpRequest sent = m_http->lastSent();
    QCOMPARE(sent.verb, HttpRequest::Verb::Get);
    QCOMPARE(sent.url, QUrl(QStringLiteral("http://localhost:3001/api/auth/profile")));
    QVERIFY(sent.bearer.isEmpty());
    QVERIFY(sent.body.isEmpty());
    m_http->answerNext(jsonReply(401, R"({"message":"Unauthorized","statusCode":401})"));
    QCOMPARE(answers.size(), 1);
    QVERIFY(answers.first() && *answers.first());
    QCOMPARE(m_client->server().host(), QStringLiteral("api.example"));
}

void TestApiClient::contextGoneMeansSilence()
{
    login();
    profile("a b");
    m_context.reset();
    settle();
    QCOMPARE(m_http->pendingCount(), 0);
    QVERIFY(m_tokens.isEmpty());
    QVERIFY(m_profiles.isEmpty());
}

void TestApiClient::logsHoldNoSecret()
{
    QLoggingCategory::setFilterRules(QStringLiteral("latchkey.*=true"));
    const auto before = qInstallMessageHandler(remember);
    login();
    m_http->answerNext(jsonReply(200, R"({"access_token":"acc.needle","refresh_token":"r"})"));
    refresh();
    m_http->answerNext(jsonReply(401, R"({"message":"words.needle"})"));
    profile("acc.needle");
    m_http->answerNext(jsonReply(200, R"({"id":"x","password":"pw.needle"})"));
    profile("bad needle");
    settle();
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(!logged.isEmpty());
    const QString all = logged.join(u'\n');
    for (const auto secret : {u"needle", u"change", u"refresh.token", u"john"})
        QVERIFY2(!all.contains(QStringView(secret)), qPrintable(all));
}

// The needle reaches from one token to the next, as only the reply's own bytes do: Qt's parser
// keeps copies of the single texts.
void TestApiClient::repliesAreWiped()
{
    HandingEdge edge;
    m_client = std::make_unique<ApiClient>(edge, *m_clock);
    m_client->setServer(*ServerAddress::parse(QStringLiteral("https://api.example")));
    FreeWatch watch(QByteArrayLiteral("acc3ss\",\"refresh_token\":\"r3fresh"));
    refresh();
    HttpReply reply;
    reply.status = 201;
    reply.headers.insert("content-type", "application/json");
    reply.body = QByteArray(R"({"access_token":"acc3ss","refresh_token":"r3fresh"})");
    edge.answer(std::move(reply));
    QCOMPARE(m_tokens.size(), 1);
    QVERIFY(m_tokens.first());
    QVERIFY(!watch.sawNeedle());
}

LATCHKEY_TEST(TestApiClient, QCoreApplication)
#include "tst_apiclient.moc"
