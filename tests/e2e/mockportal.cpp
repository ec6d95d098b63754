#include "tests/e2e/mockportal.h"

#include <QDBusArgument>
#include <QDBusMetaType>

namespace latchkey::test
{

MockPortal::MockPortal(const QString &busAddress)
    : m_bus(QDBusConnection::connectToBus(
        busAddress, QStringLiteral("portal-%1").arg(reinterpret_cast<quintptr>(this))))
{
    new MockPortalSettings(this);
    new MockPortalNotification(this);
    if (!m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this)
        || !m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")))
        qFatal("MockPortal: not on the bus");
}

MockPortal::~MockPortal()
{
    QDBusConnection::disconnectFromBus(m_bus.name());
}

void MockPortal::change(const QString &space, const QString &key, const QVariant &value)
{
    settings.insert(space + u' ' + key, value);
    emit findChild<MockPortalSettings *>()->SettingChanged(space, key, QDBusVariant(value));
}

void MockPortal::act(const QString &id, const QString &action)
{
    emit findChild<MockPortalNotification *>()->ActionInvoked(id, action, {});
}

MockPortalSettings::MockPortalSettings(MockPortal *portal)
    : QDBusAbstractAdaptor(portal)
    , m_portal(portal)
{
}

QDBusVariant MockPortalSettings::Read(const QString &space, const QString &key)
{
    const QString name = space + u' ' + key;
    m_portal->asked.append(name);
    if (m_portal->settings.contains(name)) // Read() is known for wrapping twice
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_portal->settings.value(name))));
    m_portal->sendErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"),
                             QStringLiteral("Requested setting not found"));
    return QDBusVariant(QVariant(0));
}

MockPortalNotification::MockPortalNotification(MockPortal *portal)
    : QDBusAbstractAdaptor(portal)
    , m_portal(portal)
{
}

void MockPortalNotification::AddNotification(const QString &id, const QVariantMap &notification)
{
    m_portal->notifications.insert(id, notification);
    const auto buttons = qdbus_cast<QList<QVariantMap>>(
        notification.value(QStringLiteral("buttons")).value<QDBusArgument>());
    m_portal->lastButton = buttons.value(0);
}

void MockPortalNotification::RemoveNotification(const QString &id)
{
    m_portal->notifications.remove(id);
}

} // namespace latchkey::test
