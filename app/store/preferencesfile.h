#pragma once

#include "app/base/settings.h"
#include "app/store/pendingdelete.h"

#include <QByteArray>
#include <QRect>
#include <QString>
#include <QStringList>

namespace latchkey
{

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

// What a settings file is worth.
enum class FileVerdict {
    Missing, // fine: the defaults
    Good,
    Damaged, // anything else, an empty file too
    Newer, // written by a later Latchkey
    Unreadable, // it is there, and the system does not let us read it: not worth less for that
};

// An INI file without QSettings: that one saves half a file on a disk that fills up while it writes
// and reports success, waits 30 s for another program's lock, and feeds an "@Variant(...)" of a
// stranger to QDataStream (security.md D5, D6).
//
// One "key=value" a line under [General]; texts are percent-encoded UTF-8, lists are separated by
// commas, a rectangle is four whole numbers (x, y, width, height), a choice is one of its words.
// "pendingDeletes" lists keys alone, which a Latchkey of before can carry out too, and
// "pendingDeletesIssued" beside it lists which sessions are meant; without that line, whatever is
// there. "storedSessions" lists a key, a server and an e-mail ("-": none) for each.
// What came later than version 1's first release is only written where it is not the default. A key
// that is not there has its default; a key that we do not know is ignored; a value that is not
// spelt as we would is damage.
[[nodiscard]] QByteArray encodePreferences(const PreferenceValues &values);
// `values` is only touched if Good.
[[nodiscard]] FileVerdict decodePreferences(const QByteArray &content, PreferenceValues *values);

// Reads at most 64 KiB, and only from a plain file.
[[nodiscard]] FileVerdict loadPreferences(const QString &path, PreferenceValues *values);

} // namespace latchkey
