#include "tests/store/playedstorefixture.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QByteArray laterVersion(R"({"version":2})");

// Under the same key, but not what a job would write over.
void putBeside(MockSecretService &secrets, const QString &collection, const QByteArray &secret)
{
    MockItem item = qtKeychainItem(keychainServiceName, mockedKey, secret);
    item.attributes[u"type"_s] = u"base64"_s;
    secrets.store().put(collection, item, false, {});
}

} // namespace

// Several items: of one key, in one collection or two, and of several keys, of each of which the
// password store asks whether we may have it.
class PlayedItemsTest final : public QObject
{
    Q_OBJECT
public:
    explicit PlayedItemsTest(PrivateBus &bus)
        : m_bus(bus)
        , f(bus.address())
    {
    }

private slots:
    void init() { f.begin(); }
    void cleanup() { f.end(); }
    void rightIsOfOneItem();
    void rightIsForgotten();
    void rightIsNotNeededBeside();
    void newestOfTwo_data();
    void newestOfTwo();
    void savedWhereTheDefaultIs();
    void othersGo_data();
    void othersGo();
    void othersAsk();
    void severalAreRemoved_data();
    void severalAreRemoved();
    void readableNotWritable_data();
    void readableNotWritable();
    void otherCollectionOpens();
    void busEndsInAnUnlockPrompt();

private:
    PrivateBus &m_bus;
    PlayedStoreFixture f;
};

void PlayedItemsTest::rightIsOfOneItem()
{
    const QString key = u"session/default/another"_s;
    putItem(f.secrets, "old");
    f.secrets.store().put(loginPath, qtKeychainItem(keychainServiceName, key, "another"), false,
                          {});
    f.secrets.manners() = MockManners::keePassXc();
    f.secrets.setPerson(Person::Allows);
    QCOMPARE(readNow(*f.store, mockedKey, Prompt::IfOpen), "=old");
    QCOMPARE(f.secrets.promptsOpened(), 1);
    QCOMPARE(readNow(*f.store, key), "WouldAsk");
    QCOMPARE(f.secrets.promptsOpened(), 1);
    f.secrets.setPerson(Person::Waits);
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    AskedRead read;
    f.store->read(key, Prompt::IfOpen, &read.context, read.callback());
    QTRY_COMPARE(f.secrets.promptsOpened(), 2);
    f.clock.advance(Milliseconds(3'600'000));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().first().value<KeychainState>(), KeychainState::Asking);
    f.secrets.answerPrompt(false);
    QTRY_COMPARE(outcome(read), "Denied");
    QCOMPARE(f.secrets.promptsOpened(), 2);
}

// "Remember" unticked.
void PlayedItemsTest::rightIsForgotten()
{
    putItem(f.secrets, "old");
    f.secrets.manners() = keePassXcWith(&MockManners::forgetsRights);
    f.secrets.setPerson(Person::Allows);
    QCOMPARE(readNow(*f.store, mockedKey, Prompt::IfOpen), "=old");
    QCOMPARE(f.secrets.promptsOpened(), 1);
    f.secrets.store().now += 60;
    QCOMPARE(readNow(*f.store, mockedKey), "WouldAsk");
    QCOMPARE(writeNow(*f.store, mockedKey, "new"), "WouldAsk");
    QCOMPARE(f.secrets.promptsOpened(), 1);
    QCOMPARE(storedIn(f.secrets), "old");
    QCOMPARE(writeNow(*f.store, mockedKey, "new", Prompt::Allowed), "ok");
    QCOMPARE(f.secrets.promptsOpened(), 2);
    QCOMPARE(storedIn(f.secrets), "new");
}

// What is not written over needs no right.
void PlayedItemsTest::rightIsNotNeededBeside()
{
    putItem(f.secrets, "old");
    f.secrets.moveDefault(f.addOther());
    f.secrets.manners() = MockManners::keePassXc();
    f.secrets.store().now += 60;
    QCOMPARE(writeNow(*f.store, mockedKey, "new"), "ok");
    QCOMPARE(f.secrets.promptsOpened(), 0);
    QCOMPARE(storedIn(f.secrets), "old");
}

void PlayedItemsTest::newestOfTwo_data()
{
    QTest::addColumn<bool>("firstIsNewer");
    QTest::addColumn<bool>("firstIsOpen");
    QTest::newRow("the first") << true << true;
    QTest::newRow("the second") << false << true;
    QTest::newRow("the one that is open") << true << false;
}

void PlayedItemsTest::newestOfTwo()
{
    QFETCH(const bool, firstIsNewer);
    QFETCH(const bool, firstIsOpen);
    const QByteArray first = itemOf(firstIsNewer ? 2000 : 1000);
    const QByteArray second = itemOf(firstIsNewer ? 1000 : 2000);
    putItem(f.secrets, first);
    f.addOther(second);
    if (!firstIsOpen)
        f.secrets.store().setLock(loginPath, MockLock::Locked);
    QCOMPARE(readNow(*f.store, mockedKey), '=' + (firstIsNewer && firstIsOpen ? first : second));
    QCOMPARE(f.secrets.promptsOpened(), 0);
}

void PlayedItemsTest::savedWhereTheDefaultIs()
{
    putItem(f.secrets, itemOf(1000));
    const QString other = f.addOther();
    f.secrets.moveDefault(other);
    f.secrets.store().now += 60;
    const QByteArray newer = itemOf(2000);
    QCOMPARE(writeNow(*f.store, mockedKey, newer), "ok");
    QCOMPARE(f.itemsIn(loginPath), {});
    QCOMPARE(f.itemsIn(other), {newer});
    QCOMPARE(readNow(*f.store, mockedKey), '=' + newer);
}

void PlayedItemsTest::othersGo_data()
{
    QTest::addColumn<QByteArray>("beside"); // another, in the collection that is saved to
    QTest::addColumn<QByteArray>("there"); // in the other collection
    QTest::addColumn<QList<QByteArray>>("left");
    const QByteArray older = itemOf(1000);
    const QByteArray newer = itemOf(3000);
    QTest::newRow("in another collection") << QByteArray() << older << QList<QByteArray>();
    QTest::newRow("in the same collection") << older << QByteArray() << QList<QByteArray>();
    QTest::newRow("in both") << older << older << QList<QByteArray>();
    QTest::newRow("not a newer one") << QByteArray() << newer << QList{newer};
    QTest::newRow("not a later version's")
        << laterVersion << laterVersion << QList{laterVersion, laterVersion};
}

void PlayedItemsTest::othersGo()
{
    QFETCH(const QByteArray, beside);
    QFETCH(const QByteArray, there);
    QFETCH(const QList<QByteArray>, left);
    if (!beside.isEmpty())
        putBeside(f.secrets, loginPath, beside);
    const QString other = f.addOther(there);
    f.secrets.store().now += 60;
    QCOMPARE(writeNow(*f.store, mockedKey, itemOf(2000)), "ok");
    QVERIFY(f.itemsIn(loginPath).contains(itemOf(2000)));
    QList<QByteArray> others = f.itemsIn(loginPath) + f.itemsIn(other);
    others.removeAll(itemOf(2000));
    QCOMPARE(others, left);
}

// "Delete entry?": not at a save that may not ask, and nothing else begins while it is open.
void PlayedItemsTest::othersAsk()
{
    putItem(f.secrets, itemOf(1000));
    f.secrets.moveDefault(f.addOther());
    f.secrets.manners() = MockManners::keePassXc(false);
    f.secrets.manners().deletesAsk = true;
    f.secrets.store().now += 60;
    QCOMPARE(writeNow(*f.store, mockedKey, itemOf(2000)), "ok");
    QCOMPARE(readNow(*f.store, mockedKey), '=' + itemOf(2000));
    QCOMPARE(f.secrets.promptsOpened(), 0);
    QCOMPARE(f.itemsIn(loginPath), {itemOf(1000)});

    f.secrets.store().now += 60;
    AskedChange write;
    f.store->write(mockedKey, Secret(itemOf(3000)), Prompt::Allowed, &write.context,
                   write.callback());
    QTRY_COMPARE(f.secrets.promptsOpened(), 1);
    AskedRead read;
    f.store->read(mockedKey, Prompt::IfOpen, &read.context, read.callback());
    f.clock.advance(Milliseconds(2000));
    QCOMPARE(write.count + read.count, 0);
    f.secrets.answerPrompt(true);
    QTRY_COMPARE(outcome(write), "ok");
    QTRY_COMPARE(outcome(read), '=' + itemOf(3000));
    QCOMPARE(f.itemsIn(loginPath), {});
    QCOMPARE(f.secrets.promptsOpened(), 1);
}

void PlayedItemsTest::severalAreRemoved_data()
{
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<MockManners>("manners");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<bool>("isLeft");
    QTest::newRow("two sessions") << itemOf(2000) << MockManners() << QByteArray("ok") << false;
    QTest::newRow("one of a later version")
        << laterVersion << MockManners() << QByteArray("ok") << true;
    QTest::newRow("one that asks")
        << itemOf(2000) << MockManners::keePassXc() << QByteArray("Locked") << true;
}

void PlayedItemsTest::severalAreRemoved()
{
    QFETCH(const QByteArray, there);
    QFETCH(const MockManners, manners);
    QFETCH(const QByteArray, end);
    QFETCH(const bool, isLeft);
    QCOMPARE(writeNow(*f.store, mockedKey, itemOf(1000)), "ok"); // by us, so we may read it
    f.secrets.manners() = manners;
    const QString other = f.addOther(there);
    QCOMPARE(removeNow(*f.store, mockedKey), end);
    QCOMPARE(f.itemsIn(loginPath), {});
    QCOMPARE(f.itemsIn(other), isLeft ? QList{there} : QList<QByteArray>());
    QCOMPARE(f.secrets.promptsOpened(), 0);
}

void PlayedItemsTest::readableNotWritable_data()
{
    QTest::addColumn<MockManners>("manners");
    QTest::newRow("gnome-keyring") << MockManners();
    QTest::newRow("KeePassXC") << MockManners::keePassXc(false);
}

// Whoever would read it to replace it is told beforehand that it cannot.
void PlayedItemsTest::readableNotWritable()
{
    QFETCH(const MockManners, manners);
    putItem(f.secrets, "old");
    const QString other = f.addOther();
    f.secrets.moveDefault(other);
    f.secrets.manners() = manners;
    f.secrets.store().setLock(other, MockLock::Locked);
    QCOMPARE(probeNow(*f.store), KeychainState::Locked);
    QCOMPARE(readNow(*f.store, mockedKey), "=old");
    QCOMPARE(writeNow(*f.store, mockedKey, "new"), "Locked");
    QCOMPARE(storedIn(f.secrets), "old");
    QCOMPARE(f.secrets.promptsOpened(), 0);
}

// The state is the default collection's, which stays open.
void PlayedItemsTest::otherCollectionOpens()
{
    const QString other = f.addOther("old");
    f.secrets.store().setLock(other, MockLock::Locked);
    putItem(f.secrets, "somebody's");
    const QString key = u"session/default/another"_s;
    f.secrets.store().collection(loginPath)->items.first().attributes[u"user"_s] = key;
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    QCOMPARE(readNow(*f.store, mockedKey), "Locked");
    QCOMPARE(readNow(*f.store, key), "=somebody's");
    QCOMPARE(changes.size(), 0);
    f.secrets.store().setLock(other, MockLock::Open);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.first().first().value<KeychainState>(), KeychainState::Ready);
    QCOMPARE(readNow(*f.store, mockedKey), "=old");
    f.secrets.store().setLock(other, MockLock::Locked); // nobody waits for it now
    f.secrets.store().setLock(loginPath, MockLock::Locked);
    QTRY_COMPARE(changes.last().first().value<KeychainState>(), KeychainState::Locked);
    QCOMPARE(changes.size(), 2);
}

// The last: there is no other for this process.
void PlayedItemsTest::busEndsInAnUnlockPrompt()
{
    putItem(f.secrets, "old");
    f.secrets.store().setLock(loginPath, MockLock::Locked);
    AskedRead read;
    f.store->read(mockedKey, Prompt::Allowed, &read.context, read.callback());
    QTRY_COMPARE(f.secrets.promptsOpened(), 1);
    m_bus.end();
    QTRY_COMPARE(outcome(read), "Absent");
}

static int runPlayeditems(int argc, char **argv)
{
    PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    PlayedItemsTest test(bus);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runPlayeditems)
#include "tst_playeditems.moc"
