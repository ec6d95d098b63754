#include "app/base/logging.h"
#include "app/networkservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace latchkey
{

// QNetworkInformation's backend asks NetworkManager with blocking calls, which would stop the
// window for the 25 seconds of D-Bus's patience if NetworkManager hangs. So it is asked here first.
void whenNetworkServiceAnswers(QObject *context, std::function<void()> then)
{
    const QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) { // a call on it would never finish
        QMetaObject::invokeMethod(context, std::move(then), Qt::QueuedConnection);
        return;
    }
    // Of what the backend will ask: an answer to a mere ping can come from a helper thread.
    auto question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.NetworkManager"),
        QStringLiteral("/org/freedesktop/NetworkManager"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question.setArguments(
        {QStringLiteral("org.freedesktop.NetworkManager"), QStringLiteral("State")});
    question.setAutoStartService(false);
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), context);
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, context,
                     [context, answer, then = std::move(then)]() mutable {
                         answer->deleteLater();
                         const QDBusError error = QDBusPendingReply<>(*answer).error();
                         if (error.type()
                             == QDBusError::NoReply) { // it hung for all that time, or it died
                             qCDebug(lcApp, "NetworkManager does not answer");
                             whenNetworkServiceAnswers(context, std::move(then));
                             return;
                         }
                         then();
                     });
}

} // namespace latchkey
