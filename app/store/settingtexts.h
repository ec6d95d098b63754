#pragma once

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QString>
#include <QStringList>

#include <optional>

namespace latchkey
{

// How single values are spelt in a settings file. nullopt: it cannot be read so.

inline constexpr qsizetype maxTextLength = 2048;

// Percent-encoded UTF-8 without control characters. Written, what is easy to read in an address
// stands as it is; read, anything may, but for a '%' that is none of an encoding.
[[nodiscard]] QByteArray encodeText(const QString &text);
[[nodiscard]] std::optional<QString> decodeText(const QByteArray &encoded);

// Texts between commas, with blanks around them. nullopt: that one cannot be read, or is empty.
[[nodiscard]] QByteArray encodeList(const QStringList &list);
[[nodiscard]] QList<std::optional<QString>> decodeList(const QByteArray &encoded);

// In decimal digits, without a plus sign or leading zeros.
[[nodiscard]] std::optional<int> decodeNumber(const QByteArray &encoded, int smallest, int largest);

[[nodiscard]] QByteArray encodeYesOrNo(bool yes);
[[nodiscard]] std::optional<bool> decodeYesOrNo(const QByteArray &encoded);

// x, y, width and height; not an empty one, and none far from any screen.
[[nodiscard]] QByteArray encodeRect(const QRect &rect);
[[nodiscard]] std::optional<QRect> decodeRect(const QByteArray &encoded);

} // namespace latchkey
