#include "tests/support/fakeprompter.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>

namespace latchkey::test
{

FakePrompter::FakePrompter(const QDBusConnection &bus)
    : m_bus(bus)
{
    if (!m_bus.registerVirtualObject(QStringLiteral("/org/gnome/keyring/Prompter"), this)
        || !m_bus.registerService(QStringLiteral("org.gnome.keyring.SystemPrompter")))
        qFatal("FakePrompter: the bus does not want it");
}

QString FakePrompter::introspect(const QString &) const
{
    return {};
}

void FakePrompter::cancelOpenPrompt()
{
    answer(QStringLiteral("no"));
}

// The empty reply says "ready for a question", "no" says the person cancelled it.
void FakePrompter::answer(const QString &reply)
{
    auto ready = QDBusMessage::createMethodCall(
        m_client, m_callback, QStringLiteral("org.gnome.keyring.internal.Prompter.Callback"),
        QStringLiteral("PromptReady"));
    ready.setArguments({reply, QVariantMap(), QString()});
    m_bus.asyncCall(ready);
}

bool FakePrompter::handleMessage(const QDBusMessage &message, const QDBusConnection &bus)
{
    if (message.interface() != u"org.gnome.keyring.internal.Prompter")
        return false;
    bus.send(message.createReply());
    const QString method = message.member();
    if (method == u"StopPrompting" || message.arguments().isEmpty())
        return true;
    m_client = message.service();
    m_callback = message.arguments().constFirst().value<QDBusObjectPath>().path();
    if (method == u"BeginPrompting") {
        answer({});
    } else if (method == u"PerformPrompt") {
        ++prompts;
        if (person == Person::Cancels)
            cancelOpenPrompt();
    }
    return true;
}

} // namespace latchkey::test
