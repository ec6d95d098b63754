#pragma once

#include "app/store/secretitems.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace latchkey
{

// One look for the entries under a key, through every collection. Deletes itself after its
// callback, which comes once.
class SecretItemLook final : public QObject
{
    Q_OBJECT
public:
    using Finding = SecretItems::Finding;

    SecretItemLook(const QDBusConnection &bus, const QString &key, bool namesLocked,
                   std::function<void(const Finding &)> callback, QObject *parent);
    void start();

private:
    using Then = std::function<void(const QVariant &)>;

    // `then` gets the first argument of the reply; an error ends the look.
    void call(const QDBusMessage &message, const Then &then);
    void property(const QString &path, const QString &interface, const QString &name,
                  const Then &then);
    void lookInto(const QString &collection);
    void judgeCollection(const QString &collection, bool locked, const QStringList &items);
    void lookAt(const QString &collection, const QString &item);
    void fail(const QDBusMessage &reply);
    void finish();

    QDBusConnection m_bus;
    QString m_key;
    bool m_namesLocked;
    std::function<void(const Finding &)> m_callback;
    Finding m_finding;
    int m_open = 0; // questions without an answer
};

} // namespace latchkey
