#include "app/store/keychainworker.h"

#include "app/store/secretmatches.h"

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

using Kind = KeychainTask::Kind;
using Prompt = SecretStore::Prompt;

constexpr Milliseconds SameAnswerLimit{250};

} // namespace

KeychainWorker::KeychainWorker(Clock &clock, KeychainProbe &probe)
    : m_probe(probe)
    , m_blind(clock, probe)
    , m_jobs(clock, probe)
{
    connect(&m_items, &SecretItems::prompting, this, [this] { setAsking(true); });
    connect(&m_blind, &BlindWorker::allowed, this, &KeychainWorker::allowed);
    connect(&m_probe, &KeychainProbe::stateChanged, this, &KeychainWorker::lookDuringUnlock);
    connect(&m_probe, &KeychainProbe::rechecked, this, &KeychainWorker::lookDuringUnlock);
}

void KeychainWorker::run(const KeychainTask &task, KeychainQueue::Done done)
{
    m_task = task;
    m_done = std::move(done);
    m_before.reset();
    m_removing.reset();
    m_lookedAgain = m_hasUnlocked = m_hasReadNothing = m_hasReconnected = m_hasDied = m_leavesSome
        = false;
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
    if (m_finding->end == End::NotSupported) {
        m_jobs.prepare();
        return m_blind.run(std::exchange(m_task, {}), m_finding->asksUnseen,
                           std::exchange(m_done, {}));
    }
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
        return m_removing ? removed() : remove();
    }
}

bool KeychainWorker::mayAsk() const
{
    return m_task.prompt != Prompt::Never;
}

void KeychainWorker::read()
{
    const auto &items = m_finding->items;
    if (!openOf(*m_finding).isEmpty())
        return readOpen();
    if (items.isEmpty() && !m_finding->mayHide)
        return finish(std::nullopt);
    if (m_task.prompt == Prompt::Allowed && !m_hasUnlocked)
        return unlock(items.isEmpty() ? m_finding->locked : collectionsOf(*m_finding));
    if (m_hasUnlocked)
        return fail(StoreFailure::StillLocked);
    fail(items.isEmpty() ? StoreFailure::Unseen : StoreFailure::Locked);
}

// Whether reading asks can be told of our connection alone, and the jobs' is libsecret's: where it
// may ask, it is tried first in the one way that never does.
void KeychainWorker::readOpen()
{
    const auto open = openOf(*m_finding);
    const bool asks
        = std::any_of(open.cbegin(), open.cend(), [](const Item &item) { return item.asks; });
    readSilently([this, asks](const JobOutcome &outcome) {
        const bool isNothing = outcome.end == JobEnd::NotFound || outcome.end == JobEnd::NoBackend;
        if (!asks || !isNothing)
            return jobEnded(outcome);
        mayAsk() ? readAsking() : failUnasked();
    });
}

void KeychainWorker::readSilently(JobCallback callback)
{
    const auto open = openOf(*m_finding);
    if (open.size() == 1 && !open.first().asks)
        m_jobs.read(m_task.key, LibsecretRead::Silent, this, std::move(callback));
    else
        m_jobs.readNewest(m_task.key, LibsecretRead::Silent, this, std::move(callback));
}

void KeychainWorker::readAsking()
{
    setAsking(true);
    const auto ended = [this](const JobOutcome &outcome) { jobEnded(outcome); };
    if (openOf(*m_finding).size() > 1)
        m_jobs.readNewest(m_task.key, LibsecretRead::Asks, this, ended);
    else
        m_jobs.read(m_task.key, LibsecretRead::Asks, this, ended);
}

void KeychainWorker::write()
{
    if (*m_state == KeychainState::NoKeyring && m_task.prompt != Prompt::Allowed)
        return fail(StoreFailure::Locked, QStringLiteral("no keyring yet"));
    if (*m_state == KeychainState::Locked) {
        if (m_hasUnlocked)
            return fail(StoreFailure::StillLocked);
        return m_task.prompt == Prompt::Allowed ? unlock({m_finding->defaultCollection})
                                                : fail(StoreFailure::Locked);
    }
    const auto open = openOf(*m_finding);
    const bool mayNeedRight = std::any_of(open.cbegin(), open.cend(), [this](const Item &item) {
        return item.asks && isInDefault(*m_finding, item.path);
    });
    if (mayNeedRight)
        return writeIfAllowed();
    startWrite(*m_state == KeychainState::NoKeyring); // it asks for a new one's password
}

// As with reading: whether writing over what is there asks, libsecret's connection has to tell.
void KeychainWorker::writeIfAllowed()
{
    m_jobs.search(m_task.key, LibsecretRead::Locks, this, [this](const LibsecretFinding &found) {
        if (triesAgain(found.end))
            return;
        const auto &items = found.items;
        const bool asks = found.end != JobEnd::Done
            || std::any_of(items.cbegin(), items.cend(), [this](const LibsecretItem &item) {
                              return item.isLocked && isInDefault(*m_finding, item.path);
                          });
        asks && !mayAsk() ? failUnasked() : startWrite(asks);
    });
}

void KeychainWorker::startWrite(bool asks)
{
    setAsking(asks);
    m_before = m_finding->items;
    m_jobs.write(m_task.key, m_task.value, this,
                 [this](const JobOutcome &outcome) { jobEnded(outcome); });
}

// A job says that it wrote also where the person refused it: an entry of ours must be new, or newer
// than it was.
void KeychainWorker::written()
{
    const auto open = openOf(*m_finding);
    const bool isNewer = std::any_of(open.cbegin(), open.cend(), [this](const Item &item) {
        return std::none_of(m_before->cbegin(), m_before->cend(), [&item](const Item &before) {
            return before.path == item.path && before.modified >= item.modified;
        });
    });
    if (isNewer && open.size() > 1)
        return m_jobs.search(m_task.key, LibsecretRead::Silent, this,
                             [this](const LibsecretFinding &found) { removeOthers(found); });
    if (isNewer)
        return finish(std::nullopt);
    const QString nothing = QStringLiteral("it said written, and stored nothing");
    if (open.isEmpty() || m_isAsking)
        return fail(StoreFailure::Denied, nothing);
    // Twice within one second: only the value tells.
    readSilently([this, nothing](const JobOutcome &outcome) {
        if (outcome.end == JobEnd::Done && outcome.value.sameAs(m_task.value))
            return finish(std::nullopt);
        if (!triesAgain(outcome.end))
            fail(StoreFailure::Denied, nothing);
    });
}

// What else there is of this key was good before the default moved, and is not any more: all but
// the newest, and but what cannot be read.
void KeychainWorker::removeOthers(const LibsecretFinding &found)
{
    const QStringList others = outdatedBy(m_task.value, found, *m_finding);
    if (others.isEmpty())
        return finish(std::nullopt);
    m_items.remove(others, mayAsk(), this, [this](SecretItems::Removal) { finish(std::nullopt); });
}

void KeychainWorker::remove()
{
    const auto open = openOf(*m_finding);
    if (open.isEmpty())
        return removed();
    if (open.size() == 1)
        return startRemove({open.first().path});
    // Whoever asked has read one of them; nobody has seen the others.
    m_jobs.search(m_task.key, LibsecretRead::Silent, this,
                  [this](const LibsecretFinding &found) { removeReadable(found); });
}

void KeychainWorker::removeReadable(const LibsecretFinding &found)
{
    if (triesAgain(found.end))
        return;
    const QStringList readable = sessionsIn(found);
    m_leavesSome = hidesSome(found);
    if (!readable.isEmpty())
        return startRemove(readable);
    if (m_leavesSome)
        return failUnasked();
    fail(StoreFailure::Failed, QStringLiteral("several are there, and none can be read"));
}

void KeychainWorker::startRemove(const QStringList &items)
{
    m_removing = items;
    m_items.remove(items, true, this, [this](SecretItems::Removal removal) {
        m_removal = removal;
        setAsking(false);
        look();
    });
}

void KeychainWorker::removed()
{
    const auto open = openOf(*m_finding);
    const bool isThere = std::any_of(open.cbegin(), open.cend(), [this](const Item &item) {
        return m_removing && m_removing->contains(item.path);
    });
    if (isThere)
        return fail(m_removal == SecretItems::Removal::Asked ? StoreFailure::Denied
                                                             : StoreFailure::Failed,
                    QStringLiteral("still there after it was deleted"));
    if (m_leavesSome || open.size() < m_finding->items.size())
        return fail(StoreFailure::Locked);
    if (m_finding->mayHide) // more of ours, or even what was to go
        return fail(m_removing ? StoreFailure::Unseen : StoreFailure::Locked);
    finish(std::nullopt);
}

void KeychainWorker::unlock(const QStringList &collections)
{
    m_hasUnlocked = true;
    m_unlocking = collections;
    m_items.unlock(collections, this, [this, unlock = ++m_unlock] { unlocked(unlock); });
}

// Somebody else may open them meanwhile. The question is left to the person then, and its answer is
// dropped.
void KeychainWorker::lookDuringUnlock()
{
    if (m_unlocking.isEmpty() || !m_isAsking)
        return;
    m_items.look(m_task.key, m_probe.namesLocked(), this,
                 [this, unlock = m_unlock](const Finding &finding) {
                     const bool isOpen = std::none_of(
                         m_unlocking.cbegin(), m_unlocking.cend(),
                         [&finding](const QString &one) { return finding.locked.contains(one); });
                     if (finding.end == Finding::End::Looked && isOpen)
                         unlocked(unlock);
                 });
}

void KeychainWorker::unlocked(quint64 unlock)
{
    if (unlock != m_unlock || m_unlocking.isEmpty())
        return;
    m_unlocking.clear();
    setAsking(false);
    look();
}

void KeychainWorker::jobEnded(const JobOutcome &outcome)
{
    const bool isRead = m_task.kind == Kind::Read;
    switch (outcome.end) {
    case JobEnd::Done:
        return isRead ? finish(std::optional(outcome.value)) : look(); // what was stored, if any
    case JobEnd::NotFound:
        return isRead
            ? readNothing()
            : fail(StoreFailure::Failed, QStringLiteral("written, but reported as not found"));
    case JobEnd::Denied:
        return fail(StoreFailure::Denied, outcome.detail);
    case JobEnd::NoBackend:
        return fail(StoreFailure::Absent, outcome.detail);
    case JobEnd::Died:
    case JobEnd::Failed:
        return jobFailed(outcome);
    }
}

// What was named a moment ago: the person has said no, or somebody has just deleted it.
void KeychainWorker::readNothing()
{
    if (m_isAsking)
        return fail(m_jobs.wasFast() ? StoreFailure::Refused : StoreFailure::Denied);
    if (std::exchange(m_hasReadNothing, true))
        return fail(StoreFailure::Failed, QStringLiteral("there, but it cannot be read"));
    look();
}

// Whether another try may go better: it is under way then.
bool KeychainWorker::triesAgain(JobEnd end)
{
    const bool isDeadSession
        = end == JobEnd::Failed && m_jobs.wasFast() && !std::exchange(m_hasReconnected, true);
    if (isDeadSession)
        m_probe.dropCachedConnection();
    if (end == JobEnd::Died ? std::exchange(m_hasDied, true) : !isDeadSession)
        return false;
    setAsking(false);
    m_before.reset();
    look();
    return true;
}

void KeychainWorker::jobFailed(const JobOutcome &outcome)
{
    if (triesAgain(outcome.end))
        return;
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

void KeychainWorker::failUnasked()
{
    fail(StoreFailure::WouldAsk, QStringLiteral("it would ask the person"));
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
