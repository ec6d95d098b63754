#pragma once

#include <QList>
#include <QString>

namespace latchkey
{

enum class Appearance {
    System, // light, dark or high contrast as the desktop is, also when that changes
    Light,
    Dark,
};

// How requests leave this computer. This computer's own addresses never go through a proxy (N13).
struct ProxyChoice {
    bool manual = false; // false: as the system or the environment says
    // Of an HTTP proxy; only if manual. A name or an address: no scheme, no user, no password, for
    // none is ever stored (security.md I4, D1).
    QString host;
    int port = 0; // 1 .. 65535

    friend bool operator==(const ProxyChoice &, const ProxyChoice &) = default;
};

// What the settings page shows (screens.md section 5), apart from the server. The values given here
// are the defaults it names.
struct Settings {
    ProxyChoice proxy = {};
    QString language = {}; // a code such as "de" or "pt_BR"; empty: the system's
    Appearance appearance = Appearance::System;
    int textPercent = 100; // of the system's text size; smallestTextPercent .. largest
    bool staySignedIn = true; // what the sign-in form offers
    bool rememberEmail = true;
    bool renewWhileClosed = false; // by a timer of the desktop's, which runs `latchkey --renew`
    bool qaMode = false;

    friend bool operator==(const Settings &, const Settings &) = default;
};

// What could not be read in the file of the settings: the value of a key, or a line without one.
struct BadSetting {
    QString key;
    int line = 0; // if there is no key; the first one is 1

    friend bool operator==(const BadSetting &, const BadSetting &) = default;
};

// "renewAtPercent, line 7", in English; never a value, which may be a secret in the wrong place.
[[nodiscard]] QString namesOf(const QList<BadSetting> &bad);

// What happened to the file of the settings; the window has the words.
struct SettingsProblem {
    enum class Kind {
        None,
        Damaged, // kept as <file>.bad; the settings start afresh
        Newer, // the same, with a file of a later version of the program
        BadValues, // copied as <file>.bad; what could not be read is not used, all else is
        DamagedInPlace, // it could not be moved there: nothing will be saved
        NewerInPlace,
        BadValuesInPlace, // it could not be copied there: nothing will be saved
        Unreadable, // just now; it may be good, so that nothing will be saved
        NotSaved, // the last change; the next one is tried again
    };
    Kind kind = Kind::None;
    QString file = {}; // with its path
    QString details = {}; // what the system says to NotSaved, in English
    QList<BadSetting> bad = {}; // of BadValues and BadValuesInPlace

    friend bool operator==(const SettingsProblem &, const SettingsProblem &) = default;
};

inline constexpr int smallestTextPercent = 100;
inline constexpr int largestTextPercent = 200;
inline constexpr int largestPort = 65535;

// What a person typed, spelt as it goes into a ProxyChoice: lower case, xn-- for letters beyond
// ASCII, IPv6 without brackets. Empty if it is no host name and no address.
[[nodiscard]] QString proxyHost(const QString &typed);

} // namespace latchkey
