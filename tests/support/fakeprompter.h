#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QString>

namespace latchkey::test
{

// Stands in for the window in which gnome-keyring asks the person something
// (org.gnome.keyring.SystemPrompter): the person ignores it, or presses Cancel.
class FakePrompter final : public QDBusVirtualObject
{
    Q_OBJECT
public:
    enum class Person { Ignores, Cancels };

    explicit FakePrompter(const QDBusConnection &bus);

    Person person = Person::Ignores;
    int prompts = 0; // questions put to the person so far

    void cancelOpenPrompt(); // the person comes back and presses Cancel

    [[nodiscard]] QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override;

private:
    void answer(const QString &reply);

    QDBusConnection m_bus;
    QString m_client;
    QString m_callback;
};

} // namespace latchkey::test
