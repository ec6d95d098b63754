#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace latchkey::test
{

// Judges the visible texts below `root` as they are laid out and drawn. Each answer names what is
// wrong; empty: nothing.

// Cut in width or height, or drawn with "...". Labels that elide what a server sends are judged
// only where `elidedToo`.
[[nodiscard]] QStringList cutTexts(const QWidget *root, bool elidedToo);
// Two texts or controls over each other.
[[nodiscard]] QStringList overlaps(const QWidget *root);
// Letters that never went through the translation: to be asked while the pseudo-locale is on.
// `data` is what may stand there as it is.
[[nodiscard]] QStringList untranslated(const QWidget *root, const QStringList &data);

} // namespace latchkey::test
