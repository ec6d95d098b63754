#pragma once

#include <QString>

namespace latchkey
{

// Makes a server's words harmless to look at (security.md U2, U3): controls, line breaks, and
// invisible and direction-changing characters are removed or become spaces or U+FFFD, runs of
// combining marks are cut, and so is what exceeds `maxLength` UTF-16 units. Idempotent; keeps
// ordinary text in any script as it is. The result is plain text.
inline constexpr qsizetype maxDisplayLength = 500;
[[nodiscard]] QString displayText(const QString &text, qsizetype maxLength = maxDisplayLength);

// Between first-strong isolates (U+2068, U+2069), so that it cannot reorder the text around it.
[[nodiscard]] QString isolated(const QString &text);

[[nodiscard]] QString withoutIsolates(const QString &text); // the marks at both ends
// isolated() if it holds letters or numbers that run against the program's direction, and is not
// yet; for a value inside a sentence.
[[nodiscard]] QString fitted(const QString &text);
// For each line by itself: what the clipboard gets of several.
[[nodiscard]] QString linesWithoutIsolates(const QString &text);

// displayText() fit to stand in a sentence or a label: isolated when it holds right-to-left
// characters or the program's layout is right to left. Elsewhere the marks would do nothing but be
// in the way of whoever copies or searches the text.
[[nodiscard]] QString embedded(const QString &text, qsizetype maxLength = maxDisplayLength);

// A web address for a line that may wrap: its scheme and its host stay together.
[[nodiscard]] QString addressText(const QString &address);

// The one or two letters that stand for a person without a picture; "?" if there are none.
[[nodiscard]] QString initialsOf(const QString &name);

} // namespace latchkey
