// How the sign-in page shows an answer: the other half of signinpage.cpp.
#include "ui/certificatewords.h"
#include "ui/displaytext.h"
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
    showMessage([message] { return message; });
}

void SignInPage::showMessage(const MessageMaker &make)
{
    m_rateLimit.stop();
    m_ui->messageBar->showMessage([make] {
        Message shown = make();
        shown.actions.removeAll(MessageAction::SignIn); // this very page is it
        shown.actions.removeAll(MessageAction::Continue);
        return shown;
    });
    showBar(*m_ui);
}

void SignInPage::showError(const Error &error, Milliseconds serverOffset)
{
    m_error = error;
    m_refused = error.code == ErrorCode::InvalidCredentials ? m_refused + 1 : 0;
    const ErrorContext context{.doing = Doing::SignIn,
                               .host = m_host,
                               .refusedLogins = m_refused,
                               .now = toDateTime(m_clock.wall()).toLocalTime(),
                               .serverOffset = serverOffset};
    const MessageId id = messageFor(error, context).id;
    showMessage([error, context] { return messageFor(error, context); });
    showHint(*m_ui->emailEdit, m_emailHint);
    showHint(*m_ui->passwordEdit, m_passwordHint);
    if (id == MessageId::E6)
        m_rateLimit.start(error.retryAfter.value_or(defaultRateLimit));
    placeFocus(id);
}

// The server begins what it says of a field with the field's name.
QString SignInPage::serversWords(const QLineEdit &field) const
{
    if (m_error.code != ErrorCode::BadRequest)
        return {};
    const QLatin1String name(&field == m_ui->emailEdit ? "email" : "password");
    for (const QString &words : m_error.serverMessages) {
        if (words.startsWith(name, Qt::CaseInsensitive))
            return embedded(words);
    }
    return {};
}

void SignInPage::placeFocus(MessageId id)
{
    describePassword();
    if (id == MessageId::E1 || id == MessageId::E2) {
        m_ui->passwordEdit->setFocus(Qt::OtherFocusReason);
        m_ui->passwordEdit->selectAll();
    } else if (!isAncestorOf(window()->focusWidget())) {
        focusFirst();
    }
    showBar(*m_ui);
}

// The field at fault says so itself.
void SignInPage::describePassword()
{
    const MessageBar &bar = *m_ui->messageBar;
    if (bar.hasMessage()
        && (bar.message().id == MessageId::E1 || bar.message().id == MessageId::E2))
        m_ui->passwordEdit->setAccessibleDescription(bar.message().text());
}

void SignInPage::showRateLimit(std::chrono::seconds left)
{
    using std::chrono::seconds;
    MessageBar *bar = m_ui->messageBar;
    const MessageMaker make = [error = m_error, left] {
        Message message
            = makeMessage(MessageId::E6, {{QStringLiteral("mm:ss"), minutesAndSeconds(left)}},
                          left == seconds(0) ? Variant::NoTimeGiven : Variant::Main);
        message.details = errorDetails(error);
        return message;
    };
    // Read out at these moments only; in between the number changes in silence.
    const bool read
        = left == seconds(60) || left == seconds(30) || left == seconds(10) || left == seconds(0);
    if (read)
        bar->showMessage(make);
    else
        bar->updateMessage(make);
    bar->setActionEnabled(MessageAction::TryAgain, left == seconds(0));
}

void SignInPage::handleAction(MessageId id, MessageAction action)
{
    switch (action) {
    case MessageAction::TryAgain:
    case MessageAction::TryNow:
        if (id != MessageId::K4) {
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
        toggleReason([error = m_error] { return certificateWords(error); });
        return;
    case MessageAction::Cancel:
        emit cancelRequested();
        return;
    case MessageAction::UseAddress:
    case MessageAction::ProxySettings: // opens the settings at that row
    case MessageAction::OpenBrowser:
    case MessageAction::Unlock:
    case MessageAction::SignInWithoutIt:
    case MessageAction::SaveIt:
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
