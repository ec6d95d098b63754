#pragma once

#include "app/base/clock.h"
#include "app/base/credentials.h"
#include "app/base/error.h"
#include "ui/messages.h"
#include "ui/timing.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QLineEdit;

namespace latchkey
{

namespace Ui
{
class SignInPage;
}

class Announcer;
class MessageBar;
struct WhyWords;

// The sign-in form (screens.md section 1). It takes values and emits what the person wants; it
// knows neither the session nor the network. `clock` must outlive it.
class SignInPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(Clock &clock, QWidget *parent = nullptr);
    ~SignInPage() override;

    void setServer(const QString &host); // another one empties the password (U8)
    void setEmail(const QString &email);
    [[nodiscard]] QString email() const;
    void setStaySignedIn(bool stay);
    // `missing`: "Stay signed in" is off, and says why in these words (K2, K10, K13, K14).
    void setKeychain(const QString &name, std::optional<MessageId> missing);
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    // There is a page to go back to: Cancel and Esc do that while the form is idle.
    void setReturnable(bool returnable);
    void setDemoStarting(bool starting);

    void showMessage(const Message &message); // stays in the language it has
    void showMessage(const MessageMaker &make); // made again when the language changes
    // The answer to signInRequested(). Puts the focus where the fault is, counts down a rate limit.
    void showError(const Error &error, Milliseconds serverOffset);
    void clearMessage();
    void openDetails(const QString &text); // of the message that is shown
    void openDetails(const std::function<QString()> &make);
    void toggleReason(const std::function<WhyWords()> &make); // why the session ended
    void clearPassword();
    void forgetAttempts(); // a success: the next 401 is the first again
    void focusFirst(); // the first empty field

signals:
    void signInRequested(const Credentials &credentials, bool staySignedIn);
    void cancelRequested();
    void returnRequested();
    void demoRequested();
    void serverChangeRequested();
    void settingsRequested();
    // What the page cannot do itself.
    void actionTriggered(MessageId id, MessageAction action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void connectForm();
    void submit();
    [[nodiscard]] bool validate();
    void checkEmail(bool submitting);
    void checkPassword();
    void showHint(QLineEdit &field, std::optional<MessageId> id);
    [[nodiscard]] QString serversWords(const QLineEdit &field) const; // E4
    void showStayHelp();
    void showSubmitText();
    void setProgress(const std::function<QString()> &make); // none: nothing is under way
    void updateCancel(bool slow);
    void showProgress(Variant stage, int seconds);
    void showRateLimit(std::chrono::seconds left);
    void handleAction(MessageId id, MessageAction action);
    void placeFocus(MessageId id);
    void describePassword();

    std::unique_ptr<Ui::SignInPage> m_ui;
    Clock &m_clock;
    WaitWatch m_wait;
    Countdown m_rateLimit;
    Announcer *m_announcer;
    Variant m_toldStage = Variant::Main; // of the wait, to screen readers
    QString m_host;
    QString m_keychainName; // empty: not known
    std::optional<MessageId> m_emailHint;
    std::optional<MessageId> m_passwordHint;
    std::function<QString()> m_makeProgress; // may be empty
    Error m_error; // of the last answer
    QString m_oddEmail; // was warned about: a second submit passes (V2)
    int m_refused = 0;
    bool m_busy = false;
    bool m_returnable = false;
    std::optional<MessageId> m_keychainMissing;
    bool m_stay = true; // what the person wants, also while the box is disabled
    bool m_wasPainted = false;
    bool m_emailEdited = false;
    bool m_passwordEdited = false;
    bool m_capsLock = false;
};

} // namespace latchkey
