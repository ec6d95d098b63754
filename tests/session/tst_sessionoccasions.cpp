#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

constexpr Milliseconds Limit = 1s;

using Verb = void (*)(Session &);
struct Occasion {
    const char *name;
    Verb happens;
    Cause cause;
    Milliseconds worthAfter; // of ten hours
};

const Occasion occasions[] = {
    {"resumed", [](Session &session) { session.resumed(); }, Cause::Resume, 1h},
    {"reconnected", [](Session &session) { session.reconnected(); }, Cause::Reconnect, 1h},
    {"activated", [](Session &session) { session.activated(); }, Cause::User, 1h},
    {"about to sleep",
     [](Session &session) { session.prepareForGap(Cause::Suspend, Limit, &session, [] {}); },
     Cause::Suspend, 15min},
    {"about to quit",
     [](Session &session) { session.prepareForGap(Cause::User, Limit, &session, [] {}); },
     Cause::User, 15min},
};

} // namespace

// Good moments to renew (session.md, "When to renew" 3), and the moment before a gap.
class tst_SessionOccasions : public QObject
{
    Q_OBJECT
private slots:
    void fromAPartOfTheLife_data() { rows(); }
    void fromAPartOfTheLife();
    void allAtOnce();
    void leavesAloneWhatCannotBeRenewed_data() { rows(); }
    void leavesAloneWhatCannotBeRenewed();
    void doesNotHurryAConfirmation_data() { rows(); }
    void doesNotHurryAConfirmation();
    void cutsABackoffShort_data() { rows(); }
    void cutsABackoffShort();
    void gapNotWorthARenewal();
    void gapWaitsUntilItIsStored();
    void gapJoinsTheRenewalInFlight();
    void gapIsBounded_data();
    void gapIsBounded();
    void gapEndsWithAFailure();
    void gapSitsOutAShortOutage();
    void gapIsSilentWithoutItsContext();
    void gapOutlivesTheSession();

private:
    static void rows()
    {
        QTest::addColumn<int>("occasion");
        for (int i = 0; i < int(std::size(occasions)); ++i)
            QTest::newRow(occasions[i].name) << i;
    }
};

void tst_SessionOccasions::fromAPartOfTheLife()
{
    QFETCH(int, occasion);
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(occasions[occasion].worthAfter - 1min);
    occasions[occasion].happens(*f.session);
    f.clock.advance(10s);
    QCOMPARE(f.renewalCount(), 0); // just renewed, and not worth it
    f.clock.advance(1min);
    occasions[occasion].happens(*f.session);
    settle();
    QCOMPARE(f.renewalCount(), 1);
    const QList<Transition> seen = f.session->transitions();
    QCOMPARE(seen.at(seen.size() - 2).to, SessionState::Renewing);
    QCOMPARE(seen.at(seen.size() - 2).cause, occasions[occasion].cause);
    occasions[occasion].happens(*f.session);
    f.clock.advance(1min);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionOccasions::allAtOnce()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.sleep(3h);
    for (int i = 0; i < 10; ++i) {
        for (const Occasion &occasion : occasions)
            occasion.happens(*f.session);
        f.session->renewNow();
    }
    f.clock.advance(10min);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionOccasions::leavesAloneWhatCannotBeRenewed()
{
    QFETCH(int, occasion);
    SessionFixture f;
    f.start();
    occasions[occasion].happens(*f.session); // signed out
    f.signIn();
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    f.clock.advance(5h);
    occasions[occasion].happens(*f.session); // switched off
    f.clock.advance(5h);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.session->setRenewalSettings({});
    occasions[occasion].happens(*f.session);
    f.session->signOut();
    occasions[occasion].happens(*f.session);
    f.clock.advance(1h);
    QCOMPARE(f.http.sentCount(), 2); // the sign-in and its profile
}

void tst_SessionOccasions::doesNotHurryAConfirmation()
{
    QFETCH(int, occasion);
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(2h);
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    f.session->renewNow();
    f.clock.advance(3s);
    occasions[occasion].happens(*f.session);
    settle();
    QCOMPARE(f.renewalCount(), 1); // the second question comes "some seconds later"
    f.clock.advance(3s);
    QCOMPARE(f.renewalCount(), 2);
}

void tst_SessionOccasions::cutsABackoffShort()
{
    QFETCH(int, occasion);
    SessionFixture f;
    f.unitRandom = [] { return 1.0; };
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.session->renewNow();
    f.clock.advance(25min); // tried every five minutes by now
    f.renewalAnswer.reset();
    const int tries = f.renewalCount();
    f.clock.advance(10s);
    QCOMPARE(f.renewalCount(), tries);
    occasions[occasion].happens(*f.session);
    settle();
    QCOMPARE(f.renewalCount(), tries + 1);
    QVERIFY(!f.session->status().renewalError);
}

void tst_SessionOccasions::gapNotWorthARenewal()
{
    SessionFixture f;
    f.start();
    f.signIn();
    int ready = 0;
    f.session->prepareForGap(Cause::Suspend, Limit, this, [&] { ++ready; });
    QCOMPARE(ready, 0); // never from inside the call
    settle();
    QCOMPARE(ready, 1);
    f.clock.advance(10s);
    QCOMPARE(ready, 1);
    QCOMPARE(f.renewalCount(), 0);
}

void tst_SessionOccasions::gapWaitsUntilItIsStored()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(2h);
    f.holdRenewals = true;
    f.store.writeMode = FakeStore::Mode::Held;
    int ready = 0;
    f.session->prepareForGap(Cause::Suspend, Limit, this, [&] { ++ready; });
    f.clock.advance(300ms);
    QCOMPARE(ready, 0);
    f.http.answerNext(f.pairReply());
    f.clock.advance(300ms);
    QCOMPARE(ready, 0);
    f.store.release();
    settle();
    QCOMPARE(ready, 1);
    QCOMPARE(f.stored().issuedAt, f.clock.wall() - 600ms);
    f.clock.advance(10s);
    QCOMPARE(ready, 1);
}

void tst_SessionOccasions::gapJoinsTheRenewalInFlight()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdARenewal();
    int ready = 0;
    f.session->prepareForGap(Cause::Suspend, Limit, this, [&] { ++ready; });
    settle();
    QCOMPARE(ready, 0);
    f.http.answerNext(f.pairReply());
    settle();
    QCOMPARE(ready, 1);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionOccasions::gapIsBounded_data()
{
    QTest::addColumn<bool>("network"); // hangs; else the keychain does
    QTest::newRow("the network hangs") << true;
    QTest::newRow("the keychain hangs") << false;
}

void tst_SessionOccasions::gapIsBounded()
{
    QFETCH(bool, network);
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(2h);
    f.holdRenewals = network;
    f.store.writeMode = FakeStore::Mode::Silent;
    int ready = 0;
    f.session->prepareForGap(Cause::User, 500ms, this, [&] { ++ready; });
    f.clock.advance(499ms);
    QCOMPARE(ready, 0);
    f.clock.advance(2ms);
    QCOMPARE(ready, 1);
    if (network)
        f.http.answerNext(f.pairReply());
    f.clock.advance(10s); // it goes on, and nobody is told twice
    QCOMPARE(ready, 1);
    QCOMPARE(f.session->status().renewals, 1);
}

void tst_SessionOccasions::gapEndsWithAFailure()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(2h);
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    int ready = 0;
    f.session->prepareForGap(Cause::Suspend, Limit, this, [&] { ++ready; });
    settle();
    QCOMPARE(ready, 1); // sleeping is not put off for retries
    f.clock.advance(1min);
    QCOMPARE(ready, 1);
}

// The next try is due, and can end, before the computer sleeps.
void tst_SessionOccasions::gapSitsOutAShortOutage()
{
    SessionFixture f;
    f.unitRandom = [] { return 0.0; }; // in two seconds
    f.start();
    f.signIn();
    f.clock.advance(2h);
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    int ready = 0;
    f.session->prepareForGap(Cause::Suspend, 4500ms, this, [&] { ++ready; });
    settle();
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(ready, 0);
    f.renewalAnswer.reset();
    f.clock.advance(2100ms);
    QCOMPARE(ready, 1);
    QCOMPARE(f.session->status().renewals, 1);
}

void tst_SessionOccasions::gapIsSilentWithoutItsContext()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(2h);
    f.holdRenewals = true;
    int ready = 0;
    auto context = std::make_unique<QObject>();
    const int timers = f.clock.activeTimers();
    f.session->prepareForGap(Cause::Suspend, Limit, context.get(), [&] { ++ready; });
    settle();
    context.reset();
    f.http.answerNext(f.pairReply());
    f.clock.advance(2s);
    QCOMPARE(ready, 0);
    QVERIFY(f.clock.activeTimers() <= timers);
    QCOMPARE(f.session->status().renewals, 1);
}

void tst_SessionOccasions::gapOutlivesTheSession()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.advance(2h);
    f.holdRenewals = true;
    int ready = 0;
    f.session->prepareForGap(Cause::User, Limit, this, [&] { ++ready; });
    f.quit();
    f.clock.advance(2s);
    QCOMPARE(ready, 1);
}

LATCHKEY_TEST(tst_SessionOccasions, QCoreApplication)
#include "tst_sessionoccasions.moc"
