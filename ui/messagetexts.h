#pragma once

#include "ui/messages.h"

#include <array>
#include <optional>
#include <span>

namespace latchkey
{

// One wording as the table has it; `text` is the source text of a translation.
struct MessageText {
    MessageId id;
    Variant variant;
    Severity severity;
    const char *text;
    std::array<std::optional<MessageAction>, 2> actions = {};
    bool counted = false; // {n} chooses among the translation's plural forms
};

// In the order of the table; each id's Main row comes first.
[[nodiscard]] std::span<const MessageText> messageTexts();

} // namespace latchkey
