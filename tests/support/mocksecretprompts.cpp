#include "tests/support/mocksecretprompts.h"

#include <algorithm>
#include <utility>

namespace latchkey::test
{

MockSecretPrompts::MockSecretPrompts(MockSecretBus &bus, const MockManners &manners)
    : m_bus(bus)
    , m_manners(manners)
{
}

QString MockSecretPrompts::add(const QString &caller, MockQuestion question)
{
    const QString path = secrets::root + QStringLiteral("/prompt/p") + QString::number(++m_last);
    m_asked.append({path, caller, std::move(question)});
    return path;
}

void MockSecretPrompts::showWithoutObject(MockQuestion question)
{
    m_asked.append({{}, {}, std::move(question)});
    show(m_asked.size() - 1);
}

QList<QStringList> MockSecretPrompts::open() const
{
    QList<QStringList> about;
    for (const Asked &asked : m_asked) {
        if (asked.isOpen)
            about.append(asked.question.about);
    }
    return about;
}

void MockSecretPrompts::closeAll()
{
    m_asked.clear();
}

void MockSecretPrompts::startOver()
{
    closeAll();
    person = Person::Waits;
    opened = 0;
    fatal.clear();
}

void MockSecretPrompts::show(qsizetype index)
{
    if (const std::optional<bool> known = m_asked.at(index).question.known()) {
        finish(index, *known);
        return;
    }
    m_asked[index].isOpen = true;
    ++opened;
    if (person != Person::Waits)
        finish(index, person == Person::Allows);
}

void MockSecretPrompts::answer(bool allowed)
{
    const auto isOpen = [](const Asked &asked) { return asked.isOpen; };
    const auto first = std::find_if(m_asked.cbegin(), m_asked.cend(), isOpen);
    if (first == m_asked.cend())
        qFatal("MockSecretPrompts: no question is open");
    finish(first - m_asked.cbegin(), allowed);
    for (qsizetype i = m_asked.size() - 1; allowed && i >= 0; --i) {
        if (m_asked.at(i).isOpen && m_asked.at(i).question.known())
            finish(i, *m_asked.at(i).question.known());
    }
}

void MockSecretPrompts::finish(qsizetype index, bool allowed)
{
    const Asked asked = m_asked.takeAt(index);
    const QVariant result = asked.question.answer(allowed);
    if (next) {
        m_asked.append({asked.path, asked.caller, *std::exchange(next, std::nullopt)});
        show(m_asked.size() - 1);
    } else if (!asked.path.isEmpty()) {
        tellCompleted(asked, !allowed, result);
    }
}

void MockSecretPrompts::tellCompleted(const Asked &asked, bool dismissed, const QVariant &result)
{
    m_bus.signal(m_manners.completesToEveryone ? QString() : asked.caller, asked.path,
                 secrets::prefix + QStringLiteral("Prompt"), QStringLiteral("Completed"),
                 {dismissed, QVariant::fromValue(QDBusVariant(result))});
}

// Of an open one gnome-keyring dies. KeePassXC says Completed, and its dialog stays and is obeyed.
void MockSecretPrompts::dismiss(qsizetype index)
{
    if (!m_asked.at(index).isOpen) {
        finish(index, false);
        return;
    }
    fatal.append(QStringLiteral("Dismiss while its question is open"));
    tellCompleted(m_asked.at(index), true, QString());
    m_asked[index].path.clear();
}

bool MockSecretPrompts::handle(const QString &method, const QDBusMessage &call)
{
    if (method != u"Prompt.Prompt" && method != u"Prompt.Dismiss")
        return false;
    const auto found = std::find_if(m_asked.cbegin(), m_asked.cend(),
                                    [&](const Asked &asked) { return asked.path == call.path(); });
    if (found == m_asked.cend()) {
        m_bus.fail(call, QStringLiteral("org.freedesktop.DBus.Error.UnknownObject"));
    } else if (found->caller != call.service()) { // gnome-keyring's "Invalid caller"
        m_bus.fail(call, secrets::accessDenied);
    } else {
        const qsizetype index = found - m_asked.cbegin();
        m_bus.reply(call);
        if (method == u"Prompt.Dismiss")
            dismiss(index);
        else if (!found->isOpen)
            show(index);
    }
    return true;
}

} // namespace latchkey::test
