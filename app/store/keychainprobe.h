#pragma once

#include "app/base/clock.h"
#include "app/store/secretstore.h"

namespace latchkey
{

// Asks the platform what its password store can do, without ever prompting and without a keychain
// job. keychainprobe_linux.cpp asks the Secret Service over D-Bus (qt-notes 1.5); elsewhere the
// store is part of the system and always Ready. GUI thread only.
class KeychainProbe final : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(KeychainState)>;

    static constexpr Milliseconds deadline{3000};

    // Costs nothing: D-Bus is first touched by the first ask().
    explicit KeychainProbe(Clock &clock);
    ~KeychainProbe() override;

    // Starts the service if it can be started. Answers once, later, within `deadline`, Unknown if
    // the service is slower; silent when `context` has gone. A "Ready" that is at most `maxAge` old
    // is given again instead: changes are signalled, so it is hardly ever wrong.
    void ask(QObject *context, Callback callback, Milliseconds maxAge = Milliseconds(-1));

    // By the last answer; Unknown before the first.
    [[nodiscard]] KeychainState known() const;
    // It is Absent, and an ask() might start it; false where that was tried in vain.
    [[nodiscard]] bool canBeStarted() const;
    // Does it name what it has locked too? Else "nothing there" is no answer while it is locked.
    [[nodiscard]] bool namesLocked() const;

    // For the person; a guess from the desktop's name until the first answer.
    [[nodiscard]] QString displayName() const;
    // Technical: why the last answer was Absent or Unknown.
    [[nodiscard]] QString detail() const;

    // libsecret keeps a dead session after the service was restarted, and every later job fails
    // until it is told to let go (qt-notes 1.6). Harmless at any time.
    void dropCachedConnection();

    // For the first job: GLib would end this program when the session bus ends (qt-notes 14.5).
    void outliveBus();

signals:
    // Differs from what was known before. Never for the first answer, never to Unknown.
    void stateChanged(latchkey::KeychainState state);
    // Something has changed that the state does not show, such as another collection's lock.
    void rechecked();
    void serviceReplaced(); // another process offers the password store now
    void serviceLeft(); // nobody does, or the session bus has ended

private slots: // by name: QDBusConnection::connect() takes nothing else
    void recheck();
    void busLeft();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
