#include "tests/support/testprogram.h"
#include "ui/sessiontext.h"
#include "ui/timetext.h"

#include <QTest>

using namespace latchkey;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace
{

const WallTime now{hours(24 * 365 * 56) + hours(9)};

SessionStatus alive(SessionState state = SessionState::SignedIn)
{
    SessionStatus status;
    status.state = state;
    status.email = QStringLiteral("ana@example.com");
    status.accessExpiry = now + hours(24 * 20);
    status.refreshExpiry = now + hours(10);
    status.nextRenewal = now + hours(2);
    status.saving = Saving::Saved;
    status.keychainName = QStringLiteral("Test Keyring");
    return status;
}

NoticeContext context(bool profile = true)
{
    NoticeContext c{.host = QStringLiteral("api.example.com"), .now = now, .profileAsOf = {}};
    if (profile)
        c.profileAsOf = now - minutes(3);
    return c;
}

Error failure(ErrorCode code)
{
    Error error;
    error.code = code;
    return error;
}

QString nameOf(const std::optional<Message> &message)
{
    return message ? messageName(message->id) : QString();
}

} // namespace

class TestSessionText : public QObject
{
    Q_OBJECT

private slots:
    void notices_data()
    {
        QTest::addColumn<SessionStatus>("status");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const SessionStatus &status, const char *id,
                            const char *words = "") {
            QTest::newRow(name) << status << QString::fromLatin1(id) << QString::fromLatin1(words);
        };
        row("all is well", alive(), "");

        auto status = alive(SessionState::NotRenewable);
        row("not renewable, days left", status, "X6", "can't be renewed");
        status.accessExpiry = now + minutes(5);
        row("not renewable, 5 min", status, "X6", "in 5 minutes");
        status.accessExpiry = now + seconds(119);
        row("not renewable, under 2 min", status, "X6", "within a minute");

        status = alive();
        status.renewalError = failure(ErrorCode::TimedOut);
        status.nextRenewal = now + seconds(7);
        row("renewal fails", status, "X7", "again in 7 s");
        status.renewalError = failure(ErrorCode::Offline);
        row("offline", status, "P1", "You're offline");
        status.renewalError = failure(ErrorCode::NotFromApi);
        status.renewalError->httpStatus = 403;
        row("64: something in between", status, "E22", "(HTTP 403). Your session is kept.");
        status.accessExpiry = now - seconds(1);
        row("64: something in between, access token dead", status, "E22", "Your session is kept.");

        status = alive();
        status.saving = Saving::Failed;
        row("not saved", status, "K4");
        status.saving = Saving::NoStore;
        row("no store", status, "K2");
        status.health = KeychainHealth::MemoryOnly;
        row("no store, by choice", status, "");
        status.health = KeychainHealth::Gone;
        row("the store is gone", status, "K12", "unless Test Keyring comes back");
        status.health = KeychainHealth::Absent;
        status.serverOffset = -minutes(7);
        row("clock fast", status, "X8", "7 minutes ahead");
        status.serverOffset = minutes(90);
        row("clock slow", status, "X8", "90 minutes behind");
        status = alive();
        status.serverOffset = minutes(91);
        row("clock slow by more than 90 minutes", status, "X8", "2 hours behind");
        status.serverOffset = -hours(24);
        row("clock fast by a day", status, "X8", "24 hours ahead");
        for (const Milliseconds absurd :
             {Milliseconds(hours(24)) + seconds(1), Milliseconds(-hours(25)),
              Milliseconds(-hours(24 * 365 * 56))}) {
            status.serverOffset = absurd;
            row(qPrintable(QStringLiteral("off by %1 s").arg(absurd.count() / 1000)), status, "");
        }
        status = alive();
        status.saving = Saving::NotWanted;
        status.health = KeychainHealth::MemoryOnly;
        row("not wanted", status, "K11");
        status.serverOffset = seconds(60);
        status.saving = Saving::Saved;
        row("clock nearly right", status, "");
    }
    void notices()
    {
        QFETCH(SessionStatus, status);
        QFETCH(QString, words);
        const auto message = sessionNotice(status, context());
        QTEST(nameOf(message), "wanted");
        if (message) {
            QVERIFY2(message->text().contains(words), qPrintable(message->text()));
            QVERIFY2(!message->text().contains(u'{'), qPrintable(message->text()));
        }
    }

    void theSavedRowTellsTheKeychainsHealth_data()
    {
        QTest::addColumn<int>("saving");
        QTest::addColumn<int>("health");
        QTest::addColumn<QString>("words");
        const auto row
            = [](const char *name, Saving saving, KeychainHealth health, const char *words) {
                  QTest::newRow(name) << static_cast<int>(saving) << static_cast<int>(health)
                                      << QString::fromLatin1(words);
              };
        using H = KeychainHealth;
        row("ready", Saving::Saved, H::Ready, "In Test Keyring");
        row("being written", Saving::Pending, H::Ready, "Waiting for Test Keyring");
        row("waiting for unlock", Saving::Pending, H::WaitingForUnlock, "is locked");
        row("asking", Saving::Pending, H::Asking, "is asking you");
        row("denied", Saving::Failed, H::Denied, "Test Keyring refused");
        row("would ask", Saving::Failed, H::WouldAsk, "would ask you");
        row("slow", Saving::Pending, H::Slow, "slow to answer");
        row("failing", Saving::Failed, H::Failing, "trying again");
        row("corrupt, mended by the next write", Saving::Pending, H::Corrupt, "Waiting for");
        row("absent", Saving::NoStore, H::Absent, "no password store");
        row("gone", Saving::NoStore, H::Gone, "Test Keyring is gone");
        row("memory only, by option", Saving::NoStore, H::MemoryOnly, "--no-keychain");
        row("memory only, by choice", Saving::NotWanted, H::MemoryOnly, "as you asked");
    }
    void theSavedRowTellsTheKeychainsHealth()
    {
        QFETCH(int, saving);
        QFETCH(int, health);
        QFETCH(QString, words);
        SessionStatus status = alive();
        status.saving = static_cast<Saving>(saving);
        status.health = static_cast<KeychainHealth>(health);
        const auto rows = sessionWords(status, now).rows;
        const QString saved = rows.last().value;
        QVERIFY2(saved.contains(words), qPrintable(saved));
    }

    void thePageThatWaitsTellsTheTrouble_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, KeychainTrouble trouble, const char *id) {
            QTest::newRow(name) << static_cast<int>(trouble) << QString::fromLatin1(id);
        };
        row("locked", KeychainTrouble::Locked, "K1");
        row("still locked", KeychainTrouble::StillLocked, "K6");
        row("asking", KeychainTrouble::Asking, "K7");
        row("slow", KeychainTrouble::Slow, "K8");
        row("denied", KeychainTrouble::Denied, "K3");
        row("refused", KeychainTrouble::Refused, "K9");
    }
    void thePageThatWaitsTellsTheTrouble()
    {
        QFETCH(int, trouble);
        const MessageId id = waitingNotice(static_cast<KeychainTrouble>(trouble));
        QTEST(messageName(id), "wanted");
        const bool toldAsLocked = messageTemplate(id).contains(QStringLiteral("locked"));
        QCOMPARE(toldAsLocked, id == MessageId::K1 || id == MessageId::K6);
        QVERIFY(makeMessage(id).actions.last() == MessageAction::SignInWithoutIt
                || id == MessageId::K3);
    }

    void whyNobodyCanStay()
    {
        SessionStatus status;
        QVERIFY(!noStayNotice(status));
        status.keychain = KeychainTrouble::Absent;
        status.saving = Saving::NoStore;
        status.health = KeychainHealth::Absent;
        QCOMPARE(*noStayNotice(status), MessageId::K2);
        status.health = KeychainHealth::MemoryOnly;
        QCOMPARE(*noStayNotice(status), MessageId::K10);
        status.health = KeychainHealth::Gone; // the store is not running
        QCOMPARE(*noStayNotice(status), MessageId::K14);
        status.isListed = true;
        QCOMPARE(*noStayNotice(status), MessageId::K13);
    }

    void goneAndSkewed()
    {
        auto status = alive();
        status.saving = Saving::NoStore;
        status.health = KeychainHealth::Gone;
        status.serverOffset = -minutes(7);
        NoticeContext dismissing = context();
        QCOMPARE(nameOf(sessionNotice(status, dismissing)), QStringLiteral("K12"));
        dismissing.dismissed = {MessageId::K12};
        QCOMPARE(nameOf(sessionNotice(status, dismissing)), QStringLiteral("X8"));
        dismissing.dismissed.insert(MessageId::X8);
        QCOMPARE(nameOf(sessionNotice(status, dismissing)), QString());
    }

    void notWantedAndSkewed()
    {
        auto status = alive();
        status.saving = Saving::NotWanted;
        status.health = KeychainHealth::MemoryOnly;
        status.serverOffset = -minutes(7);
        NoticeContext dismissing = context();
        QCOMPARE(nameOf(sessionNotice(status, dismissing)), QStringLiteral("X8"));
        dismissing.dismissed = {MessageId::X8};
        QCOMPARE(nameOf(sessionNotice(status, dismissing)), QStringLiteral("K11"));
        status.state = SessionState::NotRenewable;
        QCOMPARE(nameOf(sessionNotice(status, dismissing)), QStringLiteral("X6"));
        dismissing.dismissed.insert(MessageId::X6);
        QCOMPARE(nameOf(sessionNotice(status, dismissing)), QStringLiteral("K11"));
        status.accessExpiry = now + minutes(5); // what was dismissed days before is news again
        QCOMPARE(nameOf(sessionNotice(status, dismissing)), QStringLiteral("X6"));
    }

    void offlineWithoutAProfileIsARenewalProblem()
    {
        auto status = alive();
        status.renewalError = failure(ErrorCode::Offline);
        QCOMPARE(nameOf(sessionNotice(status, context(false))), QStringLiteral("X7"));
    }

    void endings_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("expired") << int(EndReason::Expired) << QStringLiteral("X1");
        QTest::newRow("refused") << int(EndReason::Refused) << QStringLiteral("X2");
        QTest::newRow("gone") << int(EndReason::AccountGone) << QStringLiteral("X4");
        QTest::newRow("replaced") << int(EndReason::Replaced) << QStringLiteral("X3");
    }
    void endings()
    {
        QFETCH(int, reason);
        auto status = alive(SessionState::Ended);
        status.endReason = EndReason(reason);
        status.endedAt = now;
        status.endError = failure(ErrorCode::Unauthorized);
        const auto message = signedOutNotice(status, context());
        QTEST(nameOf(message), "wanted");
        QVERIFY2(!message->text().contains(u'{'), qPrintable(message->text()));
        QVERIFY(message->details.contains(QStringLiteral("Unauthorized")));
    }

    void aCorruptItemIsTold()
    {
        SessionStatus status;
        status.state = SessionState::SignedOut;
        QVERIFY(!signedOutNotice(status, context()));
        status.keychain = KeychainTrouble::Corrupt;
        QCOMPARE(nameOf(signedOutNotice(status, context())), QStringLiteral("K5"));
    }

    void whyHasTheLastFiveSteps()
    {
        auto status = alive(SessionState::Ended);
        status.endReason = EndReason::Refused;
        status.endedAt = now;
        status.endError = failure(ErrorCode::Unauthorized);
        status.endError->httpStatus = 401;
        QList<Transition> steps;
        for (int i = 0; i < 7; ++i)
            steps.append(
                {now + seconds(i), SessionState::SignedIn, SessionState::Renewing, Cause::Timer});
        const QString text = whyText(status, steps);
        QCOMPARE(text.count(QChar(0x2192)), 5);
        QVERIFY(text.contains(QStringLiteral("401")));
        QVERIFY(text.contains(QStringLiteral("Decided by: the server")));
        QVERIFY(text.contains(causeName(Cause::Timer)));
        const WhyWords words = whyWords(status, steps);
        QCOMPARE(words.text, text);
        QVERIFY(text.startsWith(words.cause));
        QCOMPARE(words.steps.size(), 5);
        QCOMPARE(words.steps.last().name,
                 localTime(now + seconds(6)).time().toString(QStringLiteral("HH:mm:ss")));
        QStringList facts;
        for (const FactRow &fact : words.facts)
            facts += fact.name + u'=' + fact.value;
        QCOMPARE(facts.join(u'|'),
                 QStringLiteral("Time=%1|Decided by=The server|HTTP status=401")
                     .arg(dateAndTimeText(localTime(now))));
    }

    void s64WhyBlamesNotTheServer_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("refused");
        QTest::newRow("64: a firewall") << ErrorCode::NotFromApi << 403 << false;
        QTest::newRow("64: cut") << ErrorCode::Interrupted << 401 << false;
        QTest::newRow("64: never whole") << ErrorCode::TimedOut << 400 << false;
        QTest::newRow("64: not confirmed") << ErrorCode::Unauthorized << 401 << false;
        QTest::newRow("64: refused") << ErrorCode::Forbidden << 403 << true;
    }
    // The refresh token ran out while that was the last answer: no refusal but a confirmed one.
    void s64WhyBlamesNotTheServer()
    {
        QFETCH(ErrorCode, code);
        QFETCH(int, status);
        QFETCH(bool, refused);
        auto session = alive(SessionState::NotRenewable);
        session.refreshExpiry = now - minutes(5);
        session.renewalError = failure(code);
        session.renewalError->httpStatus = status;
        session.refreshRefused = refused;
        const QString text = whyText(session, {});
        QVERIFY2(text.contains(QStringLiteral("server")) == refused, qPrintable(text));
        QVERIFY2(text.contains(QString::number(status)) == refused, qPrintable(text));
        QVERIFY(text.contains(refused ? QStringLiteral("Decided by: the server")
                                      : QStringLiteral("Decided by: this app")));
    }

    void theBadgeSaysUntilWhen()
    {
        auto status = alive();
        status.accessExpiry = now + minutes(30);
        const SessionWords words = sessionWords(status, now);
        QCOMPARE(words.severity, Severity::Success);
        const QString until = timeText(localTime(now + minutes(30)));
        QCOMPARE(words.badge, QStringLiteral("Signed in until ") + until);
        QCOMPARE(sessionWords(alive(SessionState::NotRenewable), now).severity, Severity::Warning);
    }

    void aClockBefore2020IsNotSet()
    {
        NoticeContext early = context();
        early.now = fromDateTime(QDateTime(QDate(2019, 12, 31), QTime(12, 0), Qt::UTC));
        auto status = alive();
        status.accessExpiry = early.now + hours(24);
        status.serverOffset = minutes(7);
        QCOMPARE(nameOf(sessionNotice(status, early)), QString());
    }
};

LATCHKEY_TEST(TestSessionText, QApplication)
#include "tst_sessiontext.moc"
