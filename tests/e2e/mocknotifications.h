#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace latchkey::test
{

// The desktop's notification service. On the bus from its constructor to its destructor, over a
// connection of its own.
class MockNotifications final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        uint id;
        uint replaces;
        QString icon;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit MockNotifications(const QString &busAddress, const QStringList &capabilities = {});
    ~MockNotifications() override;

    QList<Shown> shown;
    QList<uint> closed;
    bool holdNotify = false; // no answer before answerLate()
    void answerLate();
    void act(uint id, const QString &action) { emit ActionInvoked(id, action); }
    void giveToken(uint id, const QString &token) { emit ActivationToken(id, token); }
    void expire(uint id) { emit NotificationClosed(id, 1); }
    [[nodiscard]] QDBusConnection connection() const { return m_bus; }

public slots:
    Q_SCRIPTABLE QStringList GetCapabilities() { return m_capabilities; }
    // NOLINTNEXTLINE(readability-function-size): the specification's own
    Q_SCRIPTABLE uint Notify(const QString &program, uint replaces, const QString &icon,
                             const QString &title, const QString &body, const QStringList &actions,
                             const QVariantMap &hints, int timeout);
    Q_SCRIPTABLE void CloseNotification(uint id) { closed.append(id); }

signals:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities;
    QList<QDBusMessage> m_unanswered;
    uint m_last = 40;
};

} // namespace latchkey::test
