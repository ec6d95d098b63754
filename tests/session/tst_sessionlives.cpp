#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

HttpReply opaquePair(const QByteArray &refresh = "opaque-r")
{
    return jsonReply(201, R"({"access_token":"opaque-a","refresh_token":")" + refresh + R"("})");
}

// A server of five minutes whose access tokens all say that they were issued at the sign-in.
class CopiesIat final : public SessionFixture
{
public:
    CopiesIat()
    {
        serverOffset = 90min; // this computer's clock is wrong
        http.setResponder([this](const HttpRequest &request) -> std::optional<HttpReply> {
            if (request.url.path().endsWith(u"/auth/profile"))
                return request.bearer.isEmpty() ? timeReply() : profileReply();
            if (request.url.path().endsWith(u"/auth/login"))
                m_firstIat = now();
            else
                renewalTimes.append(clock.sinceBoot());
            if (isDown)
                return failedReply(TransportFailure::Offline);
            HttpReply reply = profileReply(); // for its Date
            reply.status = 201;
            ++serial;
            reply.body = R"({"access_token":")" + jwt(m_firstIat, now() + 5min - m_firstIat, serial)
                + R"(","refresh_token":")" + jwt(now(), 10h, serial) + R"("})";
            return reply;
        });
    }
    // To a question without a token: no profile, and yet the time.
    [[nodiscard]] HttpReply timeReply() const
    {
        HttpReply reply = apiError(401);
        reply.headers.insert("date", profileReply().headers.value("date"));
        return reply;
    }
    [[nodiscard]] WallTime now() const { return clock.wall() + serverOffset; }
    // What the newest access token really has left, by the session's word.
    [[nodiscard]] Milliseconds left() const
    {
        return *session->status().accessExpiry - clock.wall();
    }

    bool isDown = false;

private:
    WallTime m_firstIat{};
};

} // namespace

// Tokens that do not say how long they live, or say it wrongly.
class tst_SessionLives : public QObject
{
    Q_OBJECT
private slots:
    void s68FractionsCount();
    void s69OpaqueAfterALongTime_data();
    void s69OpaqueAfterALongTime();
    void s69OpaqueSitsOutALongOutage();
    void s69OpaqueAccessTokenAloneIsSent();
    void s69OpaqueExpiredByHandIsDead();
    void s85OldIatInRenewedTokens();
    void s85OldIatAfterARestart();
    void s85OldIatOfATokenThatIsDead();
};

void tst_SessionLives::s68FractionsCount()
{
    SessionFixture f;
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const qint64 second = (f.clock.wall().time_since_epoch()) / 1s;
    const auto token = [&](qint64 life) {
        const QByteArray claims = R"({"iat":)" + QByteArray::number(second) + R"(.75,"exp":)"
            + QByteArray::number(second + life) + ".25}";
        return "e30." + claims.toBase64(options) + ".c2ln";
    };
    f.loginAnswer = jsonReply(201,
                              R"({"access_token":")" + token(7200) + R"(","refresh_token":")"
                                  + token(3600) + R"("})");
    f.start();
    f.signIn();
    QCOMPARE(*f.session->status().accessExpiry, f.clock.wall() + 2h);
    QCOMPARE(*f.session->status().refreshExpiry, f.clock.wall() + 1h);
}

void tst_SessionLives::s69OpaqueAfterALongTime_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<bool>("restarts");
    for (const qint64 hours : {2, 11, 24 * 21, 24 * 365}) {
        QTest::addRow("69: asleep %lld h", hours) << hours << false;
        QTest::addRow("69: off %lld h", hours) << hours << true;
    }
}

void tst_SessionLives::s69OpaqueAfterALongTime()
{
    QFETCH(qint64, hours);
    QFETCH(bool, restarts);
    SessionFixture f;
    f.loginAnswer = opaquePair();
    f.renewalAnswer = opaquePair("opaque-r2");
    f.start();
    f.signIn();
    if (restarts) {
        f.quit();
        f.clock.advance(std::chrono::hours(hours));
        f.start();
    } else {
        f.clock.sleep(std::chrono::hours(hours));
        f.session->resumed();
    }
    f.clock.advance(1s);
    QCOMPARE(f.renewalCount(), 1); // it was tried
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.loginCount(), 1);
    for (const Transition &each : f.session->transitions())
        QVERIFY(each.to != SessionState::Ended && each.to != SessionState::NotRenewable);
}

void tst_SessionLives::s69OpaqueSitsOutALongOutage()
{
    SessionFixture f;
    f.loginAnswer = opaquePair();
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(3 * Day);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.renewalAnswer = opaquePair("opaque-r2");
    f.clock.advance(5min);
    QVERIFY(!f.session->status().renewalError);
    QCOMPARE(f.session->status().renewals, 1);
    QCOMPARE(f.stored().tokens.refresh.sameAs(Secret(QByteArrayView("opaque-r2"))), true);
}

// Nothing to renew it with: the server is asked, and says that it is good.
void tst_SessionLives::s69OpaqueAccessTokenAloneIsSent()
{
    SessionFixture f;
    f.loginAnswer = jsonReply(201, R"({"access_token":"opaque-a"})");
    f.start();
    f.signIn();
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.clock.sleep(3 * Day);
    f.session->resumed();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    const int before = f.profileCount();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    QCOMPARE(f.profileCount(), before + 1);
    QCOMPARE(loaded.size(), 1);
    f.restart();
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(f.loginCount(), 1);
    QCOMPARE(f.renewalCount(), 0);
}

void tst_SessionLives::s69OpaqueExpiredByHandIsDead()
{
    SessionFixture f;
    f.loginAnswer = opaquePair();
    f.start();
    f.signIn();
    f.session->expireByHand(TokenKind::Refresh, true);
    settle();
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.session->expireByHand(TokenKind::Access, true);
    settle();
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().endReason, EndReason::Expired);
}

void tst_SessionLives::s85OldIatInRenewedTokens()
{
    CopiesIat f;
    f.start();
    f.signIn();
    for (int hour = 0; hour < 24; ++hour) {
        f.clock.advance(1h);
        QVERIFY(f.left() > 0s && f.left() <= 5min);
        QCOMPARE(f.state(), SessionState::SignedIn);
    }
    QVERIFY(f.shortestRenewalGap() >= 30s);
    QVERIFY(f.renewalCount() <= 24 * 120);
}

void tst_SessionLives::s85OldIatAfterARestart()
{
    CopiesIat f;
    f.start();
    f.signIn();
    f.clock.advance(12h);
    const Milliseconds left = f.left();
    f.isDown = true;
    f.quit();
    f.clock.advance(1min);
    f.start();
    QVERIFY(std::chrono::abs(f.left() - (left - 1min)) <= 2s);
    f.quit();
    f.setComputersClock(-90min); // wrong before, right or wrong now: the server's clock knows
    f.clock.advance(1min);
    f.start();
    f.clock.advance(1s);
    QVERIFY2(std::chrono::abs(f.left() - (left - 2min)) <= 3s,
             qPrintable(QStringLiteral("%1 of %2").arg(f.left() / 1s).arg(left / 1s)));
}

// Twenty seconds after its end nothing is sent with it, and nobody is told that it is good.
void tst_SessionLives::s85OldIatOfATokenThatIsDead()
{
    for (const bool restarts : {false, true}) {
        CopiesIat f;
        f.start();
        f.signIn();
        f.clock.advance(12h);
        f.isDown = true;
        if (restarts)
            f.quit();
        f.clock.advance(5min + 20s);
        if (restarts)
            f.start();
        const int before = f.profileCount();
        f.session->reloadProfile();
        f.clock.advance(10s);
        QCOMPARE(f.profileCount(), before);
        QVERIFY(f.left() <= -20s);
        f.isDown = false;
        f.clock.advance(5min);
        QVERIFY(f.profileCount() > before || !restarts);
        QCOMPARE(f.state(), SessionState::SignedIn);
        QVERIFY(f.left() > 0s && f.left() <= 5min);
    }
}

LATCHKEY_TEST(tst_SessionLives, QCoreApplication)
#include "tst_sessionlives.moc"
