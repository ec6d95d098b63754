#pragma once

#include <QProxyStyle>

namespace latchkey
{

// The system's style, but for
// - the line under a shortcut's letter: in a text from right to left it would tear joined letters
//   apart (Qt 6.4); the shortcut itself works all the same;
// - text that wraps from right to left, whose lines end at the edge (wrappedtext.h);
// - scroll bars where the style is Qt's own Fusion, whose handle is hardly seen (scrollbarlook.h).
class LatchkeyStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    // For the whole application; once, however often it is called.
    static void install();

    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *answer) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl part, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawItemText(QPainter *painter, const QRect &room, int flags, const QPalette &palette,
                      bool enabled, const QString &text, QPalette::ColorRole role) const override;

private:
    using QProxyStyle::QProxyStyle;
    [[nodiscard]] bool isFusion() const;
};

} // namespace latchkey
