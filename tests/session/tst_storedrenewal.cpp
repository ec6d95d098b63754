#include "app/session/renewallock.h"
#include "tests/session/storedrenewalfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Mode = FakeStore::Mode;
using Outcome = StoredRenewal::Outcome;
using Prepare = std::function<void(SessionFixture &)>;

// What a process without a window does with one stored session. The program was closed before.
class tst_StoredRenewal : public QObject
{
    Q_OBJECT
private slots:
    void init() { f = std::make_unique<StoredRenewalFixture>(); }
    void cleanup() { f.reset(); }
    void dueOrNot_data();
    void dueOrNot();
    void whatCannotBeRead_data();
    void whatCannotBeRead();
    void nothingIsStored_data();
    void nothingIsStored();
    void theServerSaysNo_data();
    void theServerSaysNo();
    void refusedOnceOnly();
    void refusedAndNotConfirmed();
    void whatIsNotSavedIsTold();
    void anotherHoldsTheLock();
    void anotherRenewsMeanwhile();
    void aRunningProgramTakesItOver();
    void s77HourAfterHour();
    void othersAreLeftAlone();
    void deletesAreLeftToTheProgram();
    void nobodyWaitsForEver_data();
    void nobodyWaitsForEver();
    void toldToEnd_data();
    void toldToEnd();
    void asksForTheTimeFirst();
    void s82AsleepWithTheRenewalSent();

private:
    std::unique_ptr<StoredRenewalFixture> f;
};

namespace
{

HttpReply unavailable(const QByteArray &retryAfter)
{
    HttpReply reply = apiError(503);
    if (!retryAfter.isEmpty())
        reply.headers.insert("retry-after", retryAfter);
    return reply;
}

} // namespace

void tst_StoredRenewal::dueOrNot_data()
{
    QTest::addColumn<Milliseconds>("later"); // two hours have gone
    QTest::addColumn<Milliseconds>("life"); // of the refresh token
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("renewals");
    const auto row = [](const char *name, Milliseconds later, Milliseconds life, Outcome outcome) {
        QTest::newRow(name) << later << life << int(outcome)
                            << (outcome == Outcome::Renewed ? 1 : 0);
    };
    row("the plan's moment has passed", 0h, 10h, Outcome::Renewed);
    row("a tenth has gone", 0h, 19h, Outcome::Renewed);
    row("less than a tenth has gone", 0h, 21h, Outcome::NotDue);
    row("due within seconds", -119min - 50s, 2min, Outcome::Renewed);
    row("the refresh token lives for a minute yet", 7h + 59min, 10h, Outcome::Renewed);
    row("the refresh token is dead", 8h + 1min, 10h, Outcome::Over);
    row("both are dead", 20 * 24h, 10h, Outcome::Over);
}

void tst_StoredRenewal::dueOrNot()
{
    QFETCH(Milliseconds, later);
    QFETCH(Milliseconds, life);
    QFETCH(int, outcome);
    QFETCH(int, renewals);
    f = std::make_unique<StoredRenewalFixture>(2h + later, life);
    const StoredSession before = f->stored();
    const auto sent = f->http.sentCount();
    f->finish();
    QCOMPARE(f->outcome(), outcome);
    QCOMPARE(f->renewalCount(), renewals);
    QCOMPARE(f->stored().tokens.access.sameAs(before.tokens.access), renewals == 0);
    QCOMPARE(f->profileCount(), 1); // the sign-in's
    if (later > 24h) // nobody is asked anything any more
        QCOMPARE(f->http.sentCount(), sent);
    QCOMPARE(f->preferences2->storedSessions().size(), 1);
    if (renewals == 0)
        return;
    f->start(); // the next start goes on with it
    QCOMPARE(f->state(), SessionState::SignedIn);
    QCOMPARE(f->loginCount(), 1);
}

void tst_StoredRenewal::whatCannotBeRead_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<int>("trouble");
    const auto row = [](const char *name, const Prepare &prepare, KeychainTrouble trouble) {
        QTest::newRow(name) << prepare << int(trouble);
    };
    const auto mode
        = [](Mode how) { return [how](SessionFixture &world) { world.store.readMode = how; }; };
    const auto state = [](KeychainState now) {
        return [now](SessionFixture &world) { world.store.setState(now); };
    };
    row("locked", state(KeychainState::Locked), KeychainTrouble::Locked);
    row("refused", mode(Mode::Denies), KeychainTrouble::Denied);
    row("no password store", state(KeychainState::Absent), KeychainTrouble::Absent);
    row("no keyring", state(KeychainState::NoKeyring), KeychainTrouble::Slow);
    row("fails", mode(Mode::Fails), KeychainTrouble::Slow);
    row("silent", mode(Mode::Silent), KeychainTrouble::Slow);
    row(
        "not ours to read",
        [](SessionFixture &world) {
            world.store.items.begin().value() = Secret(QByteArrayView("{\"x"));
        },
        KeychainTrouble::Corrupt);
}

void tst_StoredRenewal::whatCannotBeRead()
{
    QFETCH(Prepare, prepare);
    QFETCH(int, trouble);
    prepare(*f);
    const Secret before = f->store.items.value(f->key);
    const int sent = f->http.sentCount();
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::Unread));
    QCOMPARE(int(f->result->trouble), trouble);
    QVERIFY(f->took <= StoredRenewal::lastSending);
    QCOMPARE(f->http.sentCount(), sent);
    QVERIFY(f->store.items.value(f->key).sameAs(before));
    QCOMPARE(f->store.removes, 0);
    QCOMPARE(f->preferences2->storedSessions().size(), 1);
}

void tst_StoredRenewal::nothingIsStored_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::newRow("no item") << Prepare([](SessionFixture &world) { world.store.items.clear(); });
    QTest::newRow("signed out, and the delete failed") << Prepare([](SessionFixture &world) {
        world.preferences.setPendingDeletes({{world.store.items.begin().key()}});
    });
}

void tst_StoredRenewal::nothingIsStored()
{
    QFETCH(Prepare, prepare);
    prepare(*f);
    const auto items = f->store.items.size();
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::NothingStored));
    QCOMPARE(f->renewalCount(), 0);
    QCOMPARE(f->store.items.size(), items); // the program deletes it
    QCOMPARE(f->store.removes, 0);
    QCOMPARE(f->preferences2->storedSessions().size(), 1); // and forgets it
}

void tst_StoredRenewal::theServerSaysNo_data()
{
    QTest::addColumn<HttpReply>("answer"); // to everything
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("most"); // renewals
    QTest::addColumn<bool>("waits");
    const auto row
        = [](const char *name, const HttpReply &answer, Outcome outcome, int most, bool waits) {
              QTest::newRow(name) << answer << int(outcome) << most << waits;
          };
    row("refused", apiError(401), Outcome::Refused, 2, true);
    row("offline", failedReply(TransportFailure::Offline), Outcome::Failed, 0, true);
    row("503", unavailable({}), Outcome::Failed, 9, true);
    row("503 for a minute", unavailable("60"), Outcome::Failed, 0, false);
    row("a firewall's page", jsonReply(403, "<html>"), Outcome::Failed, 9, true);
}

void tst_StoredRenewal::theServerSaysNo()
{
    QFETCH(HttpReply, answer);
    QFETCH(int, outcome);
    QFETCH(int, most);
    QFETCH(bool, waits);
    const StoredSession before = f->stored();
    f->http.setResponder([&](const HttpRequest &) { return std::optional(answer); });
    f->finish();
    QCOMPARE(f->outcome(), outcome);
    QVERIFY(f->renewalCount() <= most);
    QCOMPARE(f->took > 0ms, waits); // it is tried again for as long as there is time
    QVERIFY(f->took <= StoredRenewal::lastSending);
    QVERIFY(f->stored().tokens.refresh.sameAs(before.tokens.refresh));
    QCOMPARE(f->store.removes, 0);
    QCOMPARE(f->preferences2->storedSessions().size(), 1);
}

void tst_StoredRenewal::refusedOnceOnly()
{
    bool refused = false;
    f->http.setResponder([&](const HttpRequest &request) -> std::optional<HttpReply> {
        if (!request.url.path().endsWith(u"/auth/refresh-token"))
            return f->profileReply();
        return std::exchange(refused, true) ? f->pairReply() : apiError(401);
    });
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::Renewed)); // as in the program: confirmed first
    QCOMPARE(f->renewalCount(), 2);
}

// So late that nothing is sent any more.
void tst_StoredRenewal::refusedAndNotConfirmed()
{
    f->holdRenewals = true;
    f->launch();
    f->clock.advance(StoredRenewal::lastSending - 1s);
    f->http.answerNext(QStringLiteral("/auth/refresh-token"), apiError(401));
    f->clock.advance(1min);
    QCOMPARE(f->outcome(), int(Outcome::Failed));
    QCOMPARE(f->result->error->code, ErrorCode::Unauthorized);
    QCOMPARE(f->renewalCount(), 1);
}

void tst_StoredRenewal::whatIsNotSavedIsTold()
{
    f->store.writeMode = Mode::Fails;
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::NotSaved));
    QVERIFY(f->store.writes > 1);
    QVERIFY(f->took <= StoredRenewal::limit);
}

void tst_StoredRenewal::anotherHoldsTheLock()
{
    RenewalLock other(f->folder.path(), f->key);
    QVERIFY(other.tryTake());
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::HeldByAnother));
    QCOMPARE(f->renewalCount(), 0);
    QVERIFY(f->took <= StoredRenewal::lastSending);
}

void tst_StoredRenewal::anotherRenewsMeanwhile()
{
    RenewalLock other(f->folder.path(), f->key);
    QVERIFY(other.tryTake());
    f->launch();
    f->clock.advance(3s);
    QVERIFY(!f->result);
    const StoredSession theirs = f->anotherStores();
    other.release();
    f->clock.advance(3s);
    QCOMPARE(f->outcome(), int(Outcome::RenewedByAnother));
    QCOMPARE(f->renewalCount(), 0);
    QVERIFY(f->stored().tokens.access.sameAs(theirs.tokens.access));
}

void tst_StoredRenewal::aRunningProgramTakesItOver()
{
    f->start();
    QCOMPARE(f->renewalCount(), 0); // by its own plan there is time
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::Renewed));
    f->session->renewNow();
    settle();
    QCOMPARE(f->renewalCount(), 1);
    f->session->reloadProfile();
    settle();
    QVERIFY(f->http.lastSent().bearer.sameAs(f->stored().tokens.access));
}

void tst_StoredRenewal::s77HourAfterHour()
{
    for (int hour = 0; hour < 3 * 24; ++hour) {
        f->finish();
        QVERIFY(f->result->outcome == Outcome::Renewed || f->result->outcome == Outcome::NotDue);
        f->clock.advance(30min + (hour % 7) * 10min); // and now and then a run too many
    }
    const QList<Milliseconds> &times = f->renewalTimes;
    QVERIFY(times.size() > 40);
    for (qsizetype i = 24; i < times.size(); ++i)
        QVERIFY(times.at(i) - times.at(i - 24) >= 24h);
    f->start();
    QCOMPARE(f->state(), SessionState::SignedIn);
}

void tst_StoredRenewal::othersAreLeftAlone()
{
    const QString other = accountKey(QStringLiteral("default"), f->server, Maria);
    f->preferences.noteStored({other, f->server.toString(), Maria}); // she signed in last
    const auto list = f->preferences.storedSessions();
    f->store.items.insert(other, Secret(QByteArrayView("hers")));
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::Renewed));
    QCOMPARE(Preferences(f->folder.filePath(QStringLiteral("latchkey.ini"))).storedSessions(),
             list);
    QVERIFY(f->store.items.value(other).sameAs(Secret(QByteArrayView("hers"))));
}

void tst_StoredRenewal::deletesAreLeftToTheProgram()
{
    const QString other = accountKey(QStringLiteral("default"), f->server, Maria);
    f->store.items.insert(other, Secret(QByteArrayView("hers")));
    f->preferences.setPendingDeletes({{other}});
    f->launch();
    f->store.setState(KeychainState::Locked);
    f->store.setState(KeychainState::Ready);
    f->finish();
    QCOMPARE(f->store.removes, 0);
    QCOMPARE(f->preferences2->pendingDeletes().size(), 1);
}

void tst_StoredRenewal::nobodyWaitsForEver_data()
{
    QTest::addColumn<bool>("sent");
    QTest::addColumn<Milliseconds>("most");
    QTest::newRow("no connection is made") << false << StoredRenewal::lastSending;
    QTest::newRow("no answer comes") << true << StoredRenewal::limit;
}

void tst_StoredRenewal::nobodyWaitsForEver()
{
    QFETCH(bool, sent);
    QFETCH(Milliseconds, most);
    f->holdRenewals = true;
    f->http.connects = sent;
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::OutOfTime));
    QVERIFY(f->took > most - 1s && f->took <= most);
}

void tst_StoredRenewal::toldToEnd_data()
{
    QTest::addColumn<bool>("sent");
    QTest::addColumn<bool>("answered");
    QTest::newRow("nothing has left") << false << false;
    QTest::newRow("72: what was sent is stored") << true << true;
    QTest::newRow("72: but not waited for without end") << true << false;
}

void tst_StoredRenewal::toldToEnd()
{
    QFETCH(bool, sent);
    QFETCH(bool, answered);
    const StoredSession before = f->stored();
    f->holdRenewals = true;
    f->http.connects = sent;
    f->launch();
    QCOMPARE(f->renewalCount(), 1);
    f->renewal->stop();
    settle();
    QCOMPARE(f->result.has_value(), !sent);
    if (sent) {
        f->clock.advance(StoredRenewal::stopGrace - 1s);
        QVERIFY(!f->result);
        if (answered)
            f->http.answerNext(QStringLiteral("/auth/refresh-token"), f->pairReply());
        f->clock.advance(1s);
    }
    QCOMPARE(f->outcome(), int(answered ? Outcome::Renewed : Outcome::Stopped));
    QCOMPARE(f->stored().tokens.refresh.sameAs(before.tokens.refresh), !answered);
}

// Half an hour old by this computer, and eight hours by the server.
void tst_StoredRenewal::asksForTheTimeFirst()
{
    f = std::make_unique<StoredRenewalFixture>(8h);
    f->setComputersClock(-7h - 30min);
    f->finish();
    QCOMPARE(f->outcome(), int(Outcome::Renewed));
}

// The night's timer has woken the computer, and it goes on sleeping.
void tst_StoredRenewal::s82AsleepWithTheRenewalSent()
{
    f->holdRenewals = true;
    f->launch();
    f->clock.advance(5s);
    QCOMPARE(f->renewalCount(), 1);
    f->clock.sleep(1h);
    f->holdRenewals = false;
    f->clock.advance(1s); // and the edge takes another: two in all
    QCOMPARE(f->http.drops(), 1);
    f->clock.advance(5s);
    QCOMPARE(f->outcome(), int(Outcome::Renewed));
    QCOMPARE(f->renewalCount(), 2);
}

LATCHKEY_TEST(tst_StoredRenewal, QCoreApplication)
#include "tst_storedrenewal.moc"
