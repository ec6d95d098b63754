#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <ctime>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

// The local time zone of the process, given back at the end.
class LocalZone
{
public:
    explicit LocalZone(const QByteArray &rule)
        : m_was(qgetenv("TZ"))
    {
        qputenv("TZ", rule);
        tzset();
    }
    ~LocalZone()
    {
        m_was.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", m_was);
        tzset();
    }
    LocalZone(const LocalZone &) = delete;
    LocalZone &operator=(const LocalZone &) = delete;

    [[nodiscard]] static long offsetAt(WallTime time)
    {
        const std::time_t seconds = time.time_since_epoch() / std::chrono::seconds(1);
        std::tm local{};
        localtime_r(&seconds, &local);
        return local.tm_gmtoff;
    }

private:
    QByteArray m_was;
};

WallTime utc(int year, int month, int day, int hour, int minute)
{
    return fromDateTime(QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC));
}

} // namespace

// What a session is after the computer slept, the network went and came, and the summer began.
class tst_SessionSleep : public QObject
{
    Q_OBJECT
private slots:
    void s16DaylightSaving_data();
    void s16DaylightSaving();
    void s17AsleepBetweenRequestAndReply_data();
    void s17AsleepBetweenRequestAndReply();
    void s18EightHours();
    void s19ElevenHours();
    void s20ResumedBeforeTheNetwork();
    void s21HangingNetwork();
    void s22NotOurServer_data();
    void s22NotOurServer();
    void s23TwentyServerFaults_data();
    void s23TwentyServerFaults();
    void s24RetryAfter_data();
    void s24RetryAfter();
};

void tst_SessionSleep::s16DaylightSaving_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<WallTime>("start"); // an hour before the switch
    const QByteArray berlin("CET-1CEST,M3.5.0,M10.5.0/3");
    const QByteArray newYork("EST5EDT,M3.2.0,M11.1.0");
    const QByteArray lordHowe("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0");
    QTest::newRow("16: Berlin, spring") << berlin << utc(2027, 3, 28, 0, 0);
    QTest::newRow("16: Berlin, autumn") << berlin << utc(2027, 10, 31, 0, 0);
    QTest::newRow("16: New York, spring") << newYork << utc(2027, 3, 14, 6, 0);
    QTest::newRow("16: New York, autumn") << newYork << utc(2027, 11, 7, 5, 0);
    QTest::newRow("16: half an hour") << lordHowe << utc(2027, 4, 3, 14, 0);
}

void tst_SessionSleep::s16DaylightSaving()
{
    QFETCH(QByteArray, zone);
    QFETCH(WallTime, start);
    const LocalZone local(zone);
    QVERIFY(LocalZone::offsetAt(start) != LocalZone::offsetAt(start + 2h));
    SessionFixture f(start);
    f.start();
    QSignalSpy jumped(f.session.get(), &Session::clockJumped);
    f.signIn();
    QCOMPARE(*f.session->status().refreshExpiry, start + 10h);
    f.clock.advance(130min);
    QCOMPARE(*f.session->status().refreshExpiry, start + 10h);
    QCOMPARE(f.renewalCount(), 0); // not an hour early
    f.restart();
    QCOMPARE(*f.session->status().refreshExpiry, start + 10h);
    f.clock.advance(40min);
    QCOMPARE(f.renewalCount(), 1); // nor late
    QCOMPARE(jumped.size(), 0);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionSleep::s17AsleepBetweenRequestAndReply_data()
{
    QTest::addColumn<bool>("claims");
    QTest::newRow("17: by the claims") << true;
    QTest::newRow("17: no claims, from the request") << false;
}

void tst_SessionSleep::s17AsleepBetweenRequestAndReply()
{
    QFETCH(bool, claims);
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdARenewal();
    f.clock.advance(10ms);
    const WallTime sent = f.clock.wall();
    const HttpReply reply = claims
        ? f.pairReply()
        : jsonReply(201, R"({"access_token":"opaque-a","refresh_token":"opaque-r"})");
    const Milliseconds life = claims ? Milliseconds(10h) : FallbackLifetime;
    f.clock.sleep(10min);
    f.http.answerNext(reply);
    f.clock.advance(10ms);
    const SessionStatus status = f.session->status();
    QCOMPARE(status.renewals, 1);
    QVERIFY(std::chrono::abs(*status.refreshExpiry - (sent + life)) < 1s);
    f.clock.sleep(life - 9min); // slept past the end that counts from the request
    f.holdRenewals = false;
    f.session->resumed();
    f.clock.advance(5s);
    // 69: a guess ends nothing, and an opaque refresh token is tried.
    QCOMPARE(f.state(), claims ? SessionState::NotRenewable : SessionState::SignedIn);
    QCOMPARE(f.renewalCount(), claims ? 1 : 2);
}

void tst_SessionSleep::s18EightHours()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.sleep(8h);
    f.session->resumed();
    settle(); // no timer was needed
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(*f.session->status().refreshExpiry, f.clock.wall() + 10h);
    QCOMPARE(f.session->transitions().last().from, SessionState::Renewing);
    QCOMPARE(f.session->transitions().at(f.session->transitions().size() - 2).cause, Cause::Resume);
}

void tst_SessionSleep::s19ElevenHours()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.sleep(11h);
    f.session->resumed();
    settle();
    QCOMPARE(f.state(), SessionState::NotRenewable); // scenario 3's, and no logout
    QCOMPARE(f.renewalCount(), 0);
    QCOMPARE(f.store.items.size(), 1);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionSleep::s20ResumedBeforeTheNetwork()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.sleep(8h);
    f.renewalAnswer = failedReply(TransportFailure::HostNotFound);
    f.session->resumed();
    f.clock.advance(1h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() > 10); // every five minutes at the rarest
    const int tries = f.renewalCount();
    f.renewalAnswer.reset();
    f.session->reconnected();
    f.clock.advance(2s);
    QCOMPARE(f.renewalCount(), tries + 1);
    QVERIFY(!f.session->status().renewalError);
}

void tst_SessionSleep::s21HangingNetwork()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdRenewals = true;
    f.clock.advance(3h);
    int hanging = 0;
    const WallTime end = f.clock.wall() + 40min;
    while (f.clock.wall() < end) {
        if (f.http.pendingCount() > 0) {
            ++hanging;
            QVERIFY(f.http.lastSent().deadline <= 30s); // which the edge keeps
            f.clock.advance(30s);
            f.http.answerNext(failedReply(TransportFailure::TimedOut));
        }
        f.clock.advance(1s);
    }
    if (f.http.pendingCount() > 0) // it left in the last second
        f.http.answerNext(failedReply(TransportFailure::TimedOut));
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(hanging >= 5);
    f.holdRenewals = false;
    f.clock.advance(6min);
    QVERIFY(f.session->status().renewals >= 1);
    QVERIFY(!f.session->status().renewalError);
}

void tst_SessionSleep::s22NotOurServer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, int status, const QByteArray &type,
                        const QByteArray &location, ErrorCode code) {
        QTest::newRow(name) << status << type << location << static_cast<int>(code);
    };
    row("22: 200 with HTML", 200, "text/html", "", ErrorCode::UnreadableReply);
    row("22: redirect to a portal", 302, "text/html", "https://portal.example/login",
        ErrorCode::CaptivePortal);
    row("22: redirect on the same host", 302, "text/html", "/login", ErrorCode::NotFound);
    row("22: 307 elsewhere", 307, "text/html", "https://other.example/",
        ErrorCode::CrossHostRedirect);
    row("22: 511", 511, "text/html", "", ErrorCode::CaptivePortal);
}

void tst_SessionSleep::s22NotOurServer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, location);
    QFETCH(int, code);
    SessionFixture f;
    f.start();
    f.signIn();
    HttpReply portal = jsonReply(status, "<html>Accept our terms</html>");
    portal.headers.insert("content-type", type);
    if (!location.isEmpty())
        portal.headers.insert("location", location);
    f.renewalAnswer = portal;
    f.clock.sleep(8h);
    f.session->resumed();
    f.clock.advance(1h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(static_cast<int>(f.session->status().renewalError->code), code);
    QCOMPARE(f.store.items.size(), 1);
    f.renewalAnswer.reset();
    f.clock.advance(6min);
    QVERIFY(!f.session->status().renewalError);
}

void tst_SessionSleep::s23TwentyServerFaults_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {500, 502, 503, 504})
        QTest::addRow("23: %d, twenty times", status) << status;
}

void tst_SessionSleep::s23TwentyServerFaults()
{
    QFETCH(int, status);
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = jsonReply(status, "{}");
    f.session->renewNow();
    while (f.renewalCount() < 20)
        f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(24h); // the refresh token is dead; the access token lives
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.clock.advance(20 * 24h);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired); // and not "refused"
}

void tst_SessionSleep::s24RetryAfter_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds"); // of silence
    QTest::newRow("24: 429, 120 s") << 429 << QByteArray("120") << 120LL;
    QTest::newRow("24: 503, 120 s") << 503 << QByteArray("120") << 120LL;
    QTest::newRow("24: cap of an hour") << 429 << QByteArray("86400") << 3600LL;
}

void tst_SessionSleep::s24RetryAfter()
{
    QFETCH(int, status);
    QFETCH(QByteArray, value);
    QFETCH(qint64, seconds);
    SessionFixture f;
    f.unitRandom = [] { return 0.0; }; // the shortest backoff: only the header holds it
    f.start();
    f.signIn();
    HttpReply limited = jsonReply(status, "{}");
    limited.headers.insert("retry-after", value);
    f.renewalAnswer = limited;
    f.session->renewNow();
    settle();
    QCOMPARE(f.renewalCount(), 1);
    f.renewalAnswer.reset();
    for (int i = 0; i < 10; ++i) { // whatever happens meanwhile
        f.session->renewNow();
        f.session->reconnected();
        f.session->resumed();
        f.session->activated();
        f.clock.advance(std::chrono::seconds(seconds) / 10 - 10ms);
    }
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(2s);
    QCOMPARE(f.renewalCount(), 2);
}

LATCHKEY_TEST(tst_SessionSleep, QCoreApplication)
#include "tst_sessionsleep.moc"
