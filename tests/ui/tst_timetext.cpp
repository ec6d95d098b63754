#include "tests/support/testprogram.h"
#include "ui/timetext.h"

#include <QTest>

using namespace latchkey;
using std::chrono::seconds;

class TestTimeText : public QObject
{
    Q_OBJECT

private slots:
    void spans_data()
    {
        QTest::addColumn<qint64>("secondsLong");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("s") << qint64(45) << QStringLiteral("45 s");
        QTest::newRow("min") << qint64(61) << QStringLiteral("1 min");
        QTest::newRow("h") << qint64(3720) << QStringLiteral("1 h 2 min");
        QTest::newRow("d") << qint64(19 * 86400 + 13 * 3600) << QStringLiteral("19 d 13 h");
        QTest::newRow("past") << qint64(-5) << QStringLiteral("0 s");
    }
    void spans()
    {
        QFETCH(qint64, secondsLong);
        QTEST(spanText(seconds(secondsLong)), "wanted");
    }

    void offsets_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("tenths") << qint64(400) << QStringLiteral("+0.4 s");
        QTest::newRow("seconds") << qint64(-420'000) << QStringLiteral("\u2212420 s");
        QTest::newRow("90 minutes") << qint64(5'400'000) << QStringLiteral("+5,400 s");
        QTest::newRow("hours") << qint64(-5'460'000) << QStringLiteral("\u22122 h");
        QTest::newRow("days") << qint64(72 * 3'600'000) << QStringLiteral("+3 d");
    }
    void offsets()
    {
        QFETCH(qint64, milliseconds);
        QTEST(offsetText(Milliseconds(milliseconds)), "wanted");
    }

    void ago_data()
    {
        QTest::addColumn<qint64>("secondsAgo");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("now") << qint64(59) << QStringLiteral("just now");
        QTest::newRow("minutes") << qint64(390) << QStringLiteral("6 minutes ago");
        QTest::newRow("hours") << qint64(7200) << QStringLiteral("2 hours ago");
        QTest::newRow("days") << qint64(2 * 86400) << QStringLiteral("2 days ago");
        QTest::newRow("long ago") << qint64(100 * 86400) << QStringLiteral("21 February 2026");
    }
    void ago()
    {
        QFETCH(qint64, secondsAgo);
        const QDateTime moment(QDate(2026, 6, 1), QTime(12, 0));
        QTEST(agoText(moment.addSecs(-secondsAgo), moment), "wanted");
    }
};

LATCHKEY_TEST(TestTimeText, QApplication)
#include "tst_timetext.moc"
