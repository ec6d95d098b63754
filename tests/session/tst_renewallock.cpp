#include "app/session/renewallock.h"
#include "tests/support/childprocess.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

const QString Key = QStringLiteral("https://api.example.com/v1 default");
constexpr auto HoldOption = "--hold";

// The other process: takes the lock, says so and waits to be killed.
int hold(const QString &folder)
{
    RenewalLock lock(folder, Key);
    std::puts(lock.tryTake() ? "held" : "not held");
    std::fflush(stdout);
    while (true)
        pause();
}

void startHolder(ChildProcess &holder, const QTemporaryDir &folder)
{
    holder.start(
        {QCoreApplication::applicationFilePath(), QString::fromLatin1(HoldOption), folder.path()});
    QCOMPARE(holder.readLine().trimmed(), QByteArray("held"));
}

} // namespace

// Who of several processes renews; real files, real processes.
class tst_RenewalLock : public QObject
{
    Q_OBJECT
private slots:
    void oneHolderAtATime();
    void isFreeWhenItsHolderIsDestroyed();
    void isTheHoldersTwice();
    void otherItemsAreOtherLocks();
    void nobodySharesWithoutAFolder();
    void s43AnUnusableFolderBlocksNobody();
    void theNameHoldsNoAddress();
    void s43KilledHolder();
    void s43StoppedHolder_data();
    void s43StoppedHolder();
};

void tst_RenewalLock::oneHolderAtATime()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    RenewalLock other(folder.path(), Key);
    QVERIFY(one.tryTake());
    QVERIFY(!other.tryTake());
    one.release();
    QVERIFY(other.tryTake());
    QVERIFY(!one.tryTake());
}

void tst_RenewalLock::isFreeWhenItsHolderIsDestroyed()
{
    const QTemporaryDir folder;
    {
        RenewalLock one(folder.path(), Key);
        QVERIFY(one.tryTake());
    }
    QVERIFY(QDir(folder.path()).isEmpty());
    RenewalLock other(folder.path(), Key);
    QVERIFY(other.tryTake());
}

void tst_RenewalLock::isTheHoldersTwice()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    QVERIFY(one.tryTake());
    QVERIFY(one.tryTake());
    one.release();
    one.release();
    QVERIFY(QDir(folder.path()).isEmpty());
}

void tst_RenewalLock::otherItemsAreOtherLocks()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    RenewalLock other(folder.path(), Key + u'2');
    QVERIFY(one.tryTake());
    QVERIFY(other.tryTake());
}

void tst_RenewalLock::nobodySharesWithoutAFolder()
{
    RenewalLock one({}, Key);
    RenewalLock other({}, Key);
    QVERIFY(one.tryTake());
    QVERIFY(other.tryTake());
    other.release();
}

void tst_RenewalLock::s43AnUnusableFolderBlocksNobody()
{
    const QTemporaryDir folder;
    const QString missing = folder.filePath(QStringLiteral("gone/away"));
    RenewalLock one(missing, Key);
    RenewalLock other(missing, Key);
    QTest::ignoreMessage(QtWarningMsg, "no renewal lock can be made; renewing without one");
    QVERIFY(one.tryTake());
    QTest::ignoreMessage(QtWarningMsg, "no renewal lock can be made; renewing without one");
    QVERIFY(other.tryTake());
}

void tst_RenewalLock::theNameHoldsNoAddress()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    QVERIFY(one.tryTake());
    const QStringList names = QDir(folder.path()).entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    QVERIFY(!names.first().contains(QLatin1String("example")));
}

void tst_RenewalLock::s43KilledHolder()
{
    const QTemporaryDir folder;
    ChildProcess holder;
    startHolder(holder, folder);
    RenewalLock mine(folder.path(), Key);
    QVERIFY(!mine.tryTake());
    holder.kill();
    QVERIFY(mine.tryTake()); // at once
}

void tst_RenewalLock::s43StoppedHolder_data()
{
    QTest::addColumn<qint64>("ageSeconds"); // of its lock
    QTest::addColumn<bool>("taken");
    QTest::newRow("43: 30 s: a renewal may take that long") << 30LL << false;
    QTest::newRow("43: a minute: no renewal does") << 60LL << true;
    QTest::newRow("43: 11 h") << 11LL * 3600 << true;
}

void tst_RenewalLock::s43StoppedHolder()
{
    QFETCH(qint64, ageSeconds);
    const QTemporaryDir folder;
    ChildProcess holder;
    startHolder(holder, folder);
    holder.freeze();
    const QDir dir(folder.path());
    QFile lock(dir.filePath(dir.entryList(QDir::Files).value(0)));
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QVERIFY(lock.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-ageSeconds),
                             QFileDevice::FileModificationTime));
    lock.close();
    RenewalLock mine(folder.path(), Key);
    QTEST(mine.tryTake(), "taken");
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String(HoldOption))
        return hold(arguments.at(2));
    tst_RenewalLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_renewallock.moc"
