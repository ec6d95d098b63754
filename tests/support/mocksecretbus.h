#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QString>
#include <QVariantList>

namespace latchkey::test
{

// How a MockSecretService speaks: over one connection, none while it is dead.
struct MockSecretBus {
    QDBusConnection connection{QString()};

    void reply(const QDBusMessage &call, const QVariantList &values = {}) const
    {
        connection.send(call.createReply(values));
    }
    void fail(const QDBusMessage &call, const QString &error) const
    {
        connection.send(call.createErrorReply(error, QStringLiteral("as the test says")));
    }
    // An empty `receiver` is everybody.
    void signal(const QString &receiver, const QString &path, const QString &interface,
                const QString &member, const QVariantList &values) const
    {
        auto message = receiver.isEmpty()
            ? QDBusMessage::createSignal(path, interface, member)
            : QDBusMessage::createTargetedSignal(receiver, path, interface, member);
        message.setArguments(values);
        connection.send(message);
    }
};

namespace secrets
{

const QString root = QStringLiteral("/org/freedesktop/secrets");
const QString prefix = QStringLiteral("org.freedesktop.Secret."); // of the interfaces
const QString isLocked = QStringLiteral("org.freedesktop.Secret.Error.IsLocked");
const QString noSession = QStringLiteral("org.freedesktop.Secret.Error.NoSession");
const QString accessDenied = QStringLiteral("org.freedesktop.DBus.Error.AccessDenied");

inline QVariant pathOf(const QString &path)
{
    return QVariant::fromValue(QDBusObjectPath(path));
}

inline QVariant pathsOf(const QStringList &paths)
{
    QList<QDBusObjectPath> list;
    for (const QString &path : paths)
        list.append(QDBusObjectPath(path));
    return QVariant::fromValue(list);
}

} // namespace secrets

} // namespace latchkey::test
