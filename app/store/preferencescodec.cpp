#include "app/store/preferencescodec.h"

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

// One key. What it writes is empty where nothing is to stand in the file.
struct Setting {
    QByteArrayView key;
    QByteArray (*write)(const PreferenceValues &values);
    bool (*read)(const QByteArray &encoded, PreferenceValues *values);
};

template <typename T>
bool put(const std::optional<T> &read, T *value)
{
    if (read)
        *value = *read;
    return read.has_value();
}

// A member of PreferenceValues, or of the Settings in it.
template <auto member, typename Values>
auto &in(Values &values)
{
    if constexpr (requires { values.*member; })
        return values.*member;
    else
        return values.settings.*member;
}

const PreferenceValues usual;

template <auto member>
constexpr Setting text(QByteArrayView key)
{
    return {key, [](const PreferenceValues &values) { return encodeText(in<member>(values)); },
            [](const QByteArray &encoded, PreferenceValues *values) {
                return put(decodeText(encoded), &in<member>(*values));
            }};
}

enum class Written { Always, IfUnusual };

template <auto member, Written written = Written::IfUnusual>
constexpr Setting yesOrNo(QByteArrayView key)
{
    return {key,
            [](const PreferenceValues &values) {
                const bool yes = in<member>(values);
                const bool isUsual = yes == in<member>(usual);
                return written == Written::IfUnusual && isUsual ? QByteArray() : encodeYesOrNo(yes);
            },
            [](const QByteArray &encoded, PreferenceValues *values) {
                return put(decodeYesOrNo(encoded), &in<member>(*values));
            }};
}

template <auto member, int smallest, int largest>
constexpr Setting number(QByteArrayView key)
{
    return {key,
            [](const PreferenceValues &values) {
                const int number = in<member>(values);
                return number == in<member>(usual) ? QByteArray() : QByteArray::number(number);
            },
            [](const QByteArray &encoded, PreferenceValues *values) {
                return put(decodeNumber(encoded, smallest, largest), &in<member>(*values));
            }};
}

// In the order of the enums; the first one is usual.
constexpr std::array<QByteArrayView, 3> appearanceWords{"system", "light", "dark"};
constexpr std::array<QByteArrayView, 3> schemeWords{"unknown", "dark", "light"};

template <auto member, const auto &words>
constexpr Setting choice(QByteArrayView key)
{
    return {key,
            [](const PreferenceValues &values) {
                const auto index = static_cast<std::size_t>(in<member>(values));
                return index == 0 ? QByteArray() : words.at(index).toByteArray();
            },
            [](const QByteArray &encoded, PreferenceValues *values) {
                using Enum = std::remove_cvref_t<decltype(in<member>(*values))>;
                const auto found = std::find(words.begin(), words.end(), QByteArrayView(encoded));
                if (found == words.end())
                    return false;
                in<member>(*values) = static_cast<Enum>(found - words.begin());
                return true;
            }};
}

template <auto member, auto encode, auto decode>
constexpr Setting list(QByteArrayView key)
{
    return {key, [](const PreferenceValues &values) { return encode(in<member>(values)); },
            [](const QByteArray &encoded, PreferenceValues *values) {
                return decode(encoded, &in<member>(*values));
            }};
}

QByteArray writeGeometry(const PreferenceValues &values)
{
    return values.windowGeometry.isEmpty() ? QByteArray() : encodeRect(values.windowGeometry);
}

bool readGeometry(const QByteArray &encoded, PreferenceValues *values)
{
    return put(decodeRect(encoded), &values->windowGeometry);
}

QByteArray writeLanguage(const PreferenceValues &values)
{
    return values.settings.language.toLatin1();
}

// "de", "pt_BR", "en-x-pseudo": nothing that could name a file elsewhere.
bool readLanguage(const QByteArray &encoded, PreferenceValues *values)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z]+([_-][A-Za-z0-9]+)*\\z"));
    const QString language = QString::fromLatin1(encoded);
    if (encoded.size() > longestLanguage || !shape.match(language).hasMatch())
        return false;
    values->settings.language = language;
    return true;
}

// "host:port"; an IPv6 address stands as it is, the port is behind the last colon.
QByteArray writeProxy(const PreferenceValues &values)
{
    const ProxyChoice &proxy = values.settings.proxy;
    return proxy.manual ? encodeText(proxy.host) + ':' + QByteArray::number(proxy.port)
                        : QByteArray();
}

bool readProxy(const QByteArray &encoded, PreferenceValues *values)
{
    const qsizetype colon = encoded.lastIndexOf(':');
    const auto host = decodeText(encoded.left(std::max(qsizetype(0), colon)));
    const auto port = decodeNumber(encoded.mid(colon + 1), 1, largestPort);
    if (colon < 1 || !host || !port || proxyHost(*host) != *host)
        return false;
    values->settings.proxy = {true, *host, *port};
    return true;
}

// In the order in which they are written, which is also the one in which they are read.
constexpr std::array settings{
    text<&PreferenceValues::server>("server"),
    text<&PreferenceValues::email>("email"),
    yesOrNo<&Settings::staySignedIn, Written::Always>("staySignedIn"),
    yesOrNo<&Settings::rememberEmail, Written::Always>("rememberEmail"),
    Setting{"windowGeometry", writeGeometry, readGeometry},
    yesOrNo<&PreferenceValues::windowMaximised>("windowMaximised"),
    list<&PreferenceValues::pendingDeletes, encodePendingKeys, decodePendingKeys>("pendingDeletes"),
    list<&PreferenceValues::pendingDeletes, encodeMeanings, decodeMeanings>("pendingDeletesIssued"),
    list<&PreferenceValues::renewals, encodeRenewals, decodeRenewals>("renewals"),
    list<&PreferenceValues::storedSessions, encodeStored, decodeStored>("storedSessions"),
    Setting{"language", writeLanguage, readLanguage},
    choice<&Settings::appearance, appearanceWords>("appearance"),
    number<&Settings::textPercent, smallestTextPercent, largestTextPercent>("textPercent"),
    Setting{"proxy", writeProxy, readProxy},
    yesOrNo<&Settings::renewWhileClosed>("renewWhileClosed"),
    yesOrNo<&Settings::qaMode>("qaMode"),
    choice<&PreferenceValues::lastColourScheme, schemeWords>("lastColourScheme"),
    // No page sets these: they are for whoever edits the file, and go where they came from.
    number<&PreferenceValues::renewAtPercent, smallestPercent, largestPercent>("renewAtPercent"),
    yesOrNo<&PreferenceValues::automaticRenewal>("automaticRenewal"),
    number<&PreferenceValues::idleSignOutMinutes, 0, longestIdleTime>("idleSignOutMinutes"),
};

} // namespace

QByteArray encodeEntries(const PreferenceValues &values)
{
    QByteArray lines;
    for (const Setting &setting : settings) {
        const QByteArray value = setting.write(values);
        if (!value.isEmpty())
            lines += setting.key.toByteArray() + '=' + value + '\n';
    }
    return lines;
}

QByteArrayList decodeEntries(const SettingEntries &entries, PreferenceValues *values)
{
    QByteArrayList unread;
    for (const Setting &setting : settings) {
        const auto entry = entries.constFind(setting.key.toByteArray());
        if (entry != entries.constEnd() && !setting.read(*entry, values))
            unread.append(entry.key());
    }
    return unread;
}

} // namespace latchkey
