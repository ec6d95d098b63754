#include "app/store/secretserviceprompt.h"

#include "app/store/secretserviceround.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>

#include <utility>

namespace latchkey
{

namespace
{

const QString promptInterface = QStringLiteral("org.freedesktop.Secret.Prompt");

} // namespace

SecretServicePrompt::SecretServicePrompt(const QDBusConnection &bus, const QString &path,
                                         std::function<void()> callback, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_path(path)
    , m_callback(std::move(callback))
{
}

void SecretServicePrompt::start()
{
    if (m_path.isEmpty() || m_path == u"/") {
        QMetaObject::invokeMethod(this, &SecretServicePrompt::finish, Qt::QueuedConnection);
        return;
    }
    // Before it is asked: the answer may come at once.
    m_bus.connect(SecretServiceRound::service, m_path, promptInterface, QStringLiteral("Completed"),
                  this, SLOT(completed(bool, QDBusVariant)));
    auto *watcher = new QDBusServiceWatcher(SecretServiceRound::service, m_bus,
                                            QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, &SecretServicePrompt::finish);
    auto message = QDBusMessage::createMethodCall(SecretServiceRound::service, m_path,
                                                  promptInterface, QStringLiteral("Prompt"));
    message.setAutoStartService(false);
    message.setArguments({QString()}); // no window: it changes nothing (qt-notes 14.2)
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        if (call->isError())
            finish();
    });
}

void SecretServicePrompt::completed(bool, const QDBusVariant &)
{
    finish();
}

void SecretServicePrompt::finish()
{
    deleteLater();
    if (const auto callback = std::exchange(m_callback, {}))
        callback();
}

} // namespace latchkey
