#pragma once

#include "tests/support/mocksecretbus.h"

#include <QByteArray>
#include <QDBusArgument>
#include <QList>
#include <QMap>
#include <QSet>
#include <QStringList>
#include <QVariantMap>

namespace latchkey::test
{

using MockAttributes = QMap<QString, QString>;

// What a Secret Service does where the real ones differ, or where it deceives: each of these was
// seen (qt-notes 14). As made, it is gnome-keyring.
struct MockManners {
    // Service.SearchItems with every collection locked opens a dialog, and answers when that ends.
    bool promptsAtServiceSearch = false;
    // What is locked has no items: no names, no objects, "nothing" in every search.
    bool lockedNamesNothing = false;
    // A lock that changes is told by PropertiesChanged too, not only by Service.CollectionChanged.
    bool signalsProperties = true;
    // A service that starts tells of its collections (CollectionCreated) before anybody asks.
    bool announcesCollections = false;
    bool completesToEveryone = false; // Prompt.Completed; else to whoever had it shown
    bool listsNewestFirst = true; // a search in several collections; else in their order
    // CreateItem and Item.Delete always answer with a prompt, that may do it without a question.
    bool changesByPrompt = false;
    bool itemsAsk = false; // reading, and writing over, is a right, of one connection and one item
    bool forgetsRights = false; // a right is good for one reading ("Remember" unticked)
    bool deniesAllFuture = false; // nobody gets such a right, and nobody is asked
    bool deletesAsk = false; // no recycle bin: "Delete entry?"
    bool dropsWrites = false; // CreateItem and SetSecret say that all is well, and store nothing
    bool dropsDeletes = false; // so does Item.Delete, and the item stays
    bool deniedByBus = false; // a sandbox: every call is answered with AccessDenied

    // Its way of asking for the database, and of telling; confirmations are as `itemsAsk` says.
    [[nodiscard]] static MockManners keePassXc(bool itemsAsk = true);
};

enum class MockLock {
    Open,
    Locked, // by Lock(): attributes, labels and times stay readable
    // Never open since the service started: attributes are hashed, so that a search with
    // `xdg:schema` finds nothing, labels are empty, times 0.
    LockedCold,
};

struct MockItem {
    QString path;
    QString label;
    MockAttributes attributes;
    QByteArray secret;
    quint64 created = 0; // seconds, as `modified`
    quint64 modified = 0;
    QSet<QString> allowed; // the connections with the right to read it
};

// One that QtKeychain would find under this service and key; for put().
[[nodiscard]] MockItem qtKeychainItem(const QString &service, const QString &key,
                                      const QByteArray &secret);

struct MockCollection {
    QString path;
    QString label;
    MockLock lock = MockLock::Open;
    QList<MockItem> items;
};

// What a MockSecretService holds, and what of it each connection is shown. Pointers into it are
// good until the next change.
class MockSecretStore
{
public:
    explicit MockSecretStore(MockSecretBus &bus);

    MockManners manners;
    quint64 now = 1'900'000'000; // in seconds: what is written now is Modified then
    QList<MockCollection> collections;
    QMap<QString, QString> aliases; // to the paths of collections

    MockCollection &addCollection(const QString &label, MockLock lock);
    [[nodiscard]] MockCollection *collection(const QString &path); // or /aliases/NAME; or null
    [[nodiscard]] MockItem *item(const QString &path); // null also where it is not shown
    [[nodiscard]] bool allLocked() const; // with one at least
    [[nodiscard]] bool isLocked(const QString &itemPath, const QString &connection);
    [[nodiscard]] bool mayRead(const MockItem &item, const QString &connection) const;
    [[nodiscard]] QStringList search(const MockCollection &collection,
                                     const MockAttributes &attributes) const;
    // In every collection: what this connection may read, and what is locked for it.
    [[nodiscard]] QPair<QStringList, QStringList> searchAll(const MockAttributes &attributes,
                                                            const QString &connection);
    // Null for what is no object.
    [[nodiscard]] QVariantMap properties(const QString &path, const QString &connection);

    // These tell the bus.
    void setLock(const QString &collectionPath, MockLock lock);
    void unlock(const QString &path, const QString &connection); // a collection or an item
    // Replaces the first match where there is one and `replace` says so; gives the item's path.
    QString put(const QString &collectionPath, MockItem item, bool replace,
                const QString &connection);
    void touch(MockItem &item); // it was changed now
    void remove(QString itemPath); // a copy: it may be the item's own

    [[nodiscard]] static QString collectionPathOf(const QString &itemPath);

private:
    void tellItem(const char *member, const QString &itemPath);

    MockSecretBus &m_bus;
    int m_last = 0; // no path is used twice
};

} // namespace latchkey::test
