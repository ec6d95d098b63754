#include "app/inspect/redactionview.h"

#include <algorithm>

namespace latchkey
{

namespace
{

int hexValue(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

// The value of `digits` hexadecimal digits at `from`; -1: they are not there.
int hexAt(QStringView text, qsizetype from, int digits)
{
    if (from + digits > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < digits; ++i) {
        const int digit = hexValue(text.at(from + i));
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

// Nobody sees them, and a token with one inside is still a token to whoever cleans it.
bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0 || u == 0xAD || (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E)
        || (u >= 0x2060 && u <= 0x2069) || u == 0xFEFF;
}

struct Decoded {
    QChar unit;
    qsizetype end;
    int depth;
};

// The unit at `from`, taken out of its percent-encoding: %22, %2522, %252522 are all a quote.
Decoded percentUnit(QStringView source, qsizetype from)
{
    Decoded decoded{source.at(from), from + 1, 0};
    if (decoded.unit != u'%')
        return decoded;
    qsizetype digits = from + 1;
    int depth = 1;
    while (source.sliced(digits).startsWith(u"25") && hexAt(source, digits + 2, 2) >= 0) {
        digits += 2;
        ++depth;
    }
    const int value = hexAt(source, digits, 2);
    if (value < 0 || value >= 0x80) // a byte of another alphabet: not in any name or token
        return decoded;
    return {QChar(char16_t(value)), digits + 2, depth};
}

// How deep JSON text must lie in JSON strings for a delimiter with so many backslashes before it:
// 0 or 2 of them: not at all, 1 or 5: once, 3: twice.
int depthOf(qsizetype backslashes)
{
    int depth = 0;
    for (; backslashes & 1; backslashes >>= 1)
        ++depth;
    return depth;
}

} // namespace

RedactionView::RedactionView(QStringView source)
    : m_sourceSize(source.size())
{
    percentDecode(source);
    unescape();
}

qsizetype RedactionView::begin(qsizetype i) const
{
    return i < m_begins.size() ? m_begins.at(i) : m_sourceSize;
}

void RedactionView::percentDecode(QStringView source)
{
    m_text.reserve(source.size());
    m_begins.reserve(source.size());
    m_ends.reserve(source.size());
    m_depths.reserve(source.size());
    for (qsizetype i = 0; i < source.size();) {
        const Decoded decoded = percentUnit(source, i);
        if (!isInvisible(decoded.unit)) {
            m_text.append(decoded.unit);
            m_begins.append(i);
            m_ends.append(decoded.end);
            m_depths.append(decoded.depth);
        }
        i = decoded.end;
    }
}

// In place: what is written never overtakes what is read.
void RedactionView::unescape()
{
    qsizetype out = 0;
    const auto put = [&](QChar unit, qsizetype first, qsizetype last, qsizetype depth) {
        m_text[out] = unit;
        m_begins[out] = m_begins.at(first);
        m_ends[out] = m_ends.at(last);
        m_depths[out] = depth;
        ++out;
    };
    for (qsizetype i = 0; i < m_text.size();) {
        qsizetype next = i;
        while (next < m_text.size() && m_text.at(next) == u'\\')
            ++next;
        const qsizetype slashes = next - i;
        if (slashes == 0) {
            put(m_text.at(i), i, i, m_depths.at(i));
            ++i;
            continue;
        }
        const QChar after = next < m_text.size() ? m_text.at(next) : QChar();
        const int code = after == u'u' ? hexAt(m_text, next + 1, 4) : -1;
        const qsizetype depth = m_depths.at(next - 1) + depthOf(slashes);
        if (after == u'"' || after == u'/') {
            for (; next - i > (qsizetype(1) << depthOf(slashes)) - 1; ++i)
                put(u'\\', i, i, m_depths.at(i)); // these stand for themselves
            put(after, i, next, depth);
            i = next + 1;
        } else if (code >= 0) {
            if (!isInvisible(QChar(char16_t(code))))
                put(QChar(char16_t(code)), i, next + 4, depth);
            i = next + 5;
        } else if (after == u'n' || after == u'r' || after == u't') {
            put(after == u't' ? u'\t' : u'\n', i, next, depth + 1);
            i = next + 1;
        } else {
            for (; i < next; ++i)
                put(u'\\', i, i, m_depths.at(i));
        }
    }
    m_text.truncate(out);
    m_begins.resize(out);
    m_ends.resize(out);
    m_depths.resize(out);
}

} // namespace latchkey
