#include "tests/store/secretjobs.h"
#include "tests/support/privatebus.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

using Person = MockSecretService::Person;

void addWorldColumns()
{
    QTest::addColumn<MockManners>("manners");
    QTest::addColumn<MockLock>("lock");
    QTest::addColumn<Person>("person");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<int>("prompts");
}

MockManners with(bool MockManners::*trait, MockManners manners = {})
{
    manners.*trait = true;
    return manners;
}

} // namespace

// That the played Secret Service carries QtKeychain, over libsecret in this very thread, and that
// it deceives it as the real ones do (qt-notes 14).
class MockSecretServiceTest final : public QObject
{
    Q_OBJECT
public:
    explicit MockSecretServiceTest(const QString &busAddress)
        : m_secrets(busAddress)
    {
    }

private slots:
    void init() { m_secrets.startOver(); }
    void cleanup() { QVERIFY(m_secrets.wouldHaveDied().isEmpty()); }
    void carriesQtKeychain();
    void reads_data();
    void reads();
    void writes_data();
    void writes();
    void deletes_data();
    void deletes();
    void lateAnswerReachesTheRead();
    void firstKeyring_data();
    void firstKeyring();
    void twoCollections_data();
    void twoCollections();

private:
    void prepare();

    MockSecretService m_secrets;
};

// One item, "old", in the row's world.
void MockSecretServiceTest::prepare()
{
    QFETCH(const MockManners, manners);
    QFETCH(const MockLock, lock);
    QFETCH(const Person, person);
    putItem(m_secrets, "old");
    m_secrets.manners() = manners;
    m_secrets.store().setLock(loginPath, lock);
    m_secrets.setPerson(person);
    m_secrets.store().now += 60;
}

void MockSecretServiceTest::carriesQtKeychain()
{
    QCOMPARE(readJob(), "not found");
    QCOMPARE(writeJob("one"), "done");
    QCOMPARE(readJob(), "=one");
    QCOMPARE(writeJob("two"), "done");
    QCOMPARE(readJob(), "=two");
    QCOMPARE(m_secrets.store().collection(loginPath)->items.size(), 1);
    QCOMPARE(deleteJob(), "done");
    QCOMPARE(readJob(), "not found");
    QCOMPARE(m_secrets.promptsOpened(), 0);
    QVERIFY(m_secrets.called(u"Service.SearchItems"_s) > 0);
}

void MockSecretServiceTest::reads_data()
{
    addWorldColumns();
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, Person person,
                        const char *end, int prompts) {
        QTest::newRow(name) << manners << lock << person << QByteArray(end) << QByteArray("old")
                            << prompts;
    };
    const MockManners asks = MockManners::keePassXc();
    row("open", {}, MockLock::Open, Person::Refuses, "=old", 0);
    row("locked, yes", {}, MockLock::Locked, Person::Allows, "=old", 1);
    row("locked, no", {}, MockLock::Locked, Person::Refuses, "not found", 1);
    row("locked cold, yes", {}, MockLock::LockedCold, Person::Allows, "=old", 1);
    row("locked cold, no", {}, MockLock::LockedCold, Person::Refuses, "not found", 1);
    row("asks, yes", asks, MockLock::Open, Person::Allows, "=old", 1);
    row("asks, no", asks, MockLock::Open, Person::Refuses, "not found", 1);
    row("denies all and future", with(&MockManners::deniesAllFuture, asks), MockLock::Open,
        Person::Allows, "not found", 0);
    row("closed database, yes", asks, MockLock::Locked, Person::Allows, "=old", 2);
    // One dialog for each of QtKeychain's two searches.
    row("closed database, no", asks, MockLock::Locked, Person::Refuses, "not found", 2);
    row("denied by the bus", with(&MockManners::deniedByBus), MockLock::Open, Person::Allows,
        "failed", 0);
}

void MockSecretServiceTest::reads()
{
    QFETCH(const QByteArray, end);
    QFETCH(const QByteArray, kept);
    QFETCH(const int, prompts);
    prepare();
    QCOMPARE(readJob(), end);
    QCOMPARE(storedIn(m_secrets), kept);
    QCOMPARE(m_secrets.promptsOpened(), prompts);
}

void MockSecretServiceTest::writes_data()
{
    addWorldColumns();
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, Person person,
                        const char *end, const char *kept, int prompts) {
        QTest::newRow(name) << manners << lock << person << QByteArray(end) << QByteArray(kept)
                            << prompts;
    };
    const MockManners asks = MockManners::keePassXc();
    row("open", {}, MockLock::Open, Person::Refuses, "done", "new", 0);
    row("locked, yes", {}, MockLock::Locked, Person::Allows, "done", "new", 1);
    row("locked, no", {}, MockLock::Locked, Person::Refuses, "denied", "old", 1);
    row("dropped", with(&MockManners::dropsWrites), MockLock::Open, Person::Allows, "done", "old",
        0);
    row("asks, yes", asks, MockLock::Open, Person::Allows, "done", "new", 1);
    row("asks, no: a wrong success", asks, MockLock::Open, Person::Refuses, "done", "old", 1);
    row("denies all and future: a wrong success", with(&MockManners::deniesAllFuture, asks),
        MockLock::Open, Person::Allows, "done", "old", 0);
    row("closed database, yes to both", asks, MockLock::Locked, Person::Allows, "done", "new", 2);
    row("closed database, no: a wrong success", asks, MockLock::Locked, Person::Refuses, "done",
        "old", 1);
}

void MockSecretServiceTest::writes()
{
    QFETCH(const QByteArray, end);
    QFETCH(const QByteArray, kept);
    QFETCH(const int, prompts);
    prepare();
    const quint64 before = m_secrets.store().collection(loginPath)->items.constLast().modified;
    QCOMPARE(writeJob("new"), end);
    QCOMPARE(storedIn(m_secrets), kept);
    QCOMPARE(m_secrets.promptsOpened(), prompts);
    const quint64 after = m_secrets.store().collection(loginPath)->items.constLast().modified;
    QCOMPARE(after, kept == "new" ? m_secrets.store().now : before);
}

void MockSecretServiceTest::deletes_data()
{
    addWorldColumns();
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, Person person,
                        const char *kept, int prompts) {
        QTest::newRow(name) << manners << lock << person << QByteArray("done") << QByteArray(kept)
                            << prompts;
    };
    const MockManners silent = MockManners::keePassXc(false);
    const MockManners noBin = with(&MockManners::deletesAsk, silent);
    row("open", {}, MockLock::Open, Person::Refuses, "nothing", 0);
    row("open, by a prompt that asks nothing", silent, MockLock::Open, Person::Refuses, "nothing",
        0);
    row("Delete entry?, yes", noBin, MockLock::Open, Person::Allows, "nothing", 1);
    row("Delete entry?, no: a wrong success", noBin, MockLock::Open, Person::Refuses, "old", 1);
    row("dropped", with(&MockManners::dropsDeletes), MockLock::Open, Person::Allows, "old", 0);
    row("locked: a wrong success", {}, MockLock::Locked, Person::Allows, "old", 0);
    row("no right yet: a wrong success", MockManners::keePassXc(), MockLock::Open, Person::Allows,
        "old", 0);
}

void MockSecretServiceTest::deletes()
{
    QFETCH(const QByteArray, end);
    QFETCH(const QByteArray, kept);
    QFETCH(const int, prompts);
    prepare();
    QCOMPARE(deleteJob(), end);
    QCOMPARE(storedIn(m_secrets), kept);
    QCOMPARE(m_secrets.promptsOpened(), prompts);
}

void MockSecretServiceTest::lateAnswerReachesTheRead()
{
    const QString path = putItem(m_secrets, "old");
    m_secrets.store().setLock(loginPath, MockLock::Locked);
    RunningJob job;
    startReadJob(mockedKey, &job.context, job.callback());
    QTRY_COMPARE(m_secrets.openPrompts(), QList<QStringList>{{path}});
    QVERIFY(!job.outcome);
    m_secrets.answerPrompt(true);
    QCOMPARE(job.waitForEnd(), "done");
    QVERIFY(m_secrets.openPrompts().isEmpty());
}

void MockSecretServiceTest::firstKeyring_data()
{
    QTest::addColumn<Person>("person");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("collections");
    QTest::newRow("made") << Person::Allows << QByteArray("done") << 1;
    QTest::newRow("cancelled") << Person::Refuses << QByteArray("failed") << 0;
}

void MockSecretServiceTest::firstKeyring()
{
    QFETCH(const Person, person);
    QFETCH(const QByteArray, end);
    QFETCH(const int, collections);
    m_secrets.store().collections.clear();
    m_secrets.store().aliases.clear();
    m_secrets.setPerson(person);
    QCOMPARE(readJob(), "not found");
    QCOMPARE(m_secrets.promptsOpened(), 0);
    QCOMPARE(writeJob("one"), end);
    QCOMPARE(m_secrets.promptsOpened(), 1);
    QCOMPARE(m_secrets.store().collections.size(), collections);
}

void MockSecretServiceTest::twoCollections_data()
{
    QTest::addColumn<MockManners>("manners");
    QTest::addColumn<MockLock>("first");
    QTest::addColumn<QByteArray>("value");
    const MockManners inOrder = MockManners::keePassXc(false);
    QTest::newRow("newest first") << MockManners() << MockLock::Open << QByteArray("=new");
    QTest::newRow("in their order: the old one") << inOrder << MockLock::Open << QByteArray("=old");
    QTest::newRow("the open one") << inOrder << MockLock::Locked << QByteArray("=new");
}

// The default moves: what is written does not replace what is in the first one.
void MockSecretServiceTest::twoCollections()
{
    QFETCH(const MockManners, manners);
    QFETCH(const MockLock, first);
    QFETCH(const QByteArray, value);
    putItem(m_secrets, "old");
    m_secrets.manners() = manners;
    m_secrets.moveDefault(m_secrets.store().addCollection(u"Other"_s, MockLock::Open).path);
    m_secrets.store().now += 60;
    QCOMPARE(writeJob("new"), "done");
    QCOMPARE(storedIn(m_secrets), "old");
    m_secrets.store().setLock(loginPath, first);
    QCOMPARE(readJob(), value);
    QCOMPARE(m_secrets.promptsOpened(), 0);
}

static int runMocksecretservice(int argc, char **argv)
{
    const PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    MockSecretServiceTest test(bus.address());
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runMocksecretservice)
#include "tst_mocksecretservice.moc"
