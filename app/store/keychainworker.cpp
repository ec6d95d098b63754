#include "app/store/keychainworker.h"

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

KeychainWorker::KeychainWorker(Clock &clock, KeychainProbe &probe)
    : m_clock(clock)
    , m_probe(probe)
{
    connect(&m_probe, &KeychainProbe::serviceReplaced, this, [this] {
        if (m_libsecretUsed) // else it holds no session, and would only be loaded for this
            m_probe.dropCachedConnection();
    });
}

void KeychainWorker::run(const KeychainTask &task, KeychainQueue::Done done)
{
    m_task = task;
    m_done = std::move(done);
    m_step = Step::First;
    m_retried = false;
    m_search.reset();
    m_nothing.reset();
    m_waitsForSearch = false;
    look();
}

bool KeychainWorker::mayPrompt() const
{
    return m_task.prompt == SecretStore::Prompt::Allowed && m_task.kind != Kind::Remove;
}

void KeychainWorker::look()
{
    // A start probes and then reads: the second question would only cost time. What a read finds is
    // judged by a fresh answer all the same.
    const Milliseconds maxAge = m_task.kind == Kind::Read ? sameAnswerLimit : Milliseconds(-1);
    if (maySkipJob() && !m_search)
        search(); // beside the question, not after it
    m_probe.ask(
        this, [this](KeychainState state) { begin(state); }, maxAge);
}

void KeychainWorker::begin(KeychainState before)
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
        if (maySkipJob())
            return useSearch();
        break;
    }
    startJob();
}

// The first read of a run: most of what it costs is loading libsecret.
bool KeychainWorker::maySkipJob() const
{
    return m_task.kind == Kind::Read && !m_libsecretUsed;
}

void KeychainWorker::search()
{
    m_search = std::make_unique<QObject>();
    m_nothing.reset();
    m_probe.askForNothing(m_task.key, m_search.get(), [this](std::optional<bool> nothing) {
        m_nothing = nothing;
        m_search.release()->deleteLater(); // we are inside its callback
        if (std::exchange(m_waitsForSearch, false))
            nothing.value_or(false) ? finish(std::nullopt) : startJob();
    });
}

void KeychainWorker::useSearch()
{
    if (m_nothing)
        return *m_nothing ? finish(std::nullopt) : startJob();
    if (!m_search)
        search(); // the first one met a service that had not been started yet
    m_waitsForSearch = true;
}

void KeychainWorker::startJob()
{
    m_jobStarted = m_clock.monotonic();
    m_libsecretUsed = true;
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

void KeychainWorker::onJob(const JobOutcome &outcome)
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
    case JobEnd::Failed:
        return onFailed(outcome);
    }
}

void KeychainWorker::onDone(const JobOutcome &outcome)
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

void KeychainWorker::onNotFound()
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
void KeychainWorker::judgeNotFound(KeychainState after)
{
    const bool openBefore
        = m_before == KeychainState::Ready || m_before == KeychainState::NoKeyring;
    switch (after) {
    case KeychainState::Ready:
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

void KeychainWorker::onFailed(const JobOutcome &outcome)
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

void KeychainWorker::fail(StoreFailure failure, const QString &detail)
{
    finish(tl::make_unexpected(StoreError{failure, detail}));
}

void KeychainWorker::finish(const KeychainAnswer &answer)
{
    m_task = {}; // the value has no business here any longer
    const auto done = std::exchange(m_done, {});
    done(answer);
}

} // namespace latchkey
