#include "ui/signinpage.h"

#include "app/base/logging.h"
#include "ui/accessibility.h"
#include "ui/announcer.h"
#include "ui/errormessage.h"
#include "ui/messagebar.h"
#include "ui/signinform.h"
#include "ui_signinpage.h"

#include <QKeyEvent>
#include <QLocale>

#include <utility>

namespace latchkey
{

SignInPage::SignInPage(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SignInPage>())
    , m_clock(clock)
    , m_wait(clock)
    , m_rateLimit(clock)
    , m_announcer(new Announcer(clock, this))
{
    m_ui->setupUi(this);
    dressSignInForm(*m_ui);
    orderSignInTabs(*m_ui);
    m_ui->passwordEdit->setClock(clock);
    m_ui->passwordEdit->setRevealButton(m_ui->showPasswordButton);
    connectForm();
    setKeychain({}, std::nullopt);
    setBusy(false);
    retranslate();
}

SignInPage::~SignInPage() = default;

// The texts that code sets; what the person typed, and the focus, stay as they are.
void SignInPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->headingLabel->setPlainText(m_ui->headingLabel->text());
    m_ui->messageBar->retranslate();
    showStayHelp();
    showSubmitText();
    fitPasswordToggle(*m_ui);
    setProgress(m_makeProgress);
    showHint(*m_ui->emailEdit, m_emailHint);
    showHint(*m_ui->passwordEdit, m_passwordHint);
    describePassword();
}

void SignInPage::connectForm()
{
    m_ui->emailEdit->installEventFilter(this);
    m_ui->passwordEdit->installEventFilter(this);
    connect(m_ui->signInButton, &Button::clicked, this, &SignInPage::submit);
    connect(m_ui->emailEdit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_ui->passwordEdit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_ui->emailEdit, &QLineEdit::textEdited, this, [this] { m_emailEdited = true; });
    connect(m_ui->passwordEdit, &QLineEdit::textEdited, this, [this] { m_passwordEdited = true; });
    connect(m_ui->passwordEdit, &PasswordEdit::capsLockChanged, this, [this](bool on) {
        m_capsLock = on;
        checkPassword();
    });
    connect(m_ui->cancelButton, &Button::clicked, this,
            [this] { m_busy ? emit cancelRequested() : emit returnRequested(); });
    connect(m_ui->demoButton, &Button::clicked, this, &SignInPage::demoRequested);
    connect(m_ui->settingsButton, &Button::clicked, this, &SignInPage::settingsRequested);
    connect(m_ui->serverButton, &Button::clicked, this, &SignInPage::serverChangeRequested);
    connect(m_ui->staySignedInCheckBox, &CheckBox::clicked, this, [this](bool on) { m_stay = on; });
    connect(m_ui->messageBar, &MessageBar::actionTriggered, this, &SignInPage::handleAction);
    connect(&m_wait, &WaitWatch::reached, this, &SignInPage::showProgress);
    connect(&m_rateLimit, &Countdown::ticked, this, &SignInPage::showRateLimit);
}

void SignInPage::setServer(const QString &host)
{
    if (host == m_host)
        return;
    m_host = host;
    m_ui->hostLabel->setPlainText(host);
    m_ui->serverButton->setAccessibleDescription(host);
    m_rateLimit.stop();
    forgetAttempts();
    clearPassword();
}

void SignInPage::setEmail(const QString &email)
{
    if (m_ui->emailEdit->text() == email)
        return;
    m_ui->emailEdit->setText(email);
    m_emailEdited = false;
    showHint(*m_ui->emailEdit, {});
}

QString SignInPage::email() const
{
    return m_ui->emailEdit->text().trimmed();
}

void SignInPage::setStaySignedIn(bool stay)
{
    m_stay = stay;
    m_ui->staySignedInCheckBox->setChecked(stay && !m_keychainMissing);
}

void SignInPage::setKeychain(const QString &name, std::optional<MessageId> missing)
{
    m_keychainMissing = missing;
    m_ui->staySignedInCheckBox->setEnabled(!missing);
    m_ui->staySignedInCheckBox->setChecked(!missing && m_stay);
    m_keychainName = name;
    showStayHelp();
}

void SignInPage::showStayHelp()
{
    const QString store
        = m_keychainName.isEmpty() ? tr("your computer's password store") : m_keychainName;
    //: {keychain} is the password store's name, such as GNOME Keyring.
    const QString kept = tr("Your session is kept in {keychain}. Your password is never stored.");
    const QString help = m_keychainMissing ? messageTemplate(*m_keychainMissing)
                                           : fillIn(kept, {{QStringLiteral("keychain"), store}});
    m_ui->stayHelpLabel->setText(help);
    m_ui->staySignedInCheckBox->setAccessibleDescription(help);
}

void SignInPage::showSubmitText()
{
    m_ui->signInButton->setText(m_busy ? messageTemplate(MessageId::S1) : tr("Sign &in"));
}

void SignInPage::setProgress(const std::function<QString()> &make)
{
    m_makeProgress = make;
    m_ui->progressLabel->setHint(make ? make() : QString(), HintLine::Tone::Quiet);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    // Read-only, not disabled: a disabled field would lose the focus.
    m_ui->emailEdit->setReadOnly(busy);
    m_ui->passwordEdit->setReadOnly(busy);
    showSubmitText();
    m_ui->staySignedInCheckBox->setEnabled(!busy && !m_keychainMissing);
    for (Button *button : {m_ui->demoButton, m_ui->settingsButton, m_ui->serverButton})
        button->setEnabled(!busy);
    m_ui->spinner->hide();
    setProgress({});
    if (busy) {
        m_rateLimit.stop();
        m_ui->messageBar->clear();
        m_ui->passwordEdit->setRevealed(false);
        m_toldStage = Variant::Main;
        m_wait.start();
    } else {
        m_wait.stop();
        m_announcer->say({});
    }
    updateCancel(false);
}

void SignInPage::setReturnable(bool returnable)
{
    m_returnable = returnable;
    updateCancel(m_ui->cancelButton->isVisibleTo(this));
}

// The button comes with the slow state, after a second: a quick sign-in should not make it flash.
// Esc works from the start.
void SignInPage::updateCancel(bool slow)
{
    const bool shown = m_busy ? slow : m_returnable;
    const bool hadFocus = m_ui->cancelButton->hasFocus();
    m_ui->cancelButton->setVisible(shown);
    if (hadFocus && !shown)
        m_ui->signInButton->setFocus();
}

void SignInPage::setDemoStarting(bool starting)
{
    m_ui->demoButton->setEnabled(!starting && !m_busy);
    m_ui->spinner->setVisible(starting);
    if (starting)
        setProgress([] { return tr("Starting the demo server..."); });
    else
        setProgress({});
}

void SignInPage::clearMessage()
{
    m_rateLimit.stop();
    m_ui->messageBar->clear();
}

void SignInPage::openDetails(const QString &text)
{
    m_ui->messageBar->openDetails(text);
}

void SignInPage::openDetails(const std::function<QString()> &make)
{
    m_ui->messageBar->openDetails(make);
}

void SignInPage::toggleReason(const std::function<WhyWords()> &make)
{
    m_ui->messageBar->toggleReason(make);
}

void SignInPage::clearPassword()
{
    m_ui->passwordEdit->erase();
    m_passwordEdited = false;
    m_capsLock = false;
    checkPassword();
}

void SignInPage::forgetAttempts()
{
    m_refused = 0;
}

void SignInPage::focusFirst()
{
    if (m_ui->emailEdit->text().isEmpty())
        m_ui->emailEdit->setFocus(Qt::OtherFocusReason);
    else
        m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
}

void SignInPage::submit()
{
    if (m_busy)
        return;
    if (m_rateLimit.isRunning()) { // nothing is sent before the server's time: say it again
        m_ui->messageBar->sayAgain();
        return;
    }
    m_error = {}; // what the server said of the fields was about the last try
    if (!validate())
        return;
    const Credentials credentials{email(), m_ui->passwordEdit->secret()};
    const bool stay = m_ui->staySignedInCheckBox->isChecked();
    setBusy(true); // before the signal: a second click must find it so
    emit signInRequested(credentials, stay);
}

bool SignInPage::validate()
{
    checkEmail(true);
    m_passwordEdited = true;
    checkPassword();
    const bool oddEmail = !looksLikeEmail(email());
    const bool warnedBefore = oddEmail && !email().isEmpty() && email() == m_oddEmail;
    m_oddEmail = oddEmail ? email() : QString();
    if (oddEmail && !warnedBefore) {
        m_ui->emailEdit->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (m_ui->passwordEdit->text().isEmpty()) {
        m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

void SignInPage::checkEmail(bool submitting)
{
    std::optional<MessageId> hint;
    if (email().isEmpty() && (submitting || m_emailEdited))
        hint = MessageId::V1;
    else if (!email().isEmpty() && !looksLikeEmail(email()))
        hint = MessageId::V2;
    showHint(*m_ui->emailEdit, hint);
}

void SignInPage::checkPassword()
{
    std::optional<MessageId> hint;
    if (m_ui->passwordEdit->text().isEmpty() && m_passwordEdited)
        hint = MessageId::V3;
    else if (m_capsLock)
        hint = MessageId::V4;
    showHint(*m_ui->passwordEdit, hint);
}

void SignInPage::showHint(QLineEdit &field, std::optional<MessageId> id)
{
    const bool isEmail = &field == m_ui->emailEdit;
    (isEmail ? m_emailHint : m_passwordHint) = id;
    const bool wrong = !id || id == MessageId::V1 || id == MessageId::V3;
    setFieldHint(field, isEmail ? *m_ui->emailHint : *m_ui->passwordHint,
                 id ? messageTemplate(*id) : serversWords(field),
                 wrong ? HintLine::Tone::Error : HintLine::Tone::Warning);
}

void SignInPage::showProgress(Variant stage, int seconds)
{
    m_ui->spinner->show();
    const Quietly quietly(m_ui->progressLabel); // its stages are announced, its seconds are not
    setProgress([this, stage, seconds] {
        const Message message = makeMessage(
            MessageId::S1,
            {{QStringLiteral("host"), m_host}, {QStringLiteral("n"), QLocale().toString(seconds)}},
            stage);
        return message.text();
    });
    if (stage != std::exchange(m_toldStage, stage))
        m_announcer->say(m_ui->progressLabel->text());
    updateCancel(true);
    m_ui->scrollArea->reveal(m_ui->progressLabel);
}

bool SignInPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !m_busy
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        if (watched == m_ui->emailEdit && m_emailEdited)
            checkEmail(false);
        if (watched == m_ui->passwordEdit)
            checkPassword();
    }
    if (event->type() == QEvent::Paint && !std::exchange(m_wasPainted, true)) {
        // What a start is measured by; said when the whole picture is out.
        QMetaObject::invokeMethod(
            this, [] { qCInfo(lcUi) << "the sign-in page is on screen"; }, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_busy || m_returnable)) {
        m_busy ? emit cancelRequested() : emit returnRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

void SignInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        shapeSignInForm(*m_ui);
}

} // namespace latchkey
