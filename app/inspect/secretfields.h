#pragma once

#include "app/inspect/tokenshapes.h"

#include <optional>

namespace latchkey
{

// What is secret by the name that stands before it: a field of JSON, a form, a query, a header, an
// XML element, an entry of a HAR. Positions count units of the view.
struct NamedValue {
    SecretSpan secret; // empty: there is no value, or it is null, true, false or removed already
    qsizetype next = 0; // where to read on
};

// The value that belongs to the word at [from, to), when that is the name of a secret and a value
// follows; else none. Reads a value once: whoever goes on at `next` needs linear time.
[[nodiscard]] std::optional<NamedValue> namedValue(const RedactionView &view, qsizetype from,
                                                   qsizetype to);

// The length of a mark that a redactor has left at `from`; 0: there is none. A text that was
// redacted once is not redacted again.
[[nodiscard]] qsizetype markLength(const RedactionView &view, qsizetype from);

} // namespace latchkey
