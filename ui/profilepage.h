#pragma once

#include "app/base/clock.h"
#include "app/base/profile.h"
#include "app/session/sessionstate.h"
#include "ui/messages.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

namespace latchkey
{

namespace Ui
{
class ProfilePage;
}

class Button;
class ElidedLabel;

// The signed-in person (screens.md section 3). Takes values, emits intents. Everything in it that
// comes from the server is untrusted and shown as plain text. `clock` must outlive it.
class ProfilePage final : public QWidget
{
    Q_OBJECT
public:
    explicit ProfilePage(Clock &clock, QWidget *parent = nullptr);
    ~ProfilePage() override;

    void setProfile(const Profile &profile, WallTime at);
    void clear(); // nothing of the last person is left, the picture and the message included
    [[nodiscard]] std::optional<WallTime> profileTime() const { return m_loadedAt; }
    void setAvatar(const QImage &image); // null: initials
    void setSession(const SessionStatus &status);
    void setRefreshing(bool refreshing);

    void showMessage(const Message &message); // announced, unless the same is shown already
    void clearMessage();
    [[nodiscard]] std::optional<MessageId> shownMessage() const;
    void focusHeading();

signals:
    void refreshRequested();
    void renewRequested();
    void signOutRequested();
    void switchAccountRequested();
    void settingsRequested();
    void actionTriggered(MessageId id, MessageAction action);

private:
    void shape();
    void connectButtons();
    void showDates();
    void showSessionRows();
    void copy(Button &button, const QString &text);
    void tick();

    std::unique_ptr<Ui::ProfilePage> m_ui;
    Clock &m_clock;
    std::unique_ptr<Timer> m_minute;
    std::unique_ptr<Timer> m_copied;
    std::optional<Profile> m_profile;
    std::optional<WallTime> m_loadedAt;
    SessionStatus m_status;
    bool m_refreshing = false;
};

} // namespace latchkey
