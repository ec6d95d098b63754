#include "app/store/preferencescodec.h"

#include "app/base/serveraddress.h"
#include "app/store/preferencelists.h"
#include "app/store/settingtexts.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace latchkey
{

namespace
{

constexpr int smallestPercent = 5;
constexpr int largestPercent = 95;
constexpr int longestIdleTime = 7 * 24 * 60; // minutes
constexpr qsizetype longestLanguage = 16;

// One key.
struct Setting {
    QByteArrayView key;
    QByteArray (*write)(const PreferenceValues &values); // empty: nothing is to stand in the file
    bool (*read)(const QByteArray &encoded, PreferenceValues *values);
    void (*copy)(const PreferenceValues &from, PreferenceValues *to);
};

// A member of PreferenceValues, or of the Settings in it.
template <auto member, typename Values>
auto &in(Values &values)
{
    if constexpr (requires { values.*member; })
        return values.*member;
    else
        return values.settings.*member;
}

template <auto member, auto encode, auto decode>
constexpr Setting setting(QByteArrayView key)
{
    return {key, [](const PreferenceValues &values) { return encode(in<member>(values)); },
            [](const QByteArray &encoded, PreferenceValues *values) {
                return decode(encoded, &in<member>(*values));
            },
            [](const PreferenceValues &from, PreferenceValues *to) {
                in<member>(*to) = in<member>(from);
            }};
}

// Is not written where it is as usual.
template <auto member, auto encode, auto decode>
constexpr Setting seldom(QByteArrayView key)
{
    Setting made = setting<member, encode, decode>(key);
    made.write = [](const PreferenceValues &values) {
        static const PreferenceValues usual;
        return in<member>(values) == in<member>(usual) ? QByteArray() : encode(in<member>(values));
    };
    return made;
}

template <typename T>
bool put(const std::optional<T> &read, T *value)
{
    if (read)
        *value = *read;
    return read.has_value();
}

bool readYesOrNo(const QByteArray &encoded, bool *yes)
{
    return put(decodeYesOrNo(encoded), yes);
}

QByteArray writeNumber(int number)
{
    return QByteArray::number(number);
}

template <int smallest, int largest>
bool readNumber(const QByteArray &encoded, int *number)
{
    return put(decodeNumber(encoded, smallest, largest), number);
}

// In the order of the enums.
constexpr std::array<QByteArrayView, 3> appearanceWords{"system", "light", "dark"};
constexpr std::array<QByteArrayView, 3> schemeWords{"unknown", "dark", "light"};

template <typename Enum, const auto &words>
QByteArray writeWord(Enum value)
{
    return words.at(static_cast<std::size_t>(value)).toByteArray();
}

template <typename Enum, const auto &words>
bool readWord(const QByteArray &encoded, Enum *value)
{
    const auto found = std::find(words.begin(), words.end(), QByteArrayView(encoded));
    if (found == words.end())
        return false;
    *value = static_cast<Enum>(found - words.begin());
    return true;
}

bool readText(const QByteArray &encoded, QString *text)
{
    return put(decodeText(encoded), text);
}

// Any other would silently be the factory server.
bool readServer(const QByteArray &encoded, QString *server)
{
    const auto text = decodeText(encoded);
    return text && (text->isEmpty() || ServerAddress::parse(*text)) && put(text, server);
}

QByteArray writeGeometry(const QRect &geometry)
{
    return geometry.isEmpty() ? QByteArray() : encodeRect(geometry);
}

bool readGeometry(const QByteArray &encoded, QRect *geometry)
{
    return put(decodeRect(encoded), geometry);
}

QByteArray writeLanguage(const QString &language)
{
    return language.toLatin1();
}

// "de", "pt_BR", "en-x-pseudo": nothing that could name a file elsewhere.
bool readLanguage(const QByteArray &encoded, QString *language)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z]+([_-][A-Za-z0-9]+)*\\z"));
    const QString code = QString::fromLatin1(encoded);
    if (encoded.size() > longestLanguage || !shape.match(code).hasMatch())
        return false;
    *language = code;
    return true;
}

// "host:port"; an IPv6 address stands as it is, the port is behind the last colon.
QByteArray writeProxy(const ProxyChoice &proxy)
{
    return proxy.manual ? encodeText(proxy.host) + ':' + QByteArray::number(proxy.port)
                        : QByteArray();
}

bool readProxy(const QByteArray &encoded, ProxyChoice *proxy)
{
    const qsizetype colon = encoded.lastIndexOf(':');
    const auto host = decodeText(encoded.left(std::max(qsizetype(0), colon)));
    const auto port = decodeNumber(encoded.mid(colon + 1), 1, largestPort);
    if (colon < 1 || !host || !port || proxyHost(*host) != *host)
        return false;
    *proxy = {true, *host, *port};
    return true;
}

using Values = PreferenceValues;

template <auto member>
constexpr Setting yesOrNo(QByteArrayView key)
{
    return seldom<member, encodeYesOrNo, readYesOrNo>(key);
}

template <auto member, int smallest, int largest>
constexpr Setting number(QByteArrayView key)
{
    return seldom<member, writeNumber, readNumber<smallest, largest>>(key);
}

template <auto member, typename Enum, const auto &words>
constexpr Setting choice(QByteArrayView key)
{
    return seldom<member, writeWord<Enum, words>, readWord<Enum, words>>(key);
}

// In the order in which they are written, which is also the one in which they are read.
constexpr std::array settings{
    setting<&Values::server, encodeText, readServer>("server"),
    setting<&Values::email, encodeText, readText>("email"),
    setting<&Settings::staySignedIn, encodeYesOrNo, readYesOrNo>("staySignedIn"),
    setting<&Settings::rememberEmail, encodeYesOrNo, readYesOrNo>("rememberEmail"),
    setting<&Values::windowGeometry, writeGeometry, readGeometry>("windowGeometry"),
    yesOrNo<&Values::windowMaximised>("windowMaximised"),
    setting<&Values::pendingDeletes, encodePendingKeys, decodePendingKeys>("pendingDeletes"),
    setting<&Values::pendingDeletes, encodeMeanings, decodeMeanings>("pendingDeletesIssued"),
    setting<&Values::renewals, encodeRenewals, decodeRenewals>("renewals"),
    setting<&Values::storedSessions, encodeStored, decodeStored>("storedSessions"),
    setting<&Settings::language, writeLanguage, readLanguage>("language"),
    choice<&Settings::appearance, Appearance, appearanceWords>("appearance"),
    number<&Settings::textPercent, smallestTextPercent, largestTextPercent>("textPercent"),
    setting<&Settings::proxy, writeProxy, readProxy>("proxy"),
    yesOrNo<&Settings::renewWhileClosed>("renewWhileClosed"),
    yesOrNo<&Settings::qaMode>("qaMode"),
    choice<&Values::lastColourScheme, LastColourScheme, schemeWords>("lastColourScheme"),
    // No page sets these: they are for whoever edits the file, and go where they came from.
    number<&Values::renewAtPercent, smallestPercent, largestPercent>("renewAtPercent"),
    yesOrNo<&Values::automaticRenewal>("automaticRenewal"),
    number<&Values::idleSignOutMinutes, 0, longestIdleTime>("idleSignOutMinutes"),
};

} // namespace

QByteArray encodeEntries(const PreferenceValues &values)
{
    QByteArray lines;
    for (const Setting &one : settings) {
        const QByteArray value = one.write(values);
        if (!value.isEmpty())
            lines += one.key.toByteArray() + '=' + value + '\n';
    }
    return lines;
}

QByteArrayList decodeEntries(const SettingEntries &entries, PreferenceValues *values)
{
    QByteArrayList unread;
    PreferenceValues read;
    for (const Setting &one : settings) {
        const auto entry = entries.constFind(one.key.toByteArray());
        if (entry != entries.constEnd() && !one.read(*entry, &read))
            unread.append(entry.key());
    }
    read.pendingDeletes = readablePending(read.pendingDeletes);
    *values = read;
    return unread;
}

bool isSettingKey(const QByteArray &key)
{
    return std::any_of(settings.cbegin(), settings.cend(),
                       [&key](const Setting &one) { return one.key == key; });
}

void copySetting(const QByteArray &key, const PreferenceValues &from, PreferenceValues *to)
{
    for (const Setting &one : settings) {
        if (one.key == key)
            one.copy(from, to);
    }
}

} // namespace latchkey
