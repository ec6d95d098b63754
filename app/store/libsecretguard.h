#pragma once

namespace latchkey
{

// Before the first job. libsecret before 0.21 ends this program when a password store that was
// started anew tells of a collection before libsecret has asked for all of them: it takes the list
// that it does not have yet for one (measured: KeePassXC, closed and opened again). From here on it
// finds an empty list there, and asks for the whole one as before. Harmless with every version, and
// where there is no libsecret.
void guardLibsecret();

} // namespace latchkey
