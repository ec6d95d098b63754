#pragma once

#include "app/store/secretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>

#include <optional>

namespace latchkey
{

// One walk through the Secret Service's state over D-Bus (qt-notes 1.5), every call asynchronous,
// none of them prompting. Deletes itself after its callback; has no deadline of its own, so that an
// answer that comes late still corrects what is known.
class SecretServiceRound final : public QObject
{
    Q_OBJECT
public:
    struct Finding {
        KeychainState state = KeychainState::Unknown;
        QString detail;
        QString ownerProcess; // name of the process behind the service; may be empty
        bool canBeStarted = false; // Absent, and nobody has tried
    };
    using Callback = std::function<void(const Finding &)>;
    // Never after a mere signal: a service that crashes at start would be started for ever.
    enum class Activation { Allowed, Never };

    static constexpr QLatin1String service{"org.freedesktop.secrets"};

    SecretServiceRound(const QDBusConnection &bus, Activation activation, Callback callback,
                       QObject *parent);
    void start();

private:
    using Step = void (SecretServiceRound::*)(const QDBusMessage &reply);

    void call(const QDBusMessage &message, Step then);
    void onProcessId(const QDBusMessage &reply);
    void onHasOwner(const QDBusMessage &reply);
    void onActivatable(const QDBusMessage &reply);
    void onStarted(const QDBusMessage &reply);
    void onAlias(const QDBusMessage &reply);
    void onDefaultLocked(const QDBusMessage &reply);
    void ownerKnown();
    void judge();
    void onLocked(const QDBusMessage &reply);
    void askOwner();
    void askAlias();
    void fail(const QDBusMessage &reply);
    void finish(KeychainState state, const QString &detail = {});

    QDBusConnection m_bus;
    Activation m_activation;
    Callback m_callback;
    Finding m_finding;
    std::optional<QDBusMessage> m_aliasReply;
    std::optional<QDBusMessage> m_lockedReply; // of the default collection, by its alias
    bool m_hasOwner = false;
    bool m_lookedAgain = false;
};

} // namespace latchkey
