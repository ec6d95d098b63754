#pragma once

#include "app/inspect/redactionview.h"

namespace latchkey
{

// What is secret by its looks alone, whatever stands around it. Positions count units of the view.

// A stretch of a view, of what it holds and how it is told apart.
enum class SecretKind {
    Token, // JWT-shaped anywhere, a bearer, or the value of a *_token field: has an alias
    Password, // the value of a field named so
    Credentials, // any other Authorization
    Cookie,
    UserInfo, // user:password@ of a URL
    Query, // key=, code=, sig= and the like in a URL
};
struct SecretSpan {
    qsizetype from = 0;
    qsizetype to = 0; // one behind the last
    SecretKind kind = SecretKind::Token;
    [[nodiscard]] bool isEmpty() const { return to <= from; }
};

// May this unit stand in a name or in a part of a JWT? Letters, digits, '_', '-', '.'.
[[nodiscard]] bool isWordUnit(QChar c);

// The word at [from, to) and the lines it goes on in, if it is JWT-shaped: there is a header in it
// ("eyJ...") and whatever follows, right or broken; three long parts with dots; or a header in
// Base64 or hex once more.
[[nodiscard]] SecretSpan tokenIn(const RedactionView &view, qsizetype from, qsizetype to);

// What follows the word "Bearer" or "Basic" at [from, to), if it looks like no ordinary word.
[[nodiscard]] SecretSpan credentialsAfter(const RedactionView &view, qsizetype from, qsizetype to);

// user:password before the '@', when `from` is the colon of "://".
[[nodiscard]] SecretSpan userInfoAfter(const RedactionView &view, qsizetype from);

} // namespace latchkey
