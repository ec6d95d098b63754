#include "app/api/replymapper.h"
#include "tests/support/fakehttp.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

// No redirect is followed (security.md N1); where it points to tells what it means.
class TestRedirects : public QObject
{
    Q_OBJECT
private slots:
    void redirects_data();
    void redirects();
    void movesOnTheSameHost_data();
    void movesOnTheSameHost();
};

namespace
{

Asked redirected(bool login = false)
{
    return {QUrl(QStringLiteral("https://api.example:8443/v1/auth/x")), login, {}, {}};
}

HttpReply redirect(int status, const QByteArray &location)
{
    HttpReply reply = jsonReply(status, "{}");
    reply.headers.insert("location", location);
    return reply;
}

} // namespace

void TestRedirects::redirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("host");
    const auto row
        = [](int status, const QByteArray &location, ErrorCode code, const char *host = "") {
              QTest::addRow("%d %s", status, location.constData())
                  << status << location << code << QString::fromLatin1(host);
          };
    for (const int status : {301, 302, 303})
        row(status, "http://portal.example/login", ErrorCode::CaptivePortal, "portal.example");
    for (const int status : {307, 308})
        row(status, "https://evil.example/", ErrorCode::CrossHostRedirect, "evil.example");
    row(302, "//portal.example/", ErrorCode::CaptivePortal, "portal.example");
    row(307, "https://api.example@evil.example/", ErrorCode::CrossHostRedirect, "evil.example");
    row(307, "https://api.example:8443@evil.example/", ErrorCode::CrossHostRedirect,
        "evil.example");
    row(302, "http://10.0.0.1/", ErrorCode::CaptivePortal, "10.0.0.1");
    row(308, "https://\xd0\xb0pi.example/", ErrorCode::CrossHostRedirect, "xn--pi-6kc.example");
    row(307, "https://API.EXAMPLE/v2", ErrorCode::NotFound);
    row(302, "/v2/auth/login", ErrorCode::NotFound);
    row(302, "http://api.example:8443/", ErrorCode::NotFound);
    row(302, "", ErrorCode::NotFound);
    row(302, "javascript:alert(1)", ErrorCode::NotFound);
    row(302, "https://a b/", ErrorCode::NotFound);
}

void TestRedirects::redirects()
{
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(ErrorCode, code);
    QFETCH(QString, host);
    const auto result = mapTokens(redirect(status, location), redirected(true));
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(result.error().otherHost, host);
}

void TestRedirects::movesOnTheSameHost_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *location, const char *address = "") {
        QTest::newRow(location) << QByteArray(location) << QString::fromLatin1(address);
    };
    row("/v2/auth/x", "https://api.example:8443/v2");
    row("/auth/x?a=b#c", "https://api.example:8443");
    row("https://API.example/v1/auth/x", "https://api.example/v1");
    row("https://api.example:9443/v1/auth/x", "https://api.example:9443/v1");
    row("/v1/auth/x"); // where it is
    row("/v1/auth/x/");
    row("/login"); // not the API
    row("http://api.example:8443/v1/auth/x"); // not encrypted
    row("https://u:p@api.example/v2/auth/x");
    row("https://evil.example/v2/auth/x");
    row("");
}

void TestRedirects::movesOnTheSameHost()
{
    QFETCH(QByteArray, location);
    for (const int status : {301, 302, 307, 308}) {
        const HttpReply reply = redirect(status, location);
        QTEST(mapTokens(reply, redirected(true)).error().movedTo, "address");
        QTEST(mapProfile(reply, redirected()).error().movedTo, "address");
    }
}

LATCHKEY_TEST(TestRedirects, QCoreApplication)
#include "tst_redirects.moc"
