#include "app/api/bearertoken.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;

class TestBearerToken : public QObject
{
    Q_OBJECT
private slots:
    void isBearerToken_data();
    void isBearerToken();
};

void TestBearerToken::isBearerToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("good");
    const auto bytes = [](const char *text, qsizetype size) { return QByteArray(text, size); };
    QTest::newRow("JWT") << QByteArray("eyJh.eyJz.c2ln") << true;
    QTest::newRow("opaque") << QByteArray("a") << true;
    QTest::newRow("all characters") << QByteArray("azAZ09-._~+/") << true;
    QTest::newRow("padded") << QByteArray("abc==") << true;
    QTest::newRow("longest") << QByteArray(16 * 1024, 'a') << true;
    QTest::newRow("too long") << QByteArray(16 * 1024 + 1, 'a') << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("padding only") << QByteArray("==") << false;
    QTest::newRow("padding inside") << QByteArray("a=b") << false;
    QTest::newRow("CR") << QByteArray("a\rb") << false;
    QTest::newRow("LF") << QByteArray("a\nb") << false;
    QTest::newRow("CRLF at the end") << QByteArray("ab\r\n") << false;
    QTest::newRow("NUL") << bytes("a\0b", 3) << false;
    QTest::newRow("NUL at the end") << bytes("ab\0", 3) << false;
    QTest::newRow("space") << QByteArray("a b") << false;
    QTest::newRow("leading space") << QByteArray(" ab") << false;
    QTest::newRow("tab") << QByteArray("a\tb") << false;
    QTest::newRow("comma") << QByteArray("a,b") << false;
    QTest::newRow("quote") << QByteArray("a\"b") << false;
    QTest::newRow("non-ASCII") << QByteArray("a\xc3\xa9") << false;
    QTest::newRow("DEL") << QByteArray("a\x7f") << false;
}

void TestBearerToken::isBearerToken()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, good);
    QCOMPARE(latchkey::isBearerToken(token), good);
}

LATCHKEY_TEST(TestBearerToken, QCoreApplication)
#include "tst_bearertoken.moc"
