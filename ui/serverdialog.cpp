#include "ui/serverdialog.h"

#include "ui/displaytext.h"
#include "ui/fieldstyle.h"
#include "ui/glyphs.h"
#include "ui/signinform.h"
#include "ui/theme.h"
#include "ui_serverdialog.h"

namespace latchkey
{

namespace
{

MessageId messageFor(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::NotEncrypted:
        return MessageId::V6;
    case AddressProblem::Malformed:
    case AddressProblem::HasCredentials:
    case AddressProblem::HasQueryOrFragment:
        return MessageId::V5;
    }
    return MessageId::V5;
}

} // namespace

ServerDialog::ServerDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ServerDialog>())
{
    m_ui->setupUi(this);
    applyTheme(this);
    const int step = grid(this);
    m_ui->dialogLayout->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    alignLeading(m_ui->addressLabel);
    FieldStyle::dress(m_ui->addressEdit);
    m_ui->addressLabel->setContentsMargins(ringSpace, 0, ringSpace, step * 3 / 4);
    m_ui->addressHint->setContentsMargins(ringSpace, step / 2, ringSpace, step);
    m_ui->resultLabel->setContentsMargins(ringSpace, step / 2, ringSpace, 0);
    m_ui->testLayout->setSpacing(step);
    m_ui->buttonLayout->setSpacing(step);
    m_ui->buttonLayout->setContentsMargins(0, 2 * step, 0, 0);
    m_ui->useButton->setKind(Button::Kind::Primary);
    m_ui->cancelButton->setKind(Button::Kind::Text);
    m_ui->spinner->hide();
    m_ui->resultLabel->setMinimumHeight(2 * fontMetrics().lineSpacing());
    connect(m_ui->addressEdit, &QLineEdit::textEdited, this, &ServerDialog::showHost);
    connect(m_ui->testButton, &Button::clicked, this, &ServerDialog::test);
    connect(m_ui->useButton, &Button::clicked, this, &ServerDialog::choose);
    connect(m_ui->cancelButton, &Button::clicked, this, &ServerDialog::reject);
}

ServerDialog::~ServerDialog() = default;

void ServerDialog::setServer(const ServerAddress &server)
{
    m_ui->addressEdit->setText(server.toString());
    m_ui->addressEdit->selectAll();
    m_ui->addressEdit->setFocus(Qt::OtherFocusReason);
    showHost();
}

// Which computer an address really names: letters that only look alike show as xn-- (N14).
void ServerDialog::showHost()
{
    const auto server = ServerAddress::parse(m_ui->addressEdit->text());
    const QString host = server
        ? fillIn(tr("This is the server {host}."), {{QStringLiteral("host"), server->host()}})
        : QString();
    setFieldHint(*m_ui->addressEdit, *m_ui->addressHint, host, HintLine::Tone::Quiet);
    m_ui->spinner->hide();
    m_ui->resultLabel->setHint({}, HintLine::Tone::Quiet);
}

std::optional<ServerAddress> ServerDialog::typedServer()
{
    const auto server = ServerAddress::parse(m_ui->addressEdit->text());
    if (server)
        return *server;
    setFieldHint(*m_ui->addressEdit, *m_ui->addressHint,
                 messageTemplate(messageFor(server.error())), HintLine::Tone::Error);
    m_ui->addressEdit->setFocus(Qt::OtherFocusReason);
    return std::nullopt;
}

void ServerDialog::test()
{
    const auto server = typedServer();
    if (!server)
        return;
    m_testedHost = server->host();
    m_ui->spinner->show();
    m_ui->resultLabel->setHint(
        makeMessage(MessageId::S1, {{QStringLiteral("host"), server->host()}}, Variant::After1s)
            .text(),
        HintLine::Tone::Quiet);
    emit testRequested(*server);
}

void ServerDialog::showTestResult(const std::optional<Error> &error, const QDateTime &now)
{
    m_ui->spinner->hide();
    if (!error) {
        m_ui->resultLabel->setHint(fillIn(tr("{host} answered, and you can sign in there."),
                                          {{QStringLiteral("host"), embedded(m_testedHost)}}),
                                   HintLine::Tone::Success);
        fitDialog(this);
        return;
    }
    const ErrorContext context{.doing = Doing::ConnectionTest, .host = m_testedHost, .now = now};
    m_ui->resultLabel->setHint(latchkey::messageFor(*error, context).text(), HintLine::Tone::Error);
    fitDialog(this);
}

void ServerDialog::showEvent(QShowEvent *event)
{
    fitDialog(this);
    QDialog::showEvent(event);
}

void ServerDialog::choose()
{
    const auto server = typedServer();
    if (!server)
        return;
    accept();
    emit serverChosen(*server);
}

} // namespace latchkey
