#include "app/store/preferencesmerge.h"

#include <algorithm>

namespace latchkey
{

namespace
{

template <typename T>
void take(const T &before, const T &after, T *theirs)
{
    if (!(before == after))
        *theirs = after;
}

} // namespace

// The bindings name every field, so that a new one does not compile until it is merged too.
Settings mergeSettings(const Settings &before, const Settings &after, const Settings &theirs)
{
    Settings merged = theirs;
    auto &[proxy, language, appearance, textPercent, stay, remember, closed, qaMode] = merged;
    take(before.proxy, after.proxy, &proxy);
    take(before.language, after.language, &language);
    take(before.appearance, after.appearance, &appearance);
    take(before.textPercent, after.textPercent, &textPercent);
    take(before.staySignedIn, after.staySignedIn, &stay);
    take(before.rememberEmail, after.rememberEmail, &remember);
    take(before.renewWhileClosed, after.renewWhileClosed, &closed);
    take(before.qaMode, after.qaMode, &qaMode);
    return merged;
}

namespace
{

QStringList momentsOf(const QList<RenewalCount> &renewals, const QString &key)
{
    const auto found = std::find_if(renewals.cbegin(), renewals.cend(),
                                    [&key](const RenewalCount &one) { return one.key == key; });
    return found == renewals.cend() ? QStringList() : found->moments;
}

QStringList newest(const QStringList &moments)
{
    return moments.mid(std::max(qsizetype(0), moments.size() - mostMoments));
}

QStringList mergeMoments(const QStringList &before, const QStringList &after,
                         const QStringList &theirs)
{
    if (theirs.isEmpty())
        return newest(after);
    QStringList moments = theirs;
    moments.removeIf(
        [&](const QString &moment) { return before.contains(moment) && !after.contains(moment); });
    for (const QString &moment : after) {
        if (!before.contains(moment) && !moments.contains(moment))
            moments.append(moment);
    }
    std::sort(moments.begin(), moments.end());
    return newest(moments);
}

} // namespace

QList<StoredSessionEntry> mergeStoredSessions(const QList<StoredSessionEntry> &before,
                                              const QList<StoredSessionEntry> &after,
                                              const QList<StoredSessionEntry> &theirs)
{
    const auto holds = [](const QList<StoredSessionEntry> &list, const StoredSessionEntry &one) {
        return std::any_of(list.cbegin(), list.cend(), [&one](const StoredSessionEntry &other) {
            return other.key == one.key;
        });
    };
    QList<StoredSessionEntry> merged;
    for (const StoredSessionEntry &one : after) {
        if (!before.contains(one) || (before.first() != one && after.first() == one))
            merged.append(one); // it was noted by us
    }
    for (const StoredSessionEntry &one : theirs) {
        if (!holds(merged, one) && (holds(after, one) || !holds(before, one)))
            merged.append(one);
    }
    return merged;
}

QStringList dropTooMany(QList<StoredSessionEntry> *stored)
{
    QStringList dropped;
    while (stored->size() > mostStoredSessions)
        dropped.append(stored->takeLast().key);
    return dropped;
}

void deleteDropped(const QStringList &keys, QList<PendingDelete> *pending)
{
    if (keys.isEmpty())
        return;
    for (const QString &key : keys) {
        if (!pending->contains(PendingDelete{key}))
            pending->append({key});
    }
    *pending = pending->mid(std::max(qsizetype(0), pending->size() - mostPendingDeletes));
}

QList<RenewalCount> mergeRenewals(const QList<RenewalCount> &before,
                                  const QList<RenewalCount> &after,
                                  const QList<RenewalCount> &theirs)
{
    QList<RenewalCount> merged = theirs;
    for (const RenewalCount &one : after) {
        const QStringList old = momentsOf(before, one.key);
        if (old == one.moments)
            continue;
        const QStringList moments = mergeMoments(old, one.moments, momentsOf(theirs, one.key));
        merged.removeIf([&one](const RenewalCount &other) { return other.key == one.key; });
        merged.append({one.key, moments});
    }
    return merged.mid(std::max(qsizetype(0), merged.size() - mostRenewalKeys));
}

PreferenceValues mergePreferences(const PreferenceValues &before, const PreferenceValues &after,
                                  const PreferenceValues &theirs)
{
    PreferenceValues merged = theirs;
    auto &[server, email, settings, geometry, maximised, pending, renewals, stored, percent,
           automatic, idle, scheme]
        = merged;
    take(before.server, after.server, &server);
    take(before.email, after.email, &email);
    settings = mergeSettings(before.settings, after.settings, theirs.settings);
    if (before.windowGeometry != after.windowGeometry
        || before.windowMaximised != after.windowMaximised) {
        geometry = after.windowGeometry;
        maximised = after.windowMaximised;
    }
    pending
        = mergePendingDeletes(before.pendingDeletes, after.pendingDeletes, theirs.pendingDeletes);
    renewals = mergeRenewals(before.renewals, after.renewals, theirs.renewals);
    stored
        = mergeStoredSessions(before.storedSessions, after.storedSessions, theirs.storedSessions);
    take(before.renewAtPercent, after.renewAtPercent, &percent);
    take(before.automaticRenewal, after.automaticRenewal, &automatic);
    take(before.idleSignOutMinutes, after.idleSignOutMinutes, &idle);
    take(before.lastColourScheme, after.lastColourScheme, &scheme);
    return merged;
}

} // namespace latchkey
