#include "app/store/keychainqueue.h"
#include "tests/store/playedstorefixture.h"
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

// A password store that asks, and a person who takes their time, or it dies of the question;
// the end of the session bus.
class PlayedQuestionsTest final : public QObject
{
    Q_OBJECT
public:
    enum class Fate { ComesBack, StaysAway, IsReplaced };

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
    void openedByAnotherMeanwhile();
    void askedAndAnsweredAtOnce();
    void lateAnswerIsAnEvent();
    void allowedOnceIsAskedOnce();
    void probeWhileAsking();
    void lookingBringsNoDialog();
    void serviceDiesOfAQuestion_data();
    void serviceDiesOfAQuestion();
    void newServiceTellsOfItsCollections_data();
    void newServiceTellsOfItsCollections();
    void busEndsInAQuestion();

private:
    using Kind = KeychainTask::Kind;

    [[nodiscard]] std::function<QByteArray()> begin(Kind kind, std::function<void()> ended);
    void readUntilAsked(AskedRead &read, bool isLocked = false);

    PrivateBus &m_bus;
    PlayedStoreFixture f;
};

void PlayedQuestionsTest::personWhoTakesTheirTime_data()
{
    PlayedStoreFixture::addColumns();
    QTest::addColumn<bool>("says");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const MockManners &manners, MockLock lock, Kind kind,
                        Prompt prompt, bool says, const char *end) {
        QTest::newRow(name) << manners << lock << Person::Waits << int(prompt) << QByteArray(end)
                            << 1 << says << kind;
    };
    const MockManners asks = MockManners::keePassXc();
    const auto deletesAsk = keePassXcWith(&MockManners::deletesAsk);
    const auto open = MockLock::Open;
    row("locked, yes", {}, MockLock::Locked, Kind::Read, Prompt::Allowed, true, "=old");
    row("locked, no", {}, MockLock::Locked, Kind::Read, Prompt::Allowed, false, "StillLocked");
    row("asks, yes", asks, open, Kind::Read, Prompt::IfOpen, true, "=old");
    row("asks, no", asks, open, Kind::Read, Prompt::IfOpen, false, "Denied");
    row("save asks, yes", asks, open, Kind::Write, Prompt::Allowed, true, "ok");
    row("save asks, no", asks, open, Kind::Write, Prompt::Allowed, false, "Denied");
    row("deletes ask, yes", deletesAsk, open, Kind::Remove, Prompt::Never, true, "ok");
    row("deletes ask, no", deletesAsk, open, Kind::Remove, Prompt::Never, false, "Denied");
    row("no keyring yet, yes", {}, open, Kind::Write, Prompt::Allowed, true, "ok");
    row("no keyring yet, no", {}, open, Kind::Write, Prompt::Allowed, false, "StillLocked");
}

void PlayedQuestionsTest::personWhoTakesTheirTime()
{
    QFETCH(const QByteArray, end);
    QFETCH(const bool, says);
    QFETCH(const Kind, kind);
    f.prepare();
    if (QByteArrayView(QTest::currentDataTag()).startsWith("no keyring"))
        f.secrets.forgetCollections();
    QList<KeychainState> told;
    QList<qsizetype> toldBefore; // each answer
    connect(f.store.get(), &SecretStore::stateChanged, this,
            [&](KeychainState state) { told.append(state); });
    const auto answer = begin(kind, [&] { toldBefore.append(told.size()); });
    QTRY_COMPARE(f.secrets.promptsOpened(), 1);
    f.clock.advance(Milliseconds(3'600'000));
    QCOMPARE(told, {KeychainState::Asking});
    QCOMPARE(answer(), "none");
    f.secrets.answerPrompt(says);
    QTRY_COMPARE(answer(), end);
    // Who is told that there is something to look at would look for what it is about to get.
    QCOMPARE(toldBefore, {1});
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(told.last() != KeychainState::Asking);
    QCOMPARE(f.secrets.promptsOpened(), 1);
}

// The row's call. Gives its answer, once there is one, of which `ended` tells.
std::function<QByteArray()> PlayedQuestionsTest::begin(Kind kind, std::function<void()> ended)
{
    QFETCH(const int, prompt);
    const auto read = std::make_shared<AskedRead>();
    const auto change = std::make_shared<AskedChange>();
    const auto tell = [ended = std::move(ended)](const auto &callback) {
        return [ended, callback](const auto &answer) {
            ended();
            callback(answer);
        };
    };
    switch (kind) {
    case Kind::Read:
        f.store->read(mockedKey, Prompt(prompt), &read->context, tell(read->callback()));
        return [read] { return outcome(*read); };
    case Kind::Write:
        f.store->write(mockedKey, Secret(QByteArrayView("new")), Prompt(prompt), &change->context,
                       tell(change->callback()));
        break;
    case Kind::Remove:
        f.store->remove(mockedKey, &change->context, tell(change->callback()));
        break;
    }
    return [change] { return outcome(*change); };
}

// The person has been asked whether we may have the item, or for the password, and has not
// answered.
void PlayedQuestionsTest::readUntilAsked(AskedRead &read, bool isLocked)
{
    putItem(f.secrets, "old");
    if (isLocked)
        f.secrets.store().setLock(loginPath, MockLock::Locked);
    else
        f.secrets.manners() = MockManners::keePassXc();
    f.secrets.setPerson(Person::Waits);
    f.store->read(mockedKey, isLocked ? Prompt::Allowed : Prompt::IfOpen, &read.context,
                  read.callback());
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
    f.clock.advance(Milliseconds(3'600'000));
    QCOMPARE(outcome(remove), "none"); // it may bring the next question
    QCOMPARE(f.secrets.called(u"Item.Delete"_s), 0);
    f.secrets.answerPrompt(says);
    QTRY_COMPARE(outcome(remove), "ok");
    QVERIFY(f.secrets.store().collection(loginPath)->items.isEmpty());
}

// gnome-keyring's window stays, and nobody has to answer it.
void PlayedQuestionsTest::openedByAnotherMeanwhile()
{
    AskedRead read;
    readUntilAsked(read, true);
    f.clock.advance(Milliseconds(1000));
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    f.secrets.store().setLock(loginPath, MockLock::Open);
    QTRY_COMPARE(outcome(read), "=old");
    QTRY_VERIFY(!changes.isEmpty());
    QCOMPARE(changes.last().first().value<KeychainState>(), KeychainState::Ready);
    QCOMPARE(f.secrets.openPrompts().size(), 1); // not dismissed
    QCOMPARE(readNow(*f.store, mockedKey), "=old");
    f.secrets.answerPrompt(false);
    QCOMPARE(readNow(*f.store, mockedKey), "=old");
    QCOMPARE(f.secrets.promptsOpened(), 1);
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

void PlayedQuestionsTest::probeWhileAsking()
{
    AskedRead read;
    readUntilAsked(read);
    QCOMPARE(probeNow(*f.store), KeychainState::Ready); // nobody may have been asked after all
    f.clock.advance(Milliseconds(100));
    QCOMPARE(probeNow(*f.store), KeychainState::Asking);
    f.secrets.answerPrompt(true);
    QTRY_COMPARE(outcome(read), "=old");
    QCOMPARE(probeNow(*f.store), KeychainState::Ready);
}

void PlayedQuestionsTest::lookingBringsNoDialog()
{
    f.secrets.manners() = keePassXcWith(&MockManners::promptsAtServiceSearch);
    f.secrets.store().setLock(loginPath, MockLock::Locked);
    f.secrets.setPerson(Person::Waits);
    QCOMPARE(readNow(*f.store, mockedKey), "Unseen");
    QCOMPARE(readNow(*f.store, mockedKey, Prompt::IfOpen), "Unseen");
    QCOMPARE(writeNow(*f.store, mockedKey, "1"), "Locked");
    QCOMPARE(removeNow(*f.store, mockedKey), "Locked");
    QCOMPARE(f.secrets.promptsOpened(), 0);
    QCOMPARE(f.secrets.called(u"Service.SearchItems"_s), 0);
    QCOMPARE(f.secrets.called(u"Service.Unlock"_s), 0);
}

void PlayedQuestionsTest::serviceDiesOfAQuestion_data()
{
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<bool>("isLocked"); // so the question is ours, and not a job's
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char *name, Fate fate, bool isLocked, const char *end) {
        QTest::newRow(name) << fate << isLocked << QByteArray(end);
    };
    row("and comes back", Fate::ComesBack, false, "=old"); // QtKeychain's last job here
    row("and stays away", Fate::StaysAway, false, "Absent");
    row("and is replaced", Fate::IsReplaced, false, "=old");
    row("unlock prompt, and stays away", Fate::StaysAway, true, "Absent");
    row("unlock prompt, and is replaced", Fate::IsReplaced, true, "StillLocked");
}

// Every later job of QtKeychain's would wait for ever.
void PlayedQuestionsTest::serviceDiesOfAQuestion()
{
    QFETCH(const Fate, fate);
    QFETCH(const bool, isLocked);
    QFETCH(const QByteArray, end);
    AskedRead read;
    readUntilAsked(read, isLocked);
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    f.secrets.manners() = {};
    if (fate == Fate::IsReplaced) {
        f.secrets.beReplaced();
        roundTrip(QDBusConnection::sessionBus()); // it has been noticed
        settle();
    } else {
        f.secrets.die();
        QTRY_VERIFY(!changes.isEmpty());
    }
    if (fate == Fate::ComesBack)
        f.secrets.comeBack();
    f.clock.advance(Milliseconds(1000));
    QTRY_COMPARE(outcome(read), end);
    if (fate == Fate::StaysAway) {
        QCOMPARE(changes.size(), 1);
        f.secrets.comeBack();
    }
    f.secrets.store().setLock(loginPath, MockLock::Open);
    f.secrets.store().now += 60;
    QCOMPARE(writeNow(*f.store, mockedKey, "new"), "ok");
    QCOMPARE(storedIn(f.secrets), "new");
    QCOMPARE(f.secrets.store().collection(loginPath)->items.size(), 1); // in its place
    QCOMPARE(readNow(*f.store, mockedKey), "=new");
    QCOMPARE(removeNow(*f.store, mockedKey), "ok");
}

void PlayedQuestionsTest::newServiceTellsOfItsCollections_data()
{
    QTest::addColumn<bool>("diesOfAQuestion");
    QTest::newRow("after it was used") << false;
    QTest::newRow("after it died of a question") << true;
}

// KeePassXC, closed and opened again: libsecret 0.20 ends the program that has used it before.
void PlayedQuestionsTest::newServiceTellsOfItsCollections()
{
    QFETCH(const bool, diesOfAQuestion);
    AskedRead read;
    if (diesOfAQuestion)
        readUntilAsked(read);
    else
        QCOMPARE(writeNow(*f.store, mockedKey, "old"), "ok");
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    f.secrets.die();
    QTRY_VERIFY(!changes.isEmpty());
    f.secrets.manners() = gnomeWith(&MockManners::announcesCollections);
    f.secrets.comeBack();
    f.clock.advance(Milliseconds(1000));
    QTRY_VERIFY(changes.size() > 1);
    QCOMPARE(readNow(*f.store, mockedKey), "=old");
}

// The last: there is no other for this process.
void PlayedQuestionsTest::busEndsInAQuestion()
{
    QCOMPARE(writeNow(*f.store, mockedKey, "1"), "ok");
    f.secrets.store().remove(f.secrets.store().collection(loginPath)->items.first().path);
    AskedRead read;
    readUntilAsked(read);
    QSignalSpy changes(f.store.get(), &SecretStore::stateChanged);
    m_bus.end();
    QTRY_VERIFY(!changes.isEmpty());
    QCOMPARE(changes.last().first().value<KeychainState>(), KeychainState::Absent);
    f.clock.advance(Milliseconds(1000));
    QTRY_COMPARE(outcome(read), "Absent");
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
