#include "ui/timetext.h"

#include "ui/messages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace latchkey
{

namespace
{

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 longAgo = 60 * day;

// Whole words, with the plural forms of the language.
QString counted(const char *text, qint64 count)
{
    return fillIn(QCoreApplication::translate("times", text, nullptr, int(count)),
                  {{QStringLiteral("n"), QLocale().toString(count)}});
}

} // namespace

QDateTime localTime(WallTime time)
{
    return toDateTime(time).toLocalTime();
}

QString dateText(const QDateTime &moment)
{
    // With its comma, an Arabic one too.
    static const QRegularExpression weekday(
        QStringLiteral("ddd+(?!d)[,.\\x{060C}]?\\s*(?=\\S)|[,.\\x{060C}]?\\s*ddd+$"));
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

QString briefMomentText(const QDateTime &moment, const QDateTime &now)
{
    return moment.date() == now.date() ? timeText(moment)
                                       : QLocale().toString(moment, QLocale::ShortFormat);
}

QString dateAndTimeText(const QDateTime &moment)
{
    //: {date} is a date such as 21 December 2026, {time} a time of day.
    return fillIn(
        QCoreApplication::translate("times", "{date}, {time}"),
        {{QStringLiteral("date"), dateText(moment)}, {QStringLiteral("time"), timeText(moment)}});
}

QString offsetText(Milliseconds offset)
{
    const double seconds = std::round(double(offset.count()) / 100.0) / 10.0;
    const double size = std::abs(seconds);
    const auto told = [&](const QString &text, double number, int digits = 0) {
        const QString sign = seconds < 0 ? QStringLiteral("\u2212") : QStringLiteral("+");
        return fillIn(text,
                      {{QStringLiteral("n"), sign + QLocale().toString(number, 'f', digits)}});
    };
    if (std::chrono::abs(offset) <= mostMinutes)
        //: {n} is seconds with a sign: +0.4
        return told(QCoreApplication::translate("times", "{n} s"), size, size < minute ? 1 : 0);
    if (size < 2 * day)
        //: {n} is hours with a sign: +3
        return told(QCoreApplication::translate("times", "{n} h"), size / hour);
    //: {n} is days with a sign: +2
    return told(QCoreApplication::translate("times", "{n} d"), size / day);
}

bool isAbsurd(WallTime time)
{
    static const QDateTime oldest(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    return toDateTime(time) < oldest;
}

QString agoText(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = moment.secsTo(now);
    if (seconds < minute)
        return QCoreApplication::translate("times", "just now");
    //: {n} is how many.
    const char *text = QT_TRANSLATE_N_NOOP("times", "{n} minutes ago");
    if (seconds < hour)
        return counted(text, seconds / minute);
    //: {n} is how many.
    text = QT_TRANSLATE_N_NOOP("times", "{n} hours ago");
    if (seconds < day)
        return counted(text, seconds / hour);
    //: {n} is how many.
    text = QT_TRANSLATE_N_NOOP("times", "{n} days ago");
    return seconds < longAgo ? counted(text, seconds / day) : dateText(moment);
}

QString spanText(Milliseconds span)
{
    const qint64 seconds
        = std::max<qint64>(std::chrono::floor<std::chrono::seconds>(span).count(), 0);
    const auto filled = [locale = QLocale()](const QString &text, qint64 a, qint64 b) {
        return fillIn(
            text,
            {{QStringLiteral("a"), locale.toString(a)}, {QStringLiteral("b"), locale.toString(b)}});
    };
    if (seconds >= day) {
        //: A duration in short signs. {a} is days, {b} hours.
        return filled(QCoreApplication::translate("times", "{a} d {b} h"), seconds / day,
                      seconds % day / hour);
    }
    if (seconds >= hour) {
        //: A duration in short signs. {a} is hours, {b} minutes.
        return filled(QCoreApplication::translate("times", "{a} h {b} min"), seconds / hour,
                      seconds % hour / minute);
    }
    if (seconds >= minute) {
        //: A duration in short signs. {a} is minutes.
        return filled(QCoreApplication::translate("times", "{a} min"), seconds / minute, 0);
    }
    //: A duration in short signs. {a} is seconds.
    return filled(QCoreApplication::translate("times", "{a} s"), seconds, 0);
}

QString isoText(const QDateTime &moment)
{
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate);
}

} // namespace latchkey
