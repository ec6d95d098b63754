#!/bin/sh
# Builds and runs every test: `sh tests/run.sh [PRESET...]` (dev-asan unless told), on Debian 12 or 13.
# The tests see a desktop of their own: display, session bus, unlocked keyring, home. Safe to repeat.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh
. packaging/steps.sh
trap 'finish $?' EXIT
[ $# -gt 0 ] || set -- dev-asan

step "Install what the build and the tests need"
# shellcheck disable=SC2086 # lists of words are meant
install_packages $BUILD_PACKAGES $RUN_PACKAGES $DESKTOP_PACKAGES $TEST_PACKAGES

for preset in "$@"; do
    build_preset "$preset"
    step "Test the preset $preset"
    # Standard input is closed: a test that asks a person must fail, not wait.
    sh tests/support/desktop.sh ctest --preset "$preset" --parallel "$(nproc)" </dev/null
done
