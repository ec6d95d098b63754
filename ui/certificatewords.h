#pragma once

#include "app/base/error.h"
#include "ui/sessiontext.h"

namespace latchkey
{

// The server's certificate as a card shows it. The certificate itself, which nobody can read, is
// only in what is copied.
[[nodiscard]] WhyWords certificateWords(const Error &error);

} // namespace latchkey
