#include "app/fontwarmup.h"

namespace latchkey
{

// These systems keep their fonts ready.
FontWarmUp::FontWarmUp() = default;

void FontWarmUp::finish() { }

} // namespace latchkey
