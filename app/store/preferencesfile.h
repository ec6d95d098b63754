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
    BadValues, // some are not read and have their defaults, the others hold
    Damaged, // no settings file, or not all of it
    Newer, // written by a later Latchkey
    Unreadable, // it is there, and the system does not let us read it: not worth less for that
};

// Good or BadValues.
[[nodiscard]] bool isUsable(FileVerdict verdict);

// An INI file without QSettings: that one saves half a file on a disk that fills up while it writes
// and reports success, waits 30 s for another program's lock, and feeds an "@Variant(...)" of a
// stranger to QDataStream (security.md D5, D6).
//
// One "key=value" a line under [General]; texts are percent-encoded UTF-8, lists are separated by
// commas, a rectangle is four whole numbers (x, y, width, height), a choice is one of its words.
// "pendingDeletes" lists keys alone, and "pendingDeletesIssued" beside it lists which sessions are
// meant; without that line, whatever is there. "storedSessions" lists a key, a server and an e-mail
// ("-": none) for each. What came later than version 1's first release is only written where it is
// not the default.
//
// Persons write into it, so it is read leniently (SettingLine, decodeText()), but for what a
// server, a proxy or a language may be. A key that is not there has its default, the version too,
// which is 1; a key that we do not know is ignored. Bad values, each of which costs itself alone:
// - what is not spelt as its key wants it; of a list, the elements that cannot be read;
// - two different values of one key, for nobody can say which is meant;
// - a key of ours under another section, and a line that is no "key=value".
//
// A half-lost file is Damaged, and so never becomes the defaults silently:
// - what we write holds "begin" before all values and "end" behind them, and one without the other
//   tells that the rest was lost, at whichever byte it was cut; who writes by hand needs neither;
// - no setting at all, more bad lines than settings, a bad version, NULs, or over 64 KiB.
[[nodiscard]] QByteArray encodePreferences(const PreferenceValues &values);
// `values` is only touched if the verdict is usable, and `bad` gets what was not read.
[[nodiscard]] FileVerdict decodePreferences(const QByteArray &content, PreferenceValues *values,
                                            QList<BadSetting> *bad = nullptr);

// Reads at most 64 KiB, and only from a plain file.
[[nodiscard]] FileVerdict loadPreferences(const QString &path, PreferenceValues *values,
                                          QList<BadSetting> *bad = nullptr);

} // namespace latchkey
