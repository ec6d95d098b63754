#include "ui/timetext.h"

#include "ui/messages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace latchkey
{

namespace
{

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 longAgo = 60 * day;

QString tr(const char *text)
{
    return QCoreApplication::translate("times", text);
}

QString counted(const char *one, const char *many, qint64 count)
{
    return fillIn(tr(count == 1 ? one : many), {{QStringLiteral("n"), QLocale().toString(count)}});
}

} // namespace

QDateTime localTime(WallTime time)
{
    return toDateTime(time).toLocalTime();
}

QString dateText(const QDateTime &moment)
{
    static const QRegularExpression weekday(
        QStringLiteral("dddd?[,.]?\\s*(?=\\S)|[,.]?\\s*dddd?$"));
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    format.remove(weekday);
    return QLocale().toString(moment.date(), format);
}

QString timeText(const QDateTime &moment)
{
    static const QRegularExpression seconds(QStringLiteral("[:.]ss?"));
    QString format = QLocale().timeFormat(QLocale::ShortFormat); // with seconds in a few locales
    format.remove(seconds);
    return QLocale().toString(moment.time(), format);
}

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    return moment.date() == now.date() ? timeText(moment) : dateAndTimeText(moment);
}

QString dateAndTimeText(const QDateTime &moment)
{
    return fillIn(
        tr("{date}, {time}"),
        {{QStringLiteral("date"), dateText(moment)}, {QStringLiteral("time"), timeText(moment)}});
}

QString agoText(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = moment.secsTo(now);
    if (seconds < minute)
        return tr("just now");
    if (seconds < hour)
        return counted(QT_TRANSLATE_NOOP("times", "{n} minute ago"),
                       QT_TRANSLATE_NOOP("times", "{n} minutes ago"), seconds / minute);
    if (seconds < day)
        return counted(QT_TRANSLATE_NOOP("times", "{n} hour ago"),
                       QT_TRANSLATE_NOOP("times", "{n} hours ago"), seconds / hour);
    if (seconds < longAgo)
        return counted(QT_TRANSLATE_NOOP("times", "{n} day ago"),
                       QT_TRANSLATE_NOOP("times", "{n} days ago"), seconds / day);
    return dateText(moment);
}

QString spanText(Milliseconds span)
{
    const qint64 seconds
        = std::max<qint64>(std::chrono::floor<std::chrono::seconds>(span).count(), 0);
    const QLocale locale;
    const auto two = [&](const char *text, qint64 a, qint64 b) {
        return fillIn(
            tr(text),
            {{QStringLiteral("a"), locale.toString(a)}, {QStringLiteral("b"), locale.toString(b)}});
    };
    if (seconds >= day)
        return two(QT_TRANSLATE_NOOP("times", "{a} d {b} h"), seconds / day, seconds % day / hour);
    if (seconds >= hour)
        return two(QT_TRANSLATE_NOOP("times", "{a} h {b} min"), seconds / hour,
                   seconds % hour / minute);
    if (seconds >= minute)
        return two(QT_TRANSLATE_NOOP("times", "{a} min"), seconds / minute, 0);
    return two(QT_TRANSLATE_NOOP("times", "{a} s"), seconds, 0);
}

QString isoText(const QDateTime &moment)
{
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate);
}

} // namespace latchkey
