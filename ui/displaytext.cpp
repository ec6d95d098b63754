#include "ui/displaytext.h"

#include <QGuiApplication>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr int maxMarksInARow = 3; // "zalgo" text climbs over the lines around it

// Joiners are invisible too, but Persian and emoji need them.
bool isJoiner(char32_t c)
{
    return c == 0x200C || c == 0x200D;
}

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Format: // bidi controls, zero-width space, soft hyphen, tags
        return !isJoiner(c);
    case QChar::Other_Control:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Other_Surrogate:
        return true;
    default:
        break;
    }
    // Letters by category, yet nothing to see: Hangul fillers, Braille blank, variation tags.
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800 || c == 0x034F;
}

bool isSpaceLike(char32_t c)
{
    return QChar::isSpace(c) || c == 0x0B || c == 0x85;
}

void cutAtGrapheme(QString &text, qsizetype maxLength)
{
    if (text.size() <= maxLength)
        return;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(maxLength - 1); // room for the ellipsis
    const qsizetype end = finder.isAtBoundary() ? maxLength - 1 : finder.toPreviousBoundary();
    text.truncate(std::max<qsizetype>(end, 0));
    while (text.endsWith(u' '))
        text.chop(1);
    text += QChar(0x2026);
}

// Letters of the other direction than the program's.
bool runsAgainst(const QString &text)
{
    const bool toTheLeft = QGuiApplication::isRightToLeft();
    return std::ranges::any_of(text, [toTheLeft](QChar c) {
        if (toTheLeft)
            return c.direction() == QChar::DirL || c.isHighSurrogate();
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL
            || c.direction() == QChar::DirAN
            || c.isHighSurrogate(); // some of those scripts lie beyond the BMP
    });
}

} // namespace

QString displayText(const QString &text, qsizetype maxLength)
{
    QString clean;
    int marks = 0;
    const auto points = QStringView(text).left(maxLength * 4).toUcs4();
    for (const char32_t c : points) {
        if (isSpaceLike(c)) {
            if (!clean.isEmpty() && !clean.endsWith(u' '))
                clean += u' ';
            marks = 0;
            continue;
        }
        if (c == 0xFFFD
            || (isInvisible(c) && QChar::category(c) != QChar::Other_Format
                && QChar::category(c) != QChar::Other_Control)) {
            if (!clean.endsWith(QChar(0xFFFD)))
                clean += QChar(0xFFFD);
            continue;
        }
        if (isInvisible(c))
            continue;
        const bool mark = QChar::isMark(c);
        marks = mark ? marks + 1 : 0;
        if (mark && (marks > maxMarksInARow || clean.isEmpty()))
            continue;
        clean += QString::fromUcs4(&c, 1);
    }
    clean = clean.trimmed();
    cutAtGrapheme(clean, maxLength);
    return clean;
}

QString isolated(const QString &text)
{
    return QChar(0x2068) + text + QChar(0x2069);
}

QString withoutIsolates(const QString &text)
{
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        depth += text.at(i) == QChar(0x2068) ? 1 : text.at(i) == QChar(0x2069) ? -1 : 0;
        if (depth <= 0 && i + 1 < text.size())
            return text; // not one pair around all of it
    }
    const bool marked = text.size() > 1 && depth == 0;
    return marked ? text.sliced(1, text.size() - 2) : text;
}

QString fitted(const QString &text)
{
    const bool done = text.isEmpty() || withoutIsolates(text).size() < text.size();
    return !done && runsAgainst(text) ? isolated(text) : text;
}

QString linesWithoutIsolates(const QString &text)
{
    QStringList lines = text.split(u'\n');
    std::ranges::transform(lines, lines.begin(), withoutIsolates);
    return lines.join(u'\n');
}

QString embedded(const QString &text, qsizetype maxLength)
{
    const QString clean = displayText(text, maxLength);
    const bool mixed = QGuiApplication::isRightToLeft() || runsAgainst(clean);
    return mixed && !clean.isEmpty() ? isolated(clean) : clean;
}

QString addressText(const QString &address)
{
    const QString mark = QStringLiteral("://");
    return embedded(address).replace(mark, mark + QChar(0x2060)); // WORD JOINER
}

QString initialsOf(const QString &name)
{
    QString initials;
    const auto words = displayText(name).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto points = word.toUcs4();
        if (points.isEmpty() || !QChar::isLetterOrNumber(points.first()))
            continue;
        const char32_t letter = QChar::toUpper(points.first());
        if (initials.isEmpty() || &word == &words.last())
            initials += QString::fromUcs4(&letter, 1);
    }
    return initials.isEmpty() ? QStringLiteral("?") : initials;
}

} // namespace latchkey
