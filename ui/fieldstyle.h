#pragma once

#include <QLineEdit>
#include <QProxyStyle>

namespace latchkey
{

// The look of a text field over whatever style the system has: a thin frame, a thick one in the
// focus, a red one where the property "fault" is true, inside the thick one where both are. The
// property "trailingRoom" is kept free at the end, in pixels. A style and not a style sheet, since
// a sheet would take the window's palette out of our hands.
class FieldStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    static void dress(QLineEdit *field);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option,
                                         const QSize &size, const QWidget *widget) const override;

private:
    FieldStyle() = default;
};

} // namespace latchkey
