#pragma once

#include "app/base/clock.h"
#include "app/base/renewaltimerstate.h"
#include "app/base/serveraddress.h"
#include "app/base/settings.h"
#include "app/inspect/diagnosticsfacts.h"
#include "app/session/session.h"
#include "ui/messages.h"

#include <QMainWindow>
#include <QRect>
#include <QUrl>

#include <memory>
#include <optional>

namespace latchkey
{

// The one window. It wires the pages to the session, and shows the page that belongs to the
// session's state. What it cannot do itself it asks for with a signal; answers come back through
// the verbs. `session` and `clock` must outlive it. GUI thread only.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    struct Values { // what is remembered from the last run
        QRect geometry = {}; // null: none
        bool maximised = false;
        QString email = {}; // empty: none
        Settings settings = {};
        Milliseconds idleSignOut{0}; // without a touch for so long: X10; 0: never
        QString factoryServer = {}; // its address, for whoever changed it
    };
    MainWindow(Session &session, Clock &clock, const Values &values);
    ~MainWindow() override;

    // The answer to avatarWanted(); empty or undecodable bytes mean initials.
    void setAvatar(const QByteArray &bytes);
    // The answer to connectionTestRequested(); nullopt: such an API is there.
    void showConnectionTest(const std::optional<Error> &error);
    // Opens "About Latchkey", which asks for its facts by checksRequested().
    void openDiagnostics();
    [[nodiscard]] bool showsDiagnostics() const;
    void showDiagnostics(const DiagnosticsFacts &facts); // nothing happens if it is closed
    // On the page that is shown now.
    void showNotice(MessageId id, const MessageArguments &arguments = {});
    // The demo server runs: says so above the sign-in form and fills in the e-mail address.
    void showDemoAccount(const QString &email, const QString &password);
    // The demo server is being started, or could not be. `reason` is for Details.
    void setDemoStarting(bool starting);
    void showDemoFailed(const QString &reason);
    // The server is a demo server of ours, and does what revokeRequested() asks for.
    void setRevocable(bool revocable);
    // The answer to settingsShown(), and what became of a change of Settings::renewWhileClosed:
    // whether it can be carried out, and what it is now.
    void showRenewalTimer(RenewalTimerState state, bool renewWhileClosed);
    // A damaged settings file, a failed save. Not of kind None.
    void showProblem(const SettingsProblem &problem);
    void bringToFront();
    // The first time, makes the form too: after the window system has been told of the window.
    void setVisible(bool visible) override;

signals:
    // Whatever was wanted before is not wanted any more. Empty: the person is gone, or has none.
    void avatarWanted(const QUrl &url);
    void demoRequested();
    void revokeRequested(); // QA: the demo server shall refuse the tokens that it gave out
    void serverChosen(const ServerAddress &server);
    void connectionTestRequested(const ServerAddress &server);
    void settingsShown(); // the settings page was opened
    void settingsChanged(const Settings &settings); // one of them; to be applied and remembered
    void checksRequested(); // of diagnostics; answer with showDiagnostics(), as often as it is news
    void diagnosticsClosed(); // no checks are wanted any more
    void browserRequested(const QUrl &url); // captive portal (E16): the server's own address
    // The session ended, or idleness signed the person out, while nobody could see the window; and
    // now it can be seen, or it is old news.
    void sessionEndedUnseen(const Message &message);
    void sessionEndSeen();
    // The window is closing: save the geometry and quit. Ctrl+Q closes the window too.
    void closing(const QRect &geometry, bool maximised);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
