// The model check by random walks: whatever happens in whatever order, some things hold.
// A failure prints the shortest walk found and the parameters that repeat it, for the environment
// variable RC_PARAMS. Half of the walks are the same each time, so that a red CI means a change;
// the other half are new each day, so that CI goes on looking.
#include "tests/session/waiterwalk.h"
#include "tests/session/walkworld.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <iostream>
#include <rapidcheck.h>
#include <rapidcheck/detail/Configuration.h>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

constexpr std::size_t StepsPerWalk = 250;
constexpr int Walks = 60; // of each row; tests/long.sh walks far more
constexpr int FewestSteps = 14'000;
constexpr quint64 FixedSeed = 20261123;

rc::Seq<Walk> shorter(const Walk &walk)
{
    return rc::shrink::removeChunks(walk);
}

rc::Gen<Walk> walks()
{
    return [](const rc::Random &random, int) {
        rc::Random dice = random;
        Walk walk;
        for (std::size_t i = 0; i < StepsPerWalk; ++i)
            walk.push_back(stepFrom(dice.next()));
        walk.front().op = Step::Op::World;
        return rc::shrinkable::shrinkRecur(walk, shorter);
    };
}

// A path where nothing can be saved: preferences keep in memory what they could not save, a kill in
// a walk leaves them alone, and a hundred thousand steps take no disk.
class Nowhere
{
public:
    Nowhere() { m_file.open(); }
    [[nodiscard]] QString path() const
    {
        return m_file.fileName() + QStringLiteral("/preferences");
    }

private:
    QTemporaryFile m_file;
};

// A settings file for each walk: what a session may be stored under depends on whether the list of
// them can be saved. In memory, where there is such a place: each save waits for its disk.
class Somewhere
{
public:
    [[nodiscard]] QString path() { return m_folder.filePath(QString::number(++m_count)); }

private:
    [[nodiscard]] static QString place()
    {
        const QString memory = QStringLiteral("/dev/shm");
        const bool isUsable = QFileInfo(memory).isDir() && QFileInfo(memory).isWritable();
        return (isUsable ? memory : QDir::tempPath()) + QStringLiteral("/walks-XXXXXX");
    }

    QTemporaryDir m_folder{place()};
    int m_count = 0;
};

bool isReproducing()
{
    return qEnvironmentVariable("RC_PARAMS").contains(u"reproduce");
}

quint64 daysSince1970() // UTC
{
    return static_cast<quint64>(QDateTime::currentSecsSinceEpoch()) / (24 * 60 * 60);
}

// As rc::check(), which takes its seed from RC_PARAMS alone, and only once in a process.
template <typename Testable>
bool check(const std::string &property, quint64 seed, Testable &&testable)
{
    using namespace rc::detail;
    TestParams params = configuration().testParams;
    if (seed != 0) {
        params.seed = seed;
        params.maxSuccess = Walks;
    }
    qInfo("RC_PARAMS=\"seed=%llu max_success=%d\"", static_cast<unsigned long long>(params.seed),
          params.maxSuccess);
    TestMetadata metadata;
    metadata.id = metadata.description = property;
    const TestResult result = checkTestable(std::forward<Testable>(testable), metadata, params);
    std::cerr << "- " << property << '\n';
    printResultMessage(result, std::cerr);
    std::cerr << std::endl;
    return result.is<SuccessResult>();
}

void addSeeds()
{
    QTest::addColumn<quint64>("seed"); // 0: RC_PARAMS says it
    if (qEnvironmentVariableIsSet("RC_PARAMS")) {
        QTest::newRow("as RC_PARAMS says") << quint64{0};
        return;
    }
    QTest::newRow("always the same") << FixedSeed;
    QTest::newRow("the day's number") << daysSince1970();
}

} // namespace

class tst_SessionWalks : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void whateverHappens_data() { addSeeds(); }
    void whateverHappens();
    void everyWaiterIsAnsweredOnce_data() { addSeeds(); }
    void everyWaiterIsAnsweredOnce();
};

void tst_SessionWalks::initTestCase()
{
    if (!isReproducing()) // else the session's own log tells the story
        QLoggingCategory::setFilterRules(QStringLiteral("latchkey.*=false"));
}

void tst_SessionWalks::whateverHappens()
{
    QFETCH(quint64, seed);
    Somewhere somewhere;
    WalkWorld::Counts sum;
    int count = 0;
    const bool held = check("the session's invariants hold in any order of events", seed, [&] {
        const Walk walk = *walks();
        ++count;
        WalkWorld world(somewhere.path());
        for (const Step &step : walk) {
            if (isReproducing())
                showValue(step, std::cerr);
            world.apply(step);
            if (!world.broken().isEmpty())
                RC_FAIL(world.broken().toStdString());
        }
        world.calm();
        if (!world.broken().isEmpty())
            RC_FAIL(world.broken().toStdString());
        sum += world.counts();
    });
    QVERIFY(held);
    qInfo().noquote() << "walks:" << count << "steps:" << sum.steps << "logins:" << sum.logins
                      << "renewals:" << sum.renewals << "sign-outs:" << sum.signOuts
                      << "kills:" << sum.kills << "endings:" << sum.ends << "calms:" << sum.calms
                      << "of them signed in:" << sum.livingCalms;
    if (seed != 0) // else somebody chose how many
        QVERIFY(sum.steps >= FewestSteps);
}

void tst_SessionWalks::everyWaiterIsAnsweredOnce()
{
    QFETCH(quint64, seed);
    Nowhere nowhere;
    int waiters = 0;
    const bool held = check("every waiter is answered exactly once", seed, [&] {
        WaiterWalk world(nowhere.path());
        for (const Step &step : *walks())
            world.apply(step);
        world.end();
        if (!world.broken().isEmpty())
            RC_FAIL(world.broken().toStdString());
        waiters += world.waiters();
    });
    QVERIFY(held);
    qInfo() << "waiters:" << waiters;
}

LATCHKEY_TEST(tst_SessionWalks, QCoreApplication)
#include "tst_sessionwalks.moc"
