#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace latchkey
{

// One notification of the desktop's own, for news that the window cannot tell because nobody sees
// it. Where there is no such service nothing happens: the window tells it later. GUI thread only.
class Notifier final : public QObject
{
    Q_OBJECT
public:
    struct Setup {
        QString busAddress = {}; // empty: the session's bus. For tests.
        bool sandboxed = runsSandboxed(); // then the portal is asked, not the service itself
    };
    struct News { // plain text
        QString title;
        QString body;
        QString action; // the button's
    };

    Notifier()
        : Notifier(Setup())
    {
    }
    explicit Notifier(const Setup &setup);
    ~Notifier() override; // takes the notification away

    // Shows it, in the place of the last one. Returns at once; asks nothing of the desktop before
    // the first call.
    void show(const News &news);
    void withdraw();

    [[nodiscard]] static bool runsSandboxed();

signals:
    void activated(); // the person clicked it, or its button

private slots:
    // Of org.freedesktop.Notifications and of the portal; string-based, as QDBusConnection wants
    // it.
    void onActionInvoked(uint id, const QString &action);
    void onActivationToken(uint id, const QString &token);
    void onClosed(uint id, uint reason);
    void onPortalAction(const QString &id, const QString &action, const QVariantList &parameter);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
