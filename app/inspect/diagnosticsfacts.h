#pragma once

#include "app/base/clock.h"
#include "app/base/reachability.h"

#include <QList>
#include <QString>

#include <optional>

namespace latchkey
{

// What the password store can do, as far as it has been asked.
enum class StoreCondition {
    Asking,
    Ready,
    Locked,
    AsksPerson, // a question of its own is open
    NoKeyring, // the first save asks for a new password
    Absent,
    SwitchedOff, // --no-keychain
    Silent, // it did not answer in time
};

// Everything support needs to know, as one value for whoever shows or writes it. Texts are
// technical, English and hold no secret by intent; the report redacts them all the same.
struct DiagnosticsFacts {
    WallTime takenAt;

    QString version; // "0.1.0"
    QString commit; // of the source; "unknown" outside a clone
    QString qtRun; // the Qt that is in use
    QString qtBuilt; // the Qt it was compiled against
    QString system; // "Debian GNU/Linux 12 (bookworm), x86_64"
    QString display; // the window system plugin: "xcb"; empty: no window
    QString tls; // "openssl, OpenSSL 3.0.15"; empty: https will not work
    QString settings; // the settings file, and what it is worth

    QString storeName; // "GNOME Keyring"
    StoreCondition store = StoreCondition::Asking;

    QString server; // the address
    Reachability reachability;

    struct Step { // one change of the session's state
        WallTime at;
        QString from;
        QString to;
        QString cause;
    };
    struct SessionFacts {
        QString state; // the enumerators' names of session/sessionstate.h
        QString saving;
        std::optional<WallTime> accessExpiry;
        std::optional<WallTime> refreshExpiry;
        QList<Step> transitions; // oldest first, at most 20
        std::optional<Milliseconds> clockSkew; // as measured by the session's own requests
    };
    std::optional<SessionFacts> session; // none: the program runs without one (--diagnostics)
};

// By the newest measurement there is: the check's, else the session's.
[[nodiscard]] std::optional<Milliseconds> clockSkewOf(const DiagnosticsFacts &facts);

// "+0.4 s", "-75 s".
[[nodiscard]] QString skewText(Milliseconds skew);

// What is used and under which licence: names and identifiers, not translated.
struct Licence {
    QString part;
    QString licence; // SPDX
};
[[nodiscard]] QList<Licence> licences();

} // namespace latchkey
