#include "app/store/keychainworker.h"

#include "app/base/logging.h"
#include "app/store/libsecretjobs.h"

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

using Kind = KeychainTask::Kind;
using Prompt = SecretStore::Prompt;

// A job that fails this fast met libsecret's dead session rather than a slow service
// (qt-notes 1.6), and a question that ends this fast was not read by anybody.
constexpr Milliseconds NobodysAnswer{100};

constexpr Milliseconds SameAnswerLimit{250};

// QtKeychain's, of this process: the service died while one waited.
bool jobsAreDead = false;
constexpr Milliseconds JobPatience{1000}; // a living job hears of it in a few

} // namespace

KeychainWorker::KeychainWorker(Clock &clock, KeychainProbe &probe)
    : m_clock(clock)
    , m_probe(probe)
    , m_blind(clock, probe)
    , m_jobPatience(clock.makeTimer([this] { jobIsDead(); }))
{
    connect(&m_probe, &KeychainProbe::serviceLeft, this, [this] {
        if (m_isJobOpen)
            m_jobPatience->start(JobPatience);
    });
    connect(&m_probe, &KeychainProbe::serviceReplaced, this, [this] {
        m_jobsMayRead = false;
        if (m_jobsUsed) // else libsecret holds no session, and would only be loaded for this
            m_probe.dropCachedConnection();
    });
}

void KeychainWorker::run(const KeychainTask &task, KeychainQueue::Done done)
{
    m_task = task;
    m_done = std::move(done);
    m_before.reset();
    m_lookedAgain = m_hasUnlocked = m_hasRemoved = m_hasReadNothing = m_hasReconnected = false;
    look();
}

// Both questions at once; the state's starts the service if it must.
void KeychainWorker::look()
{
    m_state.reset();
    // A start probes and then reads: the second question would only cost time.
    const bool mayBeOld = m_task.kind == Kind::Read && !m_lookedAgain;
    const Milliseconds maxAge = mayBeOld ? SameAnswerLimit : Milliseconds(-1);
    m_finding.reset();
    m_items.look(m_task.key, m_probe.namesLocked(), this, [this](const Finding &finding) {
        m_finding = finding;
        looked();
    });
    m_probe.ask(
        this,
        [this](KeychainState state) {
            m_state = state;
            looked();
        },
        maxAge);
}

void KeychainWorker::looked()
{
    using End = Finding::End;
    if (!m_state || !m_finding || !m_done)
        return;
    if (m_finding->end == End::Refused)
        return fail(StoreFailure::Denied, m_finding->detail);
    if (*m_state == KeychainState::Absent)
        return fail(StoreFailure::Absent, m_probe.detail());
    if (*m_state == KeychainState::Unknown) // a job would hang for 25 s, or prompt
        return fail(StoreFailure::TimedOut, m_probe.detail());
    if (m_finding->end == End::NotSupported)
        return m_blind.run(std::exchange(m_task, {}), std::exchange(m_done, {}));
    const bool wasTooEarly = m_finding->end == End::Failed
        // Only now is it known whose silence it is.
        || (m_finding->mayHide && m_probe.namesLocked());
    if (wasTooEarly && !std::exchange(m_lookedAgain, true))
        return look();
    if (m_finding->end == End::Failed)
        return fail(StoreFailure::TimedOut, m_finding->detail);
    act();
}

void KeychainWorker::act()
{
    switch (m_task.kind) {
    case Kind::Read:
        return read();
    case Kind::Write:
        return m_before ? written() : write();
    case Kind::Remove:
        return remove();
    }
}

bool KeychainWorker::mayAsk() const
{
    return m_task.prompt != Prompt::Never;
}

bool KeychainWorker::wouldAsk(const Item &item) const
{
    return item.asks && !m_jobsMayRead;
}

QStringList KeychainWorker::collectionsOfItems() const
{
    QStringList collections;
    for (const Item &item : m_finding->items)
        collections.append(item.collection);
    collections.removeDuplicates();
    return collections;
}

void KeychainWorker::read()
{
    const auto &items = m_finding->items;
    const bool isReadable = std::any_of(items.cbegin(), items.cend(), [this](const Item &item) {
        return !item.isLocked && !wouldAsk(item);
    });
    const bool isOpen = std::any_of(items.cbegin(), items.cend(),
                                    [](const Item &item) { return !item.isLocked; });
    if (isReadable)
        return startJob();
    if (isOpen && !mayAsk())
        return fail(StoreFailure::Locked, QStringLiteral("it would ask the person"));
    if (isOpen) {
        setAsking(true);
        return startJob();
    }
    if (items.isEmpty() && !m_finding->mayHide)
        return finish(std::nullopt);
    if (m_task.prompt == Prompt::Allowed && !m_hasUnlocked)
        return unlock(items.isEmpty() ? m_finding->locked : collectionsOfItems());
    if (m_hasUnlocked)
        return fail(StoreFailure::StillLocked);
    fail(items.isEmpty() ? StoreFailure::Unseen : StoreFailure::Locked);
}

void KeychainWorker::write()
{
    const auto &items = m_finding->items;
    if (*m_state == KeychainState::NoKeyring && m_task.prompt != Prompt::Allowed)
        return fail(StoreFailure::Locked, QStringLiteral("no keyring yet"));
    if (*m_state == KeychainState::Locked) {
        if (m_hasUnlocked)
            return fail(StoreFailure::StillLocked);
        return m_task.prompt == Prompt::Allowed ? unlock({m_finding->defaultCollection})
                                                : fail(StoreFailure::Locked);
    }
    const bool asks = std::any_of(items.cbegin(), items.cend(), [this](const Item &item) {
        return !item.isLocked && wouldAsk(item);
    });
    if (asks && !mayAsk())
        return fail(StoreFailure::Locked, QStringLiteral("it would ask the person"));
    setAsking(asks);
    m_before = items;
    startJob();
}

void KeychainWorker::remove()
{
    QStringList open;
    for (const Item &item : m_finding->items) {
        if (!item.isLocked)
            open.append(item.path);
    }
    if (!open.isEmpty() && !std::exchange(m_hasRemoved, true))
        return m_items.remove(open, this, [this] { look(); });
    if (!open.isEmpty())
        return fail(StoreFailure::Failed, QStringLiteral("still there after it was deleted"));
    if (!m_finding->items.isEmpty())
        return fail(StoreFailure::Locked);
    if (m_finding->mayHide)
        return fail(StoreFailure::Unseen);
    finish(std::nullopt);
}

void KeychainWorker::unlock(const QStringList &collections)
{
    m_hasUnlocked = true;
    setAsking(true);
    m_items.unlock(collections, this, [this] {
        setAsking(false);
        look();
    });
}

void KeychainWorker::startJob()
{
    if (!std::exchange(m_jobsUsed, true))
        m_probe.outliveBus();
    m_jobStarted = m_clock.monotonic();
    m_isJobOpen = true;
    const auto ended = [this, job = ++m_job](const JobOutcome &outcome) {
        if (job == m_job && std::exchange(m_isJobOpen, false)) {
            m_jobPatience->stop();
            jobEnded(outcome);
        }
    };
    const auto &items = m_finding->items;
    const auto open = std::count_if(items.cbegin(), items.cend(),
                                    [](const Item &item) { return !item.isLocked; });
    if (m_task.kind == Kind::Write)
        (jobsAreDead ? startLibsecretWrite : startWriteJob)(m_task.key, m_task.value, this, ended);
    else if (jobsAreDead || open > 1)
        startLibsecretRead(m_task.key, m_isAsking ? LibsecretRead::Asks : LibsecretRead::Silent,
                           this, ended);
    else
        startReadJob(m_task.key, this, ended);
}

void KeychainWorker::jobIsDead()
{
    if (!std::exchange(m_isJobOpen, false))
        return;
    qCWarning(lcStore) << "the password store died of a question; QtKeychain is not used any more";
    jobsAreDead = true;
    m_jobsMayRead = false;
    m_before.reset();
    setAsking(false);
    look();
}

void KeychainWorker::jobEnded(const JobOutcome &outcome)
{
    const bool isRead = m_task.kind == Kind::Read;
    switch (outcome.end) {
    case JobEnd::Done:
        if (!isRead)
            return look(); // what was stored, if anything was
        m_jobsMayRead = true;
        return finish(std::optional(outcome.value));
    case JobEnd::NotFound:
        return isRead
            ? readNothing()
            : fail(StoreFailure::Failed, QStringLiteral("written, but reported as not found"));
    case JobEnd::Denied:
        return fail(StoreFailure::Denied, outcome.detail);
    case JobEnd::NoBackend:
        return fail(StoreFailure::Absent, outcome.detail);
    case JobEnd::Failed:
        return jobFailed(outcome);
    }
}

// What was named a moment ago: the person has said no, or somebody has just deleted it.
void KeychainWorker::readNothing()
{
    const bool fast = m_clock.monotonic() - m_jobStarted < NobodysAnswer;
    if (m_isAsking)
        return fail(fast ? StoreFailure::Refused : StoreFailure::Denied);
    if (std::exchange(m_hasReadNothing, true))
        return fail(StoreFailure::Failed, QStringLiteral("there, but it cannot be read"));
    m_jobsMayRead = false; // or the right did not last
    look();
}

// A job says that it wrote also where the person refused it: an entry of ours must be new, or newer
// than it was.
void KeychainWorker::written()
{
    const auto isStored = [this](const Item &item) {
        return std::none_of(m_before->cbegin(), m_before->cend(), [&item](const Item &before) {
            return before.path == item.path && before.modified >= item.modified;
        });
    };
    const auto &items = m_finding->items;
    if (std::any_of(items.cbegin(), items.cend(), isStored)) {
        m_jobsMayRead = true; // who writes it may read it
        removeOthers();
        return finish(std::nullopt);
    }
    const bool canBeSame = std::any_of(items.cbegin(), items.cend(),
                                       [](const Item &item) { return !item.isLocked; });
    if (!canBeSame || m_isAsking)
        return fail(StoreFailure::Denied, QStringLiteral("it said written, and stored nothing"));
    // Twice within one second: only the value tells.
    const auto compare = [this](const JobOutcome &outcome) {
        if (outcome.end == JobEnd::Done && outcome.value.sameAs(m_task.value))
            return finish(std::nullopt);
        fail(StoreFailure::Denied, QStringLiteral("it said written, and stored nothing"));
    };
    jobsAreDead ? startLibsecretRead(m_task.key, LibsecretRead::Silent, this, compare)
                : startReadJob(m_task.key, this, compare);
}

// What another collection holds of this key was good before the default moved; not any more.
void KeychainWorker::removeOthers()
{
    QStringList others;
    for (const Item &item : m_finding->items) {
        if (!item.isLocked && item.collection != m_finding->defaultCollection)
            others.append(item.path);
    }
    const bool isInDefault = others.size() < m_finding->items.size();
    if (isInDefault && !others.isEmpty())
        m_items.remove(others, this, [] {});
}

void KeychainWorker::jobFailed(const JobOutcome &outcome)
{
    const bool fast = m_clock.monotonic() - m_jobStarted < NobodysAnswer;
    if (fast && !std::exchange(m_hasReconnected, true)) {
        qCDebug(lcStore) << "reconnecting to the password store:" << outcome.detail;
        m_probe.dropCachedConnection();
        setAsking(false);
        m_before.reset();
        return look();
    }
    if (m_task.kind != Kind::Write || *m_state != KeychainState::NoKeyring)
        return fail(StoreFailure::Failed, outcome.detail);
    // How a cancelled request for a new keyring's password ends.
    m_probe.ask(this, [this, detail = outcome.detail](KeychainState after) {
        fail(after == KeychainState::NoKeyring ? StoreFailure::StillLocked : StoreFailure::Failed,
             detail);
    });
}

void KeychainWorker::setAsking(bool isOpen)
{
    if (std::exchange(m_isAsking, isOpen) != isOpen)
        emit asking(isOpen);
}

void KeychainWorker::fail(StoreFailure failure, const QString &detail)
{
    finish(tl::make_unexpected(StoreError{failure, detail}));
}

void KeychainWorker::finish(const KeychainAnswer &answer)
{
    setAsking(false);
    m_task = {}; // the value has no business here any longer
    const auto done = std::exchange(m_done, {});
    done(answer);
}

} // namespace latchkey
