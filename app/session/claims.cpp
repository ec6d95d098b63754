#include "app/session/claims.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace latchkey
{

namespace
{

constexpr qsizetype MaxTokenSize = 16 * 1024;
constexpr double LastSecondOfYear9999 = 253'402'300'799.0;

std::optional<std::chrono::seconds> numericDate(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = std::floor(value.toDouble()); // a NumericDate may have a fraction
    if (!(number > 0 && number <= LastSecondOfYear9999))
        return std::nullopt;
    return std::chrono::seconds(static_cast<qint64>(number));
}

QString subjectIn(const QJsonValue &value)
{
    constexpr qsizetype Longest = 256;
    if (value.isDouble())
        return value.toVariant().toString();
    const QString text = value.toString();
    return text.size() <= Longest ? text : QString();
}

// Empty if it is no JWT, or too large to look into.
QJsonObject payloadOf(const Secret &token)
{
    if (token.size() > MaxTokenSize)
        return {};
    const QByteArrayView text = token.reveal();
    const qsizetype first = text.indexOf('.');
    const qsizetype second = first < 0 ? -1 : text.indexOf('.', first + 1);
    if (second < 0 || text.indexOf('.', second + 1) >= 0)
        return {};

    const QByteArray payload = text.sliced(first + 1, second - first - 1).toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(
        payload, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    return QJsonDocument::fromJson(*decoded).object();
}

} // namespace

Claims readClaims(const Secret &token)
{
    const QJsonObject object = payloadOf(token);
    return {numericDate(object.value(u"iat")), numericDate(object.value(u"exp")),
            subjectIn(object.value(u"sub"))};
}

QString claimsText(const Secret &token)
{
    constexpr qsizetype longest = 200;
    const QJsonObject object = payloadOf(token);
    QJsonObject shown;
    for (const auto *name : {u"iss", u"sub", u"aud", u"exp", u"nbf", u"iat", u"jti"}) {
        const QString key = QString::fromUtf16(name);
        const QJsonValue value = object.value(key);
        if (value.isString())
            shown.insert(key, value.toString().left(longest));
        else if (value.isDouble())
            shown.insert(key, value);
    }
    if (shown.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(shown).toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace latchkey
