#include "app/store/libsecretguard.h"

namespace latchkey
{

// There is no libsecret. Compiled, not run.
void guardLibsecret() { }

} // namespace latchkey
