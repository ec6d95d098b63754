#include "ui/proxyfield.h"

#include "ui/button.h"
#include "ui/fieldstyle.h"
#include "ui/glyphs.h"
#include "ui/signinform.h"
#include "ui/theme.h"
#include "ui_proxyfield.h"

#include <QEvent>
#include <QUrl>

namespace latchkey
{

ProxyField::ProxyField(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProxyField>())
{
    m_ui->setupUi(this);
    FieldStyle::dress(m_ui->hostEdit);
    FieldStyle::dress(m_ui->portEdit);
    for (QLabel *label : {m_ui->nameLabel, m_ui->helpLabel, m_ui->hostLabel, m_ui->portLabel})
        alignLeading(label);
    setMuted(m_ui->helpLabel);
    shape();
    retranslate();
    setChoice({});
    connect(m_ui->systemRadioButton, &RadioButton::clicked, this, [this] { choose(false); });
    connect(m_ui->manualRadioButton, &RadioButton::clicked, this, [this] { choose(true); });
    for (const QLineEdit *edit : {m_ui->hostEdit, m_ui->portEdit}) {
        connect(edit, &QLineEdit::editingFinished, this, &ProxyField::readFields);
        connect(edit, &QLineEdit::textEdited, this, [this] { setFault(Fault::None); });
    }
}

ProxyField::~ProxyField() = default;

void ProxyField::shape()
{
    const int step = grid(this);
    const int in = m_ui->manualRadioButton->textIndent();
    m_ui->nameLabel->setContentsMargins(ringSpace, 0, ringSpace, step / 4);
    m_ui->helpLabel->setContentsMargins(ringSpace, 0, ringSpace, step / 2);
    m_ui->manualLayout->setContentsMargins(in - ringSpace, step / 2, 0, 0);
    m_ui->partsLayout->setSpacing(step);
    m_ui->hostLayout->setSpacing(step / 2);
    m_ui->portLayout->setSpacing(step / 2);
    for (QLabel *label : {m_ui->hostLabel, m_ui->portLabel})
        label->setContentsMargins(ringSpace, 0, ringSpace, 0);
    m_ui->portEdit->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000000"))
                                    + 2 * (ringSpace + step));
    m_ui->hintLabel->setContentsMargins(ringSpace, step / 2, ringSpace, 0);
}

void ProxyField::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->systemRadioButton->setAccessibleDescription(m_ui->helpLabel->text());
    m_ui->manualRadioButton->setAccessibleDescription(m_ui->helpLabel->text());
    setFault(m_fault);
}

void ProxyField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        shape();
}

void ProxyField::setChoice(const ProxyChoice &choice)
{
    m_choice = choice;
    m_ui->systemRadioButton->setChecked(!choice.manual);
    m_ui->manualRadioButton->setChecked(choice.manual);
    showManual(choice.manual);
    if (choice.manual) {
        m_ui->hostEdit->setText(choice.host);
        m_ui->portEdit->setText(QString::number(choice.port));
    }
    setFault(Fault::None);
}

// Tab stops at the one that is chosen; Qt sees to that only once the focus was here.
void ProxyField::showManual(bool manual)
{
    m_ui->manualBox->setVisible(manual);
    m_ui->systemRadioButton->setFocusPolicy(manual ? Qt::ClickFocus : Qt::StrongFocus);
    m_ui->manualRadioButton->setFocusPolicy(manual ? Qt::StrongFocus : Qt::ClickFocus);
}

void ProxyField::focusChoice()
{
    (m_ui->manualRadioButton->isChecked() ? m_ui->manualRadioButton : m_ui->systemRadioButton)
        ->setFocus(Qt::OtherFocusReason);
}

void ProxyField::choose(bool manual)
{
    showManual(manual);
    emit grown();
    if (manual) {
        readFields();
        return;
    }
    if (!m_choice.manual)
        return;
    m_choice = {};
    emit changed(m_choice);
}

// What other programs show as one: "http://proxy.example.com:3128/" or "proxy.example.com:3128".
void ProxyField::splitPasted()
{
    const QString typed = m_ui->hostEdit->text().trimmed();
    const bool schemed = typed.startsWith(u"http://", Qt::CaseInsensitive);
    const QUrl url(schemed ? typed : QStringLiteral("http://") + typed, QUrl::StrictMode);
    const bool plain = url.userInfo().isEmpty() && (url.path().isEmpty() || url.path() == u"/")
        && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || !plain || (!schemed && url.port() < 0))
        return;
    m_ui->hostEdit->setText(url.host());
    if (url.port() > 0)
        m_ui->portEdit->setText(QString::number(url.port()));
}

ProxyField::Fault ProxyField::findFault(const QString &host, int port) const
{
    const QString typed = m_ui->hostEdit->text().trimmed();
    if (typed.contains(u'@'))
        return Fault::HasCredentials;
    if (!typed.isEmpty() && host.isEmpty())
        return Fault::BadHost;
    const bool hasPort = !m_ui->portEdit->text().trimmed().isEmpty();
    if (hasPort && (port < 1 || port > largestPort))
        return Fault::BadPort;
    return typed.isEmpty() || !hasPort ? Fault::Incomplete : Fault::None;
}

void ProxyField::readFields()
{
    if (!m_ui->manualRadioButton->isChecked())
        return;
    splitPasted();
    const QString host = proxyHost(m_ui->hostEdit->text().trimmed());
    bool isNumber = false;
    const int port = m_ui->portEdit->text().trimmed().toInt(&isNumber);
    const ProxyChoice choice{.manual = true, .host = host, .port = isNumber ? port : 0};
    setFault(findFault(host, choice.port));
    if (m_fault != Fault::None || choice == m_choice)
        return;
    m_choice = choice;
    emit changed(m_choice);
}

void ProxyField::setFault(Fault fault)
{
    m_fault = fault;
    QString text;
    HintLine::Tone tone = HintLine::Tone::Error;
    switch (fault) {
    case Fault::None:
        break;
    case Fault::Incomplete:
        text = tr("Used as soon as both host and port are filled in.");
        tone = HintLine::Tone::Quiet;
        break;
    case Fault::BadHost:
        text = tr("Enter a host name or an address, for example proxy.example.com.");
        break;
    case Fault::HasCredentials:
        text = tr("Leave out the user name and password: Latchkey doesn't keep them.");
        break;
    case Fault::BadPort:
        text = tr("Enter a port between 1 and 65535.");
        break;
    }
    const bool atPort = fault == Fault::BadPort;
    QLineEdit *const other = atPort ? m_ui->hostEdit : m_ui->portEdit;
    setFieldHint(*other, *m_ui->hintLabel, {}, tone);
    setFieldHint(atPort ? *m_ui->portEdit : *m_ui->hostEdit, *m_ui->hintLabel, text, tone);
}

} // namespace latchkey
