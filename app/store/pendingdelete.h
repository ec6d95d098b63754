#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace latchkey
{

// A keychain item that is still to be deleted, and which session in it was meant: another person,
// or the same one again, may have signed in over it since. Holds no secret.
struct PendingDelete {
    enum class Means {
        Whatever, // what was there then; nobody has seen it
        This, // the session whose `issued_at` is issuedAt
        UpTo, // one whose `issued_at` is issuedAt or before
    };
    QString key;
    Means means = Means::Whatever;
    WallTime issuedAt{}; // unless Whatever

    [[nodiscard]] bool isAbout(WallTime issued) const;

    friend bool operator==(const PendingDelete &, const PendingDelete &) = default;
};

// Which session is meant, in a word for the settings file: "any", "at:1790000000123" or
// "until:1790000000123", in milliseconds since 1970.
[[nodiscard]] QString meaningWord(const PendingDelete &pending);
// False: not spelt as meaningWord() does, and nothing is changed.
[[nodiscard]] bool readMeaning(const QString &word, PendingDelete *pending);

// What one process changed from `before` to `after`, done to `theirs`: nothing of another process
// is lost for it.
[[nodiscard]] QList<PendingDelete> mergePendingDeletes(const QList<PendingDelete> &before,
                                                       const QList<PendingDelete> &after,
                                                       const QList<PendingDelete> &theirs);

} // namespace latchkey
