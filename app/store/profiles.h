#pragma once

#include <QStringList>

namespace latchkey
{

// The settings files of all profiles (--profile) that keep theirs in `folder`, with their paths, by
// name. What else lies there (locks, files set aside, other programs' files) is not among them.
[[nodiscard]] QStringList profileFiles(const QString &folder);

// Has `latchkey --renew` anything to do: does any profile in `folder` want its session renewed
// while the window is closed, may renew by itself, and have a session in the keychain? What counts
// is what the files say, which is all that the timer's process will know. Reads them and touches
// nothing; a file that cannot be read wants nothing.
[[nodiscard]] bool anyProfileRenewsWhileClosed(const QString &folder);

} // namespace latchkey
