#pragma once

#include "app/store/preferencevalues.h"

#include <QByteArray>
#include <QString>

namespace latchkey
{

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
