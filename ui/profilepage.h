#pragma once

#include "app/base/clock.h"
#include "app/base/profile.h"
#include "app/session/history.h"
#include "ui/messages.h"

#include <QImage>
#include <QList>
#include <QLocale>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QAction;

namespace latchkey
{

namespace Ui
{
class ProfilePage;
}

class Announcer;
class Button;
class ElidedLabel;
class QaTools;
class SessionPanel;
struct WhyWords;

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
    void setSession(const SessionStatus &status, const SessionHistory &history = {});
    void setQaMode(bool qa); // technical words and tools in the Session panel
    [[nodiscard]] QaTools &qaTools() const;
    void setRefreshing(bool refreshing);

    void showMessage(const Message &message); // announced, unless the same is shown already
    void clearMessage();
    [[nodiscard]] std::optional<MessageId> shownMessage() const;
    void focusHeading();
    // The answers to whyRequested() and claimsRequested().
    void toggleReason(const std::function<WhyWords()> &make); // of the message: a certificate
    void showWhy(const std::function<WhyWords()> &make);
    void copyClaims(const QString &claims);

signals:
    void refreshRequested();
    void renewRequested();
    void signOutRequested();
    void switchAccountRequested();
    void settingsRequested();
    void diagnosticsRequested();
    void signInAgainRequested();
    void whyRequested(); // why can this session not be renewed?
    void claimsRequested(); // QA wants the tokens' claims in the clipboard
    void actionTriggered(MessageId id, MessageAction action);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr double columnScale = 1.1; // a little wider than a form: two columns of facts

    void retranslate();
    void shape();
    void connectButtons();
    void makeMenu();
    void nameMenu();
    void scaleName();
    void arrangeFacts(); // in one column of names, or two where there is room
    [[nodiscard]] static QString roleName(const QString &role);
    void showPerson();
    void showDates();
    void showBadge();
    void announceRenewal(const SessionHistory &history);
    void showCopied(Button *button);
    void copy(Button *button, const QString &text);
    void tick();

    std::unique_ptr<Ui::ProfilePage> m_ui;
    QLocale m_saidIn; // the message
    Clock &m_clock;
    SessionPanel *m_panel;
    Announcer *m_announcer;
    std::unique_ptr<Timer> m_minute;
    std::unique_ptr<Timer> m_copied;
    std::optional<Profile> m_profile;
    std::optional<WallTime> m_loadedAt;
    std::optional<WallTime> m_renewAsked; // by the person, and not answered yet
    SessionStatus m_status;
    QList<QAction *> m_actions; // of the Account menu, as nameMenu() knows them
    int m_factColumns = 0; // not arranged yet
    bool m_refreshing = false;
    bool m_failed = false; // there is none to show, and none is coming
};

} // namespace latchkey
