#include "app/store/keychainqueue.h"
#include "tests/store/asked.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace latchkey;
using namespace latchkey::test;

namespace
{

using Kind = KeychainTask::Kind;
constexpr auto timedOut = "TimedOut";

} // namespace

// The queue in front of the keychain, with a keychain that a row answers by hand.
class KeychainQueueTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oneTaskAtATimeInOrder();
    void tellsEachCallerItsOwnAnswer();
    void jobThatAnswersTwice();
    void deadline_data();
    void deadline();
    void deadlineCoversTheWaiting();
    void s52LateAnswerIsIgnored();
    void s52ReadThatNeverFinishes();
    void waitingReadIsDroppedAtItsDeadline();
    void waitingWriteIsDoneAfterItsDeadlineWithoutPrompt();
    void writesWaitingForOneKeyBecomeOne();
    void supersededCallersGetTheOutcome();
    void mergedWriteMayPromptIfOneCallerAllowsIt();
    void runningWriteIsNotMerged();
    void otherKeysAreNotMerged();
    void removeSwallowsWaitingWrites();
    void writeAfterRemoveIsItsOwnStep();
    void isSilentWhenTheContextIsGone();
    void callbackMayDestroyTheQueue();
    void openQuestionHasNoDeadline();
    void lateEndIsTold();

private:
    void add(Kind kind, const QString &key, AskedRead &asked, const QByteArray &value = {},
             SecretStore::Prompt prompt = never)
    {
        m_queue->add({kind, key, Secret(value), prompt}, &asked.context, asked.callback());
    }
    // The running task ends.
    void end(const KeychainAnswer &answer = std::optional<Secret>())
    {
        QVERIFY(m_done);
        const auto done = std::exchange(m_done, {});
        done(answer);
    }
    [[nodiscard]] QByteArray value(qsizetype run) const
    {
        return m_runs.at(run).value.reveal().toByteArray();
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<KeychainQueue> m_queue;
    QList<KeychainTask> m_runs;
    KeychainQueue::Done m_done;
    int m_late = 0;
};

void KeychainQueueTest::init()
{
    m_queue.reset();
    m_clock = std::make_unique<FakeClock>();
    m_runs.clear();
    m_done = {};
    m_queue = std::make_unique<KeychainQueue>(
        *m_clock,
        [this](const KeychainTask &task, KeychainQueue::Done done) {
            if (m_done)
                qFatal("a second task was started");
            m_runs.append(task);
            m_done = std::move(done);
        },
        [this] { ++m_late; });
    m_late = 0;
}

void KeychainQueueTest::oneTaskAtATimeInOrder()
{
    AskedRead a, b;
    add(Kind::Read, u"a"_s, a);
    add(Kind::Read, u"b"_s, b);
    QCOMPARE(m_runs.size(), 1);
    QCOMPARE(m_runs.at(0).key, u"a"_s);
    end();
    QCOMPARE(m_runs.size(), 2);
    QCOMPARE(m_runs.at(1).key, u"b"_s);
}

void KeychainQueueTest::tellsEachCallerItsOwnAnswer()
{
    AskedRead a, b;
    add(Kind::Read, u"a"_s, a);
    add(Kind::Read, u"b"_s, b);
    end(std::optional(Secret(QByteArrayView("one"))));
    QCOMPARE(outcome(a), "=one");
    QCOMPARE(outcome(b), "none");
    end(tl::make_unexpected(StoreError{StoreFailure::Denied, {}}));
    QCOMPARE(outcome(b), "Denied");
    QCOMPARE(a.count, 1);
}

void KeychainQueueTest::jobThatAnswersTwice()
{
    AskedRead a, b;
    add(Kind::Read, u"a"_s, a);
    add(Kind::Read, u"b"_s, b);
    const auto done = m_done;
    end(std::optional(Secret(QByteArrayView("one"))));
    done(std::optional(Secret(QByteArrayView("again")))); // while the next one is running
    QCOMPARE(b.count, 0);
    end(std::optional(Secret(QByteArrayView("two"))));
    done(std::optional(Secret(QByteArrayView("again")))); // while none is
    QCOMPARE(outcome(a), "=one");
    QCOMPARE(outcome(b), "=two");
}

void KeychainQueueTest::deadline_data()
{
    QTest::addColumn<bool>("mayPrompt");
    QTest::addColumn<int>("limit");
    QTest::newRow("silent") << false << 3000;
    QTest::newRow("with a prompt") << true << 60000;
}

void KeychainQueueTest::deadline()
{
    QFETCH(const bool, mayPrompt);
    QFETCH(const int, limit);
    AskedRead a;
    add(Kind::Read, u"a"_s, a, {}, mayPrompt ? allowed : never);
    m_clock->advance(Milliseconds(limit - 1));
    QCOMPARE(a.count, 0);
    m_clock->advance(Milliseconds(1));
    QCOMPARE(outcome(a), timedOut);
}

void KeychainQueueTest::deadlineCoversTheWaiting()
{
    AskedRead a, b;
    add(Kind::Read, u"a"_s, a, {}, allowed);
    add(Kind::Read, u"b"_s, b);
    m_clock->advance(Milliseconds(3000));
    QCOMPARE(outcome(b), timedOut);
    QCOMPARE(a.count, 0);
}

void KeychainQueueTest::s52LateAnswerIsIgnored()
{
    AskedRead a, b;
    add(Kind::Read, u"a"_s, a);
    m_clock->advance(Milliseconds(3000));
    add(Kind::Read, u"b"_s, b);
    QCOMPARE(m_runs.size(), 1); // the detached one is still open
    end(std::optional(Secret(QByteArrayView("late"))));
    QCOMPARE(outcome(a), timedOut);
    QCOMPARE(a.count, 1);
    QCOMPARE(m_runs.size(), 2);
}

void KeychainQueueTest::s52ReadThatNeverFinishes()
{
    AskedRead a, b;
    add(Kind::Read, u"a"_s, a);
    m_clock->advance(Milliseconds(2999));
    QCOMPARE(a.count, 0);
    m_clock->advance(Milliseconds(1));
    QCOMPARE(outcome(a), timedOut);
    for (int day = 0; day < 3; ++day) {
        AskedRead next; // each has a deadline of its own
        add(Kind::Read, u"a"_s, next);
        m_clock->advance(std::chrono::hours(24));
        QCOMPARE(outcome(next), timedOut);
        QCOMPARE(next.count, 1);
    }
    QCOMPARE(m_runs.size(), 1);
    QVERIFY(m_done); // detached: it may end yet
    QCOMPARE(m_clock->activeTimers(), 0); // and nobody counts its time any more
    add(Kind::Read, u"b"_s, b);
    end(std::optional(Secret(QByteArrayView("late"))));
    QCOMPARE(outcome(a), timedOut);
    QCOMPARE(a.count, 1);
    QCOMPARE(outcome(b), "none"); // and it is no answer to another question
    QCOMPARE(m_runs.size(), 2); // those nobody waits for are not asked any more
    end(std::optional(Secret(QByteArrayView("own"))));
    QCOMPARE(outcome(b), "=own");
}

void KeychainQueueTest::waitingReadIsDroppedAtItsDeadline()
{
    AskedRead a, b;
    add(Kind::Read, u"a"_s, a, {}, allowed);
    add(Kind::Read, u"b"_s, b);
    m_clock->advance(Milliseconds(3000));
    end();
    QCOMPARE(m_runs.size(), 1);
}

void KeychainQueueTest::waitingWriteIsDoneAfterItsDeadlineWithoutPrompt()
{
    AskedRead stuck, write, remove;
    add(Kind::Write, u"a"_s, stuck, "old", allowed);
    add(Kind::Write, u"a"_s, write, "new", allowed);
    add(Kind::Remove, u"b"_s, remove);
    m_clock->advance(Milliseconds(60000));
    QCOMPARE(outcome(write), timedOut);
    end();
    QCOMPARE(m_runs.size(), 2);
    QCOMPARE(value(1), "new");
    QVERIFY(m_runs.at(1).prompt == never);
    end();
    QCOMPARE(m_runs.size(), 3);
    QVERIFY(m_runs.at(2).kind == Kind::Remove);
    end();
    QCOMPARE(write.count, 1);
}

void KeychainQueueTest::writesWaitingForOneKeyBecomeOne()
{
    AskedRead busy, first, second, third;
    add(Kind::Read, u"a"_s, busy);
    add(Kind::Write, u"a"_s, first, "1");
    add(Kind::Write, u"a"_s, second, "2");
    add(Kind::Write, u"a"_s, third, "3");
    end();
    QCOMPARE(m_runs.size(), 2);
    QCOMPARE(value(1), "3");
    end();
    QCOMPARE(m_runs.size(), 2);
    for (const AskedRead *asked : {&first, &second, &third}) {
        QCOMPARE(outcome(*asked), "absent");
        QCOMPARE(asked->count, 1);
    }
}

void KeychainQueueTest::supersededCallersGetTheOutcome()
{
    AskedRead busy, first, second;
    add(Kind::Read, u"a"_s, busy);
    add(Kind::Write, u"a"_s, first, "1");
    add(Kind::Write, u"a"_s, second, "2");
    end();
    end(tl::make_unexpected(StoreError{StoreFailure::Locked, {}}));
    QCOMPARE(outcome(first), "Locked");
    QCOMPARE(outcome(second), "Locked");
}

void KeychainQueueTest::mergedWriteMayPromptIfOneCallerAllowsIt()
{
    AskedRead busy, first, second;
    add(Kind::Read, u"a"_s, busy);
    add(Kind::Write, u"a"_s, first, "1", allowed);
    add(Kind::Write, u"a"_s, second, "2", never);
    end();
    QVERIFY(m_runs.at(1).prompt == allowed);
}

void KeychainQueueTest::runningWriteIsNotMerged()
{
    AskedRead first, second;
    add(Kind::Write, u"a"_s, first, "1");
    add(Kind::Write, u"a"_s, second, "2");
    end();
    QCOMPARE(outcome(first), "absent");
    QCOMPARE(outcome(second), "none");
    QCOMPARE(m_runs.size(), 2);
    QCOMPARE(value(1), "2");
}

void KeychainQueueTest::otherKeysAreNotMerged()
{
    AskedRead busy, first, second;
    add(Kind::Read, u"a"_s, busy);
    add(Kind::Write, u"a"_s, first, "1");
    add(Kind::Write, u"b"_s, second, "2");
    end();
    end();
    end();
    QCOMPARE(m_runs.size(), 3);
    QCOMPARE(value(1), "1");
    QCOMPARE(value(2), "2");
}

void KeychainQueueTest::removeSwallowsWaitingWrites()
{
    AskedRead busy, write, remove;
    add(Kind::Read, u"a"_s, busy);
    add(Kind::Write, u"a"_s, write, "1");
    add(Kind::Remove, u"a"_s, remove);
    end();
    QCOMPARE(m_runs.size(), 2);
    QVERIFY(m_runs.at(1).kind == Kind::Remove);
    QVERIFY(m_runs.at(1).value.isEmpty());
    end();
    QCOMPARE(outcome(remove), "absent");
    QCOMPARE(outcome(write), "Failed");
    QCOMPARE(m_runs.size(), 2);
}

void KeychainQueueTest::writeAfterRemoveIsItsOwnStep()
{
    AskedRead busy, remove, write;
    add(Kind::Read, u"a"_s, busy);
    add(Kind::Remove, u"a"_s, remove);
    add(Kind::Write, u"a"_s, write, "1");
    end();
    QVERIFY(m_runs.at(1).kind == Kind::Remove);
    end();
    QVERIFY(m_runs.at(2).kind == Kind::Write);
    QCOMPARE(value(2), "1");
}

void KeychainQueueTest::isSilentWhenTheContextIsGone()
{
    int calls = 0;
    auto context = std::make_unique<QObject>();
    const auto count = [&calls](const KeychainAnswer &) { ++calls; };
    AskedRead busy;
    add(Kind::Read, u"a"_s, busy, {}, allowed);
    m_queue->add({Kind::Read, u"a"_s, {}, never}, context.get(), count);
    m_queue->add({Kind::Write, u"a"_s, Secret(QByteArrayView("1")), allowed}, context.get(), count);
    context.reset();
    m_clock->advance(Milliseconds(3000));
    end();
    QCOMPARE(m_runs.size(), 2); // the read is of no use to anyone, the write is
    QCOMPARE(value(1), "1");
    QVERIFY(m_runs.at(1).prompt == never);
    end();
    QCOMPARE(calls, 0);
}

void KeychainQueueTest::callbackMayDestroyTheQueue()
{
    QObject context;
    int calls = 0;
    const auto destroy = [&](const KeychainAnswer &) {
        ++calls;
        m_queue.reset();
    };
    m_queue->add({Kind::Write, u"a"_s, {}, never}, &context, destroy);
    m_queue->add({Kind::Read, u"b"_s, {}, never}, &context, destroy);
    end();
    QCOMPARE(calls, 1);

    init();
    calls = 0;
    m_queue->add({Kind::Read, u"a"_s, {}, never}, &context, destroy);
    m_clock->advance(Milliseconds(3000));
    QCOMPARE(calls, 1);
}

void KeychainQueueTest::openQuestionHasNoDeadline()
{
    AskedRead running, behind, before, after;
    add(Kind::Read, u"a"_s, running);
    add(Kind::Read, u"b"_s, behind);
    add(Kind::Remove, u"c"_s, before); // which may bring the next question
    m_queue->setAsking(true);
    add(Kind::Remove, u"d"_s, after);
    m_clock->advance(std::chrono::hours(1));
    QCOMPARE(outcome(running) + outcome(before) + outcome(after), "nonenonenone");
    QCOMPARE(outcome(behind), timedOut);
    m_queue->setAsking(false);
    m_clock->advance(KeychainQueue::silentDeadline - Milliseconds(1));
    QCOMPARE(outcome(running), "none");
    m_clock->advance(Milliseconds(1));
    for (const AskedRead *one : {&running, &before, &after})
        QCOMPARE(outcome(*one), timedOut);
}

void KeychainQueueTest::lateEndIsTold()
{
    for (const bool late : {false, true}) {
        AskedRead read;
        add(Kind::Read, u"a"_s, read);
        if (late)
            m_clock->advance(KeychainQueue::silentDeadline);
        end(std::optional(Secret(QByteArrayView("1"))));
        QCOMPARE(m_late, late ? 1 : 0);
        QCOMPARE(outcome(read), late ? QByteArray(timedOut) : QByteArray("=1"));
    }
}

LATCHKEY_TEST(KeychainQueueTest, QCoreApplication)
#include "tst_keychainqueue.moc"
