#pragma once

#include <QDateTime>
#include <QString>
#include <QUrl>

namespace latchkey
{

// The signed-in person as the API describes them. The reply's `password` never gets this far: the
// parser drops it. Every text is untrusted and must be shown as plain text.
struct Profile {
    qint64 id = 0;
    QString email;
    QString name; // may be empty
    QString role; // may be empty
    QUrl avatar; // any host; empty if absent or not a usable address
    QDateTime createdAt; // UTC; invalid if the server does not say
    QDateTime updatedAt; // UTC; invalid if the server does not say
};

} // namespace latchkey
