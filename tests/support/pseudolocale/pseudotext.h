#pragma once

#include <QString>

namespace latchkey::test
{

// "Sign &in" becomes "[accented text, and more]": in brackets, every letter with an accent, two
// fifths longer. {placeholders} and the "&" of mnemonics stay.
[[nodiscard]] QString pseudoText(const QString &source);

// Letters that never went through pseudoText(): what a person would see untranslated. Addresses
// and values are the caller's to take out first.
[[nodiscard]] bool hasPlainWord(const QString &shown);

} // namespace latchkey::test
