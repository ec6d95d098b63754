#include "tests/session/networkfaults.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

bool isRenewal(const HttpRequest &request)
{
    return request.url.path().endsWith(u"/auth/refresh-token");
}

HttpReply dated(HttpReply reply, const QByteArray &date)
{
    if (date.isEmpty())
        reply.headers.remove("date");
    else
        reply.headers.insert("date", date);
    return reply;
}

const HttpReply &refusal()
{
    static const HttpReply reply = jsonReply(401, R"({"message":"Invalid","statusCode":401})");
    return reply;
}

} // namespace

// security.md section 3, "Network": answers that are lost, late or out of order, two faults in a
// row, and servers that do not know the time.
class tst_FaultsServer : public QObject
{
    Q_OBJECT
private slots:
    void lateReply_data();
    void lateReply();
    void lostAfterRotation_data();
    void lostAfterRotation();
    void repliesReordered();
    void idleConnectionClosedDuringSleep();
    void twoFaults_data();
    void twoFaults();
    void serversClock_data();
    void serversClock();
    void wrongDateHeader_data();
    void wrongDateHeader();
    void wrongDateHeaderAtStart_data();
    void wrongDateHeaderAtStart();
};

void tst_FaultsServer::lateReply_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("DNS: slow 20 s") << 20'000LL;
    QTest::newRow("IPv6 black hole with working IPv4") << 900LL;
    QTest::newRow("PAC slow") << 10'000LL;
    QTest::newRow("1xx x 20,000, then the answer") << 2'000LL;
    QTest::newRow("drip within the deadline") << 29'900LL;
}

void tst_FaultsServer::lateReply()
{
    QFETCH(qint64, milliseconds);
    SessionFixture f;
    f.start();
    f.signIn();
    f.holdRenewals = true;
    f.session->renewNow();
    f.clock.advance(Milliseconds(milliseconds));
    QCOMPARE(f.renewalCount(), 1); // nobody loses patience and asks again
    QCOMPARE(f.state(), SessionState::Renewing);
    const WallTime sent = f.clock.wall() - Milliseconds(milliseconds);
    f.http.answerNext(f.pairReply());
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(*f.session->status().refreshExpiry, sent + 10h); // counted from the request
}

void tst_FaultsServer::lostAfterRotation_data()
{
    QTest::addColumn<bool>("rotates");
    QTest::addColumn<bool>("accessAlive");
    QTest::newRow("reply lost, old token still works") << false << true;
    QTest::newRow("reply lost, old token still works, access token dead") << false << false;
    QTest::newRow("reply lost after rotation") << true << true;
    QTest::newRow("reply lost after rotation, access token dead") << true << false;
}

void tst_FaultsServer::lostAfterRotation()
{
    QFETCH(bool, rotates);
    QFETCH(bool, accessAlive);
    SessionFixture f;
    if (!accessAlive)
        f.swapLives();
    f.start();
    f.signIn();
    f.clock.sleep(2h);
    f.renewalAnswer = failedReply(TransportFailure::Interrupted);
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1);
    f.renewalAnswer = rotates ? std::optional(refusal()) : std::nullopt;
    f.clock.advance(10min);
    if (!rotates) {
        QCOMPARE(f.state(), SessionState::SignedIn);
        QCOMPARE(f.loginCount(), 1);
    } else if (accessAlive) {
        QCOMPARE(f.state(), SessionState::NotRenewable); // told, and no wall
        QCOMPARE(f.renewalCount(), 3); // the lost one, the refused one and its confirmation
    } else {
        QCOMPARE(f.state(), SessionState::Ended);
        QCOMPARE(f.session->status().endReason, EndReason::Refused);
    }
}

void tst_FaultsServer::repliesReordered()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.http.setResponder([](const HttpRequest &) { return std::nullopt; });
    f.session->reloadProfile();
    f.session->renewNow();
    settle();
    QCOMPARE(f.http.pendingCount(), 2);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.http.answerNext(QStringLiteral("/auth/refresh-token"), f.pairReply());
    settle();
    f.http.answerNext(QStringLiteral("/auth/profile"), f.profileReply());
    settle();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(f.session->status().renewals, 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.http.sentCount(), 4); // sign-in and its profile, and these two
}

void tst_FaultsServer::idleConnectionClosedDuringSleep()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.clock.sleep(8h);
    f.http.setResponder([&f, first = true](const HttpRequest &) mutable {
        return std::exchange(first, false) ? failedReply(TransportFailure::Interrupted)
                                           : f.pairReply();
    });
    f.session->resumed();
    f.clock.advance(3s);
    QCOMPARE(f.renewalCount(), 2); // each its own decision
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.session->status().renewalError);
}

void tst_FaultsServer::twoFaults_data()
{
    QTest::addColumn<NetworkFault>("first");
    QTest::addColumn<NetworkFault>("second");
    const QList<NetworkFault> faults = networkFaults();
    // Neighbours at a distance that mixes the groups; a refusal once is not believed.
    for (int pair = 0; pair < 20; ++pair) {
        const NetworkFault &first = faults.at((pair * 7) % faults.size());
        const NetworkFault &second = faults.at((pair * 7 + 23) % faults.size());
        QTest::addRow("%s, then %s", first.name.constData(), second.name.constData())
            << first << second;
    }
}

void tst_FaultsServer::twoFaults()
{
    QFETCH(NetworkFault, first);
    QFETCH(NetworkFault, second);
    SessionFixture f;
    f.unitRandom = [] { return 0.0; };
    f.start();
    f.signIn();
    f.http.setResponder([&, count = 0](const HttpRequest &request) mutable {
        if (!isRenewal(request))
            return f.profileReply();
        f.renewalTimes.append(f.clock.sinceBoot());
        ++count;
        return count == 1 ? first.reply : count == 2 ? second.reply : f.pairReply();
    });
    f.session->renewNow();
    f.clock.advance(5min);
    QVERIFY(f.shortestRenewalGap() >= 2s);
    const bool twiceRefused = first.verdict == NetworkFault::Verdict::Refused
        && second.verdict == NetworkFault::Verdict::Refused;
    QCOMPARE(f.renewalCount(), twiceRefused ? 2 : 3);
    QCOMPARE(f.state(), twiceRefused ? SessionState::NotRenewable : SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_FaultsServer::serversClock_data()
{
    QTest::addColumn<qint64>("serverNow"); // seconds since 1970
    const qint64 now = FakeClock().wall().time_since_epoch() / 1s;
    QTest::newRow("server time 0") << 0LL;
    QTest::newRow("server time 1970") << 86'400LL * 30;
    QTest::newRow("server time just before 2038-01-19") << 2'147'483'640LL;
    QTest::newRow("server time after 2038-01-19") << 2'147'483'650LL;
    QTest::newRow("server time 2106-02-07") << 4'294'967'290LL;
    QTest::newRow("server a day ahead") << now + 86'400;
    QTest::newRow("server a day behind") << now - 86'400;
}

void tst_FaultsServer::serversClock()
{
    QFETCH(qint64, serverNow);
    SessionFixture f;
    f.serverOffset = WallTime(std::chrono::seconds(serverNow)) - f.clock.wall();
    f.start();
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(*f.session->status().refreshExpiry, f.clock.wall() + 10h);
    f.clock.advance(9h);
    QVERIFY(f.renewalCount() >= 3 && f.renewalCount() <= 4);
    QCOMPARE(f.session->status().renewals, f.renewalCount());
    f.restart(); // the profile's Date and the tokens' iat are by the same clock
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.clock.advance(20h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
}

void tst_FaultsServer::wrongDateHeader_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::newRow("Date missing") << QByteArray();
    QTest::newRow("Date 1970") << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT");
    QTest::newRow("Date 2038") << QByteArray("Tue, 19 Jan 2038 03:14:08 GMT");
    QTest::newRow("Date 2106") << QByteArray("Sun, 07 Feb 2106 06:28:16 GMT");
    QTest::newRow("Date is no date") << QByteArray("yesterday");
}

void tst_FaultsServer::wrongDateHeader()
{
    QFETCH(QByteArray, date);
    SessionFixture f;
    f.http.setResponder([&](const HttpRequest &request) {
        const bool profile = request.url.path().endsWith(u"/auth/profile");
        return dated(profile ? f.profileReply() : f.pairReply(), date);
    });
    f.start();
    f.signIn();
    QCOMPARE(*f.session->status().refreshExpiry, f.clock.wall() + 10h); // exp - iat
    f.clock.advance(9h);
    QVERIFY(f.renewalCount() >= 3 && f.renewalCount() <= 4);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_FaultsServer::wrongDateHeaderAtStart_data()
{
    wrongDateHeader_data();
}

// The stored pair is 1 h old and good; only the header, which any proxy may stamp, says otherwise.
void tst_FaultsServer::wrongDateHeaderAtStart()
{
    QFETCH(QByteArray, date);
    SessionFixture f;
    f.signInAndQuit(1h);
    f.profileAnswer = dated(f.profileReply(), date);
    f.start();
    f.clock.advance(1min);
    QVERIFY2(f.state() == SessionState::SignedIn, qPrintable(stateName(f.state())));
    f.clock.advance(3h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.renewalCount() >= 1);
    QCOMPARE(f.loginCount(), 1);
}

LATCHKEY_TEST(tst_FaultsServer, QCoreApplication)
#include "tst_faultsserver.moc"
