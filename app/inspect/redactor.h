#pragma once

#include "app/inspect/tokenshapes.h"

#include <QHash>
#include <QMap>
#include <QString>

namespace latchkey
{

// The one redactor, for everything that leaves the program as text: reports, exports, what is
// copied (qa.md B9-B12, security.md Q1). It masks the values of password, secret and *_token fields
// in JSON, forms, queries, headers, XML and HAR, Authorization and Cookie headers, the user part of
// URLs, secrets in their queries, and any JWT-shaped string anywhere; percent-encoded, escaped, or
// broken into lines too. The rest of the text stays as it is. Where it is not clear where a secret
// ends, it masks too much rather than too little.
//
// It cannot know a secret that neither looks like one nor has such a name before it.
struct Redaction {
    QString text;
    QMap<SecretKind, int> removed; // how many of each kind; none of what was removed before
    [[nodiscard]] int total() const;
};

// One redactor for one report: the same token gets the same alias everywhere in it, "eyJ..[token #1
// removed]", so that flows can be followed. It remembers hashes, never a token.
class Redactor
{
public:
    // In linear time. Redacting a redacted text changes nothing and counts nothing.
    [[nodiscard]] Redaction redact(const QString &text);

private:
    [[nodiscard]] QString markFor(const SecretSpan &span, const RedactionView &view);

    QHash<QByteArray, int> m_aliases; // by SHA-256 of the token
};

} // namespace latchkey
