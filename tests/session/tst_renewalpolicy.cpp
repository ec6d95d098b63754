#include "app/session/renewalpolicy.h"
#include "app/store/preferencesfile.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

PairLife pairOf(Milliseconds access, Milliseconds refresh, Milliseconds issued = 0ms)
{
    return {{issued, access}, TokenLife{issued, refresh}};
}

} // namespace

class tst_RenewalPolicy : public QObject
{
    Q_OBJECT
private slots:
    void moment_data();
    void moment();
    void settings_data();
    void settings();
    void warning_data();
    void warning();
    void noRefreshTokenNoRenewal();
    void cutShortByAPerson_data();
    void cutShortByAPerson();
    void jitterSpreadsByATenth();
    void standing_data();
    void standing();
    void worth_data();
    void worth();
    void verdict_data();
    void verdict();
    void backoffGrowsToFiveMinutes();
    void s77LivesThatAreCountedOut_data();
    void s77LivesThatAreCountedOut();
    void s86WithoutASettingsFile();
};

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
    row("the twist: 20 d / 10 h renews on the refresh token", 20 * Day, 10h, 90min);
    row("the usual way round", 1h, 30 * Day, 9min);
    row("equal lives", 1h, 1h, 9min);
    row("seconds", 20s, 8s, 2s);
    row("6: five seconds", 20 * Day, 5s, 2s); // the floor, not zero
    row("one second", 1s, 1s, 2s);
    row("7: lead never exceeds half of the life", 12s, 12s, 2s);
    row("8: thirty days", 30 * Day, 30 * Day, 30 * Day * 3 / 20);
    row("8: ten years", 3650 * Day, 3650 * Day, 3650 * Day * 3 / 20);
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

void tst_RenewalPolicy::settings_data()
{
    QTest::addColumn<qint64>("life"); // minutes
    QTest::addColumn<double>("usedShare");
    QTest::addColumn<qint64>("lead"); // minutes; -1: the usual
    QTest::addColumn<qint64>("after"); // seconds from issue
    const auto row = [](const char *name, qint64 life, double share, qint64 lead, qint64 after) {
        QTest::newRow(name) << life << share << lead << after;
    };
    row("86: the usual", 600, RenewalSettings().usedShare, -1, 5'400);
    row("a quarter", 600, 0.25, -1, 9'000);
    row("half", 600, 0.5, -1, 18'000);
    row("all of it: the lead decides", 600, 1.0, -1, 35'700);
    row("more than all of it", 600, 9.0, -1, 35'700);
    row("share 0: a twentieth at least", 600, 0.0, -1, 1'800);
    row("negative share", 600, -1.0, -1, 1'800);
    row("lead of an hour", 600, 1.0, 60, 32'400);
    row("a lead that comes later changes nothing", 600, 0.25, 60, 9'000);
    row("7: lead equal to the life", 600, 1.0, 600, 18'000);
    row("7: lead longer than the life", 600, 1.0, 6'000, 18'000);
    row("7: lead longer than the life, early share", 600, 0.25, 6'000, 9'000);
    row("7: lead of nothing: 10 s remain", 600, 1.0, 0, 35'990);
    row("7: lead of a day, life of a minute", 1, 1.0, 1'440, 30);
    row("the usual lead of a short life is 10 s", 1, 1.0, -1, 50);
}

void tst_RenewalPolicy::settings()
{
    QFETCH(qint64, life);
    QFETCH(double, usedShare);
    QFETCH(qint64, lead);
    RenewalSettings settings{.usedShare = usedShare, .lead = {}};
    if (lead >= 0)
        settings.lead = std::chrono::minutes(lead);
    const auto at = renewalMoment(pairOf(20 * Day, std::chrono::minutes(life)), 0, settings);
    QTEST(qint64(at->count() / 1000), "after");
    // Whether it is done by itself is not this function's affair.
    settings.automatic = false;
    QCOMPARE(renewalMoment(pairOf(20 * Day, std::chrono::minutes(life)), 0, settings), at);
}

void tst_RenewalPolicy::warning_data()
{
    QTest::addColumn<qint64>("access"); // minutes
    QTest::addColumn<qint64>("refresh"); // -1: none
    QTest::addColumn<qint64>("lead"); // -1: the usual
    QTest::addColumn<qint64>("after"); // minutes from issue
    const auto row
        = [](const char *name, qint64 access, qint64 refresh, qint64 lead, qint64 after) {
              QTest::newRow(name) << access << refresh << lead << after;
          };
    row("the refresh token dies first", 28'800, 600, -1, 595);
    row("the access token dies first", 60, 600, -1, 55);
    row("no refresh token", 600, -1, -1, 595);
    row("lead of an hour", 600, -1, 60, 540);
    row("lead longer than the life", 600, -1, 6'000, 300);
    row("no lead at all: 10 s remain", 600, -1, 0, 599);
}

void tst_RenewalPolicy::warning()
{
    QFETCH(qint64, access);
    QFETCH(qint64, refresh);
    QFETCH(qint64, lead);
    PairLife pair{{0ms, std::chrono::minutes(access)}, {}};
    if (refresh >= 0)
        pair.refresh = TokenLife{0ms, std::chrono::minutes(refresh)};
    RenewalSettings settings;
    if (lead >= 0)
        settings.lead = std::chrono::minutes(lead);
    QTEST(qint64(warningMoment(pair, settings) / 1min), "after");
}

void tst_RenewalPolicy::cutShortByAPerson_data()
{
    QTest::addColumn<qint64>("accessEndHours"); // -1: its own
    QTest::addColumn<qint64>("refreshEndHours");
    QTest::addColumn<Standing>("standing"); // after four hours
    QTest::newRow("neither") << -1LL << -1LL << Standing::Good;
    QTest::newRow("access") << 4LL << -1LL << Standing::NeedsRenewal;
    QTest::newRow("refresh") << -1LL << 4LL << Standing::NotRenewable;
    QTest::newRow("both") << 4LL << 4LL << Standing::Dead;
    QTest::newRow("before they were issued") << 0LL << 0LL << Standing::Dead;
    QTest::newRow("later than their own end") << 900LL << 900LL << Standing::Good;
}

void tst_RenewalPolicy::cutShortByAPerson()
{
    QFETCH(qint64, accessEndHours);
    QFETCH(qint64, refreshEndHours);
    const auto end = [](qint64 hours) {
        return hours < 0 ? std::nullopt : std::optional<Milliseconds>(std::chrono::hours(hours));
    };
    const PairLife whole = pairOf(20 * Day, 10h, 1h);
    const PairLife cut = cutShort(whole, {end(accessEndHours), end(refreshEndHours)});
    QTEST(standingOf(cut, 4h, false), "standing");
    QCOMPARE(cut.access.issued, whole.access.issued);
    QVERIFY(cut.access.lifetime >= 0ms && cut.access.lifetime <= whole.access.lifetime);
    QVERIFY(cut.refresh->lifetime >= 0ms && cut.refresh->lifetime <= whole.refresh->lifetime);
    if (accessEndHours == 4) // overdue, and never sooner than the floor allows
        QVERIFY(*renewalMoment(cut, 0.0) <= Milliseconds(4h));
    QVERIFY(*renewalMoment(cut, 0.0) >= cut.access.issued + RenewalFloor);
    QVERIFY(!cutShort({whole.access, std::nullopt}, {4h, 4h}).refresh);
}

void tst_RenewalPolicy::noRefreshTokenNoRenewal()
{
    QVERIFY(!renewalMoment({{0ms, 1h}, std::nullopt}, 0));
}

void tst_RenewalPolicy::jitterSpreadsByATenth()
{
    const PairLife pair = pairOf(20 * Day, 10h);
    QCOMPARE(renewalMoment(pair, -1)->count(), Milliseconds(81min).count());
    QCOMPARE(renewalMoment(pair, 1)->count(), Milliseconds(99min).count());
    QCOMPARE(*renewalMoment(pair, 50), *renewalMoment(pair, 1)); // clamped
    // However late the setting asks for it, the lead before the end holds.
    QCOMPARE(*renewalMoment(pair, 1, {.usedShare = 0.99, .lead = {}}), Milliseconds(10h) - 5min);
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

void tst_RenewalPolicy::s77LivesThatAreCountedOut_data()
{
    QTest::addColumn<qint64>("access"); // milliseconds
    QTest::addColumn<qint64>("refresh");
    QTest::addColumn<qint64>("pause"); // to the next by the plan, at the soonest; -1: not counted
    const auto row
        = [](const char *name, Milliseconds access, Milliseconds refresh, Milliseconds pause) {
              QTest::newRow(name) << qint64(access.count()) << qint64(refresh.count())
                                  << qint64(pause.count());
          };
    constexpr Milliseconds None{-1};
    row("77: 10 h", 20 * Day, 10h, 81min);
    row("77: less what an answer's Date may take off", 20 * Day, 10h - 10min, 4779s);
    row("77: a millisecond less", 20 * Day, 10h - 10min - 1ms, None);
    row("77: 10 h, the access token dies first", 10h, 20 * Day, 81min);
    row("77: less than that, the access token dies first", 10h - 11min, 20 * Day, None);
    row("77: 1 h", 1h, 20 * Day, None);
}

// Servers with short lives are renewed at every good occasion, however many there are.
void tst_RenewalPolicy::s77LivesThatAreCountedOut()
{
    QFETCH(qint64, access);
    QFETCH(qint64, refresh);
    const auto pause = plannedPause(pairOf(Milliseconds(access), Milliseconds(refresh)), {});
    QTEST(qint64(pause.value_or(Milliseconds(-1)).count()), "pause");
}

// What the settings' default makes of it is what the policy is held to.
void tst_RenewalPolicy::s86WithoutASettingsFile()
{
    QCOMPARE(PreferenceValues().renewAtPercent, 15);
    QCOMPARE(PreferenceValues().renewAtPercent / 100.0, RenewalSettings().usedShare);
}

LATCHKEY_TEST(tst_RenewalPolicy, QCoreApplication)
#include "tst_renewalpolicy.moc"
