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

QDBusMessage lockedCall(const QString &collection)
{
    return serviceCall(
        collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
        {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
}

bool isError(const QDBusMessage &reply)
{
    return reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty();
}

std::optional<bool> lockedOf(const QDBusMessage &reply)
{
    if (isError(reply))
        return std::nullopt;
    const QVariant locked = reply.arguments().constFirst().value<QDBusVariant>().variant();
    return locked.typeId() == QMetaType::Bool ? std::optional(locked.toBool()) : std::nullopt;
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

// Every question that needs no answer first, at once: each one by itself costs a turn of the event
// loop. Without an owner, the last two fail and nobody listens to them.
void SecretServiceRound::start()
{
    m_aliasReply.reset();
    m_lockedReply.reset();
    m_hasOwner = false;
    askOwner();
    call(busCall(QStringLiteral("NameHasOwner"), {service}), &SecretServiceRound::onHasOwner);
    askAlias();
    call(lockedCall(QStringLiteral("/org/freedesktop/secrets/aliases/default")),
         &SecretServiceRound::onDefaultLocked);
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
        ownerKnown();
    else
        call(busCall(QStringLiteral("ListActivatableNames"), {}),
             &SecretServiceRound::onActivatable);
}

void SecretServiceRound::onActivatable(const QDBusMessage &reply)
{
    if (isError(reply))
        return fail(reply);
    if (!reply.arguments().constFirst().toStringList().contains(service))
        return finish(KeychainState::Absent,
                      QStringLiteral("%1 has no owner and cannot be started").arg(service));
    m_finding.canBeStarted = m_activation == Activation::Never;
    if (m_finding.canBeStarted)
        return finish(KeychainState::Absent, QStringLiteral("%1 has no owner").arg(service));
    call(busCall(QStringLiteral("StartServiceByName"), {QString(service), 0U}),
         &SecretServiceRound::onStarted);
}

void SecretServiceRound::onStarted(const QDBusMessage &reply)
{
    if (isError(reply))
        return finish(KeychainState::Absent, reply.errorMessage());
    m_aliasReply.reset(); // from before the start
    m_lockedReply = reply; // not asked again: one step after the other will do
    m_hasOwner = true;
    askOwner();
    askAlias();
}

void SecretServiceRound::ownerKnown()
{
    m_hasOwner = true;
    judge();
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
    m_aliasReply = reply;
    judge();
}

void SecretServiceRound::onDefaultLocked(const QDBusMessage &reply)
{
    m_lockedReply = reply;
    judge();
}

void SecretServiceRound::judge()
{
    if (!m_hasOwner || !m_aliasReply || !m_lockedReply)
        return;
    m_hasOwner = false; // once
    if (isError(*m_aliasReply))
        return fail(*m_aliasReply);
    const QString path = m_aliasReply->arguments().constFirst().value<QDBusObjectPath>().path();
    if (path == u"/")
        return finish(KeychainState::NoKeyring);
    // Not every service knows its collections by their alias.
    if (lockedOf(*m_lockedReply))
        return onLocked(*m_lockedReply);
    call(lockedCall(path), &SecretServiceRound::onLocked);
}

void SecretServiceRound::onLocked(const QDBusMessage &reply)
{
    if (isError(reply))
        return fail(reply);
    const auto locked = lockedOf(reply);
    if (!locked)
        return finish(KeychainState::Unknown, QStringLiteral("Locked is not a yes or no"));
    finish(*locked ? KeychainState::Locked : KeychainState::Ready);
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
