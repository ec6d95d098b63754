#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;

namespace
{

const QString Anna = QStringLiteral("anna@mail.com");

QByteArray tokenWith(const QByteArray &claims)
{
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QByteArray(R"({"alg":"HS256"})").toBase64(options) + '.' + claims.toBase64(options)
        + ".c2lnbmF0dXJl";
}

} // namespace

// Under which name an account is stored (scenario 87).
class TestSessionAccountName : public QObject
{
    Q_OBJECT
private slots:
    void s87TheNameOfAnAccount_data();
    void s87TheNameOfAnAccount();
    void s87AnotherSpellingWithoutSub();
    void s87NoEmailInTheSettings();
};

void TestSessionAccountName::s87TheNameOfAnAccount_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("account"); // as the key has it
    const QString email
        = QStringLiteral("sha256=28a620da1cb67b217a086b1008dbb5080fb91bfff17f39130557c0d5f20809da");
    const auto row = [](const char *name, const QByteArray &claims, const QString &account) {
        QTest::newRow(name) << claims << account;
    };
    row("87: sub is a number", R"({"sub":42,"exp":4000000000})", QStringLiteral("42"));
    row("87: sub is a text", R"({"sub":"auth0|a/b","exp":4000000000})",
        QStringLiteral("auth0%7Ca%2Fb"));
    row("87: a large number", R"({"sub":9007199254740991})", QStringLiteral("9007199254740991"));
    row("87: the text of a number", R"({"sub":"42"})", QStringLiteral("42"));
    row("87: no sub", R"({"exp":4000000000})", email);
    row("87: sub is empty", R"({"sub":""})", email);
    row("87: sub is null", R"({"sub":null})", email);
    row("87: sub is an object", R"({"sub":{"id":1}})", email);
    row("87: sub is true", R"({"sub":true})", email);
    row("87: sub is endless", R"({"sub":")" + QByteArray(257, 'x') + "\"}", email);
    row("87: no JWT", {}, email);
    row("87: sub is the e-mail", R"({"sub":"Anna@mail.com"})", email);
}

void TestSessionAccountName::s87TheNameOfAnAccount()
{
    QFETCH(QByteArray, claims);
    QFETCH(QString, account);
    SessionFixture f;
    const QByteArray access = claims.isEmpty() ? QByteArray("opaque") : tokenWith(claims);
    f.loginAnswer = jsonReply(201, R"({"access_token":")" + access + R"(","refresh_token":"r"})");
    f.start();
    f.signIn(Anna);
    QCOMPARE(f.store.items.keys(),
             QStringList{QStringLiteral("session/default/https://api.example.com/v1#") + account});
    f.restart();
    QCOMPARE(f.session->status().email, Anna);
    QVERIFY(f.state() == SessionState::SignedIn || f.state() == SessionState::Renewing);
    f.session->signOut();
    settle();
    QVERIFY(f.store.items.isEmpty());
}

void TestSessionAccountName::s87AnotherSpellingWithoutSub()
{
    SessionFixture f;
    f.loginAnswer = jsonReply(201, R"({"access_token":"opaque","refresh_token":"r"})");
    f.start();
    f.signIn(Anna);
    f.quit();
    f.store.setState(KeychainState::Locked);
    f.start();
    f.session->signInWithoutKeychain();
    f.store.setState(KeychainState::Ready);
    f.signIn(QStringLiteral("ANNA@Mail.com"));
    QCOMPARE(f.store.items.size(), 1);
    QCOMPARE(f.preferences.storedSessions().size(), 1);
}

// Nor in the attributes of the item, which are its name: nothing of either is encrypted.
void TestSessionAccountName::s87NoEmailInTheSettings()
{
    SessionFixture f;
    Settings settings = f.preferences.settings();
    settings.rememberEmail = false;
    f.preferences.setSettings(settings);
    const QByteArray access = tokenWith(R"({"exp":4000000000})");
    f.loginAnswer = f.renewalAnswer
        = jsonReply(201, R"({"access_token":")" + access + R"(","refresh_token":"r"})");
    const auto isClean = [&f] {
        QFile file(f.folder.filePath(QStringLiteral("latchkey.ini")));
        QByteArray all = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("@");
        all += f.store.items.keys().join(u' ').toUtf8();
        return !all.contains('@') && !all.contains("%40") && !all.contains("mail.com");
    };
    f.start();
    f.signIn(Anna);
    QCOMPARE(f.store.items.size(), 1);
    QVERIFY(isClean());
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
    QVERIFY(isClean());
    f.store.removeMode = Mode::Fails;
    f.session->signOut();
    settle();
    QCOMPARE(f.preferences.pendingDeletes().size(), 1);
    QVERIFY(isClean());
}

LATCHKEY_TEST(TestSessionAccountName, QCoreApplication)
#include "tst_sessionaccountname.moc"
