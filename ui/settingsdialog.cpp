#include "ui/settingsdialog.h"

#include "ui/glyphs.h"
#include "ui/language.h"
#include "ui/messages.h"
#include "ui/theme.h"
#include "ui_settingsdialog.h"

#include <QEvent>
#include <QLocale>
#include <QScreen>
#include <QShortcut>
#include <QShowEvent>

#include <algorithm>
#include <array>

namespace latchkey
{

namespace
{

constexpr int textSteps[] = {100, 110, 125, 150, 175, 200};
constexpr double columnScale = 1.2; // of a form's column: names and choices stand side by side
constexpr double usualHeight = 80; // grid steps
constexpr double narrow = 52; // grid steps; below that a choice stands under its name

void setEntry(ComboBox &box, int index, const QString &text, const QVariant &value)
{
    if (index == box.count())
        box.addItem(text, value);
    box.setItemText(index, text);
    box.setItemData(index, value);
}

} // namespace

SettingsDialog::SettingsDialog(const QString &defaultServer, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    applyTheme(this);
    m_ui->scrollArea->setColumnScale(columnScale);
    m_ui->diagnosticsButton->setKind(Button::Kind::Text);
    m_ui->diagnosticsButton->setIcon(Icon::Info);
    m_ui->diagnosticsButton->setWrapping();
    m_ui->serverField->offerUse(defaultServer);
    dressTexts();
    shape();
    retranslate();
    connectRows();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::connectRows()
{
    const auto connectChoice = [this](ComboBox *box, auto apply) {
        connect(box, &ComboBox::activated, this, [this, box, apply] {
            Settings changed = m_settings;
            apply(changed, box->currentData());
            change(changed);
        });
    };
    connectChoice(m_ui->languageComboBox, [](Settings &settings, const QVariant &value) {
        settings.language = value.toString();
    });
    connectChoice(m_ui->appearanceComboBox, [](Settings &settings, const QVariant &value) {
        settings.appearance = Appearance(value.toInt());
    });
    connectChoice(m_ui->textSizeComboBox, [](Settings &settings, const QVariant &value) {
        settings.textPercent = value.toInt();
    });
    const auto connectBox = [this](CheckBox *box, bool Settings::*value) {
        connect(box, &CheckBox::clicked, this, [this, value](bool on) {
            Settings changed = m_settings;
            changed.*value = on;
            change(changed);
        });
    };
    connectBox(m_ui->staySignedInCheckBox, &Settings::staySignedIn);
    connectBox(m_ui->renewWhileClosedCheckBox, &Settings::renewWhileClosed);
    connectBox(m_ui->rememberEmailCheckBox, &Settings::rememberEmail);
    connectBox(m_ui->qaModeCheckBox, &Settings::qaMode);
    connect(m_ui->proxyField, &ProxyField::changed, this, [this](const ProxyChoice &proxy) {
        Settings changed = m_settings;
        changed.proxy = proxy;
        change(changed);
    });
    connect(m_ui->serverField, &ServerField::chosen, this, &SettingsDialog::serverChosen);
    connect(m_ui->serverField, &ServerField::testRequested, this, &SettingsDialog::testRequested);
    connect(m_ui->diagnosticsButton, &Button::clicked, this, &SettingsDialog::diagnosticsRequested);
    connect(m_ui->closeButton, &Button::clicked, this, &SettingsDialog::accept);
    // The window's own F1 does not reach past a dialog.
    connect(new QShortcut(QKeySequence(Qt::Key_F1), this), &QShortcut::activated, this,
            &SettingsDialog::diagnosticsRequested);
}

void SettingsDialog::change(const Settings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    showRenewWhileClosed();
    emit settingsChanged(settings);
}

void SettingsDialog::dressTexts()
{
    for (QLabel *label : m_ui->column->findChildren<QLabel *>()) {
        label->setTextFormat(Qt::PlainText);
        alignLeading(label);
    }
    for (QLabel *help :
         {m_ui->languageHelp, m_ui->appearanceHelp, m_ui->textSizeHelp, m_ui->stayHelpLabel,
          m_ui->closedHelpLabel, m_ui->rememberHelpLabel, m_ui->qaHelpLabel}) {
        help->setWordWrap(true);
        setMuted(help);
    }
    for (QVBoxLayout *texts : {m_ui->languageTexts, m_ui->appearanceTexts, m_ui->textSizeTexts}) {
        texts->insertStretch(0); // together in the middle, beside a higher choice
        texts->addStretch();
    }
    m_ui->footLine->setAutoFillBackground(true);
    m_ui->footLine->setBackgroundRole(QPalette::Midlight);
    m_ui->footLine->setFixedHeight(1);
}

void SettingsDialog::shape()
{
    const int step = grid(this);
    for (QLabel *label :
         {m_ui->connectionLabel, m_ui->lookLabel, m_ui->signInLabel, m_ui->testersLabel}) {
        scaleFont(label, subheadingScale, true);
        const int above = label == m_ui->connectionLabel ? 0 : step * 3;
        label->setContentsMargins(ringSpace, above, ringSpace, step);
    }
    for (QLayout *card :
         {m_ui->connectionLayout, m_ui->lookLayout, m_ui->signInLayout, m_ui->testersLayout})
        card->setSpacing(step * 5 / 2);
    for (QBoxLayout *row : {m_ui->languageRow, m_ui->appearanceRow, m_ui->textSizeRow})
        row->setSpacing(step);
    for (QLayout *texts :
         {static_cast<QLayout *>(m_ui->languageTexts),
          static_cast<QLayout *>(m_ui->appearanceTexts),
          static_cast<QLayout *>(m_ui->textSizeTexts), static_cast<QLayout *>(m_ui->stayRow),
          static_cast<QLayout *>(m_ui->closedRow), static_cast<QLayout *>(m_ui->rememberRow),
          static_cast<QLayout *>(m_ui->qaRow)})
        texts->setSpacing(step / 4);
    for (QLabel *label : {m_ui->languageLabel, m_ui->languageHelp, m_ui->appearanceLabel,
                          m_ui->appearanceHelp, m_ui->textSizeLabel, m_ui->textSizeHelp})
        label->setContentsMargins(ringSpace, 0, ringSpace, 0);
    for (QLabel *help :
         {m_ui->stayHelpLabel, m_ui->closedHelpLabel, m_ui->rememberHelpLabel, m_ui->qaHelpLabel})
        help->setIndent(m_ui->staySignedInCheckBox->textIndent());
    const int side = step * 3 - ringSpace; // in line with the cards
    m_ui->footLayout->setContentsMargins(side, step, side, step);
    alignChoices();
    arrangeRows();
}

// One column of choices has one width.
void SettingsDialog::alignChoices()
{
    const std::array<ComboBox *, 3> boxes{m_ui->languageComboBox, m_ui->appearanceComboBox,
                                          m_ui->textSizeComboBox};
    int widest = 0;
    for (const ComboBox *box : boxes)
        widest = std::max(widest, box->sizeHint().width());
    for (ComboBox *box : boxes)
        box->setMinimumWidth(widest);
}

void SettingsDialog::arrangeRows()
{
    const bool wide = width() >= grid(this, narrow);
    m_ui->serverField->setNarrow(!wide);
    for (QBoxLayout *row : {m_ui->languageRow, m_ui->appearanceRow, m_ui->textSizeRow}) {
        row->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        row->setAlignment(row->itemAt(1)->widget(),
                          wide ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading);
    }
}

void SettingsDialog::retranslate()
{
    m_ui->retranslateUi(this);
    //: {percent} is a number with its sign, such as 100%
    const QString help = tr("Beside the system's own text size. Default: {percent}.");
    m_ui->textSizeHelp->setText(
        fillIn(help, {{QStringLiteral("percent"), percentText(smallestTextPercent)}}));
    fillChoices();
    m_ui->languageComboBox->setAccessibleDescription(m_ui->languageHelp->text());
    m_ui->appearanceComboBox->setAccessibleDescription(m_ui->appearanceHelp->text());
    m_ui->textSizeComboBox->setAccessibleDescription(m_ui->textSizeHelp->text());
    m_ui->staySignedInCheckBox->setAccessibleDescription(m_ui->stayHelpLabel->text());
    m_ui->rememberEmailCheckBox->setAccessibleDescription(m_ui->rememberHelpLabel->text());
    m_ui->qaModeCheckBox->setAccessibleDescription(m_ui->qaHelpLabel->text());
}

QString SettingsDialog::percentText(int percent)
{
    //: {n} is a number: a text size beside the usual one
    return fillIn(tr("{n} %"), {{QStringLiteral("n"), QLocale().toString(percent)}});
}

// The entries stay the ones they are, so that a change of language may come from one of them.
void SettingsDialog::fillChoices()
{
    int index = 0;
    setEntry(*m_ui->languageComboBox, index++, tr("As the system"), QString());
    for (const Language::Choice &choice : Language::choices())
        setEntry(*m_ui->languageComboBox, index++, choice.name, choice.code);

    index = 0;
    setEntry(*m_ui->appearanceComboBox, index++, tr("As the system"), int(Appearance::System));
    setEntry(*m_ui->appearanceComboBox, index++, tr("Light"), int(Appearance::Light));
    setEntry(*m_ui->appearanceComboBox, index++, tr("Dark"), int(Appearance::Dark));

    index = 0;
    for (const int percent : textSteps)
        setEntry(*m_ui->textSizeComboBox, index++, percentText(percent), percent);
    showValues();
    alignChoices();
}

void SettingsDialog::showValues()
{
    ComboBox &size = *m_ui->textSizeComboBox;
    if (size.findData(m_settings.textPercent) < 0) // by hand in the settings file
        setEntry(size, size.count(), percentText(m_settings.textPercent), m_settings.textPercent);
    size.setCurrentIndex(size.findData(m_settings.textPercent));
    ComboBox &language = *m_ui->languageComboBox;
    language.setCurrentIndex(std::max(0, language.findData(m_settings.language)));
    m_ui->appearanceComboBox->setCurrentIndex(
        m_ui->appearanceComboBox->findData(int(m_settings.appearance)));
    m_ui->staySignedInCheckBox->setChecked(m_settings.staySignedIn);
    showRenewWhileClosed();
    m_ui->rememberEmailCheckBox->setChecked(m_settings.rememberEmail);
    m_ui->qaModeCheckBox->setChecked(m_settings.qaMode);
}

// Who has it on where it cannot be carried out (any more) may still switch it off.
void SettingsDialog::showRenewWhileClosed()
{
    const bool isImpossible = m_renewalTimer == RenewalTimerState::NoAutomaticRenewal
        || m_renewalTimer == RenewalTimerState::NoUserManager
        || m_renewalTimer == RenewalTimerState::NotInstalled;
    CheckBox &box = *m_ui->renewWhileClosedCheckBox;
    box.setChecked(m_settings.renewWhileClosed);
    box.setEnabled(!isImpossible || m_settings.renewWhileClosed);
    m_ui->closedHelpLabel->setText(closedHelp());
    box.setAccessibleDescription(m_ui->closedHelpLabel->text());
}

QString SettingsDialog::closedHelp() const
{
    switch (m_renewalTimer) {
    case RenewalTimerState::Unknown:
    case RenewalTimerState::Off:
    case RenewalTimerState::On:
        return tr("Renews your session about once an hour while you are logged in to this "
                  "computer. Default: off.");
    case RenewalTimerState::NoAutomaticRenewal:
        return tr("Automatic renewal is switched off in the settings file.");
    case RenewalTimerState::NoUserManager:
        return tr("This computer has no systemd user manager.");
    case RenewalTimerState::NotInstalled:
        return tr("Install Latchkey from a package to use this.");
    case RenewalTimerState::Failed:
        return tr("Not possible just now: systemd refused or didn't answer. Try again later.");
    }
    return {};
}

void SettingsDialog::setRenewalTimer(RenewalTimerState state, bool renewWhileClosed)
{
    m_renewalTimer = state;
    m_settings.renewWhileClosed = renewWhileClosed;
    showRenewWhileClosed();
}

void SettingsDialog::setSettings(const Settings &settings)
{
    m_settings = settings;
    m_ui->proxyField->setChoice(settings.proxy);
    showValues();
}

void SettingsDialog::setServer(const ServerAddress &server)
{
    m_ui->serverField->setServer(server);
}

void SettingsDialog::showTestResult(const std::optional<Error> &error, const QDateTime &now)
{
    m_ui->serverField->showTestResult(error, now);
}

QWidget *SettingsDialog::widgetOf(Row row) const
{
    switch (row) {
    case Row::Server:
        return m_ui->serverField;
    case Row::Proxy:
        return m_ui->proxyField;
    case Row::Language:
        return m_ui->languageComboBox;
    case Row::Appearance:
        return m_ui->appearanceComboBox;
    case Row::TextSize:
        return m_ui->textSizeComboBox;
    case Row::StaySignedIn:
        return m_ui->staySignedInCheckBox;
    case Row::RenewWhileClosed:
        return m_ui->renewWhileClosedCheckBox;
    case Row::RememberEmail:
        return m_ui->rememberEmailCheckBox;
    case Row::QaMode:
        return m_ui->qaModeCheckBox;
    }
    return nullptr;
}

void SettingsDialog::openAt(Row row)
{
    open();
    QWidget *widget = widgetOf(row);
    if (row == Row::Server)
        m_ui->serverField->focusAddress();
    else if (row == Row::Proxy)
        m_ui->proxyField->focusChoice();
    else
        widget->setFocus(Qt::OtherFocusReason);
    settle();
    m_ui->scrollArea->bringIntoView(widget);
}

// At once, and not one event after another with a picture in between.
void SettingsDialog::settle()
{
    layout()->activate();
    m_ui->scrollArea->arrange();
    m_ui->column->layout()->activate();
}

void SettingsDialog::fit()
{
    const QSize room = screen()->availableSize() * 9 / 10;
    const int wanted = int(columnWidth(this) * columnScale) + grid(this, 9);
    resize(std::min(wanted, room.width()), std::min(grid(this, usualHeight), room.height()));
}

void SettingsDialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        fit();
    QDialog::showEvent(event);
    settle();
}

void SettingsDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrangeRows();
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() != QEvent::FontChange)
        return;
    shape();
    if (isVisible())
        fit();
}

} // namespace latchkey
