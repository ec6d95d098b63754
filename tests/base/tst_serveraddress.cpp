#include "app/base/serveraddress.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using Problem = AddressProblem;

class TestServerAddress : public QObject
{
    Q_OBJECT
private slots:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void loopbackHosts_data();
    void loopbackHosts();
    void resolvesBelowTheBase();
    void sameOrigin_data();
    void sameOrigin();
    void emptyAddressIsNobodysOrigin();
};

void TestServerAddress::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("host");
    const auto row = [](const char *text, const char *base, const char *host) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(base)
                            << QString::fromLatin1(host);
    };
    row("https://api.escuelajs.co/api/v1", "https://api.escuelajs.co/api/v1", "api.escuelajs.co");
    row("https://api.example", "https://api.example", "api.example");
    row("https://api.example/", "https://api.example", "api.example");
    row("https://api.example/v1///", "https://api.example/v1", "api.example");
    row("  https://api.example/v1\n", "https://api.example/v1", "api.example");
    row("HTTPS://API.Example/V1", "https://api.example/V1", "api.example");
    row("https://api.example:8443", "https://api.example:8443", "api.example:8443");
    row("https://api.example:443/v1", "https://api.example/v1", "api.example");
    row("http://localhost:80", "http://localhost", "localhost");
    row("https://api.example:80", "https://api.example:80", "api.example:80");
    row("https://api.example:65535", "https://api.example:65535", "api.example:65535");
    row("http://localhost", "http://localhost", "localhost");
    row("http://LocalHost:3001/api", "http://localhost:3001/api", "localhost:3001");
    row("http://127.0.0.1:3001", "http://127.0.0.1:3001", "127.0.0.1:3001");
    row("http://127.255.0.9", "http://127.255.0.9", "127.255.0.9");
    row("http://[::1]:8080", "http://[::1]:8080", "::1:8080");
    row("https://192.168.1.5", "https://192.168.1.5", "192.168.1.5");
    row("https://[2001:db8::1]", "https://[2001:db8::1]", "2001:db8::1");
    row("https://1.example", "https://1.example", "1.example");
    row("https://m\xc3\xbcnchen.example", "https://xn--mnchen-3ya.example",
        "xn--mnchen-3ya.example");
    row("https://\xd0\xb0pi.example", "https://xn--pi-6kc.example", "xn--pi-6kc.example");
    row("https://xn--pi-6kc.example", "https://xn--pi-6kc.example", "xn--pi-6kc.example");
}

void TestServerAddress::accepts()
{
    QFETCH(QString, text);
    QFETCH(QString, base);
    QFETCH(QString, host);
    const auto address = ServerAddress::parse(text);
    QVERIFY(address);
    QVERIFY(!address->isEmpty());
    QCOMPARE(address->toString(), base);
    QCOMPARE(address->host(), host);
    QVERIFY(address->base().userInfo().isEmpty());
    const auto again = ServerAddress::parse(address->toString());
    QVERIFY(again);
    QCOMPARE(again->toString(), base);
    QVERIFY(*again == *address);
}

void TestServerAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Problem>("problem");
    const auto row = [](const char *text, Problem problem) {
        QTest::newRow(text) << QString::fromUtf8(text) << problem;
    };
    // No address
    for (const char *text : {"",
                             " ",
                             "api.example",
                             "api.example/v1",
                             "//api.example",
                             "https",
                             "https:",
                             "https://",
                             "https:///",
                             "https:///path",
                             "https:/api.example",
                             "https:api.example",
                             "ftp://api.example",
                             "file:///etc/hosts",
                             "javascript:alert(1)",
                             "ws://api.example",
                             "https ://api.example",
                             "https://a b.example",
                             "https://a\tb.example",
                             "https://a\nb.example",
                             "https://api.example/a b",
                             "https://api.example:0",
                             "https://api.example:65536",
                             "https://api.example:x",
                             "https://api.example:-1",
                             "https://[::1",
                             "https://[]",
                             "https://[::g]",
                             "https://a..b",
                             "https://api.example\\x",
                             "https:\\\\api.example",
                             "https://api.example/%zz",
                             "https://a<b>.example",
                             "http://%6cocalhost",
                             "https://a|b.example",
                             "https://a^b.example"})
        row(text, Problem::Malformed);
    // Numbers that are read as another address than the one typed (qt-notes P14)
    for (const char *text :
         {"http://127.1", "http://2130706433", "http://0x7f.1", "http://0177.0.0.1",
          "http://127.0.1", "http://0", "https://127.1", "https://2130706433", "https://0x7f000001",
          "https://127.000.000.001", "https://\xe2\x91\xa0\xe2\x91\xa1\xe2\x91\xa6.0.0.1",
          "https://%31%32%37.0.0.1"})
        row(text, Problem::Malformed);
    // Bait before an @
    for (const char *text :
         {"https://user@api.example", "https://user:word@api.example", "https://:word@api.example",
          "https://@api.example", "https://api.escuelajs.co@evil.example",
          "https://api.escuelajs.co\\@evil.example", "https://api.escuelajs.co:443@evil.example",
          "https://api.escuelajs.co/@evil.example", "http://localhost@evil.example"})
        row(text, Problem::HasCredentials);
    for (const char *text : {"https://api.example?x=1", "https://api.example/v1?", "https://a.b#x",
                             "https://api.example/v1#", "https://evil.example?api.escuelajs.co",
                             "https://evil.example#api.escuelajs.co"})
        row(text, Problem::HasQueryOrFragment);
    // Plain http beyond this computer (N7)
    for (const char *text :
         {"http://api.example", "http://192.168.0.1", "http://10.0.0.1", "http://0.0.0.0",
          "http://128.0.0.1", "http://127.0.0.1.example", "http://localhost.example",
          "http://notlocalhost", "http://localhost.", "http://127.0.0.1.", "http://[::2]",
          "http://[::]", "http://[::ffff:127.0.0.1]", "http://[0:0:0:0:0:0:0:1]"})
        row(text, Problem::NotEncrypted);
    QTest::newRow("very long") << QStringLiteral("https://api.example/") + QString(2048, u'a')
                               << Problem::Malformed;
}

void TestServerAddress::refuses()
{
    QFETCH(QString, text);
    QFETCH(Problem, problem);
    const auto address = ServerAddress::parse(text);
    QVERIFY2(!address, address ? qPrintable(address->toString()) : "");
    QCOMPARE(address.error(), problem);
}

void TestServerAddress::loopbackHosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("loopback");
    for (const char *host :
         {"localhost", "LOCALHOST", "127.0.0.1", "127.255.255.255", "127.0.0.0", "::1", "[::1]"})
        QTest::newRow(host) << QString::fromLatin1(host) << true;
    for (const char *host :
         {"", "127", "127.1", "127.0.0", "127.0.0.256", "127.0.0.01", "127.0.0.1.", "127.0.0.1 ",
          "1270.0.0.1", "128.0.0.1", "0.0.0.0", "::", "::2", "localhost.", "localhost.example",
          "xlocalhost", "127.0.0.1\n", "::ffff:127.0.0.1"})
        QTest::newRow(host) << QString::fromLatin1(host) << false;
}

void TestServerAddress::loopbackHosts()
{
    QFETCH(QString, host);
    QFETCH(bool, loopback);
    QCOMPARE(isLoopbackHost(host), loopback);
}

void TestServerAddress::resolvesBelowTheBase()
{
    const QString path = QStringLiteral("auth/login");
    QCOMPARE(ServerAddress::parse(QStringLiteral("https://api.example/v1/"))->resolve(path),
             QUrl(QStringLiteral("https://api.example/v1/auth/login")));
    QCOMPARE(ServerAddress::parse(QStringLiteral("http://[::1]:81"))->resolve(path),
             QUrl(QStringLiteral("http://[::1]:81/auth/login")));
    QVERIFY(ServerAddress::parse(QStringLiteral("http://[::1]:81"))->isLoopback());
    QVERIFY(!ServerAddress::parse(QStringLiteral("https://api.example"))->isLoopback());
}

void TestServerAddress::sameOrigin_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *url, bool same) {
        QTest::newRow(url) << QString::fromLatin1(url) << same;
    };
    row("https://api.example/v1/auth/profile", true);
    row("https://api.example", true);
    row("https://API.EXAMPLE:443/x", true);
    row("https://api.example:8443/v1", false);
    row("http://api.example/v1", false);
    row("http://api.example:443/v1", false);
    row("https://www.api.example/v1", false);
    row("https://api.example.evil.example/v1", false);
    row("https://api.example./v1", false);
    row("//api.example/v1", false);
    row("", false);
}

void TestServerAddress::sameOrigin()
{
    QFETCH(QString, url);
    QFETCH(bool, same);
    const auto address = ServerAddress::parse(QStringLiteral("https://api.example/v1"));
    QVERIFY(address);
    QCOMPARE(address->sameOrigin(QUrl(url)), same);
}

void TestServerAddress::emptyAddressIsNobodysOrigin()
{
    const ServerAddress empty;
    QVERIFY(empty.isEmpty());
    QVERIFY(!empty.sameOrigin(QUrl()));
    QVERIFY(!empty.isLoopback());
    QCOMPARE(empty.toString(), QString());
}

LATCHKEY_TEST(TestServerAddress, QCoreApplication)
#include "tst_serveraddress.moc"
