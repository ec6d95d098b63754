#include "app/inspect/redactor.h"

#include "app/inspect/secretfields.h"

#include <QCryptographicHash>

#include <numeric>

namespace latchkey
{

namespace
{

// In the order of the text; none overlaps another.
QList<SecretSpan> findSecrets(const RedactionView &view)
{
    QList<SecretSpan> found;
    const auto keep = [&found](const SecretSpan &span) {
        if (!span.isEmpty())
            found.append(span);
        return !span.isEmpty();
    };
    for (qsizetype i = 0; i < view.size();) {
        if (view.at(i) == u':' && keep(userInfoAfter(view, i))) {
            i = found.last().to;
            continue;
        }
        if (!isWordUnit(view.at(i))) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < view.size() && isWordUnit(view.at(end)))
            ++end;
        if (const auto value = namedValue(view, i, end)) {
            keep(value->secret);
            i = std::max(value->next, end);
        } else if (keep(credentialsAfter(view, i, end)) || keep(tokenIn(view, i, end))) {
            i = std::max(found.last().to, end);
        } else {
            i = end;
        }
    }
    return found;
}

} // namespace

int Redaction::total() const
{
    return std::accumulate(removed.begin(), removed.end(), 0);
}

Redaction Redactor::redact(const QString &text)
{
    Redaction result;
    const RedactionView view(text);
    qsizetype kept = 0;
    const auto secrets = findSecrets(view);
    for (const SecretSpan &span : secrets) {
        const qsizetype begin = view.begin(span.from);
        result.text += QStringView(text).sliced(kept, begin - kept);
        result.text += markFor(span, view);
        kept = view.end(span.to - 1);
        ++result.removed[span.kind];
    }
    result.text += QStringView(text).sliced(kept);
    return result;
}

QString Redactor::markFor(const SecretSpan &span, const RedactionView &view)
{
    switch (span.kind) {
    case SecretKind::Token: {
        QString token = view.text().sliced(span.from, span.to - span.from);
        token.removeIf([](QChar c) { return c.isSpace(); }); // however it was broken into lines
        const QByteArray hash
            = QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
        const auto known = m_aliases.constFind(hash);
        const int alias = known != m_aliases.cend() ? *known : int(m_aliases.size()) + 1;
        m_aliases.insert(hash, alias);
        const QString head = token.startsWith(u"eyJ") ? QStringLiteral("eyJ..") : QString();
        return head + QStringLiteral("[token #%1 removed]").arg(alias);
    }
    case SecretKind::Password:
        return QStringLiteral("[password removed]");
    case SecretKind::Credentials:
        return QStringLiteral("[credentials removed]");
    case SecretKind::Cookie:
        return QStringLiteral("[cookie removed]");
    case SecretKind::UserInfo:
        return QStringLiteral("[user removed]");
    case SecretKind::Query:
        return QStringLiteral("[secret removed]");
    }
    return {};
}

} // namespace latchkey
