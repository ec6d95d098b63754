#pragma once

#include "app/base/clock.h"
#include "app/session/sessionstate.h"
#include "app/store/preferences.h"
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
// the next start, and a write that ends after a sign-out is undone.
class SessionVault final : public QObject
{
    Q_OBJECT
public:
    SessionVault(SecretStore &store, Preferences &preferences, Clock &clock);
    ~SessionVault() override;

    [[nodiscard]] QString key() const { return m_key; }

    // Turns to another item and forgets what was known about the last one. Writes nothing.
    void use(const QString &key, const ServerAddress &server);

    struct Loaded {
        KeychainTrouble trouble = KeychainTrouble::None;
        std::optional<StoredSession> session;
    };
    using Prompt = SecretStore::Prompt;
    // Answers once to `context`. A corrupt item is removed (K5); one of a newer version is kept.
    void load(Prompt prompt, QObject *context, std::function<void(Loaded)> callback);

    // Off: save() does nothing but answer, and the item is not touched.
    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_wanted; }

    // Writes the newest pair. Answers once to `context` when it is stored, or when one second has
    // passed, or at once if the keychain would have to ask the person: nobody waits for a prompt.
    void save(const StoredSession &session, Prompt prompt, QObject *context,
              std::function<void()> goOn);
    // Another process wrote this pair, and it is in force here now: ours must not replace it.
    void adopt(const StoredSession &session);
    void retrySave(Prompt prompt); // K4, and whenever the keychain becomes ready

    // Forgets what there was to save, and keeps the item: the person goes on without it.
    void letBe();

    // Deletes the item. `done(false)`: it may still be there; it is deleted at the next start.
    void forget(QObject *context, std::function<void(bool deleted)> done);

    [[nodiscard]] Saving saving() const { return m_saving; }
    [[nodiscard]] KeychainHealth health() const;
    [[nodiscard]] QString keychainName() const { return m_store.displayName(); }
    [[nodiscard]] KeychainState keychainState() const { return m_state; }

signals:
    void savingChanged(); // from the event loop, never from inside a call
    void keychainStateChanged(latchkey::KeychainState state);

private:
    using Found = StoreResult<std::optional<Secret>>;
    struct Answers { // of one load()
        std::optional<KeychainState> state;
        std::optional<Found> found;
        std::function<void(Loaded)> callback; // empty once called
    };

    void deleteFirst(QObject *context, const std::function<void(Loaded)> &callback);
    void judge(const std::shared_ptr<Answers> &answers);
    [[nodiscard]] Loaded loadedFrom(const Found &found);
    void write(Prompt prompt);
    void readBack(const Secret &written);
    void writeEnded(const StoreResult<void> &result);
    void noteOutcome(const StoreResult<void> &result);
    void letGoOn();
    void removePending(const QString &key, QObject *context, std::function<void()> done);
    void setSaving(Saving saving);
    void repeatDeletes();
    void setPendingDelete(const QString &key, bool pending);
    void keychainChanged(KeychainState state);

    SecretStore &m_store;
    Preferences &m_preferences;
    Clock &m_clock;
    QString m_key;
    ServerAddress m_server;
    std::optional<StoredSession> m_newest; // what the item should hold
    bool m_wanted = false;
    bool m_mayBeStored = false; // this run has seen the item, or tried to write it
    QSet<QString> m_forgotten; // keys whose late writes are undone
    Saving m_saving = Saving::Unknown;
    KeychainHealth m_lastAnswer = KeychainHealth::Unknown; // what the last read or write met
    KeychainState m_state = KeychainState::Unknown;
    quint64 m_generation = 0; // one more with each write and each forget
    int m_failures = 0;
    std::unique_ptr<Timer> m_retry;
    std::function<void()> m_goOn; // of the newest save(); empty once called
    std::unique_ptr<Timer> m_grace;
};

} // namespace latchkey
