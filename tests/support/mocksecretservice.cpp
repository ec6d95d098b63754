#include "tests/support/mocksecretservice.h"

#include <QDBusConnectionInterface>
#include <QDBusMetaType>
#include <QHash>

#include <algorithm>

namespace latchkey::test
{

namespace
{

using SecretsByPath = QMap<QDBusObjectPath, MockSecret>;

// What each method takes, for a call with anything else must not pass for a right one.
const QHash<QString, QString> &secretMethods()
{
    static const QHash<QString, QString> signatures{
        {QStringLiteral("Service.OpenSession"), QStringLiteral("sv")},
        {QStringLiteral("Service.CreateCollection"), QStringLiteral("a{sv}s")},
        {QStringLiteral("Service.SearchItems"), QStringLiteral("a{ss}")},
        {QStringLiteral("Service.Unlock"), QStringLiteral("ao")},
        {QStringLiteral("Service.Lock"), QStringLiteral("ao")},
        {QStringLiteral("Service.GetSecrets"), QStringLiteral("aoo")},
        {QStringLiteral("Service.ReadAlias"), QStringLiteral("s")},
        {QStringLiteral("Service.SetAlias"), QStringLiteral("so")},
        {QStringLiteral("Collection.Delete"), QString()},
        {QStringLiteral("Collection.SearchItems"), QStringLiteral("a{ss}")},
        {QStringLiteral("Collection.CreateItem"), QStringLiteral("a{sv}(oayays)b")},
        {QStringLiteral("Item.Delete"), QString()},
        {QStringLiteral("Item.GetSecret"), QStringLiteral("o")},
        {QStringLiteral("Item.SetSecret"), QStringLiteral("(oayays)")},
        {QStringLiteral("Prompt.Prompt"), QStringLiteral("s")},
        {QStringLiteral("Prompt.Dismiss"), QString()},
        {QStringLiteral("Session.Close"), QString()},
        {QStringLiteral("Properties.Get"), QStringLiteral("ss")},
        {QStringLiteral("Properties.GetAll"), QStringLiteral("s")},
    };
    return signatures;
}

QStringList pathsIn(const QVariant &argument)
{
    QStringList paths;
    const auto objects = qdbus_cast<QList<QDBusObjectPath>>(argument);
    for (const QDBusObjectPath &object : objects)
        paths.append(object.path());
    return paths;
}

// "Service.Unlock" of org.freedesktop.Secret.Service's Unlock.
QString shortName(const QString &interface, const QString &member)
{
    return interface.section(u'.', -1) + u'.' + member;
}

} // namespace

MockSecretService::MockSecretService(const QString &busAddress)
    : m_address(busAddress)
    , m_store(m_bus)
    , m_prompts(m_bus, m_store.manners)
    , m_objects(m_bus, m_store, m_prompts)
{
    qDBusRegisterMetaType<SecretsByPath>();
    startOver();
    comeBack();
}

void MockSecretService::startOver()
{
    m_store.manners = {};
    forgetCollections();
    moveDefault(m_store.addCollection(QStringLiteral("Login"), MockLock::Open).path);
    m_prompts.startOver();
    m_calls.clear();
}

MockSecretService::~MockSecretService()
{
    die();
}

void MockSecretService::comeBack()
{
    m_bus.connection = QDBusConnection::connectToBus(
        m_address,
        QStringLiteral("secrets-%1-%2").arg(reinterpret_cast<quintptr>(this)).arg(++m_lives));
    if (!m_bus.connection.registerVirtualObject(secrets::root, this, QDBusConnection::SubPath)
        || !m_bus.connection.interface()->registerService(
            QStringLiteral("org.freedesktop.secrets"),
            QDBusConnectionInterface::ReplaceExistingService,
            QDBusConnectionInterface::AllowReplacement))
        qFatal("MockSecretService: not on the bus");
    for (const MockCollection &collection : std::as_const(m_store.collections)) {
        if (m_store.manners.announcesCollections)
            m_bus.signal({}, secrets::root, secrets::prefix + QStringLiteral("Service"),
                         QStringLiteral("CollectionCreated"), {secrets::pathOf(collection.path)});
    }
}

void MockSecretService::die()
{
    const QString name = m_bus.connection.name();
    m_bus.connection = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(name);
    forgetConnections();
}

void MockSecretService::beReplaced()
{
    const QString old = m_bus.connection.name();
    comeBack();
    QDBusConnection::disconnectFromBus(old);
    forgetConnections();
}

void MockSecretService::forgetConnections()
{
    m_prompts.closeAll();
    m_objects.sessions.clear();
    for (MockCollection &collection : m_store.collections) {
        for (MockItem &item : collection.items)
            item.allowed.clear();
    }
}

void MockSecretService::moveDefault(const QString &collectionPath)
{
    m_store.aliases[QStringLiteral("default")] = collectionPath;
}

void MockSecretService::forgetCollections()
{
    m_store.collections.clear();
    m_store.aliases.clear();
}

qsizetype MockSecretService::called(const QString &method) const
{
    return std::count_if(m_calls.cbegin(), m_calls.cend(), [&](const Call &call) {
        return shortName(call.interface, call.member) == method;
    });
}

QString MockSecretService::introspect(const QString &) const
{
    return {};
}

bool MockSecretService::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    m_calls.append({message.service(), message.path(), message.interface(), message.member()});
    const QString method = shortName(message.interface(), message.member());
    const auto known = secretMethods().constFind(method);
    if (m_store.manners.deniedByBus) {
        m_bus.fail(message, secrets::accessDenied);
        return true;
    }
    if (known == secretMethods().cend())
        return false;
    if (*known != message.signature()) {
        m_bus.fail(message, QStringLiteral("org.freedesktop.DBus.Error.InvalidArgs"));
        return true;
    }
    return handleProperties(method, message) || handleService(method, message)
        || m_objects.handle(method, message) || m_prompts.handle(method, message);
}

bool MockSecretService::handleProperties(const QString &method, const QDBusMessage &call)
{
    if (!method.startsWith(u"Properties."))
        return false;
    const QVariantMap all = m_store.properties(call.path(), call.service());
    const QVariant one = all.value(call.arguments().value(1).toString());
    if (all.isEmpty())
        m_objects.failGone(call);
    else if (method == u"Properties.GetAll")
        m_bus.reply(call, {all});
    else if (!one.isValid())
        m_bus.fail(call, QStringLiteral("org.freedesktop.DBus.Error.UnknownProperty"));
    else
        m_bus.reply(call, {QVariant::fromValue(QDBusVariant(one))});
    return true;
}

bool MockSecretService::handleService(const QString &method, const QDBusMessage &call)
{
    if (method == u"Service.OpenSession")
        openSession(call);
    else if (method == u"Service.CreateCollection")
        createCollection(call);
    else if (method == u"Service.SearchItems")
        searchItems(call);
    else if (method == u"Service.Unlock")
        unlock(call);
    else if (method == u"Service.Lock")
        lock(call);
    else if (method == u"Service.GetSecrets")
        getSecrets(call);
    else if (method == u"Service.SetAlias")
        setAlias(call);
    else if (method == u"Service.ReadAlias")
        m_bus.reply(call,
                    {secrets::pathOf(m_store.aliases.value(call.arguments().at(0).toString(),
                                                           QStringLiteral("/")))});
    else if (method == u"Session.Close")
        m_bus.reply(call);
    else
        return false;
    return true;
}

void MockSecretService::openSession(const QDBusMessage &call)
{
    if (call.arguments().at(0).toString() != u"plain") {
        m_bus.fail(call, QStringLiteral("org.freedesktop.DBus.Error.NotSupported"));
        return;
    }
    const QString path
        = secrets::root + QStringLiteral("/session/s") + QString::number(++m_sessions);
    m_objects.sessions.insert(path);
    m_bus.reply(call, {QVariant::fromValue(QDBusVariant(QString())), secrets::pathOf(path)});
}

void MockSecretService::createCollection(const QDBusMessage &call)
{
    const QString alias = call.arguments().at(1).toString();
    const QString none = QStringLiteral("/");
    if (m_store.aliases.contains(alias)) {
        m_bus.reply(call, {secrets::pathOf(m_store.aliases.value(alias)), secrets::pathOf(none)});
        return;
    }
    const auto properties = qdbus_cast<QVariantMap>(call.arguments().at(0));
    const QString label
        = properties.value(secrets::prefix + QStringLiteral("Collection.Label")).toString();
    MockQuestion question;
    question.known = [] { return std::optional<bool>(); };
    question.answer = [this, alias, label, none](bool allowed) {
        if (!allowed)
            return secrets::pathOf(none);
        const QString path = m_store.addCollection(label, MockLock::Open).path;
        if (!alias.isEmpty())
            m_store.aliases[alias] = path;
        m_bus.signal({}, secrets::root, secrets::prefix + QStringLiteral("Service"),
                     QStringLiteral("CollectionCreated"), {secrets::pathOf(path)});
        return secrets::pathOf(path);
    };
    m_bus.reply(call,
                {secrets::pathOf(none),
                 secrets::pathOf(m_prompts.add(call.service(), std::move(question)))});
}

void MockSecretService::searchItems(const QDBusMessage &call)
{
    const auto reply = [this, call] {
        const auto wanted = qdbus_cast<MockAttributes>(call.arguments().at(0));
        const auto [open, locked] = m_store.searchAll(wanted, call.service());
        m_bus.reply(call, {secrets::pathsOf(open), secrets::pathsOf(locked)});
    };
    if (!m_store.manners.promptsAtServiceSearch || !m_store.allLocked()) {
        reply();
        return;
    }
    MockQuestion question;
    for (const MockCollection &each : std::as_const(m_store.collections))
        question.about.append(each.path);
    question.known = [] { return std::optional<bool>(); };
    question.answer = [this, reply, all = question.about](bool allowed) {
        for (const QString &path : allowed ? all : QStringList())
            m_store.setLock(path, MockLock::Open);
        reply();
        return QVariant();
    };
    m_prompts.showWithoutObject(std::move(question));
}

bool MockSecretService::needsUnlock(const QString &path, const QString &connection)
{
    const MockCollection *collection = m_store.collection(path);
    return collection ? collection->lock != MockLock::Open
                      : m_store.item(path) && m_store.isLocked(path, connection);
}

void MockSecretService::unlock(const QDBusMessage &call)
{
    const QString caller = call.service();
    QStringList open;
    QStringList asks;
    const QStringList paths = pathsIn(call.arguments().at(0));
    for (const QString &path : paths) {
        const bool isRefused = m_store.manners.deniesAllFuture && !m_store.collection(path);
        if (needsUnlock(path, caller) && !isRefused)
            asks.append(path);
        else if (!needsUnlock(path, caller) && (m_store.collection(path) || m_store.item(path)))
            open.append(path);
    }
    QString prompt = QStringLiteral("/");
    if (!asks.isEmpty()) {
        MockQuestion question;
        question.about = asks;
        question.known = [this, asks, caller] {
            return std::any_of(asks.cbegin(), asks.cend(),
                               [&](const QString &path) { return needsUnlock(path, caller); })
                ? std::nullopt
                : std::optional(true);
        };
        question.answer = [this, asks, caller](bool allowed) {
            for (const QString &path : allowed ? asks : QStringList())
                m_store.unlock(path, caller);
            return secrets::pathsOf(allowed ? asks : QStringList());
        };
        prompt = m_prompts.add(caller, std::move(question));
    }
    m_bus.reply(call, {secrets::pathsOf(open), secrets::pathOf(prompt)});
}

void MockSecretService::lock(const QDBusMessage &call)
{
    const QStringList paths = pathsIn(call.arguments().at(0));
    for (const QString &path : paths)
        m_store.setLock(m_store.collection(path) ? path : MockSecretStore::collectionPathOf(path),
                        MockLock::Locked);
    m_bus.reply(call, {secrets::pathsOf(paths), secrets::pathOf(QStringLiteral("/"))});
}

// One that asks refuses the whole call for one item; what is locked with its collection is left
// out.
void MockSecretService::getSecrets(const QDBusMessage &call)
{
    const QString session = call.arguments().at(1).value<QDBusObjectPath>().path();
    if (!m_objects.sessions.contains(session)) {
        m_bus.fail(call, secrets::noSession);
        return;
    }
    SecretsByPath found;
    const QStringList paths = pathsIn(call.arguments().at(0));
    for (const QString &path : paths) {
        MockItem *item = m_store.item(path);
        if (item && !m_store.isLocked(path, call.service())) {
            found[QDBusObjectPath(path)] = m_objects.secretOf(*item, session, call.service());
        } else if (item && m_store.manners.itemsAsk) {
            m_bus.fail(call, secrets::isLocked);
            return;
        }
    }
    m_bus.reply(call, {QVariant::fromValue(found)});
}

void MockSecretService::setAlias(const QDBusMessage &call)
{
    const QString path = call.arguments().at(1).value<QDBusObjectPath>().path();
    const QString name = call.arguments().at(0).toString();
    if (path == u"/")
        m_store.aliases.remove(name);
    else
        m_store.aliases[name] = path;
    m_bus.reply(call);
}

} // namespace latchkey::test
