#include "app/api/framing.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey;
using Headers = QList<QPair<QByteArray, QByteArray>>;

class TestFraming : public QObject
{
    Q_OBJECT
private slots:
    void judges_data();
    void judges();
};

void TestFraming::judges_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("good");
    const auto length = [](const QByteArray &value) { return Headers{{"Content-Length", value}}; };
    QTest::newRow("no headers") << 200 << Headers{} << 7 << true;
    QTest::newRow("right length") << 200 << length("7") << 7 << true;
    QTest::newRow("zero") << 200 << length("0") << 0 << true;
    QTest::newRow("leading zero") << 200 << length("07") << 7 << true;
    QTest::newRow("short") << 200 << length("8") << 7 << false;
    QTest::newRow("long") << 200 << length("6") << 7 << false;
    QTest::newRow("empty length") << 200 << length("") << 0 << false;
    QTest::newRow("two lengths") << 200 << length("7, 9") << 7 << false;
    QTest::newRow("twice the same") << 200 << length("7, 7") << 7 << false;
    QTest::newRow("negative") << 200 << length("-7") << 7 << false;
    QTest::newRow("signed") << 200 << length("+7") << 7 << false;
    QTest::newRow("hex") << 200 << length("0x7") << 7 << false;
    QTest::newRow("overflowing") << 200 << length("18446744073709551623") << 7 << false;
    QTest::newRow("304 says a length") << 304 << length("7") << 0 << true;
    QTest::newRow("204 says a length") << 204 << length("7") << 0 << true;
    QTest::newRow("compressed") << 200
                                << Headers{{"content-length", "7"}, {"Content-Encoding", "gzip"}}
                                << 99 << true;
    QTest::newRow("chunked") << 200 << Headers{{"Transfer-Encoding", "Chunked"}} << 7 << true;
    QTest::newRow("unknown coding")
        << 200 << Headers{{"transfer-encoding", "xchunked"}} << 7 << false;
    QTest::newRow("both rules") << 200
                                << Headers{{"transfer-encoding", "chunked"},
                                           {"content-length", "7"}}
                                << 7 << false;
    QTest::newRow("two cookies") << 200 << Headers{{"Set-Cookie", "a=1\nb=2"}} << 7 << true;
    QTest::newRow("LF in a value") << 200 << Headers{{"X", "a\nb"}} << 7 << false;
    QTest::newRow("CR in a cookie") << 200 << Headers{{"Set-Cookie", "a\rb"}} << 7 << false;
    QTest::newRow("NUL") << 200 << Headers{{"X", QByteArray("a\0b", 3)}} << 7 << false;
    QTest::newRow("tab and Latin-1") << 200 << Headers{{"X", "a\t\xe9"}} << 7 << true;
    QTest::newRow("space in a name") << 200 << Headers{{"X Y", "a"}} << 7 << false;
    QTest::newRow("no name") << 200 << Headers{{"", "a"}} << 7 << false;
    for (const int status : {-200, 0, 20, 99, 600, 999, 65736})
        QTest::addRow("status %d", status) << status << Headers{} << 0 << false;
    for (const int status : {100, 101, 599})
        QTest::addRow("status %d", status) << status << Headers{} << 0 << true;
}

void TestFraming::judges()
{
    QFETCH(int, status);
    QFETCH(Headers, headers);
    QFETCH(int, size);
    QFETCH(bool, good);
    const QString problem = framingProblem(status, headers, size);
    QVERIFY2(problem.isEmpty() == good, qPrintable(problem));
}

LATCHKEY_TEST(TestFraming, QCoreApplication)
#include "tst_framing.moc"
