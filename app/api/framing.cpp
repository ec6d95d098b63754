#include "app/api/framing.h"

#include <algorithm>
#include <optional>

namespace latchkey
{

namespace
{

constexpr qsizetype MaxLengthDigits = 15;

bool isTokenName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool hasControl(const QByteArray &value, bool lineFeedAllowed)
{
    return std::any_of(value.begin(), value.end(), [lineFeedAllowed](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && !(lineFeedAllowed && c == '\n')) || byte == 0x7f;
    });
}

bool isLength(const QByteArray &value)
{
    return !value.isEmpty() && value.size() <= MaxLengthDigits
        && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Statuses with a body that counts: a redirect's is never read, and Qt drops it at 307 and 308.
bool hasBody(int status)
{
    return (status >= 200 && status <= 299 && status != 204) || status >= 400;
}

} // namespace

QString headProblem(int status, const QList<QPair<QByteArray, QByteArray>> &headers)
{
    if (status < 100 || status > 599)
        return QStringLiteral("status %1 is no HTTP status").arg(status);
    QByteArray length;
    QByteArray coding;
    for (const auto &[name, value] : headers) {
        const QByteArray lower = name.toLower();
        if (!isTokenName(name) || hasControl(value, lower == "set-cookie"))
            return QStringLiteral("malformed header field");
        if (lower == "content-length")
            length = value.isEmpty() ? QByteArray("?") : value;
        else if (lower == "transfer-encoding")
            coding = value.toLower();
    }
    if (!coding.isEmpty() && coding != "chunked")
        return QStringLiteral("unknown transfer encoding");
    if (!coding.isEmpty() && !length.isEmpty())
        return QStringLiteral("two rules for the length");
    if (!length.isEmpty() && !isLength(length))
        return QStringLiteral("malformed Content-Length");
    return {};
}

QString framingProblem(int status, const QList<QPair<QByteArray, QByteArray>> &headers,
                       qsizetype bodySize)
{
    const QString problem = headProblem(status, headers);
    if (!problem.isEmpty() || !hasBody(status))
        return problem;
    std::optional<qint64> length;
    for (const auto &[name, value] : headers) {
        const QByteArray lower = name.toLower();
        if (lower == "content-encoding")
            return {};
        if (lower == "content-length")
            length = value.toLongLong();
    }
    if (length && *length != bodySize)
        return QStringLiteral("%1 bytes instead of %2").arg(bodySize).arg(*length);
    return {};
}

} // namespace latchkey
