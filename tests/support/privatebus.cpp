#include "tests/support/privatebus.h"

#include <QDBusMessage>
#include <QFile>

namespace latchkey::test
{

PrivateBus::PrivateBus()
{
    QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!configuration.open(QIODevice::WriteOnly))
        qFatal("PrivateBus: cannot write its configuration");
    configuration.write("<busconfig><type>session</type><listen>unix:path="
                        + QFile::encodeName(m_folder.filePath(QStringLiteral("bus")))
                        + "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                          "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
                          "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    configuration.close();
    m_daemon.start({QStringLiteral("dbus-daemon"), QStringLiteral("--nofork"),
                    QStringLiteral("--print-address"), QStringLiteral("--config-file"),
                    configuration.fileName()});
    m_address = QString::fromLatin1(m_daemon.readLine());
    if (m_address.isEmpty())
        qFatal("PrivateBus: dbus-daemon did not start");
}

void PrivateBus::becomeSystemBus() const
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address.toLatin1());
}

void PrivateBus::becomeSessionBus() const
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLatin1());
}

void PrivateBus::end()
{
    m_daemon.kill();
}

void roundTrip(const QDBusConnection &connection)
{
    const auto bus = QStringLiteral("org.freedesktop.DBus");
    connection.call(QDBusMessage::createMethodCall(bus, QStringLiteral("/org/freedesktop/DBus"),
                                                   bus, QStringLiteral("GetId")));
}

} // namespace latchkey::test
