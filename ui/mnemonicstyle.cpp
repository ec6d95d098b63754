#include "ui/mnemonicstyle.h"

#include <QApplication>
#include <QStyleOption>

namespace latchkey
{

void MnemonicStyle::install()
{
    if (!qobject_cast<MnemonicStyle *>(QApplication::style()))
        QApplication::setStyle(new MnemonicStyle(QApplication::style())); // which it then owns
}

int MnemonicStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *answer) const
{
    if (hint == SH_UnderlineShortcut) {
        const auto direction = option ? option->direction
            : widget                  ? widget->layoutDirection()
                                      : QGuiApplication::layoutDirection();
        if (direction == Qt::RightToLeft)
            return 0;
    }
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

} // namespace latchkey
