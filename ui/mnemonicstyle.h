#pragma once

#include <QProxyStyle>

namespace latchkey
{

// The system's style, but for the line under a shortcut's letter: in a text from right to left it
// would tear joined letters apart (Qt 6.4). The shortcut itself works all the same.
class MnemonicStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    // For the whole application; once, however often it is called.
    static void install();

    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *answer) const override;

private:
    using QProxyStyle::QProxyStyle;
};

} // namespace latchkey
