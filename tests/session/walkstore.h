#pragma once

#include "app/store/keychainqueue.h"

#include <QHash>

#include <functional>
#include <memory>

namespace latchkey::test
{

// A keychain for random walks: the real queue, with its deadlines and its order, on a password
// store that works, fails, denies, or waits until release().
class WalkStore final : public SecretStore
{
    Q_OBJECT
public:
    enum class Mode { Works, Held, Fails, Denies };

    explicit WalkStore(Clock &clock);
    ~WalkStore() override;

    [[nodiscard]] QString displayName() const override { return QStringLiteral("Walk Keyring"); }
    void probe(QObject *context, Callback<KeychainState> callback) override;
    void read(const QString &key, Prompt prompt, QObject *context,
              Callback<StoreResult<std::optional<Secret>>> callback) override;
    void write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
               Callback<StoreResult<void>> callback) override;
    void remove(const QString &key, QObject *context,
                Callback<StoreResult<void>> callback) override;

    [[nodiscard]] KeychainState state() const { return m_state; }
    void setState(KeychainState state);
    void setMode(Mode mode); // not Held: what was held is let go
    // Carries out the task that waits: as asked, or with a failure.
    void release(Mode how);
    // The process dies: nobody hears of its calls, and the running one takes effect or does not.
    void killCaller(bool runningTakesEffect);

    QHash<QString, Secret> items;
    std::function<void(const QString &key, const Secret &value)> onWrite; // when it is asked for
    std::function<void(const QString &key)> onRemove;
    // Before it is answered.
    std::function<void(const QString &key, const std::optional<Secret> &found)> onRead;

private:
    void run(const KeychainTask &task, KeychainQueue::Done done);
    void carryOut(Mode how);
    [[nodiscard]] KeychainAnswer effectOf(const KeychainTask &task, Mode how);

    Clock &m_clock;
    KeychainState m_state = KeychainState::Ready;
    Mode m_mode = Mode::Works;
    std::optional<KeychainTask> m_task; // the one near the keychain now
    KeychainQueue::Done m_done;
    std::unique_ptr<QObject> m_turn; // context of its turn; deleting it forgets that
    std::unique_ptr<KeychainQueue> m_queue;
};

} // namespace latchkey::test
