#include "tests/e2e/mocksystemd.h"

#include <QDBusObjectPath>

#include <utility>

namespace latchkey::test
{

namespace
{

const QString systemdName = QStringLiteral("org.freedesktop.systemd1");
const QString systemdPath = QStringLiteral("/org/freedesktop/systemd1");
const QString timerUnit = QStringLiteral("latchkey-renew.timer");

QString inWords(const QDBusMessage &call)
{
    QStringList words{call.member()};
    for (const QVariant &argument : call.arguments())
        words += argument.toStringList().isEmpty() ? QStringList(argument.toString())
                                                   : argument.toStringList();
    return words.join(u' ');
}

} // namespace

MockSystemd::MockSystemd(const QString &busAddress)
    : m_bus(QDBusConnection::connectToBus(
        busAddress, QStringLiteral("systemd-%1").arg(reinterpret_cast<quintptr>(this))))
{
    if (!m_bus.registerVirtualObject(systemdPath, this) || !m_bus.registerService(systemdName))
        qFatal("MockSystemd: not on the bus");
}

MockSystemd::~MockSystemd()
{
    QDBusConnection::disconnectFromBus(m_bus.name());
}

QString MockSystemd::introspect(const QString &) const
{
    return {};
}

bool MockSystemd::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    if (message.interface() != u"org.freedesktop.systemd1.Manager")
        return false;
    calls.append(inWords(message));
    // One that is slow with a call comes to the next ones later still.
    if (held.contains(message.member()) || !m_unanswered.isEmpty())
        m_unanswered.append(message);
    else
        answer(message);
    return true;
}

void MockSystemd::answerLate()
{
    for (const QDBusMessage &message : std::exchange(m_unanswered, {}))
        answer(message);
}

void MockSystemd::answer(const QDBusMessage &message)
{
    const QString fault = faultOf(message);
    m_bus.send(fault.isEmpty() ? message.createReply(carryOut(message.member()))
                               : message.createErrorReply(fault, QStringLiteral("as told")));
}

// As systemd 252 answers: what is not there has no state, and cannot be enabled, disabled or
// started; what does not run cannot be stopped; disabling what is not enabled is no fault.
QString MockSystemd::faultOf(const QDBusMessage &message) const
{
    const QString method = message.member();
    if (errors.contains(method))
        return errors.value(method);
    static const QHash<QString, QString> signatures{
        {QStringLiteral("GetUnitFileState"), QStringLiteral("s")},
        {QStringLiteral("EnableUnitFiles"), QStringLiteral("asbb")},
        {QStringLiteral("DisableUnitFiles"), QStringLiteral("asb")},
        {QStringLiteral("StartUnit"), QStringLiteral("ss")},
        {QStringLiteral("StopUnit"), QStringLiteral("ss")},
        {QStringLiteral("Reload"), QString()},
    };
    if (message.signature() != signatures.value(method, QStringLiteral("none")))
        return QStringLiteral("org.freedesktop.DBus.Error.InvalidArgs");
    const QVariant unit = message.arguments().value(0);
    if (method != u"Reload" && unit.toString() != timerUnit
        && unit.toStringList() != QStringList(timerUnit))
        return QStringLiteral("org.freedesktop.systemd1.NoSuchUnit");
    if (!isInstalled && method == u"GetUnitFileState")
        return QStringLiteral("org.freedesktop.DBus.Error.FileNotFound");
    if ((!isInstalled && (method == u"EnableUnitFiles" || method == u"StartUnit"))
        || (!isInstalled && !isEnabled && method == u"DisableUnitFiles")
        || (!isRunning && method == u"StopUnit"))
        return QStringLiteral("org.freedesktop.systemd1.NoSuchUnit");
    return {};
}

// Of the changed links that systemd tells beside, nobody here takes notice.
QVariantList MockSystemd::carryOut(const QString &method)
{
    if (method == u"GetUnitFileState") {
        const auto state = isEnabled ? QStringLiteral("enabled") : QStringLiteral("disabled");
        return {word.isEmpty() ? state : word};
    }
    if (method == u"EnableUnitFiles" || method == u"DisableUnitFiles") {
        isEnabled = method == u"EnableUnitFiles";
        return isEnabled ? QVariantList{true} : QVariantList();
    }
    if (method == u"Reload")
        return {};
    isRunning = method == u"StartUnit";
    return {QVariant::fromValue(QDBusObjectPath(systemdPath + QStringLiteral("/job/1")))};
}

} // namespace latchkey::test
