#include "tests/store/playedstorefixture.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

// The store in front of a password store that is open, locked, cold, closed, asks, refuses, or
// deceives (qt-notes 14): what is said of it is true, and nobody is asked unasked.
class PlayedStoreTest final : public QObject
{
    Q_OBJECT
public:
    explicit PlayedStoreTest(const PrivateBus &bus)
        : f(bus.address())
    {
    }

private slots:
    void init() { f.begin(); }
    void cleanup() { f.end(); }
    void reads_data();
    void reads();
    void nothingOfOurs_data();
    void nothingOfOurs();
    void writes_data();
    void writes();
    void removes_data();
    void removes();

private:
    PlayedStoreFixture f;
};

void PlayedStoreTest::reads_data()
{
    PlayedStoreFixture::addColumns();
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, Person person,
                        Prompt prompt, const char *end, int prompts) {
        QTest::newRow(name) << manners << lock << person << int(prompt) << QByteArray(end)
                            << prompts;
    };
    const MockManners asks = MockManners::keePassXc();
    const MockManners plain = MockManners::keePassXc(false);
    const auto denies = keePassXcWith(&MockManners::deniesAllFuture);
    const auto sandbox = gnomeWith(&MockManners::deniedByBus);
    row("open", {}, MockLock::Open, Person::Refuses, Prompt::Never, "=old", 0);
    row("locked", {}, MockLock::Locked, Person::Allows, Prompt::Never, "Locked", 0);
    row("locked, at a start", {}, MockLock::Locked, Person::Allows, Prompt::IfOpen, "Locked", 0);
    row("locked, yes", {}, MockLock::Locked, Person::Allows, Prompt::Allowed, "=old", 1);
    row("locked, no", {}, MockLock::Locked, Person::Refuses, Prompt::Allowed, "StillLocked", 1);
    row("cold", {}, MockLock::LockedCold, Person::Allows, Prompt::Never, "Locked", 0);
    row("cold, yes", {}, MockLock::LockedCold, Person::Allows, Prompt::Allowed, "=old", 1);
    row("cold, no", {}, MockLock::LockedCold, Person::Refuses, Prompt::Allowed, "StillLocked", 1);
    row("asks", asks, MockLock::Open, Person::Allows, Prompt::Never, "WouldAsk", 0);
    row("asks, yes", asks, MockLock::Open, Person::Allows, Prompt::IfOpen, "=old", 1);
    row("denies all and future", denies, MockLock::Open, Person::Allows, Prompt::IfOpen, "Refused",
        0);
    row("database open", plain, MockLock::Open, Person::Refuses, Prompt::Never, "=old", 0);
    row("database closed", asks, MockLock::Locked, Person::Allows, Prompt::Never, "Unseen", 0);
    row("database closed, at a start", asks, MockLock::Locked, Person::Allows, Prompt::IfOpen,
        "Unseen", 0);
    row("database closed, yes", asks, MockLock::Locked, Person::Allows, Prompt::Allowed, "=old", 2);
    row("database closed, no", asks, MockLock::Locked, Person::Refuses, Prompt::Allowed,
        "StillLocked", 1);
    row("sandbox", sandbox, MockLock::Open, Person::Allows, Prompt::Allowed, "Denied", 0);
}

void PlayedStoreTest::reads()
{
    QFETCH(const int, prompt);
    QFETCH(const QByteArray, end);
    QFETCH(const int, prompts);
    f.prepare();
    QCOMPARE(readNow(*f.store, mockedKey, Prompt(prompt)), end);
    QCOMPARE(f.secrets.promptsOpened(), prompts);
    QCOMPARE(storedIn(f.secrets), "old");
}

void PlayedStoreTest::nothingOfOurs_data()
{
    QTest::addColumn<MockManners>("manners");
    QTest::addColumn<MockLock>("lock");
    QTest::addColumn<bool>("isEmpty"); // else somebody else's is there
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, bool isEmpty,
                        const char *end) {
        QTest::newRow(name) << manners << lock << isEmpty << QByteArray(end);
    };
    const MockManners closed = MockManners::keePassXc();
    row("open", {}, MockLock::Open, true, "absent");
    row("locked", {}, MockLock::Locked, false, "absent");
    row("cold", {}, MockLock::LockedCold, false, "absent");
    row("locked, and empty of whoever's", {}, MockLock::Locked, true, "Unseen");
    row("database open", closed, MockLock::Open, false, "absent");
    row("database closed", closed, MockLock::Locked, false, "Unseen");
}

void PlayedStoreTest::nothingOfOurs()
{
    QFETCH(const MockManners, manners);
    QFETCH(const MockLock, lock);
    QFETCH(const bool, isEmpty);
    QFETCH(const QByteArray, end);
    if (!isEmpty)
        putItem(f.secrets, "somebody's");
    f.secrets.manners() = manners;
    f.secrets.store().setLock(loginPath, lock);
    const QString ours = QStringLiteral("session/default/ours");
    QCOMPARE(readNow(*f.store, ours), end);
    QCOMPARE(removeNow(*f.store, ours), QByteArray(end == "absent" ? "ok" : "Locked"));
    QCOMPARE(f.secrets.promptsOpened(), 0);
    QCOMPARE(f.secrets.called(u"Service.SearchItems"_s), 0);
}

void PlayedStoreTest::writes_data()
{
    PlayedStoreFixture::addColumns();
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, Person person,
                        Prompt prompt, const char *end, int prompts, const char *kept) {
        QTest::newRow(name) << manners << lock << person << int(prompt) << QByteArray(end)
                            << prompts << QByteArray(kept);
    };
    const MockManners asks = MockManners::keePassXc();
    const auto drops = gnomeWith(&MockManners::dropsWrites);
    const auto denies = keePassXcWith(&MockManners::deniesAllFuture);
    row("open", {}, MockLock::Open, Person::Refuses, Prompt::Never, "ok", 0, "new");
    row("says written, and is not", drops, MockLock::Open, Person::Allows, Prompt::Allowed,
        "Denied", 0, "old");
    row("locked", {}, MockLock::Locked, Person::Allows, Prompt::Never, "Locked", 0, "old");
    row("locked, yes", {}, MockLock::Locked, Person::Allows, Prompt::Allowed, "ok", 1, "new");
    row("locked, no", {}, MockLock::Locked, Person::Refuses, Prompt::Allowed, "StillLocked", 1,
        "old");
    row("cold, yes", {}, MockLock::LockedCold, Person::Allows, Prompt::Allowed, "ok", 1, "new");
    row("asks", asks, MockLock::Open, Person::Allows, Prompt::Never, "WouldAsk", 0, "old");
    row("asks, yes", asks, MockLock::Open, Person::Allows, Prompt::Allowed, "ok", 1, "new");
    row("asks, no", asks, MockLock::Open, Person::Refuses, Prompt::Allowed, "Denied", 1, "old");
    row("denies all and future", denies, MockLock::Open, Person::Allows, Prompt::Allowed, "Denied",
        0, "old");
}

void PlayedStoreTest::writes()
{
    QFETCH(const int, prompt);
    QFETCH(const QByteArray, end);
    QFETCH(const int, prompts);
    QFETCH(const QByteArray, kept);
    f.prepare();
    QCOMPARE(writeNow(*f.store, mockedKey, "new", Prompt(prompt)), end);
    QCOMPARE(f.secrets.promptsOpened(), prompts);
    QCOMPARE(storedIn(f.secrets), kept);
    if (end != "ok")
        return;
    QCOMPARE(writeNow(*f.store, mockedKey, "newer"), "ok"); // within the same second
    QCOMPARE(storedIn(f.secrets), "newer");
    QCOMPARE(readNow(*f.store, mockedKey), "=newer");
}

void PlayedStoreTest::removes_data()
{
    PlayedStoreFixture::addColumns();
    QTest::addColumn<bool>("isGone");
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, Person person,
                        const char *end, int prompts, bool isGone) {
        QTest::newRow(name) << manners << lock << person << int(Prompt::Never) << QByteArray(end)
                            << prompts << isGone;
    };
    const MockManners asks = MockManners::keePassXc();
    const auto deletesAsk = keePassXcWith(&MockManners::deletesAsk);
    const auto drops = gnomeWith(&MockManners::dropsDeletes);
    row("open", {}, MockLock::Open, Person::Refuses, "ok", 0, true);
    row("says deleted, and is not", drops, MockLock::Open, Person::Allows, "Failed", 0, false);
    row("locked", {}, MockLock::Locked, Person::Allows, "Locked", 0, false);
    row("cold", {}, MockLock::LockedCold, Person::Allows, "Locked", 0, false);
    row("reading would ask", asks, MockLock::Open, Person::Refuses, "ok", 0, true);
    row("asks, yes", deletesAsk, MockLock::Open, Person::Allows, "ok", 1, true);
    row("asks, no", deletesAsk, MockLock::Open, Person::Refuses, "Denied", 1, false);
    row("database closed", asks, MockLock::Locked, Person::Allows, "Locked", 0, false);
}

void PlayedStoreTest::removes()
{
    QFETCH(const QByteArray, end);
    QFETCH(const int, prompts);
    QFETCH(const bool, isGone);
    f.prepare();
    QCOMPARE(removeNow(*f.store, mockedKey), end);
    QCOMPARE(f.secrets.promptsOpened(), prompts);
    QCOMPARE(f.secrets.store().collection(loginPath)->items.isEmpty(), isGone);
}

static int runPlayedstore(int argc, char **argv)
{
    PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    PlayedStoreTest test(bus);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runPlayedstore)
#include "tst_playedstore.moc"
