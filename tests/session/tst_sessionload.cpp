#include "app/session/authorizedcall.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>

#include <malloc.h>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Many requests at once on an expired access token: one renewal, and an answer for each. Prints
// what it costs, and how that grows.
class tst_SessionLoad final : public QObject
{
    Q_OBJECT
private slots:
    void allAtOnce_data();
    void allAtOnce();
    void cleanupTestCase();

private:
    struct Cost {
        int requests = 0;
        double milliseconds = 0;
        double kibibytes = 0;
    };
    QList<Cost> m_costs;
};

namespace
{

// What is in use on the heap: the resident size is the kernel's business.
double heapInKiB()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / 1024.0;
#else
    return 0; // the sanitizer's heap has no such figure
#endif
}

} // namespace

void tst_SessionLoad::allAtOnce_data()
{
    QTest::addColumn<int>("requests");
    for (const int requests : {100, 1000, 10000})
        QTest::addRow("%d requests", requests) << requests;
}

void tst_SessionLoad::allAtOnce()
{
    QFETCH(const int, requests);
    SessionFixture f;
    f.api.setServer(f.server);
    SessionVault vault(f.store, f.preferences, f.clock);
    Renewer renewer(f.api, vault, f.clock, {});
    const TokenReply dead{{Secret(jwt(f.clock.wall(), 1min)), Secret(jwt(f.clock.wall(), 10h))},
                          f.clock.sinceBoot(),
                          {},
                          {}};
    renewer.start(pairFromReply(dead, nullptr, f.clock), QStringLiteral("john@mail.com"));
    f.clock.sleep(2min); // nobody woke up in time: the access token died unnoticed
    QCOMPARE(renewer.standing(), Standing::NeedsRenewal);

    QObject context;
    QList<int> answers(requests, 0);
    int withTheNewToken = 0;
    const Secret deadToken = dead.tokens.access;
    const double heapBefore = heapInKiB();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < requests; ++i) {
        AuthorizedCall<Profile>::run(
            renewer, &context,
            [&](const Secret &token, QObject *owner,
                const AuthorizedCall<Profile>::Callback &callback) {
                withTheNewToken += token.sameAs(deadToken) ? 0 : 1;
                f.api.profile(token, owner, callback);
            },
            [&answers, i](const Result<Profile> &result) {
                answers[i] += result.has_value() ? 1 : 100;
            });
    }
    const double heapWaiting = heapInKiB();
    f.clock.advance(1s);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;

    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(withTheNewToken, requests);
    QCOMPARE(f.profileCount(), requests);
    QCOMPARE(answers, QList<int>(requests, 1));
    m_costs.append({requests, milliseconds, heapWaiting - heapBefore});
}

void tst_SessionLoad::cleanupTestCase()
{
    for (const Cost &cost : std::as_const(m_costs)) {
        std::printf("%6d requests at once: %8.1f ms in all, %6.1f us each; waiting: %8.0f KiB, "
                    "%5.2f KiB each\n",
                    cost.requests, cost.milliseconds, 1000.0 * cost.milliseconds / cost.requests,
                    cost.kibibytes, cost.kibibytes / cost.requests);
    }
    std::fflush(stdout);
    // In step with the number: ten times the requests must not cost a hundred times the memory or
    // the time. Generous, because the machine may be busy.
    constexpr double Most = 4.0;
    for (qsizetype i = 1; i < m_costs.size(); ++i) {
        const double more = double(m_costs.at(i).requests) / m_costs.at(i - 1).requests;
        QVERIFY(m_costs.at(i).milliseconds <= Most * more * m_costs.at(i - 1).milliseconds);
        QVERIFY(m_costs.at(i).kibibytes <= Most * more * m_costs.at(i - 1).kibibytes);
    }
}

LATCHKEY_TEST(tst_SessionLoad, QCoreApplication)

#include "tst_sessionload.moc"
