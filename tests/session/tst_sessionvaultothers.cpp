#include "tests/session/vaultfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;
using Means = PendingDelete::Means;
using Prompt = SessionVault::Prompt;

// The vault alone, on an item that another process writes too.
class tst_SessionVaultOthers : public QObject
{
    Q_OBJECT
private slots:
    void init() { f = std::make_unique<VaultFixture>(); }
    void cleanup() { f.reset(); }
    void s80AdoptedWhileAnOlderWriteIsUnderWay_data();
    void s80AdoptedWhileAnOlderWriteIsUnderWay();
    void s80RetryGivesWay_data();
    void s80RetryGivesWay();
    void s80OwnOlderItemIsNoReasonToGiveWay();
    void s80RetryNeedsToSeeWhatIsThere_data();
    void s80RetryNeedsToSeeWhatIsThere();
    void s80WhatCanNeverBeReadIsWrittenOver();
    void s80SamePairWithAnotherMomentGivesWay();
    void s80NewPairIsWrittenAtOnce();
    void s80ReadBackOfAnothersNewerPair();
    void s80WhateverOfAnotherProcessSparesThis();
    void s80UndoTakesOnlyWhatThisRunWrote_data();
    void s80UndoTakesOnlyWhatThisRunWrote();
    void s80ForgetTakesOnlyTheAccounts_data();
    void s80ForgetTakesOnlyTheAccounts();
    void s80ForgetTakesWhomThisRunReplaced_data();
    void s80ForgetTakesWhomThisRunReplaced();

private:
    std::unique_ptr<VaultFixture> f;
};

void tst_SessionVaultOthers::s80AdoptedWhileAnOlderWriteIsUnderWay_data()
{
    QTest::addColumn<bool>("lands"); // or fails
    QTest::newRow("80: it lands late") << true;
    QTest::newRow("80: it fails late") << false;
}

void tst_SessionVaultOthers::s80AdoptedWhileAnOlderWriteIsUnderWay()
{
    QFETCH(bool, lands);
    (void)f->load();
    f->store.writeMode = lands ? Mode::Held : Mode::Fails;
    f->save(f->session(1));
    const StoredSession theirs = f->session(2, 1min);
    f->put(theirs);
    f->vault->adopt(theirs);
    f->store.writeMode = Mode::Works;
    if (lands)
        f->store.release(); // over what the other process has stored
    settle();
    QVERIFY(f->holds(theirs)); // and is taken back
    QCOMPARE(f->vault->saving(), Saving::Saved);
    const int writes = f->store.writes;
    f->clock.advance(1h);
    QCOMPARE(f->store.writes, writes);
    QVERIFY(f->holds(theirs));
}

void tst_SessionVaultOthers::s80RetryGivesWay_data()
{
    QTest::addColumn<QString>("whose"); // what another process stores meanwhile
    QTest::addColumn<qint64>("later"); // seconds after ours
    QTest::addColumn<bool>("byTimer"); // else the person asks for it
    QTest::addColumn<bool>("givesWay");
    const auto john = QStringLiteral("john@mail.com");
    const auto maria = QStringLiteral("maria@mail.com");
    QTest::newRow("80: newer") << john << 30LL << true << true;
    QTest::newRow("80: newer, asked for") << john << 30LL << false << true;
    QTest::newRow("80: older") << john << -30LL << true << false;
    QTest::newRow("80: another person's, newer") << maria << 30LL << true << true;
    QTest::newRow("80: another person's, newer, asked for") << maria << 30LL << false << true;
    QTest::newRow("80: another person's, older") << maria << -30LL << true << false;
}

void tst_SessionVaultOthers::s80RetryGivesWay()
{
    QFETCH(QString, whose);
    QFETCH(qint64, later);
    QFETCH(bool, byTimer);
    QFETCH(bool, givesWay);
    (void)f->load();
    const StoredSession ours = f->session(1);
    f->store.writeMode = Mode::Fails;
    f->save(ours);
    settle();
    QCOMPARE(f->vault->saving(), Saving::Failed);
    const StoredSession theirs = f->session(2, std::chrono::seconds(later), whose);
    f->put(theirs);
    f->store.writeMode = Mode::Works;
    if (byTimer)
        f->clock.advance(10s);
    else
        f->vault->retrySave(Prompt::Allowed);
    settle();
    QVERIFY(f->holds(givesWay ? theirs : ours));
    const bool isStored = !givesWay || whose == ours.email;
    QCOMPARE(f->vault->saving(), isStored ? Saving::Saved : Saving::Failed);
    f->clock.advance(1h);
    QVERIFY(f->holds(givesWay ? theirs : ours));
    if (isStored)
        return;
    f->store.items.clear(); // she has signed out: there is room for him
    f->clock.advance(6min);
    QVERIFY(f->holds(ours));
    QCOMPARE(f->vault->saving(), Saving::Saved);
}

// The clock was set back between two pairs of ours, on a server that copies an old `iat`.
void tst_SessionVaultOthers::s80OwnOlderItemIsNoReasonToGiveWay()
{
    (void)f->load();
    const StoredSession first = f->session(1);
    f->save(first);
    settle();
    QVERIFY(f->holds(first));
    StoredSession second = f->session(2);
    second.issuedAt -= 1h;
    f->store.writeMode = Mode::Fails;
    f->save(second);
    settle();
    f->store.writeMode = Mode::Works;
    f->clock.advance(10s);
    QVERIFY(f->holds(second));
}

void tst_SessionVaultOthers::s80RetryNeedsToSeeWhatIsThere_data()
{
    QTest::addColumn<Mode>("mode"); // of the reading before the retry
    QTest::addColumn<Saving>("saving");
    QTest::addColumn<bool>("writes");
    QTest::newRow("80: no answer in time") << Mode::TimesOut << Saving::Pending << false;
    QTest::newRow("80: refused") << Mode::Denies << Saving::Failed << false;
    QTest::newRow("80: it cannot be read") << Mode::Fails << Saving::Failed << false;
}

void tst_SessionVaultOthers::s80RetryNeedsToSeeWhatIsThere()
{
    QFETCH(Mode, mode);
    QFETCH(Saving, saving);
    QFETCH(bool, writes);
    (void)f->load();
    const StoredSession ours = f->session(1);
    f->store.writeMode = Mode::Fails;
    f->save(ours);
    settle();
    f->store.writeMode = Mode::Works;
    f->store.readMode = mode;
    const int before = f->store.writes;
    f->clock.advance(10s);
    QCOMPARE(f->store.writes > before, writes);
    QCOMPARE(f->vault->saving(), saving);
    f->store.readMode = Mode::Works;
    f->store.setState(KeychainState::Ready);
    f->clock.advance(1min);
    QVERIFY(f->holds(ours));
    QCOMPARE(f->vault->saving(), Saving::Saved);
}

void tst_SessionVaultOthers::s80WhatCanNeverBeReadIsWrittenOver()
{
    (void)f->load();
    const StoredSession ours = f->session(1);
    f->store.writeMode = Mode::Fails;
    f->save(ours);
    settle();
    f->store.writeMode = Mode::Works;
    f->store.readMode = Mode::Fails;
    f->clock.advance(10min);
    QVERIFY(f->holds(ours));
    QCOMPARE(f->vault->saving(), Saving::Saved);
}

// As when this computer's clock was set: the pair in force is stored with another moment.
void tst_SessionVaultOthers::s80SamePairWithAnotherMomentGivesWay()
{
    (void)f->load();
    StoredSession ours = f->session(1);
    f->save(ours);
    settle();
    ours.issuedAt += 1h;
    f->save(ours);
    settle();
    QVERIFY(decodeSession(f->store.items.value(f->key))->issuedAt == ours.issuedAt);
    const StoredSession theirs = f->session(2, 30s);
    f->put(theirs);
    for (int i = 0; i < 2; ++i) {
        ours.issuedAt += 1h;
        f->save(ours);
        settle();
        QVERIFY(f->holds(theirs));
        QCOMPARE(f->vault->saving(), Saving::Saved);
    }
}

void tst_SessionVaultOthers::s80NewPairIsWrittenAtOnce()
{
    (void)f->load();
    f->save(f->session(1));
    settle();
    f->store.readMode = Mode::Silent;
    const StoredSession next = f->session(2, 1s);
    f->save(next);
    settle();
    QVERIFY(f->holds(next)); // whatever the keychain has to say to a question before
}

void tst_SessionVaultOthers::s80ReadBackOfAnothersNewerPair()
{
    (void)f->load();
    f->store.readMode = Mode::Held;
    f->save(f->session(1));
    settle();
    QCOMPARE(f->store.heldCount(), 1);
    const StoredSession theirs = f->session(2, 30s);
    f->put(theirs); // between our write and its read-back
    f->store.readMode = Mode::Works;
    f->store.release();
    settle();
    QCOMPARE(f->vault->saving(), Saving::Saved);
    QCOMPARE(f->store.writes, 1);
    f->clock.advance(1h);
    QVERIFY(f->holds(theirs));
}

// Another process signed out of what it could not read, while this one is signed in.
void tst_SessionVaultOthers::s80WhateverOfAnotherProcessSparesThis()
{
    (void)f->load();
    Preferences(f->file()).setPendingDeletes({{f->key}});
    const StoredSession ours = f->session(1);
    f->store.readMode = Mode::Silent;
    f->save(ours);
    settle();
    QVERIFY(f->holds(ours));
    QCOMPARE(Preferences(f->file()).pendingDeletes(),
             QList<PendingDelete>({{f->key, Means::UpTo, ours.issuedAt - 1ms}}));
}

void tst_SessionVaultOthers::s80UndoTakesOnlyWhatThisRunWrote_data()
{
    QTest::addColumn<bool>("isAnothers");
    QTest::newRow("80: ours") << false;
    QTest::newRow("80: somebody has signed in since") << true;
}

void tst_SessionVaultOthers::s80UndoTakesOnlyWhatThisRunWrote()
{
    QFETCH(bool, isAnothers);
    (void)f->load();
    f->store.writeMode = Mode::Held;
    f->save(f->session(1));
    f->vault->forget(this, [](bool) {});
    settle();
    QVERIFY(!f->preferences.pendingDeletes().isEmpty()); // it may land yet
    f->store.readMode = Mode::Held;
    f->store.release();
    settle();
    QCOMPARE(f->store.items.size(), 1);
    const StoredSession hers = f->session(2, 1min, QStringLiteral("maria@mail.com"));
    if (isAnothers)
        f->put(hers);
    f->store.release();
    settle();
    QCOMPARE(f->store.items.size(), isAnothers ? 1 : 0);
    QVERIFY(!isAnothers || f->holds(hers));
    QVERIFY(f->preferences.pendingDeletes().isEmpty());
}

void tst_SessionVaultOthers::s80ForgetTakesOnlyTheAccounts_data()
{
    QTest::addColumn<QString>("whose"); // what is there by now
    QTest::addColumn<qint64>("later"); // minutes after ours
    QTest::addColumn<bool>("taken");
    const auto john = QStringLiteral("john@mail.com");
    const auto maria = QStringLiteral("maria@mail.com");
    QTest::newRow("80: what was stored") << john << 0LL << true;
    QTest::newRow("80: renewed by another process") << john << 1LL << true;
    QTest::newRow("80: another person's") << maria << 1LL << false;
    QTest::newRow("80: another person's, of the same moment") << maria << 0LL << false;
    QTest::newRow("80: another person's, older") << maria << -1LL << false;
}

void tst_SessionVaultOthers::s80ForgetTakesOnlyTheAccounts()
{
    QFETCH(QString, whose);
    QFETCH(qint64, later);
    QFETCH(bool, taken);
    f->put(f->session(1));
    bool isTakenOver = false;
    f->vault->load(Prompt::Never, this, [&](const SessionVault::Loaded &) {
        f->vault->setWanted(true); // as a session that goes on with it does
        isTakenOver = true;
    });
    settle();
    QVERIFY(isTakenOver);
    f->put(f->session(2, std::chrono::minutes(later), whose));
    std::optional<bool> deleted;
    f->vault->forget(this, [&](bool gone) { deleted = gone; });
    settle();
    QCOMPARE(deleted, std::optional(true));
    QCOMPARE(f->store.items.isEmpty(), taken);
    QVERIFY(f->preferences.pendingDeletes().isEmpty());
}

// Both signed in here, one after the other: what is there is nobody else's.
void tst_SessionVaultOthers::s80ForgetTakesWhomThisRunReplaced_data()
{
    QTest::addColumn<bool>("renewed"); // by a process that hers is still in force in
    QTest::newRow("80: as this run wrote it") << false;
    QTest::newRow("80: renewed by another process") << true;
}

void tst_SessionVaultOthers::s80ForgetTakesWhomThisRunReplaced()
{
    QFETCH(bool, renewed);
    const auto maria = QStringLiteral("maria@mail.com");
    (void)f->load();
    f->save(f->session(1, 0min, maria));
    settle();
    f->store.writeMode = Mode::Fails;
    f->clock.advance(1min);
    f->save(f->session(2));
    settle();
    QVERIFY(f->holds(f->session(1, -1min, maria)));
    if (renewed)
        f->put(f->session(3, 0min, maria));
    f->vault->forget(this, [](bool) {});
    settle();
    QCOMPARE(f->store.items.isEmpty(), !renewed);
    QVERIFY(f->preferences.pendingDeletes().isEmpty());
}

LATCHKEY_TEST(tst_SessionVaultOthers, QCoreApplication)
#include "tst_sessionvaultothers.moc"
