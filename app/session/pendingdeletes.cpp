#include "app/session/pendingdeletes.h"

#include "app/base/logging.h"
#include "app/store/storedsession.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

using Means = PendingDelete::Means;
using namespace std::chrono_literals;

// What an entry means once a session of this moment is about to be written over the item.
PendingDelete sparing(PendingDelete entry, WallTime issuedAt)
{
    if (entry.means == Means::Whatever
        || (entry.means == Means::UpTo && entry.issuedAt >= issuedAt)) {
        entry.means = Means::UpTo;
        entry.issuedAt = issuedAt - 1ms;
    }
    return entry;
}

// A password store that does not answer for hours leaves more than can be named one by one.
QList<PendingDelete> inFewWords(QList<PendingDelete> pending, const QString &key)
{
    constexpr qsizetype MostNamed = 16;
    const auto isNamed = [&key](const PendingDelete &entry) {
        return entry.key == key && entry.means == Means::This;
    };
    if (std::count_if(pending.cbegin(), pending.cend(), isNamed) <= MostNamed)
        return pending;
    PendingDelete all{key, Means::UpTo};
    for (const PendingDelete &entry : std::as_const(pending)) {
        if (isNamed(entry))
            all.issuedAt = std::max(all.issuedAt, entry.issuedAt);
    }
    pending.removeIf(isNamed);
    pending.append(all);
    return pending;
}

void tell(const StoreError &error)
{
    qCWarning(lcStore) << "the keychain item could not be deleted:" << error.detail;
}

} // namespace

PendingDeletes::PendingDeletes(SecretStore &store, Preferences &preferences)
    : m_store(store)
    , m_preferences(preferences)
{
}

PendingDeletes::~PendingDeletes() = default;

bool PendingDeletes::Look::mean(const Secret &item) const
{
    const auto session = decodeSession(item);
    return session
        && std::any_of(entries.cbegin(), entries.cend(), [&session](const PendingDelete &entry) {
               return entry.isAbout(session->issuedAt);
           });
}

PendingDeletes::Look PendingDeletes::look(const QString &key) const
{
    m_preferences.followPendingDeletes();
    Look look;
    look.entries = m_preferences.pendingDeletes();
    look.entries.removeIf([&key](const PendingDelete &entry) { return entry.key != key; });
    look.writes = m_writes.value(key);
    return look;
}

QStringList PendingDeletes::keys() const
{
    QStringList keys;
    const auto pending = m_preferences.pendingDeletes();
    for (const PendingDelete &entry : pending)
        keys.append(entry.key);
    keys.removeDuplicates();
    return keys;
}

void PendingDeletes::setPending(const QList<PendingDelete> &pending)
{
    if (pending != m_preferences.pendingDeletes())
        m_preferences.setPendingDeletes(pending);
}

void PendingDeletes::note(const QString &key, const QList<WallTime> &sessions)
{
    auto pending = m_preferences.pendingDeletes();
    const auto add = [&pending](const PendingDelete &entry) {
        if (!pending.contains(entry))
            pending.append(entry);
    };
    for (const WallTime issuedAt : sessions)
        add({key, Means::This, issuedAt});
    for (const Write &write : std::as_const(m_underWay)) {
        if (write.key == key)
            add({key, Means::This, write.issuedAt});
    }
    if (sessions.isEmpty())
        add({key});
    setPending(inFewWords(pending, key));
}

void PendingDeletes::drop(const QString &key)
{
    auto pending = m_preferences.pendingDeletes();
    pending.removeIf([this, &key](const PendingDelete &entry) {
        const bool mayLand = entry.means != Means::Whatever
            && std::any_of(m_underWay.cbegin(), m_underWay.cend(), [&](const Write &write) {
                                 return write.key == key && entry.isAbout(write.issuedAt);
                             });
        return entry.key == key && !mayLand;
    });
    setPending(pending);
}

WallTime PendingDeletes::spare(const QString &key, WallTime issuedAt)
{
    auto pending = m_preferences.pendingDeletes();
    while (pending.contains(PendingDelete{key, Means::This, issuedAt}))
        issuedAt += 1ms;
    for (PendingDelete &entry : pending) {
        if (entry.key == key)
            entry = sparing(entry, issuedAt);
    }
    setPending(pending);
    m_preferences.changeOthersPendingDeletes(
        key, [issuedAt](const PendingDelete &entry) { return sparing(entry, issuedAt); });
    return issuedAt;
}

void PendingDeletes::writeBegan(const QString &key, WallTime issuedAt)
{
    ++m_writes[key];
    m_underWay.append({key, issuedAt});
}

void PendingDeletes::writeEnded(const QString &key, WallTime issuedAt)
{
    m_underWay.removeAll(Write{key, issuedAt});
}

void PendingDeletes::stored(const QString &key)
{
    m_underWay.removeIf([&key](const Write &write) { return write.key == key; });
    drop(key);
}

void PendingDeletes::takeBack(const QString &key, const Secret &item, WallTime issuedAt)
{
    const auto done = [this, key, issuedAt] {
        auto pending = m_preferences.pendingDeletes();
        pending.removeAll(PendingDelete{key, Means::This, issuedAt});
        setPending(pending);
    };
    m_store.read(key, SecretStore::Prompt::Never, this,
                 [=, this, before = m_writes.value(key)](const Found &found) {
                     if (!found || before != m_writes.value(key))
                         return;
                     if (!*found || !(*found)->sameAs(item))
                         return done();
                     m_store.remove(key, this, [this, key, done](const StoreResult<void> &result) {
                         result ? done() : notDeleted(result.error(), key);
                     });
                 });
}

void PendingDeletes::read(const QString &key, Prompt prompt,
                          const std::function<void(const Found &)> &callback)
{
    const bool mayAsk = prompt != Prompt::Never && !m_refused.contains(key)
        && !m_underLook.contains(key) && !isDeleting(key);
    if (mayAsk)
        m_underLook.insert(key);
    m_store.read(key, mayAsk ? prompt : Prompt::Never, this, [=, this](const Found &found) {
        if (mayAsk)
            m_underLook.remove(key);
        if (!found)
            heed(found.error(), key);
        callback(found);
    });
}

void PendingDeletes::carryOut(const QString &key, Prompt prompt, Done done)
{
    read(key, prompt, [this, key, look = look(key), done = std::move(done)](const Found &found) {
        carryOut(key, look, found, done);
    });
}

void PendingDeletes::carryOut(const QString &key, const Look &look, const Found &found,
                              const Done &done)
{
    // A write that was asked for since replaces the item; a delete behind it would take that.
    if (!found || look.writes != m_writes.value(key))
        return done(End::Open);
    if (!*found || !look.mean(**found)) {
        drop(key);
        return done(*found ? End::Kept : End::Gone);
    }
    if (isDeleting(key)) // its question may be open
        return done(End::Open);
    remove(key, done);
}

void PendingDeletes::forget(const QString &key, const KnownItem &known, Meant meant,
                            QObject *context, Done done)
{
    const Look before = look(key);
    m_refused.remove(key); // it is their new word
    // Noted first: a kill between here and the answer must not leave a session behind.
    note(key, known.isSeen() ? known.moments() : QList<WallTime>());
    const auto ended = [owner = QPointer<QObject>(context), done = std::move(done)](End end) {
        if (owner)
            done(end);
    };
    removeOf(key, known, meant, before, ended);
}

void PendingDeletes::askAgain(const QString &key, QObject *context, Done done)
{
    m_refused.remove(key);
    carryOut(key, Prompt::IfOpen,
             [owner = QPointer<QObject>(context), done = std::move(done)](End end) {
                 if (owner)
                     done(end);
             });
}

void PendingDeletes::leaveBehind(const QString &key, WallTime issuedAt)
{
    auto pending = m_preferences.pendingDeletes();
    const PendingDelete entry{key, Means::UpTo, issuedAt};
    if (!pending.contains(entry))
        pending.append(entry);
    setPending(pending);
    carryOut(key, Prompt::Never, [](End) {});
}

void PendingDeletes::remove(const QString &key, Done done)
{
    if (m_refused.contains(key))
        return done(End::Open);
    m_underDelete.insert(key);
    m_store.remove(key, this,
                   [this, key, before = m_writes.value(key),
                    done = std::move(done)](const StoreResult<void> &result) {
                       m_underDelete.remove(key);
                       // What was read is gone; a locked collection may hide an older one.
                       const bool hides = !result && result.error().failure == StoreFailure::Unseen;
                       if (!result && !hides)
                           notDeleted(result.error(), key);
                       else if (!hides && before == m_writes.value(key))
                           drop(key);
                       done(result || hides ? End::Gone : End::Open);
                   });
}

void PendingDeletes::notDeleted(const StoreError &error, const QString &key)
{
    tell(error);
    heed(error, key);
    if (error.failure == StoreFailure::WouldAsk) // what was allowed was good for one reading
        m_refused.insert(key);
}

// A question that was answered with no is not put again by whatever makes us look again.
void PendingDeletes::heed(const StoreError &error, const QString &key)
{
    if (error.failure == StoreFailure::Denied || error.failure == StoreFailure::Refused)
        m_refused.insert(key);
}

void PendingDeletes::removeOf(const QString &key, const KnownItem &known, Meant meant,
                              const Look &earlier, Done done)
{
    const auto judge = [this, key, known, meant, earlier, done = std::move(done),
                        before = m_writes.value(key)](const Found &found) {
        if (!found) {
            tell(found.error());
            return done(End::Open);
        }
        if (before != m_writes.value(key)) // signed in again: that write replaces it
            return done(End::Gone);
        if (!*found) {
            drop(key);
            return done(End::Gone);
        }
        const auto session = decodeSession(**found);
        const bool isTheirs = session
            && (known.whose() == KnownItem::Whose::Unknown || known.isOfThisRun(*session)
                || (meant == Meant::Account && known.isOf(session->email)));
        // Another's, whose own sign-out could not delete it, is still to go.
        if (!isTheirs && !earlier.mean(**found)) {
            drop(key);
            return done(End::Kept);
        }
        if (session)
            note(key, {session->issuedAt}); // another process may have renewed it
        remove(key, done);
    };
    read(key, Prompt::IfOpen, judge);
}

} // namespace latchkey
