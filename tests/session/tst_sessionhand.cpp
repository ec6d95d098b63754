#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = SessionEvent::Kind;
using Fault = SessionEvent::Fault;

namespace
{

const auto Access = TokenKind::Access;
const auto Refresh = TokenKind::Refresh;

// What the timeline shows: each mark with the fault that it is about.
using Mark = std::pair<Kind, Fault>;
QList<Mark> marks(const SessionFixture &f)
{
    QList<Mark> found;
    for (const SessionEvent &event : f.session->history().events())
        found += Mark(event.kind, event.fault);
    return found;
}

const Mark signedIn{Kind::SignedIn, Fault::None};

struct SignedIn : SessionFixture {
    SignedIn()
    {
        start();
        signIn();
        clock.advance(1h);
    }
    void expire(TokenKind token, bool expired = true)
    {
        session->expireByHand(token, expired);
        settle();
    }
    [[nodiscard]] SessionStatus status() const { return session->status(); }
};

} // namespace

// Tokens that a tester takes for expired (qa.md B26).
class tst_SessionHand : public QObject
{
    Q_OBJECT
private slots:
    void expiredAccessIsRenewedAtOnce();
    void noRequestLeavesWithIt();
    void expiredAccessInAnOutageCanBeRestored();
    void expiredAccessWhileRenewing();
    void expiredAccessWhileANewPairIsSaved();
    void expiredAccessEndsWhatCannotBeRenewed();
    void expiredAccessBeforeAConfirmation();
    void expiredRefreshLeavesTheAccessToken();
    void expiredRefreshWhileRenewing();
    void aKeptRefreshTokenStaysExpired();
    void bothEndTheSession();
    void nothingOfItIsStored();
    void nothingHappensOtherwise_data();
    void nothingHappensOtherwise();
    void refusedIsNotExpired();
    void warnsOnceWhereNobodyRenews();
    void signingOutTellsTheTokensOwnEnd();
    void aSleepAndASetClockChangeNothing();
};

void tst_SessionHand::expiredAccessIsRenewedAtOnce()
{
    SignedIn f;
    QSignalSpy changed(f.session.get(), &Session::changed);
    f.expire(Access);
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(marks(f),
             (QList<Mark>{
                 signedIn, {Kind::FaultOn, Fault::AccessExpired}, {Kind::Renewed, Fault::None}}));
    QVERIFY(!f.status().accessExpiredByHand); // that was the last one's
    QVERIFY(*f.status().accessExpiry > f.clock.wall() + f.accessLife - 1s);
    QCOMPARE(f.session->history().events().at(1).alias, 1);
    QVERIFY(changed.size() > 0);
}

void tst_SessionHand::noRequestLeavesWithIt()
{
    SignedIn f;
    f.holdRenewals = true;
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    const int before = f.profileCount();
    f.expire(Access);
    QCOMPARE(f.renewalCount(), 0); // nobody renews by the clock alone
    QVERIFY(f.status().accessExpiredByHand);
    QCOMPARE(*f.status().accessExpiry, f.clock.wall());
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.profileCount(), before);
    f.http.answerNext(f.pairReply());
    settle();
    QCOMPARE(f.profileCount(), before + 1);
    QCOMPARE(loaded.size(), 1);
}

void tst_SessionHand::expiredAccessInAnOutageCanBeRestored()
{
    SignedIn f;
    const SessionStatus before = f.status();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.expire(Access);
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.status().accessExpiredByHand);
    QVERIFY(f.session->history().newestPair()->accessExpiry <= f.clock.wall());
    f.expire(Access); // again: nothing
    f.expire(Access, false);
    QVERIFY(!f.status().accessExpiredByHand);
    QVERIFY(std::chrono::abs(*f.status().accessExpiry - *before.accessExpiry) < 1s);
    QCOMPARE(f.session->history().newestPair()->accessExpiry, *before.accessExpiry);
    QCOMPARE(f.session->history().events().last().kind, Kind::FaultOff);
    QCOMPARE(f.session->history().events().last().fault, Fault::AccessExpired);
    const int renewals = f.renewalCount();
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(f.renewalCount(), renewals);
    f.renewalAnswer.reset();
    f.clock.advance(5min); // the retry keeps its time
    QCOMPARE(f.renewalCount(), renewals + 1);
}

void tst_SessionHand::expiredAccessWhileRenewing()
{
    SignedIn f;
    f.holdARenewal();
    f.clock.advance(10ms);
    QCOMPARE(f.state(), SessionState::Renewing);
    f.expire(Access);
    QCOMPARE(f.state(), SessionState::Renewing);
    QVERIFY(f.status().accessExpiredByHand);
    f.http.answerNext(f.pairReply());
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.status().accessExpiredByHand);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionHand::expiredAccessWhileANewPairIsSaved()
{
    SignedIn f;
    f.store.writeMode = FakeStore::Mode::Held;
    f.session->renewNow();
    settle();
    QCOMPARE(f.state(), SessionState::Renewing); // until it is stored
    f.expire(Access);
    f.store.writeMode = FakeStore::Mode::Works;
    f.store.release();
    f.clock.advance(1min);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.status().accessExpiredByHand);
}

void tst_SessionHand::expiredAccessEndsWhatCannotBeRenewed()
{
    SignedIn f;
    f.clock.sleep(11h);
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    const WallTime now = f.clock.wall();
    f.expire(Access);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.status().endReason, EndReason::Expired);
    QCOMPARE(*f.status().endedAt, now);
    QCOMPARE(f.renewalCount(), 0);
    QCOMPARE(f.session->history().events().last().kind, Kind::Ended);
    f.expire(Access, false); // what ended stays ended
    QCOMPARE(f.state(), SessionState::Ended);
    f.restart();
    QCOMPARE(f.state(), SessionState::NotRenewable);
}

void tst_SessionHand::expiredAccessBeforeAConfirmation()
{
    SignedIn f;
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid refresh token","statusCode":401})");
    f.session->renewNow();
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 1); // the second one comes in five seconds
    f.expire(Access);
    QCOMPARE(f.renewalCount(), 1);
    f.clock.advance(6s);
    QCOMPARE(f.renewalCount(), 2);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.status().endReason, EndReason::Refused);
}

void tst_SessionHand::expiredRefreshLeavesTheAccessToken()
{
    SignedIn f;
    const SessionStatus before = f.status();
    f.expire(Refresh);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QVERIFY(f.status().refreshExpiredByHand);
    QCOMPARE(*f.status().refreshExpiry, f.clock.wall());
    QCOMPARE(f.session->history().newestPair()->refreshExpiry, f.clock.wall());
    QCOMPARE(f.session->transitions().last().cause, Cause::Expired);
    f.clock.advance(2h);
    QCOMPARE(f.renewalCount(), 0);
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile();
    settle();
    QCOMPARE(loaded.size(), 1);

    f.expire(Refresh, false);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->transitions().last().cause, Cause::User);
    QVERIFY(!f.status().refreshExpiredByHand);
    QCOMPARE(f.status().refreshExpiry, before.refreshExpiry);
    QCOMPARE(f.session->history().newestPair()->refreshExpiry, before.refreshExpiry);
    QCOMPARE(marks(f),
             (QList<Mark>{signedIn,
                          {Kind::FaultOn, Fault::RefreshExpired},
                          {Kind::FaultOff, Fault::RefreshExpired}}));
    f.clock.advance(1min); // more than a quarter of its life has gone
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionHand::expiredRefreshWhileRenewing()
{
    SignedIn f;
    f.holdARenewal();
    f.clock.advance(10ms);
    f.expire(Refresh);
    QVERIFY(f.status().refreshExpiredByHand);
    f.http.answerNext(f.pairReply());
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn); // it brought another one
    QVERIFY(!f.status().refreshExpiredByHand);
}

void tst_SessionHand::aKeptRefreshTokenStaysExpired()
{
    SignedIn f;
    f.holdARenewal();
    f.clock.advance(10ms);
    f.expire(Refresh);
    f.http.answerNext(jsonReply(201, R"({"access_token":")" + jwt(f.clock.wall(), 480h) + R"("})"));
    settle();
    QVERIFY(f.status().refreshExpiredByHand);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.expire(Refresh, false);
    QCOMPARE(f.session->history().newestPair()->alias, 2);
    QCOMPARE(f.session->history().events().last().alias, 1); // the refresh token's own
}

void tst_SessionHand::bothEndTheSession()
{
    SignedIn f;
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.expire(Access);
    f.expire(Refresh);
    f.clock.advance(1s);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.status().endReason, EndReason::Expired);
    f.renewalAnswer.reset();
    const int sent = f.http.sentCount();
    f.clock.advance(1h);
    QCOMPARE(f.http.sentCount(), sent);
    f.restart(); // a restart sees the true tokens
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(!f.status().accessExpiredByHand && !f.status().refreshExpiredByHand);
}

void tst_SessionHand::nothingOfItIsStored()
{
    SignedIn f;
    const StoredSession before = f.stored();
    const int writes = f.store.writes;
    f.expire(Refresh);
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    f.expire(Access); // ends it
    f.restart();
    QCOMPARE(f.store.writes, writes);
    QVERIFY(f.stored().tokens.access.sameAs(before.tokens.access));
    QCOMPARE(f.stored().issuedAt, before.issuedAt);
    QCOMPARE(f.state(), SessionState::SignedIn);
}

void tst_SessionHand::nothingHappensOtherwise_data()
{
    QTest::addColumn<SessionState>("state");
    QTest::addColumn<std::function<void(SignedIn &)>>("go");
    const auto row = [](SessionState state, const std::function<void(SignedIn &)> &go) {
        QTest::newRow(qPrintable(stateName(state))) << state << go;
    };
    row(SessionState::SignedOut, [](SignedIn &f) { f.session->signOut(); });
    row(SessionState::SigningIn, [](SignedIn &f) {
        f.session->signOut();
        f.holdLogins = true;
        f.signIn();
    });
    row(SessionState::Restoring, [](SignedIn &f) {
        f.http.setResponder([](const HttpRequest &) { return std::nullopt; });
        f.restart();
    });
    row(SessionState::WaitingForKeychain, [](SignedIn &f) {
        f.store.readMode = FakeStore::Mode::Denies;
        f.restart();
    });
    row(SessionState::Starting, [](SignedIn &f) {
        f.store.readMode = FakeStore::Mode::Held;
        f.restart();
    });
    row(SessionState::Ended, [](SignedIn &f) {
        f.clock.sleep(600h);
        f.clock.advance(1min);
    });
}

void tst_SessionHand::nothingHappensOtherwise()
{
    QFETCH(SessionState, state);
    QFETCH(std::function<void(SignedIn &)>, go);
    SignedIn f;
    go(f);
    QCOMPARE(f.state(), state);
    const SessionHistory history = f.session->history();
    for (const TokenKind token : {Access, Refresh}) {
        f.expire(token, false);
        f.expire(token);
    }
    QCOMPARE(f.state(), state);
    QCOMPARE(f.session->history(), history);
}

void tst_SessionHand::refusedIsNotExpired()
{
    SignedIn f;
    f.renewalAnswer = jsonReply(401, R"({"message":"Invalid refresh token","statusCode":401})");
    f.session->renewNow();
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    f.expire(Refresh);
    QVERIFY(!f.status().refreshExpiredByHand);
    QVERIFY(!marks(f).contains(Mark(Kind::FaultOn, Fault::RefreshExpired)));
    f.expire(Access);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.status().endReason, EndReason::Refused); // the server's word, not ours
}

void tst_SessionHand::warnsOnceWhereNobodyRenews()
{
    SignedIn f;
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    QSignalSpy warned(f.session.get(), &Session::aboutToExpire);
    f.expire(Access);
    QCOMPARE(warned.size(), 1);
    f.expire(Access, false);
    f.expire(Access);
    QCOMPARE(warned.size(), 1);
}

void tst_SessionHand::signingOutTellsTheTokensOwnEnd()
{
    SignedIn f;
    f.session->setRenewalSettings({.lead = {}, .automatic = false});
    const WallTime end = *f.status().accessExpiry;
    f.expire(Access);
    QSignalSpy out(f.session.get(), &Session::signedOut);
    f.session->signOut();
    QCOMPARE(out.size(), 1);
    QCOMPARE(out.first().first().value<std::optional<WallTime>>(), std::optional(end));
}

void tst_SessionHand::aSleepAndASetClockChangeNothing()
{
    SignedIn f;
    f.expire(Refresh);
    f.clock.sleep(1h);
    f.clock.advance(1min);
    f.setComputersClock(-3h);
    f.session->clockMayHaveChanged();
    f.session->resumed();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QVERIFY(f.status().refreshExpiredByHand);
    QCOMPARE(f.renewalCount(), 0);
}

LATCHKEY_TEST(tst_SessionHand, QCoreApplication)
#include "tst_sessionhand.moc"
