#pragma once

#include "app/store/secretstore.h"

#include <QHash>
#include <QPointer>

#include <deque>
#include <functional>

namespace latchkey::test
{

// A keychain that can be absent, locked, slow, silent, broken or wrong, as a test says. Its content
// outlives the Session under test, like the real one's.
class FakeStore final : public SecretStore
{
    Q_OBJECT
public:
    enum class Mode { Works, Silent, Fails, Denies, Held, TimesOut };

    [[nodiscard]] QString displayName() const override { return QStringLiteral("Test Keyring"); }
    [[nodiscard]] bool isByChoice() const override { return byChoice; }
    [[nodiscard]] bool startsOnDemand() const override { return canBeStarted; }
    void probe(QObject *context, Callback<KeychainState> callback) override;
    void read(const QString &key, Prompt prompt, QObject *context,
              Callback<StoreResult<std::optional<Secret>>> callback) override;
    void write(const QString &key, const Secret &value, Prompt prompt, QObject *context,
               Callback<StoreResult<void>> callback) override;
    void remove(const QString &key, QObject *context,
                Callback<StoreResult<void>> callback) override;

    void setState(KeychainState state); // emits stateChanged()
    void worksAgain(); // every mode, and ready
    // Works; never answers; answers `failure`; answers Denied; answers when release() is called;
    // answers TimedOut, and takes effect when release() is called.
    Mode readMode = Mode::Works;
    Mode writeMode = Mode::Works;
    Mode removeMode = Mode::Works;
    StoreFailure failure = StoreFailure::Failed;
    bool byChoice = false; // as --no-keychain is
    bool canBeStarted = false; // the desktop knows how, where it is absent
    bool readsWhileLocked = false; // the items lie in another collection, which is open
    void release(); // lets the oldest held call take effect and answer
    [[nodiscard]] qsizetype heldCount() const { return qsizetype(m_held.size()); }
    // What a write really stores, if set: a store that says "written" and lies.
    std::function<Secret(const Secret &)> garble;

    QHash<QString, Secret> items;
    int reads = 0;
    int writes = 0;
    int mayAsk = 0; // of these, those at which it might ask the person
    int removes = 0;

private:
    void run(Mode mode, QObject *context,
             const std::function<void(std::optional<StoreError>)> &act);

    KeychainState m_state = KeychainState::Ready;
    std::deque<std::function<void()>> m_held;
};

} // namespace latchkey::test
