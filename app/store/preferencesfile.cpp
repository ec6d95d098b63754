#include "app/store/preferencesfile.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace latchkey
{

namespace
{

constexpr qint64 maxFileSize = 64 * 1024;
constexpr qsizetype maxTextLength = 2048;
constexpr int maxCoordinate = 100000;
constexpr int currentVersion = 1;
constexpr int smallestPercent = 5;
constexpr int largestPercent = 95;
constexpr int longestIdleTime = 7 * 24 * 60; // minutes
constexpr qsizetype longestLanguage = 16;

const QByteArrayList appearanceWords{"system", "light", "dark"}; // in the order of the enum
const QByteArrayList schemeWords{"unknown", "dark", "light"};

const QByteArray readable("@:/+,; ()[]!$&'*="); // besides letters, digits and "-._~"

QByteArray encodeText(const QString &text, bool inList = false)
{
    QByteArray plain = readable;
    if (inList)
        plain.replace(",", "").replace(" ", "");
    QByteArray encoded = QUrl::toPercentEncoding(text, plain);
    if (encoded.startsWith(' '))
        encoded.replace(0, 1, "%20");
    if (encoded.endsWith(' '))
        encoded.replace(encoded.size() - 1, 1, "%20");
    return encoded;
}

bool decodeText(const QByteArray &encoded, QString *text, bool inList = false)
{
    *text = QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
    return text->size() <= maxTextLength && encodeText(*text, inList) == encoded;
}

QByteArray encodeList(const QStringList &list)
{
    QByteArrayList encoded;
    for (const QString &text : list)
        encoded.append(encodeText(text, true));
    return encoded.join(", ");
}

bool decodeList(const QByteArray &encoded, QStringList *list, qsizetype most = mostPendingDeletes)
{
    list->clear();
    const QByteArrayList parts = encoded.split(',');
    for (const QByteArray &part : parts) {
        QString text;
        if (list->size() == most || !decodeText(part.trimmed(), &text, true) || text.isEmpty())
            return false;
        list->append(text);
    }
    return true;
}

// A key, then whole seconds since 1970; and the next one.
QByteArray encodeRenewals(const QList<RenewalCount> &renewals)
{
    QStringList list;
    for (const RenewalCount &one : renewals)
        list += QStringList(one.key) + one.moments;
    return encodeList(list);
}

bool decodeRenewals(const QByteArray &encoded, QList<RenewalCount> *renewals)
{
    static const QRegularExpression seconds(QStringLiteral("^[0-9]{1,12}\\z"));
    QStringList list;
    if (!decodeList(encoded, &list, mostRenewalKeys * (1 + mostMoments)))
        return false;
    for (const QString &text : std::as_const(list)) {
        if (!seconds.match(text).hasMatch())
            renewals->append({text, {}});
        else if (renewals->isEmpty())
            return false;
        else
            renewals->last().moments.append(text);
    }
    return renewals->size() <= mostRenewalKeys;
}

const QString NoEmail = QStringLiteral("-");

// As many as the file has room for: what is too much would be damage.
QByteArray encodeStored(const QList<StoredSessionEntry> &stored)
{
    constexpr qsizetype room = maxFileSize / 4;
    QByteArray encoded;
    for (const StoredSessionEntry &one : stored) {
        const QStringList texts{one.key, one.server, one.email.isEmpty() ? NoEmail : one.email};
        const QByteArray next = (encoded.isEmpty() ? "" : ", ") + encodeList(texts);
        const bool isReadable = std::all_of(texts.cbegin(), texts.cend(), [](const QString &text) {
            return !text.isEmpty() && text.size() <= maxTextLength;
        });
        if (isReadable && encoded.size() + next.size() <= room)
            encoded += next;
    }
    return encoded;
}

bool decodeStored(const QByteArray &encoded, QList<StoredSessionEntry> *stored)
{
    constexpr qsizetype members = 3;
    QStringList list;
    if (!decodeList(encoded, &list, members * mostStoredSessions) || list.size() % members != 0)
        return false;
    for (qsizetype i = 0; i < list.size(); i += members) {
        const QString &email = list.at(i + 2);
        stored->append({list.at(i), list.at(i + 1), email == NoEmail ? QString() : email});
    }
    return true;
}

void encodePendingDeletes(const QList<PendingDelete> &pending, QByteArray *keys, QByteArray *issued)
{
    QStringList keyList;
    QStringList words;
    bool allMeanWhatever = true;
    for (const PendingDelete &one : pending) {
        keyList.append(one.key);
        words.append(meaningWord(one));
        allMeanWhatever = allMeanWhatever && one.means == PendingDelete::Means::Whatever;
    }
    *keys = encodeList(keyList);
    *issued = allMeanWhatever ? QByteArray() : encodeList(words);
}

bool decodePendingDeletes(const QHash<QByteArray, QByteArray> &entries,
                          QList<PendingDelete> *pending)
{
    const auto keys = entries.constFind("pendingDeletes");
    const auto issued = entries.constFind("pendingDeletesIssued");
    QStringList keyList;
    QStringList words;
    if ((keys != entries.constEnd() && !decodeList(*keys, &keyList))
        || (issued != entries.constEnd()
            && (!decodeList(*issued, &words) || words.size() != keyList.size())))
        return false;
    for (qsizetype i = 0; i < keyList.size(); ++i) {
        PendingDelete one{keyList.at(i)};
        if (!words.isEmpty() && !readMeaning(words.at(i), &one))
            return false;
        pending->append(one);
    }
    return true;
}

bool decodeNumber(const QByteArray &encoded, int smallest, int largest, int *number)
{
    bool isNumber = false;
    *number = encoded.toInt(&isNumber);
    return isNumber && *number >= smallest && *number <= largest
        && QByteArray::number(*number) == encoded;
}

template <typename Enum>
bool decodeWord(const QByteArray &encoded, const QByteArrayList &words, Enum *value)
{
    const qsizetype index = words.indexOf(encoded);
    *value = Enum(std::max(qsizetype(0), index));
    return index >= 0;
}

// "de", "pt_BR", "en-x-pseudo": anything that could name a file elsewhere is damage.
bool decodeLanguage(const QByteArray &encoded, QString *language)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z]+([_-][A-Za-z0-9]+)*\\z"));
    *language = QString::fromLatin1(encoded);
    return encoded.size() <= longestLanguage && shape.match(*language).hasMatch();
}

// "host:port"; an IPv6 address stands as it is, the port is behind the last colon.
QByteArray encodeProxy(const ProxyChoice &proxy)
{
    return proxy.manual ? encodeText(proxy.host) + ':' + QByteArray::number(proxy.port)
                        : QByteArray();
}

bool decodeProxy(const QByteArray &encoded, ProxyChoice *proxy)
{
    const qsizetype colon = encoded.lastIndexOf(':');
    proxy->manual = true;
    return colon > 0 && decodeText(encoded.left(colon), &proxy->host)
        && proxyHost(proxy->host) == proxy->host
        && decodeNumber(encoded.mid(colon + 1), 1, largestPort, &proxy->port);
}

bool decodeYesOrNo(const QByteArray &encoded, bool *yes)
{
    *yes = encoded == "true";
    return *yes || encoded == "false";
}

QByteArray encodeRect(const QRect &rect)
{
    return QByteArray::number(rect.x()) + ", " + QByteArray::number(rect.y()) + ", "
        + QByteArray::number(rect.width()) + ", " + QByteArray::number(rect.height());
}

bool decodeRect(const QByteArray &encoded, QRect *rect)
{
    const QByteArrayList parts = encoded.split(',');
    std::array<int, 4> numbers{};
    if (parts.size() != static_cast<qsizetype>(numbers.size()))
        return false;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        numbers[i] = parts.at(static_cast<qsizetype>(i)).trimmed().toInt(&isNumber);
        if (!isNumber || std::abs(qint64{numbers[i]}) > maxCoordinate)
            return false;
    }
    *rect = {numbers[0], numbers[1], numbers[2], numbers[3]};
    return !rect->isEmpty();
}

bool decodeSetting(const QByteArray &key, const QByteArray &value, Settings *settings)
{
    if (key == "staySignedIn")
        return decodeYesOrNo(value, &settings->staySignedIn);
    if (key == "rememberEmail")
        return decodeYesOrNo(value, &settings->rememberEmail);
    if (key == "renewWhileClosed")
        return decodeYesOrNo(value, &settings->renewWhileClosed);
    if (key == "language")
        return decodeLanguage(value, &settings->language);
    if (key == "appearance")
        return decodeWord(value, appearanceWords, &settings->appearance);
    if (key == "textPercent")
        return decodeNumber(value, smallestTextPercent, largestTextPercent, &settings->textPercent);
    if (key == "proxy")
        return decodeProxy(value, &settings->proxy);
    if (key == "qaMode")
        return decodeYesOrNo(value, &settings->qaMode);
    return true;
}

bool decodeValue(const QByteArray &key, const QByteArray &value, PreferenceValues *values)
{
    if (key == "server")
        return decodeText(value, &values->server);
    if (key == "email")
        return decodeText(value, &values->email);
    if (key == "windowGeometry")
        return decodeRect(value, &values->windowGeometry);
    if (key == "windowMaximised")
        return decodeYesOrNo(value, &values->windowMaximised);
    if (key == "renewals")
        return decodeRenewals(value, &values->renewals);
    if (key == "storedSessions")
        return decodeStored(value, &values->storedSessions);
    if (key == "renewAtPercent")
        return decodeNumber(value, smallestPercent, largestPercent, &values->renewAtPercent);
    if (key == "automaticRenewal")
        return decodeYesOrNo(value, &values->automaticRenewal);
    if (key == "idleSignOutMinutes")
        return decodeNumber(value, 0, longestIdleTime, &values->idleSignOutMinutes);
    if (key == "lastColourScheme")
        return decodeWord(value, schemeWords, &values->lastColourScheme);
    return decodeSetting(key, value, &values->settings);
}

// False: a line is not one of ours, or a key stands there twice.
bool splitLines(const QByteArray &content, QHash<QByteArray, QByteArray> *entries)
{
    const QByteArrayList lines = content.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.trimmed(); // CR too, of an editor on Windows
        if (line.isEmpty() || line.startsWith(';') || line == "[General]")
            continue;
        const qsizetype equals = line.indexOf('=');
        const QByteArray key = line.left(equals);
        if (equals < 1 || entries->contains(key))
            return false;
        entries->insert(key, line.mid(equals + 1));
    }
    return true;
}

} // namespace

QByteArray encodePreferences(const PreferenceValues &values)
{
    const PreferenceValues usual;
    const Settings &settings = values.settings;
    QByteArray content = "[General]\nversion=" + QByteArray::number(currentVersion) + '\n';
    const auto add = [&content](const QByteArray &key, const QByteArray &value) {
        if (!value.isEmpty())
            content += key + '=' + value + '\n';
    };
    const auto addNumber = [&add](const QByteArray &key, int value, int usually) {
        if (value != usually)
            add(key, QByteArray::number(value));
    };
    const auto addWord = [&add](const QByteArray &key, auto value, const QByteArrayList &words) {
        if (int(value) != 0)
            add(key, words.at(int(value)));
    };
    add("server", encodeText(values.server));
    add("email", encodeText(values.email));
    add("staySignedIn", settings.staySignedIn ? "true" : "false");
    add("rememberEmail", settings.rememberEmail ? "true" : "false");
    if (!values.windowGeometry.isEmpty())
        add("windowGeometry", encodeRect(values.windowGeometry));
    if (values.windowMaximised)
        add("windowMaximised", "true");
    QByteArray pendingKeys;
    QByteArray pendingIssued;
    encodePendingDeletes(values.pendingDeletes, &pendingKeys, &pendingIssued);
    add("pendingDeletes", pendingKeys);
    add("pendingDeletesIssued", pendingIssued);
    add("renewals", encodeRenewals(values.renewals));
    add("storedSessions", encodeStored(values.storedSessions));
    add("language", settings.language.toLatin1());
    addWord("appearance", settings.appearance, appearanceWords);
    addNumber("textPercent", settings.textPercent, usual.settings.textPercent);
    add("proxy", encodeProxy(settings.proxy));
    if (settings.renewWhileClosed)
        add("renewWhileClosed", "true");
    if (settings.qaMode)
        add("qaMode", "true");
    addWord("lastColourScheme", values.lastColourScheme, schemeWords);
    // No page sets these: they are for whoever edits the file, and go where they came from.
    addNumber("renewAtPercent", values.renewAtPercent, usual.renewAtPercent);
    if (values.automaticRenewal != usual.automaticRenewal)
        add("automaticRenewal", values.automaticRenewal ? "true" : "false");
    addNumber("idleSignOutMinutes", values.idleSignOutMinutes, usual.idleSignOutMinutes);
    return content;
}

FileVerdict decodePreferences(const QByteArray &content, PreferenceValues *values)
{
    QHash<QByteArray, QByteArray> entries;
    if (content.size() > maxFileSize || content.contains('\0') || !splitLines(content, &entries))
        return FileVerdict::Damaged;
    bool isNumber = false;
    const qint64 version = entries.value("version").toLongLong(&isNumber);
    if (!isNumber || version < 1)
        return FileVerdict::Damaged;
    if (version > currentVersion)
        return FileVerdict::Newer;
    PreferenceValues read;
    if (!decodePendingDeletes(entries, &read.pendingDeletes))
        return FileVerdict::Damaged;
    for (auto entry = entries.constBegin(); entry != entries.constEnd(); ++entry) {
        if (!decodeValue(entry.key(), entry.value(), &read))
            return FileVerdict::Damaged;
    }
    *values = read;
    return FileVerdict::Good;
}

FileVerdict loadPreferences(const QString &path, PreferenceValues *values)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return FileVerdict::Missing;
    QFile file(path);
    // A pipe would be waited for.
    if (!info.isFile() || info.size() > maxFileSize)
        return FileVerdict::Damaged;
    if (!file.open(QIODevice::ReadOnly))
        return FileVerdict::Unreadable;
    const QByteArray content = file.read(maxFileSize + 1);
    if (file.error() != QFileDevice::NoError)
        return FileVerdict::Unreadable;
    return decodePreferences(content, values);
}

} // namespace latchkey
