#include "app/demo/httpmessage.h"

#include <QByteArrayList>

namespace latchkey::demo
{

namespace
{

const QByteArray kLineEnd = "\r\n";
const QByteArray kHeadEnd = "\r\n\r\n";

struct Line {
    qsizetype from = 0;
    QByteArray value; // trimmed
};

// The first header line of this name (in lower case).
std::optional<Line> headerLine(const QByteArray &head, const QByteArray &name)
{
    for (qsizetype from = head.indexOf(kLineEnd); from >= 0;) {
        from += kLineEnd.size();
        const qsizetype end = head.indexOf(kLineEnd, from);
        if (end <= from)
            return std::nullopt;
        const QByteArray line = head.sliced(from, end - from);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == name)
            return Line{from, line.sliced(colon + 1).trimmed()};
        from = end;
    }
    return std::nullopt;
}

std::optional<qsizetype> announcedLength(const QByteArray &head)
{
    const auto line = headerLine(head, "content-length");
    bool isNumber = false;
    const qlonglong length = line ? line->value.toLongLong(&isNumber) : 0;
    return isNumber && length >= 0 ? std::optional<qsizetype>(length) : std::nullopt;
}

} // namespace

std::optional<qsizetype> headSize(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf(kHeadEnd);
    return end < 0 ? std::nullopt : std::optional(end + kHeadEnd.size());
}

std::optional<qsizetype> requestSize(const QByteArray &bytes)
{
    const auto head = headSize(bytes);
    if (!head)
        return std::nullopt;
    return *head + announcedLength(bytes.first(*head)).value_or(0);
}

std::optional<qsizetype> replySize(const QByteArray &bytes, bool toHead)
{
    const auto head = headSize(bytes);
    if (!head)
        return std::nullopt;
    const QByteArray status = bytes.first(*head).split(' ').value(1);
    if (toHead || status == "204" || status == "304")
        return *head;
    const auto length = announcedLength(bytes.first(*head));
    return length ? std::optional(*head + *length) : std::nullopt;
}

bool saysClose(const QByteArray &head)
{
    const auto line = headerLine(head, "connection");
    return line && line->value.toLower() == "close";
}

QByteArray withHost(const QByteArray &request, const QByteArray &from, const QByteArray &to)
{
    const auto head = headSize(request);
    const auto line = head ? headerLine(request.first(*head), "host") : std::nullopt;
    if (!line || line->value != from)
        return request;
    const qsizetype end = request.indexOf(kLineEnd, line->from);
    return request.first(line->from) + "Host: " + to + request.sliced(end);
}

} // namespace latchkey::demo
