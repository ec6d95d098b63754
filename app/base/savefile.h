#pragma once

#include <QByteArray>
#include <QString>

namespace latchkey
{

// Replaces a file's content whole or not at all. QSaveFile alone reports success on a full disk and
// leaves an empty file (qt-notes P12), so this flushes and looks at the error before it commits.
// Returns an empty text when saved, else what went wrong, for a person, with the path in it.
[[nodiscard]] QString saveFile(const QString &path, const QByteArray &content);

} // namespace latchkey
