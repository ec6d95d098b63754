#include "ui/factstable.h"

#include "ui/displaytext.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

namespace latchkey
{

FactsTable::FactsTable(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    shape();
}

FactsTable::Line FactsTable::makeLine()
{
    const auto makeLabel = [](QWidget *parent) {
        auto *label = new QLabel(parent);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        alignLeading(label);
        return label;
    };
    Line line{};
    line.widget = new QWidget(this);
    line.layout = new QHBoxLayout(line.widget);
    line.layout->setContentsMargins(0, 0, 0, 0);
    line.name = makeLabel(line.widget);
    setMuted(line.name);
    auto *value = new QWidget(line.widget);
    auto *valueLayout = new QHBoxLayout(value);
    valueLayout->setContentsMargins(0, 0, 0, 0);
    line.sign = new SeverityGlyph(value);
    line.value = makeLabel(value);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.value->setFocusPolicy(Qt::NoFocus); // the report is what one copies
    valueLayout->addWidget(line.sign, 0, Qt::AlignTop);
    valueLayout->addWidget(line.value, 1);
    line.layout->addWidget(line.name, 0);
    line.layout->addWidget(value, 1);
    layout()->addWidget(line.widget);
    return line;
}

void FactsTable::setRows(const QList<FactRow> &rows)
{
    while (m_lines.size() > rows.size())
        delete m_lines.takeLast().widget;
    while (m_lines.size() < rows.size()) {
        m_lines.append(makeLine());
        m_lines.last().widget->show();
    }
    m_rows = rows;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Line &line = m_lines.at(i);
        const FactRow &row = rows.at(i);
        line.name->setText(row.name);
        line.name->setVisible(!row.name.isEmpty());
        const QString value = displayText(row.value);
        line.value->setText(row.leftToRight ? isolated(value) : value);
        line.value->setAccessibleName(row.name.isEmpty() ? QString() : value);
        line.sign->setVisible(row.sign.has_value());
        arrange(line);
    }
    paintSigns();
    updateGeometry();
}

void FactsTable::paintSigns()
{
    const Colours colours = coloursOf(this);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const auto sign = m_rows.at(i).sign;
        if (!sign)
            continue;
        const QColor ink = *sign == Severity::Success ? colours.success
            : *sign == Severity::Error                ? colours.error
                                                      : colours.muted;
        m_lines.at(i).sign->setSeverity(*sign, ink);
    }
}

void FactsTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSigns();
}

void FactsTable::arrange(const Line &line)
{
    const bool wide = m_nameWidth > 0;
    line.layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    line.layout->setSpacing(wide ? grid(this, 2) : 0);
    line.name->setMinimumWidth(m_nameWidth);
    line.name->setMaximumWidth(wide ? m_nameWidth : QWIDGETSIZE_MAX);
}

void FactsTable::setNameWidth(int width)
{
    m_nameWidth = width;
    for (const Line &line : std::as_const(m_lines))
        arrange(line);
}

int FactsTable::widestName() const
{
    int width = 0;
    for (const Line &line : m_lines)
        width = std::max(width, line.name->fontMetrics().horizontalAdvance(line.name->text()));
    return width;
}

void FactsTable::shape()
{
    layout()->setSpacing(grid(this, 0.75));
    for (const Line &line : std::as_const(m_lines))
        arrange(line);
}

} // namespace latchkey
