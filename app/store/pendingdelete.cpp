#include "app/store/pendingdelete.h"

#include <array>

namespace latchkey
{

namespace
{

using Means = PendingDelete::Means;

constexpr qint64 latestMoment = 253402300799999; // the end of the year 9999

struct Prefix {
    Means means;
    QLatin1String text;
};
constexpr std::array prefixes{Prefix{Means::This, QLatin1String("at:")},
                              Prefix{Means::UpTo, QLatin1String("until:")}};
constexpr QLatin1String anyWord("any");

} // namespace

bool PendingDelete::isAbout(WallTime issued) const
{
    switch (means) {
    case Means::Whatever:
        return true;
    case Means::This:
        return issued == issuedAt;
    case Means::UpTo:
        return issued <= issuedAt;
    }
    return false;
}

QString meaningWord(const PendingDelete &pending)
{
    for (const Prefix &prefix : prefixes) {
        if (prefix.means == pending.means)
            return prefix.text
                + QString::number(qint64{pending.issuedAt.time_since_epoch().count()});
    }
    return anyWord;
}

bool readMeaning(const QString &word, PendingDelete *pending)
{
    PendingDelete read{pending->key};
    for (const Prefix &prefix : prefixes) {
        if (!word.startsWith(prefix.text))
            continue;
        const qint64 moment = QStringView(word).mid(prefix.text.size()).toLongLong();
        if (moment < 0 || moment > latestMoment)
            return false;
        read.means = prefix.means;
        read.issuedAt = WallTime(Milliseconds(moment));
    }
    if (meaningWord(read) != word)
        return false;
    *pending = read;
    return true;
}

QList<PendingDelete> mergePendingDeletes(const QList<PendingDelete> &before,
                                         const QList<PendingDelete> &after,
                                         const QList<PendingDelete> &theirs)
{
    QList<PendingDelete> merged;
    for (const PendingDelete &one : theirs) {
        if (after.contains(one) || !before.contains(one))
            merged.append(one);
    }
    for (const PendingDelete &one : after) {
        if (!before.contains(one) && !merged.contains(one))
            merged.append(one);
    }
    return merged;
}

} // namespace latchkey
