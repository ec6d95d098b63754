#include "app/session/renewalpolicy.h"

#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds Day = 24h;

PairLife pairOf(Milliseconds access, Milliseconds refresh, Milliseconds issued = 0ms)
{
    return {{issued, access}, TokenLife{issued, refresh}};
}

} // namespace

class tst_RenewalPolicy : public QObject
{
    Q_OBJECT
private slots:
    void lifetime_data();
    void lifetime();
    void moment_data();
    void moment();
    void noRefreshTokenNoRenewal();
    void jitterSpreadsByATenth();
    void standing_data();
    void standing();
    void worth_data();
    void worth();
    void verdict_data();
    void verdict();
    void backoffGrowsToFiveMinutes();
};

void tst_RenewalPolicy::lifetime_data()
{
    QTest::addColumn<qint64>("iat");
    QTest::addColumn<qint64>("exp");
    QTest::addColumn<qint64>("serverSeconds");
    QTest::addColumn<qint64>("seconds");
    const qint64 fallback = FallbackLifetime.count() / 1000;
    const qint64 longest = LongestLifetime.count() / 1000;
    QTest::newRow("exp - iat") << 100LL << 700LL << -1LL << 600LL;
    QTest::newRow("no exp: bounded fallback") << 100LL << -1LL << 100LL << fallback;
    QTest::newRow("no iat: exp - Date") << -1LL << 700LL << 300LL << 400LL;
    QTest::newRow("no iat, no Date") << -1LL << 700LL << -1LL << fallback;
    QTest::newRow("exp before iat") << 700LL << 100LL << -1LL << fallback;
    QTest::newRow("exp equals iat") << 700LL << 700LL << -1LL << fallback;
    QTest::newRow("thousands of years") << 100LL << 253402300799LL << -1LL << longest;
}

void tst_RenewalPolicy::lifetime()
{
    QFETCH(qint64, iat);
    QFETCH(qint64, exp);
    QFETCH(qint64, serverSeconds);
    Claims claims;
    if (iat >= 0)
        claims.issuedAt = std::chrono::seconds(iat);
    if (exp >= 0)
        claims.expiry = std::chrono::seconds(exp);
    std::optional<WallTime> server;
    if (serverSeconds >= 0)
        server = WallTime(std::chrono::seconds(serverSeconds));
    QTEST(qint64(lifetimeOf(claims, server).count() / 1000), "seconds");
}

void tst_RenewalPolicy::moment_data()
{
    QTest::addColumn<qint64>("access"); // milliseconds
    QTest::addColumn<qint64>("refresh");
    QTest::addColumn<qint64>("after"); // issue
    const auto row
        = [](const char *name, Milliseconds access, Milliseconds refresh, Milliseconds after) {
              QTest::newRow(name) << qint64(access.count()) << qint64(refresh.count())
                                  << qint64(after.count());
          };
    row("the twist: 20 d / 10 h renews on the refresh token", 20 * Day, 10h, 150min);
    row("the usual way round", 1h, 30 * Day, 15min);
    row("equal lives", 1h, 1h, 15min);
    row("seconds", 20s, 8s, 2s);
    row("6: five seconds", 20 * Day, 5s, 2s); // the floor, not zero
    row("one second", 1s, 1s, 2s);
    row("7: lead never exceeds half of the life", 12s, 12s, 3s);
    row("8: thirty days", 30 * Day, 30 * Day, 30 * Day / 4);
    row("8: ten years", 3650 * Day, 3650 * Day, 3650 * Day / 4);
}

void tst_RenewalPolicy::moment()
{
    QFETCH(qint64, access);
    QFETCH(qint64, refresh);
    QFETCH(qint64, after);
    for (const Milliseconds issued : {Milliseconds(0), Milliseconds(123'456), -Milliseconds(1h)}) {
        const auto at
            = renewalMoment(pairOf(Milliseconds(access), Milliseconds(refresh), issued), 0);
        QVERIFY(at);
        QCOMPARE(at->count(), issued.count() + after);
    }
}

void tst_RenewalPolicy::noRefreshTokenNoRenewal()
{
    QVERIFY(!renewalMoment({{0ms, 1h}, std::nullopt}, 0));
}

void tst_RenewalPolicy::jitterSpreadsByATenth()
{
    const PairLife pair = pairOf(20 * Day, 10h);
    QCOMPARE(renewalMoment(pair, -1)->count(), Milliseconds(135min).count());
    QCOMPARE(renewalMoment(pair, 1)->count(), Milliseconds(165min).count());
    QCOMPARE(*renewalMoment(pair, 50), *renewalMoment(pair, 1)); // clamped
    // However late the setting asks for it, the lead before the end holds.
    QCOMPARE(*renewalMoment(pair, 1, {0.99}), Milliseconds(10h) - 5min);
}

void tst_RenewalPolicy::standing_data()
{
    QTest::addColumn<qint64>("hour");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, qint64 hour, bool refused, Standing standing) {
        QTest::newRow(name) << hour << refused << static_cast<int>(standing);
    };
    row("fresh", 0, false, Standing::Good);
    row("just before the refresh token dies", 9, false, Standing::Good);
    row("3: refresh token dead, access token lives", 10, false, Standing::NotRenewable);
    row("refused early", 1, true, Standing::NotRenewable);
    row("both dead", 20 * 24, false, Standing::Dead);
}

void tst_RenewalPolicy::standing()
{
    QFETCH(qint64, hour);
    QFETCH(bool, refused);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(standingOf(pairOf(20 * Day, 10h), std::chrono::hours(hour), refused)),
             expected);
    // The other way round: the access token dies first and a renewal brings it back.
    QCOMPARE(static_cast<int>(standingOf(pairOf(10h, 20 * Day), 11h, false)),
             static_cast<int>(Standing::NeedsRenewal));
    QCOMPARE(static_cast<int>(standingOf({{0ms, 1h}, std::nullopt}, 0ms, false)),
             static_cast<int>(Standing::NotRenewable));
}

void tst_RenewalPolicy::worth_data()
{
    QTest::addColumn<qint64>("minute");
    QTest::addColumn<bool>("expected");
    QTest::newRow("at once") << 0LL << false;
    QTest::newRow("just under a tenth") << 59LL << false;
    QTest::newRow("a tenth") << 60LL << true;
}

void tst_RenewalPolicy::worth()
{
    QFETCH(qint64, minute);
    QTEST(worthRenewing(pairOf(20 * Day, 10h), std::chrono::minutes(minute)), "expected");
}

void tst_RenewalPolicy::verdict_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("hasRetryAfter");
    QTest::addColumn<int>("expected");
    const auto row = [](ErrorCode code, bool retryAfter, Verdict verdict) {
        QTest::addRow("%s%s", qPrintable(errorName(code)), retryAfter ? " with Retry-After" : "")
            << static_cast<int>(code) << retryAfter << static_cast<int>(verdict);
    };
    for (const ErrorCode code : {ErrorCode::Unauthorized, ErrorCode::Forbidden,
                                 ErrorCode::BadRequest, ErrorCode::InvalidCredentials})
        row(code, false, Verdict::Refused);
    for (const ErrorCode code :
         {ErrorCode::NotFound, ErrorCode::ServerFault, ErrorCode::RequestRefused,
          ErrorCode::Offline, ErrorCode::HostNotFound, ErrorCode::ConnectionRefused,
          ErrorCode::TimedOut, ErrorCode::Interrupted, ErrorCode::Tls,
          ErrorCode::ProxyAuthenticationRequired, ErrorCode::CaptivePortal,
          ErrorCode::CrossHostRedirect, ErrorCode::UnreadableReply, ErrorCode::NoUsableTokens,
          ErrorCode::InsecureAddress, ErrorCode::TooManyRequests, ErrorCode::Unavailable})
        row(code, false, Verdict::None);
    row(ErrorCode::TooManyRequests, true, Verdict::Wait);
    row(ErrorCode::Unavailable, true, Verdict::Wait);
}

void tst_RenewalPolicy::verdict()
{
    QFETCH(int, code);
    QFETCH(bool, hasRetryAfter);
    QFETCH(int, expected);
    Error error;
    error.code = static_cast<ErrorCode>(code);
    if (hasRetryAfter)
        error.retryAfter = 120s;
    QCOMPARE(static_cast<int>(verdictOf(error)), expected);
}

void tst_RenewalPolicy::backoffGrowsToFiveMinutes()
{
    QCOMPARE(backoff(1, 1.0), Milliseconds(2s));
    QCOMPARE(backoff(2, 1.0), Milliseconds(4s));
    QCOMPARE(backoff(5, 1.0), Milliseconds(32s));
    QCOMPARE(backoff(9, 1.0), Milliseconds(5min));
    QCOMPARE(backoff(1'000'000, 1.0), Milliseconds(5min));
    QCOMPARE(backoff(9, 0.5), Milliseconds(150s)); // full jitter
    QCOMPARE(backoff(9, 0.0), RenewalFloor);
}

QTEST_GUILESS_MAIN(tst_RenewalPolicy)
#include "tst_renewalpolicy.moc"
