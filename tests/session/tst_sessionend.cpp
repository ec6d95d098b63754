#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// What the end of the program does not wait for, and that nothing is sent after it was told
// (scenario 72).
class tst_SessionEnd : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void s72NothingIsSentAfterwards_data();
    void s72NothingIsSentAfterwards();
    void s72NothingElseIsWaitedFor_data();
    void s72NothingElseIsWaitedFor();
    void s72AWriteOfASignInGetsItsMoment();
    void s72TheSessionGoesMeanwhile();

private:
    void beginSlowRenewal(); // and it has left
    void end();

    std::unique_ptr<SessionFixture> f;
    int m_ready = 0;
};

void tst_SessionEnd::init()
{
    f = std::make_unique<SessionFixture>();
    m_ready = 0;
}

void tst_SessionEnd::beginSlowRenewal()
{
    f->start();
    f->signIn();
    f->holdARenewal();
    QCOMPARE(f->renewalCount(), 1);
}

void tst_SessionEnd::end()
{
    f->session->prepareForEnd({.usual = 800ms, .committed = 10s}, this, [this] { ++m_ready; });
}

void tst_SessionEnd::s72NothingIsSentAfterwards_data()
{
    QTest::addColumn<int>("status"); // of the renewal's answer; 0: the network is lost
    QTest::newRow("72: renewed") << 201;
    QTest::newRow("72: refused") << 401;
    QTest::newRow("72: server down") << 503;
    QTest::newRow("72: network lost") << 0;
}

void tst_SessionEnd::s72NothingIsSentAfterwards()
{
    QFETCH(int, status);
    beginSlowRenewal();
    end();
    const int sent = f->http.sentCount();
    f->clock.advance(1s);
    const auto tryAll = [this] {
        f->session->reloadProfile();
        f->session->renewNow();
        f->session->resumed();
        f->session->reconnected();
        f->session->activated();
        f->clock.advance(30s);
    };
    f->session->reconnected();
    f->session->reloadProfile();
    settle();
    QCOMPARE(f->http.sentCount(), sent);
    f->http.answerNext(status == 201 ? f->pairReply()
                           : status == 0
                           ? failedReply(TransportFailure::Offline)
                           : jsonReply(status, R"({"message":"x","statusCode":401})"));
    settle();
    QCOMPARE(m_ready, 1);
    tryAll();
    QCOMPARE(f->http.sentCount(), sent);
    QCOMPARE(m_ready, 1);
    QCOMPARE(f->store.items.size(), 1); // no session ends on the way out
}

void tst_SessionEnd::s72NothingElseIsWaitedFor_data()
{
    QTest::addColumn<bool>("login"); // else a profile
    QTest::newRow("72: a sign-in") << true;
    QTest::newRow("72: a profile") << false;
}

void tst_SessionEnd::s72NothingElseIsWaitedFor()
{
    QFETCH(bool, login);
    f->start();
    if (login) {
        f->holdLogins = true;
        f->signIn();
    } else {
        f->signIn();
        f->http.setResponder([](const HttpRequest &) { return std::nullopt; });
        f->session->reloadProfile();
        settle();
    }
    QCOMPARE(f->http.pendingCount(), 1);
    end();
    QCOMPARE(f->http.pendingCount(), 0); // given up
    settle();
    QCOMPARE(m_ready, 1);
}

void tst_SessionEnd::s72AWriteOfASignInGetsItsMoment()
{
    f->start();
    f->store.writeMode = FakeStore::Mode::Held;
    f->signIn();
    end();
    f->clock.advance(799ms);
    QCOMPARE(m_ready, 0);
    f->clock.advance(1ms);
    QCOMPARE(m_ready, 1); // and no more: ten seconds are for a renewal
}

void tst_SessionEnd::s72TheSessionGoesMeanwhile()
{
    beginSlowRenewal();
    end();
    f->quit();
    f->clock.advance(11s);
    QCOMPARE(m_ready, 1);
}

LATCHKEY_TEST(tst_SessionEnd, QCoreApplication)
#include "tst_sessionend.moc"
