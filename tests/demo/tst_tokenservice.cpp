#include "app/demo/tokenservice.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace latchkey;
using namespace latchkey::demo;
using namespace std::chrono_literals;

namespace
{

constexpr int kJohn = 1;
constexpr int kMaria = 2;

QJsonObject payloadOf(const QByteArray &token)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding))
        .object();
}

} // namespace

class TestTokenService : public QObject
{
    Q_OBJECT

    Accounts m_accounts;
    WallTime m_now{1672766028000ms};

    TokenService::Options options(bool rotate = false) const
    {
        TokenService::Options result;
        result.rotate = rotate;
        result.now = [this] { return m_now; };
        return result;
    }

private slots:
    void init() { m_now = WallTime(1672766028000ms); }

    void issuesTheDocumentedClaimsAndLives()
    {
        TokenService service(m_accounts, options());
        const TokenPair pair = service.issue(kMaria);
        const QJsonObject access = payloadOf(pair.access);
        const QJsonObject refresh = payloadOf(pair.refresh);
        const QStringList claims{QStringLiteral("exp"), QStringLiteral("iat"),
                                 QStringLiteral("sub")};
        QCOMPARE(access.keys(), claims);
        QCOMPARE(refresh.keys(), claims);
        QCOMPARE(access[QLatin1String("sub")].toInt(), kMaria);
        QCOMPARE(access[QLatin1String("iat")].toInteger(), 1672766028);
        QCOMPARE(access[QLatin1String("exp")].toInteger() - 1672766028, 20 * 24 * 3600);
        QCOMPARE(refresh[QLatin1String("exp")].toInteger() - 1672766028, 10 * 3600);
        QCOMPARE(pair.access.size(), 139);
    }

    void aSignInReplacesTheAccountsEarlierOnes_data()
    {
        QTest::addColumn<bool>("rotate");
        QTest::newRow("refresh tokens last") << false;
        QTest::newRow("rotating") << true;
    }

    void aSignInReplacesTheAccountsEarlierOnes()
    {
        QFETCH(bool, rotate);
        auto given = options(rotate);
        given.singleSession = true;
        given.accessLifetime = 60s;
        TokenService service(m_accounts, given);
        const TokenPair maria = service.issue(kMaria);
        const TokenPair first = service.issue(kJohn);
        QCOMPARE(service.accountOf(first.access), kJohn);
        QVERIFY(!service.wasReplaced(first.access));
        const TokenPair second = service.issue(kJohn);
        QVERIFY(!service.accountOf(first.access) && !service.refresh(first.refresh));
        QVERIFY(service.wasReplaced(first.access) && service.wasReplaced(first.refresh));
        QCOMPARE(service.accountOf(second.access), kJohn);
        QCOMPARE(service.accountOf(maria.access), kMaria); // another account's business
        const auto renewed = service.refresh(second.refresh); // a renewal is no sign-in
        QVERIFY(renewed && service.accountOf(second.access) && service.accountOf(renewed->access));
        m_now += 60s;
        QVERIFY(!service.wasReplaced(first.access)); // it would have ended anyhow
        QVERIFY(!service.wasReplaced("forged.token.here"));
        service.revokeAll();
        QVERIFY(!service.wasReplaced(first.refresh));
    }

    void signInsStandSideBySideUnlessToldOtherwise()
    {
        TokenService service(m_accounts, options(true));
        const TokenPair first = service.issue(kJohn);
        (void)service.issue(kJohn);
        QCOMPARE(service.accountOf(first.access), kJohn);
        QVERIFY(!service.wasReplaced(first.access));
    }

    void aTokenDiesAtItsExp_data()
    {
        QTest::addColumn<bool>("rotate");
        QTest::newRow("stateless") << false;
        QTest::newRow("rotating") << true;
    }

    void aTokenDiesAtItsExp()
    {
        QFETCH(bool, rotate);
        auto given = options(rotate);
        given.accessLifetime = 60s;
        given.refreshLifetime = 30s;
        TokenService service(m_accounts, given);
        const TokenPair pair = service.issue(kJohn);
        const TokenPair other = service.issue(kJohn);
        m_now += 29999ms;
        QVERIFY(service.refresh(pair.refresh));
        m_now += 1ms;
        QVERIFY(!service.refresh(other.refresh));
        m_now += 29999ms;
        QCOMPARE(service.accountOf(pair.access), std::optional(kJohn));
        m_now += 1ms;
        QCOMPARE(service.accountOf(pair.access), std::nullopt);
    }

    void aRenewalSlidesBothLives()
    {
        TokenService service(m_accounts, options());
        const TokenPair first = service.issue(kJohn);
        m_now += 9h;
        const auto second = service.refresh(first.refresh);
        QVERIFY(second);
        m_now += 9h;
        QVERIFY(!service.refresh(first.refresh));
        QVERIFY(service.refresh(second->refresh));
    }

    void withoutRotationATokenWorksAgain()
    {
        TokenService service(m_accounts, options());
        const TokenPair pair = service.issue(kJohn);
        QVERIFY(service.refresh(pair.refresh));
        QVERIFY(service.refresh(pair.refresh));
    }

    void theTwoKindsAreNotTakenForEachOther()
    {
        TokenService service(m_accounts, options());
        const TokenPair pair = service.issue(kJohn);
        QVERIFY(!service.refresh(pair.access));
        QVERIFY(!service.accountOf(pair.refresh));
    }

    void anotherProcessesTokensAreForeign()
    {
        TokenService service(m_accounts, options());
        TokenService stranger(m_accounts, options());
        const TokenPair pair = stranger.issue(kJohn);
        QVERIFY(!service.accountOf(pair.access));
        QVERIFY(!service.refresh(pair.refresh));
    }

    void rotationGivesNewBytesWithinOneSecond()
    {
        TokenService service(m_accounts, options(true));
        const TokenPair first = service.issue(kJohn);
        const auto second = service.refresh(first.refresh);
        QVERIFY(second);
        QVERIFY(second->refresh != first.refresh);
        QVERIFY(second->access != first.access);
    }

    void reuseRevokesTheWholeFamily()
    {
        TokenService service(m_accounts, options(true));
        const TokenPair first = service.issue(kJohn);
        const TokenPair otherSignIn = service.issue(kJohn);
        const auto second = service.refresh(first.refresh);
        QVERIFY(second);
        QCOMPARE(service.accountOf(second->access), std::optional(kJohn));

        QVERIFY(!service.refresh(first.refresh));
        QVERIFY(!service.refresh(second->refresh));
        QVERIFY(!service.accountOf(first.access));
        QVERIFY(!service.accountOf(second->access));
        QCOMPARE(service.accountOf(otherSignIn.access), std::optional(kJohn));
        QVERIFY(service.refresh(otherSignIn.refresh));
    }

    void aThousandRenewalsInARowWork()
    {
        TokenService service(m_accounts, options(true));
        TokenPair pair = service.issue(kJohn);
        for (int i = 0; i < 1000; ++i) {
            m_now += 1min;
            const auto next = service.refresh(pair.refresh);
            QVERIFY(next);
            pair = *next;
        }
    }

    void ofManyAtOnceExactlyOneWins()
    {
        TokenService service(m_accounts, options(true));
        const TokenPair pair = service.issue(kJohn);
        std::atomic<int> wins = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i)
                threads.emplace_back([&] { wins += service.refresh(pair.refresh) ? 1 : 0; });
        }
        QCOMPARE(wins.load(), 1);
    }

    void aDeletedAccountCannotRenewButItsTokenStaysSigned()
    {
        Accounts accounts;
        TokenService service(accounts, options());
        const TokenPair pair = service.issue(kMaria);
        QVERIFY(accounts.remove(kMaria));
        QVERIFY(!accounts.remove(kMaria));
        QVERIFY(!service.refresh(pair.refresh));
        QCOMPARE(service.accountOf(pair.access), std::optional(kMaria));
    }

    void revokeAllEndsEveryToken_data() { aTokenDiesAtItsExp_data(); }

    void revokeAllEndsEveryToken()
    {
        QFETCH(bool, rotate);
        TokenService service(m_accounts, options(rotate));
        const TokenPair pair = service.issue(kJohn);
        service.revokeAll();
        QVERIFY(!service.accountOf(pair.access));
        QVERIFY(!service.refresh(pair.refresh));
        const TokenPair later = service.issue(kJohn);
        QVERIFY(service.accountOf(later.access));
        QVERIFY(service.refresh(later.refresh));
    }

    void remembersTokensOnlyWhenAsked()
    {
        auto given = options();
        TokenService forgetful(m_accounts, given);
        (void)forgetful.issue(kJohn);
        QVERIFY(forgetful.issued().isEmpty());

        given.remember = true;
        TokenService service(m_accounts, given);
        const TokenPair first = service.issue(kJohn);
        m_now += 1s;
        const auto second = service.refresh(first.refresh);
        QVERIFY(second);
        QCOMPARE(service.issued(),
                 (QList<QByteArray>{first.access, first.refresh, second->access, second->refresh}));
    }
};

LATCHKEY_TEST(TestTokenService, QCoreApplication)
#include "tst_tokenservice.moc"
