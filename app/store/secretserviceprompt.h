#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <functional>

namespace latchkey
{

// One question of the Secret Service to the person (org.freedesktop.Secret.Prompt). Deletes itself
// after its callback, which comes once, later: when the question was answered or closed, when it
// could not be asked, or when the service died over it. It is never dismissed.
class SecretServicePrompt final : public QObject
{
    Q_OBJECT
public:
    // `path`: "/" where nothing has to be asked.
    SecretServicePrompt(const QDBusConnection &bus, const QString &path,
                        std::function<void()> callback, QObject *parent);
    void start();

private slots:
    void completed(bool dismissed, const QDBusVariant &result);

private:
    void finish();

    QDBusConnection m_bus;
    QString m_path;
    std::function<void()> m_callback;
};

} // namespace latchkey
