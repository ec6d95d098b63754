#include "tests/e2e/mocknetworkmanager.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QVariantMap>

namespace latchkey::test
{

namespace
{

const QString name = QStringLiteral("org.freedesktop.NetworkManager");
const QString managerPath = QStringLiteral("/org/freedesktop/NetworkManager");
const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");
const QString connectionName = QStringLiteral("networkmanager");

} // namespace

class MockNetworkManager::Service final : public QDBusVirtualObject
{
public:
    Service(const QString &busAddress, bool hangs)
        : m_bus(QDBusConnection::connectToBus(busAddress, connectionName))
        , m_hangs(hangs)
    {
    }
    ~Service() override { QDBusConnection::disconnectFromBus(connectionName); }

    bool appear()
    {
        return m_bus.registerVirtualObject(managerPath, this) && m_bus.registerService(name);
    }
    void set(State state, Connectivity connectivity)
    {
        m_values = {{QStringLiteral("State"), static_cast<uint>(state)},
                    {QStringLiteral("Connectivity"), static_cast<uint>(connectivity)}};
    }
    void tell()
    {
        auto signal = QDBusMessage::createSignal(managerPath, properties,
                                                 QStringLiteral("PropertiesChanged"));
        signal.setArguments({name, m_values, QStringList()});
        m_bus.send(signal);
    }

    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        if (m_hangs)
            return true;
        if (message.member() == u"GetAll") {
            bus.send(message.createReply(m_values));
        } else if (message.member() == u"Get") {
            const QVariant value = m_values.value(message.arguments().value(1).toString());
            bus.send(message.createReply(QVariant::fromValue(QDBusVariant(value))));
        } else {
            return false;
        }
        return true;
    }

private:
    QDBusConnection m_bus;
    const bool m_hangs;
    QVariantMap m_values;
};

MockNetworkManager::MockNetworkManager(const QString &busAddress, State state,
                                       Connectivity connectivity, bool hangs)
{
    m_thread.start();
    m_service = new Service(busAddress, hangs);
    m_service->set(state, connectivity);
    m_service->moveToThread(&m_thread);
    if (!m_service->appear())
        qFatal("MockNetworkManager: not on the bus");
}

MockNetworkManager::~MockNetworkManager()
{
    m_service->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

void MockNetworkManager::change(State state, Connectivity connectivity)
{
    QMetaObject::invokeMethod(
        m_service,
        [this, state, connectivity] {
            m_service->set(state, connectivity);
            m_service->tell();
        },
        Qt::BlockingQueuedConnection);
}

} // namespace latchkey::test
