#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace latchkey
{

// A line of a settings file that says something.
struct SettingLine {
    int number = 0; // from 1
    bool isOurs = true; // false: it stands under another section than [General]
    QByteArray key; // empty: it is no "key=value"
    std::optional<QByteArray> value; // without quotes around it; nullopt: they are not closed
};

// The lines of an INI file, as persons and their editors write it: with a byte order mark, either
// line end, blanks at the ends and around the "=", and "…" or '…' around a value. A line that
// begins with ';' or '#' is a comment; behind a value there is none. Nothing is escaped.
[[nodiscard]] QList<SettingLine> settingLines(const QByteArray &content);

} // namespace latchkey
