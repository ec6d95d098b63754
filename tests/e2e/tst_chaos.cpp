#include "tests/e2e/chaos.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QElapsedTimer>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The composed program against the demo server behind a proxy that spoils most of what passes, and
// killed again and again. What must hold whatever happens: no session is lost that the server would
// still honour, nothing hangs, no password is sent unasked, no secret reaches a disk.
class tst_Chaos : public QObject
{
    Q_OBJECT
public:
    explicit tst_Chaos(const QString &home)
        : m_home(home)
    {
    }

private slots:
    void initTestCase();
    void survives_data();
    void survives();
    void cleanup();
    void cleanupTestCase();

private:
    // Each returns what went wrong; nothing: all is well.
    [[nodiscard]] QString act();
    [[nodiscard]] QString killAndReopen();
    [[nodiscard]] QString signInAgain();
    [[nodiscard]] QString signOut();
    [[nodiscard]] bool isStoredAsItLives() const;
    [[nodiscard]] QString judge();
    [[nodiscard]] bool isProven();
    [[nodiscard]] QString calmDown();
    [[nodiscard]] bool press();
    void kill();

    const QString m_home;
    int m_faults = 0; // of all rows
    int m_kills = 0;
    int m_rows = 0; // that passed

    std::unique_ptr<Chaos> m_chaos; // from here on: of one row
    // What the person has: nothing, and wants none; a session, or one on its way; one that ended.
    enum class Has { Nothing, Session, EndedSession };
    Has m_has = Has::Nothing;
    int m_presses = 0;
    int m_losses = 0; // sessions that ended, rightly
    int m_rowKills = 0;
    int m_killsInFlight = 0; // with a request under way
};

namespace
{

constexpr int AllRows = 5;
constexpr int FaultsPerRow = 110;
constexpr int KillsPerRow = 12;
constexpr int MostRounds = 1000;
constexpr int RoundsToCalm = 20;
constexpr int MostSteps = 40; // about twice what a start with a renewal takes
constexpr double Share = 0.7;
// Over the longest backoff and the longest deadline.
constexpr Milliseconds Recovery = 8min;

bool isAlive(SessionState state)
{
    switch (state) {
    case SessionState::SignedIn:
    case SessionState::Renewing:
    case SessionState::Restoring:
        return true;
    case SessionState::NotRenewable:
    case SessionState::Starting:
    case SessionState::SignedOut:
    case SessionState::WaitingForKeychain:
    case SessionState::SigningIn:
    case SessionState::Ended:
        return false;
    }
    return false;
}

} // namespace

void tst_Chaos::initTestCase()
{
    qInfo("LATCHKEY_CHAOS_SEED=%u", chaosSeed());
}

void tst_Chaos::survives_data()
{
    QTest::addColumn<QByteArray>("life");
    QTest::addColumn<ProgramFixture::Lives>("lives");
    QTest::addColumn<Milliseconds>("longestPause"); // that a person may make
    QTest::addColumn<bool>("mayEnd"); // is there any way that the server ends a session?
    const auto row
        = [](const QByteArray &life, const ProgramFixture::Lives &lives, Milliseconds pause,
             bool mayEnd) { QTest::newRow(life.constData()) << life << lives << pause << mayEnd; };
    row("20 days and 10 hours", {}, 1h, false);
    row("access token dies first", {10min, 10h, false}, 1h, false);
    row("both short", {4min, 2min, false}, 30s, true);
    row("20 days and 10 hours, rotating", {20 * 24h, 10h, true}, 1h, true);
    row("both short, rotating", {2min, 4min, true}, 30s, true);
}

void tst_Chaos::survives()
{
    QFETCH(QByteArray, life);
    QFETCH(ProgramFixture::Lives, lives);
    QFETCH(Milliseconds, longestPause);
    QFETCH(bool, mayEnd);
    QElapsedTimer time;
    time.start();
    m_chaos = std::make_unique<Chaos>(chaosSeed() + qChecksum(life), lives);
    m_has = Has::Nothing;
    m_presses = m_losses = m_rowKills = m_killsInFlight = 0;
    Chaos &chaos = *m_chaos;
    chaos.open();
    QVERIFY(chaos.calm());

    chaos.spoil(Share);
    int rounds = 0;
    while (chaos.proxy.injected() < FaultsPerRow || m_rowKills < KillsPerRow) {
        QVERIFY(++rounds < MostRounds);
        const QString problem = act();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY2(chaos.pass(chaos.dice.upTo(longestPause / 10)), qPrintable(chaos.describe()));
        const QString verdict = judge();
        QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
        QVERIFY(chaos.fixture.server->counts().login <= m_presses);
        if (rounds % RoundsToCalm == 0) {
            const QString end = calmDown();
            QVERIFY2(end.isEmpty(), qPrintable(end));
            chaos.spoil(Share);
        }
    }
    const QString end = calmDown();
    QVERIFY2(end.isEmpty(), qPrintable(end));
    QVERIFY2(mayEnd || m_losses == 0, "a password was asked for that nobody needed");

    int files = 0;
    auto secrets = chaos.fixture.server->issuedTokens();
    secrets << "changeme";
    QCOMPARE(filesHolding({chaos.fixture.folder.path(), m_home}, secrets, &files), QStringList());
    QVERIFY(files > 0);
    m_faults += chaos.proxy.injected();
    m_kills += m_rowKills;
    ++m_rows;
    const auto counts = chaos.fixture.server->counts();
    qInfo(
        "%d faults in %d exchanges, %d rounds, %d renewals, %d sign-ins wanted, %d sessions ended "
        "by the server; %d kills, %d with a request under way; %d silences; %lld ms",
        chaos.proxy.injected(), chaos.proxy.exchanges(), rounds, counts.refresh, m_presses,
        m_losses, m_rowKills, m_killsInFlight, chaos.silences(),
        static_cast<long long>(time.elapsed()));
}

// Whoever reads of a failure, perhaps one of 200 seeds, needs this to see it again.
void tst_Chaos::cleanup()
{
    if (QTest::currentTestFailed()) {
        qWarning("to repeat it: LATCHKEY_CHAOS_SEED=%u tst_chaos 'survives:%s'", chaosSeed(),
                 QTest::currentDataTag());
        if (m_chaos)
            qWarning().noquote() << "it ended with" << m_chaos->describe();
    }
    m_chaos.reset();
}

void tst_Chaos::cleanupTestCase()
{
    qInfo("%d faults, %d kills in %d rows", m_faults, m_kills, m_rows);
    if (m_rows == AllRows) // else somebody chose a few
        QVERIFY(m_faults >= 500 && m_kills >= 50);
}

// One thing that a person, the network or time does.
QString tst_Chaos::act()
{
    Chaos &chaos = *m_chaos;
    if (chaos.state() == SessionState::SignedOut || chaos.state() == SessionState::Ended)
        return signInAgain();
    switch (chaos.dice.below(8)) {
    case 0:
    case 1:
        return chaos.passToNextRenewal() ? QString() : m_chaos->describe();
    case 2:
    case 3:
        chaos.fixture.program->session().renewNow();
        break;
    case 4:
    case 5:
        chaos.fixture.program->session().reloadProfile();
        break;
    case 6:
        return killAndReopen();
    case 7:
        if (chaos.dice.below(3) == 0)
            return signOut();
        break;
    }
    return chaos.calm() ? QString() : m_chaos->describe();
}

// At a random moment of what is under way; and starts it again.
void tst_Chaos::kill()
{
    Chaos &chaos = *m_chaos;
    chaos.run(chaos.dice.below(MostSteps));
    m_killsInFlight += chaos.edge.owed() > 0 ? 1 : 0;
    chaos.kill();
    ++m_rowKills;
    chaos.open();
}

QString tst_Chaos::killAndReopen()
{
    Chaos &chaos = *m_chaos;
    switch (chaos.dice.below(3)) { // something has to be under way
    case 0:
        chaos.fixture.program->session().renewNow();
        break;
    case 1:
        chaos.fixture.program->session().reloadProfile();
        break;
    case 2: // the start itself
        chaos.kill();
        chaos.open();
        break;
    }
    kill();
    return chaos.calm() ? QString() : m_chaos->describe();
}

// As often as it takes, as a person would.
QString tst_Chaos::signInAgain()
{
    Chaos &chaos = *m_chaos;
    if (!press())
        return QStringLiteral("nothing to sign in with: ") + stateName(chaos.state());
    if (chaos.dice.below(4) == 0)
        kill(); // before the answer, or after, or while it is saved
    if (!chaos.calm())
        return m_chaos->describe();
    const bool cameToNothing = chaos.state() == SessionState::SignedOut && !chaos.stored();
    m_has = cameToNothing ? Has::Nothing : Has::Session;
    return {};
}

bool tst_Chaos::press()
{
    m_chaos->forgetStored();
    ++m_presses;
    return m_chaos->fixture.signIn();
}

QString tst_Chaos::signOut()
{
    Chaos &chaos = *m_chaos;
    chaos.fixture.program->session().signOut();
    m_has = Has::Nothing;
    if (chaos.dice.below(2) == 0)
        kill();
    if (!chaos.calm())
        return m_chaos->describe();
    if (chaos.state() != SessionState::SignedOut || chaos.stored())
        return QStringLiteral("signed out, and yet: ") + stateName(chaos.state());
    return {};
}

bool tst_Chaos::isStoredAsItLives() const
{
    const auto stored = m_chaos->stored();
    const auto lives = m_chaos->fixture.program->session().status().accessIssued;
    return stored && lives && std::chrono::abs(stored->issuedAt - *lives) < 1s;
}

// A session that is not there any more must be one that the server would not honour.
QString tst_Chaos::judge()
{
    Chaos &chaos = *m_chaos;
    if (m_has == Has::EndedSession)
        return {};
    if (m_has == Has::Nothing)
        return chaos.stored() ? QStringLiteral("a session came from nowhere") : QString();
    if (isAlive(chaos.state())) // the keychain here always works, and the program is calm
        return isStoredAsItLives()
            ? QString()
            : QStringLiteral("the living pair is not stored: ") + chaos.describe();
    const Honour honour = chaos.lastStored() ? chaos.honours(*chaos.lastStored()) : Honour();
    const bool isLost = chaos.state() == SessionState::NotRenewable ? honour.refresh : honour.any();
    if (isLost) {
        return QStringLiteral("%1, and the server still honours access: %2, refresh: %3")
            .arg(stateName(chaos.state()))
            .arg(honour.access)
            .arg(honour.refresh);
    }
    ++m_losses;
    if (chaos.state() == SessionState::NotRenewable)
        return signOut();
    m_has = Has::EndedSession;
    return {};
}

// Without faults: is it a session, and can it be renewed?
bool tst_Chaos::isProven()
{
    Chaos &chaos = *m_chaos;
    const auto status = [&] { return chaos.fixture.program->session().status(); };
    const auto isSignedIn = [&] { return status().state == SessionState::SignedIn; };
    if (!chaos.passUntil(isSignedIn, Recovery))
        return false;
    const int renewals = status().renewals;
    chaos.fixture.program->session().renewNow();
    return chaos.passUntil([&] { return isSignedIn() && status().renewals > renewals; }, Recovery);
}

// The faults stop and time passes: what was a session is one again, without a password.
QString tst_Chaos::calmDown()
{
    Chaos &chaos = *m_chaos;
    chaos.spareAll();
    bool recovered = m_has == Has::Session && isProven();
    if (!recovered) {
        const QString verdict = judge();
        if (!verdict.isEmpty())
            return verdict;
        if (m_has == Has::Session)
            return QStringLiteral("not recovered: ") + stateName(chaos.state());
    }
    // Twice at most: the first may meet a connection that has just been reset.
    for (int tries = 0; tries < 2 && !recovered; ++tries) {
        m_has = Has::Session;
        recovered = press() && isProven();
    }
    if (!recovered)
        return QStringLiteral("no sign-in without faults: ") + stateName(chaos.state());
    const auto stored = chaos.stored();
    const Honour honour = stored ? chaos.honours(*stored) : Honour();
    if (!honour.access || !honour.refresh) // else nothing it says about a loss is worth anything
        return QStringLiteral("the judge does not know a good session");
    chaos.fixture.program->session().reloadProfile();
    const auto isWell = [&] {
        return chaos.state() == SessionState::SignedIn
            && chaos.fixture.shows(QStringLiteral("Jhon"));
    };
    if (!chaos.passUntil(isWell, Recovery))
        return QStringLiteral("no profile without faults: ") + stateName(chaos.state());
    chaos.kill();
    chaos.open();
    return chaos.passUntil(isWell, Recovery)
        ? QString()
        : QStringLiteral("not restored: ") + stateName(chaos.state());
}

static int runChaos(int argc, char **argv)
{
    const QTemporaryDir home;
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                             "XDG_CACHE_HOME", "TMPDIR"})
        qputenv(name, home.path().toLocal8Bit());
    QApplication app(argc, argv);
    tst_Chaos test(home.path());
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runChaos)
#include "tst_chaos.moc"
