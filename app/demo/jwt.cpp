#include "app/demo/jwt.h"

#include "app/base/secret.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace latchkey::demo
{

namespace
{

constexpr auto kBase64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr int kKeyWords = 8;

QByteArray encodedHeader()
{
    return QByteArrayLiteral(R"({"alg":"HS256","typ":"JWT"})").toBase64(kBase64Url);
}

QByteArray signature(const QByteArray &signedPart, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(signedPart, key, QCryptographicHash::Sha256)
        .toBase64(kBase64Url);
}

// Written by hand to keep the reference server's order of the claims, which QJsonObject would sort.
QByteArray payload(const Claims &claims)
{
    QByteArray json = R"({"sub":)" + QByteArray::number(claims.sub) + R"(,"iat":)"
        + QByteArray::number(claims.iat) + R"(,"exp":)" + QByteArray::number(claims.exp);
    if (claims.family != 0)
        json += R"(,"fam":)" + QByteArray::number(claims.family);
    if (claims.serial != 0)
        json += R"(,"jti":)" + QByteArray::number(claims.serial);
    return json + '}';
}

} // namespace

QByteArray randomKey()
{
    std::array<quint32, kKeyWords> words{};
    QRandomGenerator::system()->fillRange(words.data(), kKeyWords);
    return {reinterpret_cast<const char *>(words.data()), sizeof words};
}

QByteArray signedToken(const Claims &claims, const QByteArray &key)
{
    const QByteArray signedPart = encodedHeader() + '.' + payload(claims).toBase64(kBase64Url);
    return signedPart + '.' + signature(signedPart, key);
}

std::optional<Claims> verifiedClaims(QByteArrayView token, const QByteArray &key)
{
    const QList<QByteArray> parts = token.toByteArray().split('.');
    if (parts.size() != 3 || parts[0] != encodedHeader())
        return std::nullopt;
    const Secret expected(QByteArrayView(signature(parts[0] + '.' + parts[1], key)));
    if (!Secret(QByteArrayView(parts[2])).sameAs(expected))
        return std::nullopt;
    const QJsonObject claims
        = QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], kBase64Url)).object();
    return Claims{claims[QLatin1String("sub")].toInt(), claims[QLatin1String("iat")].toInteger(),
                  claims[QLatin1String("exp")].toInteger(),
                  claims[QLatin1String("fam")].toInteger(),
                  claims[QLatin1String("jti")].toInteger()};
}

} // namespace latchkey::demo
