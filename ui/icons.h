#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace latchkey
{

// The program's own icons: strokes on a 20 x 20 field, painted in the colour of the text they stand
// beside, so that they follow every theme and text size. Decoration: what they mean is said in
// words next to them, or in the button's accessible name.
enum class Icon {
    None,
    Copy,
    Done, // a tick: "copied"
    Refresh,
    Settings,
    SignOut,
    Person,
    Server,
    Eye,
    EyeOff,
    Info,
    Table,
    Save,
    Play,
};

// Inside `area`, which should be square; mirrored where the icon has a direction and `mirrored`.
void paintIcon(QPainter &painter, Icon icon, const QRectF &area, const QColor &ink,
               bool mirrored = false);

} // namespace latchkey
