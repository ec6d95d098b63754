#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

HttpReply replacedReply()
{
    return jsonReply(
        401, R"({"message":"Session replaced","error":"session_replaced","statusCode":401})");
}

} // namespace

// X3: only on the server's explicit code, and then at once.
class tst_SessionReplaced : public QObject
{
    Q_OBJECT
private slots:
    void profileIsToldSo_data();
    void profileIsToldSo();
    void renewalIsToldSo();
    void renewalOfAnAccountInDoubtIsToldSo();
    void restoredSessionIsToldSo();
    void aPlainRefusalIsNoReplacement();
    void anotherProcessOfThisComputerSignedIn_data();
    void anotherProcessOfThisComputerSignedIn();
    void theNextSignInBeginsAnew();

private:
    static void compareEnd(const SessionFixture &f);
};

void tst_SessionReplaced::compareEnd(const SessionFixture &f)
{
    const SessionStatus status = f.session->status();
    QCOMPARE(status.state, SessionState::Ended);
    QCOMPARE(status.endReason, EndReason::Replaced);
    QVERIFY(status.endError && status.endError->sessionReplaced);
    QCOMPARE(status.endedAt, f.clock.wall());
    QVERIFY(f.store.items.isEmpty());
}

void tst_SessionReplaced::profileIsToldSo_data()
{
    QTest::addColumn<Milliseconds>("refreshLife");
    QTest::newRow("renewable") << Milliseconds(10h);
    QTest::newRow("no longer renewable") << Milliseconds(10min);
}

void tst_SessionReplaced::profileIsToldSo()
{
    QFETCH(Milliseconds, refreshLife);
    SessionFixture f;
    f.refreshLife = refreshLife;
    f.start();
    f.signIn();
    if (refreshLife < 1h) {
        f.renewalAnswer = failedReply(TransportFailure::Offline);
        f.clock.advance(refreshLife + 1min);
        QCOMPARE(f.state(), SessionState::NotRenewable);
    }
    const int renewals = f.renewalCount();
    f.profileAnswer = replacedReply();
    f.session->reloadProfile();
    settle();
    compareEnd(f);
    QCOMPARE(f.renewalCount(), renewals); // which could only be refused as well
}

void tst_SessionReplaced::renewalIsToldSo()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.renewalAnswer = replacedReply();
    f.session->renewNow();
    settle();
    compareEnd(f); // though the access token is good for days by its own claims
    QCOMPARE(f.renewalCount(), 1); // nothing to confirm
    f.clock.advance(24h);
    QCOMPARE(f.renewalCount(), 1);
}

// The profile only made one ask: the code says why it ended.
void tst_SessionReplaced::renewalOfAnAccountInDoubtIsToldSo()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = apiError(400);
    f.renewalAnswer = replacedReply();
    f.session->reloadProfile();
    settle();
    compareEnd(f);
    QCOMPARE(f.renewalCount(), 1);
}

void tst_SessionReplaced::restoredSessionIsToldSo()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = replacedReply();
    f.restart();
    compareEnd(f);
    QCOMPARE(f.renewalCount(), 0);
}

void tst_SessionReplaced::aPlainRefusalIsNoReplacement()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = jsonReply(401, R"({"message":"Session replaced","statusCode":401})");
    f.renewalAnswer = f.profileAnswer;
    f.session->reloadProfile();
    f.clock.advance(1min);
    QVERIFY(f.session->status().endReason != EndReason::Replaced);
}

void tst_SessionReplaced::anotherProcessOfThisComputerSignedIn_data()
{
    QTest::addColumn<bool>("byRenewal");
    QTest::newRow("the profile tells it") << false;
    QTest::newRow("a renewal tells it") << true;
}

// Its pair is in the keychain: that is this computer's session now, and nothing ended here.
void tst_SessionReplaced::anotherProcessOfThisComputerSignedIn()
{
    QFETCH(bool, byRenewal);
    SessionFixture f;
    f.start();
    f.signIn();
    const StoredSession old = f.stored();
    QByteArray newer;
    f.clock.advance(1min);
    {
        ApiClient api(f.http, f.clock);
        Session other({api, f.store, f.preferences, f.clock}, QStringLiteral("default"));
        other.useServer(f.server, false);
        settle();
        other.signOut();
        settle();
        other.signIn({QStringLiteral("john@mail.com"), Secret("changeme")}, true);
        settle();
        newer = f.stored().tokens.access.reveal().toByteArray();
    }
    QVERIFY(!f.stored().tokens.access.sameAs(old.tokens.access));
    const auto usual = [&f](const HttpRequest &request) {
        return request.url.path().endsWith(u"profile") ? f.profileReply() : f.pairReply();
    };
    f.http.setResponder([&](const HttpRequest &request) -> std::optional<HttpReply> {
        const bool isOld = request.bearer.sameAs(old.tokens.access)
            || request.body.reveal().contains(old.tokens.refresh.reveal());
        return isOld ? replacedReply() : usual(request);
    });
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    if (byRenewal)
        f.session->renewNow();
    else
        f.session->reloadProfile();
    settle();
    QCOMPARE(f.state(), SessionState::SignedIn);
    f.session->reloadProfile();
    settle();
    QVERIFY(f.http.lastSent().bearer.sameAs(Secret(QByteArrayView(newer))));
    QCOMPARE(loaded.size(), byRenewal ? 1 : 2);
}

void tst_SessionReplaced::theNextSignInBeginsAnew()
{
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = replacedReply();
    f.session->reloadProfile();
    settle();
    compareEnd(f);
    f.profileAnswer.reset();
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.session->status().endReason, EndReason::None);
    f.clock.advance(24h);
    QCOMPARE(f.state(), SessionState::SignedIn); // and it renews as any other
}

LATCHKEY_TEST(tst_SessionReplaced, QCoreApplication)
#include "tst_sessionreplaced.moc"
