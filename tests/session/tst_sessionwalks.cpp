// The model check by random walks: whatever happens in whatever order, some things hold.
// A failure prints the shortest walk found and the parameters that repeat it, for the environment
// variable RC_PARAMS.
#include "tests/session/waiterwalk.h"
#include "tests/session/walkworld.h"

#include <QLoggingCategory>
#include <QTemporaryFile>
#include <QTest>

#include <iostream>
#include <rapidcheck.h>

using namespace latchkey;
using namespace latchkey::test;

namespace
{

constexpr std::size_t StepsPerWalk = 250;
constexpr int Walks = 500;
constexpr int FewestSteps = 100'000;

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

bool isReproducing()
{
    return qEnvironmentVariable("RC_PARAMS").contains(u"reproduce");
}

} // namespace

class tst_SessionWalks : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void whateverHappens();
    void everyWaiterIsAnsweredOnce();
};

void tst_SessionWalks::initTestCase()
{
    if (!isReproducing()) // else the session's own log tells the story
        QLoggingCategory::setFilterRules(QStringLiteral("latchkey.*=false"));
    // The same walks each time: a red CI must mean a change. RC_PARAMS="max_success=500" takes
    // others.
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "seed=20261123 max_success=" + QByteArray::number(Walks));
}

void tst_SessionWalks::whateverHappens()
{
    Nowhere nowhere;
    WalkWorld::Counts sum;
    int count = 0;
    const bool held = rc::check("the session's invariants hold in any order of events", [&] {
        const Walk walk = *walks();
        ++count;
        WalkWorld world(nowhere.path());
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
    if (!isReproducing())
        QVERIFY(sum.steps >= FewestSteps);
}

void tst_SessionWalks::everyWaiterIsAnsweredOnce()
{
    Nowhere nowhere;
    int waiters = 0;
    const bool held = rc::check("every waiter is answered exactly once", [&] {
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

QTEST_GUILESS_MAIN(tst_SessionWalks)
#include "tst_sessionwalks.moc"
