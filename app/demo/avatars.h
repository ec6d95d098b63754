#pragma once

#include <QByteArray>
#include <QHash>

namespace latchkey::demo
{

// The demo accounts' pictures by file name ("1.png"): PNG, 256 x 256, built into the program.
[[nodiscard]] QHash<QByteArray, QByteArray> loadAvatars();

} // namespace latchkey::demo
