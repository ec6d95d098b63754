#include "app/inspect/redactor.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUrl>

using namespace latchkey;

// Planted secrets must not come out, whatever is around them, and the rest must.
class TestRedactor : public QObject
{
    Q_OBJECT
private slots:
    void masks_data();
    void masks();
    void keeps_data();
    void keeps();
    void sameTokenSameAlias();
    void everyEncodingOfAToken_data();
    void everyEncodingOfAToken();
    void countsByKind();
    void redactsOnce_data();
    void redactsOnce();
    void linearTime_data();
    void linearTime();
    void anyCutIsHarmless();
};

namespace
{

const QString header = QStringLiteral("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9");
const QString payload
    = QStringLiteral("eyJzdWIiOjEsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAxNzI4MDAwfQ");
const QString signature = QStringLiteral("c2lnbmF0dXJlLWNhbmFyeS1kby1ub3QtbGVhay1tZQ");
const QString token = header + u'.' + payload + u'.' + signature;
const QString tokenMark = QStringLiteral("eyJ..[token #1 removed]");

QString redacted(const QString &text)
{
    return Redactor().redact(text).text;
}

void rowFor(const char *name, const QString &text, const QString &result)
{
    QTest::newRow(name) << text << result;
}

} // namespace

void TestRedactor::masks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const char *text, const char *result) {
        rowFor(name, QString::fromUtf8(text), QString::fromUtf8(result));
    };
    row("JSON password", R"({"email":"a@b.c","password":"hunter2","x":1})",
        R"({"email":"a@b.c","password":"[password removed]","x":1})");
    row("an escaped quote in it", R"({"password":"hun\"ter2","x":1})",
        R"({"password":"[password removed]","x":1})");
    row("a backslash at its end", R"({"password":"hunter2\\","x":"y"})",
        R"({"password":"[password removed]","x":"y"})");
    row("a quote in percent in it", R"({"password":"hun%22ter2","x":1})",
        R"({"password":"[password removed]","x":1})");
    row("spaces and lines between", "{ \"password\" :\n  \"hunter2\" }",
        "{ \"password\" :\n  \"[password removed]\" }");
    row("JSON in JSON", R"({"body":"{\"password\":\"hun\\\"ter2\",\"x\":1}"})",
        R"({"body":"{\"password\":\"[password removed]\",\"x\":1}"})");
    row("JSON in JSON in JSON", R"("{\"b\":\"{\\\"password\\\":\\\"hunter2\\\"}\"}")",
        R"("{\"b\":\"{\\\"password\\\":\\\"[password removed]\\\"}\"}")");
    row("an escaped letter in the name", R"({"p\u0061ssword":"hunter2"})",
        R"({"p\u0061ssword":"[password removed]"})");
    row("an unseen letter in the name", "{\"pass\xE2\x80\x8Bword\":\"hunter2\"}",
        "{\"pass\xE2\x80\x8Bword\":\"[password removed]\"}");
    row("never closed", R"({"password":"hunter2, {"x": hunter2)",
        R"({"password":"[password removed]"x": hunter2)");
    row("never closed at all", R"(say "password": "hunter2 and so on)",
        R"(say "password": "[password removed])");
    row("Python", "{'password': 'hunter2', 'x': 1}", "{'password': '[password removed]', 'x': 1}");
    row("YAML", "password: correct horse battery\nuser: a",
        "password: [password removed]\nuser: a");
    row("form", "email=a&password=hunter2&x=1", "email=a&password=[password removed]&x=1");
    row("form, an & in percent", "password=hun%26ter2&x=1", "password=[password removed]&x=1");
    row("a form in a form", "u=%3Fpassword%3Dhunter2%26x%3D1&y=2",
        "u=%3Fpassword%3D[password removed]%26x%3D1&y=2");
    row("twice in percent", "u=password%253Dhunter2%2526x",
        "u=password%253D[password removed]%2526x");
    row("JSON in percent", "b=%7B%22password%22%3A%22hunter2%22%7D",
        "b=%7B%22password%22%3A%22[password removed]%22%7D");
    row("XML", "<password>hunter2 &amp; co</password>", "<password>[password removed]</password>");
    row("a number", R"({"password":12345,"x":1})", R"({"password":[password removed],"x":1})");
    row("a list", R"({"tokens":["aaa","b]b"],"x":1})", R"({"tokens":[token #1 removed],"x":1})");
    row("an object", R"({"tokens":{"a":{"b":"c"}},"x":1})",
        R"({"tokens":[token #1 removed],"x":1})");
    row("any token field", R"({"access_token":"abc","refreshToken":"def","x":"y"})",
        R"({"access_token":"[token #1 removed]","refreshToken":"[token #2 removed]","x":"y"})");
    row("Authorization", "GET /\r\nAuthorization: Bearer abc.def\r\nAccept: */*",
        "GET /\r\nAuthorization: Bearer [token #1 removed]\r\nAccept: */*");
    row("Authorization, folded", "authorization:\r\n Bearer\r\n abcdef\r\nAccept: */*",
        "authorization:\r\n [credentials removed]\r\nAccept: */*");
    row("Basic", "Proxy-Authorization: Basic dXNlcjpwYXNz\nx",
        "Proxy-Authorization: Basic [credentials removed]\nx");
    row("a header without a scheme", "Authorization: abcdef",
        "Authorization: [credentials removed]");
    row("a header in JSON", R"({"Authorization":"Bearer abcdef"})",
        R"({"Authorization":"Bearer [token #1 removed]"})");
    row("HAR", R"({"name": "Authorization", "value": "Bearer abcdef"})",
        R"({"name": "Authorization", "value": "Bearer [token #1 removed]"})");
    row("cookies", "Cookie: a=b; c=d\nSet-Cookie: e=f",
        "Cookie: [cookie removed]\nSet-Cookie: [cookie removed]");
    row("a bearer alone", "sent bearer a1b2c3d4e5 to it", "sent bearer [token #1 removed] to it");
    row("Basic alone", "-H 'Basic dXNlcjpwYXNz'", "-H 'Basic [credentials removed]'");
    row("URL user", "see https://user:hunter2@host/x and http://u@h/",
        "see https://[user removed]@host/x and http://[user removed]@h/");
    row("an @ in the password", "https://user:hun@ter2@host/", "https://[user removed]@host/");
    row("URL query", "https://h/?code=abc&sig=d%26e&page=2#key=f",
        "https://h/?code=[secret removed]&sig=[secret removed]&page=2#key=[secret removed]");
    row("alphabets around it", "пароль \"password\":\"ключ\" \xF0\x9F\x94\x91",
        "пароль \"password\":\"[password removed]\" \xF0\x9F\x94\x91");
    row("a bad escape", R"(%zz %2 \u12 "password":"hunter2")",
        R"(%zz %2 \u12 "password":"[password removed]")");
}

void TestRedactor::masks()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(redacted(text), result);
}

void TestRedactor::keeps_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"Latchkey 0.1.0 on Debian GNU/Linux 12 (bookworm), x86_64",
          "Email or password is incorrect.", "The token has expired.",
          "basic information about a bearer bond", R"({"password":null,"token":""})",
          R"({"token_type":"JWT","expires_in":3600})",
          "https://api.example.com/api/v1/auth/profile?page=2", "mailto:ana@example.com",
          "2026-11-23T17:05:55Z  SignedIn -> Renewing (Timer)",
          "a.very-long-sub-domain-of-it.another-very-long-domain-name.example", "eyJust a word",
          "C:\\users\\new\\table 100% %41 \\u0041", "/usr/lib/x86_64-linux-gnu/libQt6Core.so.6.4.2",
          "3f786850e387550fdab836ed7e6dc881de23001b", "\xE2\x80\x8Fשלום \xF0\x9F\x94\x91", ""})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRedactor::keeps()
{
    QFETCH(QString, text);
    const Redaction redaction = Redactor().redact(text);
    QCOMPARE(redaction.text, text);
    QCOMPARE(redaction.total(), 0);
}

void TestRedactor::sameTokenSameAlias()
{
    const QString other = header + u'.' + payload + QStringLiteral(".b3RoZXItc2lnbmF0dXJlLW90aGVy");
    Redactor redactor;
    QCOMPARE(
        redactor.redact(token + u' ' + other + u' ' + token).text,
        QStringLiteral("eyJ..[token #1 removed] eyJ..[token #2 removed] eyJ..[token #1 removed]"));
    // Across texts, and however it was encoded or broken.
    QCOMPARE(redactor.redact(QStringLiteral("Bearer ") + other).text,
             QStringLiteral("Bearer eyJ..[token #2 removed]"));
    QString broken = token;
    broken.insert(70, QStringLiteral("\r\n  "));
    QCOMPARE(redactor.redact(broken).text, tokenMark);
    QCOMPARE(redacted(QString(token).replace(u'.', QStringLiteral("%2E"))), tokenMark);
}

void TestRedactor::everyEncodingOfAToken_data()
{
    QTest::addColumn<QString>("coded");
    const QByteArray bytes = token.toLatin1();
    QTest::newRow("plain") << token;
    QTest::newRow("hex") << QString::fromLatin1(bytes.toHex());
    QTest::newRow("hex, upper case") << QString::fromLatin1(bytes.toHex().toUpper());
    QTest::newRow("percent") << QString::fromLatin1(bytes.toPercentEncoding({}, "eyJhbGci."));
    for (int before = 0; before < 3; ++before)
        QTest::addRow("Base64, %d before", before)
            << QString::fromLatin1((QByteArray(before, ' ') + bytes).toBase64());
    QString wide;
    for (const QChar c : token)
        wide += QString(c) + QChar(u'\0');
    QTest::newRow("UTF-16 bytes") << wide;
    QString broken = token;
    for (qsizetype i = 64; i < broken.size(); i += 65)
        broken.insert(i, u'\n');
    QTest::newRow("lines of 64") << broken;
    QTest::newRow("escaped lines") << QString(broken).replace(u'\n', QStringLiteral("\\n"));
    QTest::newRow("no signature") << header + u'.' + payload + u'.';
    QTest::newRow("one part") << payload;
    QTest::newRow("four parts") << token + u'.' + signature;
    QTest::newRow("no dots") << QString(token).remove(u'.');
    QTest::newRow("a joined prefix") << QStringLiteral("x_-") + token;
    QTest::newRow("spaces in the header")
        << QStringLiteral("ewogICJhbGciOiAiSFMyNTYiCn0.") + payload + u'.' + signature;
}

void TestRedactor::everyEncodingOfAToken()
{
    QFETCH(QString, coded);
    const QString result = redacted(QStringLiteral("before '") + coded + QStringLiteral("' after"));
    for (const QString &needle : {header, payload, signature, coded, coded.right(30)})
        QVERIFY2(!result.contains(needle), qPrintable(result));
    QVERIFY2(result.contains(QStringLiteral("[token #1 removed]")), qPrintable(result));
    QVERIFY2(result.startsWith(QStringLiteral("before '")), qPrintable(result));
    QVERIFY2(result.endsWith(QStringLiteral("' after")), qPrintable(result));
    QVERIFY2(result.size() < 60, qPrintable(result));
}

void TestRedactor::countsByKind()
{
    const Redaction redaction = Redactor().redact(
        QStringLiteral("password=a&x=1\nhttps://u:p@h/?code=z\nCookie: b\nAuthorization: c\n")
        + token + u' ' + token);
    QCOMPARE(redaction.removed.value(SecretKind::Password), 1);
    QCOMPARE(redaction.removed.value(SecretKind::UserInfo), 1);
    QCOMPARE(redaction.removed.value(SecretKind::Query), 1);
    QCOMPARE(redaction.removed.value(SecretKind::Cookie), 1);
    QCOMPARE(redaction.removed.value(SecretKind::Credentials), 1);
    QCOMPARE(redaction.removed.value(SecretKind::Token), 2);
    QCOMPARE(redaction.total(), 7);
}

void TestRedactor::redactsOnce_data()
{
    masks_data();
}

void TestRedactor::redactsOnce()
{
    QFETCH(QString, text);
    const QString once = redacted(text + u' ' + token);
    const Redaction twice = Redactor().redact(once);
    QCOMPARE(twice.text, once);
    QCOMPARE(twice.total(), 0);
}

void TestRedactor::linearTime_data()
{
    constexpr qsizetype quarter = 256 * 1024;
    QTest::addColumn<QString>("piece");
    QTest::addColumn<qsizetype>("size");
    for (const char *piece : {"eyJ",
                              "eyJ.",
                              "a.",
                              "\\",
                              "\\\"",
                              "%25",
                              "%",
                              "\"",
                              "password",
                              "password ",
                              "password\"",
                              "\"password\",",
                              "\"password\":",
                              "\"token\":[",
                              "token:\n",
                              "://",
                              "://a@",
                              "Bearer ",
                              "Authorization:\n ",
                              "<password>",
                              "?key=",
                              "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstu\n",
                              "\"\\u0022",
                              "ZXlK",
                              "cookie: \r\n "})
        QTest::newRow(piece) << QString::fromLatin1(piece) << quarter;
    QTest::newRow("a megabyte of them")
        << token + QStringLiteral(" \"password\":\"hunter2\"\n") << 4 * quarter;
}

void TestRedactor::linearTime()
{
    QFETCH(qsizetype, size);
    constexpr qint64 patience = 4000; // ms; a square takes minutes at the least
    QFETCH(QString, piece);
    const QString text = piece.repeated(size / piece.size());
    QElapsedTimer time;
    time.start();
    const Redaction redaction = Redactor().redact(text);
    QVERIFY2(time.elapsed() < patience, qPrintable(QString::number(time.elapsed())));
    QVERIFY(redaction.text.size() < 8 * size);
}

// Reports are cut to length, logs break off: what is left of a token is still none of anybody's.
void TestRedactor::anyCutIsHarmless()
{
    const QString text = QStringLiteral(R"({"password":"hunter2","access_token":")") + token
        + QStringLiteral(R"("} )") + token;
    for (qsizetype length = 0; length <= text.size(); ++length) {
        const QString result = redacted(text.left(length));
        QVERIFY2(!result.contains(QStringLiteral("hunter")), qPrintable(result));
        QVERIFY2(!result.contains(header.left(20)), qPrintable(result));
    }
}

LATCHKEY_TEST(TestRedactor, QCoreApplication)
#include "tst_redactor.moc"
