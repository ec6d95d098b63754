#pragma once

#include <QString>

namespace latchkey::rules
{

// Both views keep every line break and every position: what is taken out becomes spaces.

// The text with its comments blanked; a rule about includes must not read a sentence.
QString withoutComments(const QString &text);

// The text with comments blanked and with string and character literals emptied: what the compiler
// acts on.
QString codeOnly(const QString &text);

} // namespace latchkey::rules
