#pragma once

#include "app/store/preferencevalues.h"

namespace latchkey
{

// `theirs`, with what was changed from `before` to `after`, field by field: two processes on one
// settings file keep what the other one changed. A window's place is one field.
[[nodiscard]] PreferenceValues mergePreferences(const PreferenceValues &before,
                                                const PreferenceValues &after,
                                                const PreferenceValues &theirs);
[[nodiscard]] Settings mergeSettings(const Settings &before, const Settings &after,
                                     const Settings &theirs);
// Of PreferenceValues::renewals: the moments of both, key by key.
[[nodiscard]] QList<RenewalCount> mergeRenewals(const QList<RenewalCount> &before,
                                                const QList<RenewalCount> &after,
                                                const QList<RenewalCount> &theirs);
// Of PreferenceValues::storedSessions: whoever was noted here is there and comes first. It may be
// more than mostStoredSessions.
[[nodiscard]] QList<StoredSessionEntry>
mergeStoredSessions(const QList<StoredSessionEntry> &before, const QList<StoredSessionEntry> &after,
                    const QList<StoredSessionEntry> &theirs);
// The last of more than mostStoredSessions, which nobody would find again, as their keys: they are
// to be deleted. Of what goes into the file: what one process knows may be out of date.
[[nodiscard]] QStringList dropTooMany(QList<StoredSessionEntry> *stored);
void deleteDropped(const QStringList &keys, QList<PendingDelete> *pending);

} // namespace latchkey
