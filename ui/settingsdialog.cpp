#include "ui/settingsdialog.h"

#include "ui/columnarea.h"
#include "ui/glyphs.h"
#include "ui/theme.h"
#include "ui_settingsdialog.h"

namespace latchkey
{

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    applyTheme(this);
    const int step = grid(this);
    m_ui->dialogLayout->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    for (QLabel *help : {m_ui->stayHelpLabel, m_ui->rememberHelpLabel}) {
        setMuted(help);
        alignLeading(help);
        help->setIndent(m_ui->staySignedInCheckBox->textIndent());
    }
    setMuted(m_ui->proxyLabel);
    alignLeading(m_ui->proxyLabel);
    m_ui->proxyLabel->setIndent(ringSpace);
    // Not the labels' own margins: with large text a change of style takes those away (QFrame).
    for (QWidget *below : {static_cast<QWidget *>(m_ui->rememberEmailCheckBox),
                           static_cast<QWidget *>(m_ui->proxyLabel)})
        m_ui->dialogLayout->insertSpacing(m_ui->dialogLayout->indexOf(below), 2 * step);
    m_ui->dialogLayout->insertSpacing(m_ui->dialogLayout->indexOf(m_ui->proxyLabel) + 1, 2 * step);
    m_ui->staySignedInCheckBox->setAccessibleDescription(m_ui->stayHelpLabel->text());
    m_ui->rememberEmailCheckBox->setAccessibleDescription(m_ui->rememberHelpLabel->text());
    connect(m_ui->staySignedInCheckBox, &CheckBox::clicked, this,
            &SettingsDialog::staySignedInChanged);
    connect(m_ui->rememberEmailCheckBox, &CheckBox::clicked, this,
            &SettingsDialog::rememberEmailChanged);
    connect(m_ui->closeButton, &Button::clicked, this, &SettingsDialog::accept);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::setValues(bool staySignedIn, bool rememberEmail)
{
    m_ui->staySignedInCheckBox->setChecked(staySignedIn);
    m_ui->rememberEmailCheckBox->setChecked(rememberEmail);
}

void SettingsDialog::showEvent(QShowEvent *event)
{
    fitDialog(this);
    QDialog::showEvent(event);
}

} // namespace latchkey
