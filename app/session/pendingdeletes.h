#pragma once

#include "app/session/knownitem.h"
#include "app/store/preferences.h"
#include "app/store/secretstore.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

namespace latchkey
{

// Deletes keychain items, and remembers in the preferences what is still to be deleted: each entry
// names the session that was meant, so that whoever signed in since keeps theirs. Acts on those
// that this process noted or found at its start, as other processes have changed them since. Where
// the password store is open, reading and deleting may make it ask the person, until they refuse
// it: once a run for each sign-out. GUI thread only.
class PendingDeletes final : public QObject
{
    Q_OBJECT
public:
    PendingDeletes(SecretStore &store, Preferences &preferences);
    ~PendingDeletes() override;

    using Found = StoreResult<std::optional<Secret>>;
    // What was pending for an item when it was looked at.
    struct Look {
        QList<PendingDelete> entries;
        quint64 writes = 0; // that had been asked for
        // Is this what is to be deleted? Never what cannot be read.
        [[nodiscard]] bool mean(const Secret &item) const;
    };
    [[nodiscard]] Look look(const QString &key) const;
    [[nodiscard]] bool has(const QString &key) const { return !look(key).entries.isEmpty(); }
    [[nodiscard]] QStringList keys() const; // each once
    // A read() that may ask, or a delete, is under way; or a delete.
    [[nodiscard]] bool isBusy() const { return !m_underLook.isEmpty() || isDeletingAny(); }
    [[nodiscard]] bool isDeletingAny() const { return !m_underDelete.isEmpty(); }
    [[nodiscard]] bool isDeleting(const QString &key) const { return m_underDelete.contains(key); }

    // To be deleted: these sessions, and those whose writes may yet land; whatever is there, if
    // there are none. Many are named by their newest: it, and what is older.
    void note(const QString &key, const QList<WallTime> &sessions);
    void drop(const QString &key); // all but those whose writes may yet land

    // Around each write. Before it begins: what is pending means something older from here on. The
    // moment to be stored as the session's `issued_at`: its own, or as many milliseconds later as
    // tell it from those that are to be deleted.
    [[nodiscard]] WallTime spare(const QString &key, WallTime issuedAt);
    void writeBegan(const QString &key, WallTime issuedAt); // it may land from now on
    void writeEnded(const QString &key, WallTime issuedAt);
    void stored(const QString &key); // the newest write was read back, so all before it have ended
    // It landed when it was not wanted any more: deletes the item if it is just this.
    void takeBack(const QString &key, const Secret &item, WallTime issuedAt);

    enum class End {
        Gone, // nothing of it is there, as far as the password store lets us see
        Kept, // what is there is another session
        Open, // it could not be read, or not deleted, or is being written over: it stays pending
    };
    using Done = std::function<void(End)>;
    using Prompt = SecretStore::Prompt;
    // Reads what may have to be deleted. Answers once, later; what has to be asked for is asked for
    // once at a time.
    void read(const QString &key, Prompt prompt,
              const std::function<void(const Found &)> &callback);
    // What was refused is not asked for again in this run, but by the person's own word.
    void heed(const StoreError &error, const QString &key);
    // Reads the item and deletes it if it is meant. Answers once, later.
    void carryOut(const QString &key, Prompt prompt, Done done);
    // The same, with what was found after `look`; may answer at once.
    void carryOut(const QString &key, const Look &look, const Found &found, const Done &done);

    enum class Meant {
        Account, // all of its sessions
        ThisRun, // those that this run has seen or written: what it knows nothing of may be good
    };
    // At the end of a session: what is meant, and whatever is there if nobody has seen it. Another
    // account's session is kept. Answers once to `context`, later; Open stays pending.
    void forget(const QString &key, const KnownItem &known, Meant meant, QObject *context,
                Done done);

    // The person's new word on what is pending: a question that was refused is put again. Answers
    // once to `context`, later.
    void askAgain(const QString &key, QObject *context, Done done);

    // What is there and is no newer than this is to be deleted, and is if that can be done now.
    void leaveBehind(const QString &key, WallTime issuedAt);

private:
    struct Write {
        QString key;
        WallTime issuedAt;
        friend bool operator==(const Write &, const Write &) = default;
    };
    void remove(const QString &key, Done done);
    // `earlier`: what was pending before this end.
    void removeOf(const QString &key, const KnownItem &known, Meant meant, const Look &earlier,
                  Done done);
    void notDeleted(const StoreError &error, const QString &key);
    void setPending(const QList<PendingDelete> &pending);

    SecretStore &m_store;
    Preferences &m_preferences;
    QList<Write> m_underWay;
    QHash<QString, quint64> m_writes; // asked for, by key
    QSet<QString> m_underDelete; // keys, by remove()
    QSet<QString> m_underLook; // keys, by a read() that may ask
    QSet<QString> m_refused; // what the person has refused in this run
};

} // namespace latchkey
