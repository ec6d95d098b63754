#include "tests/session/vaultfixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;
using Means = PendingDelete::Means;
using Prompt = SessionVault::Prompt;

// The vault alone: who waits for it, and deletes that somebody signs in beside.
class tst_SessionVault : public QObject
{
    Q_OBJECT
private slots:
    void init() { f = std::make_unique<VaultFixture>(); }
    void cleanup() { f.reset(); }
    void s75StoreAppearsDuringASignIn();
    void aNewerSaveReleasesTheOlderWaiter();
    void waiterIsReleasedOnce_data();
    void waiterIsReleasedOnce();
    void deniedIsNotAskedAgain();
    void s50LockedElsewhere_data();
    void s50LockedElsewhere();
    void s73DeleteDecidedBeforeTheSave_data();
    void s73DeleteDecidedBeforeTheSave();
    void s73LoadWhosePersonHasGone();
    void s73DeleteThatEndsWhileAnotherLoads();
    void s73NeverSeenIsNotDeletedUnread();
    void s73WhatIsToBeDeletedIsNoReasonToGiveWay();
    void s73StoreThatAnsweredNothingForHours_data();
    void s73StoreThatAnsweredNothingForHours();

private:
    std::unique_ptr<VaultFixture> f;
};

// Scenario 49, with a person who was quicker than the password store.
void tst_SessionVault::s75StoreAppearsDuringASignIn()
{
    const StoredSession stored = f->session(1);
    f->put(stored);
    f->store.setState(KeychainState::Absent);
    QCOMPARE(f->load()->trouble, KeychainTrouble::Absent);
    QCOMPARE(f->vault->saving(), Saving::NoStore);
    QSignalSpy told(f->vault.get(), &SessionVault::keychainStateChanged);
    f->store.setState(KeychainState::Ready); // the login is with the server, and fails
    settle();
    QCOMPARE(told.size(), 1);
    QVERIFY(f->vault->keychainState() == KeychainState::Ready);
    QCOMPARE(f->vault->saving(), Saving::Unknown);
    QCOMPARE(f->store.writes, 0);
    const auto loaded = f->load();
    QCOMPARE(loaded->trouble, KeychainTrouble::None);
    QVERIFY(loaded->session && loaded->session->tokens.access.sameAs(stored.tokens.access));
    QCOMPARE(f->vault->saving(), Saving::Saved);
    QCOMPARE(f->vault->health(), KeychainHealth::Ready);
}

void tst_SessionVault::aNewerSaveReleasesTheOlderWaiter()
{
    (void)f->load();
    f->store.writeMode = Mode::Held;
    QStringList order;
    const auto save = [&](int serial, const QString &name) {
        f->vault->setWanted(true);
        f->vault->save(f->session(serial), Prompt::Never, this, [&order, name] { order << name; });
    };
    save(1, QStringLiteral("first"));
    settle();
    QVERIFY(order.isEmpty());
    save(2, QStringLiteral("second"));
    QCOMPARE(order, QStringList{QStringLiteral("first")}); // its pair is not saved any more
    f->store.release();
    settle();
    QCOMPARE(order.size(), 1);
    f->store.release();
    settle();
    QCOMPARE(order, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    f->clock.advance(1min);
    QCOMPARE(order.size(), 2);
}

void tst_SessionVault::waiterIsReleasedOnce_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<KeychainState>("state");
    QTest::addColumn<int>("after"); // ms
    QTest::newRow("saved") << Mode::Works << KeychainState::Ready << 0;
    QTest::newRow("failed") << Mode::Fails << KeychainState::Ready << 0;
    QTest::newRow("slow") << Mode::Held << KeychainState::Ready << 1000;
    QTest::newRow("would ask") << Mode::Held << KeychainState::NoKeyring << 0;
}

void tst_SessionVault::waiterIsReleasedOnce()
{
    QFETCH(Mode, mode);
    QFETCH(KeychainState, state);
    QFETCH(int, after);
    f->store.setState(state);
    (void)f->load();
    f->store.writeMode = mode;
    int released = 0;
    f->vault->setWanted(true);
    f->vault->save(f->session(1), Prompt::Never, this, [&] { ++released; });
    QCOMPARE(released, 0); // never from inside
    f->clock.advance(0ms);
    QCOMPARE(released, after == 0 ? 1 : 0);
    f->clock.advance(Milliseconds(std::max(0, after - 1)));
    QCOMPARE(released, after == 0 ? 1 : 0);
    f->clock.advance(1ms);
    QCOMPARE(released, 1);
    while (f->store.heldCount() > 0)
        f->store.release();
    f->clock.advance(1min);
    QCOMPARE(released, 1);
}

// Each time would be another prompt.
void tst_SessionVault::deniedIsNotAskedAgain()
{
    (void)f->load();
    f->store.writeMode = Mode::Denies;
    f->save(f->session(1));
    settle();
    QCOMPARE(f->vault->saving(), Saving::Failed);
    const int reads = f->store.reads;
    const int writes = f->store.writes;
    f->clock.advance(1h);
    QCOMPARE(f->store.writes, writes);
    QCOMPARE(f->store.reads, reads);
    QCOMPARE(f->vault->saving(), Saving::Failed);
}

void tst_SessionVault::s50LockedElsewhere_data()
{
    QTest::addColumn<KeychainState>("whereASaveGoes");
    QTest::addColumn<StoreFailure>("failure");
    QTest::addColumn<bool>("saved");
    const auto ready = KeychainState::Ready;
    QTest::newRow("50: named, in another collection") << ready << StoreFailure::Locked << true;
    QTest::newRow("50: another collection may hide it") << ready << StoreFailure::Unseen << true;
    QTest::newRow("50: still locked after a question")
        << ready << StoreFailure::StillLocked << true;
    QTest::newRow("50: it would ask whether we may have it")
        << ready << StoreFailure::WouldAsk << false;
    QTest::newRow("50: all is locked") << KeychainState::Locked << StoreFailure::Locked << false;
}

// What could not be written at first, and may be behind a lock where a save does not go any more.
void tst_SessionVault::s50LockedElsewhere()
{
    QFETCH(KeychainState, whereASaveGoes);
    f->store.setState(KeychainState::Ready);
    f->store.writeMode = FakeStore::Mode::Denies;
    f->save(f->session(1));
    settle();
    QCOMPARE(f->vault->saving(), Saving::Failed);
    f->store.worksAgain();
    f->store.setState(whereASaveGoes);
    settle();
    f->store.items.clear();
    f->store.readMode = FakeStore::Mode::Fails;
    QFETCH(StoreFailure, failure);
    f->store.failure = failure;
    f->store.writeMode = FakeStore::Mode::Denies;
    f->save(f->session(2));
    settle();
    f->store.writeMode = FakeStore::Mode::Works;
    f->vault->retrySave(SessionVault::Prompt::Never);
    settle();
    QTEST(f->store.items.size() == 1, "saved");
}

void tst_SessionVault::s73DeleteDecidedBeforeTheSave_data()
{
    QTest::addColumn<int>("by");
    QTest::newRow("73: by load()") << 0;
    QTest::newRow("73: by forget()") << 1;
    QTest::newRow("73: by a keychain that is ready") << 2;
    QTest::newRow("73: by a visit to another server") << 3;
}

// Each reads first. The write is asked for in between, so a delete afterwards would take it.
void tst_SessionVault::s73DeleteDecidedBeforeTheSave()
{
    QFETCH(int, by);
    const StoredSession old = f->session(1);
    f->put(old);
    if (by == 1) {
        (void)f->load();
        f->save(old);
        settle();
    } else {
        f->preferences.setPendingDeletes({{f->key, Means::This, old.issuedAt}});
    }
    if (by == 0)
        f->vault->load(Prompt::Never, this, [](const SessionVault::Loaded &) {});
    if (by == 1)
        f->vault->forget(this, [](bool) {});
    if (by == 2)
        f->store.setState(KeychainState::Ready);
    if (by == 3) {
        f->vault->use(QStringLiteral("another"), f->server);
        f->vault->use(f->key, f->server);
    }
    const StoredSession next = f->session(2, 1min);
    f->save(next);
    settle();
    QVERIFY(f->holds(next));
    QCOMPARE(f->vault->saving(), Saving::Saved);
    QVERIFY(f->preferences.pendingDeletes().isEmpty());
}

void tst_SessionVault::s73LoadWhosePersonHasGone()
{
    const StoredSession old = f->session(1);
    f->put(old);
    f->preferences.setPendingDeletes({{f->key, Means::This, old.issuedAt}});
    f->store.removeMode = Mode::Held;
    int answers = 0;
    {
        QObject context;
        f->vault->load(Prompt::Never, &context, [&](const SessionVault::Loaded &) { ++answers; });
        settle();
        QCOMPARE(f->store.heldCount(), 1);
    }
    f->store.release();
    settle();
    QCOMPARE(answers, 0);
    QVERIFY(f->store.items.isEmpty());
    QVERIFY(f->preferences.pendingDeletes().isEmpty());
}

// Two look at one item: what one has deleted is not given out by the other.
void tst_SessionVault::s73DeleteThatEndsWhileAnotherLoads()
{
    const StoredSession old = f->session(1);
    f->put(old);
    f->preferences.setPendingDeletes({{f->key, Means::This, old.issuedAt}});
    std::optional<SessionVault::Loaded> first;
    std::optional<SessionVault::Loaded> second;
    f->vault->load(Prompt::Never, this, [&](const auto &loaded) { first = loaded; });
    f->store.readMode = Mode::Held;
    f->vault->load(Prompt::Never, this, [&](const auto &loaded) { second = loaded; });
    settle();
    QVERIFY(first && !first->session);
    QVERIFY(!second);
    QVERIFY(f->store.items.isEmpty());
    f->put(old); // as it was when the second one was read
    f->store.release();
    settle();
    QVERIFY(second && !second->session);
}

void tst_SessionVault::s73NeverSeenIsNotDeletedUnread()
{
    f->put(f->session(1));
    f->store.readMode = Mode::Fails;
    std::optional<bool> deleted;
    f->vault->forget(this, [&](bool gone) { deleted = gone; });
    QVERIFY(!deleted);
    settle();
    QCOMPARE(deleted, std::optional(false)); // it may be a later version's
    QCOMPARE(f->store.items.size(), 1);
    QCOMPARE(f->preferences.pendingDeletes(), QList<PendingDelete>({{f->key}}));
    f->store.readMode = Mode::Works;
    f->store.setState(KeychainState::Ready);
    settle();
    QVERIFY(f->store.items.isEmpty());
    QVERIFY(f->preferences.pendingDeletes().isEmpty());
}

// The clock was set back in between, so that what is still to be deleted looks newer.
void tst_SessionVault::s73WhatIsToBeDeletedIsNoReasonToGiveWay()
{
    (void)f->load();
    f->save(f->session(1));
    settle();
    f->store.readMode = f->store.writeMode = f->store.removeMode = Mode::Fails;
    f->vault->forget(this, [](bool) {});
    settle();
    const StoredSession next = f->session(2, -1h, QStringLiteral("maria@mail.com"));
    f->save(next);
    settle();
    f->store.readMode = f->store.writeMode = f->store.removeMode = Mode::Works;
    f->clock.advance(10min);
    QVERIFY(f->holds(next));
    QCOMPARE(f->vault->saving(), Saving::Saved);
    QVERIFY(f->preferences.pendingDeletes().isEmpty());
}

void tst_SessionVault::s73StoreThatAnsweredNothingForHours_data()
{
    QTest::addColumn<int>("landed"); // percent of the writes
    QTest::newRow("73: the first landed") << 0;
    QTest::newRow("73: one in the middle landed") << 50;
    QTest::newRow("73: the last landed") << 100;
}

// More than can be named one by one.
void tst_SessionVault::s73StoreThatAnsweredNothingForHours()
{
    QFETCH(int, landed);
    (void)f->load();
    f->store.writeMode = Mode::TimesOut;
    for (int serial = 1; serial <= 100; ++serial) {
        f->clock.advance(1min);
        f->save(f->session(serial));
        settle();
    }
    f->store.readMode = f->store.removeMode = Mode::Fails;
    f->vault->forget(this, [](bool) {});
    settle();
    f->vault.reset();
    const qsizetype writes = f->store.heldCount();
    QVERIFY(writes >= 100);
    do
        f->store.release();
    while (f->store.heldCount() > writes - writes * landed / 100);
    f->store.readMode = f->store.removeMode = Mode::Works;
    QCOMPARE(f->store.items.size(), 1);
    Preferences onDisk(f->file());
    f->vault = std::make_unique<SessionVault>(f->store, onDisk, f->clock);
    f->vault->use(f->key, f->server);
    QVERIFY(!f->load()->session);
    QVERIFY(f->store.items.isEmpty());
    QVERIFY(onDisk.pendingDeletes().isEmpty());
    f->vault.reset();
}

LATCHKEY_TEST(tst_SessionVault, QCoreApplication)
#include "tst_sessionvault.moc"
