#include "app/store/secretitemlook.h"

#include "app/store/keychainjobs.h"
#include "app/store/secretserviceround.h"

#include <QDBusArgument>
#include <QDBusError>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

#include <memory>
#include <utility>

namespace latchkey
{

namespace
{

constexpr int patience = 3000; // ms, for each answer

const QString collectionInterface = QStringLiteral("org.freedesktop.Secret.Collection");
const QString itemInterface = QStringLiteral("org.freedesktop.Secret.Item");
// What lives no longer than the login is nothing of ours.
const QString sessionCollection = QStringLiteral("/org/freedesktop/secrets/collection/session");

QDBusMessage callTo(const QString &path, const QString &interface, const QString &method,
                    const QVariantList &arguments)
{
    auto message
        = QDBusMessage::createMethodCall(SecretServiceRound::service, path, interface, method);
    message.setAutoStartService(false);
    message.setArguments(arguments);
    return message;
}

QStringList pathsIn(const QVariant &value)
{
    QStringList paths;
    for (const QDBusObjectPath &path : qdbus_cast<QList<QDBusObjectPath>>(value))
        paths.append(path.path());
    return paths;
}

} // namespace

SecretItemLook::SecretItemLook(const QDBusConnection &bus, const QString &key, bool namesLocked,
                               std::function<void(const Finding &)> callback, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_key(key)
    , m_namesLocked(namesLocked)
    , m_callback(std::move(callback))
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
}

void SecretItemLook::start()
{
    m_finding.end = Finding::End::Looked;
    call(callTo(QStringLiteral("/org/freedesktop/secrets"),
                QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"),
                {QStringLiteral("default")}),
         [this](const QVariant &alias) {
             const QString path = alias.value<QDBusObjectPath>().path();
             m_finding.defaultCollection = path == u"/" ? QString() : path;
         });
    property(QStringLiteral("/org/freedesktop/secrets"),
             QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Collections"),
             [this](const QVariant &collections) {
                 for (const QString &collection : pathsIn(collections)) {
                     if (collection != sessionCollection)
                         lookInto(collection);
                 }
             });
}

void SecretItemLook::call(const QDBusMessage &message, const Then &then)
{
    ++m_open;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then] {
        watcher->deleteLater();
        --m_open;
        const QDBusMessage reply = watcher->reply();
        if (!m_callback)
            return; // it has failed already
        if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
            return fail(reply);
        then(reply.arguments().constFirst());
        if (m_open == 0)
            finish();
    });
}

void SecretItemLook::property(const QString &path, const QString &interface, const QString &name,
                              const Then &then)
{
    call(callTo(path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                {interface, name}),
         [then](const QVariant &value) { then(value.value<QDBusVariant>().variant()); });
}

// Both questions at once; whichever comes last judges.
void SecretItemLook::lookInto(const QString &collection)
{
    struct Seen {
        std::optional<bool> locked;
        std::optional<QStringList> items;
    };
    const auto seen = std::make_shared<Seen>();
    const auto judge = [this, collection, seen] {
        if (seen->locked && seen->items)
            judgeCollection(collection, *seen->locked, *seen->items);
    };
    property(collection, collectionInterface, QStringLiteral("Locked"),
             [seen, judge](const QVariant &locked) {
                 seen->locked = locked.toBool();
                 judge();
             });
    const QMap<QString, QString> attributes{
        {QStringLiteral("server"), QString(keychainServiceName)}, {QStringLiteral("user"), m_key}};
    call(callTo(collection, collectionInterface, QStringLiteral("SearchItems"),
                {QVariant::fromValue(attributes)}),
         [seen, judge](const QVariant &items) {
             seen->items = pathsIn(items);
             judge();
         });
}

void SecretItemLook::judgeCollection(const QString &collection, bool locked,
                                     const QStringList &items)
{
    if (locked)
        m_finding.locked.append(collection);
    for (const QString &item : items) {
        if (locked)
            m_finding.items.append({item, collection, true, false, 0});
        else
            lookAt(collection, item);
    }
    if (!locked || !items.isEmpty() || m_namesLocked)
        return;
    property(collection, collectionInterface, QStringLiteral("Items"), [this](const QVariant &all) {
        m_finding.mayHide = m_finding.mayHide || pathsIn(all).isEmpty();
    });
}

void SecretItemLook::lookAt(const QString &collection, const QString &item)
{
    property(
        item, itemInterface, QStringLiteral("Locked"),
        [this, collection, item](const QVariant &locked) {
            property(
                item, itemInterface, QStringLiteral("Modified"),
                [this, collection, item, asks = locked.toBool()](const QVariant &when) {
                    m_finding.items.append({item, collection, false, asks, when.toULongLong()});
                });
        });
}

void SecretItemLook::fail(const QDBusMessage &reply)
{
    const bool refused = QDBusError(reply).type() == QDBusError::AccessDenied;
    m_finding = {};
    m_finding.end = refused ? Finding::End::Refused : Finding::End::Failed;
    m_finding.detail = reply.errorMessage();
    finish();
}

void SecretItemLook::finish()
{
    deleteLater();
    if (const auto callback = std::exchange(m_callback, {})) // which may destroy this at once
        callback(Finding(m_finding));
}

} // namespace latchkey
