#include "app/store/preferencesmerge.h"

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qsizetype MostRenewals = 60; // with their key, fewer than a list may hold

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
    auto &[proxy, language, appearance, textPercent, stay, remember, qaMode] = merged;
    take(before.proxy, after.proxy, &proxy);
    take(before.language, after.language, &language);
    take(before.appearance, after.appearance, &appearance);
    take(before.textPercent, after.textPercent, &textPercent);
    take(before.staySignedIn, after.staySignedIn, &stay);
    take(before.rememberEmail, after.rememberEmail, &remember);
    take(before.qaMode, after.qaMode, &qaMode);
    return merged;
}

QStringList mergeRenewals(const QStringList &before, const QStringList &after,
                          const QStringList &theirs)
{
    if (before == after)
        return theirs;
    if (after.isEmpty() || theirs.isEmpty() || theirs.first() != after.first())
        return after;
    QStringList moments = theirs.mid(1);
    moments.removeIf(
        [&](const QString &moment) { return before.contains(moment) && !after.contains(moment); });
    for (const QString &moment : after.mid(1)) {
        if (!before.contains(moment) && !moments.contains(moment))
            moments.append(moment);
    }
    std::sort(moments.begin(), moments.end());
    return QStringList(after.first())
        + moments.mid(std::max(qsizetype(0), moments.size() - MostRenewals));
}

PreferenceValues mergePreferences(const PreferenceValues &before, const PreferenceValues &after,
                                  const PreferenceValues &theirs)
{
    PreferenceValues merged = theirs;
    auto &[server, email, settings, geometry, maximised, pending, renewals, percent, automatic,
           idle, scheme]
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
    take(before.renewAtPercent, after.renewAtPercent, &percent);
    take(before.automaticRenewal, after.automaticRenewal, &automatic);
    take(before.idleSignOutMinutes, after.idleSignOutMinutes, &idle);
    take(before.lastColourScheme, after.lastColourScheme, &scheme);
    return merged;
}

} // namespace latchkey
