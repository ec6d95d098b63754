#pragma once

#include "app/base/secret.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <tl/expected.hpp>

namespace latchkey
{

// What the computer's password store can do right now, from a probe that never prompts.
enum class KeychainState {
    Unknown, // not probed yet, or the probe did not answer in time
    Ready,
    // Where a save goes is locked: it would ask the person. So would a read, unless another
    // collection holds what it is about, which is open.
    Locked,
    NoKeyring, // nothing stored yet; the first save asks the person for a new password
    Absent, // no password store on this computer
    Asking, // a question to the person is open, which our call has brought
};

enum class StoreFailure {
    Locked, // not tried: it would have prompted, and the caller did not allow that
    WouldAsk, // the same, where it is open and would ask whether we may have the item
    Unseen, // the same, where the store does not say whether it holds anything of ours
    StillLocked, // the person was asked to unlock it, and has not
    Denied, // the person, or the system, refused access; the item is kept
    Refused, // the store says no without asking, until it or this program is started again
    Absent, // no password store
    TimedOut, // no answer before our deadline; the job goes on detached
    Failed, // anything else; see detail
};

struct StoreError {
    StoreFailure failure = StoreFailure::Failed;
    QString detail; // technical, English, no secret
};

template <typename T>
using StoreResult = tl::expected<T, StoreError>;

// The edge to the keychain, and the only place a test replaces it. A small map from key to secret
// that outlives the program. Keys hold no secret: they are not encrypted (security.md D4).
//
// Every call answers exactly once to `context`, never from inside the call, within its own
// deadline, unless it has brought a question to the person: that has none. It is silent once
// `context` is gone. Calls never block. Writes to one key take effect
// in the order they were made; the last one wins. GUI thread only.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    // May this call make the password store ask the person something?
    enum class Prompt {
        Never,
        IfOpen, // whether we may have it, where it is unlocked; not for a password
        Allowed,
    };

    template <typename T>
    using Callback = std::function<void(T)>;

    // For the person, such as "GNOME Keyring".
    [[nodiscard]] virtual QString displayName() const = 0;

    // True: it keeps nothing because the person asked for that, not for want of a password store.
    [[nodiscard]] virtual bool isByChoice() const { return false; }

    // Nobody offers it now, but the next look at it, or the next call, starts it.
    [[nodiscard]] virtual bool startsOnDemand() const { return false; }

    virtual void probe(QObject *context, Callback<KeychainState> callback) = 0;

    // nullopt: certainly nothing is stored under this key.
    virtual void read(const QString &key, Prompt prompt, QObject *context,
                      Callback<StoreResult<std::optional<Secret>>> callback)
        = 0;
    virtual void write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
                       Callback<StoreResult<void>> callback)
        = 0;
    // Success only after a read-back found nothing (qt-notes 1.3). An absent entry is success. The
    // password store may ask the person whether to delete it: Denied where it is kept. Of several
    // under one key, only those that hold a session that we can read are deleted. Unseen: what was
    // to be seen is gone.
    virtual void remove(const QString &key, QObject *context, Callback<StoreResult<void>> callback)
        = 0;

signals:
    // The password store appeared, vanished, was locked or unlocked, asks the person for one of our
    // calls or does not any more; or what a call brought came too late for whoever had made it.
    // In each case: look again. What a call brought, and that its question is closed, is told after
    // its answer.
    void stateChanged(KeychainState state);
};

} // namespace latchkey
