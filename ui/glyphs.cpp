#include "ui/glyphs.h"

#include "ui/button.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTimerEvent>

#include <chrono>

namespace latchkey
{

namespace
{

constexpr int spinnerSteps = 12;
constexpr std::chrono::milliseconds spinnerStep{80};

int glyphSize(const QWidget *widget)
{
    return grid(widget, 2.5);
}

} // namespace

SeverityGlyph::SeverityGlyph(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SeverityGlyph::setSeverity(Severity severity, const QColor &ink)
{
    m_severity = severity;
    m_ink = ink;
    update();
}

QSize SeverityGlyph::sizeHint() const
{
    return {glyphSize(this), glyphSize(this)};
}

void SeverityGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSeverity(painter, m_severity, QRectF(rect()), m_ink);
}

void paintSeverity(QPainter &painter, Severity severity, const QRectF &area, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    painter.scale(area.width() / 20.0, area.height() / 20.0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto dot = [&](double y) {
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(10, y), 0.4, 0.4);
    };
    switch (severity) {
    case Severity::Info:
        painter.drawEllipse(QPointF(10, 10), 8, 8);
        painter.drawLine(QPointF(10, 9.5), QPointF(10, 13.8));
        dot(6.4);
        break;
    case Severity::Success:
        painter.drawEllipse(QPointF(10, 10), 8, 8);
        painter.drawPolyline(QPolygonF{{6.4, 10.3}, {9, 12.8}, {13.6, 7.4}});
        break;
    case Severity::Warning:
        painter.drawPolygon(QPolygonF{{10, 2.5}, {18.4, 17.2}, {1.6, 17.2}});
        painter.drawLine(QPointF(10, 8), QPointF(10, 11.6));
        dot(14.4);
        break;
    case Severity::Error:
        painter.drawEllipse(QPointF(10, 10), 8, 8);
        painter.drawLine(QPointF(7.2, 7.2), QPointF(12.8, 12.8));
        painter.drawLine(QPointF(12.8, 7.2), QPointF(7.2, 12.8));
        break;
    }
    painter.restore();
}

IconSign::IconSign(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconSign::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

QSize IconSign::sizeHint() const
{
    return {fontMetrics().height() + 1, fontMetrics().height() + 1};
}

void IconSign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, m_icon, QRectF(rect()), coloursOf(this).muted, isRightToLeft());
}

Rule::Rule(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Rule::sizeHint() const
{
    return {1, 1};
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect().adjusted(ringSpace, 0, -ringSpace, 0), coloursOf(this).line);
}

Spinner::Spinner(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Spinner::setSteps(double steps)
{
    m_side = steps;
    updateGeometry();
}

QSize Spinner::sizeHint() const
{
    return {grid(this, m_side), grid(this, m_side)};
}

void Spinner::paintEvent(QPaintEvent *)
{
    turnIfWanted();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours colours = coloursOf(this);
    const double pen = width() / 8.0;
    const QRectF ring = QRectF(rect()).adjusted(pen, pen, -pen, -pen);
    painter.setPen(QPen(colours.line, pen));
    painter.drawEllipse(ring);
    painter.setPen(QPen(colours.accent, pen, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, (90 - m_step * 360 / spinnerSteps) * 16, -100 * 16);
}

// The wish can change while it turns; whoever changes it has everything painted anew.
void Spinner::turnIfWanted()
{
    const bool wanted = QApplication::isEffectEnabled(Qt::UI_General)
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (!wanted)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start(int(spinnerStep.count()), this);
}

void Spinner::showEvent(QShowEvent *)
{
    turnIfWanted();
}

void Spinner::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void Spinner::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    turnIfWanted();
    if (!m_timer.isActive())
        return;
    m_step = (m_step + 1) % spinnerSteps;
    update();
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setPlainText(const QString &text, const QString &tip)
{
    setPlainToolTip(this, tip.isEmpty() ? text : tip);
    if (text == this->text() && text == accessibleName())
        return; // each setting is an event for screen readers
    setText(text);
    setAccessibleName(text);
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    if (wordWrap())
        return QLabel::sizeHint();
    const auto margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + 2 + margins.left() + margins.right(),
            fontMetrics().height() + margins.top() + margins.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    if (wordWrap())
        return QLabel::minimumSizeHint();
    return {std::min(sizeHint().width(), grid(this, 6)), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    if (wordWrap())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, area.width());
    // In the text's own direction, whatever the layout's is: "2 days ago" is not Arabic.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto side = QStyle::visualAlignment(layoutDirection(), alignment());
    // Letters that reach out to the left, as j does, would be cut off.
    const int reach = fontMetrics().boundingRect(shown).left();
    if (side.testFlag(Qt::AlignLeft) && area.left() + reach < 0)
        painter.translate(-reach, 0);
    painter.drawText(area, int(side | Qt::AlignAbsolute) | Qt::TextSingleLine, shown);
}

Heading::Heading(QWidget *parent)
    : ElidedLabel(parent)
{
    setFocusPolicy(Qt::ClickFocus);
}

namespace
{

void alignNow(QLabel *label)
{
    const Qt::Alignment side = label->isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment vertical = label->alignment() & Qt::AlignVertical_Mask;
    label->setAlignment(side | Qt::AlignAbsolute | vertical);
}

// The direction changes with the language, while the label is shown.
class LeadingKeeper final : public QObject
{
public:
    explicit LeadingKeeper(QLabel *label)
        : QObject(label)
        , m_label(label)
    {
        setObjectName(QStringLiteral("leadingKeeper"));
        label->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutDirectionChange)
            alignNow(m_label);
        return QObject::eventFilter(watched, event);
    }

private:
    QLabel *m_label;
};

} // namespace

void alignLeading(QLabel *label)
{
    if (!label->findChild<QObject *>(QStringLiteral("leadingKeeper"), Qt::FindDirectChildrenOnly))
        new LeadingKeeper(label);
    alignNow(label);
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text);
}

} // namespace latchkey
