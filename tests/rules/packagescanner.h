#pragma once

#include "tests/rules/sourcetree.h"

namespace latchkey::rules
{

// CMakeLists.txt, the metainfo's newest release, the newest entries of CHANGELOG.md and of
// packaging/debian/changelog, and the headers of the man pages name one version.
Findings versionFaults(const SourceFiles &files);

// debian/control builds with what packaging/dependencies.sh installs (build-essential, which Debian
// takes for granted, and debhelper apart).
Findings dependencyFaults(const SourceFiles &files);

// No script of ours runs when the package is installed or removed, and debhelper adds none that
// would enable the timer for everybody.
Findings maintainerScriptFaults(const SourceFiles &files);

// The options of a program's --help, and those of its man page and of its completions for bash, zsh
// and fish, are the same.
Findings optionFaults(const SourceFiles &files, const QString &program, const QString &help);

} // namespace latchkey::rules
