#include "app/store/settingtexts.h"

#include <QUrl>

#include <array>
#include <cstdlib>

namespace latchkey
{

namespace
{

constexpr int maxCoordinate = 100000;

const QByteArray readable("@:/+,; ()[]!$&'*="); // besides letters, digits and "-._~"

QByteArray encode(const QString &text, const QByteArray &plain)
{
    QByteArray encoded = QUrl::toPercentEncoding(text, plain);
    if (encoded.startsWith(' '))
        encoded.replace(0, 1, "%20");
    if (encoded.endsWith(' '))
        encoded.replace(encoded.size() - 1, 1, "%20");
    return encoded;
}

QByteArray encodeInList(const QString &text)
{
    return encode(text, QByteArray(readable).replace(",", "").replace(" ", ""));
}

QString decode(const QByteArray &encoded)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
}

} // namespace

QByteArray encodeText(const QString &text)
{
    return encode(text, readable);
}

std::optional<QString> decodeText(const QByteArray &encoded)
{
    QString text = decode(encoded);
    if (text.size() > maxTextLength || encodeText(text) != encoded)
        return std::nullopt;
    return text;
}

QByteArray encodeList(const QStringList &list)
{
    QByteArrayList encoded;
    for (const QString &text : list)
        encoded.append(encodeInList(text));
    return encoded.join(", ");
}

std::optional<QStringList> decodeList(const QByteArray &encoded)
{
    QStringList list;
    const QByteArrayList parts = encoded.split(',');
    for (const QByteArray &part : parts) {
        const QString text = decode(part.trimmed());
        if (text.isEmpty() || text.size() > maxTextLength || encodeInList(text) != part.trimmed())
            return std::nullopt;
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
