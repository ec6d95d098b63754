#include "tests/rules/functionfinder.h"

#include "tests/rules/codeview.h"

#include <QRegularExpression>

namespace latchkey::rules
{

namespace
{

constexpr qsizetype LongestName = 80;

// A directive has no braces of its own that count, and its continued lines belong to it.
QString withoutDirectives(QString text)
{
    static const QRegularExpression directive{QStringLiteral("^[ \\t]*#(?:[^\\n]*\\\\\\n)*[^\\n]*"),
                                              QRegularExpression::MultilineOption};
    auto matches = directive.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (text[i] != u'\n') {
                text[i] = u' ';
            }
        }
    }
    return text;
}

// Empties every (...), nested ones too, so that what is left shows the kind of a head.
QString withoutParentheses(QString head)
{
    static const QRegularExpression innermost{QStringLiteral("\\([^()]*\\)")};
    while (head.contains(innermost)) {
        head.replace(innermost, QStringLiteral(" "));
    }
    return head;
}

} // namespace

FunctionFinder::FunctionFinder(const QString &text)
    : m_text(withoutDirectives(codeOnly(text)))
{
}

QList<Function> FunctionFinder::run()
{
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'(') {
            ++m_parentheses;
        } else if (c == u')') {
            --m_parentheses;
        } else if (c == u'{') {
            open();
        } else if (c == u'}') {
            close();
        } else if ((c == u';' || isAccessSpecifier()) && !isInside()) {
            restartHead();
        }
    }
    return m_found;
}

void FunctionFinder::open()
{
    const Kind kind
        = isInside() ? Kind::Inner : kindOf(m_text.mid(m_headStart, m_at - m_headStart));
    m_open.append({kind, m_headStart});
    if (kind == Kind::Scope) {
        restartHead();
    }
}

void FunctionFinder::close()
{
    if (m_open.isEmpty()) {
        return;
    }
    const Open opened = m_open.takeLast();
    if (opened.kind == Kind::Inner) {
        return;
    }
    if (opened.kind == Kind::Function) {
        if (continuesInitialisers()) {
            // It was "m_member{1}" before the real body: the head goes on.
            m_headStart = opened.headStart;
            return;
        }
        const qsizetype start = firstCharacter(opened.headStart);
        const QString text = m_text.mid(start, m_at - start);
        m_found.append({text.left(text.indexOf(u'{')).simplified().right(LongestName), start,
                        text.count(u'\n') + 1});
    }
    restartHead();
}

FunctionFinder::Kind FunctionFinder::kindOf(const QString &head) const
{
    static const QRegularExpression templates{QStringLiteral("\\btemplate\\s*<[^>]*>+")};
    static const QRegularExpression scope{
        QStringLiteral("\\b(namespace|class|struct|union|enum)\\b|\\bextern\\s*\"")};
    QString rest = withoutParentheses(head);
    rest.remove(templates);
    if (rest.contains(scope)) {
        return Kind::Scope;
    }
    return head.contains(u'(') && !rest.trimmed().endsWith(u'=') ? Kind::Function : Kind::Inner;
}

bool FunctionFinder::isAccessSpecifier() const
{
    static const QRegularExpression specifier{
        QStringLiteral("\\b(public|protected|private|slots|signals|Q_SIGNALS|Q_SLOTS)\\s*$")};
    return m_text[m_at] == u':'
        && specifier.match(m_text.mid(m_headStart, m_at - m_headStart)).hasMatch();
}

bool FunctionFinder::isInside() const
{
    return m_parentheses > 0 || (!m_open.isEmpty() && m_open.last().kind != Kind::Scope);
}

bool FunctionFinder::continuesInitialisers() const
{
    const qsizetype next = firstCharacter(m_at + 1);
    return next < m_text.size() && (m_text[next] == u',' || m_text[next] == u'{');
}

qsizetype FunctionFinder::firstCharacter(qsizetype from) const
{
    while (from < m_text.size() && m_text[from].isSpace()) {
        ++from;
    }
    return from;
}

} // namespace latchkey::rules
