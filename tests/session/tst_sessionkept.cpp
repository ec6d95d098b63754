#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// A server whose renewals bring no new refresh token: a renewal is planned only for what it
// prolongs (scenario 84).
class tst_SessionKept : public QObject
{
    Q_OBJECT
private slots:
    void s84RefreshTokenDiesFirst_data();
    void s84RefreshTokenDiesFirst();
    void s84OverRestarts();
    void s84OccasionsProlongNothing();
    void s84AccessTokenDiesFirst();
};

void tst_SessionKept::s84RefreshTokenDiesFirst_data()
{
    QTest::addColumn<qint64>("access"); // seconds
    QTest::addColumn<qint64>("refresh");
    QTest::newRow("84: 2000 s and 40 s") << 2000LL << 40LL;
    QTest::newRow("84: 20 days and 10 hours") << 20LL * 24 * 3600 << 10LL * 3600;
    QTest::newRow("84: 2 hours and 10 minutes") << 7200LL << 600LL;
}

void tst_SessionKept::s84RefreshTokenDiesFirst()
{
    QFETCH(qint64, access);
    QFETCH(qint64, refresh);
    SessionFixture f;
    f.keepsRefreshToken = true;
    f.accessLife = std::chrono::seconds(access);
    f.refreshLife = std::chrono::seconds(refresh);
    f.start();
    f.signIn();
    f.clock.advance(f.refreshLife - 1s);
    // One that finds out that the refresh token is kept, and one before it dies, so that the
    // access token lives as long as it can.
    QVERIFY2(f.renewalCount() >= 1 && f.renewalCount() <= 2,
             qPrintable(QString::number(f.renewalCount())));
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(2s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QVERIFY(!f.session->status().nextRenewal);
    const int before = f.renewalCount();
    f.clock.advance(f.accessLife / 2);
    QCOMPARE(f.renewalCount(), before);
    QCOMPARE(f.state(), SessionState::NotRenewable);
}

void tst_SessionKept::s84OverRestarts()
{
    SessionFixture f;
    f.keepsRefreshToken = true;
    f.start();
    f.signIn();
    f.clock.advance(3h);
    QCOMPARE(f.renewalCount(), 1);
    for (int i = 0; i < 10; ++i) {
        f.restart();
        f.clock.advance(20min);
    }
    QVERIFY2(f.renewalCount() <= 2, qPrintable(QString::number(f.renewalCount())));
}

void tst_SessionKept::s84OccasionsProlongNothing()
{
    SessionFixture f;
    f.keepsRefreshToken = true;
    f.start();
    f.signIn();
    f.clock.advance(2h);
    const int before = f.renewalCount();
    for (int i = 0; i < 60; ++i) {
        f.session->activated();
        f.session->reconnected();
        f.clock.advance(1min);
    }
    // A tenth of the life since the last renewal, as everywhere.
    QVERIFY2(f.renewalCount() - before <= 1, qPrintable(QString::number(f.renewalCount())));
}

void tst_SessionKept::s84AccessTokenDiesFirst()
{
    SessionFixture f;
    f.keepsRefreshToken = true;
    f.accessLife = 1h;
    f.refreshLife = 24h;
    f.unitRandom = [] { return 0.5; }; // else the last two may be near each other by chance
    f.start();
    f.signIn();
    f.clock.advance(23h); // never without a living access token
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 23);
    QVERIFY(f.shortestRenewalGap() > 5min);
    f.clock.advance(1h);
    const int before = f.renewalCount();
    QVERIFY(f.shortestRenewalGap() > 30s); // nor a storm before the refresh token's end
    f.clock.advance(6h);
    QCOMPARE(f.renewalCount(), before);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
}

LATCHKEY_TEST(tst_SessionKept, QCoreApplication)
#include "tst_sessionkept.moc"
