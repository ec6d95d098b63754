#include "tests/e2e/mocklogind.h"

#include <algorithm>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace latchkey::test
{

namespace
{

const QString service = QStringLiteral("org.freedesktop.login1");
const QString path = QStringLiteral("/org/freedesktop/login1");

} // namespace

MockLogind::MockLogind(Manners manners, qulonglong maxDelay, const QString &busAddress)
    : m_bus(QDBusConnection::connectToBus(
        busAddress.isEmpty() ? qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS") : busAddress,
        QStringLiteral("logind-%1").arg(reinterpret_cast<quintptr>(this))))
    , m_manners(manners)
    , m_maxDelay(maxDelay)
{
    if (!m_bus.registerObject(path, this,
                              QDBusConnection::ExportScriptableSlots
                                  | QDBusConnection::ExportScriptableSignals
                                  | QDBusConnection::ExportAllProperties)
        || !m_bus.registerService(service))
        qFatal("MockLogind: not on the bus");
}

MockLogind::~MockLogind()
{
    QDBusConnection::disconnectFromBus(m_bus.name());
    for (const int end : m_given)
        close(end);
}

QDBusUnixFileDescriptor MockLogind::makeInhibitor()
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("MockLogind: no pipe");
    m_given.push_back(ends[0]);
    QDBusUnixFileDescriptor inhibitor;
    inhibitor.giveFileDescriptor(ends[1]);
    return inhibitor;
}

QDBusUnixFileDescriptor MockLogind::Inhibit(const QString &what, const QString &who,
                                            const QString &why, const QString &mode)
{
    ++m_asked;
    m_arguments = {what, who, why, mode};
    switch (m_manners) {
    case Manners::Grant:
        return makeInhibitor();
    case Manners::Refuse:
        sendErrorReply(QStringLiteral("org.freedesktop.DBus.Error.AccessDenied"),
                       QStringLiteral("Permission denied"));
        return {};
    case Manners::Hang:
        setDelayedReply(true);
        m_unanswered.append(message());
        return {};
    }
    return {};
}

void MockLogind::answerLate()
{
    for (const QDBusMessage &call : std::exchange(m_unanswered, {}))
        m_bus.send(call.createReply(QVariant::fromValue(makeInhibitor())));
}

int MockLogind::held() const
{
    return static_cast<int>(std::count_if(m_given.begin(), m_given.end(), [](int end) {
        pollfd file{end, POLLIN, 0};
        return poll(&file, 1, 0) == 0; // nobody writes, so any event is the end
    }));
}

} // namespace latchkey::test
