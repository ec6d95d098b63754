#pragma once

#include "app/store/secretstore.h"

#include <QHash>

namespace latchkey
{

// Keeps secrets in this process only: for --no-keychain. It says Absent unless told otherwise, so
// that nobody promises the person a session that survives a restart.
class MemoryStore final : public SecretStore
{
    Q_OBJECT
public:
    // `reported`: Ready lets a smoke test restart the session inside one process.
    explicit MemoryStore(KeychainState reported = KeychainState::Absent);

    [[nodiscard]] QString displayName() const override;
    void probe(QObject *context, Callback<KeychainState> callback) override;
    void read(const QString &key, Prompt prompt, QObject *context,
              Callback<StoreResult<std::optional<Secret>>> callback) override;
    void write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
               Callback<StoreResult<void>> callback) override;
    void remove(const QString &key, QObject *context,
                Callback<StoreResult<void>> callback) override;

private:
    KeychainState m_reported;
    QHash<QString, Secret> m_items;
};

} // namespace latchkey
