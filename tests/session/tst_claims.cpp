#include "app/session/claims.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;

namespace
{

constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Secret tokenWithPayload(const QByteArray &json)
{
    return Secret(QByteArray("eyJhbGciOiJIUzI1NiJ9." + json.toBase64(Encoding) + ".c2ln"));
}

} // namespace

class tst_Claims : public QObject
{
    Q_OBJECT
private slots:
    void times_data();
    void times();
    void notAJwt_data();
    void notAJwt();
    void s68TheTextShowsThemAsTheyAre();
};

void tst_Claims::times_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("iat"); // -1: none
    QTest::addColumn<qint64>("exp");
    const auto row = [](const char *name, const QByteArray &json, qint64 iat, qint64 exp) {
        QTest::newRow(name) << json << iat << exp;
    };
    row("documented", R"({"sub":1,"iat":1700000000,"exp":1700036000})", 1700000000, 1700036000);
    row("10: exp absent", R"({"sub":1,"iat":1700000000})", 1700000000, -1);
    row("10: exp zero", R"({"iat":1,"exp":0})", 1, -1);
    row("10: exp negative", R"({"iat":1,"exp":-5})", 1, -1);
    row("10: exp text", R"({"iat":1,"exp":"1700036000"})", 1, -1);
    row("10: exp fraction", R"({"iat":1,"exp":1700036000.5})", 1, 1700036000);
    row("10: exp milliseconds", R"({"iat":1,"exp":1700036000000})", 1, -1);
    row("exp 2^53", R"({"iat":1,"exp":9007199254740992})", 1, -1);
    row("exp 2^64", R"({"iat":1,"exp":18446744073709551616})", 1, -1);
    row("exp 1e400", R"({"iat":1,"exp":1e400})", -1, -1); // not JSON for Qt, so nothing is read
    row("exp null", R"({"iat":1,"exp":null})", 1, -1);
    row("exp true", R"({"iat":1,"exp":true})", 1, -1);
    row("exp array", R"({"iat":1,"exp":[1700036000]})", 1, -1);
    row("exp object", R"({"iat":1,"exp":{}})", 1, -1);
    row("exp end of 9999", R"({"exp":253402300799})", -1, 253402300799);
    row("exp beyond 9999", R"({"exp":253402300800})", -1, -1);
    row("exp 1", R"({"exp":1})", -1, 1);
    row("iat text", R"({"iat":"x","exp":5})", -1, 5);
    row("68: iat fraction", R"({"iat":1.25,"exp":5})", 1, 5);
    row("68: both fractions", R"({"iat":1700000000.123456,"exp":1700036000.999999})", 1700000000,
        1700036000);
    row("68: just under a second more", R"({"exp":1700036000.9999990})", -1, 1700036000);
    row("68: 1e9", R"({"iat":1e9,"exp":1.5E9})", 1000000000, 1500000000);
    row("68: exponent and fraction", R"({"exp":1.7000360005e9})", -1, 1700036000);
    row("68: negative exponent", R"({"exp":17000360005e-1})", -1, 1700036000);
    row("68: ends in .0", R"({"exp":1700036000.0})", -1, 1700036000);
    row("68: less than a second", R"({"iat":0.999,"exp":0.5})", -1, -1);
    row("68: negative fraction", R"({"iat":-0.5,"exp":-1.5e9})", -1, -1);
    row("68: last second of 9999 and a half", R"({"exp":253402300799.5})", -1, 253402300799);
    row("68: milliseconds with a fraction", R"({"exp":1700036000123.5})", -1, -1);
    row("68: 1e12", R"({"exp":1e12})", -1, -1);
    row("68: 1e300", R"({"exp":1e300})", -1, -1);
    row("68: text of a fraction", R"({"exp":"1700036000.5"})", -1, -1);
    row("nbf alone", R"({"nbf":1700000000})", -1, -1);
    row("exp whole in exponent form", R"({"exp":1.7e9})", -1, 1700000000);
    row("hostile header parameters do not matter", R"({"jku":"https://evil.example","exp":7})", -1,
        7);
    row("empty object", "{}", -1, -1);
    row("array payload", "[1,2]", -1, -1);
    row("broken payload", R"({"exp":17000)", -1, -1);
}

void tst_Claims::times()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, iat);
    QFETCH(qint64, exp);
    const Claims claims = readClaims(tokenWithPayload(json));
    QCOMPARE(claims.issuedAt ? claims.issuedAt->count() : -1, iat);
    QCOMPARE(claims.expiry ? claims.expiry->count() : -1, exp);
}

void tst_Claims::notAJwt_data()
{
    QTest::addColumn<QByteArray>("token");
    const QByteArray payload = QByteArray(R"({"iat":1,"exp":2})").toBase64(Encoding);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no dots") << payload;
    QTest::newRow("two parts") << QByteArray("a." + payload);
    QTest::newRow("four parts") << QByteArray("a." + payload + ".b.c");
    QTest::newRow("bad base64") << QByteArray("a.*" + payload + ".b");
    QTest::newRow("standard base64 alphabet") << QByteArray("a.++//.b");
    QTest::newRow("over 16 KiB") << QByteArray("a." + payload + '.' + QByteArray(16 * 1024, 'x'));
}

void tst_Claims::notAJwt()
{
    QFETCH(QByteArray, token);
    const Claims claims = readClaims(Secret(token));
    QVERIFY(!claims.issuedAt);
    QVERIFY(!claims.expiry);
}

// What a person copies is what the server wrote, not what we make of it.
void tst_Claims::s68TheTextShowsThemAsTheyAre()
{
    const QString text
        = claimsText(tokenWithPayload(R"({"iat":1700000000.25,"exp":1700036000123})"));
    QVERIFY(text.contains(QStringLiteral("1700000000.25")));
    QVERIFY(text.contains(QStringLiteral("1700036000123")));
}

LATCHKEY_TEST(tst_Claims, QCoreApplication)
#include "tst_claims.moc"
