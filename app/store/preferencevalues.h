#pragma once

#include "app/base/settings.h"
#include "app/store/pendingdelete.h"

#include <QRect>
#include <QString>
#include <QStringList>

namespace latchkey
{

// All that a settings file holds. No secret.

enum class LastColourScheme { Unknown, Dark, Light };

inline constexpr qsizetype mostPendingDeletes = 64;

// How often a session was renewed lately.
struct RenewalCount {
    QString key;
    QStringList moments; // in seconds since 1970

    friend bool operator==(const RenewalCount &, const RenewalCount &) = default;
};
inline constexpr qsizetype mostRenewalKeys = 4;
inline constexpr qsizetype mostMoments = 60; // of one key, that are saved

// A session that may be in the keychain, which cannot be asked for all that it holds. No secret.
struct StoredSessionEntry {
    QString key; // of its item: accountKey()
    QString server; // ServerAddress::toString()
    QString email; // empty: not to be remembered

    friend bool operator==(const StoredSessionEntry &, const StoredSessionEntry &) = default;
};
inline constexpr qsizetype mostStoredSessions = 16;

struct PreferenceValues {
    QString server;
    QString email;
    Settings settings;
    QRect windowGeometry; // null: none remembered
    bool windowMaximised = false;
    QList<PendingDelete> pendingDeletes; // at most mostPendingDeletes
    QList<RenewalCount> renewals; // the one that was renewed last comes last
    QList<StoredSessionEntry> storedSessions; // whoever signed in last comes first
    int renewAtPercent = 15; // of the shorter life used up; 5 .. 95
    bool automaticRenewal = true;
    int idleSignOutMinutes = 0; // 0: never; at most a week
    LastColourScheme lastColourScheme = LastColourScheme::Unknown;
};

} // namespace latchkey
