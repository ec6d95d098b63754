#include "app/api/httpdate.h"
#include "app/api/retryafter.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;

class TestRetryAfter : public QObject
{
    Q_OBJECT
private slots:
    void parsesHttpDate_data();
    void parsesHttpDate();
    void parsesRetryAfter_data();
    void parsesRetryAfter();
};

void TestRetryAfter::parsesHttpDate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // ISO, empty: not a date
    const QString rfc = QStringLiteral("1994-11-06T08:49:37Z");
    QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << rfc;
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << rfc;
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << rfc;
    QTest::newRow("RFC 850, this century")
        << QByteArray("Monday, 23-Nov-26 00:00:00 GMT") << QStringLiteral("2026-11-23T00:00:00Z");
    QTest::newRow("1970") << QByteArray("Thu, 01 Jan 1970 00:00:00 GMT")
                          << QStringLiteral("1970-01-01T00:00:00Z");
    QTest::newRow("2106") << QByteArray("Sun, 07 Feb 2106 06:28:16 GMT")
                          << QStringLiteral("2106-02-07T06:28:16Z");
    QTest::newRow("leap second") << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT")
                                 << QStringLiteral("2016-12-31T23:59:59Z");
    QTest::newRow("spaces around") << QByteArray(" Sun, 06 Nov 1994 08:49:37 GMT ") << rfc;
    QTest::newRow("other zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << QString();
    QTest::newRow("no such day") << QByteArray("Wed, 30 Feb 1994 08:49:37 GMT") << QString();
    QTest::newRow("no such hour") << QByteArray("Sun, 06 Nov 1994 24:00:00 GMT") << QString();
    QTest::newRow("second 61") << QByteArray("Sun, 06 Nov 1994 08:49:61 GMT") << QString();
    QTest::newRow("ISO") << QByteArray("1994-11-06T08:49:37Z") << QString();
    QTest::newRow("tail") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT x") << QString();
    QTest::newRow("twice") << QByteArray(
        "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT")
                           << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("very long") << QByteArray(100'000, ' ') << QString();
}

void TestRetryAfter::parsesHttpDate()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto time = parseHttpDate(text);
    QCOMPARE(time ? toDateTime(*time).toString(Qt::ISODate) : QString(), expected);
}

void TestRetryAfter::parsesRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // -1: counts as absent
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("leading zeros") << QByteArray("0007") << 7;
    QTest::newRow("spaces around") << QByteArray(" 5 ") << 5;
    QTest::newRow("at the cap") << QByteArray("3600") << 3600;
    QTest::newRow("over the cap") << QByteArray("3601") << 3600;
    QTest::newRow("a year") << QByteArray("31536000") << 3600;
    QTest::newRow("2^64") << QByteArray("18446744073709551616") << 3600;
    QTest::newRow("100 digits") << QByteArray(100, '9') << 3600;
    QTest::newRow("negative") << QByteArray("-1") << -1;
    QTest::newRow("signed") << QByteArray("+5") << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << -1;
    QTest::newRow("unit") << QByteArray("5s") << -1;
    QTest::newRow("hex") << QByteArray("0x5") << -1;
    QTest::newRow("words") << QByteArray("soon") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("spaces") << QByteArray("  ") << -1;
    QTest::newRow("twice") << QByteArray("120, 60") << -1;
    QTest::newRow("other digits") << QByteArray("\xd9\xa1\xd9\xa2") << -1;
    QTest::newRow("date to come") << QByteArray("Sun, 06 Nov 1994 08:50:37 GMT") << 60;
    QTest::newRow("date now") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << 0;
    QTest::newRow("date past") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << 0;
    QTest::newRow("date far away") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << 3600;
    QTest::newRow("date of old form") << QByteArray("Sunday, 06-Nov-94 08:49:39 GMT") << 2;
    QTest::newRow("broken date") << QByteArray("Sun, 06 Nov 1994") << -1;
}

void TestRetryAfter::parsesRetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    const auto now = fromDateTime(QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
    const auto wait = parseRetryAfter(value, now);
    QCOMPARE(wait ? static_cast<int>(wait->count()) : -1, seconds);
}

LATCHKEY_TEST(TestRetryAfter, QCoreApplication)
#include "tst_retryafter.moc"
