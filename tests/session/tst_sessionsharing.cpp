#include "tests/session/otherprocess.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// Two processes on one keychain item: each has a session, an API client and preferences of its own;
// the clock, the network, the keychain and the folder of locks are one.
class tst_SessionSharing : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { f.reset(); }
    void s42OneRenewsTheOtherAdopts_data();
    void s42OneRenewsTheOtherAdopts();
    void s79TheOthersWaitUntilThePairIsStored();
    void s79TheLockEndsWithTheWrite_data();
    void s79TheLockEndsWithTheWrite();
    void s42ADayOfTwoProcesses();
    void s42TheFirstTakesItsTime();
    void s42TheFirstFails();
    void s42TheFirstIsKilledMeanwhile();
    void s42OnePersonSignsOut();
    void s26RefusedWhileTheOtherStored();
    void s39PairOfAnotherPersonIsNotAdopted();
    void s43LockOfAKilledProcess_data();
    void s43LockOfAKilledProcess();

private:
    [[nodiscard]] QString lockFile() const
    {
        const QDir locks(f->folder.path());
        const QStringList found = locks.entryList({QStringLiteral("renewal-*.lock")});
        return found.isEmpty() ? QString() : locks.filePath(found.first());
    }
    // A refresh token works once.
    void rotate();
    // Both go on with one token: what the keychain holds.
    void compareTokens(OtherProcess &one, OtherProcess &other);

    std::unique_ptr<SessionFixture> f;
    QSet<QByteArray> m_used;
};

void tst_SessionSharing::init()
{
    f = std::make_unique<SessionFixture>();
    f->start();
    f->signIn();
    f->quit();
}

void tst_SessionSharing::rotate()
{
    m_used.clear();
    f->http.setResponder([this](const HttpRequest &request) -> std::optional<HttpReply> {
        if (!request.url.path().endsWith(u"/auth/refresh-token"))
            return f->profileReply();
        const QByteArray body = request.body.reveal().toByteArray();
        if (m_used.contains(body))
            return jsonReply(401, R"({"message":"Invalid","statusCode":401})");
        m_used.insert(body);
        return f->pairReply();
    });
}

void tst_SessionSharing::compareTokens(OtherProcess &one, OtherProcess &other)
{
    const Secret stored = f->stored().tokens.access;
    for (OtherProcess *process : {&one, &other}) {
        process->session.reloadProfile();
        settle();
        QVERIFY(f->http.lastSent().bearer.sameAs(stored));
        QCOMPARE(process->state(), SessionState::SignedIn);
    }
}

void tst_SessionSharing::s42OneRenewsTheOtherAdopts_data()
{
    QTest::addColumn<bool>("rotating"); // a refresh token works once
    QTest::newRow("42: reference server") << false;
    QTest::newRow("42: rotating server") << true;
}

void tst_SessionSharing::s42OneRenewsTheOtherAdopts()
{
    QFETCH(bool, rotating);
    if (rotating)
        rotate();
    OtherProcess one(*f);
    OtherProcess other(*f);
    f->clock.advance(2h + 29min);
    QCOMPARE(f->renewalCount(), 0);
    f->clock.advance(2min); // both are due at 2 h 30 min
    QCOMPARE(f->renewalCount(), 1);
    QCOMPARE(one.renewals() + other.renewals(), 1);
    compareTokens(one, other);
    const auto &adopting = one.renewals() == 1 ? other : one;
    QCOMPARE(*adopting.status().refreshExpiry, *one.status().refreshExpiry);
    QVERIFY(lockFile().isEmpty()); // nothing is left behind
}

// The keychain takes its time, as behind an open question: until then it holds what is spent.
void tst_SessionSharing::s79TheOthersWaitUntilThePairIsStored()
{
    rotate();
    OtherProcess one(*f);
    OtherProcess other(*f);
    f->clock.advance(1h);
    f->store.writeMode = FakeStore::Mode::Held;
    one.session.renewNow();
    f->clock.advance(3s);
    QCOMPARE(one.renewals(), 1);
    QCOMPARE(one.state(), SessionState::SignedIn); // nobody waits for that write here
    QVERIFY(!lockFile().isEmpty());
    other.session.renewNow();
    f->clock.advance(20s);
    QCOMPARE(f->renewalCount(), 1);
    f->store.release();
    f->clock.advance(5s);
    QCOMPARE(f->renewalCount(), 1);
    QVERIFY(lockFile().isEmpty());
    compareTokens(one, other);
}

// What is not written keeps nobody waiting.
void tst_SessionSharing::s79TheLockEndsWithTheWrite_data()
{
    QTest::addColumn<FakeStore::Mode>("mode");
    QTest::addColumn<Milliseconds>("held");
    QTest::newRow("79: refused") << FakeStore::Mode::Denies << Milliseconds(0);
    QTest::newRow("79: failed") << FakeStore::Mode::Fails << Milliseconds(0);
    QTest::newRow("79: no answer") << FakeStore::Mode::Silent << Milliseconds(41s);
}

void tst_SessionSharing::s79TheLockEndsWithTheWrite()
{
    QFETCH(FakeStore::Mode, mode);
    QFETCH(Milliseconds, held);
    OtherProcess one(*f);
    f->store.writeMode = mode;
    one.session.renewNow();
    f->clock.advance(3s);
    QCOMPARE(one.renewals(), 1);
    QCOMPARE(lockFile().isEmpty(), held == 0ms);
    f->clock.advance(held);
    QVERIFY(lockFile().isEmpty());
}

void tst_SessionSharing::s42ADayOfTwoProcesses()
{
    OtherProcess one(*f);
    OtherProcess other(*f);
    f->clock.advance(24h);
    QVERIFY2(f->renewalCount() >= 9 && f->renewalCount() <= 10,
             qPrintable(QString::number(f->renewalCount()))); // as many as one alone would make
    compareTokens(one, other);
    QCOMPARE(f->loginCount(), 1);
}

void tst_SessionSharing::s42TheFirstTakesItsTime()
{
    OtherProcess one(*f);
    OtherProcess other(*f);
    f->holdRenewals = true;
    f->clock.advance(2h + 31min);
    QCOMPARE(f->renewalCount(), 1);
    QVERIFY(!lockFile().isEmpty());
    QSignalSpy loaded(&other.session, &Session::profileLoaded);
    other.session.reloadProfile(); // nobody has to wait while the token lives
    other.session.renewNow(); // and nobody overtakes
    settle();
    QCOMPARE(loaded.size(), 1);
    f->clock.advance(25s);
    QCOMPARE(f->renewalCount(), 1);
    f->http.answerNext(f->pairReply());
    f->clock.advance(3s);
    QCOMPARE(f->renewalCount(), 1);
    f->holdRenewals = false;
    compareTokens(one, other);
}

void tst_SessionSharing::s42TheFirstFails()
{
    OtherProcess one(*f);
    OtherProcess other(*f);
    f->renewalAnswer = failedReply(TransportFailure::Offline);
    f->clock.advance(2h + 31min);
    QVERIFY(f->renewalCount() >= 2); // the lock does not keep the other from trying
    f->renewalAnswer.reset();
    const int tries = f->renewalCount();
    f->clock.advance(6min);
    QCOMPARE(f->renewalCount(), tries + 1);
    compareTokens(one, other);
    QVERIFY(!one.status().renewalError);
    QVERIFY(!other.status().renewalError);
}

void tst_SessionSharing::s42TheFirstIsKilledMeanwhile()
{
    auto one = std::make_unique<OtherProcess>(*f);
    OtherProcess other(*f);
    f->holdRenewals = true;
    f->clock.advance(2h + 31min);
    QCOMPARE(f->renewalCount(), 1);
    f->holdRenewals = false;
    one.reset();
    f->clock.advance(3s);
    QCOMPARE(f->renewalCount(), 2);
    QCOMPARE(other.renewals(), 1);
    QCOMPARE(other.state(), SessionState::SignedIn);
}

void tst_SessionSharing::s42OnePersonSignsOut()
{
    OtherProcess one(*f);
    OtherProcess other(*f);
    one.session.signOut();
    settle();
    QVERIFY(f->store.items.isEmpty());
    other.session.signIn({QStringLiteral("maria@mail.com"), Secret(QByteArrayView("x"))}, true);
    f->clock.advance(3h); // the other goes on, and its renewal is its own affair
    QCOMPARE(one.state(), SessionState::SignedOut);
    QCOMPARE(other.state(), SessionState::SignedIn);
    QCOMPARE(f->renewalCount(), 1);
}

// Before a death is told, the keychain is read again: a pair came while the refusal was on its way.
void tst_SessionSharing::s26RefusedWhileTheOtherStored()
{
    f = std::make_unique<SessionFixture>();
    f->swapLives();
    f->start();
    f->signIn();
    f->quit();
    OtherProcess one(*f);
    f->clock.sleep(2h);
    f->holdRenewals = true;
    one.session.renewNow();
    f->clock.advance(10ms);
    QCOMPARE(f->renewalCount(), 1);
    const Tokens newer = f->anotherStores().tokens;
    f->http.answerNext(jsonReply(401, R"({"message":"Invalid","statusCode":401})"));
    f->clock.advance(6s); // 66: it looks again before it would confirm the refusal
    QCOMPARE(one.state(), SessionState::SignedIn);
    one.session.reloadProfile();
    settle();
    QVERIFY(f->http.lastSent().bearer.sameAs(newer.access));
    QCOMPARE(f->renewalCount(), 1);
}

void tst_SessionSharing::s39PairOfAnotherPersonIsNotAdopted()
{
    OtherProcess one(*f);
    f->clock.advance(1h);
    // At a server that gives them one number.
    const StoredSession hers = f->newSession(Maria);
    f->store.items.insert(f->keyOf(John), encodeSession(hers));
    one.session.renewNow();
    f->clock.advance(1s);
    QCOMPARE(f->renewalCount(), 1);
    QCOMPARE(one.renewals(), 1);
    one.session.reloadProfile();
    settle();
    QVERIFY(!f->http.lastSent().bearer.sameAs(hers.tokens.access));
    QCOMPARE(one.status().email, QStringLiteral("john@mail.com"));
}

void tst_SessionSharing::s43LockOfAKilledProcess_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray host = QSysInfo::machineHostName().toUtf8();
    const QByteArray machine = QSysInfo::machineUniqueId();
    const QByteArray boot = QSysInfo::bootUniqueId();
    // As QLockFile writes it: process, program, host, machine, start of the computer.
    QTest::newRow("43: dead process")
        << "999999999\nlatchkey\n" + host + '\n' + machine + '\n' + boot + '\n';
    QTest::newRow("43: the number is another program's by now")
        << "1\nlatchkey\n" + host + '\n' + machine + '\n' + boot + '\n';
    QTest::newRow("43: the computer was started anew")
        << QByteArray::number(QCoreApplication::applicationPid()) + "\nlatchkey\n" + host + '\n'
            + machine + "\n11111111-2222-3333-4444-555555555555\n";
}

void tst_SessionSharing::s43LockOfAKilledProcess()
{
    QFETCH(QByteArray, content);
    QString name;
    {
        OtherProcess probe(*f);
        f->holdRenewals = true;
        probe.session.renewNow();
        f->clock.advance(10ms);
        name = lockFile();
        QVERIFY(!name.isEmpty());
        f->holdRenewals = false;
    }
    QFile lock(name);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(content);
    lock.close();
    OtherProcess process(*f);
    const int before = f->renewalCount();
    process.session.renewNow();
    f->clock.advance(10ms);
    QCOMPARE(f->renewalCount(), before + 1); // at once
    QCOMPARE(process.renewals(), 1);
    QVERIFY(!QFile::exists(name));
}

LATCHKEY_TEST(tst_SessionSharing, QCoreApplication)
#include "tst_sessionsharing.moc"
