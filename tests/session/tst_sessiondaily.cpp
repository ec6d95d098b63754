#include "tests/session/otherprocess.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <array>
#include <utility>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

struct GoodMoment {
    const char *name;
    void (*happens)(Session &);
    bool isTheEnd = false;
};

const GoodMoment goodMoments[] = {
    {"the computer wakes up", [](Session &session) { session.resumed(); }},
    {"the network is back", [](Session &session) { session.reconnected(); }},
    {"the window is active again", [](Session &session) { session.activated(); }},
    {"the computer falls asleep",
     [](Session &session) { session.prepareForGap(Cause::Suspend, 4s, &session, [] {}); }},
    {"the program ends",
     [](Session &session) {
         session.prepareForEnd({.usual = 800ms, .committed = 10s}, &session, [] {});
     },
     true},
};

} // namespace

// A computer that is closed and opened all day: each time is a good occasion to renew, and all of
// them together are too many.
class tst_SessionDaily : public QObject
{
    Q_OBJECT
private slots:
    void s77AtMost24ADay_data();
    void s77AtMost24ADay();
    void s77AtMost24ADayOfTwoProcesses();
    void s77TwoProcessesCountOneRenewalOnce();
    void s77AFullDayHoldsBackOccasionsOnly_data();
    void s77AFullDayHoldsBackOccasionsOnly();
    void s77ShortLivesAreNotConcerned_data();
    void s77ShortLivesAreNotConcerned();
    void s77ShortLivesBeforeASleep();

private:
    static void renewByHand(SessionFixture &f, int times);
    [[nodiscard]] static int busiestDay(const SessionFixture &f);
};

// The most renewals in any 24 hours.
int tst_SessionDaily::busiestDay(const SessionFixture &f)
{
    int most = 0;
    for (qsizetype first = 0; first < f.renewalTimes.size(); ++first) {
        int inADay = 0;
        for (qsizetype i = first; i < f.renewalTimes.size(); ++i)
            inADay += f.renewalTimes.at(i) - f.renewalTimes.at(first) < 24h ? 1 : 0;
        most = std::max(most, inADay);
    }
    return most;
}

void tst_SessionDaily::renewByHand(SessionFixture &f, int times)
{
    const int before = f.renewalCount();
    for (int i = 0; i < times; ++i) {
        f.session->renewNow();
        f.clock.advance(3s);
    }
    QCOMPARE(f.renewalCount(), before + times);
}

void tst_SessionDaily::s77AtMost24ADay_data()
{
    QTest::addColumn<int>("awake"); // minutes
    QTest::addColumn<int>("asleep");
    QTest::addColumn<bool>("restarts"); // the program is closed and started instead
    const std::pair<int, int> rhythms[] = {{5, 5}, {16, 1}, {20, 10}, {45, 15}};
    for (const bool restarts : {false, true}) {
        for (const auto &[awake, asleep] : rhythms)
            QTest::addRow("%d min and %d min%s", awake, asleep, restarts ? ", restarted" : "")
                << awake << asleep << restarts;
    }
}

void tst_SessionDaily::s77AtMost24ADay()
{
    QFETCH(int, awake);
    QFETCH(int, asleep);
    QFETCH(bool, restarts);
    SessionFixture f;
    f.usedShare = RenewalSettings().usedShare;
    f.start();
    f.signIn();
    for (Milliseconds end = f.clock.sinceBoot() + 60h; f.clock.sinceBoot() < end;) {
        f.clock.advance(std::chrono::minutes(awake));
        const Cause cause = restarts ? Cause::User : Cause::Suspend;
        f.session->prepareForGap(cause, 4s, f.session.get(), [] {});
        f.clock.advance(1s);
        if (restarts)
            f.quit();
        f.clock.sleep(std::chrono::minutes(asleep));
        restarts ? f.start() : f.session->resumed();
        f.clock.advance(1s);
        QCOMPARE(f.state(), SessionState::SignedIn);
    }
    const int most = busiestDay(f);
    QVERIFY2(most <= 24, qPrintable(QString::number(most)));
    QVERIFY(f.renewalTimes.size() >= 24); // two days and a half: the plan goes on
    QCOMPARE(f.loginCount(), 1);
}

// They take turns, and each counts the other's renewals as well as its own.
void tst_SessionDaily::s77AtMost24ADayOfTwoProcesses()
{
    SessionFixture f;
    f.usedShare = RenewalSettings().usedShare;
    f.lockFolder = f.folder.path();
    f.start();
    f.signIn();
    ApiClient api(f.http, f.clock);
    Preferences preferences(f.folder.filePath(QStringLiteral("latchkey.ini")));
    Session second({api, f.store, preferences, f.clock, f.lockFolder}, QStringLiteral("default"));
    second.useServer(f.server, false);
    settle();
    std::array processes{f.session.get(), &second};
    for (Milliseconds end = f.clock.sinceBoot() + 60h; f.clock.sinceBoot() < end;) {
        f.clock.advance(5min);
        for (Session *process : processes)
            process->prepareForGap(Cause::Suspend, 4s, process, [] {});
        f.clock.advance(3s);
        f.clock.sleep(5min);
        for (Session *process : processes)
            process->resumed();
        f.clock.advance(3s);
        std::swap(processes[0], processes[1]);
    }
    const int most = busiestDay(f);
    QVERIFY2(most <= 24, qPrintable(QString::number(most)));
    QVERIFY(f.renewalTimes.size() >= 24);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(second.status().state, SessionState::SignedIn);
    QVERIFY(f.session->status().renewals > 5 && second.status().renewals > 5);
    QCOMPARE(f.loginCount(), 1);
}

void tst_SessionDaily::s77TwoProcessesCountOneRenewalOnce()
{
    SessionFixture f;
    f.usedShare = RenewalSettings().usedShare;
    f.lockFolder = f.folder.path();
    f.start();
    f.signIn();
    {
        OtherProcess other(f);
        f.clock.advance(1min);
        for (int i = 0; i < 6;
             ++i) { // with the plan's 16 a day they stay below 24, and twice as many do not
            f.session->renewNow();
            f.clock.advance(3s);
            other.session.renewNow(); // takes over what is there
            f.clock.advance(3s);
        }
        QCOMPARE(other.renewals(), 0);
        QCOMPARE(f.renewalCount(), 6);
    }
    f.restart();
    f.clock.advance(20min);
    f.session->prepareForGap(Cause::Suspend, 4s, f.session.get(), [] {});
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 7);
}

void tst_SessionDaily::s77AFullDayHoldsBackOccasionsOnly_data()
{
    QTest::addColumn<int>("moment");
    QTest::addColumn<bool>("isFull");
    for (int i = 0; i < int(std::size(goodMoments)); ++i) {
        QTest::addRow("77: a full day, %s", goodMoments[i].name) << i << true;
        QTest::addRow("77: room for more, %s", goodMoments[i].name) << i << false;
    }
}

// What is planned comes on that day too, and after the end of the program: without it the session
// would die.
void tst_SessionDaily::s77AFullDayHoldsBackOccasionsOnly()
{
    QFETCH(int, moment);
    QFETCH(bool, isFull);
    SessionFixture f;
    f.unitRandom = [] { return 0.5; }; // by the plan after 150 minutes exactly
    f.start();
    f.signIn();
    renewByHand(f, isFull ? 24 : 4);
    const int before = f.renewalCount();
    f.clock.advance(61min); // a tenth of the life, and it is worth a renewal
    goodMoments[moment].happens(*f.session);
    f.clock.advance(10s);
    QCOMPARE(f.renewalCount(), isFull ? before : before + 1);
    if (!isFull)
        return;
    if (goodMoments[moment].isTheEnd)
        f.restart();
    f.clock.advance(80min);
    QCOMPARE(f.renewalCount(), before);
    f.clock.advance(10min);
    QCOMPARE(f.renewalCount(), before + 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionDaily::s77ShortLivesAreNotConcerned_data()
{
    QTest::addColumn<Milliseconds>("access");
    QTest::addColumn<Milliseconds>("refresh");
    QTest::addColumn<bool>("isConcerned");
    QTest::newRow("77: 10 h") << Milliseconds(20 * Day) << Milliseconds(10h) << true;
    QTest::newRow("77: less") << Milliseconds(20 * Day) << Milliseconds(10h - 11min) << false;
    QTest::newRow("77: the access token dies first, 10 h")
        << Milliseconds(10h) << Milliseconds(20 * Day) << true;
    QTest::newRow("77: the access token dies first, less")
        << Milliseconds(10h - 11min) << Milliseconds(20 * Day) << false;
    QTest::newRow("77: 1 h") << Milliseconds(1h) << Milliseconds(20 * Day) << false;
}

void tst_SessionDaily::s77ShortLivesAreNotConcerned()
{
    QFETCH(Milliseconds, access);
    QFETCH(Milliseconds, refresh);
    QFETCH(bool, isConcerned);
    for (const GoodMoment &moment : goodMoments) {
        SessionFixture f;
        f.unitRandom = [] { return 0.5; }; // by the plan after a quarter of the life
        f.accessLife = access;
        f.refreshLife = refresh;
        f.start();
        f.signIn();
        renewByHand(f, 24);
        const int before = f.renewalCount();
        for (int i = 0; i < 2; ++i) {
            f.clock.advance(std::min(access, refresh) / 9);
            moment.happens(*f.session);
            f.clock.advance(1s);
            if (moment.isTheEnd)
                f.restart();
        }
        QVERIFY2(f.renewalCount() == before + (isConcerned ? 0 : 2), moment.name);
    }
}

// A fortieth is enough before a sleep, as on the first renewal of a day.
void tst_SessionDaily::s77ShortLivesBeforeASleep()
{
    SessionFixture f;
    f.accessLife = 1h;
    f.refreshLife = 20 * Day;
    f.start();
    f.signIn();
    renewByHand(f, 24);
    const int before = f.renewalCount();
    f.clock.advance(2min);
    f.session->prepareForGap(Cause::Suspend, 4s, f.session.get(), [] {});
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), before + 1);
}

LATCHKEY_TEST(tst_SessionDaily, QCoreApplication)
#include "tst_sessiondaily.moc"
