#include "app/store/secretserviceprompt.h"

#include "app/store/secretserviceround.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>

#include <limits>
#include <utility>

namespace latchkey
{

namespace
{

const QString promptInterface = QStringLiteral("org.freedesktop.Secret.Prompt");

} // namespace

SecretServicePrompt::SecretServicePrompt(const QDBusConnection &bus, const QString &path,
                                         std::function<void(End)> callback, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_path(path)
    , m_callback(std::move(callback))
{
}

void SecretServicePrompt::start()
{
    if (m_path.isEmpty() || m_path == u"/") {
        QMetaObject::invokeMethod(
            this, [this] { finish(End::NotAsked); }, Qt::QueuedConnection);
        return;
    }
    // Before it is asked: the answer may come at once.
    m_bus.connect(SecretServiceRound::service, m_path, promptInterface, QStringLiteral("Completed"),
                  this, SLOT(completed(bool, QDBusVariant)));
    auto *watcher = new QDBusServiceWatcher(SecretServiceRound::service, m_bus,
                                            QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &SecretServicePrompt::lost);
    m_bus.connect({}, QStringLiteral("/org/freedesktop/DBus/Local"),
                  QStringLiteral("org.freedesktop.DBus.Local"), QStringLiteral("Disconnected"),
                  this, SLOT(lost()));
    auto message = QDBusMessage::createMethodCall(SecretServiceRound::service, m_path,
                                                  promptInterface, QStringLiteral("Prompt"));
    message.setAutoStartService(false);
    message.setArguments({QString()}); // no window: it changes nothing (qt-notes 14.2)
    // No time limit: a service may as well answer when the person has.
    auto *call = new QDBusPendingCallWatcher(
        m_bus.asyncCall(message, std::numeric_limits<int>::max()), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        if (call->isError())
            finish(End::NotAsked);
    });
}

void SecretServicePrompt::completed(bool, const QDBusVariant &)
{
    finish(End::Closed);
}

void SecretServicePrompt::lost()
{
    finish(End::Lost);
}

void SecretServicePrompt::finish(End end)
{
    deleteLater();
    if (const auto callback = std::exchange(m_callback, {}))
        callback(end);
}

} // namespace latchkey
