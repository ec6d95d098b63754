#include "app/api/wireformat.h"

#include "app/api/bearertoken.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace latchkey
{

namespace
{

constexpr int MaxDepth = 32;
constexpr qsizetype MaxMessages = 8;
constexpr qsizetype MaxMessageLength = 500;
constexpr qsizetype MaxNameLength = 1000; // shown, so cut rather than refused
constexpr qsizetype MaxEmailLength = 320; // RFC 3696, erratum 1690: 64 + 1 + 255
constexpr qsizetype MaxUrlLength = 2048;
constexpr double MaxExactInteger = 9007199254740992.0; // 2^53: above it doubles skip numbers

// Written by hand into one buffer: QJsonDocument leaves copies of a password in freed memory (P9).
void appendJsonString(QByteArray &json, QByteArrayView utf8)
{
    json += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            static constexpr char Hex[] = "0123456789abcdef";
            json += "\\u00";
            json += Hex[static_cast<unsigned char>(c) >> 4];
            json += Hex[static_cast<unsigned char>(c) & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

constexpr qsizetype LongestEscape = 6;

Secret sealed(QByteArray &json)
{
    const Secret body{QByteArrayView(json)};
    wipe(json);
    return body;
}

bool tooDeep(const QByteArray &json)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > MaxDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

Secret tokenIn(const QJsonObject &reply, QLatin1String field)
{
    QString text = reply.value(field).toString(); // empty unless it is a string
    Secret token(text);
    wipe(text);
    return isBearerToken(token.reveal()) ? token : Secret();
}

QString clipped(QString text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    const bool splitsPair = text.at(length - 1).isHighSurrogate();
    text.truncate(splitsPair ? length - 1 : length);
    return text;
}

QUrl avatarIn(const QJsonObject &reply)
{
    const QString text = reply.value(u"avatar").toString();
    const QUrl url(text.size() <= MaxUrlLength ? text : QString(), QUrl::StrictMode);
    const bool web = url.scheme() == u"https" || url.scheme() == u"http";
    const bool usable = url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty();
    return usable ? url : QUrl();
}

QDateTime timeIn(const QJsonObject &reply, QLatin1String field)
{
    const QString text = reply.value(field).toString();
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC); // no zone in the text: servers mean UTC, never this computer's
    return time.toUTC();
}

} // namespace

Secret loginBody(const Credentials &credentials)
{
    const QByteArray email = credentials.email.toUtf8();
    const QByteArrayView password = credentials.password.reveal();
    QByteArray json;
    json.reserve((email.size() + password.size()) * LongestEscape + 64); // never grows: no copies
    json += R"({"email":)";
    appendJsonString(json, email);
    json += R"(,"password":)";
    appendJsonString(json, password);
    json += '}';
    return sealed(json);
}

Secret refreshBody(const Secret &refreshToken)
{
    QByteArray json;
    json.reserve(refreshToken.size() * LongestEscape + 64);
    json += R"({"refreshToken":)";
    appendJsonString(json, refreshToken.reveal());
    json += '}';
    return sealed(json);
}

std::optional<QJsonObject> parseObject(const QByteArray &body)
{
    if (tooDeep(body))
        return std::nullopt;
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

std::optional<Tokens> parseTokens(const QJsonObject &reply)
{
    Tokens tokens;
    tokens.access = tokenIn(reply, QLatin1String("access_token"));
    tokens.refresh = tokenIn(reply, QLatin1String("refresh_token"));
    if (tokens.access.isEmpty())
        return std::nullopt;
    return tokens;
}

std::optional<std::chrono::seconds> parseExpiresIn(const QJsonObject &reply)
{
    const double seconds = std::floor(reply.value(u"expires_in").toDouble());
    if (!(seconds >= 1 && seconds <= static_cast<double>(LongestExpiresIn.count())))
        return std::nullopt;
    return std::chrono::seconds(static_cast<qint64>(seconds));
}

std::optional<Profile> parseProfile(const QJsonObject &reply)
{
    const QJsonValue id = reply.value(u"id");
    const double number = id.toDouble(-0.5); // -0.5: not a number, and so not whole
    const QString email = reply.value(u"email").toString();
    if (std::trunc(number) != number || std::abs(number) > MaxExactInteger || email.isEmpty()
        || email.size() > MaxEmailLength)
        return std::nullopt;
    Profile profile;
    profile.id = static_cast<qint64>(number);
    profile.email = email;
    profile.name = clipped(reply.value(u"name").toString(), MaxNameLength);
    profile.role = clipped(reply.value(u"role").toString(), MaxNameLength);
    profile.avatar = avatarIn(reply);
    profile.createdAt = timeIn(reply, QLatin1String("creationAt"));
    profile.updatedAt = timeIn(reply, QLatin1String("updatedAt"));
    return profile;
}

QStringList parseMessages(const QJsonObject &reply)
{
    const QJsonValue message = reply.value(u"message");
    const QJsonArray texts = message.isArray() ? message.toArray() : QJsonArray{message};
    QStringList messages;
    for (const QJsonValue &text : texts) {
        if (!text.toString().isEmpty() && messages.size() < MaxMessages)
            messages.append(clipped(text.toString(), MaxMessageLength));
    }
    return messages;
}

} // namespace latchkey
