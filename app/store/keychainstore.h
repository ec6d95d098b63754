#pragma once

#include "app/base/clock.h"
#include "app/store/secretstore.h"

#include <memory>

namespace latchkey
{

// The operating system's keychain through QtKeychain (service "Latchkey"), with the cures measured
// in qt-notes 1.3 to 1.6 and 14: bounded jobs that are detached and never deleted, at most one job
// at a time, on Linux a look over D-Bus before it and after it, a fresh connection after the
// keyring daemon restarted. One per process: QtKeychain has one queue. Values are UTF-8 text
// without NUL.
class KeychainStore final : public SecretStore
{
    Q_OBJECT
public:
    // Start-up costs nothing: D-Bus and the keychain are first touched by the first call.
    explicit KeychainStore(Clock &clock);
    ~KeychainStore() override;

    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] bool startsOnDemand() const override;
    void probe(QObject *context, Callback<KeychainState> callback) override;
    // Deadlines: Prompt::Allowed 60 s, else 3 s; none while a question of ours is open, of which
    // stateChanged(Asking) tells.
    void read(const QString &key, Prompt prompt, QObject *context,
              Callback<StoreResult<std::optional<Secret>>> callback) override;
    void write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
               Callback<StoreResult<void>> callback) override;
    void remove(const QString &key, QObject *context,
                Callback<StoreResult<void>> callback) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
