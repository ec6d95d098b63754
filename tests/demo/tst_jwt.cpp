#include "app/demo/jwt.h"
#include "tests/support/testprogram.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace latchkey::demo;

namespace
{

constexpr auto kBase64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray key()
{
    return QByteArray(32, 'k');
}

// Made with Python's hmac module from the key above.
QByteArray vector()
{
    return "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
           ".eyJzdWIiOjEsImlhdCI6MTY3Mjc2NjAyOCwiZXhwIjoxNjc0NDk0MDI4fQ"
           ".6FTHxD-3y8WuGzKhXN-PC95j1gt5l_1rcXOJlGDCc_M";
}

// Correctly signed, whatever it says.
QByteArray signedWith(const QByteArray &header, const QByteArray &payload)
{
    const QByteArray part = header.toBase64(kBase64Url) + '.' + payload.toBase64(kBase64Url);
    return part + '.'
        + QMessageAuthenticationCode::hash(part, key(), QCryptographicHash::Sha256)
              .toBase64(kBase64Url);
}

} // namespace

class TestJwt : public QObject
{
    Q_OBJECT

private slots:
    void signsAsOthersDo() { QCOMPARE(signedToken({1, 1672766028, 1674494028}, key()), vector()); }

    void readsBackWhatItSigned()
    {
        const auto claims = verifiedClaims(signedToken({3, 10, 20, 4, 5}, key()), key());
        QVERIFY(claims);
        QCOMPARE(claims->sub, 3);
        QCOMPARE(claims->iat, 10);
        QCOMPARE(claims->exp, 20);
        QCOMPARE(claims->family, 4);
        QCOMPARE(claims->serial, 5);
    }

    void refusesForeignTokens_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray good = vector();
        const QByteArray claims = R"({"sub":1,"iat":1,"exp":9999999999})";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("dots") << QByteArray("..");
        QTest::newRow("no signature") << good.left(good.lastIndexOf('.'));
        QTest::newRow("empty signature") << good.left(good.lastIndexOf('.') + 1);
        QTest::newRow("cut signature") << good.chopped(1);
        QTest::newRow("longer signature") << good + 'A';
        QTest::newRow("padded signature") << good + '=';
        QTest::newRow("four parts") << good + ".x";
        QTest::newRow("another account")
            << QByteArray(good).replace("eyJzdWIiOjEs", "eyJzdWIiOjIs");
        QTest::newRow("another key") << signedToken({1, 1, 9999999999}, QByteArray(32, 'x'));
        QTest::newRow("alg none")
            << QByteArray(R"({"alg":"none","typ":"JWT"})").toBase64(kBase64Url) + '.'
                + claims.toBase64(kBase64Url) + '.';
        QTest::newRow("alg HS512") << signedWith(R"({"alg":"HS512","typ":"JWT"})", claims);
        QTest::newRow("kid") << signedWith(R"({"alg":"HS256","typ":"JWT","kid":"1"})", claims);
    }

    void refusesForeignTokens()
    {
        QFETCH(QByteArray, token);
        QVERIFY(!verifiedClaims(token, key()));
    }

    void acceptsTheVectorTheRowsAreMadeOf() { QVERIFY(verifiedClaims(vector(), key())); }

    void everyKeyIsNew()
    {
        QCOMPARE(randomKey().size(), 32);
        QVERIFY(randomKey() != randomKey());
    }
};

LATCHKEY_TEST(TestJwt, QCoreApplication)
#include "tst_jwt.moc"
