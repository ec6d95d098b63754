#pragma once

#include "tests/support/mocksecretobjects.h"

#include <QDBusVirtualObject>
#include <QList>
#include <QString>

namespace latchkey::test
{

// org.freedesktop.secrets, played: on the bus from its constructor to its destructor, over a
// connection of its own, with the plain session algorithm only. It answers from the thread's event
// loop, so what it plays to may live in the same thread, QtKeychain too, but must never block on
// it. As made it is a gnome-keyring with one collection, "Login", which is open, empty and behind
// the alias "default".
class MockSecretService final : public QDBusVirtualObject
{
    Q_OBJECT
public:
    using Person = MockSecretPrompts::Person;

    struct Call {
        QString caller; // a unique name
        QString path;
        QString interface;
        QString member;
    };

    explicit MockSecretService(const QString &busAddress);
    ~MockSecretService() override;

    [[nodiscard]] MockManners &manners() { return m_store.manners; }
    // What it holds; its functions that tell the bus do as if somebody else had changed it.
    [[nodiscard]] MockSecretStore &store() { return m_store; }
    // As KeePassXC does when another database is shown.
    void moveDefault(const QString &collectionPath);
    void forgetCollections(); // as before the first one was made

    void setPerson(Person person) { m_prompts.person = person; }
    // What each question on the screen is about: the paths of collections and items.
    [[nodiscard]] QList<QStringList> openPrompts() const { return m_prompts.open(); }
    void answerPrompt(bool yes) { m_prompts.answer(yes); } // the first of them
    [[nodiscard]] int promptsOpened() const { return m_prompts.opened; } // so far
    // What the real one would have died of, in words; empty is none.
    [[nodiscard]] QStringList wouldHaveDied() const { return m_prompts.fatal; }

    // As made, but for its connection and sessions: libsecret keeps the first of them it gets.
    void startOver();
    // Dies with whatever is open: its connection closes, and no open call gets an answer of it.
    void die();
    void comeBack(); // with its items as they are, without sessions and rights
    void beReplaced(); // both at once, so that somebody offers the service all the time

    [[nodiscard]] const QList<Call> &calls() const { return m_calls; }
    // "Service.SearchItems", "Item.Delete", "Properties.Get": how often it was called.
    [[nodiscard]] qsizetype called(const QString &method) const;
    void forgetCalls() { m_calls.clear(); }

    [[nodiscard]] QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override;

private:
    void forgetConnections();
    bool handleProperties(const QString &method, const QDBusMessage &call);
    bool handleService(const QString &method, const QDBusMessage &call);
    void openSession(const QDBusMessage &call);
    void createCollection(const QDBusMessage &call);
    void searchItems(const QDBusMessage &call);
    void unlock(const QDBusMessage &call);
    void lock(const QDBusMessage &call);
    void getSecrets(const QDBusMessage &call);
    void setAlias(const QDBusMessage &call);
    [[nodiscard]] bool needsUnlock(const QString &path, const QString &connection);

    QString m_address;
    MockSecretBus m_bus;
    MockSecretStore m_store;
    MockSecretPrompts m_prompts;
    MockSecretObjects m_objects;
    QList<Call> m_calls;
    int m_sessions = 0;
    int m_lives = 0;
};

} // namespace latchkey::test
