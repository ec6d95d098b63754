#include "app/store/blindworker.h"

#include "app/base/logging.h"

#include <utility>

namespace latchkey
{

namespace
{

using Kind = KeychainTask::Kind;

// A job that fails this fast met libsecret's dead session rather than a slow service
// (qt-notes 1.6).
constexpr Milliseconds deadSessionLimit{100};

constexpr Milliseconds sameAnswerLimit{250};

} // namespace

BlindWorker::BlindWorker(Clock &clock, KeychainProbe &probe)
    : m_clock(clock)
    , m_probe(probe)
{
}

void BlindWorker::run(const KeychainTask &task, bool asksUnseen, KeychainQueue::Done done)
{
    m_task = task;
    m_done = std::move(done);
    m_step = Step::First;
    m_retried = false;
    if (asksUnseen && task.prompt == SecretStore::Prompt::Never && !m_isAllowed)
        return fail(StoreFailure::Locked, QStringLiteral("it might ask the person"));
    look();
}

bool BlindWorker::mayPrompt() const
{
    return m_task.prompt == SecretStore::Prompt::Allowed && m_task.kind != Kind::Remove;
}

void BlindWorker::look()
{
    // A start probes and then reads: the second question would only cost time. What a read finds is
    // judged by a fresh answer all the same.
    const Milliseconds maxAge = m_task.kind == Kind::Read ? sameAnswerLimit : Milliseconds(-1);
    m_probe.ask(
        this, [this](KeychainState state) { begin(state); }, maxAge);
}

void BlindWorker::begin(KeychainState before)
{
    m_before = before;
    switch (before) {
    case KeychainState::Absent:
        return fail(StoreFailure::Absent, m_probe.detail());
    case KeychainState::Unknown:
        // A job would hang for 25 s, or prompt.
        return fail(StoreFailure::TimedOut, m_probe.detail());
    case KeychainState::Locked:
        if (!mayPrompt())
            return fail(StoreFailure::Locked);
        break;
    case KeychainState::NoKeyring:
        if (m_task.kind == Kind::Write && !mayPrompt())
            return fail(StoreFailure::Locked, QStringLiteral("no keyring yet"));
        break;
    case KeychainState::Ready:
    case KeychainState::Asking:
        break;
    }
    startJob();
}

void BlindWorker::startJob()
{
    m_jobStarted = m_clock.monotonic();
    const auto ended = [this](const JobOutcome &outcome) { onJob(outcome); };
    switch (m_task.kind) {
    case Kind::Read:
        return startReadJob(m_task.key, this, ended);
    case Kind::Write:
        return startWriteJob(m_task.key, m_task.value, this, ended);
    case Kind::Remove:
        return m_step == Step::First ? startDeleteJob(m_task.key, this, ended)
                                     : startReadJob(m_task.key, this, ended);
    }
}

void BlindWorker::onJob(const JobOutcome &outcome)
{
    switch (outcome.end) {
    case JobEnd::Done:
        return onDone(outcome);
    case JobEnd::NotFound:
        return onNotFound();
    case JobEnd::Denied:
        return fail(StoreFailure::Denied, outcome.detail);
    case JobEnd::NoBackend:
        return fail(StoreFailure::Absent, outcome.detail);
    case JobEnd::Died: // not said of a job alone
    case JobEnd::Failed:
        return onFailed(outcome);
    }
}

void BlindWorker::onDone(const JobOutcome &outcome)
{
    switch (m_task.kind) {
    case Kind::Read:
        return finish(std::optional(outcome.value));
    case Kind::Write:
        return finish(std::nullopt);
    case Kind::Remove:
        break;
    }
    if (m_step == Step::ReadBack)
        return fail(StoreFailure::Failed, QStringLiteral("still there after it was deleted"));
    m_step = Step::ReadBack;
    startJob();
}

void BlindWorker::onNotFound()
{
    if (m_task.kind == Kind::Write)
        return fail(StoreFailure::Failed, QStringLiteral("written, but reported as not found"));
    if (m_task.kind == Kind::Remove && m_step == Step::First) {
        m_step = Step::ReadBack;
        return startJob();
    }
    m_probe.ask(this, [this](KeychainState after) { judgeNotFound(after); });
}

// "Not found" is also what a cancelled prompt and a keyring locked in between look like: it is
// believed only if the keyring was open the whole time.
void BlindWorker::judgeNotFound(KeychainState after)
{
    const bool openBefore
        = m_before == KeychainState::Ready || m_before == KeychainState::NoKeyring;
    switch (after) {
    case KeychainState::Ready:
    case KeychainState::Asking:
    case KeychainState::NoKeyring:
        if (openBefore)
            return finish(std::nullopt);
        m_before = after; // unlocked meanwhile: now a read can be believed
        return startJob();
    case KeychainState::Locked:
        return mayPrompt() ? fail(StoreFailure::Denied, QStringLiteral("still locked afterwards"))
                           : fail(StoreFailure::Locked);
    case KeychainState::Absent:
        return fail(StoreFailure::Absent, m_probe.detail());
    case KeychainState::Unknown:
        return fail(StoreFailure::TimedOut, m_probe.detail());
    }
}

void BlindWorker::onFailed(const JobOutcome &outcome)
{
    const bool fast = m_clock.monotonic() - m_jobStarted < deadSessionLimit;
    if (m_retried || !fast) {
        // How a cancelled request for a new keyring's password ends.
        if (m_task.kind == Kind::Write && m_before == KeychainState::NoKeyring)
            return m_probe.ask(this, [this, detail = outcome.detail](KeychainState after) {
                fail(after == KeychainState::NoKeyring ? StoreFailure::Denied
                                                       : StoreFailure::Failed,
                     detail);
            });
        return fail(StoreFailure::Failed, outcome.detail);
    }
    m_retried = true;
    m_step = Step::First;
    qCDebug(lcStore) << "reconnecting to the password store:" << outcome.detail;
    m_probe.dropCachedConnection();
    look();
}

void BlindWorker::fail(StoreFailure failure, const QString &detail)
{
    finish(tl::make_unexpected(StoreError{failure, detail}));
}

void BlindWorker::finish(const KeychainAnswer &answer)
{
    if (answer && m_task.prompt != SecretStore::Prompt::Never && !std::exchange(m_isAllowed, true))
        emit allowed();
    m_task = {}; // the value has no business here any longer
    const auto done = std::exchange(m_done, {});
    done(answer);
}

} // namespace latchkey
