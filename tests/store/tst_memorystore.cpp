#include "app/store/memorystore.h"
#include "tests/store/asked.h"
#include "tests/support/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

class MemoryStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatWasWritten();
    void forgetsWhatWasRemoved();
    void promisesNothingAfterARestart();
    void answersLaterAndOnce();
    void isSilentWhenTheContextIsGone();
};

void MemoryStoreTest::keepsWhatWasWritten()
{
    MemoryStore store(KeychainState::Ready);
    QCOMPARE(readNow(store, u"a"_s), "absent");
    QCOMPARE(writeNow(store, u"a"_s, "1"), "ok");
    QCOMPARE(writeNow(store, u"b"_s, "2"), "ok");
    QCOMPARE(writeNow(store, u"a"_s, "3"), "ok");
    QCOMPARE(readNow(store, u"a"_s), "=3");
    QCOMPARE(readNow(store, u"b"_s), "=2");
}

void MemoryStoreTest::forgetsWhatWasRemoved()
{
    MemoryStore store(KeychainState::Ready);
    QCOMPARE(writeNow(store, u"a"_s, "1"), "ok");
    QCOMPARE(writeNow(store, u"b"_s, "2"), "ok");
    QCOMPARE(removeNow(store, u"a"_s), "ok");
    QCOMPARE(removeNow(store, u"a"_s), "ok");
    QCOMPARE(readNow(store, u"a"_s), "absent");
    QCOMPARE(readNow(store, u"b"_s), "=2");
}

void MemoryStoreTest::promisesNothingAfterARestart()
{
    MemoryStore store;
    QVERIFY(probeNow(store) == KeychainState::Absent);
    QVERIFY(!store.displayName().isEmpty());
    // Nothing is "saved" or "deleted" by a store that says it is not there.
    QVERIFY(writeNow(store, u"a"_s, "1") != "ok");
    QCOMPARE(readNow(store, u"a"_s), "absent");
    QVERIFY(removeNow(store, u"a"_s) != "ok");
}

void MemoryStoreTest::answersLaterAndOnce()
{
    MemoryStore store(KeychainState::Ready);
    AskedState state;
    AskedRead read;
    AskedChange write, remove;
    store.probe(&state.context, state.callback());
    store.read(u"a"_s, never, &read.context, read.callback());
    store.write(u"a"_s, Secret(QByteArrayView("1")), never, &write.context, write.callback());
    store.remove(u"a"_s, &remove.context, remove.callback());
    QCOMPARE(state.count + read.count + write.count + remove.count, 0);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(state.count, 1);
    QCOMPARE(read.count, 1);
    QCOMPARE(outcome(read), "absent"); // as it was when asked, before the write
    QCOMPARE(write.count, 1);
    QCOMPARE(remove.count, 1);
}

void MemoryStoreTest::isSilentWhenTheContextIsGone()
{
    MemoryStore store(KeychainState::Ready);
    int calls = 0;
    {
        QObject context;
        store.read(u"a"_s, never, &context, [&calls](const auto &) { ++calls; });
        store.probe(&context, [&calls](KeychainState) { ++calls; });
    }
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
}

LATCHKEY_TEST(MemoryStoreTest, QCoreApplication)
#include "tst_memorystore.moc"
