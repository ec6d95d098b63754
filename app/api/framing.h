#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace latchkey
{

// Is this HTTP answer one that only one reading fits (N11, RFC 9112 sections 2.2, 5 and 6.3)? Qt
// accepts two different Content-Lengths, negative and hexadecimal ones, Content-Length beside
// Transfer-Encoding and statuses like -200 without an error (qt-notes P5).
// `headers` as QNetworkReply gives them: repeated fields joined by ", " (Set-Cookie by LF). Qt 6.8
// leaves out, unasked, the fields whose value holds a control character.
// Returns an empty text, or what is wrong, for Details.
[[nodiscard]] QString
framingProblem(int status, const QList<QPair<QByteArray, QByteArray>> &headers, qsizetype bodySize);
// The same without the body, which need not be here.
[[nodiscard]] QString headProblem(int status, const QList<QPair<QByteArray, QByteArray>> &headers);

} // namespace latchkey
