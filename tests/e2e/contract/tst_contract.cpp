#include "app/demo/demoserver.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <chrono>
#include <memory>

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds kPatience = 30s;
constexpr std::chrono::seconds kAccessLifetime = std::chrono::days(20);
constexpr std::chrono::seconds kRefreshLifetime = 10h;
// More than any deployment of the reference server takes (100 KiB unless configured).
constexpr qsizetype kTooLarge = 256 * 1024;

struct Answer {
    int status = 0; // 0: none came
    QByteArray body;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString text(const char *name) const
    {
        return object()[QLatin1String(name)].toString();
    }
};

QJsonObject claimsOf(const QString &token)
{
    const QByteArray payload = token.toLatin1().split('.').value(1);
    return QJsonDocument::fromJson(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding))
        .object();
}

QByteArray json(const char *name, const QString &value)
{
    return QJsonDocument(QJsonObject{{QLatin1String(name), value}}).toJson(QJsonDocument::Compact);
}

} // namespace

// The documented calls and error bodies (api.md), asked of any server. Environment:
//   LATCHKEY_CONTRACT_URL            base URL; a demo server in this process unless given
//   LATCHKEY_CONTRACT_EMAIL          account; the public demo account unless given
//   LATCHKEY_CONTRACT_PASSWORD_FILE  a file with the password: an environment can be read by others
// Nothing here prints a token or a profile, not even on failure.
class TestContract : public QObject
{
    Q_OBJECT

    std::unique_ptr<latchkey::demo::DemoServer> m_server;
    QNetworkAccessManager m_network;
    QString m_base;
    QString m_email = QStringLiteral("john@mail.com");
    QString m_password = QStringLiteral("changeme");
    Answer m_login;

    Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const QByteArray &authorization = {})
    {
        QNetworkRequest request{QUrl(m_base + path)};
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(static_cast<int>(kPatience.count()));
        if (!body.isNull())
            request.setHeader(QNetworkRequest::ContentTypeHeader,
                              QStringLiteral("application/json"));
        if (!authorization.isNull())
            request.setRawHeader("Authorization", authorization);
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(static_cast<int>(2 * kPatience.count())))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply->readAll()};
    }

    Answer post(const QString &path, const QByteArray &body) { return send("POST", path, body); }

    Answer profile(const QString &token)
    {
        return send("GET", QStringLiteral("/auth/profile"), {}, "Bearer " + token.toLatin1());
    }

    Answer refresh(const QString &token)
    {
        return post(QStringLiteral("/auth/refresh-token"), json("refreshToken", token));
    }

    static bool isPair(const Answer &answer)
    {
        return answer.status / 100 == 2 && answer.text("access_token").count(QLatin1Char('.')) == 2
            && answer.text("refresh_token").count(QLatin1Char('.')) == 2;
    }

    static void checkClaims(const QString &token, std::chrono::seconds lifetime)
    {
        const QJsonObject claims = claimsOf(token);
        QCOMPARE(
            claims.keys(),
            (QStringList{QStringLiteral("exp"), QStringLiteral("iat"), QStringLiteral("sub")}));
        QCOMPARE(claims[QLatin1String("exp")].toInteger()
                     - claims[QLatin1String("iat")].toInteger(),
                 lifetime.count());
    }

private slots:
    void initTestCase()
    {
        m_base = qEnvironmentVariable("LATCHKEY_CONTRACT_URL");
        m_email = qEnvironmentVariable("LATCHKEY_CONTRACT_EMAIL", m_email);
        if (qEnvironmentVariableIsSet("LATCHKEY_CONTRACT_PASSWORD_FILE")) {
            QFile file(qEnvironmentVariable("LATCHKEY_CONTRACT_PASSWORD_FILE"));
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_password = QString::fromUtf8(file.readLine()).trimmed();
        }
        if (m_base.isEmpty()) {
            m_server = std::make_unique<latchkey::demo::DemoServer>();
            QVERIFY(m_server->start());
            m_base = m_server->url();
        } else {
            QNetworkProxyFactory::setUseSystemConfiguration(true);
        }
        const QJsonObject credentials{{QStringLiteral("email"), m_email},
                                      {QStringLiteral("password"), m_password}};
        m_login = post(QStringLiteral("/auth/login"), QJsonDocument(credentials).toJson());
        QVERIFY2(m_login.status / 100 == 2, "sign-in failed: every other row needs it");
    }

    void loginGivesAPair() { QVERIFY(isPair(m_login)); }

    void tokensClaimTheDocumentedLives_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("access") << QByteArray("access_token") << qint64{kAccessLifetime.count()};
        QTest::newRow("refresh") << QByteArray("refresh_token") << qint64{kRefreshLifetime.count()};
    }

    void tokensClaimTheDocumentedLives()
    {
        QFETCH(QByteArray, field);
        QFETCH(qint64, seconds);
        checkClaims(m_login.text(field.constData()), std::chrono::seconds(seconds));
    }

    void profileHasTheDocumentedFields()
    {
        const Answer answer = profile(m_login.text("access_token"));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.object()[QLatin1String("id")].isDouble());
        QVERIFY(answer.text("email") == m_email);
        for (const char *field : {"password", "name", "role", "avatar"})
            QVERIFY2(!answer.text(field).isEmpty(), field);
        QVERIFY(QUrl(answer.text("avatar"), QUrl::StrictMode).isValid());
        for (const char *field : {"creationAt", "updatedAt"})
            QVERIFY2(QDateTime::fromString(answer.text(field), Qt::ISODateWithMs).isValid(), field);
    }

    void refreshGivesAPairAndKeepsTheOld()
    {
        const QString old = m_login.text("refresh_token");
        const Answer first = refresh(old);
        QVERIFY(isPair(first));
        checkClaims(first.text("access_token"), kAccessLifetime);
        checkClaims(first.text("refresh_token"), kRefreshLifetime);
        QVERIFY(isPair(refresh(first.text("refresh_token"))));
        QVERIFY(isPair(refresh(old)));
        QCOMPARE(profile(first.text("access_token")).status, 200);
        QCOMPARE(profile(m_login.text("access_token")).status, 200);
    }

    void aTokenIsGoodForItsOwnCallOnly()
    {
        QCOMPARE(refresh(m_login.text("access_token")).status, 401);
        QCOMPARE(profile(m_login.text("refresh_token")).status, 401);
    }

    void errorsHaveTheDocumentedBodies_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body"); // null: none
        QTest::addColumn<QByteArray>("authorization"); // null: none
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer"); // BASE stands for the path of the base URL
        const auto row
            = [](const char *name, const char *method, const char *path, const QByteArray &body,
                 const QByteArray &authorization, int status, const char *answer) {
                  QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path) << body
                                      << authorization << status << QByteArray(answer);
              };
        const auto login = "/auth/login";
        const auto renewal = "/auth/refresh-token";
        const auto unauthorized = R"({"message":"Unauthorized","statusCode":401})";
        const auto broken
            = R"({"message":"Unexpected end of JSON input","error":"Bad Request","statusCode":400})";
        row("wrong password", "POST", login,
            R"({"email":"nobody@mail.invalid","password":"wrong"})", {}, 401, unauthorized);
        row("no password", "POST", login, R"({"email":"nobody@mail.invalid"})", {}, 401,
            unauthorized);
        row("empty fields", "POST", login, R"({"email":"","password":""})", {}, 401, unauthorized);
        row("a number for a password", "POST", login,
            R"({"email":"nobody@mail.invalid","password":5})", {}, 401, unauthorized);
        row("login, broken JSON", "POST", login, R"({"email":)", {}, 400, broken);
        row("no access token", "GET", "/auth/profile", {}, {}, 401, unauthorized);
        row("a bad access token", "GET", "/auth/profile", {}, "Bearer a.b.c", 401, unauthorized);
        row("a bad refresh token", "POST", renewal, R"({"refreshToken":"a.b.c"})", {}, 401,
            R"({"message":"Invalid","error":"Unauthorized","statusCode":401})");
        row("no refresh token", "POST", renewal, "{}", {}, 400,
            R"({"message":["refreshToken should not be empty","refreshToken must be a string"],"error":"Bad Request","statusCode":400})");
        row("refresh, broken JSON", "POST", renewal, R"({"refreshToken":)", {}, 400, broken);
        row("unknown path", "GET", "/auth/nope", {}, {}, 404,
            R"({"message":"Cannot GET BASE/auth/nope","error":"Not Found","statusCode":404})");
        row("wrong method", "PUT", "/auth/profile", "{}", {}, 404,
            R"({"message":"Cannot PUT BASE/auth/profile","error":"Not Found","statusCode":404})");
        row("too large", "POST", login, QByteArray(kTooLarge, ' '), {}, 413,
            R"({"statusCode":413,"message":"request entity too large"})");
    }

    void errorsHaveTheDocumentedBodies()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, authorization);
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        const Answer got = send(method, path, body, authorization);
        QCOMPARE(got.status, status);
        answer.replace("BASE", QUrl(m_base).path().toLatin1());
        QCOMPARE(got.object(), QJsonDocument::fromJson(answer).object());
    }
};

LATCHKEY_TEST(TestContract, QCoreApplication)
#include "tst_contract.moc"
