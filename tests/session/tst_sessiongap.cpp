#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

constexpr Session::EndLimits End{.usual = 800ms, .committed = 10s};
const QString RefreshPath = QStringLiteral("/auth/refresh-token");

} // namespace

// The program ends, or the computer sleeps, and a refresh token works once (scenario 72): an answer
// that comes too late costs the session.
class tst_SessionGap : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void s72WhatCannotEndIsNotBegun_data();
    void s72WhatCannotEndIsNotBegun();
    void s72AnyQuestionTellsThePace();
    void s72TheKeychainsPaceCounts();
    void s72OneSlowAnswerIsForgotten();
    void s72WithoutAnAnswerIsSlow();
    void s72DueInTheGapIsPutOff();
    void s72SentIsWaitedFor_data();
    void s72SentIsWaitedFor();
    void s72SentBeforeASleepIsWaitedFor_data();
    void s72SentBeforeASleepIsWaitedFor();
    void s72TheWriteIsWaitedFor();
    void s72AWriteThatTimesOutIsNot();
    void s72UnderWayAndNotSent_data();
    void s72UnderWayAndNotSent();

private:
    // Signed in, the last renewal took so long to be answered, and another is worth it.
    void begin(Milliseconds renewalTook);
    void beginSlowRenewal(); // and it has left
    void end();
    void renewIn(Milliseconds took);

    std::unique_ptr<SessionFixture> f;
    int m_ready = 0;
};

void tst_SessionGap::init()
{
    f = std::make_unique<SessionFixture>();
    f->unitRandom = [] { return 0.5; };
    m_ready = 0;
}

void tst_SessionGap::renewIn(Milliseconds took)
{
    f->holdRenewals = true;
    f->session->renewNow();
    f->clock.advance(took);
    f->http.answerNext(RefreshPath, f->pairReply());
    settle();
    f->holdRenewals = false;
    f->clock.advance(1h);
}

void tst_SessionGap::begin(Milliseconds renewalTook)
{
    f->start();
    f->signIn();
    renewIn(renewalTook);
    QCOMPARE(f->state(), SessionState::SignedIn);
    QCOMPARE(f->renewalCount(), 1);
}

void tst_SessionGap::beginSlowRenewal()
{
    f->start();
    f->signIn();
    f->holdARenewal();
    QCOMPARE(f->renewalCount(), 1);
}

void tst_SessionGap::end()
{
    f->session->prepareForEnd(End, this, [this] { ++m_ready; });
}

void tst_SessionGap::s72WhatCannotEndIsNotBegun_data()
{
    QTest::addColumn<bool>("ends"); // the program; else the computer sleeps
    QTest::addColumn<int>("took"); // the last renewal, ms
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("begun");
    QTest::newRow("72: quit, quick server") << true << 300 << 800 << true;
    QTest::newRow("72: quit, no room for the rest") << true << 750 << 800 << false;
    QTest::newRow("72: quit, slower than the limit") << true << 3000 << 800 << false;
    QTest::newRow("72: sleep, quick server") << false << 300 << 4500 << true;
    QTest::newRow("72: sleep, slow and in time") << false << 3000 << 4500 << true;
    QTest::newRow("72: sleep, slower than the limit") << false << 6000 << 4500 << false;
}

void tst_SessionGap::s72WhatCannotEndIsNotBegun()
{
    QFETCH(bool, ends);
    QFETCH(int, took);
    QFETCH(int, limit);
    QFETCH(bool, begun);
    begin(Milliseconds(took));
    const auto planned = f->session->status().nextRenewal;
    const auto ready = [this] { ++m_ready; };
    if (ends)
        f->session->prepareForEnd({Milliseconds(limit), 10s}, this, ready);
    else
        f->session->prepareForGap(Cause::Suspend, Milliseconds(limit), this, ready);
    settle();
    QCOMPARE(f->renewalCount(), begun ? 2 : 1);
    QCOMPARE(m_ready, 1); // the fake server answers at once
    if (!begun)
        QCOMPARE(f->session->status().nextRenewal, planned); // which is for the morning
}

void tst_SessionGap::s72AnyQuestionTellsThePace()
{
    f->start();
    f->holdLogins = true;
    f->signIn();
    f->clock.advance(2s);
    f->http.answerNext(f->pairReply());
    settle();
    f->clock.advance(1h);
    end();
    settle();
    QCOMPARE(m_ready, 1);
    QCOMPARE(f->renewalCount(), 0);
}

void tst_SessionGap::s72TheKeychainsPaceCounts()
{
    f->start();
    f->signIn();
    f->store.writeMode = FakeStore::Mode::Held;
    f->session->renewNow();
    f->clock.advance(750ms);
    f->store.release();
    f->store.writeMode = FakeStore::Mode::Works;
    f->clock.advance(1h);
    QCOMPARE(f->renewalCount(), 1);
    end();
    settle();
    QCOMPARE(m_ready, 1);
    QCOMPARE(f->renewalCount(), 1);
}

void tst_SessionGap::s72OneSlowAnswerIsForgotten()
{
    begin(3s);
    for (int i = 0; i < 3; ++i)
        renewIn(100ms);
    end();
    settle();
    QCOMPARE(f->renewalCount(), 5);
}

void tst_SessionGap::s72WithoutAnAnswerIsSlow()
{
    f->start();
    f->signIn();
    f->clock.advance(1h);
    f->holdRenewals = true;
    f->session->renewNow();
    f->clock.advance(30s);
    f->http.answerNext(failedReply(TransportFailure::TimedOut));
    f->clock.advance(1ms);
    const int before = f->renewalCount();
    end();
    settle();
    QCOMPARE(m_ready, 1);
    QCOMPARE(f->renewalCount(), before);
}

// Its own time comes while the computer waits for us: an answer after that is lost as well.
void tst_SessionGap::s72DueInTheGapIsPutOff()
{
    begin(6s);
    const Milliseconds due = *f->session->status().nextRenewal - f->clock.wall();
    f->clock.advance(due - 1s);
    f->session->prepareForGap(Cause::Suspend, 4500ms, this, [this] { ++m_ready; });
    f->clock.advance(4400ms);
    QCOMPARE(f->renewalCount(), 1);
    f->clock.sleep(1h);
    f->clock.advance(1s);
    QCOMPARE(f->renewalCount(), 2);
    QCOMPARE(f->state(), SessionState::SignedIn);
}

void tst_SessionGap::s72SentIsWaitedFor_data()
{
    QTest::addColumn<int>("answeredAfter"); // ms
    QTest::addColumn<int>("readyAfter");
    QTest::newRow("72: within the usual limit") << 300 << 300;
    QTest::newRow("72: 3 s") << 3000 << 3000;
    QTest::newRow("72: 9.9 s") << 9900 << 9900;
    QTest::newRow("72: 11 s") << 11'000 << 10'000;
}

void tst_SessionGap::s72SentIsWaitedFor()
{
    QFETCH(int, answeredAfter);
    QFETCH(int, readyAfter);
    beginSlowRenewal();
    const Tokens before = f->stored().tokens;
    end();
    f->clock.advance(Milliseconds(std::min(answeredAfter, readyAfter) - 1));
    QCOMPARE(m_ready, 0);
    f->clock.advance(1ms);
    if (answeredAfter > readyAfter) {
        QCOMPARE(m_ready, 1);
        return;
    }
    f->http.answerNext(f->pairReply());
    settle();
    QCOMPARE(m_ready, 1);
    QVERIFY(!f->stored().tokens.refresh.sameAs(before.refresh));
    f->restart();
    QCOMPARE(f->state(), SessionState::SignedIn);
}

void tst_SessionGap::s72SentBeforeASleepIsWaitedFor_data()
{
    QTest::addColumn<int>("answeredAfter"); // ms; of 4500
    QTest::addColumn<int>("readyAfter");
    QTest::newRow("72: 4 s") << 4000 << 4000;
    QTest::newRow("72: 5 s") << 5000 << 4500;
}

void tst_SessionGap::s72SentBeforeASleepIsWaitedFor()
{
    QFETCH(int, answeredAfter);
    QFETCH(int, readyAfter);
    beginSlowRenewal();
    f->session->prepareForGap(Cause::Suspend, 4500ms, this, [this] { ++m_ready; });
    f->clock.advance(Milliseconds(readyAfter - 1));
    QCOMPARE(m_ready, 0);
    f->clock.advance(1ms);
    if (answeredAfter == readyAfter)
        f->http.answerNext(f->pairReply());
    settle();
    QCOMPARE(m_ready, 1);
}

void tst_SessionGap::s72TheWriteIsWaitedFor()
{
    beginSlowRenewal();
    f->store.writeMode = FakeStore::Mode::Held;
    end();
    f->clock.advance(2s);
    f->http.answerNext(f->pairReply());
    f->clock.advance(2s); // more than anybody else waits for a write
    QCOMPARE(f->session->status().renewals, 1);
    QCOMPARE(m_ready, 0);
    f->store.release();
    settle();
    QCOMPARE(m_ready, 1);
    QCOMPARE(f->stored().issuedAt, f->clock.wall() - 4s);
}

void tst_SessionGap::s72AWriteThatTimesOutIsNot()
{
    beginSlowRenewal();
    f->store.writeMode = FakeStore::Mode::TimesOut;
    end();
    f->clock.advance(2s);
    f->http.answerNext(f->pairReply());
    settle();
    QCOMPARE(m_ready, 1);
}

void tst_SessionGap::s72UnderWayAndNotSent_data()
{
    QTest::addColumn<bool>("ends");
    QTest::newRow("72: the program ends") << true;
    QTest::newRow("72: the computer sleeps") << false;
}

// It waits for the keychain when the gap is announced.
void tst_SessionGap::s72UnderWayAndNotSent()
{
    QFETCH(bool, ends);
    begin(6s);
    f->store.readMode = FakeStore::Mode::Held;
    f->session->renewNow();
    settle();
    QCOMPARE(f->state(), SessionState::Renewing);
    if (ends)
        end();
    else
        f->session->prepareForGap(Cause::Suspend, 4500ms, this, [this] { ++m_ready; });
    settle();
    QCOMPARE(m_ready, 0);
    f->store.readMode = FakeStore::Mode::Works;
    f->store.release();
    settle();
    QCOMPARE(m_ready, 1);
    QCOMPARE(f->renewalCount(), 1);
    QCOMPARE(f->state(), SessionState::SignedIn);
    f->clock.advance(1min);
    QCOMPARE(f->renewalCount(), ends ? 1 : 2); // the computer did not sleep after all
}

LATCHKEY_TEST(tst_SessionGap, QCoreApplication)
#include "tst_sessiongap.moc"
