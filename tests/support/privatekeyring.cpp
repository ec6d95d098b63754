#include "tests/support/privatekeyring.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDir>
#include <QFile>
#include <QTest>

namespace latchkey::test
{

namespace
{

// A connection of our own: the process's session bus must first be touched by what is tested.
const QLatin1String connectionName("privatekeyring");
const QLatin1String service("org.freedesktop.secrets");
const QLatin1String servicePath("/org/freedesktop/secrets");
const QLatin1String collectionPath("/org/freedesktop/secrets/collection/login");
const QLatin1String serviceInterface("org.freedesktop.Secret.Service");
constexpr int patience = 10000;

QDBusConnection connection()
{
    return QDBusConnection(connectionName);
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("PrivateKeyring: cannot write %s", qPrintable(path));
}

} // namespace

PrivateKeyring::PrivateKeyring(Mode mode)
    : m_mode(mode)
{
    makeFolders();
    startBus();
    if (mode != Mode::None && mode != Mode::NoService)
        spawnDaemon();
}

PrivateKeyring::~PrivateKeyring()
{
    m_prompter.reset();
    if (connection().isConnected())
        QDBusConnection::disconnectFromBus(connectionName);
}

void PrivateKeyring::makeFolders()
{
    if (!m_folder.isValid())
        qFatal("PrivateKeyring: no temporary folder");
    const auto make = [this](const QString &name, const char *variable) {
        const QString path = m_folder.filePath(name);
        QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (variable)
            qputenv(variable, QFile::encodeName(path));
    };
    make(QStringLiteral("home"), "HOME");
    make(QStringLiteral("run"), "XDG_RUNTIME_DIR");
    make(QStringLiteral("data"), "XDG_DATA_HOME");
    make(QStringLiteral("config"), "XDG_CONFIG_HOME");
    make(QStringLiteral("cache"), "XDG_CACHE_HOME");
    make(QStringLiteral("services"), nullptr);
    qunsetenv("GNOME_KEYRING_CONTROL");
}

// A configuration of our own, so that nothing the computer has installed can be activated.
void PrivateKeyring::startBus()
{
    const QString services = m_folder.filePath(QStringLiteral("services"));
    if (m_mode == Mode::None)
        writeFile(services + QStringLiteral("/secrets.service"),
                  "[D-BUS Service]\nName=org.freedesktop.secrets\nExec=/bin/false\n");
    const QString configuration = m_folder.filePath(QStringLiteral("bus.conf"));
    writeFile(configuration,
              "<busconfig><type>session</type><listen>unix:path="
                  + QFile::encodeName(m_folder.filePath(QStringLiteral("run/bus")))
                  + "</listen><auth>EXTERNAL</auth><servicedir>" + QFile::encodeName(services)
                  + "</servicedir><policy context=\"default\">"
                    "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                    "<allow own=\"*\"/></policy></busconfig>");
    m_bus.start({QStringLiteral("dbus-daemon"), QStringLiteral("--nofork"),
                 QStringLiteral("--print-address"), QStringLiteral("--config-file"),
                 configuration});
    const QByteArray address = m_bus.readLine();
    if (address.isEmpty())
        qFatal("PrivateKeyring: dbus-daemon did not start");
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
}

void PrivateKeyring::spawnDaemon()
{
    QStringList command{QStringLiteral("gnome-keyring-daemon"), QStringLiteral("--foreground"),
                        QStringLiteral("--components=secrets")};
    if (m_mode != Mode::Fresh)
        command << QStringLiteral("--unlock");
    m_daemon.start(command, m_mode == Mode::Fresh ? QByteArray() : QByteArray("test"));
}

bool PrivateKeyring::start()
{
    const auto bus = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                                                   connectionName);
    if (!bus.isConnected()) {
        qWarning("PrivateKeyring: the bus cannot be reached");
        return false;
    }
    m_prompter = std::make_unique<FakePrompter>(bus);
    if (m_mode == Mode::None || m_mode == Mode::NoService)
        return true;
    return waitForService(true) && (m_mode != Mode::Locked || lock());
}

void PrivateKeyring::killDaemon()
{
    m_daemon.kill();
    if (!waitForService(false))
        qWarning("PrivateKeyring: the service is still there");
}

bool PrivateKeyring::launchDaemon()
{
    spawnDaemon();
    return waitForService(true);
}

// gnome-keyring takes its name on the bus before its default keyring can be asked for.
bool PrivateKeyring::waitForService(bool wanted)
{
    const bool done = QTest::qWaitFor(
        [&] { return connection().interface()->isServiceRegistered(service) == wanted; }, patience);
    if (!done)
        qWarning("PrivateKeyring: the service did not %s", wanted ? "appear" : "vanish");
    if (!done || !wanted || m_mode == Mode::Fresh)
        return done;
    return QTest::qWaitFor(
        [&] {
            const auto reply = ask(servicePath, serviceInterface, QStringLiteral("ReadAlias"),
                                   {QStringLiteral("default")});
            return reply.arguments().value(0).value<QDBusObjectPath>().path() == collectionPath;
        },
        patience);
}

QDBusMessage PrivateKeyring::ask(const QString &path, const QString &interface,
                                 const QString &method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments);
    return connection().call(call, QDBus::Block, patience);
}

bool PrivateKeyring::lock()
{
    const QList<QDBusObjectPath> paths{QDBusObjectPath(collectionPath)};
    const auto reply
        = ask(servicePath, serviceInterface, QStringLiteral("Lock"), {QVariant::fromValue(paths)});
    return reply.type() == QDBusMessage::ReplyMessage;
}

// gnome-keyring's own back door for its login module: the only way to open a keyring without a
// prompt while it runs.
bool PrivateKeyring::unlock()
{
    const auto session
        = ask(servicePath, serviceInterface, QStringLiteral("OpenSession"),
              {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    if (session.arguments().size() < 2)
        return false;
    QDBusArgument secret;
    secret.beginStructure();
    secret << session.arguments().at(1).value<QDBusObjectPath>() << QByteArray()
           << QByteArray("test") << QStringLiteral("text/plain");
    secret.endStructure();
    const auto reply = ask(
        servicePath, QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
        QStringLiteral("UnlockWithMasterPassword"),
        {QVariant::fromValue(QDBusObjectPath(collectionPath)), QVariant::fromValue(secret)});
    return reply.type() == QDBusMessage::ReplyMessage;
}

QByteArray PrivateKeyring::dump()
{
    ChildProcess tool;
    // It prints the attributes to its standard error.
    tool.start({QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("secret-tool search --all type plaintext 2>&1")});
    return tool.readAll();
}

} // namespace latchkey::test
