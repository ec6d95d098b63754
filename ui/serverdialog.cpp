#include "ui/serverdialog.h"

#include "ui/columnarea.h"
#include "ui/flowlayout.h"
#include "ui/theme.h"
#include "ui_serverdialog.h"

#include <QEvent>

namespace latchkey
{

ServerDialog::ServerDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ServerDialog>())
{
    m_ui->setupUi(this);
    auto *buttons = new FlowLayout(m_ui->buttonRow); // large text needs two lines
    buttons->setTrailing(true);
    m_ui->cancelButton->setTall();
    buttons->insertWidget(0, m_ui->cancelButton);
    buttons->insertWidget(1, m_ui->useButton);
    applyTheme(this);
    m_ui->useButton->setKind(Button::Kind::Primary);
    shape();
    connect(m_ui->serverField, &ServerField::testRequested, this, &ServerDialog::testRequested);
    connect(m_ui->serverField, &ServerField::grown, this,
            [this] { fitDialog(this, m_ui->scrollArea); });
    connect(m_ui->serverField, &ServerField::chosen, this, [this](const ServerAddress &server) {
        accept();
        emit serverChosen(server);
    });
    connect(m_ui->useButton, &Button::clicked, m_ui->serverField, &ServerField::choose);
    connect(m_ui->cancelButton, &Button::clicked, this, &ServerDialog::reject);
}

ServerDialog::~ServerDialog() = default;

void ServerDialog::shape()
{
    const int step = grid(this);
    m_ui->dialogLayout->setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step);
    m_ui->buttonRow->layout()->setSpacing(step);
    m_ui->buttonRow->layout()->setContentsMargins(0, 2 * step, 0, 0);
}

void ServerDialog::setServer(const ServerAddress &server)
{
    m_ui->serverField->setServer(server);
    m_ui->serverField->focusAddress();
}

void ServerDialog::showTestResult(const std::optional<Error> &error, const QDateTime &now)
{
    m_ui->serverField->showTestResult(error, now);
}

void ServerDialog::showEvent(QShowEvent *event)
{
    fitDialog(this, m_ui->scrollArea);
    QDialog::showEvent(event);
}

void ServerDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::FontChange)
        shape();
}

} // namespace latchkey
