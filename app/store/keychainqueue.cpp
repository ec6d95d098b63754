#include "app/store/keychainqueue.h"

#include <algorithm>

namespace latchkey
{

namespace
{

using Kind = KeychainTask::Kind;
using Prompt = SecretStore::Prompt;

KeychainAnswer failure(StoreFailure kind, const QString &detail)
{
    return tl::make_unexpected(StoreError{kind, detail});
}

} // namespace

KeychainQueue::KeychainQueue(Clock &clock, Run run, std::function<void()> late)
    : m_clock(clock)
    , m_run(std::move(run))
    , m_late(std::move(late))
{
}

KeychainQueue::~KeychainQueue() = default;

bool KeychainQueue::Entry::isWaitedFor() const
{
    return std::any_of(callers.begin(), callers.end(),
                       [](const Caller &caller) { return caller.answer->isWaiting(); });
}

void KeychainQueue::setAsking(bool isOpen)
{
    m_isAsking = isOpen && m_running;
    const auto deadline = isOpen ? std::nullopt : std::optional(silentDeadline);
    if (m_running) {
        for (const Caller &caller : m_running->callers)
            caller.answer->setDeadline(deadline);
    }
    for (const Entry &entry : m_waiting) {
        for (const Caller &caller : entry.callers) {
            if (caller.kind == Kind::Remove)
                caller.answer->setDeadline(deadline);
        }
    }
}

void KeychainQueue::add(const KeychainTask &task, QObject *context, Done callback)
{
    const auto deadline = task.prompt == Prompt::Allowed ? promptDeadline : silentDeadline;
    Caller caller{task.kind,
                  std::make_unique<PendingAnswer<KeychainAnswer>>(
                      m_clock, deadline, context, std::move(callback),
                      failure(StoreFailure::TimedOut,
                              QStringLiteral("the password store did not answer in time")))};
    if (m_isAsking && task.kind == Kind::Remove)
        caller.answer->setDeadline({});
    if (mergeIntoWaiting(task, caller))
        return;
    Entry entry{task, {}};
    entry.callers.push_back(std::move(caller));
    m_waiting.push_back(std::move(entry));
    startNext();
}

bool KeychainQueue::mergeIntoWaiting(const KeychainTask &task, Caller &caller)
{
    if (task.kind == Kind::Read)
        return false;
    const auto last = std::find_if(m_waiting.rbegin(), m_waiting.rend(), [&](const Entry &entry) {
        return entry.task.kind != Kind::Read && entry.task.key == task.key;
    });
    if (last == m_waiting.rend())
        return false;
    // A write after a remove stays a step of its own: the remove's caller wants to know that the
    // entry was gone.
    if (last->task.kind == Kind::Remove && task.kind == Kind::Write)
        return false;
    const bool mayPrompt = last->isWaitedFor() && last->task.prompt == Prompt::Allowed;
    last->task = task;
    if (mayPrompt && task.kind == Kind::Write)
        last->task.prompt = Prompt::Allowed;
    last->callers.push_back(std::move(caller));
    return true;
}

void KeychainQueue::startNext()
{
    while (!m_running && !m_waiting.empty()) {
        Entry entry = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!entry.isWaitedFor()) {
            if (entry.task.kind == Kind::Read)
                continue;
            entry.task.prompt = Prompt::Never;
        }
        m_running = std::move(entry);
        m_run(m_running->task, [this, run = ++m_runs](const KeychainAnswer &answer) {
            if (run == m_runs && m_running) // a job that answers twice must not answer for another
                finish(answer);
        });
    }
}

void KeychainQueue::finish(const KeychainAnswer &answer)
{
    const bool isLate = !m_running->isWaitedFor();
    const auto callers = std::move(m_running->callers);
    const Kind done = m_running->task.kind;
    m_running.reset();
    startNext();
    if (isLate)
        return m_late();
    // Last, and without touching a member: a callback may add tasks or destroy the store.
    for (const Caller &caller : callers) {
        if (caller.kind == done)
            caller.answer->answer(answer);
        else
            caller.answer->answer(failure(StoreFailure::Failed,
                                          QStringLiteral("removed again before it was written")));
    }
}

} // namespace latchkey
