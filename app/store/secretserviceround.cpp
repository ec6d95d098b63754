#include "app/store/secretserviceround.h"

#include <QDBusError>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFile>

#include <utility>

namespace latchkey
{

namespace
{

QDBusMessage busCall(const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
                                                  QStringLiteral("/org/freedesktop/DBus"),
                                                  QStringLiteral("org.freedesktop.DBus"), method);
    message.setArguments(arguments);
    return message;
}

QDBusMessage serviceCall(const QString &path, const QString &interface, const QString &method,
                         const QVariantList &arguments)
{
    auto message
        = QDBusMessage::createMethodCall(SecretServiceRound::service, path, interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(false);
    return message;
}

bool isError(const QDBusMessage &reply)
{
    return reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty();
}

QString processName(uint pid)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(pid));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

} // namespace

SecretServiceRound::SecretServiceRound(const QDBusConnection &bus, Activation activation,
                                       Callback callback, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_activation(activation)
    , m_callback(std::move(callback))
{
}

void SecretServiceRound::start()
{
    askOwner();
    call(busCall(QStringLiteral("NameHasOwner"), {service}), &SecretServiceRound::onHasOwner);
}

void SecretServiceRound::call(const QDBusMessage &message, Step then)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then] {
        watcher->deleteLater();
        (this->*then)(watcher->reply());
    });
}

// Sent before the question that decides, so that the bus answers it before.
void SecretServiceRound::askOwner()
{
    call(busCall(QStringLiteral("GetConnectionUnixProcessID"), {service}),
         &SecretServiceRound::onProcessId);
}

void SecretServiceRound::onProcessId(const QDBusMessage &reply)
{
    if (!isError(reply))
        m_finding.ownerProcess = processName(reply.arguments().constFirst().toUInt());
}

void SecretServiceRound::onHasOwner(const QDBusMessage &reply)
{
    if (isError(reply))
        fail(reply);
    else if (reply.arguments().constFirst().toBool())
        askAlias();
    else if (m_activation == Activation::Allowed)
        call(busCall(QStringLiteral("ListActivatableNames"), {}),
             &SecretServiceRound::onActivatable);
    else
        finish(KeychainState::Absent, QStringLiteral("%1 has no owner").arg(service));
}

void SecretServiceRound::onActivatable(const QDBusMessage &reply)
{
    if (isError(reply))
        return fail(reply);
    if (!reply.arguments().constFirst().toStringList().contains(service))
        return finish(KeychainState::Absent,
                      QStringLiteral("%1 has no owner and cannot be started").arg(service));
    call(busCall(QStringLiteral("StartServiceByName"), {QString(service), 0U}),
         &SecretServiceRound::onStarted);
}

void SecretServiceRound::onStarted(const QDBusMessage &reply)
{
    if (isError(reply))
        return finish(KeychainState::Absent, reply.errorMessage());
    askOwner();
    askAlias();
}

void SecretServiceRound::askAlias()
{
    call(serviceCall(QStringLiteral("/org/freedesktop/secrets"),
                     QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"),
                     {QStringLiteral("default")}),
         &SecretServiceRound::onAlias);
}

void SecretServiceRound::onAlias(const QDBusMessage &reply)
{
    if (isError(reply))
        return fail(reply);
    const QString path = reply.arguments().constFirst().value<QDBusObjectPath>().path();
    if (path == u"/")
        return finish(KeychainState::NoKeyring);
    call(serviceCall(
             path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
             {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")}),
         &SecretServiceRound::onLocked);
}

void SecretServiceRound::onLocked(const QDBusMessage &reply)
{
    if (isError(reply))
        return fail(reply);
    const QVariant locked = reply.arguments().constFirst().value<QDBusVariant>().variant();
    if (locked.typeId() != QMetaType::Bool)
        return finish(KeychainState::Unknown, QStringLiteral("Locked is not a yes or no"));
    finish(locked.toBool() ? KeychainState::Locked : KeychainState::Ready);
}

// The service left between two questions or died over one: look again, once. Or it does not answer.
void SecretServiceRound::fail(const QDBusMessage &reply)
{
    const auto type = QDBusError(reply).type();
    const bool left = type == QDBusError::ServiceUnknown
        || reply.errorName() == u"org.freedesktop.DBus.Error.NameHasNoOwner";
    if ((left || type == QDBusError::NoReply) && !std::exchange(m_lookedAgain, true))
        return start();
    const bool busLeft = type == QDBusError::Disconnected || type == QDBusError::NoServer;
    finish(left || busLeft ? KeychainState::Absent : KeychainState::Unknown, reply.errorMessage());
}

void SecretServiceRound::finish(KeychainState state, const QString &detail)
{
    m_finding.state = state;
    m_finding.detail = detail;
    deleteLater();
    const auto callback = std::exchange(m_callback, {}); // which may destroy this at once
    callback(Finding(m_finding));
}

} // namespace latchkey
