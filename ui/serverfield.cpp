#include "ui/serverfield.h"

#include "ui/displaytext.h"
#include "ui/errormessage.h"
#include "ui/fieldstyle.h"
#include "ui/glyphs.h"
#include "ui/signinform.h"
#include "ui/theme.h"
#include "ui_serverfield.h"

#include <QEvent>

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

ServerField::ServerField(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ServerField>())
{
    m_ui->setupUi(this);
    FieldStyle::dress(m_ui->addressEdit);
    alignLeading(m_ui->addressLabel);
    alignLeading(m_ui->helpLabel);
    setMuted(m_ui->helpLabel);
    m_ui->spinner->hide();
    m_ui->useButton->hide();
    m_ui->helpLabel->hide();
    shape();
    connect(m_ui->addressEdit, &QLineEdit::textEdited, this, &ServerField::addressEdited);
    connect(m_ui->testButton, &Button::clicked, this, &ServerField::test);
    connect(m_ui->useButton, &Button::clicked, this, &ServerField::choose);
}

ServerField::~ServerField() = default;

void ServerField::shape()
{
    const int step = grid(this);
    m_ui->addressLabel->setContentsMargins(ringSpace, 0, ringSpace, step * 3 / 4);
    m_ui->addressHint->setContentsMargins(ringSpace, step / 2, ringSpace, step / 2);
    m_ui->helpLabel->setContentsMargins(ringSpace, 0, ringSpace, step);
    m_ui->resultLabel->setContentsMargins(ringSpace, step / 2, ringSpace, 0);
    m_ui->testLayout->setSpacing(step);
    if (m_ui->useButton->isHidden()) // a dialog of its own: it does not jump with the answer
        m_ui->resultLabel->setMinimumHeight(2 * fontMetrics().lineSpacing());
}

void ServerField::setNarrow(bool narrow)
{
    m_ui->testLayout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->testButton), static_cast<QWidget *>(m_ui->useButton),
          static_cast<QWidget *>(m_ui->spinner)})
        m_ui->testLayout->setAlignment(part, narrow ? Qt::AlignLeading : Qt::Alignment());
}

void ServerField::retranslate()
{
    m_ui->retranslateUi(this);
    //: {address} is a web address: where one signs in unless another server is chosen
    const QString help = tr("Where you sign in. A new address counts once you use it. "
                            "Default: {address}.");
    m_ui->helpLabel->setText(
        m_defaultServer.isEmpty()
            ? tr("Where you sign in. A new address counts once you use it.")
            : fillIn(help, {{QStringLiteral("address"), addressText(m_defaultServer)}}));
    tellAddress();
    tellTest();
}

void ServerField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        shape();
}

void ServerField::offerUse(const QString &defaultServer)
{
    m_defaultServer = defaultServer;
    m_ui->useButton->show();
    m_ui->helpLabel->show();
    // Elsewhere Enter is the dialog's own default button.
    connect(m_ui->addressEdit, &QLineEdit::returnPressed, this, &ServerField::choose,
            Qt::UniqueConnection);
    shape();
    retranslate();
}

void ServerField::setServer(const ServerAddress &server)
{
    m_ui->addressEdit->setText(server.toString());
    addressEdited();
}

void ServerField::focusAddress()
{
    m_ui->addressEdit->selectAll();
    m_ui->addressEdit->setFocus(Qt::OtherFocusReason);
}

void ServerField::addressEdited()
{
    m_fault.reset();
    m_test = Test::None;
    tellAddress();
    tellTest();
}

// Which computer an address really names: letters that only look alike show as xn-- (N14).
void ServerField::tellAddress()
{
    if (m_fault) {
        setFieldHint(*m_ui->addressEdit, *m_ui->addressHint, messageTemplate(messageFor(*m_fault)),
                     HintLine::Tone::Error);
        return;
    }
    const auto server = ServerAddress::parse(m_ui->addressEdit->text());
    const QString host = server
        //: {host} is the name of a computer, such as api.example.com
        ? fillIn(tr("This is the server {host}."), {{QStringLiteral("host"), server->host()}})
        : QString();
    setFieldHint(*m_ui->addressEdit, *m_ui->addressHint, host, HintLine::Tone::Quiet);
}

void ServerField::tellTest()
{
    m_ui->spinner->setVisible(m_test == Test::Running);
    const MessageArguments host{{QStringLiteral("host"), embedded(m_testedHost)}};
    switch (m_test) {
    case Test::None:
        m_ui->resultLabel->setHint({}, HintLine::Tone::Quiet);
        break;
    case Test::Running:
        m_ui->resultLabel->setHint(makeMessage(MessageId::S1, host, Variant::After1s).text(),
                                   HintLine::Tone::Quiet);
        break;
    case Test::Chosen:
        //: {host} is the name of a computer, such as api.example.com
        m_ui->resultLabel->setHint(fillIn(tr("Latchkey now uses {host}."), host),
                                   HintLine::Tone::Success);
        break;
    case Test::Answered:
        if (!m_testError) {
            //: {host} is the name of a computer, such as api.example.com
            m_ui->resultLabel->setHint(
                fillIn(tr("{host} answered, and you can sign in there."), host),
                HintLine::Tone::Success);
            break;
        }
        const ErrorContext context{
            .doing = Doing::ConnectionTest, .host = m_testedHost, .now = m_testTime};
        m_ui->resultLabel->setHint(latchkey::messageFor(*m_testError, context).text(),
                                   HintLine::Tone::Error);
        break;
    }
    // In the settings an empty line would only be a hole in the card.
    m_ui->resultLabel->setVisible(m_ui->useButton->isHidden() || m_test != Test::None);
}

std::optional<ServerAddress> ServerField::typedServer()
{
    const auto server = ServerAddress::parse(m_ui->addressEdit->text());
    if (server)
        return *server;
    m_fault = server.error();
    tellAddress();
    emit grown();
    m_ui->addressEdit->setFocus(Qt::OtherFocusReason);
    return std::nullopt;
}

void ServerField::test()
{
    const auto server = typedServer();
    if (!server)
        return;
    m_testedHost = server->host();
    m_test = Test::Running;
    tellTest();
    emit testRequested(*server);
}

void ServerField::showTestResult(const std::optional<Error> &error, const QDateTime &now)
{
    if (m_test != Test::Running)
        return;
    m_test = Test::Answered;
    m_testError = error;
    m_testTime = now;
    tellTest();
    emit grown();
}

bool ServerField::choose()
{
    const auto server = typedServer();
    if (!server)
        return false;
    m_testedHost = server->host();
    m_test = Test::Chosen;
    tellTest();
    emit chosen(*server);
    return true;
}

} // namespace latchkey
