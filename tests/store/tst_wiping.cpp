#include "app/store/keychainqueue.h"
#include "app/store/storedsession.h"
#include "tests/store/asked.h"
#include "tests/support/fakeclock.h"
#include "tests/support/freewatch.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QByteArray needle("n33dle-in-a-t0ken-0123456789");

StoredSession session()
{
    StoredSession session;
    session.server = *ServerAddress::parse(QStringLiteral("https://api.example.com"));
    session.email = QStringLiteral("john@mail.com");
    session.tokens = {Secret(QByteArrayView(needle)), Secret(QByteArrayView(needle + '2'))};
    session.issuedAt = WallTime(Milliseconds(1));
    return session;
}

} // namespace

// What the store has held of a secret is overwritten before its memory is given back (M1).
class WipingTest : public QObject
{
    Q_OBJECT

private slots:
    void theWatchSeesWhatIsNotWiped();
    void theEncodedItemIsWiped();
    void theQueueKeepsNoWrittenSecret();
};

void WipingTest::theWatchSeesWhatIsNotWiped()
{
    auto kept = std::make_unique<QByteArray>(needle + "x");
    auto block = std::make_unique<int>(1);
    FreeWatch watch(needle);
    watch.expect(block.get());
    QVERIFY(!watch.sawNeedle() && !watch.sawBlock());
    kept.reset();
    block.reset();
    QVERIFY(watch.sawNeedle());
    QVERIFY(watch.sawBlock());
}

void WipingTest::theEncodedItemIsWiped()
{
    const StoredSession stored = session();
    FreeWatch watch(needle);
    {
        const Secret item = encodeSession(stored);
        QVERIFY(item.reveal().contains(needle));
    }
    QVERIFY(!watch.sawNeedle());
}

void WipingTest::theQueueKeepsNoWrittenSecret()
{
    FakeClock clock;
    KeychainQueue::Done done;
    KeychainQueue queue(
        clock, [&done](const KeychainTask &, KeychainQueue::Done end) { done = std::move(end); });
    AskedRead busy, first, second;
    FreeWatch watch(needle);
    const auto add = [&](KeychainTask::Kind kind, AskedRead &asked, const Secret &value) {
        queue.add({kind, QStringLiteral("a"), value, never}, &asked.context, asked.callback());
    };
    add(KeychainTask::Kind::Read, busy, {});
    auto older = std::make_unique<Secret>(QByteArrayView(needle + '1'));
    auto newer = std::make_unique<Secret>(QByteArrayView(needle + '2'));
    add(KeychainTask::Kind::Write, first, *older);
    watch.expect(older->reveal().data());
    older.reset();
    QVERIFY(!watch.sawBlock());
    add(KeychainTask::Kind::Write, second, *newer); // the older one will not be written
    QVERIFY(watch.sawBlock());
    watch.expect(newer->reveal().data());
    newer.reset();
    const auto end = [&done] { std::exchange(done, {})(std::optional<Secret>()); };
    end();
    QVERIFY(done);
    end();
    QVERIFY(!done);
    QVERIFY(watch.sawBlock());
}

LATCHKEY_TEST(WipingTest, QCoreApplication)
#include "tst_wiping.moc"
