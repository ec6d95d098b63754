#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <functional>

namespace latchkey
{

// One question of the Secret Service to the person (org.freedesktop.Secret.Prompt). Deletes itself
// after its callback, which comes once, later. It is never dismissed.
class SecretServicePrompt final : public QObject
{
    Q_OBJECT
public:
    enum class End {
        NotAsked, // nothing had to be asked, or it could not be
        Closed, // the question was answered, or nobody was asked after all
        Lost, // the service, or the session bus, left over it
    };

    // `path`: "/" where nothing has to be asked.
    SecretServicePrompt(const QDBusConnection &bus, const QString &path,
                        std::function<void(End)> callback, QObject *parent);
    void start();

private slots:
    void completed(bool dismissed, const QDBusVariant &result);
    void lost();

private:
    void finish(End end);

    QDBusConnection m_bus;
    QString m_path;
    std::function<void(End)> m_callback;
};

} // namespace latchkey
