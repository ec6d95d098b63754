#include "app/session/history.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = SessionEvent::Kind;

namespace
{

QList<Kind> kindsOf(const SessionHistory &history)
{
    QList<Kind> kinds;
    for (const SessionEvent &event : history.events())
        kinds += event.kind;
    return kinds;
}

PairRecord record(WallTime at)
{
    PairRecord pair;
    pair.accessIssued = at;
    pair.accessExpiry = at + 480h;
    pair.refreshIssued = at;
    pair.refreshExpiry = at + 10h;
    return pair;
}

SessionEvent eventAt(WallTime at, Kind kind = Kind::Renewed)
{
    SessionEvent event;
    event.at = at;
    event.kind = kind;
    return event;
}

const WallTime start{1000h};

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    // The value itself
    void countsPairsFromOne();
    void keepsTheAliasOfAKeptRefreshToken();
    void isBounded();
    void showsOnlyTheLastSession();
    void theFirstRefusalCounts();
    void moves();

    // What a session tells it
    void recordsASignInAndARenewal();
    void theSameTokensAgainAreNoNewPair();
    void recordsARestoring();
    void recordsAnOutage();
    void recordsRefusals();
    void recordsA401();
    void recordsASleep();
    void aSetClockMovesThePast();
    void recordsTheEnd();
    void recordsASignOut();
    void anotherServerBeginsAnew();
    void recordsWhatIsDoneToTheServer();
    void staysTheSameWhileNothingHappens();
    void theClaimsAreThoseOfTheLivingPair();
};

void TestHistory::countsPairsFromOne()
{
    SessionHistory history;
    QVERIFY(!history.newestPair());
    history.beginPair(record(start), start, false);
    history.beginPair(record(start + 2h), start + 2h, false);
    QCOMPARE(history.pairs().size(), 2);
    QCOMPARE(history.pairs().first().alias, 1);
    QCOMPARE(history.pairs().first().left, start + 2h);
    QCOMPARE(history.newestPair()->alias, 2);
    QCOMPARE(history.newestPair()->refreshAlias, 2);
    QVERIFY(!history.newestPair()->left);
    history.add(eventAt(start + 2h));
    QCOMPARE(history.events().last().alias, 2);
    history.leavePair(start + 3h);
    history.leavePair(start + 4h); // nothing is in force: the first moment stays
    QCOMPARE(history.newestPair()->left, start + 3h);
    history.add(eventAt(start + 3h));
    QCOMPARE(history.events().last().alias, 0);
    history.clear();
    history.beginPair(record(start), start, false);
    QCOMPARE(history.newestPair()->alias, 3); // unique in this run
}

void TestHistory::keepsTheAliasOfAKeptRefreshToken()
{
    SessionHistory history;
    history.beginPair(record(start), start, false);
    history.beginPair(record(start), start + 1h, true);
    history.beginPair(record(start), start + 2h, true);
    QCOMPARE(history.newestPair()->alias, 3);
    QCOMPARE(history.newestPair()->refreshAlias, 1);
    PairRecord bare = record(start);
    bare.refreshIssued.reset();
    bare.refreshExpiry.reset();
    history.beginPair(bare, start + 3h, false);
    QCOMPARE(history.newestPair()->refreshAlias, 0);
}

void TestHistory::isBounded()
{
    SessionHistory history;
    for (int i = 0; i < 1000; ++i) {
        history.beginPair(record(start + i * 1s), start + i * 1s, false);
        history.add(eventAt(start + i * 1s));
    }
    QCOMPARE(history.events().size(), SessionHistory::mostEvents);
    QCOMPARE(history.pairs().size(), SessionHistory::mostPairs);
    QCOMPARE(history.events().last().at, start + 999s);
    QCOMPARE(history.newestPair()->alias, 1000);
    QCOMPARE(history.ofLastSession(), history); // its beginning is forgotten
}

void TestHistory::showsOnlyTheLastSession()
{
    SessionHistory history;
    history.beginPair(record(start), start, false);
    history.add(eventAt(start, Kind::SignedIn));
    history.add(eventAt(start + 1h, Kind::SignedOut));
    history.leavePair(start + 1h);
    history.beginPair(record(start + 2h), start + 2h, false);
    history.add(eventAt(start + 2h, Kind::SignedIn));
    history.add(eventAt(start + 3h));
    const SessionHistory last = history.ofLastSession();
    QCOMPARE(kindsOf(last), (QList{Kind::SignedIn, Kind::Renewed}));
    QCOMPARE(last.pairs().size(), 1);
    QCOMPARE(last.newestPair()->alias, 2);
    QCOMPARE(SessionHistory().ofLastSession(), SessionHistory());
}

void TestHistory::theFirstRefusalCounts()
{
    SessionHistory history;
    history.beginPair(record(start), start, false);
    PairRecord refused = record(start);
    refused.refreshRefused = start + 1h;
    history.updatePair(refused);
    refused.refreshRefused = start + 2h;
    history.updatePair(refused);
    QCOMPARE(history.newestPair()->refreshRefused, start + 1h);
    QCOMPARE(history.newestPair()->alias, 1);
}

void TestHistory::moves()
{
    SessionHistory history;
    history.beginPair(record(start), start, false);
    history.add(eventAt(start, Kind::SignedIn));
    history.leavePair(start + 1h);
    history.clockSet(-3h);
    QCOMPARE(history.events().first().at, start - 3h);
    QCOMPARE(history.newestPair()->accessIssued, start - 3h);
    QCOMPARE(history.newestPair()->refreshExpiry, start + 7h);
    QCOMPARE(history.newestPair()->left, start - 2h);
}

void TestHistory::recordsASignInAndARenewal()
{
    SessionFixture f;
    f.start();
    QVERIFY(f.session->history().events().isEmpty());
    const WallTime began = f.clock.wall();
    f.signIn();
    QCOMPARE(kindsOf(f.session->history()), QList{Kind::SignedIn});
    QCOMPARE(f.session->history().events().first().alias, 1);
    const PairRecord first = *f.session->history().newestPair();
    QVERIFY(first.accessIssued - began < 1s);
    QCOMPARE(first.accessExpiry - first.accessIssued, Milliseconds(480h));
    QCOMPARE(*first.refreshExpiry - *first.refreshIssued, Milliseconds(10h));
    f.clock.advance(3h);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(kindsOf(f.session->history()), (QList{Kind::SignedIn, Kind::Renewed}));
    QCOMPARE(f.session->history().events().last().alias, 2);
    QCOMPARE(f.session->history().pairs().size(), 2);
    QVERIFY(f.session->history().pairs().first().left);
}

void TestHistory::theSameTokensAgainAreNoNewPair()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const Tokens tokens = f.stored().tokens;
    f.renewalAnswer = jsonReply(201,
                                R"({"access_token":")" + tokens.access.reveal().toByteArray()
                                    + R"(","refresh_token":")"
                                    + tokens.refresh.reveal().toByteArray() + R"("})");
    f.session->renewNow();
    f.clock.advance(1min);
    QCOMPARE(kindsOf(f.session->history()).last(), Kind::Renewed);
    QCOMPARE(f.session->history().newestPair()->alias, 1);
}

void TestHistory::recordsARestoring()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(kindsOf(f.session->history()), QList{Kind::Restored});
    QCOMPARE(f.session->history().newestPair()->alias, 1);
}

void TestHistory::recordsAnOutage()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::TimedOut);
    f.session->renewNow();
    f.clock.advance(1s);
    const SessionEvent last = f.session->history().events().last();
    QCOMPARE(last.kind, Kind::RenewalFailed);
    QCOMPARE(last.error, ErrorCode::TimedOut);
    QCOMPARE(last.alias, 1);
}

void TestHistory::recordsRefusals()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    f.session->renewNow();
    f.clock.advance(1s);
    QCOMPARE(kindsOf(f.session->history()), (QList{Kind::SignedIn, Kind::RenewalRefused}));
    QVERIFY(!f.session->history().newestPair()->refreshRefused); // not believed yet
    f.clock.advance(10s);
    QCOMPARE(f.state(), SessionState::NotRenewable);
    QCOMPARE(kindsOf(f.session->history()),
             (QList{Kind::SignedIn, Kind::RenewalRefused, Kind::RenewalRefused}));
    QCOMPARE(f.session->history().events().last().httpStatus, 401);
    QVERIFY(f.session->history().newestPair()->refreshRefused);
    QVERIFY(!f.session->history().newestPair()->left); // the access token works on
}

void TestHistory::recordsA401()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = jsonReply(401, R"({"message":"Unauthorized","statusCode":401})");
    f.session->reloadProfile();
    f.clock.advance(1s);
    // Refused, renewed, replayed, refused again.
    QCOMPARE(kindsOf(f.session->history()),
             (QList{Kind::SignedIn, Kind::Unauthorized, Kind::Renewed, Kind::Unauthorized}));
    QCOMPARE(f.session->history().events().at(1).alias, 1);
    QCOMPARE(f.session->history().events().at(3).alias, 2);
}

void TestHistory::recordsASleep()
{
    SessionFixture f;
    f.start();
    f.signIn();
    QSignalSpy changed(f.session.get(), &Session::changed);
    f.clock.sleep(1h);
    f.clock.advance(1min);
    const SessionEvent event = f.session->history().events().at(1);
    QCOMPARE(event.kind, Kind::Slept);
    QVERIFY(event.span >= 1h && event.span < 1h + 1min);
    QVERIFY(changed.count() > 0);
}

void TestHistory::aSetClockMovesThePast()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const WallTime before = f.session->history().events().first().at;
    f.setComputersClock(24h);
    f.clock.advance(1min);
    const SessionHistory &history = f.session->history();
    QCOMPARE(kindsOf(history), (QList{Kind::SignedIn, Kind::ClockSet}));
    QCOMPARE(history.events().last().span, Milliseconds(24h));
    QCOMPARE(history.events().first().at, before + 24h);
    QCOMPARE(history.newestPair()->accessExpiry, *f.session->status().accessExpiry);
}

void TestHistory::recordsTheEnd()
{
    SessionFixture f;
    f.accessLife = 1h;
    f.refreshLife = 2h;
    f.start();
    f.signIn();
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    f.clock.advance(3h);
    QCOMPARE(f.state(), SessionState::Ended);
    const SessionHistory &history = f.session->history();
    QCOMPARE(history.events().last().kind, Kind::Ended);
    QCOMPARE(history.events().last().reason, EndReason::Expired);
    QCOMPARE(history.newestPair()->left, f.session->status().endedAt);
}

void TestHistory::recordsASignOut()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.session->signOut();
    QCOMPARE(kindsOf(f.session->history()), (QList{Kind::SignedIn, Kind::SignedOut}));
    QVERIFY(f.session->history().newestPair()->left);
    f.session->signOut(); // nothing to sign out of
    QCOMPARE(f.session->history().events().size(), 2);
}

void TestHistory::anotherServerBeginsAnew()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.session->useServer(*ServerAddress::parse(QStringLiteral("https://other.example")), false);
    f.clock.advance(1s);
    QVERIFY(f.session->history().events().isEmpty());
    QVERIFY(f.session->history().pairs().isEmpty());
}

void TestHistory::recordsWhatIsDoneToTheServer()
{
    SessionFixture f;
    f.start();
    f.signIn();
    QSignalSpy changed(f.session.get(), &Session::changed);
    f.session->noteFault(SessionEvent::Fault::SessionsRevoked, true);
    QCOMPARE(f.session->history().events().last().fault, SessionEvent::Fault::SessionsRevoked);
    f.session->noteFault(SessionEvent::Fault::SessionsRevoked, false);
    f.session->noteServerRestart();
    QCOMPARE(changed.size(), 3);
    QCOMPARE(kindsOf(f.session->history()),
             (QList{Kind::SignedIn, Kind::FaultOn, Kind::FaultOff, Kind::ServerRestarted}));
    QCOMPARE(f.session->history().events().last().alias, 1);
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.session->signOut();
    const SessionHistory history = f.session->history();
    f.session->noteFault(SessionEvent::Fault::SessionsRevoked, true); // nobody's session
    f.session->noteServerRestart();
    QCOMPARE(f.session->history(), history);
}

void TestHistory::staysTheSameWhileNothingHappens()
{
    SessionFixture f;
    f.start();
    f.signIn();
    const SessionHistory before = f.session->history();
    f.clock.advance(1h);
    QCOMPARE(f.session->history(), before);
}

void TestHistory::theClaimsAreThoseOfTheLivingPair()
{
    SessionFixture f;
    f.start();
    QVERIFY(f.session->claimTexts().access.isEmpty());
    f.signIn();
    const auto claims = f.session->claimTexts();
    for (const QString &text : {claims.access, claims.refresh}) {
        QVERIFY2(text.contains(QStringLiteral("\"iat\"")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("\"exp\"")), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("eyJ")));
    }
    f.session->signOut();
    QVERIFY(f.session->claimTexts().access.isEmpty());
}

LATCHKEY_TEST(TestHistory, QCoreApplication)
#include "tst_history.moc"
