#include "tests/session/otherprocess.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;

// Two processes on one keychain item and one settings file: what one of them stores is not lost to
// what the other one could not do at the time.
class tst_SessionSharingItem : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { f.reset(); }
    void s80RetriedOlderWriteGivesWay();
    void s80ClockSetInTheOlderProcess();
    void s80WriteOfAnEarlierRenewalLandsLate();
    void s80SigningOutJohnKeepsMarias_data();
    void s80SigningOutJohnKeepsMarias();
    void s80SigningOutTakesWhatTheOtherRenewed();
    void s80NotStayingKeepsMarias();
    void s80SettingsKeepTheOthersPendingDelete();
    void s80PendingDeleteOfJohnKeepsMarias();
    void s80NowhereToStayKeepsMarias();
    void s80WhateverIsNotMoreThanTheFileSays();

private:
    [[nodiscard]] Secret tokenOf(OtherProcess &process)
    {
        process.session.reloadProfile();
        settle();
        return f->http.lastSent().bearer;
    }

    const QString john = QStringLiteral("john@mail.com");
    const QString maria = QStringLiteral("maria@mail.com");
    std::unique_ptr<SessionFixture> f;
};

// John is signed in, and no process runs.
void tst_SessionSharingItem::init()
{
    f = std::make_unique<SessionFixture>();
    f->signInAndQuit(1h);
    f->usedShare = RenewalSettings().usedShare; // of the two processes
}

void tst_SessionSharingItem::s80RetriedOlderWriteGivesWay()
{
    OtherProcess one(*f);
    OtherProcess other(*f);
    f->store.writeMode = Mode::Fails;
    one.session.renewNow();
    f->clock.advance(100ms);
    QCOMPARE(one.renewals(), 1);
    QCOMPARE(one.status().saving, Saving::Failed);
    f->clock.freeze(1s); // before the retry
    f->store.writeMode = Mode::Works;
    other.session.renewNow();
    settle();
    QCOMPARE(other.renewals(), 1);
    const Secret newer = tokenOf(other);
    QVERIFY(f->stored().tokens.access.sameAs(newer));
    f->clock.advance(10min);
    QVERIFY(f->stored().tokens.access.sameAs(newer));
    QCOMPARE(one.status().saving, Saving::Saved);
    QCOMPARE(f->renewalCount(), 2);
    one.session.renewNow(); // its next look
    f->clock.advance(10s);
    QCOMPARE(f->renewalCount(), 2);
    QVERIFY(tokenOf(one).sameAs(newer));
}

void tst_SessionSharingItem::s80ClockSetInTheOlderProcess()
{
    OtherProcess one(*f);
    {
        OtherProcess other(*f);
        other.session.renewNow();
        f->clock.advance(1s);
        QCOMPARE(other.renewals(), 1);
    }
    const Secret newer = f->stored().tokens.access;
    f->setComputersClock(2h);
    one.session.clockMayHaveChanged(); // its own pair is another age by now
    settle();
    QVERIFY(!tokenOf(one).sameAs(newer));
    QVERIFY(f->stored().tokens.access.sameAs(newer));
}

void tst_SessionSharingItem::s80WriteOfAnEarlierRenewalLandsLate()
{
    OtherProcess one(*f);
    OtherProcess other(*f);
    f->store.writeMode = Mode::Held;
    one.session.renewNow();
    f->clock.advance(45s); // the renewal is done, and nobody waits for its write any longer
    QCOMPARE(one.renewals(), 1);
    f->store.writeMode = Mode::Works;
    other.session.renewNow();
    f->clock.advance(5s);
    QCOMPARE(other.renewals(), 1);
    one.session.renewNow(); // adopts
    f->clock.advance(5s);
    const Secret newer = tokenOf(other);
    QVERIFY(tokenOf(one).sameAs(newer));
    f->store.release();
    settle();
    QVERIFY(f->stored().tokens.access.sameAs(newer));
    QCOMPARE(one.status().saving, Saving::Saved);
}

void tst_SessionSharingItem::s80SigningOutJohnKeepsMarias_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("80: signed out") << 0;
    QTest::newRow("80: killed before the keychain answered") << 1;
    QTest::newRow("80: keychain locked at the time") << 2;
    QTest::newRow("80: keychain slow at the time") << 3;
    QTest::newRow("80: the server has ended it") << 4;
}

void tst_SessionSharingItem::s80SigningOutJohnKeepsMarias()
{
    QFETCH(int, how);
    auto johns = std::make_unique<OtherProcess>(*f);
    {
        OtherProcess hers(*f);
        hers.session.signOut();
        settle();
        QVERIFY(f->store.items.isEmpty());
        f->clock.advance(1min);
        hers.signIn(maria);
        QCOMPARE(hers.status().saving, Saving::Saved);
    }
    const Secret token = f->stored().tokens.access;
    QCOMPARE(johns->state(), SessionState::SignedIn); // in its own window, from memory
    if (how == 1)
        f->store.readMode = Mode::Silent;
    if (how == 2)
        f->store.setState(KeychainState::Locked);
    if (how == 3)
        f->store.readMode = Mode::TimesOut;
    if (how == 4) {
        f->profileAnswer
            = jsonReply(401, R"({"message":"x","error":"session_replaced","statusCode":401})");
        johns->session.reloadProfile();
    } else {
        johns->session.signOut();
    }
    settle();
    if (how != 4)
        QCOMPARE(johns->state(), SessionState::SignedOut);
    johns.reset();
    f->profileAnswer.reset();
    f->store.readMode = Mode::Works;
    f->store.setState(KeychainState::Ready);
    QCOMPARE(f->store.items.size(), 1);
    OtherProcess next(*f);
    QCOMPARE(next.state(), SessionState::SignedIn);
    QCOMPARE(next.status().email, maria);
    QVERIFY(tokenOf(next).sameAs(token));
    QVERIFY(next.preferences.pendingDeletes().isEmpty());
}

void tst_SessionSharingItem::s80SigningOutTakesWhatTheOtherRenewed()
{
    OtherProcess one(*f);
    {
        OtherProcess other(*f);
        other.session.renewNow();
        f->clock.advance(1s);
        QCOMPARE(other.renewals(), 1);
    }
    f->store.removeMode = Mode::Fails;
    one.session.signOut(); // it has never looked since
    settle();
    QCOMPARE(f->store.items.size(), 1);
    f->store.removeMode = Mode::Works;
    OtherProcess next(*f);
    QCOMPARE(next.state(), SessionState::SignedOut);
    QVERIFY(f->store.items.isEmpty());
}

void tst_SessionSharingItem::s80NotStayingKeepsMarias()
{
    f->store.items.clear();
    OtherProcess johns(*f);
    OtherProcess hers(*f);
    hers.signIn(maria);
    QCOMPARE(f->stored().email, maria);
    johns.signIn(john, false);
    QCOMPARE(johns.state(), SessionState::SignedIn);
    QCOMPARE(f->stored().email, maria);
    johns.session.renewNow();
    f->clock.advance(1s);
    johns.session.signOut();
    settle();
    QCOMPARE(f->stored().email, maria);
    QCOMPARE(hers.state(), SessionState::SignedIn);
}

void tst_SessionSharingItem::s80SettingsKeepTheOthersPendingDelete()
{
    OtherProcess one(*f);
    OtherProcess other(*f);
    f->store.removeMode = Mode::Fails;
    other.session.signOut();
    settle();
    QCOMPARE(other.preferences.pendingDeletes().size(), 1);
    one.preferences.setSettings({.language = QStringLiteral("de")});
    one.preferences.setWindowGeometry(QRect(1, 2, 300, 400));
    f->store.removeMode = Mode::Works;
    OtherProcess next(*f);
    QCOMPARE(next.state(), SessionState::SignedOut);
    QVERIFY(f->store.items.isEmpty());
    QCOMPARE(next.preferences.settings().language, QStringLiteral("de"));
}

// The other process has signed out and could not delete; here somebody signs in meanwhile.
void tst_SessionSharingItem::s80PendingDeleteOfJohnKeepsMarias()
{
    {
        OtherProcess hers(*f);
        hers.session.signOut();
        settle();
        f->store.items.clear();
        OtherProcess johns(*f);
        johns.signIn(john);
        f->store.removeMode = Mode::Fails;
        johns.session.signOut();
        settle();
        f->store.removeMode = Mode::Works;
        QCOMPARE(f->store.items.size(), 1);
        f->clock.advance(1min);
        hers.signIn(maria);
        QCOMPARE(f->stored(maria).email, maria);
        hers.session.renewNow();
        f->clock.advance(1min);
    }
    QVERIFY(!Preferences(f->folder.filePath(QStringLiteral("latchkey.ini")))
                 .pendingDeletes()
                 .isEmpty());
    OtherProcess next(*f);
    QCOMPARE(next.state(), SessionState::SignedIn);
    QCOMPARE(next.status().email, maria);
}

// "Stay signed in" was off because there was nowhere to: nobody chose to lose what is stored.
void tst_SessionSharingItem::s80NowhereToStayKeepsMarias()
{
    {
        OtherProcess hers(*f);
        hers.session.signOut();
        settle();
        hers.signIn(maria);
    }
    f->store.setState(KeychainState::Absent);
    {
        OtherProcess johns(*f);
        johns.signIn(john, false);
        QCOMPARE(johns.state(), SessionState::SignedIn);
    }
    f->store.setState(KeychainState::Ready);
    OtherProcess next(*f);
    QCOMPARE(next.state(), SessionState::SignedIn);
    QCOMPARE(next.status().email, maria);
}

// This process once noted "whatever is there", and another one knows better by now.
void tst_SessionSharingItem::s80WhateverIsNotMoreThanTheFileSays()
{
    auto johns = std::make_unique<OtherProcess>(*f);
    johns.reset();
    f->store.setState(KeychainState::Locked);
    johns = std::make_unique<OtherProcess>(*f);
    johns->session.signOut(); // of what it has not seen, under the old name as well
    settle();
    QCOMPARE(johns->preferences.pendingDeletes().size(), 2);
    f->store.readMode = f->store.removeMode = Mode::Fails;
    f->store.setState(KeychainState::Ready);
    settle();
    f->store.readMode = f->store.removeMode = Mode::Works;
    OtherProcess hers(*f);
    hers.session.signOut();
    settle();
    f->clock.advance(1min);
    hers.signIn(maria);
    QCOMPARE(f->stored().email, maria);
    f->store.setState(KeychainState::Locked);
    f->store.setState(KeychainState::Ready);
    settle();
    QCOMPARE(f->store.items.size(), 1);
    QCOMPARE(f->stored().email, maria);
}

LATCHKEY_TEST(tst_SessionSharingItem, QCoreApplication)
#include "tst_sessionsharingitem.moc"
