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

# First of all, for it is the one release build. Its files are looked at, installed on a minimal system, and gone.
if [ "$(id -u)" -eq 0 ] && grep -q '^ID=debian$' /etc/os-release; then
    end_step
    began=$(date +%s)
    STEP_NAME="Build the packages and prove them"
    packages=$(mktemp -d)
    clean_up() {
        rm -rf "$packages"
    }
    always_clean_up
    OUT=$packages sh packaging/make.sh deb
    OUT=$packages VERIFY_SKIP="upgrade autopkgtest" sh packaging/verify.sh deb
    sh packaging/reproduce.sh demo
    printf '\n    (%s: %s s)\n' "$STEP_NAME" "$(($(date +%s) - began))"
    STEP_NAME=start
else
    printf '\nThe packages are proved as root on Debian only: left out here.\n'
fi

for preset in "$@"; do
    build_preset "$preset"
    step "Test the preset $preset"
    # Standard input is closed: a test that asks a person must fail, not wait.
    sh tests/support/desktop.sh ctest --preset "$preset" --parallel "$(nproc)" </dev/null
done
