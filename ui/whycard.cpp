#include "ui/whycard.h"

#include "ui/button.h"
#include "ui/factstable.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace latchkey
{

namespace
{

constexpr double leastValue = 24; // grid steps

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    alignLeading(label);
    return label;
}

} // namespace

WhyCard::WhyCard(QWidget *parent)
    : QWidget(parent)
    , m_cause(wrappedLabel(this))
    , m_facts(new FactsTable(this))
    , m_last(wrappedLabel(this))
    , m_steps(new FactsTable(this))
    , m_copy(new Button(Button::Kind::Text, {}, this))
{
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : {static_cast<QWidget *>(m_cause), static_cast<QWidget *>(m_facts),
                            static_cast<QWidget *>(m_last), static_cast<QWidget *>(m_steps)})
        layout->addWidget(widget);
    layout->addWidget(m_copy, 0, Qt::AlignLeading);
    hide();
}

void WhyCard::setReason(const std::function<WhyWords()> &make)
{
    m_make = make;
    retranslate();
    setVisible(bool(m_make));
}

QString WhyCard::copyText() const
{
    return m_text;
}

void WhyCard::retranslate()
{
    m_copy->setText(tr("Copy details"));
    m_copy->setAccessibleDescription({});
    m_copy->setIcon(Icon::Copy);
    m_last->setText(tr("What happened last"));
    if (!m_make)
        return;
    const WhyWords words = m_make();
    m_copy->setAccessibleName(words.copyName.isEmpty() ? tr("Copy the reason") : words.copyName);
    m_text = words.text;
    m_cause->setText(words.cause);
    m_facts->setRows(words.facts);
    m_steps->setRows(words.steps);
    m_last->setVisible(!words.steps.isEmpty());
    m_steps->setVisible(!words.steps.isEmpty());
    shape();
}

void WhyCard::shape()
{
    const int in = ringSpace;
    scaleFont(m_cause, 1.0, true);
    setMuted(m_last);
    layout()->setSpacing(grid(this, 1));
    layout()->setContentsMargins(0, grid(this, 0.5), 0, 0);
    for (QWidget *widget : {static_cast<QWidget *>(m_cause), static_cast<QWidget *>(m_facts),
                            static_cast<QWidget *>(m_last), static_cast<QWidget *>(m_steps)})
        widget->setContentsMargins(in, 0, in, 0);
    m_facts->shape();
    m_steps->shape();
    arrange();
}

// The names above what they name where there is no room beside them.
void WhyCard::arrange()
{
    const int names = std::max(m_facts->widestName(), m_steps->widestName());
    const bool narrow = width() < names + grid(this, leastValue);
    m_facts->setNameWidth(narrow ? 0 : names);
    m_steps->setNameWidth(narrow ? 0 : names);
}

void WhyCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace latchkey
