#pragma once

#include "ui/icons.h"

#include <QCheckBox>
#include <QPushButton>

namespace latchkey
{

// Kept free around every shape for its focus ring. Labels and fields stand in by as much, so that
// all left edges of a page are one line.
inline constexpr int ringSpace = 4;

// A button in the program's own look, the same on every platform style: a filled one for the
// page's main action, an outlined one, and one that is only text. Its focus ring stands off from
// the shape by a gap, so that it shows against both sides. At least 36 px high (text-only: 28).
class Button : public QPushButton
{
    Q_OBJECT
    Q_PROPERTY(Kind kind READ kind WRITE setKind)
public:
    enum class Kind { Outlined, Primary, Text };
    Q_ENUM(Kind)

    explicit Button(QWidget *parent = nullptr);
    Button(Kind kind, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    // For a button on coloured ground, such as the message bar's. Invalid: the theme's own.
    void setInk(const QColor &ink);
    // A checkable text button that opens what stands below it: an arrow before or after the text.
    enum class Disclosure { None, Before, After };
    void setDisclosure(Disclosure disclosure);
    // Painted before the text, in its colour. Without a text the button is as small as the icon
    // allows (24 px at least): give it an accessible name and a tooltip.
    void setIcon(Icon icon);
    // As tall as the primary button that it stands beside.
    void setTall();
    // A long text may take two lines where one is too long, instead of widening the page.
    void setWrapping();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] bool hasArrow() const;
    [[nodiscard]] double arrowTurn() const;
    void paintContent(QPainter &painter, QRectF area, const QColor &ink) const;

    Kind m_kind = Kind::Outlined;
    QColor m_ink;
    Icon m_icon = Icon::None;
    bool m_wraps = false;
    bool m_tall = false;
    Disclosure m_disclosure = Disclosure::None;
};

// A check box with the same ring and colours; Fusion's frame nearly vanishes on dark ground.
class CheckBox : public QCheckBox
{
    Q_OBJECT
public:
    explicit CheckBox(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    // Its text wraps where one line is too long: large text, long words.
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    // From the leading edge to the text: where a line of help below it begins.
    [[nodiscard]] int textIndent() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;

private:
    [[nodiscard]] QRect boxRect() const;
    [[nodiscard]] int textBegin() const;
};

} // namespace latchkey
