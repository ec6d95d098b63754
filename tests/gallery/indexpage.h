#pragma once

#include "tests/gallery/gallery.h"

namespace latchkey::test
{

// index.html: every picture with its name, a filter by look, links to the contact sheets. No
// script: the filter is radio buttons and a style sheet.
[[nodiscard]] bool writeIndex(const QString &folder, const QList<Picture> &pictures,
                              const QStringList &sheets);

} // namespace latchkey::test
