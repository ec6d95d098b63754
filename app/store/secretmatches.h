#pragma once

#include "app/store/libsecretjobs.h"
#include "app/store/secretitems.h"

namespace latchkey
{

// Of the entries under one key: which is which. Pure.

[[nodiscard]] QList<SecretItems::Item> openOf(const SecretItems::Finding &finding);
[[nodiscard]] QStringList collectionsOf(const SecretItems::Finding &finding);
// Where a save goes, so that it would be written over.
[[nodiscard]] bool isInDefault(const SecretItems::Finding &finding, const QString &path);

// Those with a session in them, as far as this program knows: a later version's is not ours to
// touch.
[[nodiscard]] QStringList sessionsIn(const LibsecretFinding &found);
// Those of them that are older than `written`, the newest now, or a copy of it. None, unless that
// is there.
[[nodiscard]] QStringList outdatedBy(const Secret &written, const LibsecretFinding &found,
                                     const SecretItems::Finding &finding);
// Is there one whose secret was not given without asking?
[[nodiscard]] bool hidesSome(const LibsecretFinding &found);

} // namespace latchkey
