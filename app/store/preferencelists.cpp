#include "app/store/preferencelists.h"

#include "app/store/settingtexts.h"

#include <QRegularExpression>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qsizetype roomForStored = 16 * 1024; // bytes, a quarter of the file

const QString NoEmail = QStringLiteral("-");

bool isComplete(const QList<std::optional<QString>> &list)
{
    return std::all_of(list.cbegin(), list.cend(),
                       [](const auto &text) { return text.has_value(); });
}

} // namespace

QByteArray encodePendingKeys(const QList<PendingDelete> &pending)
{
    QStringList keys;
    for (const PendingDelete &one : pending)
        keys.append(one.key);
    return encodeList(keys);
}

bool decodePendingKeys(const QByteArray &encoded, QList<PendingDelete> *pending)
{
    const auto keys = decodeList(encoded);
    pending->clear();
    for (const auto &key : keys)
        pending->append({key.value_or(QString())});
    return keys.size() <= mostPendingDeletes && isComplete(keys);
}

QByteArray encodeMeanings(const QList<PendingDelete> &pending)
{
    QStringList words;
    bool allMeanWhatever = true;
    for (const PendingDelete &one : pending) {
        words.append(meaningWord(one));
        allMeanWhatever = allMeanWhatever && one.means == PendingDelete::Means::Whatever;
    }
    return allMeanWhatever ? QByteArray() : encodeList(words);
}

bool decodeMeanings(const QByteArray &encoded, QList<PendingDelete> *pending)
{
    const auto words = decodeList(encoded);
    if (words.size() != pending->size())
        return false; // nobody can say whose they are
    bool areRead = true;
    for (qsizetype i = 0; i < words.size(); ++i)
        areRead = readMeaning(words.at(i).value_or(QString()), &(*pending)[i]) && areRead;
    return areRead;
}

QList<PendingDelete> readablePending(const QList<PendingDelete> &pending)
{
    QList<PendingDelete> readable = pending;
    readable.removeIf([](const PendingDelete &one) { return one.key.isEmpty(); });
    return readable.mid(std::max(qsizetype(0), readable.size() - mostPendingDeletes));
}

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
    const auto list = decodeList(encoded);
    if (list.size() > mostRenewalKeys * (1 + mostMoments) || !isComplete(list))
        return false;
    QList<RenewalCount> read;
    for (const auto &text : list) {
        if (!seconds.match(*text).hasMatch())
            read.append({*text, {}});
        else if (read.isEmpty())
            return false;
        else
            read.last().moments.append(*text);
    }
    if (read.size() > mostRenewalKeys)
        return false;
    *renewals = read;
    return true;
}

// What is too much could not be read.
QByteArray encodeStored(const QList<StoredSessionEntry> &stored)
{
    QByteArray encoded;
    for (const StoredSessionEntry &one : stored) {
        const QStringList texts{one.key, one.server, one.email.isEmpty() ? NoEmail : one.email};
        const QByteArray next = (encoded.isEmpty() ? "" : ", ") + encodeList(texts);
        const bool isReadable = std::all_of(texts.cbegin(), texts.cend(), [](const QString &text) {
            return !text.isEmpty() && text.size() <= maxTextLength;
        });
        if (isReadable && encoded.size() + next.size() <= roomForStored)
            encoded += next;
    }
    return encoded;
}

bool decodeStored(const QByteArray &encoded, QList<StoredSessionEntry> *stored)
{
    constexpr qsizetype members = 3;
    const auto list = decodeList(encoded);
    stored->clear();
    for (qsizetype i = 0; i + members <= list.size() && stored->size() < mostStoredSessions;
         i += members) {
        if (!isComplete(list.mid(i, members)))
            continue;
        const QString &email = *list.at(i + 2);
        stored->append({*list.at(i), *list.at(i + 1), email == NoEmail ? QString() : email});
    }
    return stored->size() * members == list.size();
}

} // namespace latchkey
