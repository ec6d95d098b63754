#include "app/store/settingtexts.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace latchkey
{

namespace
{

constexpr int maxCoordinate = 100000;

const QByteArray readable("@:/+,; ()[]!$&'*="); // besides letters, digits and "-._~"

void escape(QByteArray *encoded, qsizetype at)
{
    const QByteArray hex = encoded->mid(at, 1).toHex().toUpper();
    encoded->replace(at, 1, '%' + hex);
}

// A blank at an end, and a mark that would open a quotation, would not be read as a part of it.
QByteArray encode(const QString &text, const QByteArray &plain)
{
    QByteArray encoded = QUrl::toPercentEncoding(text, plain);
    if (encoded.startsWith(' ') || encoded.startsWith('\''))
        escape(&encoded, 0);
    if (encoded.endsWith(' '))
        escape(&encoded, encoded.size() - 1);
    return encoded;
}

bool isControl(char c)
{
    const auto code = static_cast<unsigned char>(c);
    return code < 0x20 || code == 0x7f;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWellEncoded(const QByteArray &encoded)
{
    for (qsizetype i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
        if (i + 2 >= encoded.size() || !isHexDigit(encoded[i + 1]) || !isHexDigit(encoded[i + 2]))
            return false;
    }
    return std::none_of(encoded.cbegin(), encoded.cend(), isControl);
}

} // namespace

QByteArray encodeText(const QString &text)
{
    return encode(text, readable);
}

std::optional<QString> decodeText(const QByteArray &encoded)
{
    const QByteArray bytes = QByteArray::fromPercentEncoding(encoded);
    QString text = QString::fromUtf8(bytes);
    if (!isWellEncoded(encoded) || text.size() > maxTextLength || text.toUtf8() != bytes)
        return std::nullopt;
    return text;
}

QByteArray encodeList(const QStringList &list)
{
    QByteArrayList encoded;
    const QByteArray plain = QByteArray(readable).replace(",", "").replace(" ", "");
    for (const QString &text : list)
        encoded.append(encode(text, plain));
    return encoded.join(", ");
}

QList<std::optional<QString>> decodeList(const QByteArray &encoded)
{
    QList<std::optional<QString>> list;
    const QByteArrayList parts = encoded.split(',');
    for (const QByteArray &part : parts) {
        auto text = decodeText(part.trimmed());
        if (text && text->isEmpty())
            text.reset();
        list.append(text);
    }
    return list;
}

std::optional<int> decodeNumber(const QByteArray &encoded, int smallest, int largest)
{
    bool isNumber = false;
    const int number = encoded.toInt(&isNumber);
    if (!isNumber || number < smallest || number > largest || QByteArray::number(number) != encoded)
        return std::nullopt;
    return number;
}

QByteArray encodeYesOrNo(bool yes)
{
    return yes ? "true" : "false";
}

std::optional<bool> decodeYesOrNo(const QByteArray &encoded)
{
    if (encoded != "true" && encoded != "false")
        return std::nullopt;
    return encoded == "true";
}

QByteArray encodeRect(const QRect &rect)
{
    return QByteArray::number(rect.x()) + ", " + QByteArray::number(rect.y()) + ", "
        + QByteArray::number(rect.width()) + ", " + QByteArray::number(rect.height());
}

std::optional<QRect> decodeRect(const QByteArray &encoded)
{
    const QByteArrayList parts = encoded.split(',');
    std::array<int, 4> numbers{};
    if (parts.size() != static_cast<qsizetype>(numbers.size()))
        return std::nullopt;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        numbers[i] = parts.at(static_cast<qsizetype>(i)).trimmed().toInt(&isNumber);
        if (!isNumber || std::abs(qint64{numbers[i]}) > maxCoordinate)
            return std::nullopt;
    }
    const QRect rect(numbers[0], numbers[1], numbers[2], numbers[3]);
    return rect.isEmpty() ? std::nullopt : std::optional(rect);
}

} // namespace latchkey
