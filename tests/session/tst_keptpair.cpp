#include "app/session/renewalpolicy.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

enum class Brings {
    NoRefreshToken,
    TheSameRefreshToken,
    TheSamePair,
    TheSameEndOfAll, // new tokens, for the rest of a session that has its time
    TheSameEndOfRefresh,
    TheSameEndOfAccess,
};

// A server whose renewals bring no new refresh token.
class KeepingServer final : public SessionFixture
{
public:
    KeepingServer(Brings brings, Milliseconds access, Milliseconds refresh)
    {
        accessLife = access;
        refreshLife = refresh;
        http.setResponder([this, brings](const HttpRequest &request) {
            if (request.url.path().endsWith(u"/auth/profile"))
                return profileReply();
            HttpReply reply = pairReply();
            if (request.url.path().endsWith(u"/auth/refresh-token")) {
                renewalTimes.append(clock.sinceBoot());
                keep(reply, brings);
            } else {
                m_first = reply.body;
                m_began = clock.wall();
            }
            return reply;
        });
    }

private:
    void keep(HttpReply &reply, Brings brings) const
    {
        const QString refresh = QStringLiteral("refresh_token");
        const QJsonObject first = QJsonDocument::fromJson(m_first).object();
        QJsonObject now = QJsonDocument::fromJson(reply.body).object();
        if (brings == Brings::NoRefreshToken)
            now.remove(refresh);
        else if (brings == Brings::TheSameRefreshToken)
            now[refresh] = first[refresh];
        else if (brings == Brings::TheSamePair)
            now = first;
        if (brings == Brings::TheSameEndOfAll || brings == Brings::TheSameEndOfAccess)
            now[QStringLiteral("access_token")] = endingAt(m_began + accessLife);
        if (brings == Brings::TheSameEndOfAll || brings == Brings::TheSameEndOfRefresh)
            now[refresh] = endingAt(m_began + refreshLife);
        reply.body = QJsonDocument(now).toJson();
    }

    [[nodiscard]] QString endingAt(WallTime end) const
    {
        return QLatin1String(
            jwt(clock.wall(), end - clock.wall(), 10'000 + int(renewalTimes.size())));
    }

    QByteArray m_first;
    WallTime m_began{};
};

} // namespace

// Renewals that do not bring what dies first.
class tst_KeptPair : public QObject
{
    Q_OBJECT
private slots:
    void plan_data();
    void plan();
    void keptRefreshToken_data();
    void keptRefreshToken();
    void s84EndsThatStay_data();
    void s84EndsThatStay();
    void s84AnEarlierEndCounts();
    void s83SamePairAgainKeepsItsAge();
    void s84OccasionsRenewWhatIsProlonged();
    void s84RestartsDoNotRenewEachTime();
};

void tst_KeptPair::plan_data()
{
    QTest::addColumn<PairLife>("pair");
    QTest::addColumn<qint64>("moment"); // seconds; -1: none
    const auto row = [](const char *name, const PairLife &pair, Milliseconds moment) {
        QTest::newRow(name) << pair << qint64(moment / 1s);
    };
    const auto none = -1s;
    constexpr double share = RenewalSettings().usedShare;
    const auto used = [](Milliseconds life) {
        return Milliseconds(static_cast<qint64>(double(life.count()) * share));
    };
    // All are looked at an hour after the sign-in, when the last renewal was.
    row("84: short access token, long refresh token", {{1h, 5min}, TokenLife{0s, Day}, 1h},
        1h + used(5min));
    row("84: the refresh token dies first: one last time", {{1h, 20 * Day}, TokenLife{0s, 10h}, 1h},
        9h + 55min);
    row("84: that was it", {{1h, 20 * Day}, TokenLife{0s, 1h + 4min}, 1h}, none);
    row("84: dead", {{1h, 20 * Day}, TokenLife{0s, 50min}, 1h}, none);
    row("84: the same pair again: half-way", {{0s, 20 * Day}, TokenLife{0s, 11h}, 1h, true}, 6h);
    row("84: the same pair again, near its end", {{0s, Day}, TokenLife{0s, 1h + 9min}, 1h, true},
        1h + 4min);
    row("84: the same pair again, at its end", {{0s, Day}, TokenLife{0s, 1h + 4min}, 1h, true},
        none);
    row("84: the access token's end stays", {{1h, 10h}, TokenLife{1h, 20 * Day}, {}, true},
        10h + 55min);
    row("84: the access token's end stays, near it", {{1h, 4min}, TokenLife{1h, Day}, {}, true},
        1h + 4min - 24s);
    row("84: the access token's end stays, at it", {{-9h, 10h}, TokenLife{1h - 1s, Day}, {}, true},
        1h + 1s);
    row("84: the access token's end stays, behind it", {{-9h, 10h}, TokenLife{1h, Day}, {}, true},
        1h + used(Day));
    row("84: the same pair again, access token dead", {{0s, 30min}, TokenLife{0s, Day}, 1h, true},
        none);
}

void tst_KeptPair::plan()
{
    QFETCH(PairLife, pair);
    QFETCH(qint64, moment);
    const auto planned = renewalMoment(pair, 0);
    QCOMPARE(planned ? qint64(*planned / 1s) : -1, moment);
    if (planned)
        QVERIFY(*planned >= pair.keptAt.value_or(pair.refresh->issued) + RenewalFloor);
}

void tst_KeptPair::keptRefreshToken_data()
{
    QTest::addColumn<bool>("comesAgain");
    QTest::addColumn<qint64>("access"); // seconds
    QTest::addColumn<qint64>("refresh");
    QTest::addColumn<int>("most"); // renewals until the refresh token is dead
    for (const bool again : {false, true}) {
        const char *how = again ? "comes again" : "is left out";
        QTest::addRow("84: 2000 s and 40 s, %s", how) << again << 2'000LL << 40LL << 2;
        QTest::addRow("84: 20 d and 10 h, %s", how) << again << 20LL * 86'400 << 36'000LL << 2;
        QTest::addRow("84: 5 min and a day, %s", how) << again << 300LL << 86'400LL << 2'200;
        QTest::addRow("84: equal, %s", how) << again << 3'600LL << 3'600LL << 8;
    }
}

void tst_KeptPair::keptRefreshToken()
{
    QFETCH(bool, comesAgain);
    QFETCH(qint64, access);
    QFETCH(qint64, refresh);
    QFETCH(int, most);
    const Milliseconds life = std::chrono::seconds(refresh);
    KeepingServer f(comesAgain ? Brings::TheSameRefreshToken : Brings::NoRefreshToken,
                    std::chrono::seconds(access), life);
    f.start();
    f.signIn();
    const WallTime begin = f.clock.wall();
    f.clock.advance(life - 1s);
    QVERIFY2(f.renewalCount() >= 1 && f.renewalCount() <= most,
             qPrintable(QString::number(f.renewalCount())));
    // As long a session as can be had from it.
    const WallTime best = begin + life + std::chrono::seconds(access);
    const Milliseconds lost = best - *f.session->status().accessExpiry;
    QVERIFY2(lost <= 5min + 2s, qPrintable(QString::number(lost.count())));
    QVERIFY(std::chrono::abs(*f.session->status().refreshExpiry - (begin + life)) <= 1s);
    const int before = f.renewalCount();
    f.clock.advance(3s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.renewalCount(), before);
}

void tst_KeptPair::s84EndsThatStay_data()
{
    QTest::addColumn<Brings>("brings");
    QTest::addColumn<qint64>("access"); // seconds
    QTest::addColumn<qint64>("refresh");
    QTest::addColumn<int>("most"); // renewals until all that stays is dead
    constexpr qint64 days = 86'400;
    QTest::newRow("84: of a session of 10 h")
        << Brings::TheSameEndOfRefresh << 20 * days << 36'000LL << 2;
    QTest::newRow("84: of a session of 40 s")
        << Brings::TheSameEndOfRefresh << 2'000LL << 40LL << 2;
    QTest::newRow("84: access tokens of 5 min in it")
        << Brings::TheSameEndOfRefresh << 300LL << 36'000LL << 810;
    QTest::newRow("84: of both, 10 h") << Brings::TheSameEndOfAll << 36'000LL << 36'000LL << 9;
    QTest::newRow("84: of both, 40 s") << Brings::TheSameEndOfAll << 40LL << 40LL << 4;
    QTest::newRow("84: of the access token")
        << Brings::TheSameEndOfAccess << 36'000LL << 20 * days << 2;
}

void tst_KeptPair::s84EndsThatStay()
{
    QFETCH(Brings, brings);
    QFETCH(qint64, access);
    QFETCH(qint64, refresh);
    QFETCH(int, most);
    KeepingServer f(brings, std::chrono::seconds(access), std::chrono::seconds(refresh));
    f.usedShare = RenewalSettings().usedShare;
    f.start();
    f.signIn();
    const Milliseconds end = std::chrono::seconds(std::min(access, refresh));
    f.clock.advance(end - 1s);
    QVERIFY2(f.renewalCount() >= 1 && f.renewalCount() <= most,
             qPrintable(QString::number(f.renewalCount())));
    QVERIFY(f.state() == SessionState::SignedIn || f.state() == SessionState::NotRenewable);
    f.clock.advance(1min);
    QVERIFY2(f.renewalCount() <= most + 1, qPrintable(QString::number(f.renewalCount())));
}

// The server's lives were made shorter meanwhile: that is no end that stays.
void tst_KeptPair::s84AnEarlierEndCounts()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.refreshLife = 30min;
    f.accessLife = 1h;
    f.clock.advance(4h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() > 6); // each half an hour and sooner
    QVERIFY(*f.session->status().refreshExpiry - f.clock.wall() <= 30min);
    QVERIFY(*f.session->status().accessExpiry - f.clock.wall() <= 1h);
}

void tst_KeptPair::s83SamePairAgainKeepsItsAge()
{
    KeepingServer f(Brings::TheSamePair, 20 * Day, 10h);
    f.start();
    f.signIn();
    const SessionStatus first = f.session->status();
    const WallTime storedAt = f.stored().issuedAt;
    f.clock.advance(10h - 1s);
    QCOMPARE(*f.session->status().accessIssued, *first.accessIssued);
    QCOMPARE(*f.session->status().accessExpiry, *first.accessExpiry);
    QCOMPARE(*f.session->status().refreshExpiry, *first.refreshExpiry);
    QCOMPARE(f.stored().issuedAt, storedAt);
    QVERIFY2(f.renewalCount() >= 3 && f.renewalCount() <= 10,
             qPrintable(QString::number(f.renewalCount())));
    f.clock.advance(3s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
}

void tst_KeptPair::s84OccasionsRenewWhatIsProlonged()
{
    KeepingServer f(Brings::NoRefreshToken, 20 * Day, 10h);
    f.start();
    f.signIn();
    f.clock.advance(2h);
    const int before = f.renewalCount();
    for (int i = 0; i < 50; ++i) {
        f.session->activated();
        f.clock.advance(1min);
    }
    QVERIFY(f.renewalCount() <= before + 1);
}

void tst_KeptPair::s84RestartsDoNotRenewEachTime()
{
    KeepingServer f(Brings::NoRefreshToken, 20 * Day, 10h);
    f.start();
    f.signIn();
    f.clock.advance(3h);
    const int before = f.renewalCount();
    QVERIFY(before > 0);
    for (int i = 0; i < 50; ++i) {
        f.restart();
        f.clock.advance(1min);
    }
    QCOMPARE(f.renewalCount(), before);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

LATCHKEY_TEST(tst_KeptPair, QCoreApplication)
#include "tst_keptpair.moc"
