#pragma once

#include "app/base/serveraddress.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace latchkey
{

inline constexpr QStringView FactoryServer = u"https://api.escuelajs.co/api/v1";

// What the command line asks for. No secret is ever taken from it (security.md I4).
struct Options {
    std::optional<ServerAddress> server; // none: the remembered one, or the factory's
    bool demo = false;
    QString profile = QStringLiteral("default");
    bool isProfileGiven = false;
    bool noKeychain = false;
    bool smokeTest = false;
    QString screenshots; // an absolute folder; empty: none
    bool diagnostics = false;
    bool renew = false; // alone, or with --profile
};

// The program ends here: `text` goes to standard output if exitCode is 0, else to standard error.
struct EarlyExit {
    int exitCode = 0; // 2: a wrong option or value
    QString text;
};

// A profile's name becomes part of file names.
[[nodiscard]] bool isProfileName(const QString &name);

// `arguments` begins with the program's name and may hold Qt's own options (-platform and the
// like). Values that could be a mistyped secret are never repeated in an error. Needs no
// QApplication.
[[nodiscard]] std::variant<Options, EarlyExit> parseCommandLine(const QStringList &arguments);

} // namespace latchkey
