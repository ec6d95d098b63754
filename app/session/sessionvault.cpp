#include "app/session/sessionvault.h"

#include "app/base/logging.h"
#include "app/session/renewalpolicy.h"

#include <algorithm>
#include <utility>

namespace latchkey
{

constexpr static Milliseconds SaveGrace = std::chrono::seconds(1);

SessionVault::SessionVault(SecretStore &store, Preferences &preferences, Clock &clock,
                           Upkeep upkeep)
    : m_store(store)
    , m_preferences(preferences)
    , m_clock(clock)
    , m_isKeeper(upkeep == Upkeep::Ours)
    , m_pending(store, preferences)
    , m_retry(clock.makeTimer([this] { retrySave(Prompt::Never); }))
    , m_waiter(clock)
{
    connect(&m_store, &SecretStore::stateChanged, this, &SessionVault::keychainChanged);
}

void SessionVault::use(const QString &key, const ServerAddress &server)
{
    ++m_generation;
    m_retry->stop();
    m_failures = 0;
    m_newest.reset();
    m_key = key;
    m_server = server;
    m_wanted = false;
    m_known = {};
    m_passedOver = false;
    m_mayBeStored = false;
    m_refusal = {};
    m_movedFrom.clear();
    m_saving = m_state == KeychainState::Absent ? Saving::NoStore : Saving::Unknown;
    repeatDeletes(Prompt::Never); // what comes next may be a session that is good
}

void SessionVault::moveTo(const QString &key, const StoredSession &session)
{
    const QString old = m_key;
    use(key, m_server);
    m_movedFrom = old;
    m_movedUntil = session.issuedAt;
    setWanted(true);
    m_known.isWriting(session); // it is in force already
    save(session, Prompt::Never, this, [] {});
}

// The new name is stored, or nobody wants either of them any more.
void SessionVault::dropOldName()
{
    if (!m_movedFrom.isEmpty())
        leaveBehind(std::exchange(m_movedFrom, {}), m_movedUntil);
}

void SessionVault::leaveBehind(const QString &key, WallTime issuedAt)
{
    if (!m_store.isByChoice())
        m_pending.leaveBehind(key, std::max(issuedAt, m_clock.wall()));
}

bool SessionVault::willBeFound(const QString &key, const ServerAddress &server,
                               const QString &email)
{
    return !m_isKeeper || !isAccountKey(key) || m_store.isByChoice()
        || m_preferences.noteStored({key, server.toString(), email});
}

// What could not be deleted earlier; our own item is seen to by load().
void SessionVault::repeatDeletes(Prompt prompt)
{
    if (!m_isKeeper || m_store.isByChoice()) // what it knows nothing of may wait in the real one
        return;
    for (const QString &key : m_pending.keys()) {
        if (key != m_key)
            m_pending.carryOut(key, prompt, [this, prompt](PendingDeletes::End end) {
                if (prompt != Prompt::Never)
                    emit othersEnded(end != PendingDeletes::End::Open);
            });
    }
}

// Our own one again. What load() could not read may be another session after all.
void SessionVault::lookAgain()
{
    if (!m_pending.has(m_key)) {
        emit lookedAgain(true);
        return;
    }
    m_pending.carryOut(m_key, Prompt::IfOpen, [this, key = m_key](PendingDeletes::End end) {
        if (key != m_key)
            return;
        if (m_passedOver)
            othersMayBeThere(end);
        if (!m_pending.isDeleting(key))
            emit lookedAgain(end != PendingDeletes::End::Open);
    });
}

void SessionVault::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (wanted)
        m_known.takeOver();
    else
        setSaving(m_state == KeychainState::Absent ? Saving::NoStore : Saving::NotWanted);
}

void SessionVault::save(const StoredSession &session, Prompt prompt, QObject *context,
                        std::function<void()> goOn)
{
    m_waiter.wait(context, std::move(goOn));
    if (m_wanted) {
        const bool isNew = m_known.isNewPair(session);
        m_newest = session;
        m_newest->issuedAt = m_pending.spare(m_key, session.issuedAt);
        m_known.isWriting(*m_newest);
        m_failures = 0;
        m_passedOver = false;
        m_forgotten.remove(m_key);
        m_mayBeStored = true; // also when it fails: a prompt that is answered late writes it yet
        isNew &&m_isKeeper ? write(prompt) : writeUnlessOlder(prompt);
    }
    const bool worthWaiting = m_wanted && m_state == KeychainState::Ready;
    m_waiter.atLatestIn(worthWaiting ? SaveGrace : Milliseconds(0));
}

void SessionVault::write(Prompt prompt)
{
    m_retry->stop();
    setSaving(Saving::Pending);
    m_refusal.triedAgain(prompt);
    const quint64 generation = m_written.emplace(++m_generation);
    const StoredSession session = *m_newest;
    const Secret item = encodeSession(session);
    (void)willBeFound(m_key, session.server, session.email); // before there is something to find
    m_pending.writeBegan(m_key, session.issuedAt);
    m_store.write(
        m_key, item, prompt, this, [=, this, key = m_key](const StoreResult<void> &result) {
            if (result || result.error().failure != StoreFailure::TimedOut) // else it may land yet
                m_pending.writeEnded(key, session.issuedAt);
            if (generation == m_generation)
                result ? readBack(item) : writeEnded(result);
            else
                lateWrite(key, item, session, result.has_value());
        });
}

// What another process has stored meanwhile may be newer than what we could not store.
void SessionVault::writeUnlessOlder(Prompt prompt)
{
    m_retry->stop();
    setSaving(Saving::Pending);
    m_refusal.triedAgain(prompt);
    const quint64 generation = m_lookedFirst.emplace(++m_generation);
    m_store.read(m_key, prompt, this, [=, this](const Found &found) {
        if (generation != m_generation || givesWay(found) || staysSignedOut(found))
            return;
        if (!found && !mayWriteUnseen(found.error().failure))
            return writeEnded(tl::make_unexpected(found.error()));
        write(prompt);
    });
}

bool SessionVault::givesWay(const Found &found)
{
    if (!found || !*found)
        return false;
    const auto other = decodeSession(**found, m_server);
    if (!other || !m_known.isNewerOfAnother(*other, *m_newest)
        || m_pending.look(m_key).mean(**found))
        return false;
    qCInfo(lcStore) << "another process has stored something newer: it stays";
    m_written.reset();
    m_lookedFirst.reset();
    if (isSameEmail(other->email, m_newest->email)) {
        (void)willBeFound(m_key, other->server, other->email);
        dropOldName();
        standBy(*other);
    } else {
        setSaving(Saving::Failed); // they may leave again
        m_retry->start(backoff(++m_failures, 1.0));
    }
    m_waiter.letGo();
    return true;
}

// The program with the window has signed out since, which the pair that came meanwhile must not
// undo.
bool SessionVault::staysSignedOut(const Found &found)
{
    if (m_isKeeper || !found)
        return false;
    m_preferences.followStoredSessions();
    if (*found && (!isAccountKey(m_key) || mayBeListed()))
        return false;
    qCInfo(lcStore) << "signed out meanwhile: the new pair is dropped";
    letBe();
    m_waiter.letGo();
    return true;
}

// A write that was overtaken: by a sign-out, by another server, or by another process's newer pair.
void SessionVault::lateWrite(const QString &key, const Secret &item, const StoredSession &session,
                             bool landed)
{
    if (!landed)
        return;
    if (m_forgotten.contains(key))
        return m_pending.takeBack(key, item, session.issuedAt); // scenario 38
    if (key != m_key)
        return;
    m_known.mayHold(session);
    if (m_wanted && m_newest && m_saving == Saving::Saved)
        writeUnlessOlder(Prompt::Never);
}

// A password store that says "written" and holds something else is one that fails.
void SessionVault::readBack(const Secret &written)
{
    const quint64 generation = m_generation;
    m_store.read(m_key, Prompt::Never, this, [=, this](const Found &found) {
        if (generation != m_generation || givesWay(found))
            return;
        if (!found) // locked or silent meanwhile: that says nothing about what was written
            return writeEnded({});
        if (!*found || !(*found)->sameAs(written))
            return writeEnded(tl::make_unexpected(StoreError{
                StoreFailure::Failed, QStringLiteral("what was written is not what is read")}));
        m_known.isStored(*m_newest);
        m_pending.stored(m_key);
        // Who looked before it was there has taken it out.
        (void)willBeFound(m_key, m_newest->server, m_newest->email);
        dropOldName();
        writeEnded({});
    });
}

void SessionVault::writeEnded(const StoreResult<void> &answer)
{
    m_written.reset();
    m_lookedFirst.reset();
    const StoreResult<void> result = m_refusal.judge(answer);
    m_lastAnswer = result ? KeychainHealth::Ready : healthAfter(result.error().failure);
    const Saving before = m_saving;
    noteOutcome(result);
    if (m_saving == before) // else that tells of it
        QMetaObject::invokeMethod(this, &SessionVault::savingChanged, Qt::QueuedConnection);
    m_waiter.letGo();
}

void SessionVault::noteOutcome(const StoreResult<void> &result)
{
    if (result) {
        m_failures = 0;
        return setSaving(Saving::Saved);
    }
    qCWarning(lcStore) << "the session could not be saved:" << result.error().detail;
    switch (result.error().failure) {
    case StoreFailure::Unseen:
    case StoreFailure::Locked: // written when the keychain says it is unlocked
    case StoreFailure::TimedOut: // its prompt may still be open
        setSaving(Saving::Pending);
        break;
    case StoreFailure::Absent:
        return setSaving(Saving::NoStore);
    case StoreFailure::StillLocked:
    case StoreFailure::WouldAsk:
    case StoreFailure::Refused:
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
    ++m_generation; // a write of ours that is under way is an older one's
    m_known.adopted(session);
    standBy(session);
}

void SessionVault::standBy(const StoredSession &stored)
{
    m_retry->stop();
    m_failures = 0;
    m_newest = stored;
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
    if (m_wanted && m_newest && m_saving != Saving::Saved)
        writeUnlessOlder(prompt);
}

void SessionVault::forget(QObject *context, std::function<void(bool)> done, Reach reach,
                          const QString &successor)
{
    ++m_generation;
    m_newest.reset();
    m_retry->stop();
    m_wanted = false;
    m_passedOver = false;
    m_forgotten.insert(m_key);
    dropOldName();
    const bool isOwnAlone = reach == Reach::OfThisRun;
    KnownItem known = std::exchange(m_known, {});
    known.isTakenOverBy(successor);
    if (!isOwnAlone || known.isSeen())
        m_known.sawNothing(); // nothing of ours from here on
    if (isOwnAlone)
        known.sawNothing(); // but what this run wrote
    const bool nobodys = known.whose() == KnownItem::Whose::Nobodys;
    const bool absent = m_state == KeychainState::Absent;
    setSaving(absent ? Saving::NoStore : Saving::Unknown);
    const bool mayBeStored = std::exchange(m_mayBeStored, false) && !m_store.isByChoice();
    const auto tell = [done](PendingDeletes::End end) { done(end != PendingDeletes::End::Open); };
    if (nobodys && !isOwnAlone && !m_store.isByChoice() && m_pending.has(m_key))
        return m_pending.askAgain(m_key, context, tell); // refused earlier, or under way
    if (nobodys || ((absent || m_state == KeychainState::NoKeyring) && !mayBeStored)) {
        // An item of an earlier run may wait behind a password store that is away today.
        bool isGone = true;
        if (absent && !nobodys && !isOwnAlone && !m_store.isByChoice()) {
            m_pending.note(m_key, {});
            isGone = !m_preferences.takeStored(m_key);
        }
        QMetaObject::invokeMethod(
            context, [done, isGone] { done(isGone); }, Qt::QueuedConnection);
        return;
    }
    const auto listed = std::make_shared<std::optional<StoredSessionEntry>>();
    const auto meant = isOwnAlone ? PendingDeletes::Meant::ThisRun : PendingDeletes::Meant::Account;
    m_pending.forget(m_key, known, meant, context, [=, this, key = m_key](PendingDeletes::End end) {
        if (*listed && end == PendingDeletes::End::Kept)
            m_preferences.noteStored(**listed);
        if (isOwnAlone && !m_wanted && key == m_key)
            othersMayBeThere(end);
        tell(end);
    });
    // After the delete is noted: a kill in between must leave nothing that nobody knows of.
    if (isListed())
        *listed = m_preferences.takeStored(m_key);
}

void SessionVault::othersMayBeThere(PendingDeletes::End end)
{
    m_passedOver = end == PendingDeletes::End::Open;
    if (end == PendingDeletes::End::Kept)
        emit storedSessionFound();
}

// Told from the event loop: whoever hears it may call any verb, and we may be in the middle of one.
void SessionVault::setSaving(Saving saving)
{
    if (std::exchange(m_saving, saving) != saving)
        QMetaObject::invokeMethod(this, &SessionVault::savingChanged, Qt::QueuedConnection);
}

void SessionVault::keychainChanged(KeychainState state)
{
    const KeychainState before = std::exchange(m_state, state);
    if (state != KeychainState::Absent && m_saving == Saving::NoStore)
        setSaving(m_wanted && m_newest ? Saving::Pending : Saving::Unknown); // it has come
    m_wasThere |= isThere(before) || isThere(state);
    if (state == KeychainState::Absent && (m_wanted || m_saving == Saving::Unknown))
        setSaving(Saving::NoStore); // what comes next cannot be saved
    if (state == KeychainState::Ready) {
        repeatDeletes(Prompt::Never);
        if (m_isKeeper && !m_wanted)
            lookAgain();
        // Refused, and nothing has changed since but that its question is closed.
        const bool isAnswered = before == KeychainState::Asking && m_refusal.stands();
        if (!isSaving() && !isAnswered)
            retrySave(Prompt::Never);
    }
    emit keychainStateChanged(state, before);
}

} // namespace latchkey
