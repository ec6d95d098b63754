#include "app/api/wireformat.h"
#include "tests/support/fakehttp.h"
#include "tests/support/freewatch.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace latchkey;

class TestWireFormat : public QObject
{
    Q_OBJECT
private slots:
    void bodiesAreTheDocumentedJson_data();
    void bodiesAreTheDocumentedJson();
    void bodiesLeaveNoCopies();
    void objects_data();
    void objects();
    void tokens_data();
    void tokens();
    void profileAsDocumented();
    void profiles_data();
    void profiles();
    void longTextIsCutBetweenCharacters();
    void avatars_data();
    void avatars();
    void times_data();
    void times();
    void messages_data();
    void messages();
};

namespace
{

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray nested(int depth)
{
    return R"({"a":)" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + '}';
}

} // namespace

void TestWireFormat::bodiesAreTheDocumentedJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("changeme");
    QTest::newRow("empty") << QString();
    QTest::newRow("quotes") << QStringLiteral("a\"b\\c/d'e");
    QTest::newRow("injection") << QStringLiteral("\",\"admin\":true,\"x\":\"");
    QTest::newRow("controls") << QStringLiteral("\t\r\n\b\f\x1f\x7f");
    QTest::newRow("NUL") << QString(u'a') + QChar(0) + u'b';
    QTest::newRow("umlauts and emoji") << QString::fromUtf8("p\xc3\xa4ss \xf0\x9f\x94\x91");
    QTest::newRow("line separator") << QString(QChar(0x2028));
    QTest::newRow("long") << QString(10'000, u'\x01');
}

void TestWireFormat::bodiesAreTheDocumentedJson()
{
    QFETCH(QString, text);
    const Secret login = loginBody({text, Secret(text)});
    const auto sent = QJsonDocument::fromJson(login.reveal().toByteArray()).object();
    QCOMPARE(sent,
             (QJsonObject{{QStringLiteral("email"), text}, {QStringLiteral("password"), text}}));
    const Secret refresh = refreshBody(Secret(text));
    QCOMPARE(QJsonDocument::fromJson(refresh.reveal().toByteArray()).object(),
             (QJsonObject{{QStringLiteral("refreshToken"), text}}));
}

void TestWireFormat::bodiesLeaveNoCopies()
{
    const QByteArray needle = QByteArrayLiteral("n33dle-of-the-wire");
    const Secret secret{QByteArrayView(needle)};
    const Credentials credentials{QStringLiteral("john@mail.com"), secret};
    test::FreeWatch watch(needle);
    {
        const Secret login = loginBody(credentials);
        const Secret refresh = refreshBody(secret);
        QVERIFY(login.reveal().contains(needle) && refresh.reveal().contains(needle));
    }
    QVERIFY(!watch.sawNeedle());
}

void TestWireFormat::objects_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << true;
    QTest::newRow("empty object") << QByteArray("{}") << true;
    QTest::newRow("blanks around") << QByteArray(" \r\n\t{} \n") << true;
    QTest::newRow("32 levels") << nested(32) << true;
    QTest::newRow("33 levels") << nested(33) << false;
    QTest::newRow("100,000 levels") << nested(100'000) << false;
    QTest::newRow("100,000 open") << QByteArray(100'000, '[') << false;
    QTest::newRow("brackets in text") << R"({"a":")" + QByteArray(100, '[') + "\"}" << true;
    QTest::newRow("escaped quote, then brackets")
        << R"({"a":"\")" + QByteArray(100, '{') + "\"}" << true;
    QTest::newRow("array") << QByteArray("[]") << false;
    QTest::newRow("string") << QByteArray(R"("a")") << false;
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("cut") << QByteArray(R"({"a":1)") << false;
    QTest::newRow("cut in text") << QByteArray(R"({"a":"b)") << false;
    QTest::newRow("cut after backslash") << QByteArray(R"({"a":"\)") << false;
    QTest::newRow("tail") << QByteArray("{}x") << false;
    QTest::newRow("two") << QByteArray("{}{}") << false;
    QTest::newRow("single quotes") << QByteArray("{'a':1}") << false;
    QTest::newRow("comment") << QByteArray("{}/**/") << false;
    QTest::newRow("trailing comma") << QByteArray(R"({"a":1,})") << false;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}") << false;
    QTest::newRow("HTML") << QByteArray("<html></html>") << false;
}

void TestWireFormat::objects()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    QCOMPARE(parseObject(json).has_value(), good);
}

void TestWireFormat::tokens_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("access"); // empty: no usable tokens
    QTest::addColumn<QByteArray>("refresh");
    const auto row
        = [](const char *name, const QByteArray &json, const QByteArray &access = {},
             const QByteArray &refresh = {}) { QTest::newRow(name) << json << access << refresh; };
    row("pair", R"({"access_token":"a.b.c","refresh_token":"d"})", "a.b.c", "d");
    row("unknown fields", R"({"access_token":"a","x":[{}],"expires_in":1})", "a");
    row("no refresh", R"({"access_token":"a"})", "a");
    row("null refresh", R"({"access_token":"a","refresh_token":null})", "a");
    row("number refresh", R"({"access_token":"a","refresh_token":5})", "a");
    row("bad refresh", R"({"access_token":"a","refresh_token":"d\r\nX: y"})", "a");
    row("no access", R"({"refresh_token":"d"})");
    row("empty access", R"({"access_token":"","refresh_token":"d"})");
    row("null access", R"({"access_token":null})");
    row("number access", R"({"access_token":12345})");
    row("array access", R"({"access_token":["a"]})");
    row("other case", R"({"accessToken":"a"})");
    row("CRLF", R"({"access_token":"a\r\nX: y"})");
    row("NUL", R"({"access_token":"a\u0000"})");
    row("space", R"({"access_token":"a b"})");
    row("non-ASCII", R"({"access_token":"\u00e4"})");
    row("lone surrogate", R"({"access_token":"\ud800"})");
    row("16 KiB", R"({"access_token":")" + QByteArray(16384, 'a') + "\"}", QByteArray(16384, 'a'));
    row("over 16 KiB", R"({"access_token":")" + QByteArray(16385, 'a') + "\"}");
    row("empty object", "{}");
}

void TestWireFormat::tokens()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, access);
    QFETCH(QByteArray, refresh);
    const auto tokens = parseTokens(object(json));
    QCOMPARE(tokens.has_value(), !access.isEmpty());
    if (!tokens)
        return;
    QCOMPARE(tokens->access.reveal().toByteArray(), access);
    QCOMPARE(tokens->refresh.reveal().toByteArray(), refresh);
}

void TestWireFormat::profileAsDocumented()
{
    const auto profile = parseProfile(object(test::profileBody()));
    QVERIFY(profile);
    QCOMPARE(profile->id, 1);
    QCOMPARE(profile->email, QStringLiteral("john@mail.com"));
    QCOMPARE(profile->name, QStringLiteral("Jhon"));
    QCOMPARE(profile->role, QStringLiteral("customer"));
    QVERIFY(profile->avatar.isEmpty());
    QCOMPARE(profile->createdAt.toString(Qt::ISODate), QStringLiteral("2025-03-12T08:00:00Z"));
    QCOMPARE(profile->updatedAt.toString(Qt::ISODate), QStringLiteral("2026-11-21T08:00:00Z"));
}

void TestWireFormat::profiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("id"); // -1: no profile
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const QByteArray &json, qint64 id = -1,
                        const QString &shown = {}) { QTest::newRow(name) << json << id << shown; };
    const QString ann = QStringLiteral("Ann");
    row("least", R"({"id":7,"email":"a@b"})", 7);
    row("2^53", R"({"id":9007199254740992,"email":"a@b"})", 9007199254740992);
    row("number as name", R"({"id":7,"email":"a@b","name":5})", 7);
    row("null name", R"({"id":7,"email":"a@b","name":null})", 7);
    row("last of two names", R"({"id":7,"email":"a@b","name":"Bob","name":"Ann"})", 7, ann);
    row("everything odd", R"({"id":7,"email":"a@b","name":"Ann","avatar":[],"role":{},"x":1})", 7,
        ann);
    row("text id", R"({"id":"7","email":"a@b"})");
    row("fraction id", R"({"id":7.5,"email":"a@b"})");
    row("huge id", R"({"id":1e300,"email":"a@b"})");
    row("true id", R"({"id":true,"email":"a@b"})");
    row("null id", R"({"id":null,"email":"a@b"})");
    row("no id", R"({"email":"a@b"})");
    row("no email", R"({"id":7})");
    row("empty email", R"({"id":7,"email":""})");
    row("number email", R"({"id":7,"email":7})");
    row("long email", R"({"id":7,"email":")" + QByteArray(321, 'a') + "\"}");
    row("nothing", "{}");
    row("error body", R"({"message":"Unauthorized","statusCode":401})");
}

void TestWireFormat::profiles()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, id);
    QFETCH(QString, name);
    const auto profile = parseProfile(object(json));
    QCOMPARE(profile ? profile->id : -1, id);
    QCOMPARE(profile ? profile->name : QString(), name);
}

void TestWireFormat::longTextIsCutBetweenCharacters()
{
    const QString key = QString::fromUtf8("\xf0\x9f\x94\x91"); // two UTF-16 units
    QJsonObject reply{{QStringLiteral("id"), 1}, {QStringLiteral("email"), QStringLiteral("a@b")}};
    reply.insert(QStringLiteral("name"), u'x' + key.repeated(5000));
    reply.insert(QStringLiteral("message"), u'x' + key.repeated(5000));
    const auto profile = parseProfile(reply);
    QVERIFY(profile);
    QCOMPARE(profile->name, u'x' + key.repeated(499));
    QCOMPARE(parseMessages(reply), QStringList{u'x' + key.repeated(249)});
}

void TestWireFormat::avatars_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << QStringLiteral("https://i.example/a.jpg") << true;
    QTest::newRow("http") << QStringLiteral("http://127.0.0.1:1/a.jpg") << true;
    QTest::newRow("relative") << QStringLiteral("/a.jpg") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
    QTest::newRow("data") << QStringLiteral("data:image/png,x") << false;
    QTest::newRow("userinfo") << QStringLiteral("https://a:b@i.example/") << false;
    QTest::newRow("space in host") << QStringLiteral("https://a b/") << false;
    QTest::newRow("no host") << QStringLiteral("https:///a.jpg") << false;
    QTest::newRow("long") << QStringLiteral("https://i.example/") + QString(2048, u'a') << false;
}

void TestWireFormat::avatars()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto profile = parseProfile({{QStringLiteral("id"), 1},
                                       {QStringLiteral("email"), QStringLiteral("a@b")},
                                       {QStringLiteral("avatar"), text}});
    QVERIFY(profile);
    QCOMPARE(profile->avatar, good ? QUrl(text) : QUrl());
}

void TestWireFormat::times_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("utc");
    const QString eight = QStringLiteral("2025-03-12T08:00:00Z");
    QTest::newRow("Z") << QJsonValue(QStringLiteral("2025-03-12T08:00:00.000Z")) << eight;
    QTest::newRow("offset") << QJsonValue(QStringLiteral("2025-03-12T09:30:00+01:30")) << eight;
    QTest::newRow("no zone") << QJsonValue(QStringLiteral("2025-03-12T08:00:00")) << eight;
    QTest::newRow("number") << QJsonValue(1741766400) << QString();
    QTest::newRow("words") << QJsonValue(QStringLiteral("yesterday")) << QString();
    QTest::newRow("no such day") << QJsonValue(QStringLiteral("2025-02-30T08:00:00Z")) << QString();
    QTest::newRow("null") << QJsonValue() << QString();
}

void TestWireFormat::times()
{
    QFETCH(QJsonValue, value);
    QFETCH(QString, utc);
    const auto profile = parseProfile({{QStringLiteral("id"), 1},
                                       {QStringLiteral("email"), QStringLiteral("a@b")},
                                       {QStringLiteral("creationAt"), value}});
    QVERIFY(profile);
    QCOMPARE(profile->createdAt.toString(Qt::ISODate), utc);
    QCOMPARE(profile->createdAt.isValid(), !utc.isEmpty());
}

void TestWireFormat::messages_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("texts");
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QTest::newRow("string") << QByteArray(R"({"message":"a"})") << QStringList{a};
    QTest::newRow("array") << QByteArray(R"({"message":["a","b"]})") << QStringList{a, b};
    QTest::newRow("mixed") << QByteArray(R"({"message":["a",5,null,{},["c"],"","b"]})")
                           << QStringList{a, b};
    QTest::newRow("ten") << QByteArray(R"({"message":["a","a","a","a","a","a","a","a","b","b"]})")
                         << QStringList(8, a);
    QTest::newRow("number") << QByteArray(R"({"message":5})") << QStringList{};
    QTest::newRow("object") << QByteArray(R"({"message":{"a":"b"}})") << QStringList{};
    QTest::newRow("empty") << QByteArray(R"({"message":""})") << QStringList{};
    QTest::newRow("none") << QByteArray("{}") << QStringList{};
}

void TestWireFormat::messages()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, texts);
    QCOMPARE(parseMessages(object(json)), texts);
}

LATCHKEY_TEST(TestWireFormat, QCoreApplication)
#include "tst_wireformat.moc"
