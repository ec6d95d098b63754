#include "tests/e2e/mocknotifications.h"

#include <utility>

namespace latchkey::test
{

MockNotifications::MockNotifications(const QString &busAddress, const QStringList &capabilities)
    : m_bus(QDBusConnection::connectToBus(
        busAddress, QStringLiteral("notifications-%1").arg(reinterpret_cast<quintptr>(this))))
    , m_capabilities(capabilities)
{
    if (!m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                              QDBusConnection::ExportScriptableSlots
                                  | QDBusConnection::ExportScriptableSignals)
        || !m_bus.registerService(QStringLiteral("org.freedesktop.Notifications")))
        qFatal("MockNotifications: not on the bus");
}

MockNotifications::~MockNotifications()
{
    QDBusConnection::disconnectFromBus(m_bus.name());
}

uint MockNotifications::Notify(const QString &, uint replaces, const QString &icon,
                               const QString &title, const QString &body,
                               const QStringList &actions, const QVariantMap &hints, int)
{
    const uint id = replaces == 0 ? ++m_last : replaces;
    shown.append({id, replaces, icon, title, body, actions, hints});
    if (holdNotify) {
        setDelayedReply(true);
        m_unanswered.append(message());
    }
    return id;
}

void MockNotifications::answerLate()
{
    for (const QDBusMessage &call : std::exchange(m_unanswered, {}))
        m_bus.send(call.createReply(shown.constLast().id));
}

} // namespace latchkey::test
