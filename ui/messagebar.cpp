#include "ui/messagebar.h"

#include "ui/accessibility.h"
#include "ui/button.h"
#include "ui/card.h"
#include "ui/displaytext.h"
#include "ui/flowlayout.h"
#include "ui/theme.h"
#include "ui/whycard.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace latchkey
{

namespace
{

constexpr double cornerRadius = 8.0;

QLabel *plainLabel(const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    alignLeading(label);
    label->setContentsMargins(ringSpace, 0, ringSpace, 0);
    return label;
}

bool opensReason(MessageAction action)
{
    return action == MessageAction::Why || action == MessageAction::ViewCertificate;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_glyph(new SeverityGlyph(this))
    , m_headline(plainLabel(QStringLiteral("headlineLabel"), this))
    , m_body(plainLabel(QStringLiteral("bodyLabel"), this))
    , m_texts(new QVBoxLayout)
    , m_actionRow(new QWidget(this))
    , m_actionLayout(new FlowLayout(m_actionRow))
    , m_detailsToggle(new Button(Button::Kind::Text, {}, this))
    , m_details(plainLabel(QStringLiteral("detailsLabel"), this))
    , m_copy(new Button(Button::Kind::Text, {}, this))
{
    m_detailsToggle->setObjectName(QStringLiteral("detailsButton"));
    m_detailsToggle->setCheckable(true);
    m_detailsToggle->setDisclosure(Button::Disclosure::After);
    m_copy->setIcon(Icon::Copy);
    m_copy->setObjectName(QStringLiteral("copyDetailsButton"));
    m_actionLayout->insertWidget(0, m_detailsToggle);
    m_texts->addWidget(m_headline);
    m_texts->addWidget(m_body);
    m_texts->addWidget(m_actionRow);
    m_texts->addWidget(m_details);
    m_texts->addWidget(m_copy, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(m_texts, 1);
    shape();
    retranslate();

    connect(m_detailsToggle, &Button::toggled, this, &MessageBar::setDetailsShown);
    connect(m_copy, &Button::clicked, this, &MessageBar::copyDetails);
    hide();
}

void MessageBar::shape()
{
    const int step = grid(this);
    const int side = step * 3 / 2 + ringSpace;
    scaleFont(m_headline, 1.0, true);
    for (QLabel *label : {m_headline, m_body, m_details})
        alignLeading(label);
    m_actionLayout->setContentsMargins(0, step / 4, 0, 0);
    m_actionLayout->setSpacing(step);
    m_texts->setSpacing(step / 2);
    layout()->setContentsMargins(side, step * 3 / 2, side, step * 3 / 2);
    layout()->setSpacing(step);
    if (m_reason) {
        m_reasonGround->shape();
        m_reason->shape();
    }
}

void MessageBar::retranslate()
{
    m_detailsToggle->setText(tr("Details"));
    m_copy->setText(tr("Copy details"));
    if (m_make && m_hasMessage) {
        const Message message = m_make();
        m_message.headline = message.headline;
        m_message.body = message.body;
        m_message.details = message.details;
    }
    if (m_makeDetails)
        m_message.details = m_makeDetails();
    if (!m_hasMessage)
        return; // its buttons wait hidden for the next one
    setTexts();
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons.at(i)->setText(actionText(m_message.actions.at(i)));
        m_buttons.at(i)->setAccessibleName(actionName(m_message.actions.at(i)));
    }
    if (m_reason)
        m_reason->retranslate();
}

void MessageBar::showMessage(const MessageMaker &make)
{
    showMessage(make());
    m_make = make;
}

void MessageBar::showMessage(const Message &message)
{
    hide();
    m_message = message;
    m_make = {};
    m_makeDetails = {};
    m_hasMessage = true;
    closeReason();
    setTexts();
    buildActions();
    m_detailsToggle->setChecked(false);
    setDetailsShown(false);
    applyColours();
    show();
}

void MessageBar::updateMessage(const Message &message)
{
    const Quietly quietly(this);
    m_message.headline = message.headline;
    m_message.body = message.body;
    m_message.details = message.details;
    setTexts();
}

void MessageBar::updateMessage(const MessageMaker &make)
{
    updateMessage(make());
    m_make = make;
}

void MessageBar::sayAgain()
{
    hide();
    m_detailsToggle->setChecked(false);
    setDetailsShown(false);
    show();
}

void MessageBar::clear()
{
    if (!m_hasMessage)
        return; // an empty name would be news to screen readers
    hide();
    m_hasMessage = false;
    m_message = {};
    m_make = {};
    m_makeDetails = {};
    closeReason();
    setAccessibleName({});
}

void MessageBar::setTexts()
{
    m_headline->setText(m_message.headline);
    m_body->setText(m_message.body);
    m_body->setVisible(!m_message.body.isEmpty());
    m_details->setText(m_message.details);
    setAccessibleName(m_message.text());
}

void MessageBar::buildActions()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const MessageAction action : std::as_const(m_message.actions)) {
        const auto kind = m_buttons.isEmpty() ? Button::Kind::Outlined : Button::Kind::Text;
        auto *button = new Button(kind, actionText(action), m_actionRow);
        button->setObjectName(QStringLiteral("action%1Button").arg(int(action)));
        button->setAccessibleName(actionName(action));
        button->setCheckable(opensReason(action)); // and closes it
        connect(button, &Button::clicked, this,
                [this, action] { emit actionTriggered(m_message.id, action); });
        m_actionLayout->insertWidget(m_buttons.size(), button);
        m_buttons.append(button);
    }
    QWidget *previous = nullptr;
    for (Button *button : std::as_const(m_buttons)) {
        if (previous)
            setTabOrder(previous, button);
        previous = button;
    }
    if (previous)
        setTabOrder(previous, m_detailsToggle);
    if (m_reason) {
        setTabOrder(m_detailsToggle, m_reason->copyButton());
        setTabOrder(m_reason->copyButton(), m_copy);
    } else {
        setTabOrder(m_detailsToggle, m_copy);
    }
    m_detailsToggle->setVisible(!m_message.details.isEmpty());
    m_actionRow->setVisible(!m_buttons.isEmpty() || !m_message.details.isEmpty());
}

void MessageBar::setActionEnabled(MessageAction action, bool enabled)
{
    const qsizetype index = m_message.actions.indexOf(action);
    if (index >= 0)
        m_buttons.at(index)->setEnabled(enabled);
}

void MessageBar::openDetails(const QString &text)
{
    openDetails([text] { return text; });
}

void MessageBar::openDetails(const std::function<QString()> &make)
{
    m_makeDetails = make;
    m_message.details = make();
    m_details->setText(m_message.details);
    m_detailsToggle->setVisible(true);
    m_actionRow->setVisible(true);
    m_detailsToggle->setChecked(true);
    setDetailsShown(true);
}

void MessageBar::toggleReason(const std::function<WhyWords()> &make)
{
    if (!m_reason) {
        m_reasonGround = new Card(this);
        m_reason = new WhyCard(m_reasonGround);
        auto *layout = new QVBoxLayout(m_reasonGround);
        layout->addWidget(m_reason);
        m_texts->insertWidget(m_texts->indexOf(m_actionRow) + 1, m_reasonGround);
        m_reasonGround->hide();
        connect(m_reason->copyButton(), &Button::clicked, this, [this] {
            QGuiApplication::clipboard()->setText(
                linesWithoutIsolates(m_message.text() + u'\n' + m_reason->copyText()));
        });
        setTabOrder(m_detailsToggle, m_reason->copyButton());
        setTabOrder(m_reason->copyButton(), m_copy);
        shape();
    }
    if (m_reasonGround->isVisibleTo(this)) {
        closeReason();
        return;
    }
    m_reason->setReason(make);
    m_reasonGround->show();
    showReasonOpen(true);
}

void MessageBar::showReasonOpen(bool open)
{
    for (Button *button : std::as_const(m_buttons)) { // of the message before, perhaps
        if (button->isCheckable())
            button->setChecked(open);
    }
}

void MessageBar::closeReason()
{
    if (!m_reason)
        return;
    m_reason->setReason({});
    m_reasonGround->hide();
    showReasonOpen(false);
}

void MessageBar::setDetailsShown(bool shown)
{
    m_details->setVisible(shown);
    m_copy->setVisible(shown);
}

void MessageBar::copyDetails()
{
    QGuiApplication::clipboard()->setText(
        linesWithoutIsolates(m_message.text() + u'\n' + m_message.details));
}

void MessageBar::applyColours()
{
    const ColourPair colours = barColours(m_message.severity, coloursOf(this));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, colours.text);
    for (QLabel *label : {m_headline, m_body, m_details})
        label->setPalette(ink);
    for (Button *button : std::as_const(m_buttons))
        button->setInk(colours.text);
    m_detailsToggle->setInk(colours.text);
    m_copy->setInk(colours.text);
    m_glyph->setSeverity(m_message.severity, colours.text);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Colours theme = coloursOf(this);
    const ColourPair colours = barColours(m_message.severity, theme);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = colours.text;
    edge.setAlpha(isHighContrast(window()->palette()) ? 255 : 60);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(ringSpace + 0.5, 0.5, -ringSpace - 0.5, -0.5),
                            cornerRadius, cornerRadius);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_hasMessage)
        applyColours();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        shape();
}

} // namespace latchkey
