#include "app/base/logging.h"
#include "app/sleepwatcher.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>

#include <algorithm>
#include <utility>

namespace latchkey
{

namespace
{

using namespace std::chrono_literals;

constexpr QLatin1String Service("org.freedesktop.login1");
constexpr QLatin1String Path("/org/freedesktop/login1");
constexpr QLatin1String Manager("org.freedesktop.login1.Manager");

constexpr Milliseconds FactoryLimit = 5s; // logind.conf(5), InhibitDelayMaxSec
constexpr Milliseconds LongestLimit = 1h; // "infinity" is 2^64 - 1 us

// Never started by us: a system without logind has its reasons.
QDBusMessage callTo(const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(Service, Path, interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(false);
    return message;
}

Milliseconds toLimit(quint64 microseconds)
{
    constexpr quint64 longest = std::chrono::microseconds(LongestLimit).count();
    return std::chrono::duration_cast<Milliseconds>(
        std::chrono::microseconds(static_cast<qint64>(std::min(microseconds, longest))));
}

} // namespace

struct SleepWatcher::Private {
    void askLimit(SleepWatcher *watcher);

    QString address;
    QString connectionName; // empty: the bus is shared with others
    QDBusConnection bus{QString()};
    bool started = false;
    // logind waits until every copy of it is closed.
    QDBusUnixFileDescriptor inhibitor;
    bool letGo = false; // since the last hold()
    Milliseconds limit = FactoryLimit;
};

SleepWatcher::SleepWatcher(const QString &busAddress, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->address = busAddress;
}

SleepWatcher::~SleepWatcher()
{
    if (!d->connectionName.isEmpty())
        QDBusConnection::disconnectFromBus(d->connectionName);
}

Milliseconds SleepWatcher::limit() const
{
    return d->limit;
}

void SleepWatcher::start()
{
    if (std::exchange(d->started, true))
        return;
    if (d->address.isEmpty()) {
        d->bus = QDBusConnection::systemBus();
    } else {
        d->connectionName = QStringLiteral("sleepwatcher-%1").arg(reinterpret_cast<quintptr>(this));
        d->bus = QDBusConnection::connectToBus(d->address, d->connectionName);
    }
    if (!d->bus.isConnected()) {
        qCDebug(lcApp, "no system bus: sleep will be noticed by the clocks only");
        return;
    }
    auto *owner
        = new QDBusServiceWatcher(Service, d->bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(owner, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &newOwner) {
                m_goingToSleep = false; // a new logind will not say how the old one's sleep ended
                if (newOwner.isEmpty())
                    return;
                d->askLimit(this);
                hold();
            });
    d->bus.connect(Service, Path, Manager, QStringLiteral("PrepareForSleep"), this,
                   SLOT(onPrepareForSleep(bool)));
    d->askLimit(this);
    hold();
}

void SleepWatcher::Private::askLimit(SleepWatcher *watcher)
{
    const auto call = bus.asyncCall(
        callTo(QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
               {QString(Manager), QStringLiteral("InhibitDelayMaxUSec")}));
    auto *answer = new QDBusPendingCallWatcher(call, watcher);
    connect(answer, &QDBusPendingCallWatcher::finished, watcher, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        answer->deleteLater();
        bool isNumber = false;
        const quint64 value = reply.isError() ? 0 : reply.value().variant().toULongLong(&isNumber);
        if (isNumber)
            limit = toLimit(value);
    });
}

// The old inhibitor is kept until the new one is there.
void SleepWatcher::hold()
{
    d->letGo = false;
    const auto call
        = d->bus.asyncCall(callTo(Manager, QStringLiteral("Inhibit"),
                                  {QStringLiteral("sleep"), QStringLiteral("Latchkey"),
                                   QStringLiteral("Renews the session before the computer sleeps"),
                                   QStringLiteral("delay")}));
    auto *answer = new QDBusPendingCallWatcher(call, this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
        answer->deleteLater();
        if (reply.isError())
            qCDebug(lcApp, "logind gives no inhibitor: %s", qUtf8Printable(reply.error().name()));
        else if (!d->letGo) // an answer that comes after letGo() is closed with the reply
            d->inhibitor = reply.value();
    });
}

void SleepWatcher::letGo()
{
    d->letGo = true;
    d->inhibitor = QDBusUnixFileDescriptor();
}

} // namespace latchkey
