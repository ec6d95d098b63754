#include "ui/settingsdialog.h"

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
        help->setIndent(13 * step / 4 + ringSpace);
        help->setContentsMargins(0, 0, 0, 2 * step);
    }
    setMuted(m_ui->proxyLabel);
    m_ui->proxyLabel->setContentsMargins(ringSpace, 0, ringSpace, 2 * step);
    m_ui->staySignedInCheckBox->setAccessibleDescription(m_ui->stayHelpLabel->text());
    m_ui->rememberEmailCheckBox->setAccessibleDescription(m_ui->rememberHelpLabel->text());
    setMinimumWidth(columnWidth(this) + 6 * step);
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

} // namespace latchkey
