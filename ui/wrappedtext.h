#pragma once

#include <QFont>
#include <QString>

class QPaintDevice;

namespace latchkey
{

// Of a line that it has broken at a space, from right to left, QPainter::drawText() (Qt 6.4) takes
// the space for a part of the line: the words then stand a space away from the edge, or, in a line
// that fills the room, beyond the other edge, where they are cut off.
//
// The same text, with line ends in place of the spaces that drawText() would break it at in a room
// of `width` pixels. `flags` are drawText()'s: marks of shortcuts are kept, and take no room if
// they are not to be seen.
[[nodiscard]] QString brokenAtSpaces(const QString &text, int flags, int width, const QFont &font,
                                     QPaintDevice *device);

} // namespace latchkey
