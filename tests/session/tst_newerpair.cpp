#include "app/session/tokenpair.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Which of two stored pairs of one account came later, on a computer whose clock may be set between
// them.
class tst_NewerPair : public QObject
{
    Q_OBJECT
private slots:
    void s83WhateverTheClockSays_data();
    void s83WhateverTheClockSays();

private:
    struct Server {
        FakeClock clock;
        WallTime started = clock.wall();
        Milliseconds bootedAt = clock.sinceBoot();

        [[nodiscard]] TokenPair pair(int serial, bool isOpaque, bool isOldIat) const
        {
            const WallTime now = started + (clock.sinceBoot() - bootedAt);
            const WallTime iat = isOldIat ? started : now;
            const QByteArray opaque = "token-" + QByteArray::number(serial);
            const Secret access(isOpaque ? opaque : jwt(iat, now - iat + 5min, serial));
            const auto date = isOldIat ? std::nullopt : std::optional(now);
            return pairFromReply({{access, Secret(opaque)}, clock.sinceBoot(), date, {}}, nullptr,
                                 clock);
        }
    };
};

void tst_NewerPair::s83WhateverTheClockSays_data()
{
    QTest::addColumn<bool>("isOpaque");
    QTest::addColumn<bool>("isOldIat");
    QTest::addColumn<qint64>("later"); // seconds from the first pair to the second
    QTest::addColumn<qint64>("jump"); // hours by which the clock is set between them
    QTest::addColumn<bool>("isNewer"); // the second one
    for (const qint64 jump : {0LL, -1LL, 1LL}) {
        const auto row = [jump](const char *what, bool isOpaque, bool isOldIat, qint64 later) {
            QTest::addRow("83: %s, %lld h", what, static_cast<long long>(jump))
                << isOpaque << isOldIat << later << jump << (later > 0);
        };
        row("by iat", false, false, 60);
        row("by exp", false, true, 60);
        row("in one second", false, false, 0);
        if (jump == 0) // nothing but that clock tells
            row("opaque", true, false, 60);
    }
}

void tst_NewerPair::s83WhateverTheClockSays()
{
    QFETCH(bool, isOpaque);
    QFETCH(bool, isOldIat);
    QFETCH(qint64, later);
    QFETCH(qint64, jump);
    Server server;
    const auto address = *ServerAddress::parse(QStringLiteral("https://api.example.com"));
    const TokenPair first = server.pair(1, isOpaque, isOldIat);
    server.clock.advance(std::chrono::seconds(later));
    server.clock.jumpWall(std::chrono::hours(jump));
    const TokenPair second = server.pair(2, isOpaque, isOldIat);
    QTEST(isNewer(toStore(second, address, {}), first), "isNewer");
    QVERIFY(!isNewer(toStore(first, address, {}), second));
    QVERIFY(!isNewer(toStore(first, address, {}), first));
}

LATCHKEY_TEST(tst_NewerPair, QCoreApplication)
#include "tst_newerpair.moc"
