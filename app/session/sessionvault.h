#pragma once

#include "app/base/clock.h"
#include "app/session/keychainanswer.h"
#include "app/session/knownitem.h"
#include "app/session/pendingdeletes.h"
#include "app/session/savewaiter.h"
#include "app/session/sessionstate.h"
#include "app/store/secretstore.h"
#include "app/store/storedsession.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace latchkey
{

// The session's one keychain item: read, write, delete, in that order of caution (session.md,
// "Storing"). Writes that fail are tried again, a delete that fails is remembered and repeated at
// the next start, and a write that ends after a sign-out is undone. Other processes may have the
// same item: what they stored is neither replaced by something older nor deleted with ours.
class SessionVault final : public QObject
{
    Q_OBJECT
public:
    // Who deletes what was to be deleted earlier, and keeps the list of stored sessions.
    enum class Upkeep {
        Ours,
        // Of the program with the window: nothing is deleted, no list changed, and nothing stored
        // where that has signed out. isWanted() is false then.
        AnothersBusiness,
    };
    SessionVault(SecretStore &store, Preferences &preferences, Clock &clock,
                 Upkeep upkeep = Upkeep::Ours);

    // Another one on the same keychain, with Upkeep::AnothersBusiness.
    [[nodiscard]] std::unique_ptr<SessionVault> anothersBusiness() const;

    [[nodiscard]] QString key() const { return m_key; }

    // Turns to another item and forgets what was known about the last one. Writes nothing.
    void use(const QString &key, const ServerAddress &server);

    // Does the list of stored sessions name the key from now on, for the next start to look there?
    [[nodiscard]] bool willBeFound(const QString &key, const ServerAddress &server,
                                   const QString &email);
    // The same session under another key: it is stored there, and then deleted under the old one.
    void moveTo(const QString &key, const StoredSession &session);
    // What another key holds that is not newer than this moment, or than now, is to be deleted.
    void leaveBehind(const QString &key, WallTime issuedAt = {});

    struct Loaded {
        KeychainTrouble trouble = KeychainTrouble::None;
        std::optional<StoredSession> session;
        bool hadNowhere = false; // nothing could be read yet: no password store, or no keyring
        bool isUnseen = false; // it may have to be deleted, and cannot be read
    };
    using Prompt = SecretStore::Prompt;
    // Answers once to `context`. What cannot be read is told (K5) and kept, and so is what a failed
    // delete did not mean. An item that may have to be deleted and cannot
    // be read is no session, until storedSessionFound().
    void load(Prompt prompt, QObject *context, std::function<void(Loaded)> callback);

    // Nothing is known to be there but what is to be deleted: load() unlocks nothing for that.
    [[nodiscard]] bool isOnlyToBeDeleted() const { return m_pending.has(m_key) && !mayBeListed(); }

    // What earlier sign-outs have left under other keys is asked for, where that was not refused;
    // othersEnded() tells the end of each.
    void seeToOthers() { repeatDeletes(Prompt::IfOpen); }
    // A delete, or a look at what is to be deleted, is under way.
    [[nodiscard]] bool isSeeingToOthers() const { return m_pending.isBusy(); }
    [[nodiscard]] bool isDeleting() const { return m_pending.isDeletingAny(); }

    // Off: save() does nothing but answer, and the item is not touched.
    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_wanted; }

    // Writes the newest pair. One that is in force already is only written over what is not newer,
    // as is each further try: else the other process's counts as saved, until adopt(). Answers once
    // to `context` when it is stored, or when one second has passed, or at once if the keychain
    // would have to ask the person: nobody waits for a prompt.
    void save(const StoredSession &session, Prompt prompt, QObject *context,
              std::function<void()> goOn);
    // Another process wrote this pair, and it is in force here now: ours must not replace it.
    void adopt(const StoredSession &session);
    void retrySave(Prompt prompt); // K4, and whenever the keychain becomes ready

    // Forgets what there was to save, and keeps the item: the person goes on without it.
    void letBe();

    enum class Reach {
        Whatever, // the item, unless another account's session is in it by now
        OfThisRun, // only what this run has seen or written: nobody chose to lose the rest
    };
    // Deletes the item. `done(false)`: it may still be there; it is deleted at the next start.
    // `successor`: who has just signed in and does not want to stay; what an earlier run stored of
    // theirs goes as well.
    void forget(QObject *context, std::function<void(bool deleted)> done,
                Reach reach = Reach::Whatever, const QString &successor = {});

    // For all that is known, there is nothing for forget() to delete.
    [[nodiscard]] bool holdsNothing() const
    {
        return m_store.isByChoice() || (!m_mayBeStored && !mayBeListed() && !m_pending.has(m_key));
    }

    [[nodiscard]] Saving saving() const { return m_saving; }
    // A write was asked for, and the keychain has not answered yet.
    [[nodiscard]] bool isWriting() const { return m_written == m_generation; }
    [[nodiscard]] KeychainHealth health() const
    {
        return m_saving == Saving::NotWanted
            ? KeychainHealth::MemoryOnly
            : healthIn(m_state, m_store.isByChoice(),
                       m_wasThere || m_known.isSeen() || isAnyListed(), m_lastAnswer);
    }
    [[nodiscard]] bool isAnyListed() const; // a stored session of this server
    [[nodiscard]] QString keychainName() const { return m_store.displayName(); }
    [[nodiscard]] bool startsOnDemand() const { return m_store.startsOnDemand(); }
    [[nodiscard]] KeychainState keychainState() const { return m_state; }

signals:
    void savingChanged(); // or isWriting(); from the event loop, never from inside a call
    void keychainStateChanged(latchkey::KeychainState now, latchkey::KeychainState before);
    // load() gave none for a delete that was pending, or forget() had only this run's to delete;
    // what can be read now is another session. Load again, if nobody is signed in.
    void storedSessionFound();
    // For what was pending of our own item, once the keychain was ready (again).
    void lookedAgain(bool isGone);
    void othersEnded(bool isGone); // see seeToOthers()

private:
    using Found = StoreResult<std::optional<Secret>>;
    struct Answers { // of one load()
        std::optional<KeychainState> state;
        std::optional<Found> found;
        PendingDeletes::Look pending; // when it was asked
        std::function<void(Loaded)> callback; // empty once called
    };

    void judge(const std::shared_ptr<Answers> &answers);
    void judgePending(const PendingDeletes::Look &pending, const Found &found,
                      const std::function<void(Loaded)> &callback);
    void tell(const Found &found, const std::function<void(Loaded)> &callback);
    [[nodiscard]] Loaded loadedFrom(const Found &found);
    void write(Prompt prompt);
    void writeUnlessOlder(Prompt prompt);
    void lateWrite(const QString &key, const Secret &item, const StoredSession &session,
                   bool landed);
    void readBack(const Secret &written);
    [[nodiscard]] bool mayWriteUnseen(StoreFailure failure) const;
    [[nodiscard]] bool givesWay(const Found &found);
    [[nodiscard]] bool staysSignedOut(const Found &found);
    void writeEnded(const StoreResult<void> &answer);
    void standBy(const StoredSession &stored);
    void noteOutcome(const StoreResult<void> &result);
    void setSaving(Saving saving);
    void repeatDeletes(Prompt prompt);
    void lookAgain();
    // Whether the list of stored sessions has to do with this key in this store.
    [[nodiscard]] bool isListed() const
    {
        return m_isKeeper && isAccountKey(m_key) && !m_store.isByChoice();
    }
    [[nodiscard]] bool mayBeListed() const;
    void dropOldName();
    void othersMayBeThere(PendingDeletes::End end); // since the delete that ended so
    [[nodiscard]] bool isSaving() const { return isWriting() || m_lookedFirst == m_generation; }
    void keychainChanged(KeychainState state);

    SecretStore &m_store;
    Preferences &m_preferences;
    Clock &m_clock;
    const bool m_isKeeper; // see Upkeep
    PendingDeletes m_pending;
    QString m_key;
    ServerAddress m_server;
    std::optional<StoredSession> m_newest; // what the item should hold
    bool m_wanted = false;
    QString m_movedFrom; // the name that the item had, until it is stored under the new one
    WallTime m_movedUntil{}; // when it was stored there, or before
    KnownItem m_known;
    bool m_passedOver = false; // load() could not read what may have to be deleted
    bool m_mayBeStored = false; // this run has seen the item, or tried to write it
    QSet<QString> m_forgotten; // keys whose late writes are undone
    Saving m_saving = Saving::Unknown;
    KeychainHealth m_lastAnswer = KeychainHealth::Unknown; // what the last read or write met
    KeychainState m_state = KeychainState::Unknown;
    bool m_wasThere = false; // the password store, in this run
    std::optional<quint64> m_written; // the generation that is being written
    std::optional<quint64> m_lookedFirst; // the one before whose write the item is being read
    Refusal m_refusal; // of the last save that could ask
    quint64 m_generation = 0; // one more with each write and each forget
    int m_failures = 0;
    std::unique_ptr<Timer> m_retry;
    SaveWaiter m_waiter; // of the newest save()
};

} // namespace latchkey
