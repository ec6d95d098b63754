#include "ui/button.h"

#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOption>

namespace latchkey
{

namespace
{

constexpr int ringWidth = 2;
constexpr int ringGap = 2;
static_assert(ringWidth + ringGap == ringSpace);
constexpr double cornerRadius = 6.0;
constexpr double wrappedWidth = 20; // grid steps: not narrower than this, to avoid wrapping

void paintRing(QPainter &painter, const QRectF &bounds, double radius, const QColor &colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, ringWidth));
    const double inset = ringWidth / 2.0;
    painter.drawRoundedRect(bounds.adjusted(inset, inset, -inset, -inset), radius, radius);
}

// Points down, or is turned by so many degrees.
void paintArrow(QPainter &painter, const QRectF &area, double turn, const QColor &colour)
{
    const double half = area.width() / 2;
    const QPolygonF arrow
        = QTransform()
              .translate(area.center().x(), area.center().y())
              .rotate(turn)
              .map(QPolygonF{{-half, -half / 2}, {0, half / 2}, {half, -half / 2}});
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(arrow);
}

// A line under a letter takes no room; where it would, right to left, there is none.
QSize textSize(const QAbstractButton *button)
{
    return button->fontMetrics().size(Qt::TextHideMnemonic, button->text());
}

// In grid steps, on each side.
double verticalPadding(Button::Kind kind)
{
    switch (kind) {
    case Button::Kind::Primary:
        return 1.5;
    case Button::Kind::Outlined:
        return 1.25;
    case Button::Kind::Text:
        return 0.5;
    }
    return 1.25;
}

int iconSide(const QWidget *widget)
{
    return widget->fontMetrics().height() + 1;
}

int iconGap(const QWidget *widget)
{
    return grid(widget, 0.75);
}

int mnemonicFlags(const QWidget *widget)
{
    QStyleOption option;
    option.initFrom(widget);
    const bool underline
        = widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget) != 0;
    return underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
}

} // namespace

Button::Button(QWidget *parent)
    : QPushButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

Button::Button(Kind kind, const QString &text, QWidget *parent)
    : Button(parent)
{
    setKind(kind);
    setText(text);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    if (kind == Kind::Primary) {
        QFont strong; // the weight alone: the size stays the parent's
        strong.setWeight(QFont::DemiBold);
        setFont(strong);
    }
    updateGeometry();
    update();
}

void Button::setInk(const QColor &ink)
{
    m_ink = ink;
    update();
}

void Button::setDisclosure(Disclosure disclosure)
{
    m_disclosure = disclosure;
    updateGeometry();
    update();
}

void Button::setIcon(Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    const QSize text = textSize(this);
    const bool plain = m_kind == Kind::Text;
    const int arrow = hasArrow() ? grid(this, 2) : 0;
    const int height
        = std::max(text.height() + grid(this, verticalPadding(m_tall ? Kind::Primary : m_kind)) * 2,
                   plain ? 24 : 32);
    if (m_icon != Icon::None && this->text().isEmpty())
        return {height + arrow + 2 * ringSpace, height + 2 * ringSpace};
    const int icon = m_icon == Icon::None ? 0 : iconSide(this) + iconGap(this);
    const int width = text.width() + (plain ? 0 : grid(this, 2) * 2) + arrow + icon;
    return {width + 2 * ringSpace, height + 2 * ringSpace};
}

void Button::setTall()
{
    m_tall = true;
    updateGeometry();
}

void Button::setWrapping()
{
    m_wraps = true;
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize Button::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return m_wraps ? QSize(std::min(whole.width(), grid(this, wrappedWidth)), whole.height())
                   : whole;
}

int Button::heightForWidth(int width) const
{
    const QSize whole = sizeHint();
    return m_wraps && width < whole.width() ? whole.height() + fontMetrics().lineSpacing()
                                            : whole.height();
}

bool Button::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QPushButton::event(event);
}

void Button::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    const bool active = isEnabled() && (underMouse() || isDown());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bounds(rect());
    const QRectF shape = bounds.adjusted(ringSpace, ringSpace, -ringSpace, -ringSpace);

    QColor ink = m_ink.isValid() ? m_ink : m_kind == Kind::Text ? colours.accent : colours.text;
    QColor ground = Qt::transparent;
    if (m_kind == Kind::Primary) {
        ground = active ? colours.accentHover : colours.accent;
        ink = colours.onAccent;
        if (!isEnabled())
            ground = colours.muted;
    } else if (m_kind == Kind::Outlined && (active || isChecked())) {
        ground = m_ink.isValid() ? QColor(ink.red(), ink.green(), ink.blue(), 28) : colours.panel;
    }
    if (!isEnabled() && m_kind != Kind::Primary)
        ink.setAlpha(140);

    const bool outlined = m_kind == Kind::Outlined;
    const QColor edge = m_ink.isValid() ? ink : colours.border;
    painter.setPen(outlined ? QPen(edge, 1) : Qt::NoPen);
    painter.setBrush(ground);
    const QRectF crisp = outlined ? shape.adjusted(0.5, 0.5, -0.5, -0.5) : shape;
    painter.drawRoundedRect(crisp, cornerRadius, cornerRadius);
    if (hasFocus())
        paintRing(painter, bounds, cornerRadius + ringGap,
                  m_ink.isValid() ? m_ink : colours.accent);

    QRectF label = shape;
    if (hasArrow()) {
        const double size = grid(this, 1);
        const bool left = isRightToLeft() != (m_disclosure == Disclosure::Before);
        const double pad = m_kind == Kind::Text ? 0 : size;
        const double x = left ? shape.left() + pad : shape.right() - pad - size;
        paintArrow(painter, QRectF(x, shape.center().y() - size / 2, size, size), arrowTurn(), ink);
        label.adjust(left ? 1.5 * size : 0, 0, left ? 0 : -1.5 * size, 0);
    }
    if (m_kind == Kind::Text && active) {
        QFont underlined = font();
        underlined.setUnderline(true);
        painter.setFont(underlined);
    }
    painter.setPen(ink);
    paintContent(painter, label, ink);
}

// A menu's arrow stands at the end and points down; a disclosure's points at what it opens.
bool Button::hasArrow() const
{
    return menu() || m_disclosure != Disclosure::None;
}

double Button::arrowTurn() const
{
    switch (m_disclosure) {
    case Disclosure::None:
        return 0;
    case Disclosure::Before:
        return isChecked() ? 0 : isRightToLeft() ? 90 : -90;
    case Disclosure::After:
        return isChecked() ? 180 : 0;
    }
    return 0;
}

// The icon and the text, as one group in the middle.
void Button::paintContent(QPainter &painter, QRectF area, const QColor &ink) const
{
    if (m_icon != Icon::None) {
        const double side = iconSide(this);
        const double textWidth = text().isEmpty() ? 0 : textSize(this).width();
        const double group
            = std::min(side + (textWidth > 0 ? iconGap(this) + textWidth : 0), area.width());
        const double begin = area.center().x() - group / 2;
        const double x = isRightToLeft() ? begin + group - side : begin;
        paintIcon(painter, m_icon, {x, area.center().y() - side / 2, side, side}, ink,
                  isRightToLeft());
        const double room = side + iconGap(this);
        area = QRectF(isRightToLeft() ? begin : begin + room, area.top(), group - room,
                      area.height());
        painter.setPen(ink);
    }
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const int wrap = m_wraps ? Qt::TextWordWrap : Qt::TextSingleLine;
    style()->drawItemText(&painter, area.toAlignedRect(),
                          Qt::AlignCenter | Qt::TextDontClip | wrap | mnemonicFlags(this),
                          palette(), true, text()); // the pen says whether it is
}

QRect CheckBox::boxRect() const
{
    const int size = std::max(18, fontMetrics().height() + 2);
    const int x = isRightToLeft() ? width() - size - ringSpace : ringSpace;
    return {x, (height() - size) / 2, size, size};
}

QSize CheckBox::sizeHint() const
{
    const QSize label = textSize(this);
    return {textBegin() + label.width(),
            std::max(boxRect().height(), label.height()) + 2 * ringSpace};
}

CheckBox::CheckBox(QWidget *parent)
    : QCheckBox(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize CheckBox::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), grid(this, wrappedWidth)), whole.height()};
}

int CheckBox::heightForWidth(int width) const
{
    const QSize whole = sizeHint();
    if (width >= whole.width() + ringSpace)
        return whole.height();
    const QRect room(0, 0, std::max(width - textBegin() - ringSpace, 1), QWIDGETSIZE_MAX);
    const QRect lines
        = fontMetrics().boundingRect(room, Qt::TextWordWrap | Qt::TextHideMnemonic, text());
    return std::max(whole.height(), lines.height() + 2 * ringSpace);
}

// With the room that the size has for it: a little more than is painted.
int CheckBox::textBegin() const
{
    return boxRect().width() + 2 * ringSpace + grid(this, 0.75);
}

int CheckBox::textIndent() const
{
    return boxRect().width() + 2 * ringSpace + grid(this, 0.5);
}

bool CheckBox::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void CheckBox::paintEvent(QPaintEvent *)
{
    const Colours colours = coloursOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(boxRect());
    const bool filled = isChecked() && isEnabled();
    painter.setPen(QPen(filled ? colours.accent : colours.border, 1.2));
    painter.setBrush(filled ? colours.accent : colours.window);
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4);
    if (isChecked()) {
        const double unit = box.width() / 18;
        const QPolygonF tick{box.topLeft() + QPointF(4.2, 9.4) * unit,
                             box.topLeft() + QPointF(7.6, 12.8) * unit,
                             box.topLeft() + QPointF(13.8, 5.8) * unit};
        painter.setPen(QPen(isEnabled() ? colours.onAccent : colours.muted, 2 * unit, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(tick);
    }
    if (hasFocus())
        paintRing(painter, box.adjusted(-ringSpace, -ringSpace, ringSpace, ringSpace),
                  cornerRadius + ringGap, colours.accent);

    const int gap = textIndent();
    const QRect label
        = isRightToLeft() ? rect().adjusted(0, 0, -gap, 0) : rect().adjusted(gap, 0, 0, 0);
    painter.setPen(isEnabled() ? colours.text : colours.muted);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    style()->drawItemText(&painter, label,
                          int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                              | Qt::AlignVCenter | Qt::AlignAbsolute)
                              | Qt::TextWordWrap | mnemonicFlags(this),
                          palette(), true, text()); // the pen says whether it is
}

} // namespace latchkey
