#include "tests/session/networkfaults.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// security.md section 3, "Network": each fault to each of the three calls.
class tst_FaultsNetwork : public QObject
{
    Q_OBJECT
private slots:
    void renewal_data() { rows(); }
    void renewal();
    void renewalOfADeadToken_data() { rows(); }
    void renewalOfADeadToken();
    void profile_data() { rows(); }
    void profile();
    void profileAtStart_data() { rows(); }
    void profileAtStart();
    void login_data() { rows(); }
    void login();

private:
    static void rows()
    {
        QTest::addColumn<NetworkFault>("fault");
        for (const NetworkFault &fault : networkFaults())
            QTest::newRow(fault.name.constData()) << fault;
    }
    // The person noticed nothing: as before, and without a password.
    static void compareRecovered(SessionFixture &f)
    {
        f.renewalAnswer.reset();
        f.profileAnswer.reset();
        f.clock.advance(6min); // longer than any backoff
        QVERIFY(!f.session->status().renewalError);
        QCOMPARE(f.state(), SessionState::SignedIn);
        QCOMPARE(f.loginCount(), 1);
        QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
        f.session->reloadProfile();
        settle();
        QCOMPARE(loaded.size(), 1);
    }
};

void tst_FaultsNetwork::renewal()
{
    QFETCH(NetworkFault, fault);
    SessionFixture f;
    f.start();
    f.signIn();
    const Secret stored = *f.store.items.begin();
    f.renewalAnswer = fault.reply;
    f.clock.advance(4h);
    QVERIFY(f.shortestRenewalGap() >= 2s);
    QVERIFY(f.store.items.begin()->sameAs(stored));
    QSignalSpy loaded(f.session.get(), &Session::profileLoaded);
    f.session->reloadProfile(); // the access token is good whatever becomes of the other
    settle();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(f.session->status().renewalError->code, fault.code);
    if (fault.verdict == NetworkFault::Verdict::Refused) {
        QCOMPARE(f.renewalCount(), 2);
        QCOMPARE(f.state(), SessionState::NotRenewable);
        return;
    }
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.shortestRenewalGap() >= fault.wait);
    QVERIFY(f.renewalCount() > 10);
    QVERIFY(f.renewalCount() < 150); // backoff: every five minutes, half of that on average
    compareRecovered(f);
}

void tst_FaultsNetwork::renewalOfADeadToken()
{
    QFETCH(NetworkFault, fault);
    SessionFixture f;
    f.swapLives();
    f.start();
    f.signIn();
    f.clock.sleep(2h);
    f.renewalAnswer = fault.reply;
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.session->reloadProfile(); // waits for the renewal, within bounds
    f.clock.advance(1min);
    QCOMPARE(f.profileCount(), 1); // nothing leaves with a dead token
    QVERIFY(f.shortestRenewalGap() >= 2s);
    if (fault.verdict == NetworkFault::Verdict::Refused) {
        QCOMPARE(f.renewalCount(), 2); // 66: nothing ends on one answer
        QCOMPARE(f.state(), SessionState::Ended);
        QCOMPARE(f.session->status().endReason, EndReason::Refused);
        QCOMPARE(f.session->status().endError->code, fault.code);
        return;
    }
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, fault.code);
    f.clock.advance(1h);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QVERIFY(f.shortestRenewalGap() >= std::max<Milliseconds>(fault.wait, 2s));
    compareRecovered(f);
}

void tst_FaultsNetwork::profile()
{
    QFETCH(NetworkFault, fault);
    SessionFixture f;
    f.start();
    f.signIn();
    f.profileAnswer = fault.reply;
    QSignalSpy failed(f.session.get(), &Session::profileFailed);
    f.session->reloadProfile();
    f.clock.advance(1min);
    const bool replayed = fault.code == ErrorCode::Unauthorized;
    QCOMPARE(f.renewalCount(), replayed || fault.doubtsAccount ? 1 : 0);
    if (replayed || (!fault.doubtsAccount && fault.verdict != NetworkFault::Verdict::Outage)) {
        QCOMPARE(f.profileCount(), replayed ? 3 : 2); // the first is the sign-in's
    } else {
        QVERIFY(f.profileCount() >= 4); // 70: it is asked again by itself
        QVERIFY(f.profileCount() <= 2 + 60 / 5);
    }
    QCOMPARE(failed.size(), 1); // told once
    QCOMPARE(failed.first().first().value<Error>().code, fault.profileCode);
    QCOMPARE(f.state(), SessionState::SignedIn);
    QCOMPARE(f.store.items.size(), 1);
    compareRecovered(f);
}

void tst_FaultsNetwork::profileAtStart()
{
    QFETCH(NetworkFault, fault);
    SessionFixture f;
    f.signInAndQuit();
    f.profileAnswer = fault.reply;
    f.start();
    f.clock.advance(1min);
    QCOMPARE(f.state(), SessionState::SignedIn); // offline with a living token is signed in
    QCOMPARE(f.store.items.size(), 1);
    compareRecovered(f);
}

void tst_FaultsNetwork::login()
{
    QFETCH(NetworkFault, fault);
    SessionFixture f;
    f.start();
    f.loginAnswer = fault.reply;
    QSignalSpy failed(f.session.get(), &Session::signInFailed);
    f.signIn();
    f.clock.advance(1h);
    QCOMPARE(f.http.sentCount(), 1); // a password leaves once per decision
    QCOMPARE(failed.size(), 1);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.code, fault.loginCode);
    QCOMPARE(bool(error.retryAfter), fault.wait > 0s);
    QCOMPARE(bool(error.tls), fault.code == ErrorCode::Tls);
    QCOMPARE(f.state(), SessionState::SignedOut);
    QVERIFY(f.store.items.isEmpty());
    f.loginAnswer.reset();
    f.signIn();
    QCOMPARE(f.state(), SessionState::SignedIn);
}

LATCHKEY_TEST(tst_FaultsNetwork, QCoreApplication)
#include "tst_faultsnetwork.moc"
