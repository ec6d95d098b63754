#include "app/session/renewallock.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// What the session waits for, and what it does at once.
class tst_SessionPauses : public QObject
{
    Q_OBJECT
private slots:
    void anotherProcessIsGivenItsTime_data();
    void anotherProcessIsGivenItsTime();
    void aShortRetryAfterIsNoPermission();
    void aPairBornDeadIsJudgedAtOnce();
    void theTimeIsAskedWithPauses();
    void theTimeThatIsSetRightDuringARenewal();
    void theTimeThatIsSetRightWhileARenewalFails();
    void aProfileTellsTheServersClock();
};

namespace
{

HttpReply unavailable(const QByteArray &retryAfter)
{
    HttpReply reply = jsonReply(429, R"({"message":"slowly","statusCode":429})");
    reply.headers.insert("retry-after", retryAfter);
    return reply;
}

int timeQuestions(const SessionFixture &f)
{
    return f.http.sentCount(QStringLiteral("/auth/profile")) - f.profileCount();
}

// A pair that is an hour old and seems three hours older, since somebody set the clock meanwhile;
// who is asked answers by `answer`.
void startWithAWrongClock(SessionFixture &f, Milliseconds by, const FakeHttp::Responder &answer)
{
    f.signInAndQuit(1h);
    f.setComputersClock(by);
    f.http.setResponder(answer);
    f.start();
    f.clock.advance(10ms);
}

} // namespace

void tst_SessionPauses::anotherProcessIsGivenItsTime_data()
{
    QTest::addColumn<int>("occasion");
    QTest::addColumn<int>("seconds"); // until it is tried
    QTest::newRow("resumed") << 0 << 2;
    QTest::newRow("reconnected") << 1 << 2;
    QTest::newRow("activated") << 2 << 2;
    QTest::newRow("before a gap") << 3 << 4; // when that is over, or did not come
}

void tst_SessionPauses::anotherProcessIsGivenItsTime()
{
    QFETCH(int, occasion);
    QFETCH(int, seconds);
    SessionFixture f;
    f.lockFolder = f.folder.path();
    f.start();
    f.signIn();
    RenewalLock rival(f.lockFolder, f.keyOf(John));
    QVERIFY(rival.tryTake());
    f.clock.advance(*f.session->status().nextRenewal - f.clock.wall());
    QCOMPARE(f.renewalCount(), 0);
    rival.release(); // it did not come to anything
    const std::function<void()> occasions[]
        = {[&] { f.session->resumed(); }, [&] { f.session->reconnected(); },
           [&] { f.session->activated(); },
           [&] { f.session->prepareForGap(Cause::Suspend, 4s, f.session.get(), [] {}); }};
    occasions[occasion]();
    f.clock.advance(std::chrono::seconds(seconds - 1));
    QCOMPARE(f.renewalCount(), 0);
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionPauses::aShortRetryAfterIsNoPermission()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = unavailable("0");
    f.session->renewNow();
    settle();
    QCOMPARE(f.renewalCount(), 1);
    f.session->renewNow();
    f.clock.advance(RenewalFloor - 1ms);
    QCOMPARE(f.renewalCount(), 1);
    f.clock.advance(1ms);
    QCOMPARE(f.renewalCount(), 2);
}

// The computer slept while the answer was on its way, until both tokens in it were dead.
void tst_SessionPauses::aPairBornDeadIsJudgedAtOnce()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdARenewal();
    const HttpReply reply = f.pairReply();
    f.clock.sleep(f.accessLife + 1h);
    f.http.answerNext(QStringLiteral("/auth/refresh-token"), reply);
    settle();
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
}

// Nobody is there to tell how old the pair is, which seems to be past renewing.
void tst_SessionPauses::theTimeIsAskedWithPauses()
{
    SessionFixture f;
    f.unitRandom = [] { return 1.0; };
    startWithAWrongClock(f, 12h,
                         [](const auto &) { return failedReply(TransportFailure::Offline); });
    QCOMPARE(f.state(), SessionState::NotRenewable);
    for (int i = 0; i < 20; ++i) {
        f.session->clockMayHaveChanged();
        settle();
    }
    QCOMPARE(timeQuestions(f), 1);
    for (int second = 0; second < 60; ++second) {
        f.session->clockMayHaveChanged();
        f.clock.advance(1s);
    }
    QCOMPARE(timeQuestions(f), 5); // after 2, 4, 8, 16 s
}

void tst_SessionPauses::theTimeThatIsSetRightDuringARenewal()
{
    SessionFixture f;
    startWithAWrongClock(f, 3h, [&](const HttpRequest &request) -> std::optional<HttpReply> {
        if (!request.bearer.isEmpty() || !request.url.path().endsWith(u"/auth/profile"))
            return std::nullopt; // the profile and the renewal are on their way
        HttpReply reply = apiError(401);
        reply.headers.insert("date", f.profileReply().headers.value("date"));
        return reply;
    });
    QCOMPARE(timeQuestions(f), 1);
    QCOMPARE(f.renewalCount(), 1);
    const SessionStatus status = f.session->status();
    QVERIFY(std::chrono::abs(f.clock.wall() - *status.accessIssued - 1h) < 2s); // set right
    QVERIFY(!status.nextRenewal); // it is under way
}

void tst_SessionPauses::theTimeThatIsSetRightWhileARenewalFails()
{
    SessionFixture f;
    startWithAWrongClock(f, 3h, [&](const HttpRequest &request) -> std::optional<HttpReply> {
        if (!request.bearer.isEmpty())
            return std::nullopt; // the profile is on its way
        return failedReply(TransportFailure::Offline);
    });
    const auto retry = f.session->status().nextRenewal;
    QVERIFY(retry && *retry - f.clock.wall() <= 5s);
    f.http.answerNext(QStringLiteral("/auth/profile"), f.profileReply());
    settle();
    const SessionStatus status = f.session->status();
    QVERIFY(std::chrono::abs(f.clock.wall() - *status.accessIssued - 1h) < 2s); // set right
    QCOMPARE(status.nextRenewal, retry);
}

void tst_SessionPauses::aProfileTellsTheServersClock()
{
    SessionFixture f;
    f.start();
    f.signIn();
    QVERIFY(std::chrono::abs(f.session->status().serverOffset) < 1s);
    f.serverOffset = 90s; // somebody set the server's clock
    f.session->reloadProfile();
    settle();
    QVERIFY(std::chrono::abs(f.session->status().serverOffset - 90s) < 1s);
}

LATCHKEY_TEST(tst_SessionPauses, QCoreApplication)
#include "tst_sessionpauses.moc"
