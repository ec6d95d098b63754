#include "app/session/sessionvault.h"

#include "app/base/logging.h"
#include "app/session/renewalpolicy.h"

#include <QPointer>

#include <utility>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr Milliseconds SaveGrace = 1s;

KeychainTrouble troubleOf(StoreFailure failure)
{
    switch (failure) {
    case StoreFailure::Locked:
        return KeychainTrouble::Locked;
    case StoreFailure::Denied:
        return KeychainTrouble::Denied;
    case StoreFailure::Absent:
        return KeychainTrouble::Absent;
    case StoreFailure::TimedOut:
    case StoreFailure::Failed:
        return KeychainTrouble::Slow;
    }
    return KeychainTrouble::Slow;
}

KeychainHealth healthAfter(StoreFailure failure)
{
    switch (failure) {
    case StoreFailure::Locked:
        return KeychainHealth::WaitingForUnlock;
    case StoreFailure::Denied:
        return KeychainHealth::Denied;
    case StoreFailure::Absent:
        return KeychainHealth::Absent;
    case StoreFailure::TimedOut:
        return KeychainHealth::Slow;
    case StoreFailure::Failed:
        return KeychainHealth::Failing;
    }
    return KeychainHealth::Failing;
}

} // namespace

SessionVault::SessionVault(SecretStore &store, Preferences &preferences, Clock &clock)
    : m_store(store)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_retry(clock.makeTimer([this] { retrySave(Prompt::Never); }))
    , m_grace(clock.makeTimer([this] { letGoOn(); }))
{
    connect(&m_store, &SecretStore::stateChanged, this, &SessionVault::keychainChanged);
}

SessionVault::~SessionVault() = default;

void SessionVault::use(const QString &key, const ServerAddress &server)
{
    ++m_generation;
    m_retry->stop();
    m_failures = 0;
    m_newest.reset();
    m_key = key;
    m_server = server;
    m_wanted = false;
    m_mayBeStored = false;
    m_saving = m_state == KeychainState::Absent ? Saving::NoStore : Saving::Unknown;
    repeatDeletes();
}

// What could not be deleted earlier; our own item is seen to by load().
void SessionVault::repeatDeletes()
{
    const QStringList pending = m_preferences.pendingDeletes();
    for (const QString &key : pending) {
        if (key != m_key)
            removePending(key, this, [] {});
    }
}

// Both questions at once: a start waits for the slower answer, not for their sum.
void SessionVault::load(Prompt prompt, QObject *context, std::function<void(Loaded)> callback)
{
    const bool mayRead = !m_preferences.pendingDeletes().contains(m_key);
    const auto answers = std::make_shared<Answers>();
    answers->callback = std::move(callback);
    m_store.probe(context, [=, this](KeychainState state) {
        m_state = state;
        answers->state = state;
        mayRead ? judge(answers) : deleteFirst(context, answers->callback);
    });
    if (!mayRead)
        return;
    m_store.read(m_key, prompt, context, [=, this](const Found &found) {
        answers->found = found;
        judge(answers);
    });
}

// The person signed out: whatever is still there is not a session any more.
void SessionVault::deleteFirst(QObject *context, const std::function<void(Loaded)> &callback)
{
    if (m_state == KeychainState::Absent) {
        setSaving(Saving::NoStore);
        return callback({KeychainTrouble::Absent, std::nullopt});
    }
    // Nor what this session has written meanwhile: that is nobody's to delete.
    if (m_state == KeychainState::NoKeyring || m_newest)
        return callback({});
    removePending(m_key, context, [callback] { callback({}); });
}

void SessionVault::judge(const std::shared_ptr<Answers> &answers)
{
    if (!answers->state || !answers->callback)
        return;
    if (*answers->state == KeychainState::Absent)
        setSaving(Saving::NoStore);
    const bool nowhere // nothing can be stored in what does not exist
        = *answers->state == KeychainState::Absent || *answers->state == KeychainState::NoKeyring;
    if (!nowhere && !answers->found)
        return;
    const auto callback = std::exchange(answers->callback, {});
    if (nowhere)
        callback({*answers->state == KeychainState::Absent ? KeychainTrouble::Absent
                                                           : KeychainTrouble::None,
                  std::nullopt});
    else
        callback(loadedFrom(*answers->found));
}

SessionVault::Loaded SessionVault::loadedFrom(const Found &found)
{
    if (!found) {
        qCInfo(lcStore) << "the keychain item could not be read:" << found.error().detail;
        m_lastAnswer = healthAfter(found.error().failure);
        return {troubleOf(found.error().failure), std::nullopt};
    }
    m_lastAnswer = KeychainHealth::Ready;
    if (!*found)
        return {};
    const auto session = decodeSession(**found, m_server);
    if (session) {
        m_mayBeStored = true;
        if (m_saving == Saving::Unknown)
            setSaving(Saving::Saved);
        return {KeychainTrouble::None, *session};
    }
    qCWarning(lcStore) << "the keychain item is of no use, problem"
                       << static_cast<int>(session.error());
    if (session.error() != ItemProblem::Corrupt)
        return {};
    m_lastAnswer = KeychainHealth::Corrupt;
    m_store.remove(m_key, this, [](const StoreResult<void> &) {});
    return {KeychainTrouble::Corrupt, std::nullopt};
}

void SessionVault::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (!wanted)
        setSaving(m_state == KeychainState::Absent ? Saving::NoStore : Saving::NotWanted);
}

void SessionVault::save(const StoredSession &session, Prompt prompt, QObject *context,
                        std::function<void()> goOn)
{
    letGoOn(); // whoever waited for an older pair need not: this one replaces it
    m_goOn = [owner = QPointer<QObject>(context), goOn = std::move(goOn)] {
        if (owner)
            goOn();
    };
    if (m_wanted) {
        m_newest = session;
        m_failures = 0;
        m_forgotten.remove(m_key);
        m_mayBeStored = true; // also when it fails: a prompt that is answered late writes it yet
        write(prompt);
    }
    const bool worthWaiting = m_wanted && m_state == KeychainState::Ready;
    m_grace->start(worthWaiting ? SaveGrace : Milliseconds(0));
}

void SessionVault::letGoOn()
{
    m_grace->stop();
    if (const auto goOn = std::exchange(m_goOn, {}))
        goOn();
}

void SessionVault::write(Prompt prompt)
{
    m_retry->stop();
    setSaving(Saving::Pending);
    const quint64 generation = ++m_generation;
    const QString key = m_key;
    const Secret item = encodeSession(*m_newest);
    m_store.write(key, item, prompt, this, [=, this](const StoreResult<void> &result) {
        if (generation == m_generation) {
            result ? readBack(item) : writeEnded(result);
        } else if (m_forgotten.contains(key)) {
            // Signed out while this write was under way: undo it (scenario 38).
            m_store.remove(key, this, [](const StoreResult<void> &) {});
        }
    });
}

// A password store that says "written" and holds something else is one that fails.
void SessionVault::readBack(const Secret &written)
{
    const quint64 generation = m_generation;
    m_store.read(m_key, Prompt::Never, this, [=, this](const Found &found) {
        if (generation != m_generation)
            return;
        // Locked or silent meanwhile: that says nothing about what was written.
        const bool differs = found && (!*found || !(*found)->sameAs(written));
        StoreResult<void> result;
        if (differs)
            result = tl::make_unexpected(StoreError{
                StoreFailure::Failed, QStringLiteral("what was written is not what is read")});
        writeEnded(result);
    });
}

void SessionVault::writeEnded(const StoreResult<void> &result)
{
    m_lastAnswer = result ? KeychainHealth::Ready : healthAfter(result.error().failure);
    noteOutcome(result);
    letGoOn();
}

void SessionVault::noteOutcome(const StoreResult<void> &result)
{
    if (result) {
        m_failures = 0;
        setPendingDelete(m_key, false);
        return setSaving(Saving::Saved);
    }
    qCWarning(lcStore) << "the session could not be saved:" << result.error().detail;
    switch (result.error().failure) {
    case StoreFailure::Locked: // written when the keychain says it is unlocked
    case StoreFailure::TimedOut: // its prompt may still be open
        setSaving(Saving::Pending);
        break;
    case StoreFailure::Absent:
        return setSaving(Saving::NoStore);
    case StoreFailure::Denied: // asking again by ourselves would be a nuisance
        return setSaving(Saving::Failed);
    case StoreFailure::Failed:
        setSaving(Saving::Failed);
        break;
    }
    m_retry->start(backoff(++m_failures, 1.0));
}

void SessionVault::adopt(const StoredSession &session)
{
    ++m_generation;
    m_retry->stop();
    m_failures = 0;
    m_newest = session;
    setSaving(Saving::Saved);
}

void SessionVault::letBe()
{
    ++m_generation;
    m_retry->stop();
    m_newest.reset();
    m_wanted = false;
    setSaving(m_state == KeychainState::Absent ? Saving::NoStore : Saving::Unknown);
}

void SessionVault::retrySave(Prompt prompt)
{
    if (m_wanted && m_newest)
        write(prompt);
}

void SessionVault::forget(QObject *context, std::function<void(bool)> done)
{
    ++m_generation;
    m_newest.reset();
    m_retry->stop();
    m_wanted = false;
    m_forgotten.insert(m_key);
    const bool nowhere = m_state == KeychainState::Absent || m_state == KeychainState::NoKeyring;
    setSaving(m_state == KeychainState::Absent ? Saving::NoStore : Saving::Unknown);
    if (nowhere && !std::exchange(m_mayBeStored, false)) {
        // An item of an earlier run may wait behind a password store that is away today.
        if (m_state == KeychainState::Absent && !m_store.isByChoice())
            setPendingDelete(m_key, true);
        QMetaObject::invokeMethod(
            context, [done] { done(true); }, Qt::QueuedConnection);
        return;
    }
    // Noted first: a kill between here and the answer must not leave a session behind.
    const QString key = m_key;
    setPendingDelete(key, true);
    const QPointer<QObject> owner(context);
    m_store.remove(key, this, [=, this](const StoreResult<void> &result) {
        if (result)
            setPendingDelete(key, false);
        else
            qCWarning(lcStore) << "the keychain item could not be deleted:"
                               << result.error().detail;
        if (owner)
            done(result.has_value());
    });
}

void SessionVault::removePending(const QString &key, QObject *context, std::function<void()> done)
{
    m_store.remove(key, context,
                   [this, key, done = std::move(done)](const StoreResult<void> &result) {
                       if (result)
                           setPendingDelete(key, false);
                       done();
                   });
}

KeychainHealth SessionVault::health() const
{
    if (m_saving == Saving::NotWanted)
        return KeychainHealth::MemoryOnly;
    switch (m_state) {
    case KeychainState::Absent:
        return m_store.isByChoice() ? KeychainHealth::MemoryOnly : KeychainHealth::Absent;
    case KeychainState::Locked:
        return m_lastAnswer == KeychainHealth::Denied ? KeychainHealth::Denied
                                                      : KeychainHealth::WaitingForUnlock;
    case KeychainState::Unknown:
    case KeychainState::Ready:
    case KeychainState::NoKeyring:
        break;
    }
    return m_lastAnswer;
}

void SessionVault::setPendingDelete(const QString &key, bool pending)
{
    QStringList keys = m_preferences.pendingDeletes();
    if (keys.contains(key) == pending)
        return;
    if (pending)
        keys.append(key);
    else
        keys.removeAll(key);
    m_preferences.setPendingDeletes(keys);
}

// Told from the event loop: whoever hears it may call any verb, and we may be in the middle of one.
void SessionVault::setSaving(Saving saving)
{
    if (std::exchange(m_saving, saving) != saving)
        QMetaObject::invokeMethod(this, &SessionVault::savingChanged, Qt::QueuedConnection);
}

void SessionVault::keychainChanged(KeychainState state)
{
    m_state = state;
    if (state != KeychainState::Absent && m_saving == Saving::NoStore)
        setSaving(Saving::Unknown); // it has come after all
    if (state == KeychainState::Ready) {
        repeatDeletes();
        if (m_saving != Saving::Saved)
            retrySave(Prompt::Never);
    }
    emit keychainStateChanged(state);
}

} // namespace latchkey
