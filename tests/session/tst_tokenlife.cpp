#include "app/session/renewalpolicy.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace
{

// What is said of a token, in seconds; -1: not said.
struct Said {
    qint64 iat = -1;
    qint64 exp = -1;
    qint64 date = -1;
    qint64 expiresIn = -1;
    qint64 older = 0;
};

} // namespace

// How long one token lives, and what becomes of a pair where nobody has said that.
class tst_TokenLife : public QObject
{
    Q_OBJECT
private slots:
    void lifetime_data();
    void lifetime();
    void s69AGuessIsNoEnd_data();
    void s69AGuessIsNoEnd();
    void s69AGuessCutShortIsAnEnd();
    void s69AGuessIsPlannedWith();
};

void tst_TokenLife::lifetime_data()
{
    QTest::addColumn<Said>("said");
    QTest::addColumn<qint64>("seconds"); // from its own issue on
    QTest::addColumn<bool>("guessed");
    const qint64 fallback = FallbackLifetime.count() / 1000;
    const qint64 longest = LongestLifetime.count() / 1000;
    const auto row = [](const char *name, const Said &said, qint64 seconds) {
        QTest::newRow(name) << said << seconds << false;
    };
    const auto guess = [&](const char *name, const Said &said) {
        QTest::newRow(name) << said << fallback << true;
    };
    row("exp - iat", {100, 700}, 600);
    row("no iat: exp - Date", {-1, 700, 300}, 400);
    row("exp before iat: exp - Date", {900, 700, 300}, 400);
    row("thousands of years", {100, 253402300799}, longest);
    guess("10: no exp", {100, -1, 100});
    guess("69: no JWT", {});
    guess("no iat, no Date", {-1, 700});
    guess("exp before iat", {700, 100});
    guess("exp equals iat", {700, 700});
    guess("no iat, and dead by the Date", {-1, 700, 700});
    guess("no iat, and a Date of 1970", {-1, 1'700'000'000, 0});
    row("85: old iat", {1'000, 44'500, 44'200}, 300); // 12 h ago
    row("85: old iat, expires_in", {1'000, 44'500, -1, 300}, 300);
    row("85: expires_in is the shortest", {1'000, 44'500, 44'200, 240}, 240);
    row("85: exp - Date is the shortest", {1'000, 44'500, 44'200, 400}, 300);
    row("85: exp - iat is the shortest", {1'000, 1'300, 900, 400}, 300);
    row("85: Date says 5 s less", {1'000, 1'300, 1'005}, 295);
    row("85: Date says 4 s less", {1'000, 1'300, 1'004}, 300);
    row("85: Date says more", {1'000, 1'300, 400}, 300);
    row("85: expires_in says 1 s less", {1'000, 1'300, 1'000, 299}, 299);
    row("85: dead by the Date", {1'000, 1'300, 1'300}, 300);
    row("85: dead for years by the Date", {1'000, 1'300, 2'000'000'000}, 300);
    row("85: expires_in of nothing", {1'000, 1'300, -1, 0}, 300);
    row("85: expires_in of eternity", {1'000, 1'300, -1, 9'223'372'036'854'775'807}, 300);
    row("85: no JWT, expires_in", {-1, -1, -1, 120}, 120);
    row("85: no JWT, expires_in of eternity", {-1, -1, 5, 9'223'372'036'854'775'807}, longest);
    guess("85: no JWT, expires_in of nothing", {-1, -1, -1, 0});
    row("85: kept for 100 s", {1'000, 1'300, 1'100, -1, 100}, 300);
    row("85: kept for longer than it seems", {1'000, 1'300, 1'200, -1, 100}, 200);
}

void tst_TokenLife::lifetime()
{
    QFETCH(Said, said);
    QFETCH(qint64, seconds);
    QFETCH(bool, guessed);
    Claims claims;
    if (said.iat >= 0)
        claims.issuedAt = std::chrono::seconds(said.iat);
    if (said.exp >= 0)
        claims.expiry = std::chrono::seconds(said.exp);
    IssueFacts facts;
    if (said.date >= 0)
        facts.serverTime = WallTime(std::chrono::seconds(said.date));
    if (said.expiresIn >= 0)
        facts.expiresIn = std::chrono::seconds(said.expiresIn);
    const Milliseconds sent = -7s; // before this computer's last start, for example
    const Milliseconds older = std::chrono::seconds(said.older);
    const TokenLife life = lifeOf(claims, sent, facts, older);
    QCOMPARE(life.issued, sent - older);
    QCOMPARE(qint64(life.lifetime.count()), seconds * 1000);
    QCOMPARE(life.isGuessed, guessed);
}

// Each token lives for certain, is dead for certain, or is within or past its guess.
void tst_TokenLife::s69AGuessIsNoEnd_data()
{
    QTest::addColumn<TokenLife>("access"); // looked at after two hours
    QTest::addColumn<TokenLife>("refresh");
    QTest::addColumn<Standing>("standing");
    QTest::addColumn<Standing>("refused"); // once the refresh token is
    QTest::addColumn<bool>("pastGuess");
    const TokenLife lives{0ms, 3h};
    const TokenLife dead{0ms, 1h};
    const TokenLife within{0ms, 3h, true};
    const TokenLife past{0ms, 1h, true};
    const auto row = [](const char *name, const TokenLife &access, const TokenLife &refresh,
                        Standing standing, Standing refused, bool pastGuess = false) {
        QTest::newRow(name) << access << refresh << standing << refused << pastGuess;
    };
    using enum Standing;
    row("69: lives, within", lives, within, Good, NotRenewable);
    row("69: lives, past", lives, past, Good, NotRenewable);
    row("69: dead, within", dead, within, NeedsRenewal, Dead);
    row("69: dead, past", dead, past, NeedsRenewal, Dead);
    row("69: within, within", within, within, Good, NotRenewable);
    row("69: within, past", within, past, Good, NotRenewable);
    row("69: within, lives", within, lives, Good, NotRenewable);
    row("69: within, dead", within, dead, NotRenewable, NotRenewable);
    row("69: past, within", past, within, NeedsRenewal, NotRenewable, true);
    row("69: past, past", past, past, NeedsRenewal, NotRenewable, true);
    row("69: past, lives", past, lives, NeedsRenewal, NotRenewable, true);
    row("69: past, dead", past, dead, NotRenewable, NotRenewable, true);
}

void tst_TokenLife::s69AGuessIsNoEnd()
{
    QFETCH(TokenLife, access);
    QFETCH(TokenLife, refresh);
    const PairLife pair{access, refresh};
    QTEST(standingOf(pair, 2h, false), "standing");
    QTEST(standingOf(pair, 2h, true), "refused");
    QTEST(standingOf({access, std::nullopt}, 2h, false), "refused");
    QTEST(isPastGuess(pair, 2h), "pastGuess");
    // However long it is: not even after ten years.
    QCOMPARE(standingOf(pair, 3650 * Day, true),
             access.isGuessed ? Standing::NotRenewable : Standing::Dead);
    QCOMPARE(access.isDead(3650 * Day), !access.isGuessed);
}

// Who expires a token by hand means it, whatever it says of itself or does not say.
void tst_TokenLife::s69AGuessCutShortIsAnEnd()
{
    const TokenLife guess{0ms, 1h, true};
    const PairLife pair{guess, guess};
    for (const Milliseconds end : {Milliseconds(30min), Milliseconds(5h)}) {
        const PairLife access = cutShort(pair, {end, {}});
        QCOMPARE(standingOf(access, end - 1ms, true), Standing::NotRenewable);
        QCOMPARE(standingOf(access, end, false), Standing::NeedsRenewal);
        QVERIFY(!isPastGuess(access, end));
        QVERIFY(access.refresh->isGuessed);
        QCOMPARE(standingOf(cutShort(pair, {end, end}), end, false), Standing::Dead);
        QCOMPARE(standingOf(cutShort(pair, {{}, end}), end, false), Standing::NotRenewable);
    }
}

void tst_TokenLife::s69AGuessIsPlannedWith()
{
    const TokenLife guess{0ms, FallbackLifetime, true};
    const TokenLife known{0ms, FallbackLifetime};
    const PairLife guesses{guess, guess};
    const PairLife knowns{known, known};
    QCOMPARE(renewalMoment(guesses, 0), renewalMoment(knowns, 0));
    QCOMPARE(warningMoment(guesses), warningMoment(knowns));
    QVERIFY(worthRenewing(guesses, 2h));
    QVERIFY(worthRenewingBeforeGap(guesses, 2h, 0));
}

LATCHKEY_TEST(tst_TokenLife, QCoreApplication)
#include "tst_tokenlife.moc"
