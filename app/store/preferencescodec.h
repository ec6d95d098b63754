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

// Puts what the entries say into `values`, which keeps what they do not tell. Answers the keys
// whose values cannot be read.
[[nodiscard]] QByteArrayList decodeEntries(const SettingEntries &entries, PreferenceValues *values);

} // namespace latchkey
