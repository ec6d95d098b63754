#include "app/store/storedsession.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;

namespace
{

constexpr qint64 issuedAt = 1790000000123;

ServerAddress address(const QString &text)
{
    const auto parsed = ServerAddress::parse(text);
    if (!parsed)
        qFatal("not an address: %s", qPrintable(text));
    return *parsed;
}

ServerAddress factoryServer()
{
    return address(QStringLiteral("https://api.escuelajs.co/api/v1"));
}

StoredSession exampleSession(qsizetype tokenSize = 139)
{
    StoredSession session;
    session.server = factoryServer();
    session.email = QStringLiteral("john@mail.com");
    session.tokens.access = Secret(QByteArrayView(QByteArray(tokenSize, 'A')));
    session.tokens.refresh = Secret(QByteArrayView(QByteArray(tokenSize - 1, 'r') + '.'));
    session.issuedAt = WallTime(Milliseconds(issuedAt));
    return session;
}

QByteArray exampleItem()
{
    return encodeSession(exampleSession()).reveal().toByteArray();
}

// "ok", or the problem's name.
QByteArray verdict(const QByteArray &item, const ServerAddress &server = factoryServer())
{
    const auto session = decodeSession(Secret(QByteArrayView(item)), server);
    if (session)
        return "ok";
    switch (session.error()) {
    case ItemProblem::Unreadable:
        return "Unreadable";
    case ItemProblem::OtherServer:
        return "OtherServer";
    }
    return {};
}

// The example with one text replaced by another.
QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    const QByteArray item = exampleItem();
    if (item.count(from) != 1)
        qFatal("not once in the item: %s", from.constData());
    return QByteArray(item).replace(from, to);
}

} // namespace

class StoredSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip_data();
    void roundTrip();
    void s85WhatTheAnswerSaid_data();
    void s85WhatTheAnswerSaid();
    void isJson();
    void s54FitsIntoWindowsLimit();
    void s54ExtrasAreLeftOutFirst();
    void refusesWhatIsDamaged_data();
    void refusesWhatIsDamaged();
    void refusesEveryTruncation();
    void flippedBitsGiveNothingOrExactlyWhatIsThere();
    void s54KeyNamesTheAccount_data();
    void s54KeyNamesTheAccount();
    void s54KeyNamesServerAndProfile_data();
    void s54KeyNamesServerAndProfile();
};

void StoredSessionTest::roundTrip_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QByteArray>("refresh");
    const auto server = QStringLiteral("https://api.escuelajs.co/api/v1");
    QTest::newRow("documented") << u"john@mail.com"_s << server << QByteArray(139, 'r');
    QTest::newRow("no refresh token") << u"john@mail.com"_s << server << QByteArray();
    QTest::newRow("no e-mail") << QString() << server << QByteArray("r");
    QTest::newRow("quotes, controls") << u"a\"b\\c\n\t\u0001@x"_s << server << QByteArray("r");
    QTest::newRow("not ASCII") << u"j\u00f6hn\U0001F511@m\u00e4il.com"_s << server
                               << QByteArray("r");
    QTest::newRow("loopback, port") << u"j@x"_s << u"http://127.0.0.1:8080/v1"_s << QByteArray("r");
    QTest::newRow("IPv6") << u"j@x"_s << u"http://[::1]:8080"_s << QByteArray("r");
    QTest::newRow("international")
        << u"j@x"_s << u"https://m\u00fcnchen.example/\u00fc"_s << QByteArray("r");
    QTest::newRow("all token characters") << u"j@x"_s << server << QByteArray("aZ09-._~+/=");
}

void StoredSessionTest::roundTrip()
{
    QFETCH(const QString, email);
    QFETCH(const QString, server);
    QFETCH(const QByteArray, refresh);
    StoredSession session = exampleSession();
    session.email = email;
    session.server = address(server);
    session.tokens.refresh = Secret(QByteArrayView(refresh));

    const auto back = decodeSession(encodeSession(session), address(server));
    QVERIFY(back);
    QCOMPARE(back->email, email);
    QVERIFY(back->server == session.server);
    QVERIFY(back->tokens.access.sameAs(session.tokens.access));
    QVERIFY(back->tokens.refresh.sameAs(session.tokens.refresh));
    QCOMPARE(back->issuedAt.time_since_epoch().count(), issuedAt);
}

void StoredSessionTest::s85WhatTheAnswerSaid_data()
{
    QTest::addColumn<qint64>("serverTime"); // milliseconds; -1: none
    QTest::addColumn<qint64>("expiresIn");
    QTest::newRow("85: neither") << -1LL << -1LL;
    QTest::newRow("85: Date") << 1'790'000'000'000LL << -1LL;
    QTest::newRow("85: expires_in") << -1LL << 300LL;
    QTest::newRow("85: both") << 1'790'000'000'000LL << 300LL;
    QTest::newRow("85: nothing of both") << 0LL << 0LL;
    QTest::newRow("85: the end of time") << 253'402'300'799'999LL << 253'402'300'799LL;
}

void StoredSessionTest::s85WhatTheAnswerSaid()
{
    QFETCH(const qint64, serverTime);
    QFETCH(const qint64, expiresIn);
    StoredSession session = exampleSession();
    if (serverTime >= 0)
        session.serverTime = WallTime(Milliseconds(serverTime));
    if (expiresIn >= 0)
        session.expiresIn = std::chrono::seconds(expiresIn);
    const Secret item = encodeSession(session);
    QVERIFY(item.size() <= exampleItem().size() + 64);
    const auto back = decodeSession(item, factoryServer());
    QVERIFY(back);
    QVERIFY(back->serverTime == session.serverTime);
    QVERIFY(back->expiresIn == session.expiresIn);
    QCOMPARE(item.sameAs(Secret(QByteArrayView(exampleItem()))), serverTime < 0 && expiresIn < 0);
}

void StoredSessionTest::isJson()
{
    const QJsonObject object = QJsonDocument::fromJson(exampleItem()).object();
    QCOMPARE(object.value(u"version").toInt(), 1);
    QCOMPARE(object.value(u"server").toString(), u"https://api.escuelajs.co/api/v1"_s);
    QCOMPARE(object.size(), 6);
}

void StoredSessionTest::s54FitsIntoWindowsLimit()
{
    QVERIFY(encodeSession(exampleSession(139)).size() < mostItemBytes / 4);
    QVERIFY(encodeSession(exampleSession(1100)).size() < mostItemBytes);
}

// Up to the last byte the extras are kept; then they go first, and no token goes ever.
void StoredSessionTest::s54ExtrasAreLeftOutFirst()
{
    bool leftOut = false;
    bool grewTooBig = false;
    for (qsizetype tokenSize = 1150; tokenSize < 1300; ++tokenSize) {
        StoredSession session = exampleSession(tokenSize);
        const qsizetype bare = encodeSession(session).size();
        session.serverTime = WallTime(Milliseconds(issuedAt));
        session.expiresIn = std::chrono::seconds(300);
        const Secret item = encodeSession(session);
        const bool isTooBig = bare > mostItemBytes; // tokens are never left out
        QVERIFY(isTooBig || item.size() <= mostItemBytes);
        const auto back = decodeSession(item, factoryServer());
        QVERIFY(back && back->tokens.access.sameAs(session.tokens.access));
        QVERIFY(back->tokens.refresh.sameAs(session.tokens.refresh));
        QCOMPARE(back->serverTime.has_value(), item.size() > bare);
        leftOut = leftOut || !back->serverTime;
        QCOMPARE(!back->serverTime, leftOut && !isTooBig); // else nothing is gained
        grewTooBig = grewTooBig || isTooBig;
    }
    QVERIFY(leftOut && grewTooBig);
}

void StoredSessionTest::refusesWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray access(139, 'A');
    const auto row
        = [](const char *name, const QByteArray &item, const char *expected = "Unreadable") {
              QTest::newRow(name) << item << QByteArray(expected);
          };
    row("whole", exampleItem(), "ok");
    row("empty", {});
    row("blank", "  ");
    row("text", "hello");
    row("binary", QByteArray::fromHex("00ff00ff1234"));
    row("array", '[' + exampleItem() + ']');
    row("text behind", exampleItem() + "x");
    row("blank behind", exampleItem() + " ", "ok");
    row("twice", exampleItem() + exampleItem());
    row("1 MiB", QByteArray(1024 * 1024, 'x'));
    row("deep", QByteArray(20000, '['));
    row("newer", changed("\"version\":1", "\"version\":2"));
    row("much newer, nothing else", "{\"version\":999}");
    row("version 0", changed("\"version\":1", "\"version\":0"));
    row("version -1", changed("\"version\":1", "\"version\":-1"));
    row("version 1.5", changed("\"version\":1", "\"version\":1.5"));
    row("version 2^70", changed("\"version\":1", "\"version\":1180591620717411303424"));
    row("version text", changed("\"version\":1", "\"version\":\"1\""));
    row("version null", changed("\"version\":1", "\"version\":null"));
    row("no version", changed("\"version\":1,", ""));
    row("version twice", changed("\"version\":1", "\"version\":9,\"version\":1"), "ok");
    row("other host", changed("api.escuelajs.co", "evil.example"), "OtherServer");
    row("other path", changed("/api/v1", "/api/v2"), "OtherServer");
    row("other port", changed("escuelajs.co", "escuelajs.co:444"), "OtherServer");
    row("not encrypted", changed("https://api", "http://api"));
    row("server with a user", changed("https://", "https://u:p@"));
    row("server empty", changed("https://api.escuelajs.co/api/v1", ""));
    row("server number", changed("\"https://api.escuelajs.co/api/v1\"", "5"));
    row("e-mail number", changed("\"john@mail.com\"", "5"));
    row("e-mail missing", changed(",\"email\":\"john@mail.com\"", ""));
    row("e-mail 2 KiB", changed("john", QByteArray(2048, 'j')));
    row("access empty", changed(access, ""));
    row("access null", changed('"' + access + '"', "null"));
    row("access object", changed('"' + access + '"', "{}"));
    row("access with a line end", changed(access, access + "\\r\\nX-Evil: 1"));
    row("access with a blank", changed(access, access + " "));
    row("access not ASCII", changed(access, access + "\xc3\xa9"));
    row("access with NUL", changed(access, access + "\\u0000"));
    row("access spelt otherwise", changed(access, access + "\\u0041"), "ok");
    row("access 17 KiB", changed(access, QByteArray(17 * 1024, 'A')));
    row("refresh missing", changed("refresh_token", "refreshtoken"));
    row("issued as text", changed(":1790000000123", ":\"1790000000123\""));
    row("issued negative", changed(":1790000000123", ":-1"));
    row("issued fraction", changed(":1790000000123", ":1790000000.5"));
    row("issued too late", changed(":1790000000123", ":9007199254740993"));
    row("issued 1e400", changed(":1790000000123", ":1e400"));
    const QByteArray end = ":1790000000123";
    row("85: server time as text", changed(end, end + ",\"server_time\":\"5\""));
    row("85: server time null", changed(end, end + ",\"server_time\":null"));
    row("85: server time negative", changed(end, end + ",\"server_time\":-1"));
    row("85: server time fraction", changed(end, end + ",\"server_time\":1.5"));
    row("85: server time too late", changed(end, end + ",\"server_time\":253402300800000"));
    row("85: expires_in negative", changed(end, end + ",\"expires_in\":-1"));
    row("85: expires_in too long", changed(end, end + ",\"expires_in\":253402300800"));
    row("unknown member", changed("{", "{\"x\":1,"), "ok");
    row("unknown object", changed("}", ",\"profile\":{\"version\":7,\"name\":\"John\"}}"), "ok");
    row("member twice", changed("}", ",\"email\":\"maria@mail.com\"}"), "ok");
    row("with blanks", changed(",\"email\"", ", \"email\""), "ok");
}

void StoredSessionTest::refusesWhatIsDamaged()
{
    QFETCH(const QByteArray, item);
    QFETCH(const QByteArray, expected);
    QCOMPARE(verdict(item), expected);
}

void StoredSessionTest::refusesEveryTruncation()
{
    const QByteArray item = exampleItem();
    for (qsizetype size = 0; size < item.size(); ++size)
        QVERIFY2(verdict(item.left(size)) == "Unreadable", QByteArray::number(size).constData());
}

// A damaged token cannot be told from another token, but nothing else may be made of it.
void StoredSessionTest::flippedBitsGiveNothingOrExactlyWhatIsThere()
{
    const QByteArray item = exampleItem();
    for (qsizetype bit = 0; bit < item.size() * 8; ++bit) {
        QByteArray flipped = item;
        flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        const auto session = decodeSession(Secret(QByteArrayView(flipped)), factoryServer());
        if (!session)
            continue;
        const QJsonObject seen = QJsonDocument::fromJson(flipped).object();
        QCOMPARE(session->email, seen.value(u"email").toString());
        const auto text
            = [&seen](QStringView name) { return seen.value(name).toString().toUtf8(); };
        QVERIFY(session->tokens.access.sameAs(Secret(QByteArrayView(text(u"access_token")))));
        QVERIFY(session->tokens.refresh.sameAs(Secret(QByteArrayView(text(u"refresh_token")))));
        QCOMPARE(qint64{session->issuedAt.time_since_epoch().count()},
                 seen.value(u"issued_at").toInteger());
        // The address may be spelt otherwise, but once.
        const Secret again = encodeSession(*session);
        QVERIFY(encodeSession(*decodeSession(again, factoryServer())).sameAs(again));
    }
}

void StoredSessionTest::s54KeyNamesServerAndProfile_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("demo");
    QTest::addColumn<QString>("key");
    const auto server = QStringLiteral("https://api.escuelajs.co/api/v1");
    QTest::newRow("server") << u"default"_s << server << false
                            << u"session/default/https://api.escuelajs.co/api/v1"_s;
    QTest::newRow("other profile")
        << u"office"_s << server << false << u"session/office/https://api.escuelajs.co/api/v1"_s;
    QTest::newRow("port") << u"default"_s << u"https://x.example:444"_s << false
                          << u"session/default/https://x.example:444"_s;
    QTest::newRow("demo") << u"default"_s << u"http://127.0.0.1:4711"_s << true
                          << u"session/default/demo"_s;
    QTest::newRow("profile with a slash")
        << u"a/demo"_s << server << true << u"session/a%2Fdemo/demo"_s;
}

void StoredSessionTest::s54KeyNamesTheAccount_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("key");
    const auto server = QStringLiteral("https://x.example/v1");
    const auto key = QStringLiteral("session/default/https://x.example/v1#");
    QTest::newRow("number") << server << u"1"_s << key + u'1';
    QTest::newRow("e-mail") << server << u"john@mail.com"_s << key + u"john%40mail.com"_s;
    QTest::newRow("another key's end") << server << u"1#2/3"_s << key + u"1%232%2F3"_s;
    QTest::newRow("not ASCII") << server << u"j\u00f6hn"_s << key + u"j%C3%B6hn"_s;
    QTest::newRow("long") << server << QString(128, u'a') << key + QString(128, u'a');
    QTest::newRow("too long") << server << QString(129, u'a')
                              << key
            + u"sha256=c12cb024a2e5551cca0e08fce8f1c5e314555cc3fef6329ee994a3db752166ae"_s;
    QTest::newRow("as one that is too long") << server << u"sha256=c1"_s << key + u"sha256%3Dc1"_s;
}

void StoredSessionTest::s54KeyNamesTheAccount()
{
    QFETCH(const QString, server);
    QFETCH(const QString, account);
    QFETCH(const QString, key);
    QCOMPARE(accountKey(QStringLiteral("default"), address(server), account), key);
    QVERIFY(isAccountKey(key));
    QVERIFY(!isAccountKey(sessionKey(account, address(server), false)));
}

void StoredSessionTest::s54KeyNamesServerAndProfile()
{
    QFETCH(const QString, profile);
    QFETCH(const QString, server);
    QFETCH(const bool, demo);
    QFETCH(const QString, key);
    QCOMPARE(sessionKey(profile, address(server), demo), key);
}

LATCHKEY_TEST(StoredSessionTest, QCoreApplication)
#include "tst_storedsession.moc"
