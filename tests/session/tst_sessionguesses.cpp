#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Scenario 10: tokens that do not tell how long they live. A bounded guess plans their renewals,
// and is no more than a guess: what it calls dead is asked about, not given up.
class tst_SessionGuesses : public QObject
{
    Q_OBJECT
private slots:
    void s10RenewalsArePlanned_data() { rowsOfTokens(); }
    void s10RenewalsArePlanned();
    void s10PastTheGuessTheServerIsAsked_data() { rowsOfTokens(); }
    void s10PastTheGuessTheServerIsAsked();
    void s10AfterADayOff_data() { rowsOfTokens(); }
    void s10AfterADayOff();
    void s10OnlyTheServerEndsIt_data() { rowsOfTokens(); }
    void s10OnlyTheServerEndsIt();
    void s10FractionsAreRoundedDown();
    void s69NothingToRenewWithAndTheServerIsAsked_data();
    void s69NothingToRenewWithAndTheServerIsAsked();

private:
    static void rowsOfTokens();
};

namespace
{

QByteArray token(const QByteArray &claims)
{
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(options) + '.'
        + claims.toBase64(options) + '.' + QByteArray(32, 's').toBase64(options);
}

// A server whose tokens say about their end what the row says: "%n" is a number that makes each
// another one, "%s" and "%ms" the end of an hour in seconds and in milliseconds, since 1970.
class Vague
{
public:
    Vague(SessionFixture &f, const QByteArray &claims)
        : m_f(f)
        , m_claims(claims)
    {
        f.http.setResponder([this](const HttpRequest &request) { return answer(request); });
    }

    bool isDown = false;
    bool refuses = false;

private:
    [[nodiscard]] QByteArray next()
    {
        const qint64 end = (m_f.clock.wall() + 1h).time_since_epoch().count();
        QByteArray text = m_claims;
        text.replace("%n", QByteArray::number(++m_f.serial));
        text.replace("%ms", QByteArray::number(end));
        text.replace("%s", QByteArray::number(end / 1000));
        return text.startsWith('{') ? token(text) : text;
    }
    [[nodiscard]] HttpReply answer(const HttpRequest &request)
    {
        if (isDown)
            return jsonReply(503, R"({"message":"down","statusCode":503})");
        if (refuses || (request.bearer.isEmpty() && request.verb == HttpRequest::Verb::Get))
            return jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
        if (request.url.path().endsWith(u"/auth/profile"))
            return m_f.profileReply();
        return jsonReply(
            201, R"({"access_token":")" + next() + R"(","refresh_token":")" + next() + R"("})");
    }

    SessionFixture &m_f;
    const QByteArray m_claims;
};

} // namespace

void tst_SessionGuesses::rowsOfTokens()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::newRow("10: no exp") << QByteArray(R"({"sub":%n,"iat":1700000000})");
    QTest::newRow("10: exp = 0") << QByteArray(R"({"sub":%n,"exp":0})");
    QTest::newRow("10: exp is negative") << QByteArray(R"({"sub":%n,"exp":-1700000000})");
    QTest::newRow("10: exp is a text") << QByteArray(R"({"sub":%n,"exp":"%s"})");
    QTest::newRow("10: exp in milliseconds") << QByteArray(R"({"sub":%n,"exp":%ms})");
    QTest::newRow("10: payload is no JSON") << QByteArray("{%n");
    QTest::newRow("10: no JWT") << QByteArray("opaque-%n");
}

void tst_SessionGuesses::s10RenewalsArePlanned()
{
    QFETCH(QByteArray, claims);
    SessionFixture f;
    const Vague server(f, claims);
    f.start();
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    const SessionStatus status = f.session->status();
    QVERIFY(status.accessExpiry && *status.accessExpiry <= f.clock.wall() + FallbackLifetime);
    QVERIFY(status.nextRenewal && *status.nextRenewal < *status.accessExpiry);
    f.clock.advance(24h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY2(f.renewalCount() >= 24 && f.renewalCount() <= 24 * 12, // each five minutes, at most
             qPrintable(QString::number(f.renewalCount())));
    QCOMPARE(f.session->status().renewals, f.renewalCount());
}

// The guess passes while nobody can be asked.
void tst_SessionGuesses::s10PastTheGuessTheServerIsAsked()
{
    QFETCH(QByteArray, claims);
    SessionFixture f;
    Vague server(f, claims);
    f.start();
    f.signIn();
    server.isDown = true;
    for (int hour = 0; hour < 24; ++hour) {
        f.clock.advance(1h);
        QVERIFY2(f.state() != SessionState::Ended, qPrintable(QString::number(hour)));
        QCOMPARE(f.store.items.size(), 1);
    }
    server.isDown = false;
    f.clock.advance(6min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.session->status().renewals >= 1);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionGuesses::s10AfterADayOff()
{
    QFETCH(QByteArray, claims);
    SessionFixture f;
    const Vague server(f, claims);
    f.signInAndQuit(0ms);
    f.clock.sleep(24h);
    const int sent = f.http.sentCount();
    f.start();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.http.sentCount() > sent);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionGuesses::s10OnlyTheServerEndsIt()
{
    QFETCH(QByteArray, claims);
    SessionFixture f;
    Vague server(f, claims);
    f.signInAndQuit(0ms);
    f.clock.sleep(24h);
    server.refuses = true;
    f.start();
    f.clock.advance(4s);
    QVERIFY(f.state() != SessionState::Ended); // it has said so once
    QCOMPARE(f.store.items.size(), 1);
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Refused);
    QVERIFY(f.store.items.isEmpty());
    const int sent = f.http.sentCount();
    f.clock.advance(24h);
    QCOMPARE(f.http.sentCount(), sent);
}

void tst_SessionGuesses::s10FractionsAreRoundedDown()
{
    SessionFixture f;
    const QByteArray now = QByteArray::number(f.clock.wall().time_since_epoch() / 1s);
    const QByteArray later = QByteArray::number((f.clock.wall() + 2h).time_since_epoch() / 1s);
    const QByteArray half = token(R"({"iat":)" + now + R"(.9,"exp":)" + later + ".2}");
    f.loginAnswer
        = jsonReply(201, R"({"access_token":")" + half + R"(","refresh_token":")" + half + R"("})");
    f.start();
    f.signIn();
    QCOMPARE(*f.session->status().accessExpiry, f.clock.wall() + 2h);
}

void tst_SessionGuesses::s69NothingToRenewWithAndTheServerIsAsked_data()
{
    QTest::addColumn<bool>("lives");
    QTest::newRow("69: it lives") << true;
    QTest::newRow("69: it is dead") << false;
}

void tst_SessionGuesses::s69NothingToRenewWithAndTheServerIsAsked()
{
    QFETCH(bool, lives);
    SessionFixture f;
    f.start();
    f.loginAnswer = jsonReply(201, R"({"access_token":"opaque"})");
    f.signIn();
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QVERIFY(!f.session->status().accessExpiry); // nobody has said so
    const int before = f.profileCount();
    f.clock.advance(FallbackLifetime - 1min);
    QCOMPARE(f.profileCount(), before);
    if (!lives)
        f.profileAnswer = apiError(401);
    f.clock.advance(2min);
    if (lives) {
        QCOMPARE(f.profileCount(), before + 1);
        f.clock.advance(24h);
        QCOMPARE(f.state(), SessionState::NotRenewable);
        QVERIFY(f.profileCount() >= before + 24 && f.profileCount() <= before + 26);
        return;
    }
    QCOMPARE(f.profileCount(), before + 2); // 66: and confirmed
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Refused);
}

LATCHKEY_TEST(tst_SessionGuesses, QCoreApplication)
#include "tst_sessionguesses.moc"
