#include "app/api/httpdate.h"

#include <QRegularExpression>

namespace latchkey
{

namespace
{

constexpr qsizetype LongestDate = 64;

int monthOf(const QString &name)
{
    static const QString names = QStringLiteral("JanFebMarAprMayJunJulAugSepOctNovDec");
    return static_cast<int>(names.indexOf(name) / 3) + 1;
}

int yearOf(const QString &digits)
{
    const int year = digits.toInt();
    if (digits.size() == 4)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

const QList<QRegularExpression> &dateForms()
{
    const QString month
        = QStringLiteral("(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)");
    const QString time = QStringLiteral("(?<h>[0-9]{2}):(?<m>[0-9]{2}):(?<s>[0-9]{2})");
    const auto whole = [](const QString &pattern) {
        return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
    };
    static const QList<QRegularExpression> forms{
        whole(QStringLiteral(
                  "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>[0-9]{2}) %1 (?<year>[0-9]{4}) %2 GMT")
                  .arg(month, time)),
        whole(QStringLiteral("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, "
                             "(?<day>[0-9]{2})-%1-(?<year>[0-9]{2}) %2 GMT")
                  .arg(month, time)),
        whole(QStringLiteral(
                  "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) %1 (?<day>[ 0-9][0-9]) %2 (?<year>[0-9]{4})")
                  .arg(month, time)),
    };
    return forms;
}

} // namespace

std::optional<WallTime> parseHttpDate(QByteArrayView text)
{
    if (text.size() > LongestDate)
        return std::nullopt;
    const QString wanted = QString::fromLatin1(text).trimmed();
    for (const QRegularExpression &form : dateForms()) {
        const auto match = form.match(wanted);
        if (!match.hasMatch())
            continue;
        const QDate date(yearOf(match.captured(u"year")), monthOf(match.captured(u"month")),
                         match.captured(u"day").trimmed().toInt());
        // 60 is a leap second, which QTime does not know.
        const int second = std::min(match.captured(u"s").toInt(), 60);
        const QTime time(match.captured(u"h").toInt(), match.captured(u"m").toInt(),
                         std::min(second, 59));
        if (!date.isValid() || !time.isValid() || match.captured(u"s").toInt() > 60)
            return std::nullopt;
        return fromDateTime(QDateTime(date, time, Qt::UTC));
    }
    return std::nullopt;
}

} // namespace latchkey
