#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QHash>
#include <QString>
#include <QStringList>

namespace latchkey::test
{

// As much of a person's systemd manager as deals with one timer. On the bus from its constructor to
// its destructor, over a connection of its own.
class MockSystemd final : public QDBusVirtualObject
{
    Q_OBJECT
public:
    explicit MockSystemd(const QString &busAddress);
    ~MockSystemd() override;

    bool isInstalled = true; // the unit files are there
    bool isEnabled = false; // at every log-in
    bool isRunning = false; // now
    QString word; // for GetUnitFileState; empty: as the above say
    QHash<QString, QString> errors; // a method to the error that it answers, without doing anything
    QStringList held; // methods that are carried out and answered by answerLate() only
    QStringList calls; // "StartUnit latchkey-renew.timer replace", oldest first

    void answerLate();
    [[nodiscard]] QDBusConnection connection() const { return m_bus; }

    [[nodiscard]] QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override;

private:
    void answer(const QDBusMessage &message);
    [[nodiscard]] QString faultOf(const QDBusMessage &message) const;
    [[nodiscard]] QVariantList carryOut(const QString &method);

    QDBusConnection m_bus;
    QList<QDBusMessage> m_unanswered;
};

} // namespace latchkey::test
