#include "tests/support/mocksecretobjects.h"

#include <QDBusMetaType>

namespace latchkey::test
{

QDBusArgument &operator<<(QDBusArgument &argument, const MockSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, MockSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

MockSecretObjects::MockSecretObjects(MockSecretBus &bus, MockSecretStore &store,
                                     MockSecretPrompts &prompts)
    : m_bus(bus)
    , m_store(store)
    , m_prompts(prompts)
{
    qDBusRegisterMetaType<MockSecret>();
}

// As QtDBus and as GDBus say it; libsecret makes a keyring only after the latter's.
void MockSecretObjects::failGone(const QDBusMessage &call) const
{
    m_bus.fail(call,
               m_store.manners.lockedNamesNothing
                   ? QStringLiteral("org.freedesktop.DBus.Error.UnknownObject")
                   : QStringLiteral("org.freedesktop.DBus.Error.UnknownMethod"));
}

bool MockSecretObjects::handle(const QString &method, const QDBusMessage &call)
{
    const bool isCollection = method.startsWith(u"Collection.");
    if (!isCollection && !method.startsWith(u"Item."))
        return false;
    MockCollection *collection = m_store.collection(call.path());
    MockItem *item = m_store.item(call.path());
    if (isCollection ? !collection : !item) {
        failGone(call);
    } else if (method == u"Collection.SearchItems") {
        const auto wanted = qdbus_cast<MockAttributes>(call.arguments().at(0));
        m_bus.reply(call, {secrets::pathsOf(m_store.search(*collection, wanted))});
    } else if (method == u"Collection.CreateItem") {
        createItem(call, *collection);
    } else if (method == u"Collection.Delete") {
        deleteCollection(call, *collection);
    } else {
        handleItem(method, call, *item);
    }
    return true;
}

void MockSecretObjects::deleteCollection(const QDBusMessage &call, const MockCollection &collection)
{
    const QString path = collection.path;
    m_store.collections.removeIf([&](const MockCollection &each) { return each.path == path; });
    m_bus.reply(call, {secrets::pathOf(QStringLiteral("/"))});
    m_bus.signal({}, secrets::root, secrets::prefix + QStringLiteral("Service"),
                 QStringLiteral("CollectionDeleted"), {secrets::pathOf(path)});
}

void MockSecretObjects::createItem(const QDBusMessage &call, const MockCollection &collection)
{
    const auto properties = qdbus_cast<QVariantMap>(call.arguments().at(0));
    const auto secret = qdbus_cast<MockSecret>(call.arguments().at(1));
    const bool replace = call.arguments().at(2).toBool();
    const QString item = secrets::prefix + QStringLiteral("Item.");
    MockItem wanted;
    wanted.label = properties.value(item + QStringLiteral("Label")).toString();
    wanted.attributes
        = qdbus_cast<MockAttributes>(properties.value(item + QStringLiteral("Attributes")));
    wanted.secret = secret.value;
    const QString old
        = replace ? m_store.search(collection, wanted.attributes).value(0) : QString();
    const QVariant none = secrets::pathOf(QStringLiteral("/"));
    if (!sessions.contains(secret.session.path()))
        m_bus.fail(call, secrets::noSession);
    else if (m_store.manners.dropsWrites)
        m_bus.reply(call, {old.isEmpty() ? none : secrets::pathOf(old), none});
    else if (m_store.manners.changesByPrompt)
        m_bus.reply(call,
                    {none,
                     secrets::pathOf(m_prompts.add(
                         call.service(),
                         writeQuestion(call.service(), collection.path, wanted, replace)))});
    else if (collection.lock != MockLock::Open)
        m_bus.fail(call, secrets::isLocked);
    else
        m_bus.reply(
            call,
            {secrets::pathOf(m_store.put(collection.path, wanted, replace, call.service())), none});
}

MockQuestion MockSecretObjects::writeQuestion(const QString &caller, const QString &collection,
                                              const MockItem &wanted, bool replace)
{
    const MockCollection *in = m_store.collection(collection);
    const bool isClosed = in && in->lock != MockLock::Open;
    const QString old = in && replace ? m_store.search(*in, wanted.attributes).value(0) : QString();
    MockQuestion question;
    question.about = {isClosed || old.isEmpty() ? collection : old};
    question.known = [=, this]() -> std::optional<bool> {
        if (!m_store.collection(collection))
            return false;
        if (isClosed)
            return std::nullopt;
        const MockItem *item = m_store.item(old);
        if (!item || m_store.mayRead(*item, caller))
            return true;
        return m_store.manners.deniesAllFuture ? std::optional(false) : std::nullopt;
    };
    question.answer = [=, this](bool allowed) {
        if (!allowed)
            return secrets::pathOf(old.isEmpty() ? QStringLiteral("/") : old);
        m_store.unlock(isClosed ? collection : old, caller);
        if (isClosed) {
            m_prompts.next = writeQuestion(caller, collection, wanted, replace);
            return QVariant();
        }
        return secrets::pathOf(m_store.put(collection, wanted, replace, caller));
    };
    return question;
}

void MockSecretObjects::handleItem(const QString &method, const QDBusMessage &call, MockItem &item)
{
    if (method == u"Item.Delete")
        deleteItem(call, item);
    else if (m_store.isLocked(item.path, call.service()))
        m_bus.fail(call, secrets::isLocked);
    else if (method == u"Item.GetSecret")
        getSecret(call, item);
    else
        setSecret(call, item);
}

// Needs no right to read. KeePassXC dies when a question about what is gone is allowed.
void MockSecretObjects::deleteItem(const QDBusMessage &call, const MockItem &item)
{
    const QString path = item.path;
    const auto questions = m_prompts.open();
    for (const QStringList &about : questions) {
        if (about.contains(path))
            m_prompts.fatal.append(QStringLiteral("Delete while the item's question is open"));
    }
    const bool isLocked
        = m_store.collection(MockSecretStore::collectionPathOf(path))->lock != MockLock::Open;
    QString prompt = QStringLiteral("/");
    if (m_store.manners.dropsDeletes) {
        // and says nothing of it
    } else if (isLocked || m_store.manners.changesByPrompt || m_store.manners.deletesAsk) {
        MockQuestion question;
        question.about = {path};
        question.known = [this, isLocked]() -> std::optional<bool> {
            return isLocked || m_store.manners.deletesAsk ? std::nullopt : std::optional(true);
        };
        question.answer = [this, path](bool allowed) {
            if (allowed) {
                m_store.setLock(MockSecretStore::collectionPathOf(path), MockLock::Open);
                m_store.remove(path);
            }
            return QVariant(QString());
        };
        prompt = m_prompts.add(call.service(), std::move(question));
    } else {
        m_store.remove(path);
    }
    m_bus.reply(call, {secrets::pathOf(prompt)});
}

MockSecret MockSecretObjects::secretOf(MockItem &item, const QString &session,
                                       const QString &connection) const
{
    if (m_store.manners.forgetsRights)
        item.allowed.remove(connection);
    return {QDBusObjectPath(session), {}, item.secret, QStringLiteral("text/plain")};
}

void MockSecretObjects::getSecret(const QDBusMessage &call, MockItem &item)
{
    const QString session = call.arguments().at(0).value<QDBusObjectPath>().path();
    if (!sessions.contains(session))
        m_bus.fail(call, secrets::noSession);
    else
        m_bus.reply(call, {QVariant::fromValue(secretOf(item, session, call.service()))});
}

void MockSecretObjects::setSecret(const QDBusMessage &call, MockItem &item)
{
    const auto secret = qdbus_cast<MockSecret>(call.arguments().at(0));
    if (!sessions.contains(secret.session.path())) {
        m_bus.fail(call, secrets::noSession);
        return;
    }
    if (!m_store.manners.dropsWrites) {
        item.secret = secret.value;
        m_store.touch(item);
    }
    m_bus.reply(call);
}

} // namespace latchkey::test
