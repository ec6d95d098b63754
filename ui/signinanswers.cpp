// How the sign-in page shows an answer: the other half of signinpage.cpp.
#include "ui/errormessage.h"
#include "ui/messagebar.h"
#include "ui/signinform.h"
#include "ui/signinpage.h"
#include "ui_signinpage.h"

#include <QLocale>

namespace latchkey
{

void SignInPage::showMessage(const Message &message)
{
    m_rateLimit.stop();
    Message shown = message;
    shown.actions.removeAll(MessageAction::SignIn); // this very page is it
    shown.actions.removeAll(MessageAction::Continue);
    m_ui->messageBar->showMessage(shown);
    showBar(*m_ui);
}

void SignInPage::showError(const Error &error, Milliseconds serverOffset)
{
    m_refused = error.code == ErrorCode::InvalidCredentials ? m_refused + 1 : 0;
    const ErrorContext context{.doing = Doing::SignIn,
                               .host = m_host,
                               .refusedLogins = m_refused,
                               .now = toDateTime(m_clock.wall()).toLocalTime(),
                               .serverOffset = serverOffset};
    const Message message = messageFor(error, context);
    m_certificate = error.tls ? error.tls->certificate : QString();
    showMessage(message);
    if (message.id == MessageId::E6)
        m_rateLimit.start(error.retryAfter.value_or(defaultRateLimit));
    placeFocus(message.id);
}

void SignInPage::placeFocus(MessageId id)
{
    if (id == MessageId::E1 || id == MessageId::E2) {
        const QString text = m_ui->messageBar->message().text();
        m_ui->passwordEdit->setAccessibleDescription(text);
        m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
        m_ui->passwordEdit->selectAll();
    } else if (!isAncestorOf(window()->focusWidget())) {
        focusFirst();
    }
    showBar(*m_ui);
}

void SignInPage::showRateLimit(std::chrono::seconds left)
{
    using std::chrono::seconds;
    MessageBar *bar = m_ui->messageBar;
    Message message
        = makeMessage(MessageId::E6, {{QStringLiteral("mm:ss"), minutesAndSeconds(left)}},
                      left == seconds(0) ? Variant::NoTimeGiven : Variant::Main);
    message.details = bar->message().details;
    // Read out at these moments only; in between the number changes in silence.
    const bool read
        = left == seconds(60) || left == seconds(30) || left == seconds(10) || left == seconds(0);
    if (read)
        bar->showMessage(message);
    else
        bar->updateMessage(message);
    bar->setActionEnabled(MessageAction::TryAgain, left == seconds(0));
}

void SignInPage::handleAction(MessageId id, MessageAction action)
{
    switch (action) {
    case MessageAction::TryAgain:
    case MessageAction::TryNow:
        if (id != MessageId::K1 && id != MessageId::K3 && id != MessageId::K4) {
            submit();
            return;
        }
        break;
    case MessageAction::UseAnotherAccount:
        clearMessage();
        setEmail({});
        clearPassword();
        m_ui->emailEdit->setFocus(Qt::OtherFocusReason);
        return;
    case MessageAction::ChangeServer:
        emit serverChangeRequested();
        return;
    case MessageAction::GoBack:
        clearMessage();
        focusFirst();
        return;
    case MessageAction::Dismiss:
        clearMessage();
        break;
    case MessageAction::ViewCertificate:
        openDetails(m_ui->messageBar->message().details + u'\n' + m_certificate.trimmed());
        return;
    case MessageAction::ProxySettings:
        emit settingsRequested();
        return;
    case MessageAction::Cancel:
        emit cancelRequested();
        return;
    case MessageAction::OpenBrowser:
    case MessageAction::SignInWithoutIt:
    case MessageAction::Continue:
    case MessageAction::SignIn:
    case MessageAction::SignInAgain:
    case MessageAction::SignOut:
    case MessageAction::Why:
    case MessageAction::RemindMe:
    case MessageAction::StaySignedIn:
        break;
    }
    emit actionTriggered(id, action);
}

} // namespace latchkey
