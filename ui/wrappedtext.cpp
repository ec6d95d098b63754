#include "ui/wrappedtext.h"

#include <QList>
#include <QTextLayout>

namespace latchkey
{

namespace
{

// What is laid out, and where each of its characters stands in what was given.
struct Letters {
    QString text;
    QList<qsizetype> places;
    QList<QTextLayout::FormatRange> lines; // under letters
};

// It tears a letter off its neighbours, which changes the width of the word.
QTextLayout::FormatRange lineUnder(qsizetype letter)
{
    QTextLayout::FormatRange range;
    range.start = int(letter);
    range.length = 1;
    range.format.setFontUnderline(true);
    return range;
}

// As drawText() reads it: "&&" is an ampersand, and any other one a mark.
Letters lettersOf(const QString &text, int flags)
{
    const bool marked = (flags & (Qt::TextShowMnemonic | Qt::TextHideMnemonic)) != 0;
    Letters letters;
    letters.text.reserve(text.size());
    letters.places.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (marked && text[i] == u'&') {
            if (++i == text.size())
                break;
            if (text[i] != u'&' && !(flags & Qt::TextHideMnemonic))
                letters.lines += lineUnder(letters.text.size());
        }
        const bool ends = text[i] == u'\n' || text[i] == u'\r';
        letters.text += ends   ? QChar(QChar::LineSeparator)
            : text[i] == u'\t' ? QChar(u' ')
                               : text[i];
        letters.places += i;
    }
    return letters;
}

bool isSpace(QChar letter)
{
    return letter == u' ' || letter == QChar::LineSeparator;
}

} // namespace

QString brokenAtSpaces(const QString &text, int flags, int width, const QFont &font,
                       QPaintDevice *device)
{
    const Letters letters = lettersOf(text, flags);
    QTextOption option;
    option.setTextDirection(Qt::RightToLeft);
    option.setWrapMode(QTextOption::WordWrap);
    QTextLayout layout(letters.text, font, device);
    layout.setTextOption(option);
    layout.setFormats(letters.lines);
    layout.beginLayout();
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
    }
    layout.endLayout();
    QString broken = text;
    for (int i = layout.lineCount() - 2; i >= 0; --i) { // from the end: the places before stay
        const QTextLine line = layout.lineAt(i);
        const qsizetype end = line.textStart() + line.textLength();
        qsizetype begin = end;
        while (begin > line.textStart() && isSpace(letters.text[begin - 1]))
            --begin;
        if (begin < end) // a line may end at a hyphen too
            broken.replace(letters.places[begin],
                           letters.places[end - 1] + 1 - letters.places[begin],
                           QStringLiteral("\n"));
    }
    return broken;
}

} // namespace latchkey
