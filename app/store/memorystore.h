#pragma once

#include "app/store/secretstore.h"

#include <QHash>

namespace latchkey
{

// For --no-keychain: a store that is Absent and keeps nothing, so that nobody promises the person a
// session that survives a restart. Told to report Ready, it keeps secrets in this process.
class MemoryStore final : public SecretStore
{
    Q_OBJECT
public:
    // `reported`: Ready lets a smoke test restart the session inside one process.
    explicit MemoryStore(KeychainState reported = KeychainState::Absent);

    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] bool isByChoice() const override { return true; }
    void probe(QObject *context, Callback<KeychainState> callback) override;
    void read(const QString &key, Prompt prompt, QObject *context,
              Callback<StoreResult<std::optional<Secret>>> callback) override;
    void write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
               Callback<StoreResult<void>> callback) override;
    void remove(const QString &key, QObject *context,
                Callback<StoreResult<void>> callback) override;

private:
    [[nodiscard]] StoreResult<void> outcome() const;

    KeychainState m_reported;
    QHash<QString, Secret> m_items;
};

} // namespace latchkey
