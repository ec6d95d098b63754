#pragma once

#include "ui/diagnosticsdialog.h"
#include "ui/idlewatch.h"
#include "ui/mainwindow.h"
#include "ui/profilepage.h"
#include "ui/serverdialog.h"
#include "ui/sessiontext.h"
#include "ui/settingsdialog.h"
#include "ui/signinpage.h"
#include "ui/waitpages.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QStackedWidget>

namespace latchkey
{

// The wiring between pages and session. windowsession.cpp and windowsignout.cpp have what
// follows the session's state, mainwindow.cpp the rest.
class MainWindow::Private final : public QObject
{
    Q_OBJECT
public:
    Private(MainWindow *window, Session &session, Clock &clock, const Values &values);

    SignInPage *signInPage();
    void makeSignInPage();
    void wireSignInPage();
    void tellRestoringPage();
    void tellSignInPage(); // the server and the keychain
    void wireSession();
    void wireSignOut();
    void makeKeychainPage();
    void makeProfilePage();
    [[nodiscard]] bool showsProfile() const;
    void addShortcuts();
    void openServerDialog();
    void openServerDialogAt(const QString &address); // shows it; it counts once it is used
    void chooseServer(const ServerAddress &server);
    // windowsettings.cpp
    void openSettings(std::optional<SettingsDialog::Row> row = std::nullopt);
    void applySettings(const Settings &settings);
    [[nodiscard]] static QString problemHeadline(const SettingsProblem &problem);
    [[nodiscard]] static QString badNames(const QList<BadSetting> &bad);
    [[nodiscard]] static QString badValuesBody(const SettingsProblem &problem);
    [[nodiscard]] static QString problemBody(const SettingsProblem &problem);
    void dismiss(MessageId id);
    void handleAction(MessageId id, MessageAction action);
    void showMessage(const MessageMaker &make);

    void wireSessionPanel(); // windowpanel.cpp

    // windowsession.cpp
    void statusChanged(const SessionStatus &now);
    void enterState(const SessionStatus &now, SessionState before);
    void showSignedOut(const SessionStatus &now, bool fromSignIn);
    void showProfilePage(const SessionStatus &now);
    void signInFailed(const Error &error);
    void profileLoaded(const Profile &profile, WallTime at);
    void profileFailed(const Error &error);
    void tellSignedOut(const MessageMaker &make);
    void signOutAsks(const QString &keychainName, bool isAboutIt);
    [[nodiscard]] MessageMaker signedOutMessage(std::optional<WallTime> expiry,
                                                bool removed) const; // X9
    void forgetPerson();
    void wantAvatar(const QUrl &url); // empty: none
    void updateNotice();
    void scheduleNotice();
    void setPage(QWidget *page);
    [[nodiscard]] NoticeContext noticeContext() const;
    [[nodiscard]] bool isAlive() const; // a profile belongs on screen
    void signInAgain(bool again);
    [[nodiscard]] int lastSignIn() const;

    // windowaway.cpp
    void wireAway();
    void followAway(SessionState before);
    void tellUnseenEnd(const Message &message);
    void endSeen(); // the window is in front, or its news are old
    void warnOfIdleness(int secondsLeft);
    [[nodiscard]] Message idleMessage() const;

    MainWindow *q;
    Session &session;
    Clock &clock;
    Values values;
    SessionStatus status;
    std::unique_ptr<Timer> noticeTimer;
    QStackedWidget *stack;
    RestoringPage *restoringPage;
    SignInPage *madeSignInPage = nullptr; // null until signInPage() or the window is shown
    KeychainPage *keychainPage = nullptr; // null until it is needed
    ProfilePage *profilePage = nullptr; // null until somebody is signed in
    QPointer<ServerDialog> serverDialog;
    QPointer<SettingsDialog> settingsDialog;
    QPointer<DiagnosticsDialog> diagnosticsDialog;
    QSet<MessageId> dismissed; // since the sign-in
    MessageMaker demoTrouble; // empty: none; until it is dismissed or mended
    MessageMaker problem; // empty: none; until it is dismissed; the session's own news go first
    MessageMaker profileTrouble; // empty: none; the last reload failed
    QHash<const QWidget *, QString> movedTo; // Error::movedTo of what each page tells
    Error profileError; // what profileTrouble tells
    std::optional<Error> restoringError; // why the profile is not here yet, nor a renewal tried
    QUrl avatar; // what avatarWanted() asked for last
    int avatarRun = 0; // a picture decoded for an earlier person loses
    bool signingInAgain = false; // the sign-in page stands over a session that still lives
    int signInBefore = 0; // lastSignIn() then
    bool remindAtOneMinute = false;
    bool revocable = false; // see MainWindow::setRevocable()
    IdleWatch idleWatch;
    std::optional<int> idleSeconds; // while X10 is on screen
    bool signedOutByIdleness = false; // and nobody has been told how it ended
    bool endIsTold = false; // sessionEndedUnseen() was emitted, and nobody has seen the end yet
};

} // namespace latchkey
