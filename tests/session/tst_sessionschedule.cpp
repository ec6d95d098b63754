#include "app/session/renewer.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// When a renewal is due: settings, lives of any length, pairs that nobody renews.
class tst_SessionSchedule : public QObject
{
    Q_OBJECT
private slots:
    void s4NotRenewableNearItsEndGoesOn();
    void s7LeadLongerThanTheLife_data();
    void s7LeadLongerThanTheLife();
    void s8LongLives_data();
    void s8LongLives();
    void s9SettingThatMakesItOverdue_data();
    void settingsChangeWhileAPairIsBeingSaved();
    void s9SettingThatMakesItOverdue();
    void s11NobodyRenews_data();
    void s11NobodyRenews();
    void automaticOffStillRenewsWhenAsked();
    void s12OverdueAtStart_data();
    void s12OverdueAtStart();
    void s41TwiceIsOnce();
};

void tst_SessionSchedule::s4NotRenewableNearItsEndGoesOn()
{
    SessionFixture f;
    f.accessLife = 12h;
    f.signInAndQuit(11h);
    f.start();
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.clock.advance(57min); // what is left is less than any lead
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(*f.session->status().accessExpiry, f.clock.wall() + 3min);
    QCOMPARE(f.renewalCount(), 0);
    // The password is with the server, and the old session still works meanwhile.
    f.holdLogins = true;
    f.signIn();
    QCOMPARE(f.state(), SessionState::SigningIn);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    QCOMPARE(loaded.size(), 1);
    f.http.answerNext(f.pairReply());
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(1h); // past the end of the old one
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionSchedule::s7LeadLongerThanTheLife_data()
{
    QTest::addColumn<qint64>("lifeMinutes");
    QTest::addColumn<qint64>("leadMinutes");
    QTest::addColumn<double>("usedShare");
    QTest::newRow("7: lead of a day, life of 10 h") << 600LL << 24LL * 60 << 1.0;
    QTest::newRow("7: lead equal to the life") << 600LL << 600LL << 1.0;
    QTest::newRow("7: lead of 5 min, life of 2 min") << 2LL << 5LL << 1.0;
    QTest::newRow("7: lead of ten years") << 600LL << 3650LL * 24 * 60 << 1.0;
    QTest::newRow("7: every setting at its least") << 600LL << 0LL << 0.0;
    QTest::newRow("7: negative lead") << 600LL << -60LL << 7.0;
}

void tst_SessionSchedule::s7LeadLongerThanTheLife()
{
    QFETCH(qint64, lifeMinutes);
    QFETCH(qint64, leadMinutes);
    QFETCH(double, usedShare);
    SessionFixture f;
    f.refreshLife = std::chrono::minutes(lifeMinutes);
    f.start();
    f.session->setRenewalSettings(
        {.usedShare = usedShare, .lead = std::chrono::minutes(leadMinutes)});
    f.signIn();
    f.clock.advance(f.refreshLife / 25);
    QCOMPARE(f.renewalCount(), 0); // "renew now" is not what was asked for
    f.clock.advance(10 * f.refreshLife);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 10);
    QVERIFY2(f.renewalCount() <= 10 * 23, qPrintable(QString::number(f.renewalCount())));
}

void tst_SessionSchedule::s8LongLives_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("8: 30 days") << 30LL * 86400;
    QTest::newRow("8: 10 years") << 3650LL * 86400;
    QTest::newRow("8: one second over 2^31 ms") << 2'147'484LL;
    QTest::newRow("8: 2^32 ms") << 4'294'967LL;
    QTest::newRow("8: four times 2^31 ms, due after 2^31") << 8'589'936LL;
    QTest::newRow("8: 2^31 s") << 2'147'483'648LL;
}

void tst_SessionSchedule::s8LongLives()
{
    QFETCH(qint64, seconds);
    SessionFixture f;
    f.accessLife = f.refreshLife = std::chrono::seconds(seconds);
    f.start();
    f.signIn();
    const Milliseconds life = std::min(f.accessLife, LongestLifetime);
    QCOMPARE(*f.session->status().refreshExpiry, f.clock.wall() + life);
    QVERIFY(*f.session->status().nextRenewal >= f.clock.wall() + life / 5);
    f.clock.advance(24h);
    QCOMPARE(f.renewalCount(), 0);
    f.clock.sleep(life / 3);
    f.clock.advance(1min);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionSchedule::s9SettingThatMakesItOverdue_data()
{
    QTest::addColumn<double>("shareBefore");
    QTest::addColumn<double>("shareAfter");
    QTest::addColumn<qint64>("leadAfterMinutes"); // -1: the usual
    QTest::addColumn<qint64>("ageMinutes");
    QTest::newRow("9: longer lead") << 1.0 << 1.0 << 300LL << 330LL;
    QTest::newRow("9: smaller share") << 0.9 << 0.1 << -1LL << 120LL;
}

void tst_SessionSchedule::s9SettingThatMakesItOverdue()
{
    QFETCH(double, shareBefore);
    QFETCH(double, shareAfter);
    QFETCH(qint64, leadAfterMinutes);
    QFETCH(qint64, ageMinutes);
    SessionFixture f;
    f.start();
    f.session->setRenewalSettings({.usedShare = shareBefore, .lead = {}});
    f.signIn();
    f.clock.advance(std::chrono::minutes(ageMinutes));
    QCOMPARE(f.renewalCount(), 0);
    RenewalSettings after{.usedShare = shareAfter, .lead = {}};
    if (leadAfterMinutes >= 0)
        after.lead = std::chrono::minutes(leadAfterMinutes);
    f.session->setRenewalSettings(after);
    settle();
    QCOMPARE(f.renewalCount(), 1); // at once
    f.session->setRenewalSettings(after);
    f.clock.advance(10min);
    QCOMPARE(f.renewalCount(), 1); // and once
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionSchedule::s11NobodyRenews_data()
{
    QTest::addColumn<bool>("automatic");
    QTest::addColumn<bool>("hasRefreshToken");
    QTest::newRow("11: automatic renewal off") << false << true;
    QTest::newRow("11: no refresh token") << true << false;
}

void tst_SessionSchedule::s11NobodyRenews()
{
    QFETCH(bool, automatic);
    QFETCH(bool, hasRefreshToken);
    SessionFixture f;
    f.accessLife = f.refreshLife = 10h;
    if (!hasRefreshToken)
        f.loginAnswer = jsonReply(201, R"({"access_token":")" + jwt(f.clock.wall(), 10h) + R"("})");
    f.start();
    f.session->setRenewalSettings({.lead = {}, .automatic = automatic});
    QSignalSpy warned(f.session.get(), &Session::aboutToExpire);
    f.signIn();
    f.clock.advance(9h + 54min);
    QCOMPARE(warned.size(), 0);
    f.clock.advance(2min);
    QCOMPARE(warned.size(), 1);
    f.session->resumed(); // no occasion tempts it either
    f.session->activated();
    f.clock.advance(3min);
    QCOMPARE(warned.size(), 1);
    QCOMPARE(f.renewalCount(), 0);
    QCOMPARE(f.state(), automatic ? SessionState::NotRenewable : SessionState::SignedIn);
    f.clock.advance(2min);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
}

void tst_SessionSchedule::automaticOffStillRenewsWhenAsked()
{
    SessionFixture f;
    f.accessLife = 1h;
    f.start();
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    f.signIn();
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
    f.clock.advance(61min);
    QCOMPARE(f.renewalCount(), 1);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile(); // its token is dead, so the person is asking for a renewal
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionSchedule::s12OverdueAtStart_data()
{
    QTest::addColumn<qint64>("accessMinutes");
    QTest::addColumn<qint64>("awayMinutes");
    QTest::newRow("12: past its moment") << 20LL * 24 * 60 << 240LL;
    QTest::newRow("12: within its lead") << 20LL * 24 * 60 << 597LL;
    QTest::newRow("12: access token just dead") << 60LL << 60LL;
    QTest::newRow("12: access token long dead") << 60LL << 590LL;
}

void tst_SessionSchedule::s12OverdueAtStart()
{
    QFETCH(qint64, accessMinutes);
    QFETCH(qint64, awayMinutes);
    SessionFixture f;
    f.accessLife = std::chrono::minutes(accessMinutes);
    f.signInAndQuit(std::chrono::minutes(awayMinutes));
    f.start();
    f.clock.advance(1s); // and no later
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionSchedule::s41TwiceIsOnce()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const int timers = f.clock.activeTimers();
    for (int i = 0; i < 2; ++i)
        f.session->useServer(f.server, false);
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.clock.activeTimers(), timers);
    f.clock.advance(3h);
    QCOMPARE(f.renewalCount(), 1);

    SessionVault vault(f.store, f.preferences, f.clock);
    Renewer renewer(f.api, vault, f.clock, {});
    const TokenPair pair = pairFromStored(f.stored(), f.clock);
    for (int i = 0; i < 2; ++i)
        renewer.start(pair, QStringLiteral("a@b.c"));
    QCOMPARE(f.clock.activeTimers(), timers + 1);
    for (int i = 0; i < 2; ++i)
        renewer.stop();
    QCOMPARE(f.clock.activeTimers(), timers);

    QSignalSpy signedOut(f.session.get(), &Session::signedOut);
    for (int i = 0; i < 2; ++i)
        f.session->signOut();
    settle();
    QCOMPARE(signedOut.size(), 1);
    QCOMPARE(f.clock.activeTimers(), 0);
}

void tst_SessionSchedule::settingsChangeWhileAPairIsBeingSaved()
{
    SessionFixture f;
    f.start();
    f.session->setRenewalSettings({.usedShare = 0.25, .lead = {}, .automatic = false});
    f.signIn();
    QVERIFY(!f.session->status().nextRenewal);
    f.store.writeMode = FakeStore::Mode::Held;
    f.session->renewNow();
    settle();
    QCOMPARE(f.state(), SessionState::Renewing); // until it is stored
    f.session->setRenewalSettings({.usedShare = 0.25, .lead = {}});
    f.store.release();
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.session->status().nextRenewal);
    f.clock.advance(3h);
    QCOMPARE(f.renewalCount(), 2);
}

LATCHKEY_TEST(tst_SessionSchedule, QCoreApplication)
#include "tst_sessionschedule.moc"
