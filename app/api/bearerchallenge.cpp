#include "app/api/bearerchallenge.h"

#include <QByteArrayList>

namespace latchkey
{

namespace
{

// The elements of a comma-separated list whose quoted strings may hold commas (RFC 9110 section
// 5.6.1, 5.6.4). None if a quote never closes.
QByteArrayList elementsOf(QByteArrayView field)
{
    QByteArrayList elements{QByteArray()};
    bool quoted = false;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const char c = field[i];
        if (c == ',' && !quoted) {
            elements.append(QByteArray());
            continue;
        }
        if (c == '"')
            quoted = !quoted;
        elements.last() += c;
        if (c == '\\' && quoted && i + 1 < field.size())
            elements.last() += field[++i];
    }
    return quoted ? QByteArrayList() : elements;
}

} // namespace

bool challengesBearer(QByteArrayView field)
{
    constexpr QByteArrayView scheme("bearer");
    const QByteArrayList elements = elementsOf(field);
    for (const QByteArray &element : elements) {
        const QByteArray text = element.trimmed();
        if (text.left(scheme.size()).toLower() != scheme)
            continue;
        const QByteArray rest = text.mid(scheme.size());
        const QByteArray then = rest.trimmed();
        // Behind the scheme's name comes a space or nothing; "Bearer = x" is a parameter.
        if (rest.isEmpty() || (then.size() < rest.size() && !then.startsWith('=')))
            return true;
    }
    return false;
}

} // namespace latchkey
