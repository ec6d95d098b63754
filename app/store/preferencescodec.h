#pragma once

#include "app/store/preferencevalues.h"

#include <QByteArrayList>
#include <QHash>

namespace latchkey
{

// The keys of a settings file, and how the value of each is spelt; preferencesfile.h has the
// format.

using SettingEntries = QHash<QByteArray, QByteArray>; // the values by their keys

// "key=value" lines. What came later than version 1's first release is only among them where it is
// not the default.
[[nodiscard]] QByteArray encodeEntries(const PreferenceValues &values);

// What the entries say; the usual value of what they do not. Answers the keys whose values cannot
// be read: usual they stay too, but for lists, of which is taken what can be read.
[[nodiscard]] QByteArrayList decodeEntries(const SettingEntries &entries, PreferenceValues *values);

[[nodiscard]] bool isSettingKey(const QByteArray &key);
// `to` gets the value that `from` has under this key.
void copySetting(const QByteArray &key, const PreferenceValues &from, PreferenceValues *to);

} // namespace latchkey
