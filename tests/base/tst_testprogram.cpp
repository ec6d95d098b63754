#include "tests/support/testprogram.h"

#include <QProcess>

// The program that this very test is part of: which test it runs, and that it never runs none.
class tst_TestProgram : public QObject
{
    Q_OBJECT
private slots:
    void runsWhatItIsTold_data();
    void runsWhatItIsTold();
};

void tst_TestProgram::runsWhatItIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says"); // somewhere
    const QString list = QStringLiteral("-functions");
    const QByteArray names("  tst_secret\n  tst_serveraddress\n");
    QTest::newRow("this test") << QStringList{QStringLiteral("tst_testprogram"), list} << 0
                               << QByteArray("runsWhatItIsTold()\n");
    QTest::newRow("another") << QStringList{QStringLiteral("tst_fakeclock"), list} << 0
                             << QByteArray("()\n");
    QTest::newRow("none") << QStringList() << 2 << names;
    QTest::newRow("unknown") << QStringList{QStringLiteral("tst_gone")} << 2 << names;
    QTest::newRow("half a name") << QStringList{QStringLiteral("tst_secre")} << 2 << names;
    QTest::newRow("empty") << QStringList{QString()} << 2 << names;
    QTest::newRow("Qt Test's arguments alone") << QStringList{list} << 2 << names;
}

void tst_TestProgram::runsWhatItIsTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    QProcess child;
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    QVERIFY(child.waitForFinished());
    const QByteArray said = child.readAll();
    QVERIFY2(said.contains(says), said.constData());
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QTEST(child.exitCode(), "code");
}

LATCHKEY_TEST(tst_TestProgram, QCoreApplication)
#include "tst_testprogram.moc"
