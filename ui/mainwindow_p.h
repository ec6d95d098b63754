#pragma once

#include "ui/mainwindow.h"
#include "ui/profilepage.h"
#include "ui/serverdialog.h"
#include "ui/sessiontext.h"
#include "ui/settingsdialog.h"
#include "ui/signinpage.h"
#include "ui/waitpages.h"

#include <QPointer>
#include <QSet>
#include <QStackedWidget>

namespace latchkey
{

// The wiring between pages and session. windowsession.cpp has what follows the session's state,
// mainwindow.cpp the rest.
class MainWindow::Private final : public QObject
{
    Q_OBJECT
public:
    Private(MainWindow *window, Session &session, Clock &clock, const Values &values);

    void wirePages();
    void wireSession();
    void makeKeychainPage();
    void makeProfilePage();
    [[nodiscard]] bool showsProfile() const;
    void addShortcuts();
    void openServerDialog();
    void openSettings();
    void dismiss(MessageId id);
    void handleAction(MessageId id, MessageAction action);
    void showMessage(const Message &message);

    // windowsession.cpp
    void statusChanged(const SessionStatus &now);
    void enterState(const SessionStatus &now, SessionState before);
    void showSignedOut(const SessionStatus &now, bool fromSignIn);
    void showProfilePage(const SessionStatus &now);
    void signInFailed(const Error &error);
    void profileLoaded(const Profile &profile, WallTime at);
    void profileFailed(const Error &error);
    void signedOut(std::optional<WallTime> expiry);
    void forgetPerson();
    void updateNotice();
    void scheduleNotice();
    void setPage(QWidget *page);
    [[nodiscard]] NoticeContext noticeContext() const;
    [[nodiscard]] bool isAlive() const; // a profile belongs on screen
    void signInAgain(bool again);

    MainWindow *q;
    Session &session;
    Clock &clock;
    Values values;
    SessionStatus status;
    std::unique_ptr<Timer> noticeTimer;
    QStackedWidget *stack;
    RestoringPage *restoringPage;
    SignInPage *signInPage;
    KeychainPage *keychainPage = nullptr; // null until it is needed
    ProfilePage *profilePage = nullptr; // null until somebody is signed in
    QPointer<ServerDialog> serverDialog;
    QPointer<SettingsDialog> settingsDialog;
    QSet<MessageId> dismissed; // since the sign-in
    std::optional<Message> problem; // until it is dismissed; the session's own news go first
    std::optional<Message> profileTrouble; // the last reload failed
    QUrl avatar; // what avatarWanted() asked for last
    int avatarRun = 0; // a picture decoded for an earlier person loses
    bool signingInAgain = false; // the sign-in page stands over a session that still lives
    bool remindAtOneMinute = false;
};

} // namespace latchkey
