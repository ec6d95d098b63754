#include "app/store/pendinganswer.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <optional>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

// One caller, one answer, one deadline.
class PendingAnswerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersOnce();
    void answersLateOnce();
    void deadlineEndsWithTheAnswer();
    void isSilentWhenTheContextIsGone();
    void isSilentOnceDestroyed();
    void callbackMayDestroyIt_data();
    void callbackMayDestroyIt();

private:
    void ask()
    {
        m_answer.emplace(
            m_clock, 3s, m_context.get(), [this](int value) { m_answers.append(value); }, -1);
    }

    FakeClock m_clock;
    std::unique_ptr<QObject> m_context;
    std::optional<PendingAnswer<int>> m_answer;
    QList<int> m_answers;
};

void PendingAnswerTest::init()
{
    m_answer.reset();
    m_answers.clear();
    m_context = std::make_unique<QObject>();
    ask();
    QVERIFY(m_answer->isWaiting());
}

void PendingAnswerTest::answersOnce()
{
    m_answer->answer(1);
    QVERIFY(!m_answer->isWaiting());
    m_answer->answer(2);
    m_clock.advance(1min);
    QCOMPARE(m_answers, QList<int>{1});
}

void PendingAnswerTest::answersLateOnce()
{
    m_clock.advance(2999ms);
    QVERIFY(m_answers.isEmpty());
    m_clock.advance(1ms);
    QCOMPARE(m_answers, QList<int>{-1});
    QVERIFY(!m_answer->isWaiting());
    m_answer->answer(1);
    m_clock.advance(1min);
    QCOMPARE(m_answers, QList<int>{-1});
}

// Else a program with nothing to do wakes up for it.
void PendingAnswerTest::deadlineEndsWithTheAnswer()
{
    QCOMPARE(m_clock.activeTimers(), 1);
    m_answer->answer(1);
    QCOMPARE(m_clock.activeTimers(), 0);
    const int before = m_clock.wakeUps();
    m_clock.advance(1min);
    QCOMPARE(m_clock.wakeUps(), before);
}

void PendingAnswerTest::isSilentWhenTheContextIsGone()
{
    m_context.reset();
    QVERIFY(!m_answer->isWaiting());
    m_answer->answer(1);
    m_clock.advance(1min);
    QVERIFY(m_answers.isEmpty());
}

void PendingAnswerTest::isSilentOnceDestroyed()
{
    m_answer.reset();
    m_clock.advance(1min);
    QVERIFY(m_answers.isEmpty());
}

void PendingAnswerTest::callbackMayDestroyIt_data()
{
    QTest::addColumn<bool>("late");
    QTest::newRow("answered") << false;
    QTest::newRow("late") << true;
}

void PendingAnswerTest::callbackMayDestroyIt()
{
    QFETCH(const bool, late);
    int calls = 0;
    auto answer = std::make_unique<std::unique_ptr<PendingAnswer<int>>>();
    auto *holder = answer.get();
    *holder = std::make_unique<PendingAnswer<int>>(
        m_clock, 1s, this,
        [&](int) {
            ++calls;
            holder->reset();
        },
        -1);
    late ? m_clock.advance(1s) : (*holder)->answer(1);
    QCOMPARE(calls, 1);
}

LATCHKEY_TEST(PendingAnswerTest, QCoreApplication)
#include "tst_pendinganswer.moc"
