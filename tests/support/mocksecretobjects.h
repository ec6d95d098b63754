#pragma once

#include "tests/support/mocksecretprompts.h"

#include <QDBusArgument>
#include <QSet>

namespace latchkey::test
{

// A secret as it travels: (oayays).
struct MockSecret {
    QDBusObjectPath session;
    QByteArray parameters; // empty, for the session is plain
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const MockSecret &secret);
const QDBusArgument &operator>>(const QDBusArgument &argument, MockSecret &secret);

// The collections and items of a MockSecretService, as objects on the bus.
class MockSecretObjects
{
public:
    MockSecretObjects(MockSecretBus &bus, MockSecretStore &store, MockSecretPrompts &prompts);

    QSet<QString> sessions; // paths of the open ones

    // False: there is no such method.
    bool handle(const QString &method, const QDBusMessage &call);
    void failGone(const QDBusMessage &call) const; // the path is no object, or none now
    [[nodiscard]] MockSecret secretOf(MockItem &item, const QString &session,
                                      const QString &connection) const;

private:
    void deleteCollection(const QDBusMessage &call, const MockCollection &collection);
    void createItem(const QDBusMessage &call, const MockCollection &collection);
    // As the store is now: for the collection where it is locked, else for what is written over.
    [[nodiscard]] MockQuestion writeQuestion(const QString &caller, const QString &collection,
                                             const MockItem &wanted, bool replace);
    void handleItem(const QString &method, const QDBusMessage &call, MockItem &item);
    void deleteItem(const QDBusMessage &call, const MockItem &item);
    void getSecret(const QDBusMessage &call, MockItem &item);
    void setSecret(const QDBusMessage &call, MockItem &item);

    MockSecretBus &m_bus;
    MockSecretStore &m_store;
    MockSecretPrompts &m_prompts;
};

} // namespace latchkey::test
