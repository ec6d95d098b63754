#include "tests/session/logcatcher.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;

namespace
{

const QByteArray Needle("needle-in-the-item");

} // namespace

// security.md section 3, "Keychain", continued: a store that answers, and an item that is not what
// it should be.
class tst_FaultsItem : public QObject
{
    Q_OBJECT
private slots:
    void unusableItem_data();
    void unusableItem();
    void writtenButNotTrue_data();
    void writtenButNotTrue();
    void itemDeletedByAnotherProgram_data();
    void itemDeletedByAnotherProgram();
    void newestVersionWins();
    void lateAnswerIsIgnored_data();
    void lateAnswerIsIgnored();
};

void tst_FaultsItem::unusableItem_data()
{
    QTest::addColumn<QByteArray>("item"); // in the good item's place
    const QByteArray example(R"({"version":1,"server":")" + Needle);
    QTest::newRow("47: item empty") << QByteArray();
    QTest::newRow("47: item cut") << example;
    QTest::newRow("47: item binary") << QByteArray("\x00\xff\x01\x80 " + Needle);
    QTest::newRow("47: item of 1 MiB")
        << QByteArray(R"({"version":1,"x":")" + Needle + QByteArray(1024 * 1024, 'x') + "\"}");
    QTest::newRow("47: older schema") << QByteArray(R"({"version":0,"token":")" + Needle + "\"}");
    QTest::newRow("47: newer schema") << QByteArray(R"({"version":2,"token":")" + Needle + "\"}");
    QTest::newRow("47: other user's program") << Needle;
}

void tst_FaultsItem::unusableItem()
{
    QFETCH(QByteArray, item);
    SessionFixture f;
    f.signInAndQuit();
    const QString key = f.store.items.begin().key();
    f.store.items.insert(key, Secret(item));
    const LogCatcher log;
    f.start();
    QCOMPARE(f.state(), SessionState::SignedOut);
    QCOMPARE(f.session->status().keychain, KeychainTrouble::Corrupt);
    QVERIFY(!log.text().isEmpty());
    QVERIFY(!log.text().contains(QLatin1String(Needle)));
    QVERIFY(f.store.items.value(key).sameAs(Secret(item))); // a later version may know better
    f.signIn();
    QCOMPARE(f.session->status().saving, Saving::Saved);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_FaultsItem::writtenButNotTrue_data()
{
    QTest::addColumn<QByteArray>("really"); // what is in the keychain after "written"
    QTest::newRow("write says ok, nothing is there") << QByteArray();
    QTest::newRow("write says ok, another item is read") << QByteArray("{}");
    QTest::newRow("write says ok, 2,560 bytes of it are there") << QByteArray(2560, 'x');
    QTest::newRow("two items match, the other one is read") << QByteArray("other");
}

void tst_FaultsItem::writtenButNotTrue()
{
    QFETCH(QByteArray, really);
    SessionFixture f;
    f.start();
    f.store.garble = [really](const Secret &) { return Secret(really); };
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().saving, Saving::Failed);
    QCOMPARE(f.session->status().health, KeychainHealth::Failing);
    const int writes = f.store.writes;
    f.clock.advance(1min);
    QVERIFY(f.store.writes > writes); // written again
    QVERIFY(f.store.writes < writes + 15); // with pauses
    f.store.garble = {};
    f.clock.advance(10min);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_FaultsItem::itemDeletedByAnotherProgram_data()
{
    QTest::addColumn<bool>("replaced");
    QTest::newRow("item deleted by another program") << false;
    QTest::newRow("item overwritten by another program") << true;
}

void tst_FaultsItem::itemDeletedByAnotherProgram()
{
    QFETCH(bool, replaced);
    SessionFixture f;
    f.start();
    f.signIn();
    const QString key = f.store.items.begin().key();
    if (replaced)
        f.store.items.insert(key, Secret(QByteArrayView("what is this")));
    else
        f.store.items.clear();
    f.clock.advance(3h); // the next renewal looks, and goes on with what is in memory
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.session->status().saving, Saving::Saved);
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_FaultsItem::newestVersionWins()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const Secret old = *f.store.items.begin();
    f.clock.advance(3h);
    QCOMPARE(f.renewalCount(), 1);
    const Secret current = f.stored().tokens.access;
    f.store.items.begin().value() = old; // an older copy came back, from a backup perhaps
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 2); // it was not adopted
    QVERIFY(!f.stored().tokens.access.sameAs(current));
    QVERIFY(!f.store.items.begin()->sameAs(old));
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_FaultsItem::lateAnswerIsIgnored_data()
{
    QTest::addColumn<int>("call");
    QTest::newRow("answers after our deadline: read") << 0;
    QTest::newRow("answers after our deadline: write") << 1;
    QTest::newRow("answers after our deadline: delete") << 2;
}

void tst_FaultsItem::lateAnswerIsIgnored()
{
    QFETCH(int, call);
    SessionFixture f;
    f.signInAndQuit();
    f.store.readMode = call == 0 ? Mode::TimesOut : Mode::Works;
    f.start();
    f.store.readMode = Mode::Works;
    if (call == 0) {
        QCOMPARE(f.state(), SessionState::WaitingForKeychain);
        f.session->signInWithoutKeychain();
    } else if (call == 1) {
        f.store.writeMode = Mode::TimesOut;
        f.session->renewNow();
        f.clock.advance(500ms);
        f.store.writeMode = Mode::Works;
        f.clock.advance(1min); // tried again, and a newer pair comes
        f.session->renewNow();
        f.clock.advance(1s);
    } else {
        f.store.removeMode = Mode::TimesOut;
        f.session->signOut();
        settle();
    }
    const SessionState before = f.state();
    f.store.release();
    settle();
    QCOMPARE(f.state(), before);
    f.store.removeMode = Mode::Works;
    if (call == 1) { // the old write took effect late; the next renewal sets it right
        f.clock.advance(3h);
        f.session->reloadProfile();
        settle();
        QVERIFY(f.stored().tokens.access.sameAs(f.http.lastSent().bearer));
    }
    f.restart();
    QCOMPARE(f.state(), call == 2 ? SessionState::SignedOut : SessionState::SignedIn);
}

LATCHKEY_TEST(tst_FaultsItem, QCoreApplication)
#include "tst_faultsitem.moc"
