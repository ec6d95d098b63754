#include "tests/rules/codeview.h"

namespace latchkey::rules
{

namespace
{

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

// One pass over a text that blanks what a view leaves out.
class Blanker
{
public:
    Blanker(const QString &text, bool keepLiterals)
        : m_text(text)
        , m_out(text)
        , m_keepLiterals(keepLiterals)
    {
    }

    QString run()
    {
        while (m_at < m_text.size()) {
            if (startsWith(u"//")) {
                blankTo(endOfLine());
            } else if (startsWith(u"/*")) {
                blankTo(after(u"*/", m_at + 2));
            } else if (startsWith(u"R\"") && !isInsideWord()) {
                literal(endOfRawString());
            } else if (m_text[m_at] == u'"') {
                literal(endOfQuoted(u'"'));
            } else if (m_text[m_at] == u'\'' && !isDigitSeparator()) {
                literal(endOfQuoted(u'\''));
            } else {
                ++m_at;
            }
        }
        return m_out;
    }

private:
    bool startsWith(QStringView what) const
    {
        return QStringView{m_text}.sliced(m_at).startsWith(what);
    }

    qsizetype orEnd(qsizetype found) const { return found < 0 ? m_text.size() : found; }

    qsizetype after(QStringView what, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(what, from);
        return found < 0 ? m_text.size() : found + what.size();
    }

    // A backslash at the end of a line carries a comment on.
    qsizetype endOfLine() const
    {
        qsizetype end = orEnd(m_text.indexOf(u'\n', m_at));
        while (end < m_text.size() && end > 0 && m_text[end - 1] == u'\\') {
            end = orEnd(m_text.indexOf(u'\n', end + 1));
        }
        return end;
    }

    qsizetype endOfQuoted(QChar quote) const
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote && m_text[end] != u'\n') {
            end += m_text[end] == u'\\' ? 2 : 1;
        }
        return qMin(end + 1, m_text.size());
    }

    qsizetype endOfRawString() const
    {
        const qsizetype open = orEnd(m_text.indexOf(u'(', m_at));
        const QString mark = m_text.mid(m_at + 2, open - m_at - 2);
        return after(QString{u')' + mark + u'"'}, open);
    }

    bool isInsideWord() const
    {
        // The encoding prefixes u8R, uR, LR, UR belong to the literal.
        return m_at > 0 && isWord(m_text[m_at - 1])
            && !QStringView{u"uUL8"}.contains(m_text[m_at - 1]);
    }

    // 1'000: the word before the mark begins with a digit.
    bool isDigitSeparator() const
    {
        qsizetype start = m_at;
        while (start > 0 && (isWord(m_text[start - 1]) || m_text[start - 1] == u'\'')) {
            --start;
        }
        return start < m_at && m_text[start].isDigit();
    }

    void blankTo(qsizetype end)
    {
        for (; m_at < end; ++m_at) {
            if (m_text[m_at] != u'\n') {
                m_out[m_at] = u' ';
            }
        }
    }

    // The quotes stay, so that a call still shows that it had an argument.
    void literal(qsizetype end)
    {
        if (m_keepLiterals || end - m_at < 2) {
            m_at = end;
            return;
        }
        ++m_at;
        blankTo(end - 1);
        m_at = end;
    }

    const QString &m_text;
    QString m_out;
    bool m_keepLiterals;
    qsizetype m_at = 0;
};

} // namespace

QString withoutComments(const QString &text)
{
    return Blanker{text, true}.run();
}

QString codeOnly(const QString &text)
{
    return Blanker{text, false}.run();
}

} // namespace latchkey::rules
