#include "app/store/storedsession.h"
#include "tests/store/playedstorefixture.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

QByteArray itemOf(int issued)
{
    StoredSession session;
    session.server = *ServerAddress::parse(QStringLiteral("https://a.example"));
    session.tokens = {Secret(QByteArrayView("a")), Secret(QByteArrayView("r"))};
    session.issuedAt = WallTime(std::chrono::seconds(issued));
    return encodeSession(session).reveal().toByteArray();
}

} // namespace

// A password store that asks, and a person who takes their time, or it dies of the question; two
// items of one key; the end of the session bus.
class PlayedQuestionsTest final : public QObject
{
    Q_OBJECT
public:
    explicit PlayedQuestionsTest(PrivateBus &bus)
        : m_bus(bus)
        , f(bus.address())
    {
    }

private slots:
    void init() { f.begin(); }
    void cleanup() { f.end(); }
    void personWhoTakesTheirTime_data();
    void personWhoTakesTheirTime();
    void signedOutMeanwhile_data();
    void signedOutMeanwhile();
    void askedAndAnsweredAtOnce();
    void lateAnswerIsAnEvent();
    void allowedOnceIsAskedOnce();
    void lookingBringsNoDialog();
    void newestOfTwo_data();
    void newestOfTwo();
    void savedWhereTheDefaultIs();
    void serviceDiesOfAQuestion_data();
    void serviceDiesOfAQuestion();
    void busEnds();

private:
    void readUntilAsked(AskedRead &read);

    PrivateBus &m_bus;
    PlayedStoreFixture f;
};

void PlayedQuestionsTest::personWhoTakesTheirTime_data()
{
    PlayedStoreFixture::addColumns();
    QTest::addColumn<bool>("says");
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, Prompt prompt,
                        bool says, const char *end) {
        QTest::newRow(name) << manners << lock << Person::Waits << int(prompt) << QByteArray(end)
                            << 1 << says;
    };
    const MockManners asks = MockManners::keePassXc();
    row("locked, yes", {}, MockLock::Locked, Prompt::Allowed, true, "=old");
    row("locked, no", {}, MockLock::Locked, Prompt::Allowed, false, "StillLocked");
    row("asks, yes", asks, MockLock::Open, Prompt::IfOpen, true, "=old");
    row("asks, no", asks, MockLock::Open, Prompt::IfOpen, false, "Denied");
}

void PlayedQuestionsTest::personWhoTakesTheirTime()
{
    QFETCH(const int, prompt);
    QFETCH(const QByteArray, end);
    QFETCH(const bool, says);
    f.prepare();
    QList<KeychainState> told;
    QList<qsizetype> toldBefore; // each answer
    connect(f.store.get(), &SecretStore::stateChanged, this,
            [&](KeychainState state) { told.append(state); });
    AskedRead read;
    f.store->read(mockedKey, Prompt(prompt), &read.context,
                  [&, keep = read.callback()](const auto &answer) {
                      toldBefore.append(told.size());
                      keep(answer);
                  });
    QTRY_COMPARE(f.secrets.promptsOpened(), 1);
    f.clock.advance(Milliseconds(3'600'000));
    QCOMPARE(told, {KeychainState::Asking});
    QCOMPARE(read.count, 0);
    f.secrets.answerPrompt(says);
    QTRY_COMPARE(outcome(read), end);
    // Who is told that there is something to look at would look for what it is about to get.
    QCOMPARE(toldBefore, {1});
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(told.last() != KeychainState::Asking);
    QCOMPARE(f.secrets.promptsOpened(), 1);
}

// A KeePassXC has asked whether we may have the item, and the person has not answered.
void PlayedQuestionsTest::readUntilAsked(AskedRead &read)
{
    putItem(f.secrets, "old");
    f.secrets.manners() = MockManners::keePassXc();
    f.secrets.setPerson(Person::Waits);
    f.store->read(mockedKey, Prompt::IfOpen, &read.context, read.callback());
    QTRY_COMPARE(f.secrets.promptsOpened(), 1);
}

void PlayedQuestionsTest::signedOutMeanwhile_data()
{
    QTest::addColumn<bool>("says");
    QTest::newRow("allowed") << true;
    QTest::newRow("refused") << false;
}

// KeePassXC dies of an entry that is deleted while its question is open.
void PlayedQuestionsTest::signedOutMeanwhile()
{
    QFETCH(const bool, says);
    AskedRead read;
    readUntilAsked(read);
    AskedChange remove;
    f.store->remove(mockedKey, &remove.context, remove.callback());
    f.clock.advance(Milliseconds(3000));
    QCOMPARE(outcome(remove), "TimedOut");
    QCOMPARE(f.secrets.called(u"Item.Delete"_s), 0);
    f.secrets.answerPrompt(says);
    QTRY_VERIFY(f.secrets.store().collection(loginPath)->items.isEmpty());
}

void PlayedQuestionsTest::askedAndAnsweredAtOnce()
{
    putItem(f.secrets, "old");
    f.secrets.manners() = keePassXcWith(&MockManners::deniesAllFuture);
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    QCOMPARE(readNow(*f.store, mockedKey, Prompt::IfOpen), "Refused");
    settle();
    QCOMPARE(changes.size(), 0); // nobody was asked
}

void PlayedQuestionsTest::lateAnswerIsAnEvent()
{
    putItem(f.secrets, "old");
    f.secrets.manners() = MockManners::keePassXc();
    f.secrets.setPerson(Person::Waits);
    auto read = std::make_unique<AskedRead>();
    f.store->read(mockedKey, Prompt::IfOpen, &read->context, read->callback());
    QTRY_COMPARE(f.secrets.promptsOpened(), 1);
    read.reset();
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    f.secrets.answerPrompt(true);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.last().first().value<KeychainState>(), KeychainState::Ready);
    QCOMPARE(readNow(*f.store, mockedKey), "=old"); // without another question
    QCOMPARE(f.secrets.promptsOpened(), 1);
}

// The right is the jobs' connection's, and ours is another one, for which it asks for ever.
void PlayedQuestionsTest::allowedOnceIsAskedOnce()
{
    putItem(f.secrets, "old");
    f.secrets.manners() = MockManners::keePassXc();
    f.secrets.setPerson(Person::Allows);
    QCOMPARE(readNow(*f.store, mockedKey, Prompt::IfOpen), "=old");
    QCOMPARE(readNow(*f.store, mockedKey), "=old");
    f.secrets.store().now += 60;
    QCOMPARE(writeNow(*f.store, mockedKey, "new"), "ok");
    QCOMPARE(readNow(*f.store, mockedKey), "=new");
    QCOMPARE(f.secrets.promptsOpened(), 1);
}

void PlayedQuestionsTest::lookingBringsNoDialog()
{
    f.secrets.manners() = keePassXcWith(&MockManners::promptsAtServiceSearch);
    f.secrets.store().setLock(loginPath, MockLock::Locked);
    f.secrets.setPerson(Person::Waits);
    QCOMPARE(readNow(*f.store, mockedKey), "Unseen");
    QCOMPARE(readNow(*f.store, mockedKey, Prompt::IfOpen), "Unseen");
    QCOMPARE(writeNow(*f.store, mockedKey, "1"), "Locked");
    QCOMPARE(removeNow(*f.store, mockedKey), "Unseen");
    QCOMPARE(f.secrets.promptsOpened(), 0);
    QCOMPARE(f.secrets.called(u"Service.SearchItems"_s), 0);
    QCOMPARE(f.secrets.called(u"Service.Unlock"_s), 0);
}

void PlayedQuestionsTest::newestOfTwo_data()
{
    QTest::addColumn<bool>("firstIsNewer");
    QTest::addColumn<bool>("firstIsOpen");
    QTest::newRow("the first") << true << true;
    QTest::newRow("the second") << false << true;
    QTest::newRow("the one that is open") << true << false;
}

void PlayedQuestionsTest::newestOfTwo()
{
    QFETCH(const bool, firstIsNewer);
    QFETCH(const bool, firstIsOpen);
    const QByteArray first = itemOf(firstIsNewer ? 2000 : 1000);
    const QByteArray second = itemOf(firstIsNewer ? 1000 : 2000);
    putItem(f.secrets, first);
    const QString other = f.secrets.store().addCollection(u"Other"_s, MockLock::Open).path;
    f.secrets.store().put(other, qtKeychainItem(keychainServiceName, mockedKey, second), false, {});
    if (!firstIsOpen)
        f.secrets.store().setLock(loginPath, MockLock::Locked);
    QCOMPARE(readNow(*f.store, mockedKey), '=' + (firstIsNewer && firstIsOpen ? first : second));
    QCOMPARE(f.secrets.promptsOpened(), 0);
}

void PlayedQuestionsTest::savedWhereTheDefaultIs()
{
    putItem(f.secrets, itemOf(1000));
    const QString other = f.secrets.store().addCollection(u"Other"_s, MockLock::Open).path;
    f.secrets.moveDefault(other);
    f.secrets.store().now += 60;
    const QByteArray newer = itemOf(2000);
    QCOMPARE(writeNow(*f.store, mockedKey, newer), "ok");
    QCOMPARE(readNow(*f.store, mockedKey), '=' + newer);
    QTRY_COMPARE(f.secrets.store().collection(loginPath)->items.size(), 0);
    QCOMPARE(f.secrets.store().collection(other)->items.size(), 1);
}

void PlayedQuestionsTest::serviceDiesOfAQuestion_data()
{
    QTest::addColumn<bool>("comesBack");
    QTest::newRow("and comes back") << true;
    QTest::newRow("and stays away") << false;
}

// Every later job of QtKeychain's would wait for ever.
void PlayedQuestionsTest::serviceDiesOfAQuestion()
{
    QFETCH(const bool, comesBack);
    AskedRead read;
    readUntilAsked(read);
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    f.secrets.die();
    QTRY_VERIFY(!changes.isEmpty()); // it has been noticed
    f.secrets.manners() = {};
    if (comesBack)
        f.secrets.comeBack();
    f.clock.advance(Milliseconds(1000));
    QTRY_COMPARE(outcome(read), comesBack ? QByteArray("=old") : QByteArray("Absent"));
    if (!comesBack)
        f.secrets.comeBack();
    f.secrets.store().now += 60;
    QCOMPARE(writeNow(*f.store, mockedKey, "new"), "ok");
    QCOMPARE(storedIn(f.secrets), "new");
    QCOMPARE(f.secrets.store().collection(loginPath)->items.size(), 1); // in its place
    QCOMPARE(readNow(*f.store, mockedKey), "=new");
    QCOMPARE(removeNow(*f.store, mockedKey), "ok");
}

void PlayedQuestionsTest::busEnds()
{
    QCOMPARE(writeNow(*f.store, mockedKey, "1"), "ok");
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    m_bus.end();
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.last().first().value<KeychainState>(), KeychainState::Absent);
    QCOMPARE(writeNow(*f.store, mockedKey, "2"), "Absent"); // and this program lives on
}

static int runPlayedquestions(int argc, char **argv)
{
    PrivateBus bus;
    bus.becomeSessionBus();
    QCoreApplication app(argc, argv);
    PlayedQuestionsTest test(bus);
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runPlayedquestions)
#include "tst_playedquestions.moc"
