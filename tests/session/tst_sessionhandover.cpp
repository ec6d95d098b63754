#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// One person's session ends, and the next one's begins while something of the first is on its way.
class tst_SessionHandover : public QObject
{
    Q_OBJECT
private slots:
    void s39AnswerToThePersonBefore_data();
    void s39AnswerToThePersonBefore();
    void s59AfterAnExpiry_data();
    void s59AfterAnExpiry();
};

namespace
{

HttpReply mariasProfile()
{
    return jsonReply(
        200, R"({"id":2,"email":"maria@mail.com","name":"Maria","role":"customer","avatar":""})");
}

} // namespace

void tst_SessionHandover::s39AnswerToThePersonBefore_data()
{
    QTest::addColumn<bool>("isHere"); // John's answer is in the event loop when he leaves
    QTest::addColumn<bool>("isSlow"); // Maria's own answer comes after it
    QTest::newRow("39: on its way") << false << false;
    QTest::newRow("39: on its way, and comes while Maria signs in") << false << true;
    QTest::newRow("39: here already") << true << false;
    QTest::newRow("39: here already, and Maria waits") << true << true;
}

void tst_SessionHandover::s39AnswerToThePersonBefore()
{
    QFETCH(bool, isHere);
    QFETCH(bool, isSlow);
    SessionFixture f;
    f.start();
    f.signIn();
    const auto marias = [&] { // what she does as soon as she is let
        f.session->signOut();
        f.holdLogins = isSlow;
        f.session->signIn({Maria, Secret(QByteArrayView("12345"))}, true);
    };
    QObject loop;
    f.http.setResponder([&](const HttpRequest &request) -> std::optional<HttpReply> {
        const QString path = request.url.path();
        if (path.endsWith(u"/auth/login"))
            return f.holdLogins ? std::nullopt : std::optional(f.pairReply());
        if (path.endsWith(u"/auth/profile"))
            return mariasProfile();
        // Posted before the answer, so that it is handled just before.
        QMetaObject::invokeMethod(&loop, marias, Qt::QueuedConnection);
        return isHere ? std::optional(f.pairReply()) : std::nullopt;
    });
    f.session->renewNow();
    f.clock.advance(10ms);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.state(), isSlow ? SessionState::SigningIn : SessionState::SignedIn);
    if (isSlow)
        f.http.answerNext(QStringLiteral("/auth/login"), f.pairReply());
    f.clock.advance(1s);

    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, Maria);
    QCOMPARE(f.session->status().renewals, 0);
    const StoredSession hers = f.stored();
    QCOMPARE(hers.email, Maria);
    f.clock.advance(1h);
    QVERIFY(f.stored().tokens.access.sameAs(hers.tokens.access));
    QVERIFY(f.stored().tokens.refresh.sameAs(hers.tokens.refresh));
    f.restart();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().email, Maria);
    QVERIFY(f.http.lastSent().bearer.sameAs(hers.tokens.access));
}

void tst_SessionHandover::s59AfterAnExpiry_data()
{
    QTest::addColumn<bool>("restarted");
    QTest::newRow("59: it expired while the program ran") << false;
    QTest::newRow("59: it expired while the program was off") << true;
}

// John's session ran out, nobody signed out, and Maria signs in.
void tst_SessionHandover::s59AfterAnExpiry()
{
    QFETCH(bool, restarted);
    SessionFixture f;
    f.start();
    f.signIn();
    f.session->renewNow();
    f.clock.advance(1s);
    const Tokens his = f.stored().tokens;
    f.renewalAnswer = failedReply(TransportFailure::Offline);
    if (restarted) {
        f.quit();
        f.clock.sleep(f.accessLife + 1h);
        f.start();
    } else {
        f.clock.sleep(f.accessLife + 1h);
        f.session->resumed();
    }
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::Ended);
    QCOMPARE(f.session->status().email, John);

    f.renewalAnswer.reset();
    f.profileAnswer = jsonReply(503, R"({"message":"later","statusCode":503})");
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.signIn(Maria);
    QCOMPARE(f.state(), SessionState::SignedIn);
    const SessionStatus status = f.session->status();
    QCOMPARE(status.email, Maria);
    QCOMPARE(status.endReason, EndReason::None);
    QVERIFY(!status.endedAt && !status.endError);
    QCOMPARE(status.renewals, 0);
    QVERIFY(*status.accessIssued >= f.clock.wall() - 1s);
    QCOMPARE(f.preferences.email(), Maria);
    QCOMPARE(f.stored(Maria).email, Maria);
    QVERIFY(!f.stored(Maria).tokens.access.sameAs(his.access));
    QVERIFY(loaded.isEmpty()); // nothing of his is shown while hers cannot be had
    f.profileAnswer = mariasProfile();
    f.session->reloadProfile();
    settle();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(loaded.first().first().value<Profile>().email, Maria);
}

LATCHKEY_TEST(tst_SessionHandover, QCoreApplication)
#include "tst_sessionhandover.moc"
