#include "app/demo/commands.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace latchkey::demo;

// The lines that the demo server takes from whoever started it.
class TestCommands : public QObject
{
    Q_OBJECT

private slots:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("revoked");
        QTest::addColumn<int>("refused");
        QTest::newRow("revoke") << QByteArray("revoke\n") << 1 << 0;
        QTest::newRow("twice") << QByteArray("revoke\nrevoke\n") << 2 << 0;
        QTest::newRow("Windows") << QByteArray("revoke\r\n") << 1 << 0;
        QTest::newRow("nothing") << QByteArray("\n \n\r\n") << 0 << 0;
        QTest::newRow("cut short") << QByteArray("revoke") << 0 << 0;
        QTest::newRow("unknown") << QByteArray("delete 1\n") << 0 << 1;
        QTest::newRow("with something") << QByteArray("revoke all\n") << 0 << 1;
        QTest::newRow("upper case") << QByteArray("REVOKE\n") << 0 << 1;
        QTest::newRow("NUL") << QByteArray("revoke\0\n", 8) << 0 << 1;
        QTest::newRow("after a wrong one") << QByteArray("x\nrevoke\n") << 1 << 1;
        QTest::newRow("too long") << QByteArray(100'000, 'x') + "\nrevoke\n" << 1 << 1;
        QTest::newRow("long, ends well") << QByteArray(100'000, ' ') + "revoke\n" << 0 << 1;
    }

    void lines()
    {
        QFETCH(QByteArray, input);
        int revoked = 0;
        int refused = 0;
        Commands whole({.revoke = [&] { ++revoked; }, .refuse = [&] { ++refused; }});
        whole.read(input);
        QTEST(revoked, "revoked");
        QTEST(refused, "refused");
        Commands pieces({.revoke = [&] { --revoked; }, .refuse = [&] { --refused; }});
        for (const char byte : input)
            pieces.read(QByteArrayView(&byte, 1));
        QCOMPARE(revoked, 0);
        QCOMPARE(refused, 0);
    }
};

LATCHKEY_TEST(TestCommands, QCoreApplication)
#include "tst_commands.moc"
