#include "app/inspect/tokenshapes.h"

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qsizetype shortestToken = 20; // less is a word that happens to begin like one
constexpr qsizetype shortestCoded = 40;
constexpr qsizetype wrappedLine = 40; // a shorter line was not broken for want of room

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'+';
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

qsizetype wordEnd(const RedactionView &view, qsizetype from)
{
    while (from < view.size() && isWordUnit(view.at(from)))
        ++from;
    return from;
}

// A mail program or a terminal broke the token into lines: follows as long as whole lines of it
// come.
qsizetype endOverLines(const RedactionView &view, qsizetype from, qsizetype to)
{
    qsizetype lineStart = from;
    while (to - lineStart >= wrappedLine && to < view.size() && isLineEnd(view.at(to))) {
        qsizetype next = to;
        while (next < view.size() && (isLineEnd(view.at(next)) || isSpace(view.at(next))))
            ++next;
        const qsizetype end = wordEnd(view, next);
        const bool whole = end == view.size() || !isSpace(view.at(end));
        if (end == next || !whole || (end < view.size() && view.at(end) == u':'))
            return to;
        lineStart = next;
        to = end;
    }
    return to;
}

// Three parts with dots, each long, and not a host name: those have no case.
bool isThreePart(QStringView word)
{
    if (word.count(u'.') != 2)
        return false;
    const auto parts = word.split(u'.');
    if (parts[0].size() < 16 || parts[1].size() < 8 || parts[2].size() < 16)
        return false;
    const auto has = [word](auto what) { return std::any_of(word.begin(), word.end(), what); };
    return has([](QChar c) { return c >= u'A' && c <= u'Z'; }) && has(isDigit);
}

// A token that was encoded once more. Base64 of "eyJhbGci" and "eyJ0eXAi" looks one of three ways,
// by what stands before it.
bool holdsCodedToken(QStringView word)
{
    for (const QStringView sign : {u"ZXlK", u"leUpoYkdj", u"V5SmhiR2Np", u"leUowZVhB",
                                   u"V5SjBlWEFp", u"65794a", u"65794A"}) {
        const qsizetype at = word.indexOf(sign);
        if (at >= 0 && word.size() - at >= shortestCoded)
            return true;
    }
    return false;
}

bool looksSecret(QStringView word)
{
    constexpr qsizetype longestPlainWord = 32;
    if (word.size() < 8)
        return false;
    const auto has
        = [](QStringView in, auto what) { return std::any_of(in.begin(), in.end(), what); };
    return word.size() >= longestPlainWord || has(word, isDigit)
        || has(word.sliced(1), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

bool isB64(QChar c)
{
    return isWordUnit(c) || c == u'~' || c == u'+' || c == u'/' || c == u'=';
}

} // namespace

bool isWordUnit(QChar c)
{
    return isLetter(c) || isDigit(c) || c == u'_' || c == u'-' || c == u'.';
}

SecretSpan tokenIn(const RedactionView &view, qsizetype from, qsizetype to)
{
    const QStringView word = QStringView(view.text()).sliced(from, to - from);
    if (word.size() < shortestToken)
        return {};
    const qsizetype start = word.indexOf(u"eyJ");
    const bool headed = start >= 0 && word.size() - start >= shortestToken;
    if (!headed && !isThreePart(word) && !holdsCodedToken(word))
        return {};
    qsizetype end = endOverLines(view, from, to);
    while (end > from && view.at(end - 1) == u'.') // the full stop of a sentence
        --end;
    return {from, end, SecretKind::Token};
}

SecretSpan credentialsAfter(const RedactionView &view, qsizetype from, qsizetype to)
{
    const auto scheme = QStringView(view.text()).sliced(from, to - from);
    const bool bearer = scheme.compare(u"bearer", Qt::CaseInsensitive) == 0;
    if (!bearer && scheme.compare(u"basic", Qt::CaseInsensitive) != 0)
        return {};
    qsizetype start = to;
    while (start < view.size() && isSpace(view.at(start)))
        ++start;
    qsizetype end = start;
    while (end < view.size() && isB64(view.at(end)))
        ++end;
    if (start == to || !looksSecret(QStringView(view.text()).sliced(start, end - start)))
        return {};
    return {start, endOverLines(view, start, end),
            bearer ? SecretKind::Token : SecretKind::Credentials};
}

SecretSpan userInfoAfter(const RedactionView &view, qsizetype from)
{
    if (!QStringView(view.text()).sliced(from).startsWith(u"://"))
        return {};
    qsizetype at = -1;
    qsizetype i = from + 3;
    for (; i < view.size(); ++i) {
        const QChar c = view.at(i);
        const bool encoded = view.depth(i) > view.depth(from);
        if (!encoded && (c.isSpace() || QStringView(u"/?#\"'<>").contains(c)))
            break;
        if (c == u'@' && !encoded)
            at = i;
    }
    return at < 0 ? SecretSpan{} : SecretSpan{from + 3, at, SecretKind::UserInfo};
}

} // namespace latchkey
