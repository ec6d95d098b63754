#include "app/store/secretitemlook.h"
#include "app/store/secretitems.h"
#include "app/store/secretserviceprompt.h"
#include "app/store/secretserviceround.h"

#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QPointer>

#include <memory>
#include <utility>

namespace latchkey
{

namespace
{

using Finding = SecretItems::Finding;

// There QtKeychain may talk to KWallet, and the Secret Service's answer would be about another
// store.
bool keychainMayBeKWallet()
{
    return qEnvironmentVariableIsSet("KDE_SESSION_VERSION")
        || qEnvironmentVariableIsSet("KDE_FULL_SESSION")
        || qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(u"KDE");
}

// Asks `message`, whose reply's argument `place` is a prompt, and has that answered.
void askThrough(const QDBusMessage &message, qsizetype place, QObject *parent,
                const std::function<void()> &done)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), parent);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, parent,
                     [bus, watcher, place, parent, done] {
                         watcher->deleteLater();
                         const QVariantList arguments = watcher->reply().arguments();
                         const QString path = watcher->isError() || arguments.size() <= place
                             ? QString()
                             : arguments.at(place).value<QDBusObjectPath>().path();
                         (new SecretServicePrompt(bus, path, done, parent))->start();
                     });
}

QDBusMessage callTo(const QString &path, const QString &interface, const QString &method)
{
    auto message
        = QDBusMessage::createMethodCall(SecretServiceRound::service, path, interface, method);
    message.setAutoStartService(false);
    return message;
}

std::function<void()> onceTo(QObject *context, std::function<void()> done)
{
    return [owner = QPointer<QObject>(context), done = std::move(done)] {
        if (owner)
            done();
    };
}

} // namespace

SecretItems::SecretItems(QObject *parent)
    : QObject(parent)
{
}

void SecretItems::look(const QString &key, bool namesLocked, QObject *context,
                       std::function<void(const Finding &)> callback)
{
    auto answer = [owner = QPointer<QObject>(context),
                   callback = std::move(callback)](const Finding &finding) {
        if (owner)
            callback(finding);
    };
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (keychainMayBeKWallet() || !bus.isConnected()) {
        Finding finding;
        finding.end = bus.isConnected() ? Finding::End::NotSupported : Finding::End::Failed;
        QMetaObject::invokeMethod(
            this, [answer, finding] { answer(finding); }, Qt::QueuedConnection);
        return;
    }
    (new SecretItemLook(bus, key, namesLocked, std::move(answer), this))->start();
}

void SecretItems::unlock(const QStringList &collections, QObject *context,
                         std::function<void()> done)
{
    QList<QDBusObjectPath> paths;
    for (const QString &collection : collections)
        paths.append(QDBusObjectPath(collection));
    QDBusMessage message
        = callTo(QStringLiteral("/org/freedesktop/secrets"),
                 QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Unlock"));
    message.setArguments({QVariant::fromValue(paths)});
    askThrough(message, 1, this, onceTo(context, std::move(done)));
}

// One after the other: two questions at once would be two dialogs.
void SecretItems::remove(const QStringList &items, QObject *context, std::function<void()> done)
{
    if (items.isEmpty()) {
        QMetaObject::invokeMethod(this, onceTo(context, std::move(done)), Qt::QueuedConnection);
        return;
    }
    const QDBusMessage message = callTo(
        items.first(), QStringLiteral("org.freedesktop.Secret.Item"), QStringLiteral("Delete"));
    askThrough(
        message, 0, this,
        [this, rest = items.mid(1), owner = QPointer<QObject>(context), done = std::move(done)] {
            if (rest.isEmpty() && owner)
                done();
            else if (!rest.isEmpty())
                remove(rest, owner, done);
        });
}

} // namespace latchkey
