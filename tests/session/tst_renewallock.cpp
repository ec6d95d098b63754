#include "app/session/renewallock.h"
#include "tests/session/sessionfixture.h"
#include "tests/support/childprocess.h"
#include "tests/support/testprogram.h"

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
using namespace std::chrono_literals;

namespace
{

const QString Key = QStringLiteral("https://api.example.com/v1 default");
constexpr auto HoldOption = "--hold";
constexpr auto RenewOption = "--renew";

// The other process: takes the lock, says so and waits to be killed.
int hold(const QString &folder)
{
    RenewalLock lock(folder, Key);
    std::puts(lock.tryTake() ? "held" : "not held");
    std::fflush(stdout);
    while (true)
        pause();
}

// The other process: signs in and is in the middle of a renewal that is not answered.
int renew(const QString &folder)
{
    SessionFixture f;
    f.lockFolder = folder;
    f.start();
    f.signIn();
    f.holdARenewal();
    std::puts(f.renewalCount() == 1 ? "held" : "not held");
    std::fflush(stdout);
    while (true)
        pause();
}

void startHolder(ChildProcess &holder, const QString &folder, const char *option = HoldOption)
{
    holder.start({QCoreApplication::applicationFilePath(), QStringLiteral("tst_renewallock"),
                  QString::fromLatin1(option), folder});
    QCOMPARE(holder.readLine().trimmed(), QByteArray("held"));
}

// Of the one lock in this folder, or what `name` says.
void date(const QString &folder, qint64 secondsAgo, const QString &name = QStringLiteral("*.lock"))
{
    const QDir dir(folder);
    QFile lock(dir.filePath(dir.entryList({name}, QDir::Files).value(0)));
    QVERIFY(lock.open(QIODevice::ReadWrite | QIODevice::ExistingOnly));
    QVERIFY(lock.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-secondsAgo),
                             QFileDevice::FileModificationTime));
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
    void s43KilledWhileItRenews();
    void s43StoppedHolder_data();
    void s43StoppedHolder();
    void s79KeptFresh();
    void s79AgesThatLie();
    void s79WhoTakesOver();
    void s79WhoTakesOverAndDies();
    void s79WhoTakesOverAndStops();
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
    startHolder(holder, folder.path());
    RenewalLock mine(folder.path(), Key);
    QVERIFY(!mine.tryTake());
    holder.kill();
    QVERIFY(mine.tryTake()); // at once
}

void tst_RenewalLock::s43KilledWhileItRenews()
{
    SessionFixture f;
    ChildProcess holder;
    f.lockFolder = f.folder.path();
    f.signInAndQuit(0ms);
    startHolder(holder, f.lockFolder, RenewOption); // the same server and profile
    f.clock.advance(3h);
    f.start();
    f.clock.advance(10s);
    QCOMPARE(f.renewalCount(), 0); // overdue, but another is at it
    QCOMPARE(f.state(), SessionState::SignedIn);
    holder.kill();
    f.clock.advance(2s);
    QCOMPARE(f.renewalCount(), 1);
    QCOMPARE(f.session->status().renewals, 1);
    QVERIFY(f.stored().issuedAt > f.clock.wall() - 3s); // and kept
    QVERIFY(QDir(f.lockFolder).entryList({QStringLiteral("renewal-*")}).isEmpty());
}

void tst_RenewalLock::s43StoppedHolder_data()
{
    QTest::addColumn<qint64>("ageSeconds"); // of its lock
    QTest::addColumn<bool>("taken");
    QTest::newRow("43: 30 s: a renewal may take that long") << 30LL << false;
    QTest::newRow("79: 42 s: so may a step on a busy computer") << 42LL << false;
    QTest::newRow("79: 46 s: no step does") << 46LL << true;
    QTest::newRow("43: a minute: no renewal does") << 60LL << true;
    QTest::newRow("43: 11 h") << 11LL * 3600 << true;
    QTest::newRow("79: 40 s ahead: the clock was set back a bit") << -40LL << false;
    QTest::newRow("79: a minute ahead: it would never grow old") << -60LL << true;
    QTest::newRow("79: a year ahead") << -365LL * 24 * 3600 << true;
}

void tst_RenewalLock::s43StoppedHolder()
{
    QFETCH(qint64, ageSeconds);
    const QTemporaryDir folder;
    ChildProcess holder;
    startHolder(holder, folder.path());
    holder.freeze();
    date(folder.path(), ageSeconds);
    RenewalLock mine(folder.path(), Key);
    QTEST(mine.tryTake(), "taken");
}

void tst_RenewalLock::s79KeptFresh()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    RenewalLock other(folder.path(), Key);
    QVERIFY(one.tryTake());
    for (int step = 0; step < 3; ++step) { // two minutes in all
        date(folder.path(), 40);
        QVERIFY(!other.tryTake());
        QVERIFY(one.keep());
        QVERIFY(!other.tryTake());
    }
    date(folder.path(), 50); // nobody looked meanwhile
    QVERIFY(one.keep());
    QVERIFY(!other.tryTake());
}

void tst_RenewalLock::s79AgesThatLie()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    RenewalLock other(folder.path(), Key);
    QVERIFY(one.tryTake());
    date(folder.path(), 8 * 3600);
    QVERIFY(!other.tryTake(RenewalLock::Ages::Lie));
    QVERIFY(other.tryTake());
}

void tst_RenewalLock::s79WhoTakesOver()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    RenewalLock other(folder.path(), Key);
    RenewalLock third(folder.path(), Key);
    QVERIFY(one.tryTake());
    date(folder.path(), 60);
    QVERIFY(other.tryTake());
    QVERIFY(!third.tryTake()); // of those who wait, one takes over
    QVERIFY(!one.keep());
    QVERIFY(!one.tryTake());
    QVERIFY(other.keep());
    other.release();
    QVERIFY(one.tryTake());
    QVERIFY(one.keep());
    QVERIFY(!third.tryTake());
    one.release();
    QVERIFY(QDir(folder.path()).isEmpty());
}

void tst_RenewalLock::s79WhoTakesOverAndDies()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    QVERIFY(one.tryTake());
    date(folder.path(), 60);
    ChildProcess other;
    startHolder(other, folder.path());
    QVERIFY(!one.keep());
    other.kill();
    QVERIFY(one.tryTake());
    QVERIFY(one.keep());
}

// Nobody waits for ever, though nobody is left to agree with.
void tst_RenewalLock::s79WhoTakesOverAndStops()
{
    const QTemporaryDir folder;
    RenewalLock one(folder.path(), Key);
    RenewalLock other(folder.path(), Key);
    RenewalLock third(folder.path(), Key);
    QVERIFY(one.tryTake());
    date(folder.path(), 60);
    QVERIFY(other.tryTake());
    date(folder.path(), 30, QStringLiteral("*.second"));
    QVERIFY(!third.tryTake());
    date(folder.path(), 60, QStringLiteral("*.second"));
    QVERIFY(!third.tryTake(RenewalLock::Ages::Lie));
    QVERIFY(third.tryTake());
    third.release();
    QVERIFY(other.keep()); // it moves again
    QVERIFY(!third.tryTake());
}

static int runRenewallock(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String(HoldOption))
        return hold(arguments.at(2));
    if (arguments.size() == 3 && arguments.at(1) == QLatin1String(RenewOption))
        return renew(arguments.at(2));
    tst_RenewalLock test;
    return QTest::qExec(&test, argc, argv);
}

LATCHKEY_TEST_MAIN(runRenewallock)
#include "tst_renewallock.moc"
