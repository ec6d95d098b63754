#pragma once

#include "app/options.h"

namespace latchkey
{

// The ways to run. Each returns the program's exit code. `argc` and `argv` are main's.
[[nodiscard]] int runWindow(int &argc, char **argv, const Options &options);
[[nodiscard]] int runSmokeTest(int &argc, char **argv, const Options &options);
[[nodiscard]] int runDiagnostics(int &argc, char **argv, const Options &options);
[[nodiscard]] int runRenewal(int &argc, char **argv, const Options &options); // no display

} // namespace latchkey
