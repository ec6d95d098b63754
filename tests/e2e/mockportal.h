#pragma once

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusVariant>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace latchkey::test
{

// The desktop portal: its settings, and its notifications. On the bus from its constructor to its
// destructor, over a connection of its own.
class MockPortal final : public QObject, public QDBusContext
{
    Q_OBJECT
public:
    explicit MockPortal(const QString &busAddress);
    ~MockPortal() override;

    // "space key" to its value. A key that is not there is answered as a portal does.
    QHash<QString, QVariant> settings;
    void change(const QString &space, const QString &key, const QVariant &value);
    QStringList asked;

    QHash<QString, QVariantMap> notifications; // on screen
    QVariantMap lastButton;
    void act(const QString &id, const QString &action);
    [[nodiscard]] QDBusConnection connection() const { return m_bus; }

private:
    QDBusConnection m_bus;
};

class MockPortalSettings final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit MockPortalSettings(MockPortal *portal);

public slots:
    QDBusVariant Read(const QString &space, const QString &key);

signals:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    MockPortal *m_portal;
};

class MockPortalNotification final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Notification")
public:
    explicit MockPortalNotification(MockPortal *portal);

public slots:
    void AddNotification(const QString &id, const QVariantMap &notification);
    void RemoveNotification(const QString &id);

signals:
    void ActionInvoked(const QString &id, const QString &action, const QVariantList &parameter);

private:
    MockPortal *m_portal;
};

} // namespace latchkey::test
