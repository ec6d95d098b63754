#include "tests/session/storedrenewalfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Outcome = StoredRenewal::Outcome;
using Prepare = std::function<void(SessionFixture &)>;

// What a process without a window leaves as it is, since its pair has no place to go.
class TestStoredRenewalStore : public QObject
{
    Q_OBJECT
private slots:
    void init() { f = std::make_unique<StoredRenewalFixture>(); }
    void cleanup() { f.reset(); }
    void nowhereToSave();
    void signedOutMeanwhile_data();
    void signedOutMeanwhile();

private:
    std::unique_ptr<StoredRenewalFixture> f;
};

// Its item lies in an open collection, and what is written goes into another, which is locked.
void TestStoredRenewalStore::nowhereToSave()
{
    f->store.readsWhileLocked = true;
    f->store.setState(KeychainState::Locked);
    const int sent = f->http.sentCount();
    const StoredSession before = f->stored();
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::NowhereToSave));
    QCOMPARE(f->http.sentCount(), sent); // the pair is good for one renewal
    QCOMPARE(f->store.writes, 1); // the sign-in's
    QVERIFY(f->stored().tokens.refresh.sameAs(before.tokens.refresh));
}

void TestStoredRenewalStore::signedOutMeanwhile_data()
{
    QTest::addColumn<Prepare>("signOut");
    QTest::newRow("the item is gone")
        << Prepare([](SessionFixture &world) { world.store.items.clear(); });
    QTest::newRow("the item is to be deleted") << Prepare([](SessionFixture &world) {
        const QString key = world.store.items.begin().key();
        world.preferences.setPendingDeletes({{key}});
        (void)world.preferences.takeStored(key);
    });
}

// The program with the window signs out while the renewal is on its way: that stays so.
void TestStoredRenewalStore::signedOutMeanwhile()
{
    QFETCH(Prepare, signOut);
    f->holdRenewals = true;
    f->launch();
    QCOMPARE(f->renewalCount(), 1);
    signOut(*f);
    const auto items = f->store.items.size();
    f->http.answerNext(QStringLiteral("/auth/refresh-token"), f->pairReply());
    settle();
    f->clock.advance(1s);
    QCOMPARE(f->outcome(), int(Outcome::NothingStored));
    QCOMPARE(f->store.items.size(), items);
    QCOMPARE(f->store.writes, 1); // the sign-in's
    QCOMPARE(f->store.removes, 0);
}

LATCHKEY_TEST(TestStoredRenewalStore, QCoreApplication)
#include "tst_storedrenewalstore.moc"
