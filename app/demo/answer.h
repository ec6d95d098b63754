#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QStringList>

namespace latchkey::demo
{

// What goes back, before HTTP. The bodies are those of api.md, section "Error bodies", byte by
// byte.
struct Answer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json; charset=utf-8");
};

[[nodiscard]] Answer unauthorized(); // 401: wrong login, or no good access token
// 401, to profile and refresh: a newer sign-in took this one's place. Not in api.md: see --help.
[[nodiscard]] Answer sessionReplaced();
[[nodiscard]] Answer invalidRefresh(); // 401: whatever is wrong with a refresh token
[[nodiscard]] Answer invalidFields(const QStringList &messages); // 400, `message` is an array
[[nodiscard]] Answer badRequest(const QString &message); // 400, `message` is a string
[[nodiscard]] Answer entityNotFound(int userId, const QByteArray &target,
                                    WallTime now); // 400: deleted user; `target` has the query
[[nodiscard]] Answer forbidden(); // 403: a foreign Host or Origin
[[nodiscard]] Answer notFound(const QByteArray &method, const QByteArray &target); // 404
[[nodiscard]] Answer tooLarge(); // 413
[[nodiscard]] Answer serverError(); // 500
// For a status the HTTP library chose itself: a broken request line, a URI too long.
[[nodiscard]] Answer plainError(int status);

// A JSON string with its quotes.
[[nodiscard]] QByteArray quoted(const QString &text);
// A JSON array of strings.
[[nodiscard]] QByteArray quoted(const QStringList &texts);

} // namespace latchkey::demo
