#include "ui/signinpage.h"

#include "app/base/logging.h"
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
{
    m_ui->setupUi(this);
    shapeSignInForm(*m_ui);
    orderSignInTabs(*m_ui);
    m_ui->passwordEdit->setClock(clock);
    m_ui->passwordEdit->setRevealButton(m_ui->showPasswordButton);
    connectForm();
    setKeychain({}, true);
    setBusy(false);
}

SignInPage::~SignInPage() = default;

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
    setFieldHint(*m_ui->emailEdit, *m_ui->emailHint, {}, HintLine::Tone::Quiet);
}

QString SignInPage::email() const
{
    return m_ui->emailEdit->text().trimmed();
}

void SignInPage::setStaySignedIn(bool stay)
{
    m_stay = stay;
    m_ui->staySignedInCheckBox->setChecked(stay && m_keychainAvailable);
}

void SignInPage::setKeychain(const QString &name, bool available)
{
    m_keychainAvailable = available;
    m_ui->staySignedInCheckBox->setEnabled(available);
    m_ui->staySignedInCheckBox->setChecked(available && m_stay);
    const QString store = name.isEmpty() ? tr("your computer's password store") : name;
    const QString help = available
        ? fillIn(tr("Your session is kept in {keychain}. Your password is never stored."),
                 {{QStringLiteral("keychain"), store}})
        : messageTemplate(MessageId::K2);
    m_ui->stayHelpLabel->setText(help);
    m_ui->staySignedInCheckBox->setAccessibleDescription(help);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    // Read-only, not disabled: a disabled field would lose the focus.
    m_ui->emailEdit->setReadOnly(busy);
    m_ui->passwordEdit->setReadOnly(busy);
    m_ui->signInButton->setText(busy ? messageTemplate(MessageId::S1) : tr("Sign &in"));
    m_ui->staySignedInCheckBox->setEnabled(!busy && m_keychainAvailable);
    for (Button *button : {m_ui->demoButton, m_ui->settingsButton, m_ui->serverButton})
        button->setEnabled(!busy);
    m_ui->spinner->hide();
    m_ui->progressLabel->setHint({}, HintLine::Tone::Quiet);
    if (busy) {
        m_rateLimit.stop();
        m_ui->messageBar->clear();
        m_ui->passwordEdit->setRevealed(false);
        m_wait.start();
    } else {
        m_wait.stop();
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
    m_ui->progressLabel->setHint(starting ? tr("Starting the demo server...") : QString(),
                                 HintLine::Tone::Quiet);
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
        m_ui->messageBar->showMessage(Message(m_ui->messageBar->message()));
        m_ui->messageBar->setActionEnabled(MessageAction::TryAgain, false);
        return;
    }
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
    QString hint;
    auto tone = HintLine::Tone::Error;
    if (email().isEmpty() && (submitting || m_emailEdited)) {
        hint = messageTemplate(MessageId::V1);
    } else if (!email().isEmpty() && !looksLikeEmail(email())) {
        hint = messageTemplate(MessageId::V2);
        tone = HintLine::Tone::Warning;
    }
    setFieldHint(*m_ui->emailEdit, *m_ui->emailHint, hint, tone);
}

void SignInPage::checkPassword()
{
    QString hint;
    auto tone = HintLine::Tone::Warning;
    if (m_ui->passwordEdit->text().isEmpty() && m_passwordEdited) {
        hint = messageTemplate(MessageId::V3);
        tone = HintLine::Tone::Error;
    } else if (m_capsLock) {
        hint = messageTemplate(MessageId::V4);
    }
    setFieldHint(*m_ui->passwordEdit, *m_ui->passwordHint, hint, tone);
}

void SignInPage::showProgress(Variant stage, int seconds)
{
    const Message message = makeMessage(
        MessageId::S1,
        {{QStringLiteral("host"), m_host}, {QStringLiteral("n"), QLocale().toString(seconds)}},
        stage);
    m_ui->spinner->show();
    m_ui->progressLabel->setHint(message.text(), HintLine::Tone::Quiet);
    updateCancel(true);
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

} // namespace latchkey
