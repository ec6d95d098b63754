#include "app/inspect/secretfields.h"

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr qsizetype longestName = 64;

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool isInQuery(const RedactionView &view, qsizetype from)
{
    return from > 0 && QStringView(u"?&#;").contains(view.at(from - 1));
}

// What the name promises. `word` may be as long as the text: only its end is looked at.
std::optional<SecretKind> kindOf(const RedactionView &view, qsizetype from, qsizetype to)
{
    const qsizetype begin = std::max(from, to - longestName);
    QString name = QStringView(view.text()).sliced(begin, to - begin).toString().toLower();
    name = name.section(u'.', -1);
    name.remove(u'_').remove(u'-');
    const auto isOneOf = [&name](std::initializer_list<QStringView> names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (name.endsWith(u"authorization"))
        return SecretKind::Credentials;
    if (name.endsWith(u"cookie"))
        return SecretKind::Cookie;
    if (name.contains(u"password") || name.contains(u"passwd") || name.contains(u"passphrase")
        || name.contains(u"secret") || isOneOf({u"pwd", u"pass"}))
        return SecretKind::Password;
    if (name.endsWith(u"token") || name.endsWith(u"tokens") || name.endsWith(u"apikey")
        || isOneOf({u"jwt", u"sessionid"}))
        return SecretKind::Token;
    if (isInQuery(view, from) && to < view.size() && view.at(to) == u'='
        && isOneOf({u"code", u"key", u"sig", u"signature", u"session", u"auth", u"otp"}))
        return SecretKind::Query;
    return std::nullopt;
}

class ValueReader
{
public:
    ValueReader(const RedactionView &view, SecretKind kind)
        : m_view(view)
        , m_kind(kind)
    {
    }

    // Steps over what lies between a name that ends at `to` and its value; false: no value follows.
    bool findValue(qsizetype from, qsizetype to)
    {
        m_at = to;
        m_quotedName = more() && isQuote(now());
        if (m_quotedName)
            ++m_at;
        skipBlanks(m_quotedName);
        if (!more())
            return false;
        if (m_quotedName && now() == u',' && !skipValueKey())
            return false;
        m_inElement = !m_quotedName && now() == u'>' && from > 0 && m_view.at(from - 1) == u'<';
        if (!m_inElement && now() != u':' && now() != u'=')
            return false;
        m_colon = now() == u':';
        m_depth = m_view.depth(m_at);
        ++m_at;
        if (more() && (now() == u'=' || now() == u'>') && !m_inElement)
            ++m_at; // := and =>
        skipBlanks(m_quotedName || isHeader());
        return more();
    }

    NamedValue read()
    {
        const qsizetype mark = markLength(m_view, m_at + (more() && isQuote(now()) ? 1 : 0));
        if (mark > 0)
            return {{}, m_at + mark};
        if (isQuote(now()) && !m_inElement)
            return value(m_at + 1, closingQuote());
        if (now() == u'[' || now() == u'{')
            return value(m_at, closingBracket());
        const qsizetype end = bareEnd();
        const auto text = QStringView(m_view.text()).sliced(m_at, end - m_at);
        if (text == u"null" || text == u"true" || text == u"false")
            return {{}, end};
        return value(m_at, end);
    }

private:
    [[nodiscard]] bool more() const { return m_at < m_view.size(); }
    [[nodiscard]] QChar now() const { return m_view.at(m_at); }
    [[nodiscard]] bool isHeader() const
    {
        return m_kind == SecretKind::Credentials || m_kind == SecretKind::Cookie;
    }

    void skipBlanks(bool overLines)
    {
        while (more() && (isBlank(now()) || (overLines && isLineEnd(now()))))
            ++m_at;
    }

    // HAR: {"name": "Authorization", "value": "..."}.
    bool skipValueKey()
    {
        ++m_at;
        skipBlanks(true);
        if (!more() || !isQuote(now()))
            return false;
        ++m_at;
        if (!QStringView(m_view.text()).sliced(m_at).startsWith(u"value"))
            return false;
        m_at += 5;
        if (!more() || !isQuote(now()))
            return false;
        ++m_at;
        skipBlanks(true);
        return more();
    }

    // A quote that lies deeper is a part of the value. Without an end all of the rest is the value.
    [[nodiscard]] qsizetype closingQuote() const
    {
        const QChar quote = now();
        qsizetype i = m_at + 1;
        while (i < m_view.size()
               && !(m_view.at(i) == quote && m_view.depth(i) <= m_view.depth(m_at)))
            ++i;
        return i;
    }

    [[nodiscard]] qsizetype closingBracket() const
    {
        qsizetype open = 0;
        std::optional<int> quoteDepth; // inside a string
        for (qsizetype i = m_at; i < m_view.size(); ++i) {
            const QChar c = m_view.at(i);
            if (quoteDepth) {
                if (c == u'"' && m_view.depth(i) <= *quoteDepth)
                    quoteDepth.reset();
            } else if (c == u'"') {
                quoteDepth = m_view.depth(i);
            } else if (c == u'[' || c == u'{') {
                ++open;
            } else if ((c == u']' || c == u'}') && --open == 0) {
                return i + 1;
            }
        }
        return m_view.size();
    }

    [[nodiscard]] bool endsBare(qsizetype i) const
    {
        const QChar c = m_view.at(i);
        if (m_view.depth(i) > m_depth)
            return false;
        if (m_inElement)
            return c == u'<';
        if (m_colon && !m_quotedName) // a header, YAML, or prose: the value may have spaces
            return isLineEnd(c);
        if (m_colon)
            return c.isSpace() || QStringView(u",}]").contains(c);
        return c.isSpace() || QStringView(u"&;\"'<>`").contains(c);
    }

    [[nodiscard]] qsizetype bareEnd() const
    {
        qsizetype i = m_at;
        for (; i < m_view.size(); ++i) {
            if (!endsBare(i))
                continue;
            const bool folded = isHeader() && isLineEnd(m_view.at(i)) && goesOnAfter(i);
            if (!folded)
                break;
        }
        return i;
    }

    // A header's line that begins with a blank belongs to the line before (RFC 9112 section 5.2).
    [[nodiscard]] bool goesOnAfter(qsizetype i) const
    {
        if (m_view.at(i) == u'\r' && i + 1 < m_view.size() && m_view.at(i + 1) == u'\n')
            ++i;
        return i + 1 < m_view.size() && isBlank(m_view.at(i + 1));
    }

    // Of an Authorization the scheme stays: it is what support asks for.
    [[nodiscard]] NamedValue value(qsizetype from, qsizetype to) const
    {
        SecretSpan span{from, to, m_kind};
        if (m_kind != SecretKind::Credentials)
            return {span, to};
        const auto text = QStringView(m_view.text()).sliced(from, to - from);
        const qsizetype space = text.indexOf(u' ');
        const auto scheme = text.left(space);
        if (space > 0 && std::all_of(scheme.begin(), scheme.end(), isWordUnit)) {
            span.from += space + 1;
            if (scheme.compare(u"bearer", Qt::CaseInsensitive) == 0)
                span.kind = SecretKind::Token;
        }
        if (markLength(m_view, span.from) > 0)
            span.to = span.from;
        return {span, to};
    }

    const RedactionView &m_view;
    SecretKind m_kind;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_quotedName = false;
    bool m_inElement = false;
    bool m_colon = false;
};

} // namespace

std::optional<NamedValue> namedValue(const RedactionView &view, qsizetype from, qsizetype to)
{
    const auto kind = kindOf(view, from, to);
    if (!kind)
        return std::nullopt;
    ValueReader reader(view, *kind);
    if (!reader.findValue(from, to))
        return std::nullopt;
    return reader.read();
}

qsizetype markLength(const RedactionView &view, qsizetype from)
{
    constexpr qsizetype longestNumber = 6;
    const auto text = QStringView(view.text()).sliced(std::min(from, view.size()));
    for (const QStringView mark : {u"[password removed]", u"[credentials removed]",
                                   u"[cookie removed]", u"[user removed]", u"[secret removed]"}) {
        if (text.startsWith(mark))
            return mark.size();
    }
    const qsizetype before = text.startsWith(u"eyJ..") ? 5 : 0;
    const QStringView head = u"[token #";
    if (!text.sliced(before).startsWith(head))
        return 0;
    const qsizetype first = before + head.size();
    qsizetype end = first;
    while (end < text.size() && end - first < longestNumber && text.at(end).isDigit())
        ++end;
    const QStringView tail = u" removed]";
    return end > first && text.sliced(end).startsWith(tail) ? end + tail.size() : 0;
}

} // namespace latchkey
