#include "tests/support/mocksecretstore.h"

#include <QCryptographicHash>
#include <QDBusMetaType>

#include <algorithm>
#include <utility>

namespace latchkey::test
{

MockManners MockManners::keePassXc(bool itemsAsk)
{
    MockManners manners;
    manners.promptsAtServiceSearch = true;
    manners.lockedNamesNothing = true;
    manners.signalsProperties = false;
    manners.announcesCollections = true;
    manners.completesToEveryone = true;
    manners.listsNewestFirst = false;
    manners.changesByPrompt = true;
    manners.itemsAsk = itemsAsk;
    return manners;
}

MockItem qtKeychainItem(const QString &service, const QString &key, const QByteArray &secret)
{
    MockItem item;
    item.label = service;
    item.secret = secret;
    item.attributes = {{QStringLiteral("server"), service},
                       {QStringLiteral("user"), key},
                       {QStringLiteral("type"), QStringLiteral("plaintext")},
                       {QStringLiteral("xdg:schema"), QStringLiteral("org.qt.keychain")}};
    return item;
}

MockSecretStore::MockSecretStore(MockSecretBus &bus)
    : m_bus(bus)
{
    qDBusRegisterMetaType<MockAttributes>();
}

MockCollection &MockSecretStore::addCollection(const QString &label, MockLock lock)
{
    const QString path
        = secrets::root + QStringLiteral("/collection/") + label.toLower().replace(u' ', u'_');
    return collections.emplaceBack(MockCollection{path, label, lock, {}});
}

QString MockSecretStore::collectionPathOf(const QString &itemPath)
{
    return itemPath.section(u'/', 0, -2);
}

MockCollection *MockSecretStore::collection(const QString &path)
{
    const QString alias = secrets::root + QStringLiteral("/aliases/");
    const QString real = path.startsWith(alias) ? aliases.value(path.mid(alias.size())) : path;
    const auto found = std::find_if(collections.begin(), collections.end(),
                                    [&](const MockCollection &each) { return each.path == real; });
    return found == collections.end() ? nullptr : &*found;
}

MockItem *MockSecretStore::item(const QString &path)
{
    MockCollection *in = collection(collectionPathOf(path));
    if (!in || (manners.lockedNamesNothing && in->lock != MockLock::Open))
        return nullptr;
    const auto found = std::find_if(in->items.begin(), in->items.end(),
                                    [&](const MockItem &each) { return each.path == path; });
    return found == in->items.end() ? nullptr : &*found;
}

bool MockSecretStore::allLocked() const
{
    const auto isOpen
        = [](const MockCollection &collection) { return collection.lock == MockLock::Open; };
    return !collections.isEmpty() && std::none_of(collections.cbegin(), collections.cend(), isOpen);
}

bool MockSecretStore::mayRead(const MockItem &item, const QString &connection) const
{
    return !manners.itemsAsk || (!manners.deniesAllFuture && item.allowed.contains(connection));
}

bool MockSecretStore::isLocked(const QString &itemPath, const QString &connection)
{
    const MockCollection *in = collection(collectionPathOf(itemPath));
    const MockItem *found = item(itemPath);
    return !in || in->lock != MockLock::Open || !found || !mayRead(*found, connection);
}

QStringList MockSecretStore::search(const MockCollection &collection,
                                    const MockAttributes &attributes) const
{
    QStringList found;
    const bool namesNothing = (manners.lockedNamesNothing && collection.lock != MockLock::Open)
        || (collection.lock == MockLock::LockedCold
            && attributes.contains(QStringLiteral("xdg:schema")));
    if (namesNothing)
        return found;
    for (const MockItem &item : collection.items) {
        auto wanted = attributes.constKeyValueBegin();
        const auto end = attributes.constKeyValueEnd();
        const auto has = [&](const auto &pair) {
            return item.attributes.contains(pair.first)
                && item.attributes.value(pair.first) == pair.second;
        };
        if (std::all_of(wanted, end, has))
            found.append(item.path);
    }
    return found;
}

QPair<QStringList, QStringList> MockSecretStore::searchAll(const MockAttributes &attributes,
                                                           const QString &connection)
{
    QStringList found;
    for (const MockCollection &each : std::as_const(collections))
        found += search(each, attributes);
    if (manners.listsNewestFirst) {
        std::stable_sort(found.begin(), found.end(), [this](const QString &a, const QString &b) {
            return item(a)->modified > item(b)->modified;
        });
    }
    QPair<QStringList, QStringList> result;
    for (const QString &path : std::as_const(found))
        (isLocked(path, connection) ? result.second : result.first).append(path);
    return result;
}

QVariantMap MockSecretStore::properties(const QString &path, const QString &connection)
{
    if (path == secrets::root) {
        QStringList paths;
        for (const MockCollection &each : std::as_const(collections))
            paths.append(each.path);
        return {{QStringLiteral("Collections"), secrets::pathsOf(paths)}};
    }
    if (const MockCollection *found = collection(path)) {
        return {{QStringLiteral("Items"), secrets::pathsOf(search(*found, {}))},
                {QStringLiteral("Label"), found->label},
                {QStringLiteral("Locked"), found->lock != MockLock::Open},
                {QStringLiteral("Created"), QVariant::fromValue(quint64(0))},
                {QStringLiteral("Modified"), QVariant::fromValue(quint64(0))}};
    }
    const MockItem *found = item(path);
    if (!found)
        return {};
    MockItem shown = *found;
    if (collection(collectionPathOf(path))->lock == MockLock::LockedCold) {
        shown = {};
        for (const auto &[name, value] : found->attributes.asKeyValueRange()) {
            shown.attributes[QStringLiteral("gkr:compat:hashed:") + name] = QString::fromLatin1(
                QCryptographicHash::hash(value.toUtf8(), QCryptographicHash::Md5).toHex());
        }
    }
    return {{QStringLiteral("Attributes"), QVariant::fromValue(shown.attributes)},
            {QStringLiteral("Label"), shown.label},
            {QStringLiteral("Locked"), isLocked(path, connection)},
            {QStringLiteral("Created"), QVariant::fromValue(shown.created)},
            {QStringLiteral("Modified"), QVariant::fromValue(shown.modified)}};
}

void MockSecretStore::setLock(const QString &collectionPath, MockLock lock)
{
    MockCollection *changed = collection(collectionPath);
    if (!changed || std::exchange(changed->lock, lock) == lock)
        return;
    const QString path = changed->path;
    if (manners.signalsProperties) {
        const QVariantMap values{{QStringLiteral("Locked"), lock != MockLock::Open}};
        m_bus.signal({}, path, QStringLiteral("org.freedesktop.DBus.Properties"),
                     QStringLiteral("PropertiesChanged"),
                     {secrets::prefix + QStringLiteral("Collection"), values, QStringList()});
    }
    m_bus.signal({}, secrets::root, secrets::prefix + QStringLiteral("Service"),
                 QStringLiteral("CollectionChanged"), {secrets::pathOf(path)});
}

void MockSecretStore::unlock(const QString &path, const QString &connection)
{
    if (collection(path)) {
        setLock(path, MockLock::Open);
        return;
    }
    setLock(collectionPathOf(path), MockLock::Open);
    if (MockItem *allowed = item(path))
        allowed->allowed.insert(connection);
}

QString MockSecretStore::put(const QString &collectionPath, MockItem item, bool replace,
                             const QString &connection)
{
    MockCollection *in = collection(collectionPath);
    const QStringList matches = replace ? search(*in, item.attributes) : QStringList();
    if (!matches.isEmpty()) {
        MockItem *old = this->item(matches.constFirst());
        old->label = item.label;
        old->attributes = item.attributes;
        old->secret = item.secret;
        touch(*old);
        return matches.constFirst();
    }
    const QString path = in->path + u'/' + QString::number(++m_last);
    item.path = path;
    item.created = now;
    item.modified = now;
    if (!connection.isEmpty())
        item.allowed.insert(connection);
    in->items.append(std::move(item));
    tellItem("ItemCreated", path);
    return path;
}

void MockSecretStore::touch(MockItem &item)
{
    item.modified = now;
    tellItem("ItemChanged", item.path);
}

void MockSecretStore::remove(QString itemPath)
{
    if (MockCollection *in = collection(collectionPathOf(itemPath))) {
        if (in->items.removeIf([&](const MockItem &each) { return each.path == itemPath; }) > 0)
            tellItem("ItemDeleted", itemPath);
    }
}

void MockSecretStore::tellItem(const char *member, const QString &itemPath)
{
    m_bus.signal({}, collectionPathOf(itemPath), secrets::prefix + QStringLiteral("Collection"),
                 QString::fromLatin1(member), {secrets::pathOf(itemPath)});
}

} // namespace latchkey::test
