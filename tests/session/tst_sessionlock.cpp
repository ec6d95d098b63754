#include "app/session/renewallock.h"
#include "tests/session/otherprocess.h"
#include "tests/support/testprogram.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// The lock of a renewal in the hands of two processes, one of which stands still for too long
// (scenario 79). The lock's file has real dates: rows age it by hand.
class tst_SessionLock : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void s79KeptFreshBetweenSteps();
    void s79FreshAfterASleep_data();
    void s79FreshAfterASleep();
    void s79WhoAsksBeforeTheSleepIsNoticed();
    void s79LostBeforeSending();
    void s79LostBeforeWriting_data();
    void s79LostBeforeWriting();
    void s79AnothersFileIsLeftAlone();

private:
    [[nodiscard]] QString lockFile() const;
    void age(std::chrono::seconds by); // the file of the lock
    [[nodiscard]] bool isFresh() const;
    // One has sent its renewal and stood still since; the other has taken over and sent its own.
    void overtake();

    std::unique_ptr<SessionFixture> f;
    std::unique_ptr<OtherProcess> m_one;
    std::unique_ptr<OtherProcess> m_other;
};

void tst_SessionLock::init()
{
    f = std::make_unique<SessionFixture>();
    f->signInAndQuit(1h);
    f->usedShare = RenewalSettings().usedShare; // of the two processes
}

void tst_SessionLock::cleanup()
{
    m_one.reset();
    m_other.reset();
    f.reset();
}

QString tst_SessionLock::lockFile() const
{
    const QDir folder(f->folder.path());
    const QStringList found = folder.entryList({QStringLiteral("renewal-*.lock")});
    return found.isEmpty() ? QString() : folder.filePath(found.first());
}

void tst_SessionLock::age(std::chrono::seconds by)
{
    QFile lock(lockFile());
    QVERIFY(lock.open(QIODevice::ReadWrite | QIODevice::ExistingOnly));
    QVERIFY(lock.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-by.count()),
                             QFileDevice::FileModificationTime));
}

bool tst_SessionLock::isFresh() const
{
    return QFileInfo(lockFile()).lastModified().secsTo(QDateTime::currentDateTime()) < 15;
}

void tst_SessionLock::s79KeptFreshBetweenSteps()
{
    f->http.setResponder([](const HttpRequest &request) -> std::optional<HttpReply> {
        if (request.bearer.isEmpty()) // a renewal, and the question for the time
            return std::nullopt;
        return jsonReply(503, "{}"); // does not tell the time
    });
    m_one = std::make_unique<OtherProcess>(*f);
    m_other = std::make_unique<OtherProcess>(*f);
    f->store.readMode = FakeStore::Mode::Held;
    m_one->session.renewNow();
    settle();
    f->store.readMode = FakeStore::Mode::Works;
    age(29s);
    f->store.release(); // the keychain
    settle();
    QVERIFY(isFresh()); // asks for the time
    QCOMPARE(f->http.pendingCount(), 1);
    age(29s);
    HttpReply time = f->profileReply();
    time.status = 401;
    time.body = R"({"message":"Unauthorized","statusCode":401})";
    f->http.answerNext(QStringLiteral("/auth/profile"), time);
    settle();
    QCOMPARE(f->renewalCount(), 1);
    QVERIFY(isFresh());
    age(29s);
    f->store.writeMode = FakeStore::Mode::Held;
    f->http.answerNext(f->pairReply());
    settle();
    QVERIFY(isFresh()); // writes
    m_other->session.renewNow();
    f->clock.advance(500ms);
    QCOMPARE(f->renewalCount(), 1);
    f->store.writeMode = FakeStore::Mode::Works;
    f->store.release();
    f->clock.advance(1s);
    QVERIFY(lockFile().isEmpty());
}

void tst_SessionLock::s79FreshAfterASleep_data()
{
    QTest::addColumn<bool>("slept"); // else the clock was set
    QTest::newRow("79: the computer slept") << true;
    QTest::newRow("79: the clock was set") << false;
}

// Both wake up, and the holder's file is as old as the night was long.
void tst_SessionLock::s79FreshAfterASleep()
{
    QFETCH(bool, slept);
    f->holdRenewals = true;
    m_one = std::make_unique<OtherProcess>(*f);
    m_other = std::make_unique<OtherProcess>(*f);
    m_one->session.renewNow();
    settle();
    QCOMPARE(f->renewalCount(), 1);
    age(std::chrono::hours(1));
    slept ? f->clock.sleep(1h) : f->clock.jumpWall(1h);
    m_other->session.resumed(); // it is the first to notice
    m_other->session.renewNow();
    settle();
    if (!slept)
        QCOMPARE(f->renewalCount(), 1);
    QVERIFY(f->renewalCount() <= 1);
    f->clock.advance(10s);
    QVERIFY(isFresh());
    m_other->session.renewNow();
    f->clock.advance(3s);
    QCOMPARE(m_other->renewals(), 0);
}

// The first thing after the sleep is a call that needs a renewal.
void tst_SessionLock::s79WhoAsksBeforeTheSleepIsNoticed()
{
    f = std::make_unique<SessionFixture>();
    f->swapLives();
    f->signInAndQuit();
    m_one = std::make_unique<OtherProcess>(*f);
    m_other = std::make_unique<OtherProcess>(*f);
    f->holdRenewals = true;
    m_one->session.renewNow();
    settle();
    QCOMPARE(f->renewalCount(), 1);
    age(std::chrono::hours(2));
    f->clock.sleep(2h);
    m_other->session.reloadProfile();
    settle();
    QCOMPARE(f->renewalCount(), 1);
}

void tst_SessionLock::s79LostBeforeSending()
{
    m_one = std::make_unique<OtherProcess>(*f);
    m_other = std::make_unique<OtherProcess>(*f);
    f->holdRenewals = true;
    f->store.readMode = FakeStore::Mode::Held;
    m_one->session.renewNow();
    settle();
    f->store.readMode = FakeStore::Mode::Works;
    age(1min);
    m_other->session.renewNow();
    settle();
    QCOMPARE(f->renewalCount(), 1); // the other's
    f->store.release(); // and the first goes on
    settle();
    QCOMPARE(f->renewalCount(), 1);
    f->http.answerNext(f->pairReply());
    f->clock.advance(3s);
    QCOMPARE(f->renewalCount(), 1);
    QCOMPARE(m_other->renewals(), 1);
    QCOMPARE(m_one->state(), SessionState::SignedIn);
    QCOMPARE(*m_one->status().accessExpiry, *m_other->status().accessExpiry);
    QVERIFY(lockFile().isEmpty());
}

void tst_SessionLock::overtake()
{
    m_one = std::make_unique<OtherProcess>(*f);
    m_other = std::make_unique<OtherProcess>(*f);
    f->holdRenewals = true;
    m_one->session.renewNow();
    settle();
    QCOMPARE(f->renewalCount(), 1);
    age(1min);
    m_other->session.renewNow();
    settle();
    QCOMPARE(f->renewalCount(), 2);
}

void tst_SessionLock::s79LostBeforeWriting_data()
{
    QTest::addColumn<bool>("otherRenews"); // else it is refused: the token worked once
    QTest::newRow("79: the other's pair is newer") << true;
    QTest::newRow("79: the other was refused") << false;
}

void tst_SessionLock::s79LostBeforeWriting()
{
    QFETCH(bool, otherRenews);
    overtake();
    const int writes = f->store.writes;
    const HttpReply mine = f->pairReply();
    f->http.answerNext(mine); // the first one's
    f->clock.advance(5s);
    QCOMPARE(f->store.writes, writes); // not while the other is at it
    const Secret before = f->stored().tokens.refresh;
    f->http.answerNext(otherRenews ? f->pairReply()
                                   : jsonReply(401, R"({"message":"x","statusCode":401})"));
    f->clock.advance(15s);
    QCOMPARE(m_one->state(), SessionState::SignedIn);
    QCOMPARE(m_other->state(), SessionState::SignedIn);
    QVERIFY(!f->stored().tokens.refresh.sameAs(before));
    QCOMPARE(f->store.writes, writes + 1);
    QCOMPARE(*m_one->status().accessExpiry, *m_other->status().accessExpiry);
    QVERIFY(lockFile().isEmpty());
}

void tst_SessionLock::s79AnothersFileIsLeftAlone()
{
    m_one = std::make_unique<OtherProcess>(*f);
    f->holdRenewals = true;
    m_one->session.renewNow();
    settle();
    QCOMPARE(f->renewalCount(), 1);
    QFile::remove(lockFile());
    RenewalLock another(f->folder.path(), f->keyOf(John));
    QVERIFY(another.tryTake());
    const QString file = lockFile();
    const int writes = f->store.writes;
    QFile holder(file); // of this very process: give it another's number
    QVERIFY(holder.open(QIODevice::ReadWrite));
    QByteArray content = holder.readAll();
    content = QByteArray::number(qint64(getppid())) + content.mid(content.indexOf('\n'));
    holder.resize(0);
    holder.seek(0);
    holder.write(content);
    holder.close();
    f->http.answerNext(f->pairReply());
    settle();
    QCOMPARE(f->store.writes, writes);
    QVERIFY(QFile::exists(file));
}

LATCHKEY_TEST(tst_SessionLock, QCoreApplication)
#include "tst_sessionlock.moc"
